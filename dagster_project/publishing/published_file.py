"""The published file: a copy of the marts, swapped in as a whole.

Belongs here: how the file is made so that readers hold a consistent one at all times. Does not
belong here: when (`assets.published`).
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import duckdb

from dagster_project.publishing.schemas import SchemaDefinition, quoted, read_schema
from dagster_project.publishing.written import BUILD, Part
from dagster_project.sql import is_damage, number, query

SCHEMA = "marts"
# DuckDB 2 files are not read by 1.x clients unless they are written so; BI tools lag behind.
STORAGE_VERSION = "v1.5.0"


class PublishError(RuntimeError):
    """The copy is not fit to be published; the published file is as it was."""


@dataclass(frozen=True)
class Published:
    """What was published.

    Attributes:
        path: The file.
        size_bytes: Its size.
        row_counts: Rows by table.
    """

    path: Path
    size_bytes: int
    row_counts: dict[str, int]


def publish(
    build: Path,
    published: Path,
    memory: str = "80%",
    parts: Mapping[str, Part] | None = None,
) -> Published:
    """Copy the marts of a build file into a new file and swap it in.

    A reader that has the old file open keeps it until it closes; nobody sees half of either.

    Args:
        build: The build file, which no process writes to meanwhile.
        published: The file that analysts read; replaced.
        memory: What DuckDB may hold meanwhile.
        parts: Tables of which the published file has all rows but these.

    Returns:
        What is in it.

    Raises:
        PublishError: The copy differs from the build, or could not be closed properly.
    """
    published.parent.mkdir(parents=True, exist_ok=True)
    # In the same folder, since only within a file system is a rename atomic. A fixed name: the
    # writer's lock lets one publish at a time, and what a killed one left is overwritten.
    draft = published.with_name(f".{published.name}.draft")
    log = draft.with_name(draft.name + ".wal")
    draft.unlink(missing_ok=True)
    log.unlink(missing_ok=True)
    try:
        row_counts = None
        if parts and published.exists():
            row_counts = _updated(build, published, draft, memory, parts)
        if row_counts is None:
            draft.unlink(missing_ok=True)
            row_counts = _copy(build, draft, memory)
        if log.exists():
            raise PublishError(f"{log.name} is left beside the copy")
        _sync(draft)
        size = draft.stat().st_size
        draft.replace(published)
        _sync(published.parent)
    finally:
        draft.unlink(missing_ok=True)
        log.unlink(missing_ok=True)
    return Published(published, size, row_counts)


def _updated(
    build: Path, published: Path, draft: Path, memory: str, parts: Mapping[str, Part]
) -> dict[str, int] | None:
    """As `_update`; None, too, where the published file is damaged: no refresh would mend it."""
    try:
        return _update(build, published, draft, memory, parts)
    except duckdb.Error as error:
        if is_damage(error):
            return None
        raise


def _copy(build: Path, draft: Path, memory: str) -> dict[str, int]:
    with _opened(build, draft, memory) as connection:
        # One transaction: a commit a table would wait for the disk a hundred times.
        connection.begin()
        connection.execute(f"create schema {SCHEMA}")
        marts = _definition(connection)
        row_counts = {name: _copy_table(connection, marts, name) for name in marts.tables}
        row_counts |= {name: _copy_view(connection, name) for name in marts.views}
        _finish(connection, marts)
    return row_counts


def _update(
    build: Path, published: Path, draft: Path, memory: str, parts: Mapping[str, Part]
) -> dict[str, int] | None:
    """Write what changed into a copy of the published file; None where a new one is better."""
    shutil.copyfile(published, draft)
    with _opened(build, draft, memory) as connection:
        if _is_wasteful(connection):
            return None
        connection.begin()
        marts = _definition(connection)
        database = str(query(connection, "select current_database()")[1][0][0])
        there = read_schema(connection, database, SCHEMA)
        for name in [*there.tables.keys() - marts.tables.keys(), *marts.views]:
            connection.execute(f'drop table if exists {SCHEMA}."{name}"')
        row_counts = {}
        for name, definition in marts.tables.items():
            if name in parts and there.tables.get(name) == definition:
                row_counts[name] = _copy_part(connection, name, parts[name])
            else:
                connection.execute(f'drop table if exists {SCHEMA}."{name}"')
                row_counts[name] = _copy_table(connection, marts, name)
        row_counts |= {name: _copy_view(connection, name) for name in marts.views}
        _finish(connection, marts)
    return row_counts


def _opened(build: Path, draft: Path, memory: str) -> duckdb.DuckDBPyConnection:
    options = {"storage_compatibility_version": STORAGE_VERSION, "memory_limit": memory}
    connection = duckdb.connect(draft, config=options)
    try:
        connection.execute(f"attach '{quoted(build)}' as {BUILD} (read_only)")
    except duckdb.Error:
        connection.close()
        raise
    return connection


def _is_wasteful(connection: duckdb.DuckDBPyConnection) -> bool:
    """Whether half as much as a file holds is free in it: what is replaced leaves room."""
    size = "from pragma_database_size() where database_name = current_database()"
    return bool(number(connection, f"select count(*) {size} and free_blocks > used_blocks // 2"))


def _definition(connection: duckdb.DuckDBPyConnection) -> SchemaDefinition:
    marts = read_schema(connection, BUILD, SCHEMA)
    if not marts.tables:
        raise PublishError(f"the build file has no tables in {SCHEMA}")
    return marts


def _copy_table(connection: duckdb.DuckDBPyConnection, marts: SchemaDefinition, name: str) -> int:
    connection.execute(marts.tables[name])
    connection.execute(f'insert into {SCHEMA}."{name}" from {BUILD}.{SCHEMA}."{name}"')
    return _same_count(connection, name)


def _copy_view(connection: duckdb.DuckDBPyConnection, name: str) -> int:
    # What a view selects from may not be published.
    connection.execute(f'create table {SCHEMA}."{name}" as from {BUILD}.{SCHEMA}."{name}"')
    return _same_count(connection, name)


def _copy_part(connection: duckdb.DuckDBPyConnection, name: str, part: Part) -> int:
    """Replace the rows of some keys, and take out those that are gone."""
    table, built = f'{SCHEMA}."{name}"', f'{BUILD}.{SCHEMA}."{name}"'
    if part.touched:
        keys = ", ".join(f'"{key}"' for key in part.keys)
        row = f"({keys})"
        # the model of what is touched may name the key otherwise
        connection.execute(f"create or replace temporary table touched ({keys}) as {part.touched}")
        touched = f"{row} in (select {row} from touched)"
        owner = f'{BUILD}.{SCHEMA}."{part.owner or name}"'
        held = f"select {row} from {owner}"
        connection.execute(f"delete from {table} where {touched} or {row} not in ({held})")
        connection.execute(f"insert into {table} select * from {built} where {touched}")
        digests = [
            query(connection, f"select bit_xor(hash({keys})), count(*) from {which}")[1]
            for which in (table, built)
        ]
        if digests[0] != digests[1]:
            raise PublishError(f"{name}: its keys are not those that were built")
    return _same_count(connection, name)


def _finish(connection: duckdb.DuckDBPyConnection, marts: SchemaDefinition) -> None:
    for statement in marts.finishing:
        connection.execute(statement)
    connection.commit()
    connection.execute(f"detach {BUILD}")
    connection.execute("checkpoint")


def _same_count(connection: duckdb.DuckDBPyConnection, name: str) -> int:
    ((copied, built),) = query(
        connection,
        f'select (select count(*) from {SCHEMA}."{name}"),'
        f' (select count(*) from {BUILD}.{SCHEMA}."{name}")',
    )[1]
    if copied != built:
        raise PublishError(f"{name}: {copied} rows were copied of {built}")
    return int(str(copied))


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
