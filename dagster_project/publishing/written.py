"""Which rows of the marts a refresh wrote, where it did not write them all.

Belongs here: noting it when the models were built, and asking for it when they are published. Does
not belong here: which rows are touched (the models `int_touched_*`), how the published file is made
of them (`published_file`).

Kept in the build file, so that a publish which another run makes up for finds it.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import astuple, dataclass
from pathlib import Path
from typing import Any

import duckdb

from dagster_project.loading.raw_tables import LATEST
from dagster_project.sql import query

# The name by which the build file is attached when its marts are published.
BUILD = "build"
_DDL = """
create schema if not exists record;
create table if not exists record.written (refresh_id varchar not null, parts varchar not null);
create table if not exists record.published_file
    (refresh_id varchar not null, size bigint not null, changed_ns bigint not null);
"""
_BEFORE = f"(select max(refresh_id) from raw.refreshes where refresh_id < {LATEST})"


@dataclass(frozen=True)
class Part:
    """Rows of a table, by their keys.

    Attributes:
        keys: Columns.
        touched: A query of these columns: the values whose rows were written, on the published
            file with the build file attached as `BUILD`. Empty where none was.
        owner: The table of the marts that has all values of the keys; the table itself where empty.
    """

    keys: tuple[str, ...] = ()
    touched: str = ""
    owner: str = ""


def note_touched(connection: duckdb.DuckDBPyConnection, manifest: Mapping[str, Any]) -> None:
    """Note that the latest refresh wrote of kept tables and histories what it touched.

    Args:
        connection: To the build file, writable.
        manifest: dbt's manifest of what was built.
    """
    parts: dict[str, Part] = {}
    for node in manifest["nodes"].values():
        if node["resource_type"] != "model" or node["fqn"][1] != "marts":
            continue
        name, config = str(node["name"]), node["config"]
        if config["materialized"] == "kept":
            touched = f"select * from {BUILD}.intermediate.{config['touched']}"
            kept_by = config["kept_by"]
            keys = (kept_by,) if isinstance(kept_by, str) else tuple(kept_by)
            parts[name] = Part(keys, touched, config.get("belongs_to", ""))
        elif node["fqn"][2] == "history":
            keys = tuple(config["unique_key"])
            changed = (
                f"from {BUILD}.marts.{name} where greatest(valid_from, valid_to)"
                f" = (select max(refreshed_at) from {BUILD}.raw.refreshes)"
            )
            parts[name] = Part(keys, f"select {', '.join(keys)} {changed}")
            own = keys[:-1]
            parts[name.removeprefix("history_")] = Part(own, f"select {', '.join(own)} {changed}")
    _note(connection, parts)


def note_untouched(
    connection: duckdb.DuckDBPyConnection, manifest: Mapping[str, Any], folder: str
) -> None:
    """Note that the latest refresh wrote the tables of one folder of the marts alone.

    Where an earlier run of the same refresh wrote others, that stays noted.

    Args:
        connection: To the build file, writable.
        manifest: dbt's manifest.
        folder: Which.
    """
    connection.execute(_DDL)
    if query(connection, f"select 1 from record.written where refresh_id = {LATEST}")[1]:
        return
    models = (node for node in manifest["nodes"].values() if node["resource_type"] == "model")
    _note(
        connection,
        {
            str(node["name"]): Part()
            for node in models
            if node["fqn"][1] == "marts" and node["fqn"][2] != folder
        },
    )


def was_written(connection: duckdb.DuckDBPyConnection) -> bool:
    """Whether a run of the latest refresh wrote tables, or began to.

    What is touched is told by the rows that were replaced; a second run finds them replaced.
    """
    there = "select 1 from duckdb_tables() where schema_name = 'record' and table_name = 'written'"
    noted = f"select 1 from record.written where refresh_id = {LATEST}"
    return bool(query(connection, there)[1] and query(connection, noted)[1])


def note_whole(connection: duckdb.DuckDBPyConnection) -> None:
    """Note that the latest refresh wrote, or may have written, all rows."""
    _note(connection, {})


def _note(connection: duckdb.DuckDBPyConnection, parts: Mapping[str, Part]) -> None:
    connection.execute(_DDL)
    connection.execute("delete from record.written")
    as_text = json.dumps({name: astuple(part) for name, part in parts.items()})
    connection.execute(f"insert into record.written select {LATEST}, ?", [as_text])


def note_published(connection: duckdb.DuckDBPyConnection, published: Path) -> None:
    """Note which file the latest refresh published.

    Args:
        connection: To the build file, writable.
        published: The file.
    """
    connection.execute(_DDL)
    connection.execute("delete from record.published_file")
    status = published.stat()
    connection.execute(
        f"insert into record.published_file select {LATEST}, ?, ?",
        [status.st_size, status.st_mtime_ns],
    )


def parts_written(connection: duckdb.DuckDBPyConnection, published: Path) -> dict[str, Part]:
    """Tables of which a published file has all rows but some.

    Args:
        connection: To the build file.
        published: The file that is there.

    Returns:
        By name; none where the file is not the one that the refresh before the latest published,
        or was changed since.
    """
    connection.execute(_DDL)
    if not published.exists() or published.with_name(f"{published.name}.wal").exists():
        return {}
    status = published.stat()
    noted = query(
        connection,
        f"select parts from record.written where refresh_id = {LATEST} and ({_BEFORE}, $size, $at)"
        " in (select (refresh_id, size, changed_ns) from record.published_file)",
        size=status.st_size,
        at=status.st_mtime_ns,
    )[1]
    if not noted:
        return {}
    found = json.loads(str(noted[0][0]))
    return {name: Part(tuple(keys), *more) for name, (keys, *more) in found.items()}
