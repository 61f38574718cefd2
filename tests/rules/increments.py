"""A warehouse that grows by increments, made by the models' own SQL without a dbt start for each.

Belongs here: from files to marts by loads and batches, and what two builds differ in. Does not
belong here: which files come and go (the tests), and the real run of a refresh
(tests/orchestration).
"""

import json
import shutil
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import duckdb

from dagster_project.loading.gazetteer_files import load_gazetteer_files
from dagster_project.loading.load import Load, load
from dagster_project.loading.reading_list import (
    batch_was_read,
    reading_list,
    write_reading_list,
)
from tests.rules.compiled import Compiled, in_memory, ordered
from tests.rules.layers import readings_and_views
from tests.rules.small_warehouse import Dictionaries

CODER = "test"
# What tells of the loads themselves differs between two ways to load the same.
AUDIT = "audit_"
_LISTED = "staging.stg_reading_list"
_TOUCHED = "intermediate.int_touched_documents"
# The schema of the rows that a refresh replaces, which tell what it touched.
_REPLACED = "replaced"


@dataclass(frozen=True)
class Model:
    """One model as dbt compiled it: its table, its SQL, whether it is kept by document.

    Attributes:
        is_remembered: Whether the rows that a refresh replaces are told to other models.
        touched: How a refresh that touches few rows writes it; None where it writes it whole.
    """

    table: str
    statement: str
    is_view: bool
    is_kept: bool
    is_remembered: bool = False
    touched: str | None = None


@dataclass(frozen=True)
class Chain:
    """The models in an order in which each finds what it reads.

    Attributes:
        reading: Those of one text at a time, and the record of them.
        across: Those that look at all documents, marts included.
        checks: The query of each blocking check of tables that the chain makes, by name.
        template: A database with all else that they read, and no document.
    """

    reading: tuple[Model, ...]
    across: tuple[Model, ...]
    checks: Mapping[str, str]
    template: Path

    @classmethod
    def make(cls, folder: Path, dictionaries: Dictionaries, compiled: Compiled) -> "Chain":
        """Put the project's compiled models in order.

        Args:
            folder: Empty; written into.
            dictionaries: What a warehouse begins with.
            compiled: What dbt makes of the models.
        """
        template, manifest = folder / dictionaries.database.name, dictionaries.manifest
        shutil.copy(dictionaries.database, template)
        project = json.loads(manifest.read_bytes())
        readings, views = readings_and_views(project)
        nodes = ordered(project)
        kept = {
            node["unique_id"] for node in nodes if node["fqn"][1:3] == ["intermediate", "record"]
        }
        reading = readings | kept | {"model.sitrep.stg_reading_list"}
        reading |= {"model.sitrep.stg_documents"}
        chain = cls(
            tuple(
                model_of(node, compiled.whole, kept)
                for node in nodes
                if node["unique_id"] in reading
            ),
            tuple(
                _written_across(node, compiled, kept)
                for node in nodes
                if node["unique_id"] not in reading
                and (node["unique_id"] in views or node["fqn"][1] == "marts")
                and not node["name"].startswith(AUDIT)
            ),
            {
                node["name"]: compiled.whole[unique_id]
                for unique_id, node in project["nodes"].items()
                if node["resource_type"] == "test"
                and node["config"]["severity"].lower() == "error"
                and not any(f".{AUDIT}" in read for read in node["depends_on"]["nodes"])
            },
            template,
        )
        tables = [_TOUCHED, *(model.table for model in (*chain.reading, *chain.across))]
        built = {table.partition(".")[2] for table in tables}
        with duckdb.connect(template) as connection:
            load_gazetteer_files(connection, folder, datetime(2029, 1, 1))
            for schema in sorted({node["schema"] for node in nodes}):
                connection.execute(f"create schema if not exists {schema}")
        of_gazetteers = [
            node["name"]
            for node in nodes
            if node["name"] not in built and not node["name"].startswith(AUDIT)
        ]
        compiled.build_models(template, manifest, of_gazetteers)
        return chain

    @contextmanager
    def warehouse(self) -> Iterator["Warehouse"]:
        """An empty warehouse."""
        with in_memory(self.template) as connection:
            yield Warehouse(self, connection)


@dataclass
class Warehouse:
    """A warehouse and how often it was refreshed."""

    chain: Chain
    connection: duckdb.DuckDBPyConnection
    refreshes: int = 0
    touched: set[str] = field(default_factory=set)

    def refresh(
        self, raw: Path | None, *, batch_documents: int = 1_000_000, everything: bool = False
    ) -> dict[str, int]:
        """Load a folder, read what is new; returns the documents read by reason.

        Args:
            raw: The folder; None to load nothing.
            batch_documents: Documents in a batch.
            everything: Read all documents anew.
        """
        if raw is not None:
            self.refreshes += 1
            at = datetime(2030, 1, 1) + timedelta(hours=self.refreshes)
            load(
                self.connection,
                raw,
                named=Load(f"{at:%Y%m%dT%H%M%S}", "test", at),
                max_file_bytes=10_000_000,
                batch_files=1000,
            )
        listed = write_reading_list(self.connection, CODER, batch_documents, everything=everything)
        for _ in range(max(1, listed.batches)):
            self.run(self.chain.reading)
            listed_now = self.connection.execute(f"select document_id from {_LISTED}").fetchall()
            self.touched |= {document for (document,) in listed_now}
            batch_was_read(self.connection, CODER)
        assert reading_list(self.connection).total == 0
        return {reason: count for reason, count in listed.counts.items() if count}

    def unread(self) -> int:
        """How many documents another refresh of the same files would read."""
        write_reading_list(self.connection, CODER, batch_documents=1)
        return reading_list(self.connection).total

    def run(self, chain: tuple[Model, ...], *, only_touched: bool = False) -> None:
        """Build models one after the other."""
        known = {
            f"{schema}.{table}"
            for schema, table in self.connection.execute(
                "select schema_name, table_name from duckdb_tables()"
            ).fetchall()
        }
        for model in chain:
            if model.is_view:
                sql = f"create or replace view {model.table} as {model.statement}"
            elif only_touched and model.touched:
                sql = model.touched
            elif not model.is_kept or model.table not in known:
                sql = _remembered(model, "true") if only_touched else ""
                sql += f"create or replace table {model.table} as {model.statement}"
            else:
                listed = f"document_id in (select document_id from {_LISTED})"
                sql = f"""
                    {_remembered(model, listed)}
                    delete from {model.table} where {listed};
                    insert into {model.table} by name {model.statement}
                """
            self.connection.execute(sql)

    def broken_checks(self, names: Iterable[str] = ()) -> dict[str, list[tuple[Any, ...]]]:
        """The blocking checks, or those of some names, that find faults in what was read last."""
        found = {}
        for name in names or self.chain.checks:
            sql = f"from ({self.chain.checks[name]}) order by all limit 3"
            found[name] = self.connection.execute(sql).fetchall()
        return {name: rows for name, rows in found.items() if rows}

    def marts(self, *, only_touched: bool = False) -> dict[str, list[tuple[Any, ...]]]:
        """Look across the documents; all rows of all marts but the audit and histories, sorted.

        What was touched is told here: the reading list is empty before it is looked across.

        Args:
            only_touched: Write of kept tables the rows alone that were touched since last time.
        """
        self.connection.execute(f"create or replace table {_TOUCHED} (document_id varchar)")
        for document in sorted(self.touched):
            self.connection.execute(f"insert into {_TOUCHED} values (?)", [document])
        self.touched.clear()
        self.connection.execute(f"create schema if not exists {_REPLACED}")
        self.run(self.chain.across, only_touched=only_touched)
        self.connection.execute(f"drop schema {_REPLACED} cascade")
        found = {}
        for model in self.chain.across:
            if model.table.startswith("marts.") and ".history_" not in model.table:
                sql = f"select * from {model.table} order by all"
                found[model.table] = self.connection.execute(sql).fetchall()
        return found


def differences(
    left: Mapping[str, list[tuple[Any, ...]]], right: Mapping[str, list[tuple[Any, ...]]]
) -> list[str]:
    """Rows that one of two builds has more often than the other, in words."""
    assert left.keys() == right.keys()
    faults = []
    for table in left:
        one, other = (Counter(map(repr, build[table])) for build in (left, right))
        faults += [f"{table}: only left  {row}" for row in sorted((one - other).elements())]
        faults += [f"{table}: only right {row}" for row in sorted((other - one).elements())]
    return faults


def model_of(node: Mapping[str, Any], compiled: Mapping[str, str], kept: set[str]) -> Model:
    """A model of the manifest, as dbt compiled it; `kept` are the ids of those of the record."""
    return Model(
        f"{node['schema']}.{node['name']}",
        compiled[node["unique_id"]],
        node["config"]["materialized"] == "view",
        node["unique_id"] in kept,
        bool(node["config"].get("remembered")),
    )


def _written_across(node: Mapping[str, Any], compiled: Compiled, kept: set[str]) -> Model:
    """A model that looks at all documents, with what a refresh of few writes of it."""
    model = model_of(node, compiled.whole, kept)
    if not _writes_touched(node):
        return model
    return replace(model, touched=touched_statement(model, node, compiled.touched))


def _remembered(model: Model, goes: str) -> str:
    """How the rows are put aside that go; those of several batches are one refresh's."""
    if not model.is_remembered:
        return ""
    table = f"{_REPLACED}.{model.table.partition('.')[2]}"
    return f"""
        create schema if not exists {_REPLACED};
        create table if not exists {table} as from {model.table} limit 0;
        insert into {table} select * from {model.table} where {goes};
    """


def _writes_touched(node: Mapping[str, Any]) -> bool:
    return (
        node["config"]["materialized"] == "kept"
        or node["fqn"][1:3] == ["marts", "history"]
        or node["name"].startswith("int_touched_")
    )


def touched_statement(model: Model, node: Mapping[str, Any], compiled: Mapping[str, str]) -> str:
    """What dbt's materializations make of the compiled SQL of a table that is there.

    Args:
        model: The model.
        node: What the manifest says of it.
        compiled: The models as dbt compiles them where only what is touched is written.
    """
    table, config = f"{node['schema']}.{node['name']}", node["config"]
    statement = compiled[node["unique_id"]]
    if config["materialized"] == "table":
        return f"create or replace table {table} as {statement}"
    if config["materialized"] != "kept":
        same = " and ".join(f"{table}.{key} = written.{key}" for key in config["unique_key"])
        return f"""
            create or replace temporary table written as {statement};
            delete from {table} using written where {same};
            insert into {table} by name from written
        """
    columns, owner = config["kept_by"], config.get("belongs_to")
    key = columns if isinstance(columns, str) else f"({', '.join(columns)})"
    goes = f"{key} in (select * from intermediate.{config['touched']})"
    goes += f" or {key} not in (select {key} from marts.{owner})" if owner else ""
    return f"""
        {_remembered(model, goes)}
        delete from {table} where {goes};
        insert into {table} by name {statement}
    """
