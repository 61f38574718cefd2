"""The ledger of a load: its name, what became of each file, what is rejected.

Belongs here: the rows that tell of a load, and how long they are kept. Does not belong here: the
outcomes themselves (`load`).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

import duckdb

from dagster_project.loading.raw_tables import LATEST
from dagster_project.sql import Row, query

_TOLD = 5


@dataclass(frozen=True)
class Load:
    """Names one load: goes into the rows it writes.

    Attributes:
        refresh_id: Sorts by time.
        run_id: Dagster's.
        at: UTC, without zone.
        project_fingerprint: Of models and code, to see whether a refresh has anything to do.
        open_all: Open also the files that seem to be as they were read.
        ledger_refreshes: Refreshes whose ledger keeps every file, this one included.
        refresh_days: Age at which it is forgotten that a refresh was.
    """

    refresh_id: str
    run_id: str
    at: datetime
    project_fingerprint: str | None = None
    open_all: bool = False
    ledger_refreshes: int = 10
    refresh_days: int = 90


def write_ledger(
    connection: duckdb.DuckDBPyConnection, named: Load, files_found: int, fingerprint: str
) -> None:
    """Write what became of each file, what is rejected now, and that a refresh runs.

    Args:
        connection: To the build file, in a load's transaction, with its table `outcomes`.
        named: The load.
        files_found: Files in the raw folder.
        fingerprint: The raw folder's.
    """
    connection.execute(
        """
        insert into raw.load_ledger
        select
            $refresh_id, $at, source_path, content_sha256, outcome, reason, detail,
            document_id, document_kind
        from outcomes
        order by source_path
        """,
        {"refresh_id": named.refresh_id, "at": named.at},
    )
    # What is rejected now; a file that was repaired or removed is in the ledger's history only.
    connection.execute(
        """
        create or replace temporary table rejections_now as
        select
            outcomes.source_path, outcomes.content_sha256, outcomes.reason, outcomes.detail,
            coalesce(known.first_seen_at, $at) as first_seen_at
        from outcomes
        left join raw.rejections as known
            on known.source_path = outcomes.source_path
            and known.content_sha256 is not distinct from outcomes.content_sha256
            and known.reason = outcomes.reason
        where outcomes.outcome = 'rejected'
        """,
        {"at": named.at},
    )
    connection.execute(
        "truncate raw.rejections;"
        "insert into raw.rejections from rejections_now order by source_path;"
        "drop table rejections_now"
    )
    # Whoever still says `running` was cancelled: its process is gone, or it would hold the lock.
    connection.execute("update raw.refreshes set status = 'failed' where status = 'running'")
    connection.execute(
        "insert into raw.refreshes values ($id, $at, 'running', $files, $raw, $project)",
        {
            "id": named.refresh_id,
            "at": named.at,
            "files": files_found,
            "raw": fingerprint,
            "project": named.project_fingerprint,
        },
    )
    _thin_ledger(connection, named.ledger_refreshes)
    _forget_refreshes(connection, named.refresh_days)


def remarks(connection: duckdb.DuckDBPyConnection) -> list[Row]:
    """Path and remark of the first files that the latest load took and has something to say of."""
    return query(
        connection,
        f"select source_path, detail from raw.load_ledger where refresh_id = {LATEST}"
        f" and outcome = 'loaded' and detail is not null order by source_path limit {_TOLD}",
    )[1]


def _thin_ledger(connection: duckdb.DuckDBPyConnection, refreshes: int) -> None:
    """Of the refreshes before the last ones, and before the last published, keep what was new.

    All files in all refreshes would be the larger part of the warehouse after a few months.
    """
    connection.execute(
        """
        delete from raw.load_ledger as ledger
        where
            refresh_id < (
                select min(refresh_id) from (
                    from raw.refreshes order by refresh_id desc limit $refreshes
                )
            )
            and refresh_id < (
                select max(refresh_id) from raw.refreshes where status = 'published'
            )
            and (
                outcome = 'unchanged'
                or exists (
                    from raw.load_ledger as earlier
                    where earlier.source_path = ledger.source_path
                        and earlier.refresh_id < ledger.refresh_id
                        and earlier.outcome = ledger.outcome
                        and earlier.reason is not distinct from ledger.reason
                        and earlier.content_sha256 is not distinct from ledger.content_sha256
                )
            )
        """,
        {"refreshes": refreshes},
    )


def _forget_refreshes(connection: duckdb.DuckDBPyConnection, days: int) -> None:
    """Forget refreshes of long ago; their counts of rows go with them (`audit_row_counts`)."""
    connection.execute(
        """
        delete from raw.refreshes
        where
            refreshed_at < (select max(refreshed_at) from raw.refreshes) - to_days($days)
            and refresh_id < (
                select max(refresh_id) from raw.refreshes where status = 'published'
            )
        """,
        {"days": days},
    )
