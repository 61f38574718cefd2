"""What the published file knows and the build file has lost: the history, and the last refresh.

Belongs here: taking it over before a refresh. Does not belong here: how a history is written (dbt,
`macros/history.sql`) and what the raw folder holds (`loading`).

The history of the tables is made of refreshes and cannot be made anew from the raw folder. The
published file is a copy of it, so that a build file that is lost, damaged or restored costs none.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import duckdb

from dagster_project.loading.raw_tables import has_raw_tables, prepare
from dagster_project.publishing.schemas import SchemaDefinition, quoted, read_schema
from dagster_project.sql import is_damage, is_held_elsewhere, number, query, transaction

_MARTS = "marts"
# How far back a history goes is known by this table alone once old versions are deleted.
_SPANS = "audit_history"


class HistoryError(RuntimeError):
    """The history cannot be taken over now, and a refresh without it would lose it."""


def take_over(
    connection: duckdb.DuckDBPyConnection, published: Path, say: Callable[[str], None]
) -> None:
    """Bring the build file up to what is published, where it has fallen behind.

    A refresh that was killed between the swap and its last word was published; a build file
    without a history gets that of the published file.

    Args:
        connection: To the build file, writable.
        published: The file that analysts read; it may be missing.
        say: Gets what was done.

    Raises:
        HistoryError: Another program has the published file open for writing, or the system lets
            nobody read it.
    """
    lost = not number(connection, f"select count(*) from duckdb_tables() where {_IS_HISTORY}")
    if not published.exists() or not (lost or _last_is_unpublished(connection)):
        return
    try:
        connection.execute(f"attach '{quoted(published)}' as published (read_only)")
    except duckdb.Error as error:
        if is_held_elsewhere(error):
            raise HistoryError(
                f"{published} is open for writing elsewhere; its history is needed. Close it there"
                " and refresh again."
            ) from error
        if not is_damage(error):
            raise HistoryError(
                f"{published} cannot be opened, and its history is needed: {error}"
            ) from error
        say(f"No history can be taken over, {published.name} is damaged: {error}")
        return
    try:
        there = read_schema(connection, "published", _MARTS)
        if "audit_row_counts" in there.tables:
            _note_last_refresh(connection)
        if lost:
            _copy_history(connection, there, say)
    finally:
        connection.execute("detach published")


_IS_HISTORY = (
    f"schema_name = '{_MARTS}' and database_name = current_database()"
    f" and (table_name like 'history\\_%' escape '\\' or table_name = '{_SPANS}')"
)


def _last_is_unpublished(connection: duckdb.DuckDBPyConnection) -> bool:
    if not has_raw_tables(connection):
        return True
    last = query(connection, "select status from raw.refreshes order by refreshed_at desc limit 1")[
        1
    ]
    return last != [("published",)]


def _note_last_refresh(connection: duckdb.DuckDBPyConnection) -> None:
    """The refresh that made the published file was published, whatever the build file says."""
    prepare(connection)
    connection.execute(f"""
        insert into raw.refreshes (
            refresh_id, refreshed_at, status, files_found, raw_fingerprint
        )
        select refresh_id, refreshed_at, 'published', 0, ''
        from published.{_MARTS}.audit_row_counts
        order by refreshed_at desc
        limit 1
        on conflict (refresh_id) do update set status = 'published'
    """)


def _copy_history(
    connection: duckdb.DuckDBPyConnection, there: SchemaDefinition, say: Callable[[str], None]
) -> None:
    tables = {
        name: definition
        for name, definition in there.tables.items()
        if name.startswith("history_") or name == _SPANS
    }
    if not tables:
        return
    connection.execute(f"create schema if not exists {_MARTS}")
    with transaction(connection):
        for name, definition in tables.items():
            connection.execute(definition)
            source = f'published.{_MARTS}."{name}"'
            connection.execute(f'insert into {_MARTS}."{name}" by name from {source}')
    say("The build file was without a history; that of the published file was taken over.")
