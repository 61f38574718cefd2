"""Files to the raw tables: what lies in the raw folder, what of it is new, and the ledger of it.

Belongs here: the comparison with what is loaded, and the one transaction that writes `raw.*`.
Does not belong here: which files there are (`raw_folder`), Dagster (`assets.raw`).

The tables are a function of the folder and of the versions seen before, never of the order of
the files: whichever of several equal files comes first in the alphabet is the document.
"""

from __future__ import annotations

import glob
import time
from dataclasses import dataclass
from pathlib import Path

import duckdb

from dagster_project.loading.gazetteer_files import holds_gazetteer_files
from dagster_project.loading.known_files import keep_known
from dagster_project.loading.load_ledger import Load, write_ledger
from dagster_project.loading.raw_folder import cheap_fingerprint, scan
from dagster_project.loading.raw_tables import (
    DOCUMENT_SCHEMA,
    DOCUMENTS,
    LATEST,
    STATE_COLUMNS,
    last_was_published_by,
    prepare,
)
from dagster_project.loading.staged_files import (
    STAGED_SCHEMA,
    batches,
    keep_known_texts,
    new_texts,
    stage,
)
from dagster_project.settings import Settings
from dagster_project.sql import number, open_to_read, transaction


@dataclass(frozen=True)
class LoadResult:
    """What one load did.

    Attributes:
        refresh_id: Names the refresh.
        files_found: Regular files in the raw folder, sidecars of documents aside.
        outcomes: Number of files by outcome, all four always there.
        reasons: Number of rejected files by reason.
        removed: Documents that were there before and are not now.
        raw_fingerprint: The folder's `cheap_fingerprint` when the load began.
    """

    refresh_id: str
    files_found: int
    outcomes: dict[str, int]
    reasons: dict[str, int]
    removed: int
    raw_fingerprint: str


def load(
    connection: duckdb.DuckDBPyConnection,
    raw_dir: Path,
    *,
    named: Load,
    max_file_bytes: int,
    batch_files: int,
) -> LoadResult:
    """Bring the raw tables up to what lies in the raw folder, in one transaction.

    Args:
        connection: To the build file, writable.
        raw_dir: The folder.
        named: What the written rows are named by.
        max_file_bytes: A larger file is rejected.
        batch_files: Files whose text is held in memory at once.

    Returns:
        The counts.

    Raises:
        RawFolderError: The folder is not there; nothing is written.
    """
    fingerprint = cheap_fingerprint(raw_dir)
    began_ns = time.time_ns()
    files = scan(raw_dir)
    prepare(connection)
    try:
        with transaction(connection):
            with new_texts(connection) as texts:
                stage(
                    connection,
                    raw_dir,
                    files,
                    max_file_bytes,
                    batch_files,
                    texts,
                    began_ns=began_ns,
                    open_all=named.open_all,
                )
                _classify_outcomes(connection)
                removed = _apply(connection, named, texts)
                keep_known(connection, list(STAGED_SCHEMA))
            write_ledger(connection, named, len(files), fingerprint)
    finally:
        for table in ("staged", "replaced", "outcomes", "known_texts", "file_states", "brought"):
            connection.execute(f"drop table if exists {table}")
    return _result(connection, named, len(files), removed, fingerprint)


def _classify_outcomes(connection: duckdb.DuckDBPyConnection) -> None:
    """Decide each file's outcome: the first path of a content is the document, others repeat it."""
    same = " and ".join(f"loaded.{c} is not distinct from staged.{c}" for c in STATE_COLUMNS)
    connection.execute(f"""
        create or replace temporary table outcomes as
        with loaded as (
            select *, 'article' as document_kind from raw.articles
            union all by name
            select *, 'bulletin' as document_kind from raw.bulletins
        )
        select
            staged.source_path,
            staged.content_sha256,
            case
                when staged.document_id is null then 'rejected'
                when row_number() over (
                    partition by staged.document_id order by staged.source_path
                ) > 1 then 'duplicate'
                when loaded.document_id is not null and known_texts.document_id is not null
                    then 'unchanged'
                else 'loaded'
            end as outcome,
            staged.reason,
            staged.detail,
            staged.document_id,
            staged.document_kind,
            known_texts.document_id is not null as is_text_known
        from staged
        left join known_texts
            on known_texts.document_id = staged.document_id
            and known_texts.text_digest = staged.text_digest
        left join replaced on replaced.document_id = staged.document_id
        left join loaded
            on loaded.is_present = (replaced.document_id is null)
            and loaded.document_kind = staged.document_kind
            and {same}
    """)


def _apply(connection: duckdb.DuckDBPyConnection, named: Load, texts: Path) -> int:
    """Write the document rows; returns how many documents went."""
    keep_known_texts(connection, texts)
    # What lay there at the last load was brought by that one or before, be its sidecar another now.
    connection.execute(f"""
        create or replace temporary table brought as
        select document_id, loaded_at
        from {DOCUMENTS}
        where document_id in (select document_id from raw.load_ledger where refresh_id = {LATEST})
    """)
    removed = number(
        connection,
        f"select count(*) from {DOCUMENTS} where is_present"
        " and document_id not in (select document_id from staged where document_id is not null)",
    )
    for table, kind in (("raw.articles", "article"), ("raw.bulletins", "bulletin")):
        # A row is written anew where anything of it changed, and leaves the other table where
        # the document's kind did.
        connection.execute(
            f"delete from {table} where document_id in"
            " (select document_id from outcomes where outcome = 'loaded')"
        )
        _insert(connection, table, kind, named, texts)
        connection.execute(f"""
            update {table} set
                is_present = told.is_present,
                superseded_by_document_id = told.superseded_by_document_id
            from (
                select
                    known.document_id,
                    now.document_id is not null and replaced.document_id is null as is_present,
                    case
                        when replaced.document_id is not null then replaced.by_document_id
                        when now.document_id is null then at_path.document_id
                    end as superseded_by_document_id
                from {table} as known
                left join (select distinct document_id from outcomes) as now
                    on known.document_id = now.document_id
                left join replaced on known.document_id = replaced.document_id
                left join outcomes as at_path on known.source_path = at_path.source_path
            ) as told
            where {table}.document_id = told.document_id
                and (
                    {table}.is_present <> told.is_present
                    or {table}.superseded_by_document_id
                        is distinct from told.superseded_by_document_id
                )
        """)
    return removed


def _insert(
    connection: duckdb.DuckDBPyConnection, table: str, kind: str, named: Load, texts: Path
) -> None:
    columns = [name for name in DOCUMENT_SCHEMA if name in STAGED_SCHEMA]
    # DuckDB holds whole texts while it joins them: no more of them than while they were read.
    files = sorted(texts.iterdir())
    for _, some in batches(files, [path.stat().st_size for path in files], len(files)):
        connection.execute(
            f"""
            insert into {table}
                ({", ".join(columns)}, text, loaded_at, run_id, refresh_id, is_present)
            select
                {", ".join(f"staged.{column}" for column in columns)}, texts.text,
                coalesce(brought.loaded_at, $at), $run_id, $refresh_id, true
            from read_parquet($paths) as texts
            inner join staged using (source_path)
            inner join outcomes using (source_path)
            left join brought on brought.document_id = staged.document_id
            where outcomes.outcome = 'loaded' and staged.document_kind = $kind
            """,
            {
                # DuckDB takes a path for a pattern.
                "paths": [glob.escape(str(path)) for path in some],
                "at": named.at,
                "run_id": named.run_id,
                "refresh_id": named.refresh_id,
                "kind": kind,
            },
        )


def _result(
    connection: duckdb.DuckDBPyConnection,
    named: Load,
    files_found: int,
    removed: int,
    fingerprint: str,
) -> LoadResult:
    rows = connection.execute(
        "select outcome, reason, count(*) from raw.load_ledger where refresh_id = $id"
        " group by all order by all",
        {"id": named.refresh_id},
    ).fetchall()
    outcomes = dict.fromkeys(("loaded", "unchanged", "duplicate", "rejected"), 0)
    reasons: dict[str, int] = {}
    for outcome, reason, count in rows:
        outcomes[outcome] += count
        if reason is not None:
            reasons[reason] = reasons.get(reason, 0) + count
    return LoadResult(named.refresh_id, files_found, outcomes, reasons, removed, fingerprint)


def nothing_is_new(settings: Settings, project_fingerprint: str) -> bool:
    """Whether a refresh would only repeat the last one.

    True where the last refresh was published by the same models and code, its file is still
    there, nobody asked for documents to be read again, and every file would have the outcome it
    has. Files that are not known by size and times (`known_files`) are compared by content.

    Args:
        settings: Which warehouse, and which raw folder.
        project_fingerprint: Of the models and code as they are now.

    Raises:
        RawFolderError: The raw folder is not there.
    """
    began_ns = time.time_ns()
    files = scan(settings.raw_dir)
    if not (settings.build_database.exists() and settings.published_database.exists()):
        return False
    with open_to_read(settings.build_database, settings.memory) as connection:
        if not last_was_published_by(connection, project_fingerprint):
            return False
        if not holds_gazetteer_files(connection, settings.raw_dir):
            return False
        if number(connection, "select count(*) from raw.reading_list"):
            return False
        stage(
            connection,
            settings.raw_dir,
            files,
            settings.max_file_bytes,
            settings.load_batch_files,
            began_ns=began_ns,
        )
        _classify_outcomes(connection)
        return number(connection, _DIFFERENCES) == 0


_DIFFERENCES = f"""
with now as (
    select source_path, content_sha256, outcome, reason, document_kind from outcomes
),
before as (
    select
        source_path, content_sha256, if(outcome = 'loaded', 'unchanged', outcome) as outcome,
        reason, document_kind
    from raw.load_ledger
    where refresh_id = {LATEST}
),
-- that a file is replaced the outcomes tell, not by which
replaced_now as (
    select document_id, by_document_id from replaced
),
replaced_before as (
    select document_id, superseded_by_document_id from {DOCUMENTS}
)
select (
    select count(*)
    from ((from now except from before) union all (from before except from now))
) + (
    select count(*) from (from replaced_now except from replaced_before)
)
"""
