"""The exported files as an asset. How they are written is in `exporting`."""

from collections.abc import Iterator

import dagster as dg

from dagster_project.assets import OWNERS
from dagster_project.assets.published import KEY as PUBLISHED
from dagster_project.exporting.export import export, why_not_yet
from dagster_project.resources import WAREHOUSE_POOL
from dagster_project.settings import Settings
from dagster_project.tables import markdown_table

KEY = dg.AssetKey(["published", "exports"])


def build_exports_asset(settings: Settings) -> dg.AssetsDefinition:
    """The asset of the exports.

    Args:
        settings: Where they lie, and under which licence.
    """

    @dg.asset(
        key=KEY,
        deps=[PUBLISHED],
        group_name="published",
        description=(
            "Files for other tools, from the published file alone: Parquet, CSV, GeoJSON, HXL,"
            " and events in the columns of ACLED and GDELT, each set with a datapackage.json."
            " Put in place as a whole; a failed export leaves the former one. Large ones are"
            " written once a day, or as the setting SITREP_EXPORT_HOURS says. Grain: one folder."
        ),
        kinds={"parquet", "csv", "geojson"},
        owners=OWNERS,
        pool=WAREHOUSE_POOL,
        output_required=False,
    )
    def exports(context: dg.AssetExecutionContext) -> Iterator[dg.MaterializeResult]:
        if reason := why_not_yet(settings):
            context.log.info(reason)
            return
        done = export(settings)
        yield dg.MaterializeResult(
            metadata={
                "path": dg.MetadataValue.path(str(done.path)),
                "size_bytes": dg.MetadataValue.int(done.size_bytes),
                "files": dg.MetadataValue.int(len(done.rows)),
                "rows": dg.MetadataValue.md(
                    markdown_table(("file", "rows"), sorted(done.rows.items()))
                ),
            }
        )

    return exports
