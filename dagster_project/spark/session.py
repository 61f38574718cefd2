"""The Spark session, and how a model's query runs in it.

Belongs here: what the session has to be set to, and the order of the steps of one query. Does not
belong here: what a query says (`dialect`).
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pyspark.sql import DataFrame, SparkSession

from dagster_project.spark.dialect import steps
from dagster_project.spark.functions import declare

# A pattern may go as deep as a line is long.
_DEEP = "-Xss16m"
# What the rules take for granted.
_MEANING = {
    "spark.sql.ansi.enabled": "true",
    "spark.sql.session.timeZone": "UTC",
    "spark.sql.timestampType": "TIMESTAMP_NTZ",
    "spark.sql.catalogImplementation": "in-memory",
    "spark.sql.caseSensitive": "false",
    # Each step's names are aliases: what follows from what is then more than can be gone through.
    "spark.sql.constraintPropagation.enabled": "false",
    "spark.executor.extraJavaOptions": _DEEP,
}
_QUIET = {
    "spark.ui.enabled": "false",
    "spark.ui.showConsoleProgress": "false",
    # Of plans that nobody looks at, a line is written.
    "spark.sql.ui.explainMode": "simple",
    "spark.sql.maxPlanStringLength": "200",
    "spark.sql.debug.maxToStringFields": "5",
}
# A few hundred documents are read soonest by one task that follows the plan as it stands: compiling
# each stage and planning it anew costs seconds a model, and a broadcast is a job more.
_FOR_FEW = {
    "spark.sql.adaptive.enabled": "false",
    "spark.sql.codegen.wholeStage": "false",
    "spark.sql.codegen.factoryMode": "NO_CODEGEN",
    "spark.driver.extraJavaOptions": f"{_DEEP} -XX:+UseSerialGC -XX:TieredStopAtLevel=1",
}
_BY_ONE_TASK = {
    "spark.sql.shuffle.partitions": "1",
    "spark.default.parallelism": "1",
    "spark.sql.autoBroadcastJoinThreshold": "-1",
    "spark.sql.join.forceApplyShuffledHashJoin": "true",
}
# On a cluster a few documents are a trial: of what many would meet, the division among workers.
_BY_TWO_TASKS = {"spark.sql.shuffle.partitions": "2", "spark.default.parallelism": "2"}
_FOR_MANY = {
    "spark.sql.files.maxPartitionBytes": str(8 * 1024**2),
    # As written: in each worker's memory it takes many times as much, and a query sends several.
    "spark.sql.autoBroadcastJoinThreshold": str(1024**2),
    "spark.driver.extraJavaOptions": _DEEP,
    # Else the first tables would be divided by the cores that were there at that moment.
    "spark.scheduler.minRegisteredResourcesRatio": "1.0",
}
_FEW_BYTES = 1_000_000


def start(master: str, tables: Path) -> SparkSession:
    """A session with the functions declared.

    Args:
        master: Spark's master URL.
        tables: The folder of its tables, the raw ones in it.
    """
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    is_local = master.startswith("local")
    if is_local:
        os.environ.setdefault("SPARK_LOCAL_IP", "127.0.0.1")
    documents = [tables / "raw" / kind / "rows.parquet" for kind in ("articles", "bulletins")]
    size = sum(file.stat().st_size for file in documents)
    if size >= _FEW_BYTES:
        fitting = _FOR_MANY
    else:
        fitting = _FOR_FEW | (_BY_ONE_TASK if is_local else _BY_TWO_TASKS)
    settings = {**_MEANING, **_QUIET, **fitting, "spark.sql.warehouse.dir": str(tables)}
    builder = SparkSession.builder.master(master).appName("sitrep")
    for name, value in settings.items():
        builder = builder.config(name, value)
    session = builder.getOrCreate()
    session.sparkContext.setLogLevel("OFF")
    declare(session)
    return session


@contextmanager
def rows_of(session: SparkSession, sql: str, name: str) -> Iterator[DataFrame]:
    """The rows of a model, to be written within the context.

    Args:
        session: A session with the functions declared.
        sql: The model's query, compiled, as DuckDB would take it.
        name: The model's; its steps are views that begin with it.
    """
    views: list[str] = []
    # Named in Spark's own pages and in its log of events.
    session.sparkContext.setJobDescription(name)
    try:
        for step in steps(sql, name, lambda query: session.sql(query).columns):
            rows = session.sql(step.sql)
            if step.name is None:
                yield rows
                return
            if step.is_shared:
                # Worked out once, and short: Spark plans a view anew wherever it is read.
                rows = rows.localCheckpoint()
            # Under names of its own: Spark confuses a column that two views hand on.
            rows.toDF(*rows.columns).createOrReplaceTempView(step.name)
            views.append(step.name)
    finally:
        for view in views:
            session.catalog.dropTempView(view)
