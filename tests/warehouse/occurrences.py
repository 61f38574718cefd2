"""Invented tellings and the occurrences that the real SQL makes of them.

Belongs here: from rows of int_event_profiles to groups, by the compiled models alone, all at once
or of what a refresh touches. Does not belong here: which groups are right (the tests), and how a
text becomes a profile (the models).
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import duckdb

from tests.rules.compiled import Compiled
from tests.rules.increments import model_of, touched_statement
from tests.rules.small_warehouse import DATABASE

FIRST_DAY = date(2020, 1, 6)
WORDS = ("talks", "meet", "resid", "borde", "troop", "agree", "deleg", "visit", "offic", "ceasf")
ACTORS = ("ankara", "moscow", "tehran", "doha", "amman")
SITES = ("Idlib", "Idlib/Saraqib", "Idlib/Maarat", "Aleppo", "Aleppo/Manbij")
STORY = [("agency", "paper")]
_DATABASE = Path(DATABASE).stem
# In an order in which each finds what it reads.
MODELS = (
    "int_event_keys",
    "int_touched_blocks",
    "int_event_meetings",
    "int_event_pairs",
    "int_touched_comparisons",
    "int_event_links",
    "int_touched_groups",
    "int_event_occurrences",
)
_FAMILIES = {"COOPERATE": "AGREE", "CONCEDE": "AGREE", "MOBILIZE": "FORCE", "ASSAULT": "FORCE"}
_PROFILE_COLUMNS = """
    event_id varchar, document_id varchar, event_type varchar, event_family varchar,
    modality varchar, event_date date, event_date_end date, date_precision varchar,
    published_date date, weekday integer, country_iso3 varchar, site_id varchar, is_spot boolean,
    area_ids varchar[], actor_ids varchar[], party_ids varchar[], person_ids varchar[],
    body_ids varchar[], council_ids varchar[], state_ids varchar[], acting_state_ids varchar[],
    source_ids varchar[], target_ids varchar[], source_state_ids varchar[],
    source_body_ids varchar[], words varchar[], topic_words varchar[], is_cyrillic boolean,
    ordinals varchar[], figures varchar[],
    tolls varchar[], victims varchar[], means varchar[], named_ids varchar[], is_call boolean,
    is_arrival boolean, is_meeting boolean, landmark_id varchar
"""
_STORY_COLUMNS = """
    document_id varchar, other_document_id varchar, document_pair varchar, share double,
    is_copy boolean
"""
_GIVEN = {
    "int_event_profiles": _PROFILE_COLUMNS,
    "int_document_stories": _STORY_COLUMNS,
    "int_touched_profiles": "document_id varchar",
    "int_touched_stories": "document_id varchar",
}


@dataclass(frozen=True)
class Telling:
    """One event as one document tells it.

    Attributes:
        key: Its id.
        document: The document's id.
        first_day, last_day: NULL where the text does not say.
        site: A settlement, `Saraqib` or `Idlib/Saraqib` with what it lies in.
        actors: Those who do it or take part.
        words: Beginnings of words.
        people: Those of the actors that are people.
        states: The states that the actors stand for.
        landmark: The event of landmark_events that it means.
        ordinals: Which of a series it is.
        figures: Figures in its words.
        tolls: How many people its words count.
    """

    key: str
    document: str
    published: date | None
    first_day: date | None
    last_day: date | None
    site: str | None
    actors: tuple[str, ...]
    words: tuple[str, ...]
    event_type: str = "CONSULT"
    modality: str = "happened"
    people: tuple[str, ...] = ()
    states: tuple[str, ...] = ()
    landmark: str | None = None
    ordinals: tuple[str, ...] = ()
    figures: tuple[str, ...] = ()
    tolls: tuple[str, ...] = ()

    def row(self) -> dict[str, object]:
        """The columns of int_event_profiles."""
        areas = [] if self.site is None else self.site.split("/")[::-1]
        days = 0 if self.first_day is None else (self.last_day - self.first_day).days
        return {
            "event_id": self.key,
            "document_id": self.document,
            "event_type": self.event_type,
            "event_family": _FAMILIES.get(self.event_type, self.event_type),
            "modality": self.modality,
            "event_date": self.first_day,
            "event_date_end": self.last_day,
            "date_precision": "unknown"
            if self.first_day is None
            else "day"
            if days <= 1
            else "month"
            if days < 40
            else "year",
            "published_date": self.published,
            "weekday": self.first_day.isoweekday() if self.first_day and not days else None,
            "country_iso3": "SYR" if areas else None,
            "site_id": areas[0] if areas else None,
            "is_spot": bool(areas),
            "area_ids": areas,
            "actor_ids": sorted(self.actors),
            "party_ids": sorted(self.actors),
            "person_ids": sorted(self.people),
            "body_ids": [],
            "council_ids": [],
            "state_ids": sorted(self.states),
            "acting_state_ids": sorted(self.states),
            "source_ids": [],
            "target_ids": [],
            "source_state_ids": [],
            "source_body_ids": [],
            "words": list(self.words),
            "topic_words": list(self.words),
            "is_cyrillic": False,
            "ordinals": list(self.ordinals),
            "figures": list(self.figures),
            "tolls": list(self.tolls),
            "victims": [],
            "means": [],
            "named_ids": [],
            "is_call": self.event_type == "CONSULT" and "phone" in self.words,
            "is_arrival": "arriv" in self.words,
            "is_meeting": "meet" in self.words,
            "landmark_id": self.landmark,
        }


@dataclass(frozen=True)
class Tellings:
    """What a warehouse holds.

    Attributes:
        tellings: Of all documents.
        stories: Pairs of documents of one story, the lesser id first.
    """

    tellings: Sequence[Telling]
    stories: Sequence[tuple[str, str]] = ()

    def by_document(self) -> Mapping[str, set[Telling]]:
        """The tellings of each document."""
        found: dict[str, set[Telling]] = {}
        for telling in self.tellings:
            found.setdefault(telling.document, set()).add(telling)
        return found


@dataclass(frozen=True)
class Linker:
    """The models' SQL, compiled once and run as often as wanted.

    Attributes:
        statements: Of each model, by name.
        touched: What a refresh runs that touches few rows.
        known: What was made of all at once, so that no test makes the same twice.
    """

    statements: Mapping[str, str]
    touched: Sequence[str]
    known: dict[tuple[Any, ...], dict[str, list[tuple[Any, ...]]]] = field(default_factory=dict)

    @classmethod
    def make(cls, compiled: Compiled, manifest: Path) -> "Linker":
        """The SQL of the models as dbt would run it."""
        nodes = json.loads(manifest.read_bytes())["nodes"]
        ids = [f"model.sitrep.{name}" for name in MODELS]
        models = {key: model_of(nodes[key], compiled.whole, set()) for key in ids}
        return cls(
            {nodes[key]["name"]: models[key].statement for key in ids},
            [touched_statement(models[key], nodes[key], compiled.touched) for key in ids],
        )

    def connect(self) -> duckdb.DuckDBPyConnection:
        """An empty warehouse with the tables that the models read."""
        connection = duckdb.connect(config={"threads": 1})
        connection.execute(f"attach ':memory:' as {_DATABASE}")
        connection.execute(f"create schema {_DATABASE}.intermediate")
        connection.execute(f"create schema {_DATABASE}.replaced")
        connection.execute(f"use {_DATABASE}.intermediate")
        for table, columns in _GIVEN.items():
            connection.execute(f"create table {table} ({columns})")
        return connection

    def run(self, connection: duckdb.DuckDBPyConnection) -> None:
        """Build the models on what the tables hold."""
        for name, statement in self.statements.items():
            connection.execute(f"create or replace table {name} as {statement}")

    def occurrences(
        self, tellings: Sequence[Telling], stories: Sequence[tuple[str, str]] = ()
    ) -> dict[str, str]:
        """The occurrence of each telling, by key; `stories` are pairs of documents of one story."""
        rows = self.rows(Tellings(tellings, [(min(pair), max(pair)) for pair in stories]))
        return {str(event): str(occurrence) for event, occurrence in rows["int_event_occurrences"]}

    def rows(
        self, told: Tellings, before: Tellings | None = None
    ) -> dict[str, list[tuple[Any, ...]]]:
        """What the models make, sorted, by model.

        Args:
            told: What the warehouse holds.
            before: What it held when all was made, where only what changed since is made anew.
        """
        if before is not None:
            return self._made(told, before)
        key = (tuple(told.tellings), tuple(told.stories))
        if key not in self.known:
            self.known[key] = self._made(told, None)
        return self.known[key]

    def _made(self, told: Tellings, before: Tellings | None) -> dict[str, list[tuple[Any, ...]]]:
        connection = self.connect()
        try:
            _write(connection, before or told)
            self.run(connection)
            if before:
                _replace(connection, before, told)
                for statement in self.touched:
                    connection.execute(statement)
            return {
                name: connection.execute(f"from {name} order by all").fetchall()
                for name in MODELS
                if not name.startswith("int_touched_")
            }
        finally:
            connection.close()


def _write(connection: duckdb.DuckDBPyConnection, told: Tellings) -> None:
    if told.tellings:
        rows = [telling.row() for telling in told.tellings]
        marks = ", ".join("?" * len(rows[0]))
        connection.executemany(
            f"insert into int_event_profiles values ({marks})",
            [list(row.values()) for row in rows],
        )
    for one, other in told.stories:
        connection.execute(
            "insert into int_document_stories values ($1, $2, $1 || ' ' || $2, 0.8, false)",
            [one, other],
        )


def _replace(connection: duckdb.DuckDBPyConnection, before: Tellings, told: Tellings) -> None:
    """Take one for the other, as the models before these do, and tell what is touched."""
    earlier, later = before.by_document(), told.by_document()
    changed = {
        document
        for document in earlier.keys() | later.keys()
        if earlier.get(document) != later.get(document)
    }
    changed_stories = {one for one, _ in {*before.stories} ^ {*told.stories}}
    for table, given, documents in (
        ("int_event_profiles", "int_touched_profiles", changed),
        ("int_document_stories", "int_touched_stories", changed_stories),
    ):
        for document in sorted(documents):
            connection.execute(f"insert into {given} values (?)", [document])
        goes = f"where document_id in (select document_id from {given})"
        connection.execute(f"create table replaced.{table} as from {table} {goes}")
        connection.execute(f"delete from {table} {goes}")
    _write(
        connection,
        Tellings(
            [telling for telling in told.tellings if telling.document in changed],
            [pair for pair in told.stories if pair[0] in changed_stories],
        ),
    )


def is_one(found: dict[str, str]) -> bool:
    """Whether all tellings are of one occurrence."""
    return len(set(found.values())) == 1


def told_on(day: int, key: str, document: str, *actors: str) -> Telling:
    """A telling of one meeting in Saraqib, published on a day of January."""
    published = date(2020, 1, day)
    held = date(2020, 1, 6)
    return Telling(key, document, published, held, held, SITES[1], actors, WORDS[:4])
