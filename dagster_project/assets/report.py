"""The situation report as an asset.

Belongs here: when the page is made, and what Dagster is told of it. Does not belong here: what is
on it (`report`).
"""

import dagster as dg

from dagster_project.assets import OWNERS
from dagster_project.assets.published import KEY as PUBLISHED
from dagster_project.resources import writer_lock
from dagster_project.settings import Settings

KEY = dg.AssetKey(["published", "report"])


def build_report_asset(settings: Settings) -> dg.AssetsDefinition:
    """The asset of the page.

    It comes after the published file and reads that alone: a page that cannot be made fails, and
    neither unpublishes the file nor touches the page before.

    Args:
        settings: Where both lie.
    """

    @dg.asset(
        key=KEY,
        deps=[PUBLISHED],
        group_name="published",
        description=(
            "The situation report: one HTML page of the published marts, which needs no network"
            " and opens from the file. Every mark on it leads to its sentences. Grain: one page."
        ),
        kinds={"html"},
        owners=OWNERS,
    )
    def report(context: dg.AssetExecutionContext) -> dg.MaterializeResult:
        # Here, since the drawing libraries take a second that no other asset needs.
        from dagster_project.report.page import write_report

        published = settings.published_database
        if not published.exists():
            raise dg.Failure(
                f"There is no {published} yet: materialize {PUBLISHED.to_user_string()} first."
            )
        with writer_lock(settings.home, say=context.log.warning):
            made = write_report(published, settings.report_page, settings.build_dir)
        return dg.MaterializeResult(
            metadata={
                "path": dg.MetadataValue.path(str(made.path)),
                "size_bytes": dg.MetadataValue.int(made.size_bytes),
                "sentences": dg.MetadataValue.int(made.sentences),
                "left_out": dg.MetadataValue.text("; ".join(made.left_out) or "nothing"),
            }
        )

    return report
