"""What the page holds: the answers of the marts, with each sentence and each name once.

Belongs here: which columns go to the page and how they refer to each other. Does not belong here:
SQL (`queries/*.sql`) and how anything looks (`charts`, `templates`).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import cast
from urllib.parse import urlsplit

import duckdb

from dagster_project.report.queries import LIMITS, Record, ask
from dagster_project.tables import counted

# The longest sentence that is quoted in full; a list that nobody ended is cut, and shows it.
_LONGEST_QUOTE = 1500
_LONGEST_TITLE = 200


@dataclass
class Sentences:
    """Every quoted sentence once, by its place in the documents.

    Attributes:
        rows: Document and words, in the order in which they were first needed.
    """

    rows: list[tuple[str, str]] = field(default_factory=list)
    _known: dict[tuple[str, str], int] = field(default_factory=dict)

    def number(self, document_id: object, quote: object) -> int:
        """The number of a sentence, which is added where it is new."""
        key = (str(document_id), _cut(str(quote), _LONGEST_QUOTE))
        if key not in self._known:
            self._known[key] = len(self.rows)
            self.rows.append(key)
        return self._known[key]


@dataclass(frozen=True)
class Content:
    """What goes on the page.

    Attributes:
        data: For the page's script, as JSON types.
        tables: For the template: rows of each table that is written once.
    """

    data: dict[str, object]
    tables: dict[str, object]


def collect(connection: duckdb.DuckDBPyConnection) -> Content:
    """Read the published file.

    Args:
        connection: On the published file, reading.

    Returns:
        What the page shows of it; the same file gives the same content.
    """
    (about,) = ask(connection, "about")
    sentences = Sentences()
    figures = [_figure(row, sentences) for row in ask(connection, "figures")]
    events = [_event(row, sentences) for row in ask(connection, "events")]
    series = ask(connection, "series")
    claims = [
        row | {"sentence": sentences.number(row["document_id"], row["quote"])}
        for row in ask(connection, "claims")
    ]
    discrepancies = [
        row
        | {
            "sentence": sentences.number(row["document_id"], row["quote"]),
            "quote": _cut(str(row["quote"]), _LONGEST_QUOTE),
        }
        for row in ask(connection, "discrepancies")
    ]
    undated = [
        row | {"title": _cut(str(row["title"] or ""), _LONGEST_TITLE)}
        for row in ask(connection, "undated")
    ]
    wanted = {document_id for document_id, _ in sentences.rows}
    documents = {
        str(row["document_id"]): row
        for row in ask(connection, "documents", document_ids=sorted(wanted))
    }
    locations = ask(
        connection,
        "locations",
        location_ids=_ids(figures, "places") + _ids(events, "place") + _ids(series, "location_id"),
    )
    actors = ask(
        connection,
        "actors",
        actor_ids=_ids(figures, "reporter", "speaker")
        + _ids(events, "sources", "targets", "participants", "speakers")
        + _ids(series, "reported_by_actor_id")
        + _ids(claims, "attributed_to_actor_id", "reported_by_actor_id")
        + _ids(discrepancies, "reported_by_actor_id"),
    )
    measures = ask(connection, "measures")
    event_types = ask(connection, "event_types")
    numbers = {document_id: index for index, document_id in enumerate(documents)}
    gaps, missing = ask(connection, "gaps"), ask(connection, "missing")
    coverage = ask(connection, "coverage")
    data: dict[str, object] = {
        "about": _plain(about),
        "figures": packed(figures),
        "events": packed(events),
        "series": packed(series),
        "gaps": packed(gaps),
        "missing": packed(missing),
        "coverage": packed(coverage),
        "sentences": [[numbers[document_id], text] for document_id, text in sentences.rows],
        "documents": packed([_document(row) for row in documents.values()]),
        "locations": packed(locations),
        "actors": packed(actors),
        "measures": packed(measures),
        "event_types": packed(event_types),
    }
    tables: dict[str, object] = {
        "about": about,
        "claim_groups": _claim_groups(claims),
        "discrepancies": [
            row | {"document": _document(documents[str(row["document_id"])])}
            for row in discrepancies
        ],
        "missing": missing,
        "undated": undated,
        "files": ask(connection, "files"),
        "sources": ask(connection, "sources"),
        "measures": measures,
        "event_types": event_types,
        "dictionary": _dictionary(ask(connection, "dictionary")),
        "left_out": _left_out(about, figures, events, claims, discrepancies, series, coverage),
    }
    return Content(data, tables)


def _cut(text: str, longest: int) -> str:
    return text if len(text) <= longest else text[: longest - 1] + "…"


def packed(rows: Sequence[Record]) -> dict[str, object]:
    """Rows as a list of columns and a list of lists: half the size of objects."""
    columns = list(rows[0]) if rows else []
    return {"columns": columns, "rows": [[_json(row[name]) for name in columns] for row in rows]}


def _json(value: object) -> object:
    if isinstance(value, datetime):
        return value.strftime("%Y-%m-%d %H:%M")
    if isinstance(value, date):
        return value.isoformat()
    return counted(value)


def _plain(row: Record) -> Record:
    return {name: _json(value) for name, value in row.items()}


def _figure(row: Record, sentences: Sentences) -> Record:
    return {
        "measure": row["measure"],
        "day": row["day"],
        "dated": row["is_dated"],
        "subject": row["subject"],
        "value": row["value"],
        "low": row["value_low"],
        "high": row["value_high"],
        "qualifier": row["qualifier"],
        "unit": row["unit"],
        "period": row["period"],
        "modality": row["modality"],
        "countable": row["is_countable"],
        "places": row["location_ids"],
        "reporter": row["reported_by_actor_id"],
        "speaker": row["attributed_to_actor_id"],
        "sentence": sentences.number(row["document_id"], row["quote"]),
    }


def _event(row: Record, sentences: Sentences) -> Record:
    tellings = cast(list[Record], row["sentences"])
    return {
        "type": row["event_type"],
        "day": row["day"],
        "day_end": row["day_end"],
        "precision": row["date_precision"],
        "modality": row["modality"],
        "disputed": row["is_disputed"],
        "place": row["location_id"],
        "sources": row["sources"],
        "targets": row["targets"],
        "participants": row["participants"],
        "speakers": row["speakers"],
        "reports": row["report_count"],
        "sentences": [
            sentences.number(telling["document_id"], telling["quote"]) for telling in tellings
        ],
    }


def _document(row: Record) -> Record:
    address = str(row["source_url"] or "")
    try:
        is_web = urlsplit(address).scheme in {"http", "https"}
    except ValueError:
        is_web = False
    return {
        "kind": row["document_kind"],
        "series": row["series"],
        "title": _cut(str(row["title"]), _LONGEST_TITLE) if row["title"] else None,
        "outlet": row["outlet"],
        # Of a text from anywhere only an address of the web becomes a link.
        "url": address if is_web else None,
        "path": row["source_path"],
        "day": row["published_date"],
        "language": row["language"],
    }


def _ids(rows: Iterable[Record], *names: str) -> list[str]:
    found: set[str] = set()
    for row in rows:
        for name in names:
            value = row[name]
            if isinstance(value, list):
                found.update(value)
            elif value is not None:
                found.add(str(value))
    return sorted(found)


def _claim_groups(claims: list[Record]) -> list[Record]:
    groups: dict[str, Record] = {}
    for claim in claims:
        group = groups.setdefault(
            str(claim["claim_group"]),
            {
                name: claim[name]
                for name in (
                    *("measure", "subject", "unit", "is_disputed", "claims_in_group", "claimants"),
                    *("group_low", "group_high", "location_name", "modality"),
                )
            }
            | {"claims": []},
        )
        cast(list[Record], group["claims"]).append(claim)
    return list(groups.values())


def _dictionary(entries: list[Record]) -> list[Record]:
    tables: dict[object, Record] = {}
    for entry in entries:
        if entry["column_name"] is None:
            tables[entry["table_name"]] = entry | {"columns": []}
        else:
            cast(list[Record], tables[entry["table_name"]]["columns"]).append(entry)
    return list(tables.values())


def _left_out(
    about: Record,
    figures: list[Record],
    events: list[Record],
    claims: list[Record],
    discrepancies: list[Record],
    series: list[Record],
    coverage: list[Record],
) -> list[str]:
    """Sentences that say what the limits kept from the page; none where all is on it."""
    said: list[str] = []
    for name, rows in (("figures", figures), ("events", events)):
        if len(rows) < cast(int, about[name]):
            days = [row["day"] for row in rows if row["day"] is not None]
            since = f", from {min(days)} on" if len(days) == len(rows) else ""  # type: ignore[type-var]
            said.append(f"the latest {len(rows):,} of {about[name]:,} {name}{since}")
    groups = len({claim["claim_group"] for claim in claims})
    if groups < cast(int, about["claim_groups"]):
        said.append(f"the {groups} most disputed of {about['claim_groups']:,} groups of claims")
    if len(discrepancies) < cast(int, about["discrepancies"]):
        said.append(f"the {len(discrepancies)} worst of {about['discrepancies']:,} discrepancies")
    if len(series) == LIMITS["series"]:
        said.append(f"daily series from {series[-1]['date_day']} on")
    if len(coverage) == LIMITS["coverage"]:
        said.append(f"the coverage of the latest {len(coverage):,} days and outlets")
    return said
