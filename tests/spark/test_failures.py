"""What is told of a failure on Spark; needs no Spark."""

from dagster_project.spark.failures import reasons

FAILED = """An error occurred while calling o1.save.
: org.apache.spark.SparkException: Job aborted due to stage failure
\tat org.apache.spark.scheduler.DAGScheduler.failJob(DAGScheduler.scala:2856)
\tat java.base/java.lang.Thread.run(Thread.java:840)
Caused by: org.apache.spark.SparkException: Could not allocate memory
\t... 59 more
"""


def test_reasons_are_told_and_where_in_spark_it_was_is_not():
    assert reasons(FAILED).splitlines() == [
        "An error occurred while calling o1.save.",
        ": org.apache.spark.SparkException: Job aborted due to stage failure",
        "Caused by: org.apache.spark.SparkException: Could not allocate memory",
    ]


def test_of_a_long_failure_the_first_reason_and_the_last_cause_are_told():
    told = reasons("first\n" + "between\n" * 1_000 + "last")
    assert told.startswith("first\n")
    assert told.endswith("\nlast")
    assert len(told) < 900


def test_what_follows_the_message_of_a_query_is_left_out():
    assert reasons("no such column\n\nJVM stacktrace:\nat somewhere") == "no such column"
