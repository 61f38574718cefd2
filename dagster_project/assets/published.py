"""The published file as an asset.

Belongs here: what has to be right before the swap, and what is told of the file. Does not belong
here: how the swap is done (`publishing`).
"""

from collections.abc import Sequence
from pathlib import Path

import dagster as dg

from dagster_project.assets import OWNERS
from dagster_project.assets.headline import headline
from dagster_project.loading.raw_tables import set_refresh_status
from dagster_project.publishing.published_file import publish
from dagster_project.publishing.written import note_published, parts_written
from dagster_project.resources import WAREHOUSE_POOL, Warehouse, writer_lock
from dagster_project.settings import Settings
from dagster_project.sql import open_to_read, scalar
from dagster_project.tables import markdown_table

KEY = dg.AssetKey(["published", "sitrep"])


def build_published_asset(
    settings: Settings, marts: Sequence[dg.AssetKey], freshness: dg.FreshnessPolicy
) -> dg.AssetsDefinition:
    """The asset of the published file.

    Args:
        settings: Where it lies.
        marts: What it is a copy of. Their blocking checks hold it back.
        freshness: How old it may become.
    """

    @dg.asset(
        key=KEY,
        deps=list(marts),
        group_name="published",
        description=(
            "The DuckDB file that analysts read: a copy of the marts, swapped in as a whole after"
            " the blocking checks passed. Grain: one file."
        ),
        kinds={"duckdb"},
        owners=OWNERS,
        pool=WAREHOUSE_POOL,
        freshness_policy=freshness,
    )
    def sitrep(context: dg.AssetExecutionContext, warehouse: Warehouse) -> dg.MaterializeResult:
        with writer_lock(Path(warehouse.home), say=context.log.warning):
            with warehouse.writer() as connection:
                parts = parts_written(connection, settings.published_database)
            done = publish(warehouse.database, settings.published_database, settings.memory, parts)
            with warehouse.writer() as connection:
                note_published(connection, settings.published_database)
                refresh_id = str(scalar(connection, "select max(refresh_id) from raw.refreshes"))
                set_refresh_status(connection, refresh_id, "published")
        with open_to_read(done.path) as published:
            figures = headline(published)
        return dg.MaterializeResult(
            metadata=figures
            | {
                "report": dg.MetadataValue.path(str(settings.report_page)),
                "path": dg.MetadataValue.path(str(done.path)),
                "size_bytes": dg.MetadataValue.int(done.size_bytes),
                "dagster/row_count": dg.MetadataValue.int(sum(done.row_counts.values())),
                "refresh_id": dg.MetadataValue.text(refresh_id),
                "rows": dg.MetadataValue.md(
                    markdown_table(("table", "rows"), sorted(done.row_counts.items()))
                ),
            }
        )

    return sitrep
