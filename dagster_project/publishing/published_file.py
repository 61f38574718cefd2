"""The published file: a copy of the marts, swapped in as a whole.

Belongs here: how the file is made so that readers hold a consistent one at all times. Does not
belong here: when (`assets.published`).
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

import duckdb

from dagster_project.publishing.schemas import quoted, read_schema
from dagster_project.sql import query

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


def publish(build: Path, published: Path, memory: str = "80%") -> Published:
    """Copy the marts of a build file into a new file and swap it in.

    A reader that has the old file open keeps it until it closes; nobody sees half of either.

    Args:
        build: The build file, which no process writes to meanwhile.
        published: The file that analysts read; replaced.
        memory: What DuckDB may hold meanwhile.

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


def _copy(build: Path, draft: Path, memory: str) -> dict[str, int]:
    options = {"storage_compatibility_version": STORAGE_VERSION, "memory_limit": memory}
    connection = duckdb.connect(draft, config=options)
    try:
        connection.execute(f"attach '{quoted(build)}' as build (read_only)")
        # One transaction: a commit a table would wait for the disk a hundred times.
        connection.begin()
        connection.execute(f"create schema {SCHEMA}")
        marts = read_schema(connection, "build", SCHEMA)
        if not marts.tables:
            raise PublishError(f"the build file has no tables in {SCHEMA}")
        row_counts: dict[str, int] = {}
        for name, definition in marts.tables.items():
            connection.execute(definition)
            connection.execute(f'insert into {SCHEMA}."{name}" from build.{SCHEMA}."{name}"')
            row_counts[name] = _same_count(connection, name)
        for name in marts.views:
            # What a view selects from may not be published.
            connection.execute(f'create table {SCHEMA}."{name}" as from build.{SCHEMA}."{name}"')
            row_counts[name] = _same_count(connection, name)
        for statement in marts.finishing:
            connection.execute(statement)
        connection.commit()
        connection.execute("detach build")
        connection.execute("checkpoint")
    finally:
        connection.close()
    return row_counts


def _same_count(connection: duckdb.DuckDBPyConnection, name: str) -> int:
    ((copied, built),) = query(
        connection,
        f'select (select count(*) from {SCHEMA}."{name}"),'
        f' (select count(*) from build.{SCHEMA}."{name}")',
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
