"""What passes between DuckDB and Spark: raw tables and seeds there, rows of models back.

Belongs here: the files of both ways, and starting Spark. Does not belong here: what runs on Spark
(`build`). Runs in the project's own environment.

Spark makes the rows. DuckDB then makes its tables of them by dbt, each model reading Spark's file
instead of its query: so contracts, tests, checks and publishing are the same ones, and a table is
published by one engine's rules whichever made its rows.
"""

from __future__ import annotations

import glob
import os
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dagster_project.loading.raw_tables import DOCUMENTS
from dagster_project.publishing.schemas import quoted
from dagster_project.settings import PROJECT_ROOT, Settings
from dagster_project.spark.division import is_made_by_duckdb
from dagster_project.sql import open_to_read

if TYPE_CHECKING:
    from dbt.contracts.graph.manifest import Manifest

PYTHON = PROJECT_ROOT / ".venv-spark" / "bin" / "python"
# Spark divides a file by its groups of rows.
_ROWS_IN_GROUP = 5_000
_LAST_LINES = 25
# Spark makes whole tables, so that it reads every document whatever is new.
_ALL_DOCUMENTS = f"""
select document_id, coalesce(reading_list.reason, 'asked') as reason, cast(1 as bigint) as batch
from {DOCUMENTS} as documents
full join raw.reading_list using (document_id)
"""


class SparkError(RuntimeError):
    """Spark is not there, or did not build the models; the message holds what it said."""


def on_spark(settings: Settings) -> dict[str, str]:
    """What dbt's resource has to know to build on Spark; nothing where DuckDB builds."""
    if settings.target != "spark":
        return {}
    tables = settings.spark_tables or settings.build_dir / "spark"
    return {"spark_master": settings.spark_master, "spark_tables": str(tables)}


def build_on_spark(
    database: Path,
    tables: Path,
    master: str,
    variables: Mapping[str, str],
    python: Path = PYTHON,
) -> None:
    """Build all models that Spark builds.

    Args:
        database: The build file, with raw tables and seeds; nobody may have it open for writing.
        tables: Folder of Spark's tables; what is in it is replaced.
        master: Spark's master URL.
        variables: The environment's, as the macros read them.
        python: The interpreter of Spark's environment.

    Raises:
        SparkError: It could not be started, or a model failed.
    """
    if not python.exists():
        raise SparkError(f"{python} is missing; `make refresh TARGET=spark` makes it.")
    _write_inputs(database, tables)
    command = [str(python), "-m", "dagster_project.spark.build", str(tables), master]
    done = subprocess.run(  # noqa: S603
        command,
        env={**os.environ, "PYTHONPATH": str(PROJECT_ROOT), **variables},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    if done.returncode != 0:
        last = "\n".join(done.stdout.splitlines()[-_LAST_LINES:])
        raise SparkError(f"Spark did not build the models:\n{last}")


def _write_inputs(database: Path, tables: Path) -> None:
    with open_to_read(database) as connection:
        names = connection.execute(
            "select schema_name, table_name from duckdb_tables()"
            " where schema_name in ('raw', 'seeds') order by all"
        ).fetchall()
        for schema, name in names:
            folder = tables / schema / name
            folder.mkdir(parents=True, exist_ok=True)
            rows = _ALL_DOCUMENTS if name == "reading_list" else f'from {schema}."{name}"'
            connection.execute(
                f"copy ({rows}) to '{quoted(folder / 'rows.parquet')}'"
                f" (format parquet, row_group_size {_ROWS_IN_GROUP})"
            )


def reading_rows_of(tables: Path) -> Callable[[Manifest], None]:
    """A change of a parsed project: models read the rows that Spark made of them.

    Args:
        tables: Folder of Spark's tables.
    """

    def change(manifest: Manifest) -> None:
        for node in manifest.nodes.values():
            if node.resource_type == "model" and not is_made_by_duckdb(node.fqn):
                node.raw_code = _reading(node, tables)
                node.config.materialized = "table"

    return change


def _reading(node: Any, tables: Path) -> str:  # noqa: ANN401 - a class of dbt's
    typed = [
        f'cast("{column.name}" as {column.data_type}) as "{column.name}"'
        for column in node.columns.values()
        if column.data_type
    ]
    columns = ", ".join(typed) if node.config.contract.enforced else "*"
    # DuckDB takes a path for a pattern.
    files = Path(glob.escape(str(tables / node.schema / node.name))) / "*.parquet"
    return f"select {columns} from read_parquet('{quoted(files)}')"
