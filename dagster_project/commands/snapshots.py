"""Snapshots: raw tables and marts as Parquet files with checksums, and the way back.

Belongs here: `make snapshot` and `make restore`. Does not belong here: the raw folder's files,
whose texts are in the raw tables, and how a warehouse is built.

    snapshots/20261121T224133Z/SHA256SUMS      as sha256sum checks them
    snapshots/20261121T224133Z/raw/            schema.json and a Parquet file a table
    snapshots/20261121T224133Z/marts/          the same of the published file
"""

from __future__ import annotations

import json
import re
import shutil
import sys
from datetime import UTC, datetime
from pathlib import Path

import duckdb

from dagster_project.commands.arguments import parser_of
from dagster_project.home import HomeError, prepare_home
from dagster_project.publishing.published_file import STORAGE_VERSION
from dagster_project.publishing.schemas import quoted, read_schema
from dagster_project.reading.documents import file_sha256
from dagster_project.resources import writer_lock
from dagster_project.settings import SettingError, Settings, load_settings
from dagster_project.sql import open_to_read

_SUMS = "SHA256SUMS"
_SCHEMA = "schema.json"
_NAME = "%Y%m%dT%H%M%SZ"
_NAMED = re.compile(r"\d{8}T\d{6}Z")


class SnapshotError(RuntimeError):
    """A snapshot cannot be made or restored; the message says why. Nothing was changed."""


def main(arguments: list[str]) -> int:
    """Make a snapshot, or restore the one whose folder is named.

    Returns:
        The exit status: 0, or 1 when it could not be done, 2 for unusable settings.
    """
    parser = parser_of("snapshots", __doc__)
    parser.add_argument("folder", nargs="?", type=Path, help="the snapshot to put back")
    folder = parser.parse_args(arguments).folder
    try:
        settings = load_settings()
        prepare_home(settings)
        if folder:
            restore(settings, folder)
            print(f"Restored {settings.published_database} and the raw tables of its build file.")
        else:
            print(f"Written: {snapshot(settings)}")
    except (SettingError, HomeError) as error:
        print(error, file=sys.stderr)
        return 2
    except SnapshotError as error:
        print(error, file=sys.stderr)
        return 1
    except (OSError, duckdb.Error) as error:
        failed = "restored" if folder else "made"
        print(f"The snapshot could not be {failed}: {error}", file=sys.stderr)
        return 1
    return 0


def snapshot(settings: Settings) -> Path:
    """Write the raw tables and the marts.

    Args:
        settings: Of which warehouse.

    Returns:
        The snapshot's folder, whole: it has its name only when all is written.

    Raises:
        SnapshotError: There is nothing to write yet.
    """
    files = _files(settings)
    for path in files.values():
        if not path.exists():
            raise SnapshotError(f"There is no {path} yet: run `make refresh` first.")
    # What lies there without the lock was left by a command that was killed.
    with writer_lock(settings.home):
        folder = settings.home / "snapshots" / f"{datetime.now(UTC):{_NAME}}"
        draft = folder.with_name(f".{folder.name}.draft")
        draft.mkdir(parents=True)
        try:
            for schema, path in files.items():
                _write_schema(path, schema, draft / schema)
            written = sorted(path for path in draft.rglob("*") if path.is_file())
            sums = [
                f"{file_sha256(path)}  {path.relative_to(draft).as_posix()}\n" for path in written
            ]
            (draft / _SUMS).write_text("".join(sums))
            draft.rename(folder)
        finally:
            shutil.rmtree(draft, ignore_errors=True)
    if settings.snapshots_kept is not None:
        # Names sort by time; whatever else lies there is not ours to delete.
        made = sorted(path for path in folder.parent.iterdir() if _NAMED.fullmatch(path.name))
        for older in made[: -settings.snapshots_kept]:
            shutil.rmtree(older)
    return folder


def restore(settings: Settings, folder: Path) -> None:
    """Put a snapshot's raw tables and marts in the place of the warehouse's own.

    The next refresh is a whole one: intermediate tables are made anew, not restored.

    Args:
        settings: Into which warehouse.
        folder: The snapshot.

    Raises:
        SnapshotError: It is no snapshot, or not as it was written.
    """
    _check_sums(folder)
    with writer_lock(settings.home):
        drafts = {}
        try:
            for schema, path in _files(settings).items():
                drafts[path] = path.with_name(f".{path.name}.restored")
                _read_schema(folder / schema, schema, drafts[path])
            for path, draft in drafts.items():
                Path(f"{path}.wal").unlink(missing_ok=True)
                draft.replace(path)
        finally:
            for draft in drafts.values():
                draft.unlink(missing_ok=True)


def _files(settings: Settings) -> dict[str, Path]:
    return {"raw": settings.build_database, "marts": settings.published_database}


def _write_schema(database: Path, schema: str, folder: Path) -> None:
    folder.mkdir()
    with open_to_read(database) as connection:
        ((name,),) = connection.execute("select current_database()").fetchall()
        found = read_schema(connection, name, schema)
        for table in found.tables:
            target = quoted(folder / f"{table}.parquet")
            connection.execute(f"copy {schema}.\"{table}\" to '{target}' (format parquet)")
        content = {"tables": found.tables, "finishing": found.finishing}
        (folder / _SCHEMA).write_text(json.dumps(content, indent=1, ensure_ascii=False))


def _read_schema(folder: Path, schema: str, database: Path) -> None:
    content = json.loads((folder / _SCHEMA).read_text())
    database.parent.mkdir(parents=True, exist_ok=True)
    database.unlink(missing_ok=True)
    options = {"storage_compatibility_version": STORAGE_VERSION} if schema == "marts" else {}
    with duckdb.connect(database, config=options) as connection:
        connection.execute(f"create schema {schema}")
        for table, definition in content["tables"].items():
            connection.execute(definition)
            source = quoted(folder / f"{table}.parquet")
            connection.execute(f"insert into {schema}.\"{table}\" by name from '{source}'")
        for statement in content["finishing"]:
            connection.execute(statement)
        if schema == "raw":
            # Its models are not there: no refresh may take itself for a repetition of the last.
            connection.execute("update raw.refreshes set project_fingerprint = null")
        connection.execute("checkpoint")


def _check_sums(folder: Path) -> None:
    sums = folder / _SUMS
    if not sums.is_file():
        raise SnapshotError(f"{folder} is no snapshot: it holds no {_SUMS}.")
    lines = sums.read_text(errors="replace").splitlines()
    stated = {name: digest for digest, _, name in (line.partition("  ") for line in lines)}
    found = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    if missing := sorted(stated.keys() - found):
        raise SnapshotError(f"{folder}: {', '.join(missing)} is missing.")
    for name, digest in stated.items():
        if file_sha256(folder / name) != digest:
            raise SnapshotError(f"{folder}: {name} is not as it was written.")


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
