"""The reading list as an asset, whose configuration puts documents on it.

Belongs here: when the list is written and what Dagster is told of it. Does not belong here: which
documents are on it (`loading.reading_list`).
"""

from collections.abc import Sequence

import dagster as dg
from pydantic import Field

from dagster_project.assets import OWNERS
from dagster_project.assets.raw import GROUP, raw_key
from dagster_project.loading.reading_list import (
    MonthError,
    ReadingList,
    ask_for_months,
    with_gazetteers,
    write_reading_list,
)
from dagster_project.loading.set_aside import release
from dagster_project.resources import WAREHOUSE_POOL, Warehouse
from dagster_project.settings import Settings
from dagster_project.tables import markdown_table

KEY = raw_key("reading_list")


class Reading(dg.Config):
    """What is read beside the documents that are new or changed.

    A configuration and no partitions: of one partitioned asset Dagster would make a backfill of
    whatever is materialized together with it.
    """

    everything: bool = Field(default=False, description="Read all documents again.")
    months: list[str] = Field(
        default=[],
        description=(
            "Months whose documents are read again, by their published date: 2017-05, or the first"
            " and the last as 2017-09/2018-02."
        ),
    )


def build_reading_list_asset(
    settings: Settings, coder: str, project: str, raw: Sequence[dg.AssetKey]
) -> dg.AssetsDefinition:
    """The list, with what its configuration asks for.

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
            try:
                asked = ask_for_months(connection, config.months)
            except MonthError as error:
                raise dg.Failure(description=str(error)) from None
            if config.months:
                context.log.info(f"Asked for {', '.join(config.months)}: {asked} documents.")
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

    return reading_list


def in_words(listed: ReadingList) -> str:
    """The list in a line."""
    if not listed.total:
        return "No document is to be read."
    counts = ", ".join(f"{count} {why}" for why, count in listed.counts.items() if count)
    batches = f", in {listed.batches} batches" if listed.batches > 1 else ""
    return f"{listed.total} documents to be read: {counts}{batches}."
