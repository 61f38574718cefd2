"""The sources as an asset: what was collected into the raw folder.

Belongs here: when sources are asked and what Dagster is told of it. Does not belong here: how
(`collecting`). It writes files and the journal, never the build file, so it needs no writer's lock.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import dagster as dg
import duckdb
import polars as pl

from dagster_project.assets import OWNERS
from dagster_project.collecting.journal import Collection, open_journal
from dagster_project.collecting.sources import SourcesFileError
from dagster_project.settings import Settings
from dagster_project.sql import transaction
from dagster_project.tables import markdown_table

if TYPE_CHECKING:
    # What fetches and unpacks takes half a second to import: it is where something is collected.
    from dagster_project.collecting.web import Limits

KEY = dg.AssetKey(["sources", "collected"])
CHECK = "every_source_answers"
_COLUMNS = ("source", "status", "seen", "new", "changed", "failed", "ended at", "message")
_SCHEMA = {
    "source_name": pl.String,
    "source_kind": pl.String,
    "started_at": pl.String,
    "ended_at": pl.String,
    "status": pl.String,
    "items_seen": pl.Int64,
    "items_new": pl.Int64,
    "items_changed": pl.Int64,
    "items_failed": pl.Int64,
    "message": pl.String,
}


def limits_of(settings: Settings) -> "Limits":
    """What a fetch may cost under some settings."""
    from dagster_project.collecting.web import Limits

    return Limits(
        max_bytes=settings.max_file_bytes,
        total_seconds=settings.collect_timeout_seconds,
        pause_seconds=settings.collect_pause_seconds,
    )


def build_sources_asset(settings: Settings) -> dg.AssetsDefinition:
    """The asset of what was collected.

    Args:
        settings: Which raw folder, whose sources file is read at each run.
    """

    @dg.asset(
        key=KEY,
        group_name="sources",
        description=(
            "Files that the sources of raw/sources.yml brought into the raw folder. Grain: one"
            " file a version of a document."
        ),
        kinds={"python"},
        owners=OWNERS,
        check_specs=[
            dg.AssetCheckSpec(
                CHECK, asset=KEY, description="Each source could be asked, and gave what it lists."
            )
        ],
    )
    def collected(context: dg.AssetExecutionContext) -> Iterator[dg.MaterializeResult]:
        from dagster_project.collecting.collect import collect_all, in_words

        try:
            done = collect_all(
                settings.raw_dir,
                settings.collecting_journal,
                limits_of(settings),
                context.log.info,
            )
        except SourcesFileError as error:
            raise dg.Failure(description=str(error), allow_retries=False) from error
        with open_journal(settings.collecting_journal) as journal:
            journal.prune(settings.run_retention_days)
        failed = [one for one in done if one.status != "ok"]
        yield dg.MaterializeResult(
            metadata={
                "sources": dg.MetadataValue.int(len(done)),
                "new": dg.MetadataValue.int(sum(one.items_new for one in done)),
                "changed": dg.MetadataValue.int(sum(one.items_changed for one in done)),
                "failed": dg.MetadataValue.int(sum(one.items_failed for one in done)),
                "by_source": dg.MetadataValue.md(_table(done)),
            },
            check_results=[
                dg.AssetCheckResult(
                    check_name=CHECK,
                    passed=not failed,
                    severity=dg.AssetCheckSeverity.WARN,
                    metadata={"failing_rows": dg.MetadataValue.md(_table(failed))},
                    description="\n".join(map(in_words, failed)) or None,
                )
            ],
        )

    return collected


def write_collections(connection: duckdb.DuckDBPyConnection, settings: Settings) -> None:
    """Copy the journal's collections into raw.collections, from which marts.audit_sources is made.

    Args:
        connection: To the build file, writable, with its raw tables.
        settings: Whose journal.
    """
    with open_journal(settings.collecting_journal) as journal:
        # Those of `make refresh`, too, which runs no asset of the sources.
        journal.prune(settings.run_retention_days)
        rows = [vars(one) for one in journal.collections()]
    connection.register("journal", pl.DataFrame(rows, schema=_SCHEMA))
    with transaction(connection):
        connection.execute("delete from raw.collections")
        connection.execute("""
            insert into raw.collections
            select * replace (
                cast(cast(started_at as timestamptz) at time zone 'UTC' as timestamp) as started_at,
                cast(cast(ended_at as timestamptz) at time zone 'UTC' as timestamp) as ended_at
            )
            from journal
        """)
    connection.unregister("journal")


def _table(done: list[Collection]) -> str:
    rows = [
        (
            one.source_name,
            one.status,
            one.items_seen,
            one.items_new,
            one.items_changed,
            one.items_failed,
            one.ended_at,
            one.message or "",
        )
        for one in done
    ]
    return markdown_table(_COLUMNS, rows)
