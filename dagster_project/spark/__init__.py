"""The same models built by Apache Spark.

Belongs here: whatever only Spark needs. `hand_over` runs in the project's environment and knows
nothing of Spark; all other modules run in `.venv-spark`, which has no Dagster.

The models know no engine: `dialect` says to Spark what they say to DuckDB. `make test SPARK=1`
starts a master and two workers, builds 13 documents on them and compares every table's rows with
DuckDB's; all shipped documents have been compared on one machine, too. Only `int_document_sketches`
and its record are left out, since their keys are hashes of each engine's own.

Measured: some 240 processor-seconds for 13 documents; the 65 shipped ones in 13.5 minutes on a busy
machine; 1,000 made-up ones on a standalone master and two workers of one core and 2 GB each in 36
minutes, 3,850 seconds of tasks in 4,315 stages, while other work took most of the same two cores.
A document shuffles 5 MB: mentions 1.8, clauses 1.1, figures 0.9, casts 0.5, the ledger 0.07, the
occurrences 0.04. All but those last two are of one document each, so that a cluster of many
machines would divide by document first. `python -m tests.spark.speed_up --documents 1000`
measures what a second worker saves: nothing for 250 documents, 314 seconds with one and 339 with
two on two cores, which the driver's planning needs as well; of more documents that has not been
measured yet.

Spark Connect (`SPARK_REMOTE`) is not used: dbt-spark's session wants a Spark context, which Connect
has not.
"""
