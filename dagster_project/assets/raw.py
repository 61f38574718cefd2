"""Raw assets: files to `raw.*`.

Belongs here: when the raw folder is loaded and what Dagster is told of it. Does not belong here:
how (`loading`, `reading`).
"""

import sqlite3
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta

import dagster as dg
import duckdb

from dagster_project.assets import OWNERS
from dagster_project.assets.column_metadata import rows_metadata, table_schema
from dagster_project.assets.sources import KEY as SOURCES
from dagster_project.assets.sources import write_collections
from dagster_project.home import HomeError
from dagster_project.loading.gazetteer import gazetteer_version, read_gazetteer
from dagster_project.loading.gazetteer_files import load_gazetteer_files
from dagster_project.loading.load import LoadResult, load
from dagster_project.loading.load_ledger import Load, remarks
from dagster_project.loading.raw_tables import has_raw_tables
from dagster_project.publishing.history import HistoryError, take_over
from dagster_project.resources import WAREHOUSE_POOL, Warehouse, set_damaged_aside, writer_lock
from dagster_project.retention import delete_leftovers, delete_old_runs
from dagster_project.settings import Settings
from dagster_project.sql import number, query, scalar, transaction

GROUP = "raw"
LOADING = "raw_documents"

_TABLES = {
    "articles": "News articles as loaded. Grain: one row a version of a file.",
    "bulletins": "Bulletins as loaded. Grain: one row a version of a file.",
    "load_ledger": "What became of each file. Grain: one row a raw file in one refresh.",
    "rejections": "Files that cannot be loaded now. Grain: one row a file.",
    "set_aside": "Documents left out since they broke a check. Grain: one row a document.",
    "refreshes": "Refreshes and how they ended. Grain: one row a refresh.",
    "collections": "What was asked of the sources. Grain: one row a collection of a source.",
}
_GAZETTEER = {
    "world_cities": "Cities of the world from GeoNames. Grain: one row a city.",
    "countries": "Countries of the world from GeoNames. Grain: one row a country.",
}
_GAZETTEER_FILES = {
    "gazetteer_files": "Files under raw/gazetteer. Grain: one row a file.",
    "gazetteer_places": "Places of GeoNames country dumps. Grain: one row a place.",
    "gazetteer_names": "GeoNames alternate names. Grain: one row a name of a place.",
    "gazetteer_pcodes": "Units and places with a P-code. Grain: one row a P-code.",
}


class Opening(dg.Config):
    """Which files are opened."""

    everything: bool = False


def raw_key(table: str) -> dg.AssetKey:
    """The asset key of a raw table."""
    return dg.AssetKey(["raw", table])


def _specs(
    tables: dict[str, str], kinds: set[str], deps: Sequence[dg.AssetKey] = ()
) -> list[dg.AssetSpec]:
    return [
        dg.AssetSpec(
            raw_key(table),
            deps=deps,
            description=text,
            group_name=GROUP,
            kinds=kinds,
            owners=OWNERS,
        )
        for table, text in tables.items()
    ]


def build_raw_assets(settings: Settings, project_fingerprint: str) -> list[dg.AssetsDefinition]:
    """The assets of the raw layer.

    Args:
        settings: Where the files are and how large they may be.
        project_fingerprint: Of the models and code that a refresh runs with.
    """

    # One function for all: the ledger counts every file once, so the tables are right together
    # or not at all, and no subset of them can be loaded.
    @dg.multi_asset(
        name=LOADING,
        specs=_specs(_TABLES, {"polars", "duckdb"}, deps=[SOURCES]),
        pool=WAREHOUSE_POOL,
        can_subset=False,
    )
    def raw_documents(
        context: dg.AssetExecutionContext, config: Opening, warehouse: Warehouse
    ) -> Iterator[dg.MaterializeResult]:
        _clean_up(context, settings, warehouse)
        now = _later_than_the_last(warehouse, datetime.now(UTC).replace(tzinfo=None))
        named = Load(
            refresh_id=f"{now:%Y%m%dT%H%M%S.%fZ}-{context.run_id[:8]}",
            run_id=context.run_id,
            at=now,
            project_fingerprint=project_fingerprint,
            open_all=config.everything,
            ledger_refreshes=settings.ledger_refreshes,
            refresh_days=settings.run_retention_days,
        )
        with warehouse.writer() as connection:
            result = load(
                connection,
                settings.raw_dir,
                named=named,
                max_file_bytes=settings.max_file_bytes,
                batch_files=settings.load_batch_files,
            )
            try:
                write_collections(connection, settings)
            except sqlite3.Error as error:
                # The journal tells of the sources alone, and may be lost.
                context.log.warning(f"What was asked of the sources cannot be told: {error}.")
            settings.loaded_fingerprint.write_text(result.raw_fingerprint)
            context.log.info(_in_words(result))
            for path, detail in remarks(connection):
                context.log.warning(f"{path} {detail}.")
            for table in _TABLES:
                yield dg.MaterializeResult(
                    asset_key=raw_key(table),
                    metadata=_load_metadata(result) | _table_metadata(connection, table),
                )

    @dg.multi_asset(
        name="raw_gazetteer",
        specs=_specs(_GAZETTEER | _GAZETTEER_FILES, {"polars", "duckdb"}),
        pool=WAREHOUSE_POOL,
        can_subset=False,
    )
    def raw_gazetteer(
        context: dg.AssetExecutionContext, warehouse: Warehouse
    ) -> Iterator[dg.MaterializeResult]:
        with warehouse.writer() as connection:
            written = load_gazetteer(connection)
            context.log.info("Gazetteer written." if written else "Gazetteer is up to date.")
            for table in _GAZETTEER:
                yield dg.MaterializeResult(
                    asset_key=raw_key(table),
                    metadata={"source": gazetteer_version(), "written": written}
                    | _table_metadata(connection, table),
                )
            now = datetime.now(UTC).replace(tzinfo=None)
            written = load_gazetteer_files(connection, settings.raw_dir, now)
            for table in _GAZETTEER_FILES:
                yield dg.MaterializeResult(
                    asset_key=raw_key(table),
                    metadata={"source": "raw/gazetteer", "written": written}
                    | _table_metadata(connection, table),
                )

    return [raw_documents, raw_gazetteer]


def _clean_up(context: dg.AssetExecutionContext, settings: Settings, warehouse: Warehouse) -> None:
    """Take away what earlier runs left, and bring the build file into order."""
    days, kept = settings.run_retention_days, settings.runs_kept
    # Another refresh is waited for: it has the file open, and deletes the same records.
    with writer_lock(settings.home, say=context.log.warning):
        delete_old_runs(context.instance, settings.dagster_home, days, kept)
        try:
            delete_leftovers(settings)
            set_damaged_aside(warehouse.database, context.log.warning)
            with warehouse.writer() as connection:
                take_over(connection, settings.published_database, context.log.warning)
        except (HomeError, HistoryError) as error:
            raise dg.Failure(description=str(error)) from error


def _later_than_the_last(warehouse: Warehouse, now: datetime) -> datetime:
    """The time of a refresh, after the last one's even where the clock was put back.

    Refreshes are told apart by their time: the last one is what counts as loaded.
    """
    if not warehouse.database.exists():
        return now
    with warehouse.reader() as connection:
        if not has_raw_tables(connection):
            return now
        last = scalar(connection, "select max(refreshed_at) from raw.refreshes")
    assert last is None or isinstance(last, datetime)
    return now if last is None else max(now, last + timedelta(microseconds=1))


def load_gazetteer(connection: duckdb.DuckDBPyConnection) -> bool:
    """Write the gazetteer's tables unless they hold this version already.

    Returns:
        Whether they were written.
    """
    wanted = gazetteer_version()
    held = number(
        connection,
        "select count(*) from duckdb_tables() where schema_name = 'raw'"
        " and table_name in ('world_cities', 'countries') and comment = $wanted",
        wanted=wanted,
    )
    if held == 2:
        return False
    cities, countries = read_gazetteer()
    connection.execute("create schema if not exists raw")
    with transaction(connection):
        for table, frame in (("world_cities", cities), ("countries", countries)):
            connection.register("gazetteer_frame", frame)
            connection.execute(f"create or replace table raw.{table} as from gazetteer_frame")
            connection.execute(f"comment on table raw.{table} is '{wanted}'")
            connection.unregister("gazetteer_frame")
    return True


def _in_words(result: LoadResult) -> str:
    counts = ", ".join(f"{count} {outcome}" for outcome, count in result.outcomes.items())
    gone = f", {result.removed} documents gone" if result.removed else ""
    return f"{result.files_found} files found: {counts}{gone}."


def _load_metadata(result: LoadResult) -> dict[str, dg.MetadataValue]:
    return {
        "refresh_id": dg.MetadataValue.text(result.refresh_id),
        "files_found": dg.MetadataValue.int(result.files_found),
        **{name: dg.MetadataValue.int(count) for name, count in result.outcomes.items()},
        "rejected_by_reason": dg.MetadataValue.json(result.reasons),
        "documents_gone": dg.MetadataValue.int(result.removed),
    }


def _table_metadata(
    connection: duckdb.DuckDBPyConnection, table: str
) -> dict[str, dg.MetadataValue]:
    described = f"select column_name, column_type from (describe raw.{table})"
    schema = table_schema(dict(query(connection, described)[1]), {}, {})
    return {
        "dagster/column_schema": dg.MetadataValue.table_schema(schema),
        **rows_metadata(connection, f"raw.{table}"),
    }
