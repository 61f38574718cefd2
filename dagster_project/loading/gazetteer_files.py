"""Gazetteers that a user lays under `raw/gazetteer/`: which files there are, and their tables.

Belongs here: from the folder to `raw.gazetteer_*`. Does not belong here: the formats
(`reading.gazetteers`), which of their places are the dictionary's (the models), the gazetteer
that comes with the project (`gazetteer`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

import duckdb
import polars as pl

from dagster_project.loading.raw_folder import gazetteer_files
from dagster_project.reading.documents import file_sha256, sha256
from dagster_project.reading.gazetteers import (
    NAME_SCHEMA,
    PCODE_SCHEMA,
    PLACE_SCHEMA,
    Schema,
    file_kind,
    read_dump,
    read_names,
    read_pcodes,
)
from dagster_project.reading.rejections import Reason, RejectedError
from dagster_project.sql import number, transaction

# Changes when the same files would give other tables.
READER_VERSION = 2

FILE_SCHEMA: Schema = {
    "source_path": pl.String,
    "content_sha256": pl.String,
    "file_kind": pl.String,
    "row_count": pl.Int64,
    "reason": pl.String,
    "detail": pl.String,
}
_SCHEMAS = {
    "gazetteer_places": PLACE_SCHEMA,
    "gazetteer_names": NAME_SCHEMA,
    "gazetteer_pcodes": PCODE_SCHEMA,
}
TABLES = (*_SCHEMAS, "gazetteer_files")


@dataclass(frozen=True)
class GazetteerFile:
    """What became of one file.

    Attributes:
        source_path: Below the raw folder, posix.
        content_sha256: In hex; None where it could not be read.
        file_kind: `geonames`, `alternate_names` or `pcodes`; None where it is none of them.
        row_count: Rows that it gave.
        reason: Why it was refused; None where it was not.
        detail: The reason in words.
    """

    source_path: str
    content_sha256: str | None
    file_kind: str | None = None
    row_count: int = 0
    reason: str | None = None
    detail: str | None = None


def gazetteer_folder_version(raw_dir: Path) -> str:
    """Names the content of `raw/gazetteer/` by what documents are known again by, too.

    A file that nobody may read, for one, has another time of change when somebody may.
    """
    lines = [
        f"{f.path}\t{f.size}\t{f.modified_ns}\t{f.changed_ns}\t{f.inode}"
        for f in gazetteer_files(raw_dir)
    ]
    return sha256("\n".join([str(READER_VERSION), *lines]).encode())


def holds_gazetteer_files(connection: duckdb.DuckDBPyConnection, raw_dir: Path) -> bool:
    """Whether the tables hold what lies in the folder now."""
    held = number(
        connection,
        "select count(*) from duckdb_tables() where schema_name = 'raw' and comment = $wanted"
        " and starts_with(table_name, 'gazetteer_')",
        wanted=gazetteer_folder_version(raw_dir),
    )
    return held == len(TABLES)


def load_gazetteer_files(
    connection: duckdb.DuckDBPyConnection, raw_dir: Path, at: datetime
) -> bool:
    """Write `raw.gazetteer_*` unless they hold the folder's content already.

    Args:
        connection: To the build file, writable.
        raw_dir: The raw folder; it need not have a gazetteer.
        at: UTC, for files that are refused for the first time.

    Returns:
        Whether the tables were written.
    """
    if holds_gazetteer_files(connection, raw_dir):
        return False
    version = gazetteer_folder_version(raw_dir)
    frames, files = read_gazetteer_files(raw_dir)
    connection.execute("create schema if not exists raw")
    with transaction(connection):
        for table, frame in frames.items():
            connection.register("gazetteer_frame", frame)
            connection.execute(f"create or replace table raw.{table} as from gazetteer_frame")
            connection.unregister("gazetteer_frame")
        _write_files(connection, files, at)
        for table in TABLES:
            connection.execute(f"comment on table raw.{table} is '{version}'")
    return True


def _write_files(
    connection: duckdb.DuckDBPyConnection, files: Sequence[GazetteerFile], at: datetime
) -> None:
    schema = {**FILE_SCHEMA, "first_seen_at": pl.Datetime("us")}
    now = pl.DataFrame(
        [{**vars(file), "first_seen_at": at} for file in files], schema=schema, orient="row"
    )
    connection.register("gazetteer_files_now", now)
    connection.execute(
        "create table if not exists raw.gazetteer_files as from gazetteer_files_now limit 0;"
        "create or replace table raw.gazetteer_files as"
        " select now.* replace (coalesce(known.first_seen_at, now.first_seen_at) as first_seen_at)"
        " from gazetteer_files_now as now"
        " left join raw.gazetteer_files as known"
        " on known.source_path = now.source_path"
        " and known.content_sha256 is not distinct from now.content_sha256"
        " and known.reason is not distinct from now.reason"
        " order by now.source_path"
    )
    connection.unregister("gazetteer_files_now")


def read_gazetteer_files(raw_dir: Path) -> tuple[dict[str, pl.DataFrame], list[GazetteerFile]]:
    """Read all files; a file that cannot be read costs only itself.

    Args:
        raw_dir: The raw folder.

    Returns:
        The frames by table name, without `gazetteer_files`, and what became of each file. What
        two files tell of one place is taken from the first in the alphabet.
    """
    pieces: dict[str, list[pl.DataFrame]] = {name: [] for name in _SCHEMAS}
    outcomes: dict[str, GazetteerFile] = {}
    listed = {file.path: file for file in gazetteer_files(raw_dir)}
    kinds: dict[str, str] = {}
    for file in listed.values():
        path = file.below(raw_dir)
        outcome = GazetteerFile(file.path, None)
        try:
            if file.fault is not None:
                raise RejectedError(Reason.UNREADABLE, file.fault)
            outcome = replace(outcome, content_sha256=file_sha256(path))
            kinds[file.path] = file_kind(path)
            outcome = replace(outcome, file_kind=kinds[file.path])
        except (RejectedError, OSError) as error:
            outcome = _refused(outcome, error)
        outcomes[file.path] = outcome
    # Names last: of two hundred countries' names only those of known places are kept.
    order = ("geonames", "pcodes", "alternate_names")
    for path in sorted(kinds, key=lambda name: (order.index(kinds[name]), name)):
        try:
            where = listed[path].below(raw_dir)
            if kinds[path] == "alternate_names":
                table, frame = "gazetteer_names", read_names(where, _ids(pieces))
            elif kinds[path] == "geonames":
                table, frame = "gazetteer_places", read_dump(where)
            else:
                table, frame = "gazetteer_pcodes", read_pcodes(where)
        except (RejectedError, OSError) as error:
            outcome = _refused(outcomes[path], error)
        else:
            outcome = replace(outcomes[path], row_count=frame.height)
            schema = _SCHEMAS[table]
            pieces[table].append(
                frame.with_columns(source_path=pl.lit(path)).select(*schema).cast(dict(schema))
            )
        outcomes[path] = outcome
    keys = {
        "gazetteer_places": ["geoname_id"],
        "gazetteer_names": ["geoname_id", "alternate_name"],
        "gazetteer_pcodes": ["pcode"],
    }
    frames = {
        table: pl.concat([pl.DataFrame(schema=_SCHEMAS[table]), *pieces[table]])
        .unique(key, keep="first", maintain_order=True)
        .sort(key)
        for table, key in keys.items()
    }
    return frames, list(outcomes.values())


def _ids(pieces: dict[str, list[pl.DataFrame]]) -> pl.Series:
    known = [frame["geoname_id"] for frame in pieces["gazetteer_places"]]
    return pl.concat(known) if known else pl.Series("geoname_id", [], dtype=pl.Int64)


def _refused(file: GazetteerFile, error: RejectedError | OSError) -> GazetteerFile:
    """What became of a file that was refused, or that could not be opened, or no longer."""
    if isinstance(error, RejectedError):
        return replace(file, reason=str(error.reason), detail=error.detail)
    # The system's words alone: a path differs between machines.
    detail = error.strerror or type(error).__name__
    return replace(file, reason=str(Reason.UNREADABLE), detail=detail)
