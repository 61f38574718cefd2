"""Invented tellings and the occurrences that the real SQL makes of them.

Belongs here: from rows of int_event_profiles to groups, by the compiled models alone. Does not
belong here: which groups are right (the tests), and how a text becomes a profile (the models).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import duckdb

from tests.rules.small_warehouse import DATABASE, run_dbt

_DATABASE = Path(DATABASE).stem
MODELS = ("int_event_pairs", "int_event_links", "int_event_occurrences")
_FAMILIES = {"COOPERATE": "AGREE", "CONCEDE": "AGREE", "MOBILIZE": "FORCE", "ASSAULT": "FORCE"}
_PROFILE_COLUMNS = """
    event_id varchar, document_id varchar, event_type varchar, event_family varchar,
    modality varchar, event_date date, event_date_end date, date_precision varchar,
    published_date date, weekday integer, country_iso3 varchar, site_id varchar, is_spot boolean,
    area_ids varchar[], actor_ids varchar[], party_ids varchar[], person_ids varchar[],
    body_ids varchar[], state_ids varchar[], acting_state_ids varchar[], source_ids varchar[],
    source_state_ids varchar[], words varchar[]
"""
_STORY_COLUMNS = (
    "document_id varchar, other_document_id varchar, shared_terms integer, share double"
)


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
            "state_ids": sorted(self.states),
            "acting_state_ids": sorted(self.states),
            "source_ids": [],
            "source_state_ids": [],
            "words": list(self.words),
        }


@dataclass(frozen=True)
class Linker:
    """The models' SQL, compiled once and run as often as wanted."""

    statements: tuple[tuple[str, str], ...]

    @classmethod
    def compile(cls, folder: Path, manifest: Path) -> "Linker":
        """The SQL of the models as dbt would run it. `folder` is empty."""
        arguments = ["compile", "--select", *MODELS]
        nodes = run_dbt(folder, folder / DATABASE, arguments, manifest).results
        return cls(tuple((name, nodes[f"model.sitrep.{name}"]["compiled_code"]) for name in MODELS))

    def connect(self) -> duckdb.DuckDBPyConnection:
        """An empty warehouse with the two tables that the models read."""
        connection = duckdb.connect(config={"threads": 1})
        connection.execute(f"attach ':memory:' as {_DATABASE}")
        connection.execute(f"create schema {_DATABASE}.intermediate")
        connection.execute(f"use {_DATABASE}.intermediate")
        for table, columns in (
            ("int_event_profiles", _PROFILE_COLUMNS),
            ("int_document_stories", _STORY_COLUMNS),
        ):
            connection.execute(f"create table {table} ({columns})")
        return connection

    def run(self, connection: duckdb.DuckDBPyConnection) -> None:
        """Build the models on what the two tables hold."""
        for name, statement in self.statements:
            connection.execute(f"create or replace table {name} as {statement}")

    def occurrences(
        self, tellings: Sequence[Telling], stories: Sequence[tuple[str, str]] = ()
    ) -> dict[str, str]:
        """The occurrence of each telling, by key; `stories` are pairs of documents of one story."""
        connection = self.connect()
        try:
            if tellings:
                rows = [telling.row() for telling in tellings]
                marks = ", ".join("?" * len(rows[0]))
                connection.executemany(
                    f"insert into int_event_profiles values ({marks})",
                    [list(row.values()) for row in rows],
                )
            for one, other in stories:
                connection.execute(
                    "insert into int_document_stories values (?, ?, 9, 0.8)",
                    [min(one, other), max(one, other)],
                )
            self.run(connection)
            found = connection.execute("select event_id, occurrence_id from int_event_occurrences")
            return dict(found.fetchall())
        finally:
            connection.close()
