"""The same models built by Apache Spark.

Belongs here: whatever only Spark needs. `hand_over` runs in the project's environment and knows
nothing of Spark; all other modules run in `.venv-spark`, which has no Dagster.
"""
