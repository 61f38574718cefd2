"""The reading list as an asset, and a way to put documents on it from the UI.

Belongs here: when the list is written and what Dagster is told of it. Does not belong here: which
documents are on it (`loading.reading_list`).
"""

from collections.abc import Sequence

import dagster as dg

from dagster_project.assets import OWNERS
from dagster_project.assets.raw import GROUP, raw_key
from dagster_project.loading.reading_list import (
    ReadingList,
    ask_for_month,
    with_gazetteers,
    write_reading_list,
)
from dagster_project.loading.set_aside import release
from dagster_project.resources import WAREHOUSE_POOL, Warehouse
from dagster_project.settings import Settings
from dagster_project.tables import markdown_table

KEY = raw_key("reading_list")
MONTHS = raw_key("months_to_read_again")
_FIRST_MONTH = "2011-01-01"


class Reading(dg.Config):
    """How much is read."""

    everything: bool = False


def build_reading_list_assets(
    settings: Settings, coder: str, project: str, raw: Sequence[dg.AssetKey]
) -> tuple[dg.AssetsDefinition, dg.AssetsDefinition]:
    """The list, and the months that somebody asks for.

    Args:
        settings: How long a batch is.
        coder: Version of the project's files that read documents.
        project: Version of all its files, those that check what was read among them.
        raw: What has to be loaded before.
    """

    @dg.asset(
        key=KEY,
        deps=list(raw),
        group_name=GROUP,
        description=(
            "The documents that this refresh reads, and why. Grain: one row a document that is"
            " new, changed, removed, asked for, or was read by other rules."
        ),
        kinds={"duckdb"},
        owners=OWNERS,
        pool=WAREHOUSE_POOL,
    )
    def reading_list(
        context: dg.AssetExecutionContext, config: Reading, warehouse: Warehouse
    ) -> dg.MaterializeResult:
        with warehouse.writer() as connection:
            version = with_gazetteers(connection, coder)
            rules = with_gazetteers(connection, project)
            release(connection, rules, everything=config.everything)
            listed = write_reading_list(
                connection, version, settings.batch_documents, everything=config.everything
            )
        context.log.info(in_words(listed))
        return dg.MaterializeResult(
            metadata={
                "documents": dg.MetadataValue.int(listed.total),
                **{name: dg.MetadataValue.int(count) for name, count in listed.counts.items()},
                "first_documents": dg.MetadataValue.md(
                    markdown_table(
                        ("reason", "document"),
                        [(why, name) for why, names in listed.first.items() for name in names],
                    )
                ),
                "batches": dg.MetadataValue.int(listed.batches),
                "coder_version": dg.MetadataValue.text(version),
            }
        )

    @dg.asset(
        key=MONTHS,
        group_name=GROUP,
        partitions_def=dg.MonthlyPartitionsDefinition(start_date=_FIRST_MONTH, end_offset=1),
        backfill_policy=dg.BackfillPolicy.single_run(),
        description=(
            "Months whose documents are to be read again: materializing one puts what was"
            " published in it on the reading list, and a refresh follows. Grain: one month."
        ),
        kinds={"duckdb"},
        owners=OWNERS,
        pool=WAREHOUSE_POOL,
    )
    def months_to_read_again(
        context: dg.AssetExecutionContext, warehouse: Warehouse
    ) -> dg.MaterializeResult:
        window = context.partition_time_window
        with warehouse.writer() as connection:
            asked = ask_for_month(connection, window.start.date(), window.end.date())
        context.log.info(f"{asked} documents are to be read again.")
        return dg.MaterializeResult(metadata={"documents": dg.MetadataValue.int(asked)})

    return reading_list, months_to_read_again


def in_words(listed: ReadingList) -> str:
    """The list in a line."""
    if not listed.total:
        return "No document is to be read."
    counts = ", ".join(f"{count} {why}" for why, count in listed.counts.items() if count)
    batches = f", in {listed.batches} batches" if listed.batches > 1 else ""
    return f"{listed.total} documents to be read: {counts}{batches}."
