"""The marts as typed rows, one bundle a labelled document. Reads what contracts promise."""

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path, PurePosixPath
from typing import Any

import duckdb

from tests.evaluation.quotes import DocumentText

DOCUMENTS = """
    select d.document_id, d.source_path, d.document_kind, d.published_date, d.date_basis,
        d.language, t.text
    from marts.dim_document as d
    inner join marts.documents as t on d.document_id = t.document_id
    where d.is_current
    order by d.source_path
"""
OBSERVATIONS = """
    select o.document_id, o.observation_id as id, o.measure, o.subject, o.value, o.value_low,
        o.value_high, o.qualifier, o.unit, o.currency, o.period, o.as_of_date, o.period_start,
        o.period_end, o.location_id, r.actor_name as reporter, s.actor_name as attributed_to,
        o.modality, o.part_kind, o.total_observation_id as total_id, o.is_countable, o.quote,
        o.char_start, o.char_end
    from marts.fct_observations as o
    left join marts.dim_actor as r on o.reported_by_actor_id = r.actor_id
    left join marts.dim_actor as s on o.attributed_to_actor_id = s.actor_id
    order by o.document_id, o.char_start, o.observation_id
"""
SHARED_LOCATIONS = """
    select b.observation_id, l.location_name
    from marts.bridge_observation_location as b
    inner join marts.dim_location as l on b.location_id = l.location_id
"""
EVENTS = """
    select e.document_id, e.event_id as id, e.event_type, e.event_date, e.event_date_end,
        e.date_precision, e.location_id, e.modality, s.actor_name as attributed_to,
        e.occurrence_id, e.quote, e.char_start, e.char_end
    from marts.fct_events as e
    left join marts.dim_actor as s on e.attributed_to_actor_id = s.actor_id
    order by e.document_id, e.char_start, e.event_id
"""
EVENT_ACTORS = """
    select x.event_id, a.actor_name, x.role
    from marts.fct_event_actors as x
    inner join marts.dim_actor as a on x.actor_id = a.actor_id
    order by x.event_id, a.actor_name, x.role
"""
LOCATIONS = """
    select location_id as id, location_name as name, location_type, admin1_name, latitude,
        longitude, is_curated
    from marts.dim_location
"""
DOCUMENT_LOCATIONS = "select document_id, location_id from marts.bridge_document_location"
DOCUMENT_ACTORS = """
    select b.document_id, a.actor_name
    from marts.bridge_document_actor as b
    inner join marts.dim_actor as a on b.actor_id = a.actor_id
    order by b.document_id, a.actor_name
"""


@dataclass(frozen=True)
class Location:
    """A row of dim_location."""

    id: str
    name: str
    location_type: str | None
    admin1_name: str | None
    latitude: float | None
    longitude: float | None
    is_curated: bool | None


@dataclass
class Observation:
    """A row of fct_observations, its actors and its place resolved to names."""

    id: str
    measure: str
    subject: str | None
    value: float | None
    value_low: float | None
    value_high: float | None
    qualifier: str | None
    unit: str | None
    currency: str | None
    period: str | None
    as_of_date: date | None
    period_start: date | None
    period_end: date | None
    location: Location | None
    reporter: str | None
    attributed_to: str | None
    modality: str | None
    part_kind: str | None
    total_id: str | None
    is_countable: bool | None
    quote: str
    span: tuple[int, int]
    shared_places: list[str] = field(default_factory=list)

    @property
    def stated_number(self) -> float | None:
        """The one number that the text states: `value`, or the only bound that is known."""
        if self.value is not None or self.qualifier == "range":
            return self.value
        return self.value_low if self.value_low is not None else self.value_high


@dataclass
class Event:
    """A row of fct_events with its actors as (name, role)."""

    id: str
    event_type: str
    event_date: date | None
    event_date_end: date | None
    date_precision: str | None
    location: Location | None
    modality: str | None
    attributed_to: str | None
    occurrence_id: str | None
    quote: str
    span: tuple[int, int]
    actors: list[tuple[str, str]] = field(default_factory=list)


@dataclass
class Document:
    """A current document with everything that the marts say of it."""

    id: str
    stem: str
    kind: str
    published_date: date | None
    date_basis: str | None
    language: str | None
    text: DocumentText
    observations: list[Observation] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)
    locations: list[Location] = field(default_factory=list)
    actors: list[str] = field(default_factory=list)


def load_documents(db_file: Path, stems: set[str]) -> dict[str, Document]:
    """The current documents whose file stem is in `stems`, by stem.

    Raises duckdb.Error when the file cannot be opened or lacks a table or column of the marts.
    """
    with duckdb.connect(str(db_file), read_only=True) as con:
        documents = {}
        for row in _rows(con, DOCUMENTS):
            stem = PurePosixPath(row["source_path"]).stem
            if stem in stems:
                documents[row["document_id"]] = Document(
                    id=row["document_id"],
                    stem=stem,
                    kind=row["document_kind"],
                    published_date=row["published_date"],
                    date_basis=row["date_basis"],
                    language=row["language"],
                    text=DocumentText(row["text"]),
                )
        locations = {row["id"]: Location(**row) for row in _rows(con, LOCATIONS)}
        _add_observations(con, documents, locations)
        _add_events(con, documents, locations)
        for row in _rows(con, DOCUMENT_LOCATIONS):
            if row["document_id"] in documents:
                documents[row["document_id"]].locations.append(locations[row["location_id"]])
        for row in _rows(con, DOCUMENT_ACTORS):
            if row["document_id"] in documents:
                documents[row["document_id"]].actors.append(row["actor_name"])
    for document in documents.values():
        document.locations.sort(key=lambda location: location.id)
    return {document.stem: document for document in documents.values()}


def _add_observations(
    con: duckdb.DuckDBPyConnection,
    documents: dict[str, Document],
    locations: dict[str, Location],
) -> None:
    shared: dict[str, list[str]] = {}
    for row in _rows(con, SHARED_LOCATIONS):
        shared.setdefault(row["observation_id"], []).append(row["location_name"])
    for row in _rows(con, OBSERVATIONS):
        document = documents.get(row.pop("document_id"))
        if document is not None:
            location = locations.get(row.pop("location_id"))
            span = (row.pop("char_start"), row.pop("char_end"))
            places = shared.get(row["id"], [])
            document.observations.append(
                Observation(**row, location=location, span=span, shared_places=places)
            )


def _add_events(
    con: duckdb.DuckDBPyConnection,
    documents: dict[str, Document],
    locations: dict[str, Location],
) -> None:
    actors: dict[str, list[tuple[str, str]]] = {}
    for row in _rows(con, EVENT_ACTORS):
        actors.setdefault(row["event_id"], []).append((row["actor_name"], row["role"]))
    for row in _rows(con, EVENTS):
        document = documents.get(row.pop("document_id"))
        if document is not None:
            location = locations.get(row.pop("location_id"))
            span = (row.pop("char_start"), row.pop("char_end"))
            told = actors.get(row["id"], [])
            document.events.append(Event(**row, location=location, span=span, actors=told))


def _rows(con: duckdb.DuckDBPyConnection, query: str) -> list[dict[str, Any]]:
    result = con.execute(query)
    columns = [column[0] for column in result.description]
    return [dict(zip(columns, row, strict=True)) for row in result.fetchall()]
