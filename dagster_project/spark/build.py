"""Builds the models on Spark: `python -m dagster_project.spark.build TABLES MASTER`.

Belongs here: dbt-spark's run, from the parsed project to its tables. Does not belong here: how a
query becomes Spark's (`dialect`, `session`), what DuckDB gives and gets (`hand_over`).
"""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path
from typing import Any

from dbt.adapters.spark.session import Cursor
from dbt.cli.main import dbtRunner
from dbt.contracts.graph.manifest import Manifest
from dbt_common.exceptions import DbtRuntimeError
from py4j.protocol import Py4JError
from pyspark.errors import PySparkException
from pyspark.sql import SparkSession

from dagster_project.spark.dialect import TranslationError
from dagster_project.spark.division import is_made_by_duckdb
from dagster_project.spark.failures import reasons
from dagster_project.spark.regex import PatternError
from dagster_project.spark.session import rows_of, start
from dagster_project.spark.writing import table_at

_PROJECT = Path(__file__).resolve().parents[2] / "dbt"
# As the macro `spark__create_table_as` puts it.
_ROWS_OF = re.compile(r"-- sitrep: rows of (\w+)\.(\w+)\n(.*)", re.DOTALL)


def main(tables: str, master: str) -> int:
    """Build them.

    Args:
        tables: Folder with the raw tables and the seeds, which gets the models' tables.
        master: Spark's master URL.

    Returns:
        The exit status: 0 when every model was built.
    """
    # sqlglot and pickling follow long chains of `or` by recursion.
    sys.setrecursionlimit(20_000)
    folder = Path(tables)
    session = start(master, folder)
    try:
        return _build(session, folder)
    finally:
        session.stop()


def _build(session: SparkSession, tables: Path) -> int:
    for schema in ("raw", "seeds"):
        session.sql(f"create database if not exists {schema}")
        for table in sorted((tables / schema).iterdir()):
            session.sql(table_at(schema, table.name, table))
    _write_rows(tables)
    target = tables / "dbt_target"
    os.environ |= {
        "DBT_PROJECT_DIR": str(_PROJECT),
        "DBT_PROFILES_DIR": str(_PROJECT),
        "DBT_TARGET_PATH": str(target),
        "DBT_LOG_PATH": str(target),
        "DBT_SEND_ANONYMOUS_USAGE_STATS": "false",
    }
    options = ["--log-level", "warn", "--log-level-file", "none"]
    parsed = dbtRunner().invoke([*options, "parse", "--target", "spark"])
    if not parsed.success:
        print(parsed.exception, file=sys.stderr)
        return 1
    manifest: Manifest = parsed.result
    others = _as_tables(manifest)
    done = dbtRunner(manifest).invoke([*options, "run", "--target", "spark", "--exclude", *others])
    if done.exception is not None:
        print(done.exception, file=sys.stderr)
    return 0 if done.success else 1


def _as_tables(manifest: Manifest) -> list[str]:
    """Make each model a plain table of Parquet; the names of those that Spark does not build.

    Contracts, comments and hooks are DuckDB's, which makes the published tables.
    """
    others: list[str] = []
    for node in manifest.nodes.values():
        if node.resource_type != "model":
            continue
        if is_made_by_duckdb(node.fqn):
            others.append(node.name)
        node.config.materialized = "table"
        node.config.contract.enforced = False
        node.config.persist_docs = {}
        node.config.pre_hook = []
        node.config.post_hook = []
    return others


def _write_rows(tables: Path) -> None:
    """Let dbt-spark's session write a model's rows itself."""
    execute = Cursor.execute

    def write_or_execute(cursor: Cursor, sql: str, *parameters: Any) -> None:  # noqa: ANN401
        found = _ROWS_OF.search(sql)
        if found is None:
            execute(cursor, sql, *parameters)
            return
        schema, name, query = found.groups()
        try:
            with rows_of(SparkSession.active(), query, name) as rows:
                path = tables / schema / name
                rows.write.mode("overwrite").option("path", str(path)).saveAsTable(
                    f"{schema}.{name}", format="parquet"
                )
        except (TranslationError, PatternError, PySparkException, Py4JError) as error:
            raise DbtRuntimeError(f"{name}: {reasons(str(error))}") from error

    Cursor.execute = write_or_execute


if __name__ == "__main__":
    raise SystemExit(main(*sys.argv[1:]))
