"""The exported files as an asset. How they are written is in `exporting`."""

import dagster as dg

from dagster_project.assets.published import KEY as PUBLISHED
from dagster_project.assets.raw import OWNERS
from dagster_project.exporting.export import export
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
            " Put in place as a whole; a failed export leaves the former one. Grain: one folder."
        ),
        kinds={"parquet", "csv", "geojson"},
        owners=OWNERS,
        pool=WAREHOUSE_POOL,
    )
    def exports() -> dg.MaterializeResult:
        done = export(settings)
        return dg.MaterializeResult(
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
