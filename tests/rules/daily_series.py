"""Invented figures and totals of days, and the running totals and daily series made of them.

Belongs here: from rows of int_recorded_observations to rows of mart_daily_series, by the compiled
models alone, all at once or of what a refresh touches; what is drawn. Does not belong here: what
must come of it (the tests), and how a text becomes a figure (the readings).
"""

import json
import random
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import duckdb

from tests.rules.compiled import Compiled
from tests.rules.increments import Model, model_of, touched_statement
from tests.rules.small_warehouse import DATABASE

_DATABASE = Path(DATABASE).stem
# In an order in which each finds what it reads.
MODELS = (
    "int_touched_tellings",
    "int_observation_tellings",
    "int_touched_days",
    "int_daily_flows",
    "int_running_total_statements",
    "int_touched_running_totals",
    "int_running_totals",
    "int_series_totals",
    "int_touched_series_spans",
    "int_series_days",
    "int_bulletin_days",
    "int_bulletin_sources",
    "int_bulletin_issues",
    "int_touched_series_days",
    "mart_daily_series",
)
SERIES = "mart_daily_series"
TOTALS = "int_running_totals"
# What the tests compare: all but what is touched.
TABLES = tuple(name for name in MODELS if not name.startswith("int_touched_"))
_GIVEN = {
    "intermediate.int_recorded_observations": """
        observation_id varchar, document_id varchar, document_kind varchar, line_number integer,
        char_start integer, quote varchar, figure_start integer, measure varchar, subject varchar,
        value double, unit varchar, currency varchar, qualifier varchar, period varchar,
        period_start date, as_of_date date, modality varchar, part_kind varchar, subgroup varchar,
        total_observation_id varchar, location_id varchar, reported_by_actor_id varchar
    """,
    "intermediate.int_recorded_document_dates": "document_id varchar, published_date date",
    "intermediate.int_recorded_document_titles": "document_id varchar, series varchar",
    "intermediate.int_document_versions": """
        document_id varchar, is_current boolean, duplicate_of_document_id varchar
    """,
    "intermediate.int_touched_documents": "document_id varchar",
    "seeds.measures": "measure varchar, unit varchar, additivity varchar, theme varchar",
    "seeds.running_totals": "total_measure varchar, flow_measure varchar",
}
_VERSIONS = "int_document_versions"
_OBSERVATIONS = "int_recorded_observations"
FIRST_DAY = date(2018, 1, 1)
# Days in a row, and some as far apart as a daily series or two totals may be, and farther.
DAYS = (*range(9), 12, 25, 39, 40, 43, 44, 60, 71, 75, 136, 137, 200, 231, 324, 325, 700, 702, 740)
BASES = (date(2015, 9, 30), date(2017, 7, 18))
CHANGES = ("come", "come", "go", "redraw", "move", "figure", "silence", "version")
JOINED, SIGNED, RETURNED = (
    "settlements_reconciled",
    "reconciliation_agreements_signed",
    "refugees_returned",
)


def day(number: int) -> date:
    """A day by its number."""
    return FIRST_DAY + timedelta(days=number)


@dataclass(frozen=True)
class Figure:
    """A figure of a day, or a running total.

    Attributes:
        of: Number of the day.
        since: Day that a running total says to count from.
    """

    value: float
    of: int
    is_total: bool = False
    measure: str = RETURNED
    reporter: str | None = None
    place: str | None = None
    since: date | None = None
    currency: str | None = None


@dataclass(frozen=True)
class Document:
    """A document and what it counts; `published` is None where nobody knows the day."""

    name: str
    published: int | None
    figures: tuple[Figure, ...] = ()
    kind: str = "bulletin"
    series: str | None = "reconciliation"
    is_current: bool = True

    def rows(self) -> list[dict[str, object]]:
        """The rows of int_recorded_observations."""
        return [
            {
                "observation_id": f"{self.name}-{number}",
                "document_id": self.name,
                "document_kind": self.kind,
                "line_number": number,
                "char_start": number,
                "quote": f"Figure {number}.",
                "figure_start": number,
                "measure": figure.measure,
                "value": figure.value,
                "unit": "people",
                "currency": figure.currency,
                "qualifier": "exact",
                "period": "cumulative" if figure.is_total else "last_24h",
                "period_start": figure.since,
                "as_of_date": day(figure.of),
                "modality": "happened",
                "location_id": figure.place,
                "reported_by_actor_id": figure.reporter,
            }
            for number, figure in enumerate(self.figures)
        ]


Rows = dict[str, list[tuple[Any, ...]]]


@dataclass(frozen=True)
class Ledger:
    """The models' SQL, compiled once and run as often as wanted.

    Attributes:
        models: Of each model, with what it writes where all tables are there.
    """

    models: Sequence[Model]

    @classmethod
    def make(cls, compiled: Compiled, manifest: Path) -> "Ledger":
        """The SQL of the models as dbt would run it."""
        nodes = json.loads(manifest.read_bytes())["nodes"]
        ids = [f"model.sitrep.{name}" for name in MODELS]
        models = [model_of(nodes[key], compiled.whole, set()) for key in ids]
        return cls(
            [
                replace(model, touched=_touched(model, nodes[key], compiled.touched))
                for key, model in zip(ids, models, strict=True)
            ]
        )

    def warehouse(self) -> "Warehouse":
        """An empty warehouse with the tables that the models read."""
        connection = duckdb.connect(config={"threads": 1})
        connection.execute(f"attach ':memory:' as {_DATABASE}; use {_DATABASE}")
        for schema in ("intermediate", "marts", "seeds", "replaced"):
            connection.execute(f"create schema {schema}")
        for table, columns in _GIVEN.items():
            connection.execute(f"create table {table} ({columns})")
        for measure in (JOINED, SIGNED, RETURNED):
            theme = "displacement" if measure == RETURNED else "reconciliation"
            connection.execute(
                "insert into seeds.measures values (?, 'people', 'additive', ?)", [measure, theme]
            )
            flow = SIGNED if measure == JOINED else measure
            if measure != SIGNED:
                connection.execute(
                    "insert into seeds.running_totals values (?, ?)", [measure, flow]
                )
        return Warehouse(self, connection)


def _touched(model: Model, node: Mapping[str, Any], compiled: Mapping[str, str]) -> str | None:
    """What a refresh of few runs, also of a table that is written whole and may be remembered."""
    if node["config"]["materialized"] == "kept":
        return touched_statement(model, node, compiled)
    name = model.table.partition(".")[2]
    put_aside = f"create or replace table replaced.{name} as from {model.table};"
    statement = compiled[node["unique_id"]]
    aside = put_aside if model.is_remembered else ""
    return f"{aside} create or replace table {model.table} as {statement}"


@dataclass
class Warehouse:
    """A warehouse of invented documents."""

    ledger: Ledger
    connection: duckdb.DuckDBPyConnection
    documents: Mapping[str, Document] = field(default_factory=dict)

    def __enter__(self) -> "Warehouse":
        """Itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close it."""
        self.connection.close()

    def whole(self, documents: Iterable[Document]) -> Rows:
        """Make all of these documents; the rows of each table, sorted."""
        self._write({document.name: document for document in documents})
        for model in self.ledger.models:
            self.connection.execute(f"create or replace table {model.table} as {model.statement}")
        return self.rows()

    def touched(self, documents: Iterable[Document]) -> Rows:
        """Make of other documents than were there what that touches; the rows, sorted."""
        later = {document.name: document for document in documents}
        changed = sorted(
            name
            for name in self.documents.keys() | later.keys()
            if self.documents.get(name) != later.get(name)
        )
        self.connection.execute("drop schema replaced cascade; create schema replaced")
        self.connection.execute(
            f"""
            create or replace table replaced.{_OBSERVATIONS} as
            from intermediate.{_OBSERVATIONS} where list_contains($1, document_id)
        """,
            [changed],
        )
        self.connection.execute(
            f"create or replace table replaced.{_VERSIONS} as from intermediate.{_VERSIONS}"
        )
        self._write(later)
        self.connection.execute(
            "create or replace table intermediate.int_touched_documents as"
            " select unnest($1::varchar[]) as document_id",
            [changed],
        )
        for model in self.ledger.models:
            assert model.touched
            self.connection.execute(model.touched)
        return self.rows()

    def rows(self) -> Rows:
        """What the tables hold."""
        tables = {model.table.partition(".")[2]: model.table for model in self.ledger.models}
        return {
            name: self.connection.execute(f"from {tables[name]} order by all").fetchall()
            for name in TABLES
        }

    def written(self) -> set[int]:
        """Numbers of the days of mart_daily_series that were touched last."""
        days = self.connection.execute("select date_day from intermediate.int_touched_series_days")
        return {(found - FIRST_DAY).days for (found,) in days.fetchall()}

    def _write(self, documents: Mapping[str, Document]) -> None:
        self.documents = documents
        there = documents.values()
        for name, rows in (
            (_OBSERVATIONS, [row for document in there for row in document.rows()]),
            (
                "int_recorded_document_dates",
                [
                    {"document_id": one.name, "published_date": day(one.published)}
                    for one in there
                    if one.published is not None
                ],
            ),
            (
                "int_recorded_document_titles",
                [{"document_id": one.name, "series": one.series} for one in there],
            ),
            (_VERSIONS, [{"document_id": one.name, "is_current": one.is_current} for one in there]),
        ):
            table = f"intermediate.{name}"
            self.connection.execute(f"delete from {table}")
            if rows:
                # One statement: a row at a time takes a quarter of these tests.
                columns = ", ".join(f"unnest(${name}) as {name}" for name in rows[0])
                self.connection.execute(
                    f"insert into {table} by name select {columns}",
                    {name: [row[name] for row in rows] for name in rows[0]},
                )


@dataclass(frozen=True)
class Drawer:
    """What documents tell of: now all the same, now of much that differs.

    Attributes:
        bases: Days that running totals say to count from.
    """

    chance: random.Random
    days: Sequence[int]
    measures: Sequence[str]
    reporters: Sequence[str | None]
    places: Sequence[str | None]
    bases: Sequence[date | None]
    currencies: Sequence[str | None]

    @classmethod
    def drawn(cls, chance: random.Random) -> "Drawer":
        """One of many."""
        return cls(
            chance,
            chance.choice((DAYS, DAYS[:10], DAYS[8:])),
            chance.choice(((RETURNED,), (JOINED, SIGNED), (RETURNED, JOINED, SIGNED))),
            chance.choice(((None,), (None, "centre"))),
            chance.choice(((None,), (None, "SY02"), ("SY02", "SY05", None))),
            chance.choice(((None,), (None, *BASES[:1]), BASES[:1], (None, *BASES))),
            chance.choice(((None,), (None,), (None, "USD"), ("USD", "EUR"))),
        )

    def documents(self, count: int) -> list[Document]:
        """So many."""
        return [self._document(f"d{number:03}") for number in range(count)]

    def changed(self, documents: Sequence[Document]) -> list[Document]:
        """The same with some that came, went or changed."""
        chance = self.chance
        there = {document.name: document for document in documents}
        for _ in range(chance.choice((1, 1, 1, 2, 4))):
            name = chance.choice(sorted(there)) if there else ""
            how = chance.choice(CHANGES)
            if how == "come" or not name:
                name = f"e{chance.randrange(10**6):06}"
                there[name] = self._document(name)
            elif how == "go":
                del there[name]
            else:
                there[name] = self._otherwise(there[name], how)
        return list(there.values())

    def _otherwise(self, document: Document, how: str) -> Document:
        chance = self.chance
        if how == "silence":
            return replace(document, figures=())
        if how == "version":
            return replace(document, is_current=not document.is_current)
        if how == "figure":
            figures = (
                replace(one, value=one.value + chance.choice((0, 1))) for one in document.figures
            )
            return replace(document, figures=tuple(figures))
        if how == "move":
            published = chance.choice((None, *self.days))
            of = chance.choice(self.days) if published is None else published
            figures = (replace(one, of=of) for one in document.figures)
            return replace(document, published=published, figures=tuple(figures))
        return self._document(document.name)

    def _document(self, name: str) -> Document:
        chance = self.chance
        of = chance.choice(self.days)
        return Document(
            name,
            of if chance.random() < 0.9 else None,
            tuple(
                Figure(
                    value=chance.randrange(9) + (500 if is_total else 0),
                    of=of if chance.random() < 0.8 else chance.choice(self.days),
                    is_total=is_total,
                    measure=chance.choice(self.measures),
                    reporter=chance.choice(self.reporters),
                    place=chance.choice(self.places),
                    since=chance.choice(self.bases) if is_total else None,
                    currency=chance.choice(self.currencies),
                )
                for is_total in (chance.random() < 0.4 for _ in range(chance.randrange(4)))
            ),
            kind="article" if chance.random() < 0.2 else "bulletin",
            series=chance.choice(("reconciliation", "deescalation", None)),
            is_current=chance.random() < 0.9,
        )
