"""The labels as typed rows, with every other right answer resolved.

Alternates come from `*_alt` and, in the bulletins, from notes of a few fixed wordings ("period
other equally right"). What a label means is decided here; how rows are paired is not.
"""

import hashlib
import json
import re
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from tests.evaluation.corpora import SHIPPED

GOLD_SUFFIX = ".gold.json"
HELD_OUT_SHARE = 3  # one document in three

EVENT_TYPES = {"meet": "CONSULT", "demand": "REQUEST"}
PART_KINDS = {"partition": "part", "subset": "subset", None: None}

# Notes of the bulletins that state an alternate; group 1 is the value unless the value is given.
OBSERVATION_NOTES: tuple[tuple[str, str, Any], ...] = (
    ("period", r"period not stated\b|\bother equally right", "other"),
    ("qualifier", r"qualifier (\w+) (?:also|equally) right", None),
    ("as_of", r"as_of ([\d-]+) equally right", None),
    ("reported_by", r"reporter ([\w ]+?) equally right", None),
    ("measure", r"\b([a-z]+(?:_[a-z]+)+)(?: \d+)? also acceptable", None),
    ("period_start", r"period_start [\d-]+ or (NULL) equally right", None),
    ("period_start", r"period_start ([\d-]+) or NULL equally right", None),
    ("value", r"^.*; (\d+) is acceptable", None),
    ("value", r"a (flag) is right too", None),
)
EVENT_NOTES: tuple[tuple[str, str], ...] = (
    ("date", r"(?<!as_of )\b(\d{4}(?:-\d\d){0,2}) equally right"),
    ("place", r"place ([\w' -]+?) equally right"),
)
DOCUMENT_NOTE = re.compile(r"\b([a-z_]+) (\d+) is acceptable")


@dataclass(frozen=True)
class DateAnswer:
    """A right answer for an event's date; `start` None is SQL NULL with precision `unknown`."""

    start: date | None
    end: date | None
    precision: str


@dataclass(frozen=True)
class GoldPlace:
    """A place of a document; `names` are its spellings there, `lat` None is not scored."""

    canonical: str
    names: tuple[str, ...]
    alternates: tuple[str, ...] = ()
    lat: float | None = None
    lon: float | None = None
    tolerance_km: float | None = None
    optional: bool = False


@dataclass(frozen=True)
class GoldActor:
    """An actor of a document; `as_written` are its spellings there."""

    name: str
    as_written: tuple[str, ...] = ()
    optional: bool = False


@dataclass
class GoldObservation:
    """A labelled figure. `accepted` maps a field to its right answers, the label's own first."""

    index: int
    measure: str
    value: float | None
    quote: str
    accepted: dict[str, list[Any]]
    place_written: str | None
    part_of: int | None
    part_kinds: tuple[str | None, ...]
    neutral: bool  # optional, or a repetition of another figure: neither a miss nor a false alarm
    must_not_count: bool
    subject: str | None = None
    bounds: tuple[float, float] | None = None  # both ends of a range, whose value is None
    restates: int | None = None


@dataclass
class GoldEvent:
    """A labelled event; `types` and `accepted` hold every right answer, the label's own first."""

    index: int
    types: list[str]
    quote: str
    dates: list[DateAnswer]
    accepted: dict[str, list[Any]]
    actors: list[tuple[str, str]]
    occurrence: str | None
    neutral: bool


@dataclass
class GoldDocument:
    """A labelled document and its rows."""

    id: str
    kind: str
    genre: str
    language: str
    published_on: date | None
    date_basis: str
    split: str
    observations: list[GoldObservation] = field(default_factory=list)
    events: list[GoldEvent] = field(default_factory=list)
    places: list[GoldPlace] = field(default_factory=list)
    actors: list[GoldActor] = field(default_factory=list)
    acceptable: list[tuple[str, float]] = field(default_factory=list)

    def places_by_name(self) -> dict[str, GoldPlace]:
        """The places by their canonical names, and by each spelling that is no such name."""
        spelt = {name: place for place in self.places for name in place.names}
        return spelt | {place.canonical: place for place in self.places}


def split_of(document_id: str) -> str:
    """`held` for a fixed third of all ids (by their sha-256), `dev` for the others."""
    digest = hashlib.sha256(document_id.encode()).hexdigest()
    return "held" if int(digest, 16) % HELD_OUT_SHARE == 0 else "dev"


def label_files(folder: Path) -> list[Path]:
    """The label files of a folder and its subfolders, ordered by document id."""
    return sorted(folder.rglob(f"*{GOLD_SUFFIX}"), key=lambda file: file.name)


def load_gold(folder: Path = SHIPPED.labels) -> list[GoldDocument]:
    """All labels of a folder, ordered by id. Raises FileNotFoundError when there are none."""
    files = label_files(folder)
    if not files:
        raise FileNotFoundError(f"no *.gold.json in {folder}")
    return [parse_document(json.loads(file.read_text(encoding="utf-8"))) for file in files]


def parse_document(label: dict[str, Any]) -> GoldDocument:
    """One label file as a document. Raises KeyError when a required key is missing."""
    note = label.get("note") or ""
    return GoldDocument(
        id=label["id"],
        kind=label["kind"],
        genre=label["genre"],
        language=label["lang"],
        published_on=_day(label["published_on"]),
        date_basis=label["date_basis"],
        split=label.get("half") or split_of(label["id"]),
        observations=_observations(label["observations"]),
        events=[_event(index, row) for index, row in enumerate(label["events"])],
        places=_places(label["places"]),
        actors=[
            GoldActor(a["name"], tuple(a.get("as_written", ())), a.get("optional", False))
            for a in label["actors"]
        ],
        acceptable=[(measure, float(value)) for measure, value in DOCUMENT_NOTE.findall(note)],
    )


def date_answer(
    text: str | None, precision: str | None = None, end: str | None = None
) -> DateAnswer:
    """A label's date as first day, last day and precision; an alternate's follows its length."""
    if text is None:
        return DateAnswer(None, None, "unknown")
    precision = precision or {4: "year", 7: "month", 10: "day"}[len(text)]
    first, last = _first_day(text), _last_day(end or text)
    if precision == "week" and end is None:
        last = first + timedelta(days=6)
    return DateAnswer(first, last, precision)


def _observations(rows: list[dict[str, Any]]) -> list[GoldObservation]:
    partitioned = {r["part_of"] for r in rows if r.get("part_kind") == "partition"}
    divided = {r["part_of"] for r in rows if r["part_of"] is not None}
    result = []
    for index, row in enumerate(rows):
        fields = (
            *("measure", "value", "unit", "currency", "qualifier", "period", "as_of", "modality"),
            *("reported_by", "attributed_to", "canonical_place", "period_start", "period_end"),
        )
        accepted = {
            name: [row[name], *row.get(f"{name}_alt", [])] for name in fields if name in row
        }
        note = row.get("note", "")
        for name, pattern, value in OBSERVATION_NOTES:
            match = re.search(pattern, note)
            if match and name in accepted:
                accepted[name].append(_noted(value or match[1], name))
        if "city equally right" in note and row["canonical_place"]:
            accepted["canonical_place"].append(row["canonical_place"].removesuffix(" Governorate"))
        for name in ("as_of", "period_start", "period_end"):
            if name in accepted:
                accepted[name] = _days(accepted[name])
        part_kinds = [
            PART_KINDS[kind] for kind in (row.get("part_kind"), *row.get("part_kind_alt", []))
        ]
        if row["is_stated_total"] or index in divided:
            sure_total = index in partitioned and part_kinds == [None]
            part_kinds = ["total"] if sure_total else [*part_kinds, "total"]
        result.append(
            GoldObservation(
                index=index,
                measure=row["measure"],
                value=row["value"],
                quote=row["quote"],
                accepted=accepted,
                place_written=row["place"],
                part_of=row["part_of"],
                part_kinds=tuple(part_kinds),
                neutral=row.get("optional", False) or "restates" in row,
                must_not_count="happened" not in accepted["modality"]
                or row.get("part_kind") == "subset"
                or accepted["period"] == ["cumulative"]
                or "restates" in row,
                subject=row.get("subject"),
                bounds=(row["value_low"], row["value_high"]) if "value_low" in row else None,
                restates=row.get("restates"),
            )
        )
    return result


def _event(index: int, row: dict[str, Any]) -> GoldEvent:
    dates = [date_answer(row["date"], row["date_precision"], row.get("date_end"))]
    dates += [date_answer(text) for text in row.get("date_alt", [])]
    accepted = {
        "place": [row["canonical_place"], *row.get("place_alt", [])],
        "modality": [row["modality"], *row.get("modality_alt", [])],
        "attributed_to": [row.get("attributed_to"), *row.get("attributed_to_alt", [])],
    }
    for name, pattern in EVENT_NOTES:
        match = re.search(pattern, row.get("note", ""))
        if match and name == "date":
            dates.append(date_answer(match[1]))
        elif match:
            accepted[name].append(None if match[1] == "NULL" else match[1])
    types = [row["plover_type"], *(_event_type(t) for t in row.get("type_alt", []))]
    return GoldEvent(
        index=index,
        types=list(dict.fromkeys(types)),
        quote=row["quote"],
        dates=dates,
        accepted=accepted,
        actors=[(a["name"], a["role"]) for a in row["actors"]],
        occurrence=row.get("occurrence"),
        neutral=row.get("optional", False),
    )


def _places(rows: list[dict[str, Any]]) -> list[GoldPlace]:
    """One place per canonical name: a place under two spellings is one place."""
    merged: dict[str, GoldPlace] = {}
    for row in rows:
        known = merged.get(row["canonical"])
        merged[row["canonical"]] = GoldPlace(
            canonical=row["canonical"],
            names=(*(known.names if known else ()), row["name"]),
            alternates=tuple(row.get("canonical_alt", ())),
            lat=row["lat"],
            lon=row["lon"],
            tolerance_km=row["tolerance_km"],
            optional=row.get("optional", False) and (known is None or known.optional),
        )
    return list(merged.values())


def _event_type(word: str) -> str:
    return EVENT_TYPES.get(word, word.upper())


def _noted(text: str, name: str) -> Any:
    if text in ("NULL", "flag"):
        return None
    return float(text) if name == "value" else text


def _days(texts: list[str | None]) -> list[date | None]:
    """Full dates; of a month or a year both its first and its last day are right."""
    borders = [(t if t is None else _first_day(t), t if t is None else _last_day(t)) for t in texts]
    return list(dict.fromkeys(day for pair in borders for day in pair))


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)


def _first_day(text: str) -> date:
    return date.fromisoformat(text + {4: "-01-01", 7: "-01", 10: ""}[len(text)])


def _last_day(text: str) -> date:
    if len(text) == 4:
        return date(int(text), 12, 31)
    if len(text) == 7:
        following = date.fromisoformat(text + "-28") + timedelta(days=4)
        return following.replace(day=1) - timedelta(days=1)
    return date.fromisoformat(text)
