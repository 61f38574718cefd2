"""Every fact is found again in the text it came from.

Belongs here: offsets against text as it was loaded. The text is taken from the raw tables, not
from a copy of theirs, so that an offset that shifted with a normalised text is seen. Does not
belong here: quotes and figures against the published text (dbt tests, which the data dictionary
names).
"""

from __future__ import annotations

from collections.abc import Collection
from functools import partial

import dagster as dg
import duckdb

from dagster_project.checks.findings import Finding, build_check, rows_of
from dagster_project.loading.raw_tables import DOCUMENTS
from dagster_project.sql import number, query

QUOTED = {"fct_events": "event_id", "fct_observations": "observation_id"}
MENTIONED = {
    "bridge_document_location": "location_id",
    "bridge_document_actor": "actor_id",
}
# The length of a text is counted once, not for each of its rows.
_TEXTS = f"""
    texts as (
        select document_id, text, length(text) as length
        from {DOCUMENTS}
        where document_id not in (select document_id from raw.set_aside)
    )
"""


def quotes_are_in_the_text(
    connection: duckdb.DuckDBPyConnection,
    table: str,
    key: str,
    documents: Collection[str] | None = None,
) -> Finding:
    """`text[char_start:char_end]` is the quote, for every row, or every one of some documents."""
    facts, of = rows_of(f"marts.{table}", documents)
    columns, rows = query(
        connection,
        f"""
        with {_TEXTS}
        select
            facts.{key}, facts.document_id, facts.char_start, facts.char_end, facts.quote,
            substr(texts.text, facts.char_start + 1, facts.char_end - facts.char_start) as found
        from {facts} as facts
        left join texts using (document_id)
        where texts.text is null
            or facts.char_start is null
            or facts.char_end is null
            or not (facts.char_start >= 0 and facts.char_start < facts.char_end)
            or facts.char_end > texts.length
            or substr(texts.text, facts.char_start + 1, facts.char_end - facts.char_start)
                is distinct from facts.quote
        order by facts.{key}
        """,
        **of,
    )
    total = number(connection, f"select count(*) from {facts}", **of)
    return Finding(
        f"{total} quotes in {table}, {len(rows)} not where they are said to be.",
        {"quotes": total},
        columns,
        rows,
        nothing_to_check=total == 0,
    )


def mentions_are_in_the_text(
    connection: duckdb.DuckDBPyConnection,
    table: str,
    key: str,
    documents: Collection[str] | None = None,
) -> Finding:
    """The span of a first mention lies inside the text and is not blank."""
    bridge, of = rows_of(f"marts.{table}", documents)
    columns, rows = query(
        connection,
        f"""
        with {_TEXTS}
        select mentions.document_id, mentions.{key}, mentions.char_start, mentions.char_end
        from {bridge} as mentions
        left join texts using (document_id)
        where texts.text is null
            or not coalesce(
                mentions.char_start >= 0
                and mentions.char_start < mentions.char_end
                and mentions.char_end <= texts.length,
                false
            )
            or trim(substr(
                texts.text, mentions.char_start + 1, mentions.char_end - mentions.char_start
            )) = ''
        order by all
        """,
        **of,
    )
    total = number(connection, f"select count(*) from {bridge}", **of)
    return Finding(
        f"{total} first mentions in {table}, {len(rows)} outside their text.",
        {"mentions": total},
        columns,
        rows,
        nothing_to_check=total == 0,
    )


def published_text_is_the_loaded_text(connection: duckdb.DuckDBPyConnection) -> Finding:
    """`marts.documents` publishes the text that the offsets are counted over."""
    columns, rows = query(
        connection,
        f"""
        with {_TEXTS}
        select document_id, texts.length as loaded, length(documents.text) as published
        from texts
        full outer join marts.documents as documents using (document_id)
        where texts.text is distinct from documents.text
        order by document_id
        """,
    )
    total = number(connection, "select count(*) from marts.documents")
    return Finding(
        f"{total} texts published, {len(rows)} differ from what was loaded.",
        {"texts": total},
        columns,
        rows,
        nothing_to_check=total == 0 and not rows,
    )


def build_span_checks() -> list[dg.AssetChecksDefinition]:
    """The checks of this module as asset checks."""
    raw = [dg.AssetKey(["raw", "articles"]), dg.AssetKey(["raw", "bulletins"])]
    quotes = [
        build_check(
            dg.AssetKey(["marts", table]),
            "quotes_are_in_the_text",
            "text[char_start:char_end] = quote for every row.",
            partial(quotes_are_in_the_text, table=table, key=key),
            after=raw,
        )
        for table, key in QUOTED.items()
    ]
    mentions = [
        build_check(
            dg.AssetKey(["marts", table]),
            "mentions_are_in_the_text",
            "The first mention lies inside the text.",
            partial(mentions_are_in_the_text, table=table, key=key),
            after=raw,
        )
        for table, key in MENTIONED.items()
    ]
    text = build_check(
        dg.AssetKey(["marts", "documents"]),
        "published_text_is_the_loaded_text",
        "The published text is the one the offsets are counted over.",
        published_text_is_the_loaded_text,
        after=raw,
    )
    return [*quotes, *mentions, text]
