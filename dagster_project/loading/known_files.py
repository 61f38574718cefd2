"""What the files of the raw folder were read as, so that a refresh opens only those that changed.

Belongs here: when a file may be taken for the one that was read. Does not belong here: reading
(`raw_folder`, `reading`) and what becomes of a file (`load`).

As git's index does, a file is known again by its size, its times of modification and of change,
and its inode, and those of its sidecar. Where any differs, or the file was touched while or just
before it was read, it is opened, and its content decides. A file that was changed with all of
these as they were, which takes a tampered file system or a clock put back at the right moment, is
found by a refresh with FULL=1: that opens all.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path

import duckdb
import polars as pl

from dagster_project.loading.raw_folder import RawFile
from dagster_project.sql import query

# A clock may tick as slowly as this; what was touched later may be touched again unseen.
_SLOWEST_CLOCK_NS = 2_000_000_000
_LIBRARIES = ("charset-normalizer", "lxml", "pypdf", "trafilatura")
_HERE = Path(__file__).resolve().parent
_TABLE = "record.files_read"
_AS_STAGED = (
    "select staged.*, cast(null as varchar) as file_state, cast(null as varchar) as reader_version"
    " from staged where false"
)


def reader_version() -> str:
    """Changes when the code does that makes text of bytes."""
    digest = hashlib.sha256()
    files = [_HERE / "raw_folder.py", _HERE / "staged_files.py"]
    for path in [*sorted((_HERE.parent / "reading").glob("*.py")), *files]:
        digest.update(path.read_bytes())
    for library in _LIBRARIES:
        digest.update(version(library).encode())
    return digest.hexdigest()[:12]


def state_of(file: RawFile, began_ns: int) -> str | None:
    """What a file is known again by.

    Args:
        file: As it was found.
        began_ns: When the folder was looked at, nanoseconds since 1970.

    Returns:
        None for one that has to be opened each time.
    """
    parts = [file] if file.sidecar is None else [file, file.sidecar]
    for part in parts:
        touched = max(part.modified_ns, part.changed_ns)
        if part.fault is not None or touched > began_ns - _SLOWEST_CLOCK_NS:
            return None
    return " ".join(
        f"{part.size},{part.modified_ns},{part.changed_ns},{part.inode}" for part in parts
    )


def take_known(
    connection: duckdb.DuckDBPyConnection,
    files: Sequence[RawFile],
    began_ns: int,
    columns: Sequence[str],
    *,
    max_file_bytes: int,
    open_all: bool,
) -> list[RawFile]:
    """Stage the files that are as they were read, and tell the others.

    Args:
        connection: To the build file, with the temporary table `staged`, which gets their rows.
        files: What lies in the raw folder.
        began_ns: When it was looked at.
        columns: Of `staged`.
        max_file_bytes: A larger file is not known, whatever the limit was.
        open_all: Know none.

    Returns:
        The files that have to be opened, in their order. The temporary table `file_states` has
        what all are known by.
    """
    states = pl.DataFrame(
        {
            "source_path": [file.path for file in files],
            "file_state": [
                None if file.size > max_file_bytes else state_of(file, began_ns) for file in files
            ],
        },
        schema={"source_path": pl.String, "file_state": pl.String},
    )
    connection.register("found", states)
    connection.execute("create or replace temporary table file_states as from found")
    connection.unregister("found")
    if open_all or not _is_as_staged(connection):
        return list(files)
    connection.execute(
        f"""
        insert into staged by name
        select {", ".join(f"known.{column}" for column in columns)}
        from {_TABLE} as known
        inner join file_states using (source_path, file_state)
        -- the same bytes may be another text under another name: which is kept, reading decides
        anti join (
            select document_id from {_TABLE}
            group by document_id having count(distinct text_digest) > 1
        ) as told_twice using (document_id)
        where known.reader_version = $reader
        """,
        {"reader": reader_version()},
    )
    taken = {
        str(path) for (path,) in connection.execute("select source_path from staged").fetchall()
    }
    return [file for file in files if file.path not in taken]


def keep_known(connection: duckdb.DuckDBPyConnection, columns: Sequence[str]) -> None:
    """Remember what is staged, documents only: why a file is rejected is looked at each time.

    Args:
        connection: To the build file, writable, with `staged` and `file_states`.
        columns: Of `staged`.
    """
    connection.execute("create schema if not exists record")
    if not _is_as_staged(connection):
        connection.execute(f"create or replace table {_TABLE} as {_AS_STAGED}")
    values = {"reader": reader_version()}
    now = f"""
        select {", ".join(f"staged.{column}" for column in columns)}, file_state,
            $reader as reader_version
        from staged
        inner join file_states using (source_path)
        where staged.document_id is not null and file_state is not null
    """
    same = "using (source_path, file_state, reader_version, text_digest)"
    connection.execute(
        f"delete from {_TABLE} where source_path not in"
        f" (select source_path from ({now}) as now semi join {_TABLE} as known {same})",
        values,
    )
    connection.execute(
        f"insert into {_TABLE} by name from ({now}) as now"
        f" anti join {_TABLE} as known using (source_path)",
        values,
    )


def _is_as_staged(connection: duckdb.DuckDBPyConnection) -> bool:
    """Whether the table is there, with the columns that this version of Sitrep stages."""
    schema, table = _TABLE.split(".")
    held = query(
        connection,
        "select column_name, data_type from duckdb_columns()"
        " where database_name = current_database()"
        " and schema_name = $schema and table_name = $table order by column_index",
        schema=schema,
        table=table,
    )[1]
    described = f"select column_name, column_type from (describe {_AS_STAGED})"
    return held == query(connection, described)[1]
