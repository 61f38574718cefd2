"""A made-up document: its labels, the rows that say the same, and what the rows score."""

from dataclasses import replace
from datetime import date

from tests.evaluation.fields import FieldResult
from tests.evaluation.gold import GoldDocument, parse_document
from tests.evaluation.quotes import DocumentText
from tests.evaluation.scoring import DocumentScore, figures, score_document
from tests.evaluation.warehouse import Document, Event, Location, Observation

TEXT = (
    "7 violations were noted: 6 in Hama\nand 1 in Homs. President Assad met Putin on Monday.\n"
    "About 7 breaches, the headline said. He could leave by U.S. plane."
)


def gold_observation(**changes) -> dict:
    row = {
        "measure": "ceasefire_violations",
        "value": 7,
        "unit": "cases",
        "currency": None,
        "qualifier": "exact",
        "period": "last_24h",
        "as_of": "2017-01-02",
        "reported_by": "Russian Reconciliation Centre",
        "attributed_to": None,
        "modality": "happened",
        "place": None,
        "canonical_place": None,
        "is_stated_total": False,
        "part_of": None,
        "part_kind": None,
        "quote": "7 violations were noted",
    }
    return row | changes


def gold_event(**changes) -> dict:
    row = {
        "type": "meet",
        "plover_type": "CONSULT",
        "date": "2017-01-02",
        "date_precision": "day",
        "modality": "happened",
        "canonical_place": None,
        "actors": [
            {"name": "Bashar al-Assad", "role": "participant"},
            {"name": "Vladimir Putin", "role": "participant"},
        ],
        "quote": "President Assad met Putin",
    }
    return row | changes


def gold_place(canonical: str, name: str, lat: float | None, lon: float | None, km: float) -> dict:
    return {"canonical": canonical, "name": name, "lat": lat, "lon": lon, "tolerance_km": km}


def gold_document(**changes) -> GoldDocument:
    part = {"part_of": 0, "part_kind": "partition", "value": 6, "quote": "6 in Hama"}
    label = {
        "id": "one",
        "kind": "bulletin",
        "genre": "bulletin_text",
        "lang": "en",
        "published_on": "2017-01-02",
        "date_basis": "stated",
        "observations": [
            gold_observation(is_stated_total=True),
            gold_observation(**part, place="Hama", canonical_place="Hama Governorate"),
        ],
        "events": [gold_event()],
        "actors": [{"name": "Bashar al-Assad"}, {"name": "Vladimir Putin"}],
        "places": [gold_place("Hama Governorate", "Hama", 35.13, 37.0, 90)],
    }
    return parse_document(label | changes)


HAMA = Location("hama", "Hama Governorate", "governorate", "Hama", 35.1, 36.9, True)


def observation(value: float, quote: str, **changes) -> Observation:
    start = TEXT.index(quote)
    row = Observation(
        id=f"o{value}{start}",
        measure="ceasefire_violations",
        subject=None,
        value=value,
        value_low=value,
        value_high=value,
        qualifier="exact",
        unit="cases",
        currency=None,
        period="last_24h",
        as_of_date=date(2017, 1, 2),
        period_start=None,
        period_end=None,
        location=None,
        reporter="Russian Reconciliation Centre",
        attributed_to=None,
        modality="happened",
        part_kind=None,
        total_id=None,
        is_countable=True,
        quote=quote,
        span=(start, start + len(quote)),
    )
    return replace(row, **changes)


def event(quote: str = "President Assad met Putin", **changes) -> Event:
    start = TEXT.index(quote)
    row = Event(
        id=f"e{start}",
        event_type="CONSULT",
        event_date=date(2017, 1, 2),
        event_date_end=None,
        date_precision="day",
        location=None,
        modality="happened",
        attributed_to=None,
        occurrence_id="met",
        quote=quote,
        span=(start, start + len(quote)),
        actors=[("Bashar al-Assad", "participant"), ("Vladimir Putin", "participant")],
    )
    return replace(row, **changes)


def perfect_copy() -> Document:
    """A document whose rows say exactly what `gold_document` says."""
    total = observation(7, "7 violations were noted", part_kind="total")
    part = observation(6, "6 in Hama", part_kind="part", total_id=total.id, location=HAMA)
    return Document(
        id="d1",
        stem="one",
        kind="bulletin",
        published_date=date(2017, 1, 2),
        date_basis="stated",
        language="en",
        text=DocumentText(TEXT),
        observations=[total, part],
        events=[event()],
        locations=[HAMA],
        actors=["Bashar al-Assad", "Vladimir Putin"],
    )


def scored(gold: GoldDocument, ours: Document) -> dict[str, float | None]:
    return figures([score_document(gold, ours)])


def wrong_fields(gold: GoldDocument, ours: Document) -> list[str]:
    return [result.field for result in score_document(gold, ours).fields if not result.right]


def field_of(score: DocumentScore, name: str) -> FieldResult:
    return next(result for result in score.fields if result.field == name)
