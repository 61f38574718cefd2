"""All sets of files, made beside the former ones and put in their place as a whole.

`exports` is a link to the folder of the last export, so that one step puts the new one in place.
"""

from __future__ import annotations

import glob
import shutil
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import duckdb

from dagster_project.building.project_files import project_fingerprint
from dagster_project.exporting import maps
from dagster_project.exporting.formats import write_csv, write_geojson, write_parquet
from dagster_project.exporting.packages import Origin, Resource, write_package
from dagster_project.exporting.tables import Table, read_tables
from dagster_project.publishing.published_file import SCHEMA
from dagster_project.publishing.schemas import quoted
from dagster_project.resources import writer_lock
from dagster_project.settings import Settings
from dagster_project.sql import number, open_to_read, query, scalar

_ACLED = {
    "export_acled_like": "acled_like_events",
    "export_acled_event_types": "acled_event_types",
    "export_acled_actor_kinds": "acled_actor_kinds",
}
_GDELT = {"export_gdelt_like": "gdelt_like_events", "export_cameo_codes": "cameo_codes"}
_HXL, _HXL_TAGS = "export_hxl_observations", "export_hxl_tags"
# What is smaller is written in a few seconds.
_LARGE_BYTES = 500_000_000


class ExportError(RuntimeError):
    """The exports cannot be written; the message says why. The former ones are as they were."""


@dataclass(frozen=True)
class Exported:
    """What was written.

    Attributes:
        path: The folder, `exports`.
        rows: Rows of each file, by its path below the folder.
        size_bytes: Of all files together.
    """

    path: Path
    rows: dict[str, int]
    size_bytes: int


def export(settings: Settings) -> Exported:
    """Write all sets anew.

    Args:
        settings: Of which warehouse. Only its published file is read.

    Returns:
        What was written.

    Raises:
        ExportError: There is no published file, or a set could not be written.
    """
    published, target = settings.published_database, settings.exports
    if not published.exists():
        raise ExportError(f"There is no {published} yet: run `make refresh` first.")
    with writer_lock(settings.home):
        folders = settings.home / ".exports"
        folders.mkdir(exist_ok=True)
        draft = Path(tempfile.mkdtemp(prefix="export-", dir=folders))
        # mkdtemp's folders are their owner's alone; these are to be read.
        draft.chmod(0o755)
        try:
            with tempfile.TemporaryDirectory(prefix="spill-", dir=folders) as spill:
                rows = _write_sets(published, draft, Path(spill), settings)
            size = _size(draft)
            _put_in_place(draft, target)
        except (OSError, duckdb.Error) as error:
            shutil.rmtree(draft, ignore_errors=True)
            raise ExportError(f"The exports could not be written: {error}") from error
        except BaseException:
            shutil.rmtree(draft, ignore_errors=True)
            raise
        for former in folders.iterdir():
            if former != draft:
                shutil.rmtree(former, ignore_errors=True)
    return Exported(target, rows, size)


def why_not_yet(settings: Settings) -> str | None:
    """Say why a refresh leaves large exports as they are; None where it is to write them.

    Gigabytes anew for each hundred documents would cost more than to read these.

    Args:
        settings: Of which warehouse, and how old its exports may become.
    """
    target = settings.exports
    if not (target.is_symlink() and target.is_dir()):
        return None
    size = _size(target.resolve())
    hours = (time.time() - target.stat().st_mtime) / 3600
    # A clock that was put back tells nothing of their age.
    if size < _LARGE_BYTES or not 0 <= hours < settings.export_hours:
        return None
    return (
        f"The exports ({size / 1e6:,.0f} MB) are {hours:.1f} hours old and stay until they are"
        f" {settings.export_hours}; `make export` writes them now."
    )


def _size(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def _put_in_place(draft: Path, target: Path) -> None:
    link = draft.parent / "link"
    link.unlink(missing_ok=True)
    link.symlink_to(draft.relative_to(target.parent), target_is_directory=True)
    if target.is_dir() and not target.is_symlink():
        # A copied warehouse has a folder where the link was.
        target.rename(draft.parent / "copied")
    link.replace(target)


def _write_sets(published: Path, folder: Path, spill: Path, settings: Settings) -> dict[str, int]:
    with open_to_read(published, settings.memory) as connection:
        connection.execute(f"set temp_directory = '{quoted(spill)}'")
        tables = read_tables(connection)
        origin = _origin(connection, tables, settings)
        every = list(tables.values())
        guard = settings.export_guard_formulas
        parquet = folder / "parquet"
        sets: list[tuple[str, str, list[Resource]]] = [
            ("parquet", "All tables", _parquet(connection, every, parquet)),
            ("csv", "All tables", _csv(connection, every, parquet, folder / "csv", guard=guard)),
        ]
        for name, title, named in (
            ("acled", "Events in the columns of ACLED", _ACLED),
            ("gdelt", "Events in the columns of GDELT", _GDELT),
        ):
            if named.keys() <= tables.keys():
                chosen = [tables[table] for table in named]
                files = _csv(connection, chosen, parquet, folder / name, named, guard=guard)
                sets.append((name, title, files))
        if tables.keys() >= {_HXL, _HXL_TAGS}:
            file = _hxl(connection, tables[_HXL], parquet, folder / "hxl", guard=guard)
            sets.append(("hxl", "Stated quantities with HXL hashtags", [file]))
        if tables.keys() >= maps.NEEDED:
            files = _geojson(connection, folder / "geojson")
            sets.append(("geojson", "Events and stated quantities with positions", files))
        for name, title, resources in sets:
            write_package(folder / name, f"sitrep-{name}", f"Sitrep: {title}", resources, origin)
    return {
        resource.path.relative_to(folder).as_posix(): resource.rows
        for _, _, resources in sets
        for resource in resources
    }


def _parquet(
    connection: duckdb.DuckDBPyConnection, tables: Sequence[Table], folder: Path
) -> list[Resource]:
    folder.mkdir()
    resources = []
    for table in tables:
        path = folder / f"{table.name}.parquet"
        write_parquet(connection, table.in_order, path)
        rows = number(connection, f"select count(*) from '{quoted(path)}'")
        resources.append(_of_table(connection, table, table.name, path, rows))
    return resources


def _csv(
    connection: duckdb.DuckDBPyConnection,
    tables: Sequence[Table],
    parquet: Path,
    folder: Path,
    names: dict[str, str] | None = None,
    *,
    guard: bool,
) -> list[Resource]:
    folder.mkdir()
    resources = []
    for table in tables:
        name = names[table.name] if names else table.name
        path = folder / f"{name}.csv"
        rows = write_csv(connection, _flat(table, parquet), path, guard_formulas=guard)
        resources.append(_of_table(connection, table, name, path, rows))
    return resources


def _hxl(
    connection: duckdb.DuckDBPyConnection,
    table: Table,
    parquet: Path,
    folder: Path,
    *,
    guard: bool,
) -> Resource:
    folder.mkdir()
    tags = dict(query(connection, f"select column_name, hashtag from {SCHEMA}.{_HXL_TAGS}")[1])
    untagged = [column.name for column in table.columns if column.name not in tags]
    if untagged:
        raise ExportError(f"seed hxl_tags has no hashtag for {', '.join(untagged)}")
    path = folder / "observations.csv"
    row = [str(tags[column.name]) for column in table.columns]
    sql = _flat(table, parquet)
    rows = write_csv(connection, sql, path, second_row=row, guard_formulas=guard)
    resource = _of_table(connection, table, "observations", path, rows)
    return Resource(**(vars(resource) | {"has_hashtags": True}))


def _geojson(connection: duckdb.DuckDBPyConnection, folder: Path) -> list[Resource]:
    folder.mkdir()
    resources = []
    for name, sql, what in (
        ("events", maps.EVENTS, "Events as each current document tells them"),
        ("observations", maps.OBSERVATIONS, "Stated quantities of current documents"),
    ):
        path = folder / f"{name}.geojson"
        rows = write_geojson(connection, sql, path)
        description = f"{what} whose place has a position; the others have no feature."
        resources.append(Resource(name, path, None, rows, description))
    return resources


def _flat(table: Table, parquet: Path) -> str:
    """The rows of a table, lists and structs as JSON: CSV has but text.

    Its Parquet file has them in order already.
    """
    columns = [
        f'to_json("{column.name}") as "{column.name}"'
        if column.data_type.endswith(("]", ")")) and not column.data_type.startswith("DECIMAL")
        else f'"{column.name}"'
        for column in table.columns
    ]
    # DuckDB takes a path for a pattern.
    path = glob.escape(str(parquet / f"{table.name}.parquet"))
    return f"select {', '.join(columns)} from '{quoted(path)}'"


def _of_table(
    connection: duckdb.DuckDBPyConnection, table: Table, name: str, path: Path, rows: int
) -> Resource:
    held = number(connection, f'select count(*) from {SCHEMA}."{table.name}"')
    if rows != held:
        raise ExportError(f"{path.name}: {rows} rows were written of {held}")
    return Resource(name, path, table, rows, table.description)


def _origin(
    connection: duckdb.DuckDBPyConnection, tables: dict[str, Table], settings: Settings
) -> Origin:
    refresh_id = refreshed_at = None
    if "audit_row_counts" in tables:
        rows = query(
            connection,
            "select refresh_id, strftime(refreshed_at, '%Y-%m-%dT%H:%M:%SZ')"
            f" from {SCHEMA}.audit_row_counts order by refreshed_at desc, refresh_id desc limit 1",
        )[1]
        refresh_id, refreshed_at = map(str, rows[0]) if rows else (None, None)
    return Origin(
        refresh_id=refresh_id,
        refreshed_at=refreshed_at,
        coder_version=_coder_version(connection, tables, settings),
        licence=settings.export_licence,
        guards_formulas=settings.export_guard_formulas,
    )


def _coder_version(
    connection: duckdb.DuckDBPyConnection, tables: dict[str, Table], settings: Settings
) -> str:
    """The versions that read the facts, else that of the project as it is now."""
    facts = tables.get("fct_observations")
    if facts and any(column.name == "coder_version" for column in facts.columns):
        versions = "string_agg(distinct coder_version, ', ' order by coder_version)"
        found = scalar(connection, f"select {versions} from {SCHEMA}.fct_observations")
        if found:
            return str(found)
    return project_fingerprint(settings.dbt_project_dir)[:16]
