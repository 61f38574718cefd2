"""The same models built by Apache Spark.

Belongs here: whatever only Spark needs. `hand_over` runs in the project's environment and knows
nothing of Spark; all other modules run in `.venv-spark`, which has no Dagster.

The models know no engine: `dialect` says to Spark what they say to DuckDB. `make test SPARK=1`
starts a master and two workers, builds 13 documents on them and compares every table's rows with
DuckDB's; all shipped documents have been compared on one machine, too. Only `int_document_sketches`
and its record are left out, since their keys are hashes of each engine's own.

Measured: some 240 processor-seconds for 13 documents; the 65 shipped ones in 13.5 minutes on a busy
machine. What is shuffled per document is small for the ledger (12 kB) and the occurrences (9 kB)
and large for the look-up of phrases (1.1 MB), which a cluster of many machines would have to divide
by document first. `python -m tests.spark.speed_up --documents 1000` measures what a second worker
saves; that has not been measured to its end yet.

Spark Connect (`SPARK_REMOTE`) is not used: dbt-spark's session wants a Spark context, which Connect
has not.
"""
