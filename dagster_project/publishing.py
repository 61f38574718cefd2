"""The published file: a copy of the marts, swapped in as a whole.

Belongs here: how the file is made so that readers hold a consistent one at all times. Does not
belong here: when (`assets.published`).
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

import duckdb

from dagster_project.sql import query

SCHEMA = "marts"
# DuckDB 2 files are not read by 1.x clients unless they are written so; BI tools lag behind.
_STORAGE_VERSION = "v1.5.0"


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


def publish(build: Path, published: Path) -> Published:
    """Copy the marts of a build file into a new file and swap it in.

    A reader that has the old file open keeps it until it closes; nobody sees half of either.

    Args:
        build: The build file, which no process writes to meanwhile.
        published: The file that analysts read; replaced.

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
        row_counts = _copy(build, draft)
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


def _copy(build: Path, draft: Path) -> dict[str, int]:
    options = {"storage_compatibility_version": _STORAGE_VERSION}
    connection = duckdb.connect(draft, config=options)
    try:
        connection.execute(f"attach '{_quoted(build)}' as build (read_only)")
        connection.execute(f"create schema {SCHEMA}")
        tables = connection.execute(
            "select table_name, sql, comment from duckdb_tables()"
            " where database_name = 'build' and schema_name = $schema order by table_oid",
            {"schema": SCHEMA},
        ).fetchall()
        if not tables:
            raise PublishError(f"the build file has no tables in {SCHEMA}")
        row_counts: dict[str, int] = {}
        for name, definition, comment in tables:
            # The build's own definition keeps types, NOT NULL, keys and CHECKs.
            connection.execute(definition)
            connection.execute(f'insert into {SCHEMA}."{name}" from build.{SCHEMA}."{name}"')
            row_counts[name] = _same_count(connection, name)
            if comment:
                connection.execute(f"comment on table {SCHEMA}.\"{name}\" is '{_quoted(comment)}'")
        _copy_views(connection, row_counts)
        _copy_macros(connection)
        _copy_column_comments(connection)
        connection.execute("detach build")
        connection.execute("checkpoint")
    finally:
        connection.close()
    return row_counts


def _copy_views(connection: duckdb.DuckDBPyConnection, row_counts: dict[str, int]) -> None:
    """Views become tables: what they select from may not be published."""
    views = connection.execute(
        "select view_name from duckdb_views()"
        " where database_name = 'build' and schema_name = $schema and not internal",
        {"schema": SCHEMA},
    ).fetchall()
    for (name,) in views:
        connection.execute(f'create table {SCHEMA}."{name}" as from build.{SCHEMA}."{name}"')
        row_counts[name] = _same_count(connection, name)


def _copy_macros(connection: duckdb.DuckDBPyConnection) -> None:
    """Table macros are kept as text; DuckDB looks their tables up where they are called."""
    macros = connection.execute(
        "select function_name, parameters, macro_definition from duckdb_functions()"
        " where database_name = 'build' and schema_name = $schema"
        " and function_type = 'table_macro' and not internal order by function_name",
        {"schema": SCHEMA},
    ).fetchall()
    for name, parameters, definition in macros:
        connection.execute(
            f'create macro {SCHEMA}."{name}"({", ".join(parameters)}) as table {definition}'
        )


def _copy_column_comments(connection: duckdb.DuckDBPyConnection) -> None:
    comments = connection.execute(
        "select table_name, column_name, comment from duckdb_columns()"
        " where database_name = 'build' and schema_name = $schema and comment is not null",
        {"schema": SCHEMA},
    ).fetchall()
    for table, column, comment in comments:
        connection.execute(
            f'comment on column {SCHEMA}."{table}"."{column}" is \'{_quoted(comment)}\''
        )


def _same_count(connection: duckdb.DuckDBPyConnection, name: str) -> int:
    ((copied, built),) = query(
        connection,
        f'select (select count(*) from {SCHEMA}."{name}"),'
        f' (select count(*) from build.{SCHEMA}."{name}")',
    )[1]
    if copied != built:
        raise PublishError(f"{name}: {copied} rows were copied of {built}")
    return int(str(copied))


def _quoted(text: object) -> str:
    return str(text).replace("'", "''")


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
