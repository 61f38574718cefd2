"""The project's SQL as dbt compiles it, for tests that run it without a start of dbt for each run.

Belongs here: asking dbt for it, once for all of them, and building models by it. Does not belong
here: the order in which documents come and go (`increments`), what models are given by hand
(`unit_tests`, `daily_series`, `tests.warehouse.occurrences`).
"""

import json
import shutil
from collections.abc import Collection, Mapping
from contextlib import closing
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import duckdb

from tests.rules.layers import models, readings_and_views
from tests.rules.small_warehouse import Dictionaries, run_dbt

# As dbt's profile has it, of what changes how a query is done.
SETTINGS = """
    set TimeZone = 'UTC';
    set preserve_insertion_order = false;
    set disabled_optimizers = 'in_clause';
    set block_allocator_memory = '25%';
"""


@dataclass(frozen=True)
class Compiled:
    """SQL by the unique id of its node.

    Attributes:
        whole: Of all models and tests, where no table is there but the dictionaries.
        touched: Of the models that look at all documents, where all tables are there and a refresh
            writes what it touches alone.
    """

    whole: Mapping[str, str]
    touched: Mapping[str, str]

    @classmethod
    def ask(cls, folder: Path, dictionaries: Dictionaries) -> "Compiled":
        """Ask dbt for it; an empty folder is written into. Raises RuntimeError when dbt fails."""
        manifest, database = dictionaries.manifest, folder / dictionaries.database.name
        shutil.copy(dictionaries.database, database)
        whole = run_dbt(folder, database, ["compile"], manifest, tests={"test"})
        project = json.loads(manifest.read_bytes())
        with duckdb.connect(database) as connection:
            # dbt compiles what is touched of tables alone that are there
            for node in models(project):
                connection.execute(f"create schema if not exists {node['schema']}")
                connection.execute(f"create table if not exists {table_of(node)} (stub integer)")
        _, views = readings_and_views(project)
        across = [
            node["name"]
            for node in models(project)
            if node["unique_id"] in views or node["fqn"][1] == "marts"
        ]
        arguments = ["compile", "--select", *across]
        touched = run_dbt(folder, database, arguments, manifest, {"SITREP_ONLY_TOUCHED": "yes"})
        return cls(
            *(
                {
                    key: result["compiled_code"]
                    for key, result in done.results.items()
                    if result["compiled_code"] is not None
                }
                for done in (whole, touched)
            )
        )

    @classmethod
    def read(cls, path: Path) -> "Compiled":
        """What `write` wrote."""
        return cls(**json.loads(path.read_text()))

    def write(self, path: Path) -> Path:
        """Write it to a file; returns the path."""
        path.write_text(json.dumps(asdict(self)))
        return path

    def build_models(self, database: Path, manifest: Path, wanted: Collection[str] = ()) -> None:
        """Build models in a file that has its documents, as a refresh that writes all of them.

        Without what dbt does beside: comments and macros are not written.

        Args:
            database: Of the name that the SQL has for its own; what is there of models stays.
            manifest: The project's.
            wanted: Names of models, which are built with all that they read; all where empty.

        Raises:
            AssertionError: What was built is not what the contract of its table says.
        """
        project = json.loads(manifest.read_bytes())
        with in_memory(database) as connection:
            there = {
                f"{schema}.{table}"
                for schema, table in connection.execute(
                    "select schema, name from (show all tables)"
                ).fetchall()
            }
            nodes = [node for node in _read_by(project, wanted) if table_of(node) not in there]
            for node in nodes:
                connection.execute(f"create schema if not exists {node['schema']}")
                kind = "view" if node["config"]["materialized"] == "view" else "table"
                statement = self.whole[node["unique_id"]]
                connection.execute(f"create {kind} {table_of(node)} as {statement}")
            faults = [fault for node in nodes for fault in _broken_contract(connection, node)]
            assert not faults, "\n".join(faults)
            database.unlink()
            connection.execute(f"attach '{database}' as written")
            connection.execute(f"copy from database {database.stem} to written")


def in_memory(database: Path) -> "closing[duckdb.DuckDBPyConnection]":
    """A copy of a file, under its own name: a file would be written at each statement."""
    connection = duckdb.connect()
    connection.execute(SETTINGS)
    connection.execute(f"attach ':memory:' as {database.stem}")
    connection.execute(f"attach '{database}' as copied (read_only)")
    connection.execute(f"copy from database copied to {database.stem}")
    connection.execute(f"detach copied; use {database.stem}")
    return closing(connection)


def table_of(node: Mapping[str, Any]) -> str:
    """Schema and name of the table of a node."""
    return f"{node['schema']}.{node['name']}"


def ordered(manifest: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """The models of a manifest, each behind all that it reads."""
    nodes = {node["unique_id"]: node for node in models(manifest)}
    found: dict[str, Mapping[str, Any]] = {}

    def visit(unique_id: str) -> None:
        if unique_id in found or unique_id not in nodes:
            return
        for read in sorted(nodes[unique_id]["depends_on"]["nodes"]):
            visit(read)
        found[unique_id] = nodes[unique_id]

    for unique_id in sorted(nodes):
        visit(unique_id)
    return list(found.values())


def _read_by(manifest: Mapping[str, Any], wanted: Collection[str]) -> list[Mapping[str, Any]]:
    """The models of some names, or all, and those that they read, each behind what it reads."""
    in_order = ordered(manifest)
    read: set[str] = set()
    for node in reversed(in_order):
        if not wanted or node["name"] in wanted or node["unique_id"] in read:
            read |= {node["unique_id"], *node["depends_on"]["nodes"]}
    return [node for node in in_order if node["unique_id"] in read]


def _broken_contract(connection: duckdb.DuckDBPyConnection, node: Mapping[str, Any]) -> list[str]:
    """Columns of a built table that are of another name, type or emptier than its yml says."""
    if not node["config"]["contract"]["enforced"]:
        return []
    table, columns = table_of(node), node["columns"].values()
    described = connection.execute(f"describe {table}").fetchall()
    built = {name: kind.lower() for name, kind, *_ in described}
    said = {column["name"]: column["data_type"].replace(" ", "") for column in columns}
    faults = [f"{table}: {built} is not {said}"] if built != said else []
    for column in columns:
        if any(constraint["type"] == "not_null" for constraint in column["constraints"]):
            nulls = f"select 1 from {table} where {column['name']} is null limit 1"
            if connection.execute(nulls).fetchall():
                faults.append(f"{table}.{column['name']} is NULL")
    return faults
