"""Nothing is lost and nothing doubled between the folder, the raw tables and the marts.

Belongs here: counts where the raw folder and the warehouse meet, and across layers. Does not
belong here: keys, nulls, accepted values of one model (dbt tests).
"""

from __future__ import annotations

from collections import Counter
from functools import partial
from pathlib import Path

import dagster as dg
import duckdb

from dagster_project.checks.findings import Finding, build_check
from dagster_project.loading.raw_folder import scan
from dagster_project.loading.raw_tables import DOCUMENTS, LATEST
from dagster_project.reading.sidecars import sidecar_names
from dagster_project.settings import Settings
from dagster_project.sql import number, query

# Fewer rows than this come and go with a document or a rule: no share of them says anything.
_FEWEST_LOST_ROWS = 10

_LEDGER = dg.AssetKey(["raw", "load_ledger"])
_DOCUMENTS = dg.AssetKey(["marts", "dim_document"])
_ROW_COUNTS = dg.AssetKey(["marts", "audit_row_counts"])


def files_are_in_the_ledger(connection: duckdb.DuckDBPyConnection, raw_dir: Path) -> Finding:
    """Every file in the folder is in the latest refresh's ledger exactly once, and no other."""
    refreshed_at, files_found = query(
        connection,
        f"select epoch_ns(refreshed_at), files_found from raw.refreshes"
        f" where refresh_id = {LATEST}",
    )[1][0]
    ledger = [
        str(path)
        for (path,) in query(
            connection, f"select source_path from raw.load_ledger where refresh_id = {LATEST}"
        )[1]
    ]
    times = Counter(ledger)
    on_disk = {file.path: file for file in scan(raw_dir)}
    sidecars_of_loaded = {name for path in times for name in sidecar_names(path)}
    # A file that changed since the load began belongs to the next refresh, be it an old one that
    # was moved into the folder, as does a sidecar whose document went since.
    missing = sorted(
        path
        for path, file in on_disk.items()
        if path not in times
        and path not in sidecars_of_loaded
        and max(file.modified_ns, file.changed_ns) < int(str(refreshed_at))
    )
    doubled = sorted(path for path, count in times.items() if count > 1)
    gone = len(times.keys() - on_disk.keys())
    rows: list[tuple[object, ...]] = [
        (path, "in the folder, not in the ledger") for path in missing
    ]
    rows += [(path, "more than once in the ledger") for path in doubled]
    if files_found != len(ledger):
        rows.append(("", f"{files_found} files were found, the ledger has {len(ledger)} rows"))
    said = (
        f"{len(on_disk)} files in the folder, {files_found} found by the load,"
        f" {len(ledger)} in the ledger."
    )
    is_empty = not on_disk and not ledger
    if is_empty and (known := number(connection, f"select count(*) from {DOCUMENTS}")):
        said = f"No file lies in the raw folder: none of {known} documents counts any more."
    return Finding(
        said,
        {
            "files_in_folder": len(on_disk),
            "files_found": int(str(files_found)),
            "ledger_rows": len(ledger),
            "gone_since_the_load": gone,
        },
        ("source_path", "fault"),
        rows,
        nothing_to_check=is_empty,
    )


def outcomes_have_their_rows(connection: duckdb.DuckDBPyConnection) -> Finding:
    """Loaded + unchanged + duplicate + rejected = ledger rows, each with what it promises."""
    _, counted = query(
        connection,
        f"select outcome, count(*) from raw.load_ledger where refresh_id = {LATEST}"
        " group by outcome order by outcome",
    )
    columns, rows = query(
        connection,
        f"""
        with ledger as (
            select * from raw.load_ledger where refresh_id = {LATEST}
        ),
        documents as (
            select *, 'article' as kind from raw.articles
            union all by name
            select *, 'bulletin' as kind from raw.bulletins
        ),
        -- what lies in the folder, be it replaced by a later version beside it
        there as (
            select * from documents where is_present or superseded_by_document_id is not null
        )
        select coalesce(ledger.source_path, there.source_path) as source_path,
            ledger.outcome,
            case
                when ledger.source_path is null then 'raw row without a ledger row'
                when there.document_id is null then 'ledger row without a raw row'
                else 'kind differs: ' || ledger.document_kind || ', ' || there.kind
            end as fault
        from (select * from ledger where outcome in ('loaded', 'unchanged')) as ledger
        full outer join there
            on there.document_id = ledger.document_id
            and there.source_path = ledger.source_path
        where (ledger.source_path is null and there.is_present)
            or there.document_id is null
            or there.kind <> ledger.document_kind
        union all
        select source_path, outcome, 'duplicate of no document'
        from ledger
        where outcome = 'duplicate' and document_id not in (select document_id from there)
        union all
        select source_path, outcome, 'rejected without a reason in raw.rejections'
        from ledger
        where outcome = 'rejected' and (source_path, reason) not in (
            select (source_path, reason) from raw.rejections
        )
        union all
        select source_path, outcome, 'no known outcome'
        from ledger
        where outcome not in ('loaded', 'unchanged', 'duplicate', 'rejected')
        union all
        select document_id, null, 'in both raw tables, or twice in one'
        from documents
        group by document_id
        having count(*) > 1
        order by all
        """,
    )
    counts = {str(outcome): int(str(count)) for outcome, count in counted}
    total = sum(counts.values())
    in_words = ", ".join(f"{count} {outcome}" for outcome, count in counts.items())
    return Finding(
        f"{total} ledger rows{': ' if counts else ''}{in_words}.",
        counts | {"ledger_rows": total},
        columns,
        rows,
        nothing_to_check=total == 0,
    )


def documents_pass_every_layer(connection: duckdb.DuckDBPyConnection) -> Finding:
    """The same documents in raw, staging, the text layer and the marts, each once in each."""
    layers = {
        "raw": f"select document_id from {DOCUMENTS}"
        " where document_id not in (select document_id from raw.set_aside)",
        "staging": "select document_id from staging.stg_documents",
        "dim_document": "select document_id from marts.dim_document",
        "documents": "select document_id from marts.documents",
        "sentences": "select distinct document_id from intermediate.int_recorded_sentences",
    }
    counts = {
        name: number(connection, f"select count(*) from ({sql})") for name, sql in layers.items()
    }
    tallies = " union all ".join(
        f"select document_id, '{name}' as layer from ({sql})" for name, sql in layers.items()
    )
    columns, rows = query(
        connection,
        f"""
        select
            document_id,
            {", ".join(f"count(*) filter (where layer = '{name}') as in_{name}" for name in layers)}
        from ({tallies})
        group by document_id
        having {" or ".join(f"in_{name} <> 1" for name in layers)}
        order by document_id
        """,
    )
    return Finding(
        f"{counts['raw']} documents loaded, {counts['dim_document']} published.",
        {f"documents_in_{name}": count for name, count in counts.items()},
        columns,
        rows,
        nothing_to_check=counts["raw"] == 0 and not rows,
    )


def row_counts_are_true(connection: duckdb.DuckDBPyConnection) -> Finding:
    """The audit's newest counts are those of the tables as they are, table by table."""
    audited = {
        str(model): int(str(count))
        for model, count in query(
            connection,
            f"select model, row_count from marts.audit_row_counts where refresh_id = {LATEST}",
        )[1]
    }
    # Of the intermediate tables those of one refresh's documents alone are not audited.
    tables = [
        (table, schema)
        for table, schema in query(
            connection,
            "select table_name, table_schema from information_schema.tables"
            " where table_schema in ('staging', 'intermediate', 'marts')"
            " and not starts_with(table_name, 'audit_')",
        )[1]
        if schema == "marts" or table in audited
    ]
    actual = {
        str(table): number(connection, f'select count(*) from {schema}."{table}"')
        for table, schema in tables
    }
    rows = [
        (model, audited.get(model), actual.get(model))
        for model in sorted(actual.keys() | audited.keys())
        if not model.startswith("audit_") and audited.get(model) != actual.get(model)
    ]
    return Finding(
        f"{len(audited)} models audited, {len(rows)} counts differ from the tables.",
        {"models_audited": len(audited), "tables": len(actual)},
        ("model", "audited_rows", "actual_rows"),
        rows,
        nothing_to_check=not audited and not actual,
    )


def rows_against_previous_refresh(
    connection: duckdb.DuckDBPyConnection, max_drop: float
) -> Finding:
    """No model lost more rows since the last published refresh than its limit allows.

    Fewer documents allow for proportionally fewer rows.
    """
    columns, rows = query(
        connection,
        f"""
        with previous_refresh as (
            select max(refresh_id) as refresh_id
            from raw.refreshes
            where status = 'published' and refresh_id < {LATEST}
        ),
        documents as (
            select
                count(*) filter (where ledger.refresh_id = {LATEST}) as now,
                count(*) filter (
                    where ledger.refresh_id = previous_refresh.refresh_id
                ) as before
            from raw.load_ledger as ledger
            cross join previous_refresh
            where ledger.outcome in ('loaded', 'unchanged')
        ),
        compared as (
            select
                now.model,
                now.row_count,
                before.row_count as previous_row_count,
                least(1.0, documents.now / nullif(documents.before, 0)) as documents_share,
                coalesce(limits.max_drop, $max_drop) as max_drop
            from marts.audit_row_counts as now
            inner join marts.audit_row_counts as before on before.model = now.model
            inner join previous_refresh on previous_refresh.refresh_id = before.refresh_id
            cross join documents
            left join seeds.row_drop_limits as limits on limits.model = now.model
            where now.refresh_id = {LATEST}
        )
        select
            model, row_count, previous_row_count,
            round(1 - row_count / previous_row_count, 3) as dropped, max_drop,
            round(documents_share, 3) as documents_share
        from compared
        where previous_row_count - row_count >= {_FEWEST_LOST_ROWS}
            and row_count < previous_row_count * documents_share * (1 - max_drop)
        order by model
        """,
        max_drop=max_drop,
    )
    models = number(
        connection,
        f"select count(*) from marts.audit_row_counts where refresh_id = {LATEST}",
    )
    return Finding(
        f"{models} models counted, {len(rows)} lost more rows than allowed. Where that is meant,"
        " raise SITREP_MAX_ROW_DROP for one refresh, or the model's row in row_drop_limits.",
        {"models": models},
        columns,
        rows,
        nothing_to_check=models == 0,
    )


def build_row_count_checks(settings: Settings) -> list[dg.AssetChecksDefinition]:
    """The checks of this module as asset checks."""
    text_layer = [
        dg.AssetKey(["raw", "articles"]),
        dg.AssetKey(["raw", "bulletins"]),
        dg.AssetKey(["staging", "stg_documents"]),
        dg.AssetKey(["intermediate", "int_recorded_sentences"]),
        dg.AssetKey(["marts", "documents"]),
    ]
    return [
        build_check(
            _LEDGER,
            "files_are_in_the_ledger",
            "Every file in the raw folder is in the ledger exactly once.",
            partial(files_are_in_the_ledger, raw_dir=settings.raw_dir),
        ),
        build_check(
            _LEDGER,
            "outcomes_have_their_rows",
            "loaded + unchanged + duplicate + rejected = ledger rows, and each has its raw row,"
            " its original or its reason.",
            outcomes_have_their_rows,
            after=[dg.AssetKey(["raw", name]) for name in ("articles", "bulletins", "rejections")],
        ),
        build_check(
            _DOCUMENTS,
            "documents_pass_every_layer",
            "Documents in = documents out of every layer, each once.",
            documents_pass_every_layer,
            after=text_layer,
        ),
        build_check(
            _ROW_COUNTS,
            "row_counts_are_true",
            "The audited counts are those of the tables.",
            row_counts_are_true,
        ),
        build_check(
            _ROW_COUNTS,
            "rows_against_previous_refresh",
            "No model lost more rows since the last published refresh than its limit allows.",
            partial(rows_against_previous_refresh, max_drop=settings.max_row_drop),
            after=[dg.AssetKey(["seeds", "row_drop_limits"])],
        ),
    ]
