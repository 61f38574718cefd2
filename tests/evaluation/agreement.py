"""How far two labellers agree: the second one's labels, scored as the warehouse's rows are.

Whatever the warehouse lacks of these figures, reading may still win; what lies above them is the
habit of one labeller. `tests/second_labels` holds labels of documents in `tests/own_documents`,
written from the texts and the labels' rules by somebody who had not seen the first ones.

    python -m tests.evaluation.agreement
"""

from pathlib import Path
from typing import Any

from dagster_project.reading.documents import Document as ReadDocument
from dagster_project.reading.documents import read_document
from tests.evaluation.corpora import OWN, TESTS
from tests.evaluation.gold import GoldDocument, GoldEvent, GoldObservation, GoldPlace, load_gold
from tests.evaluation.quotes import DocumentText
from tests.evaluation.scoring import Figures, figures, score_documents
from tests.evaluation.warehouse import Document, Event, Location, Observation

SECOND_LABELS = TESTS / "second_labels"
PRINTED = (
    *("observations.n", "observations.f1", "observations.f1_named", "observations.reported_by"),
    *("observations.place", "events.n", "events.f1", "events.date", "events.place"),
    *("events.modality", "events.actors_f1", "events.actor_roles_f1"),
)


def main() -> None:
    """Prints the figures of the second labels against the first."""
    second = load_gold(SECOND_LABELS)
    wanted = {label.id for label in second}
    first = [label for label in load_gold(OWN.labels) if label.id in wanted]
    texts = {label.id: text_of(label, OWN.documents) for label in first}
    print(f"{len(first)} documents labelled twice")
    for name, figure in agreement(first, second, texts).items():
        if name in PRINTED and figure is not None:
            print(f"{name:28} {figure:7.3f}")


def agreement(
    first: list[GoldDocument], second: list[GoldDocument], texts: dict[str, DocumentText]
) -> Figures:
    """The required events and figures of the second labels against the first labels.

    `texts` is by document id. Places and actors of the documents are not compared.
    """
    places = {label.id: label.places_by_name() for label in first}
    rows = {label.id: _as_rows(label, texts[label.id], places[label.id]) for label in second}
    return figures(score_documents(first, rows))


def text_of(label: GoldDocument, documents: Path) -> DocumentText:
    """A labelled document's text. Raises FileNotFoundError, or ValueError where it is rejected."""
    files = [documents / f"{label.kind}s" / f"{label.id}{suffix}" for suffix in (".txt", ".html")]
    file = next((file for file in files if file.exists()), None)
    if file is None:
        raise FileNotFoundError(f"{label.id}: neither {files[0]} nor {files[1].name}")
    read = read_document(file.name, file.read_bytes())
    if not isinstance(read, ReadDocument):
        raise ValueError(f"{label.id}: {read.detail}")
    return DocumentText(read.text)


def _as_rows(label: GoldDocument, text: DocumentText, places: dict[str, GoldPlace]) -> Document:
    return Document(
        id=label.id,
        stem=label.id,
        kind=label.kind,
        published_date=label.published_on,
        date_basis=label.date_basis,
        language=label.language,
        text=text,
        observations=[
            _observation(row, text, places) for row in label.observations if not row.neutral
        ],
        events=[_event(row, text, places) for row in label.events if not row.neutral],
    )


def _event(row: GoldEvent, text: DocumentText, places: dict[str, GoldPlace]) -> Event:
    told = row.dates[0]
    return Event(
        id=str(row.index),
        event_type=row.types[0],
        event_date=told.start,
        event_date_end=told.end,
        date_precision=told.precision,
        location=_location(row.accepted["place"][0], places),
        modality=row.accepted["modality"][0],
        attributed_to=row.accepted["attributed_to"][0],
        occurrence_id=None,
        quote=row.quote,
        span=text.spans(row.quote)[0],
        actors=list(row.actors),
    )


def _observation(
    row: GoldObservation, text: DocumentText, places: dict[str, GoldPlace]
) -> Observation:
    def told(field: str) -> Any:
        return row.accepted.get(field, [None])[0]

    low, high = row.bounds or (None, None)
    return Observation(
        id=str(row.index),
        measure=row.measure,
        subject=row.subject,
        value=row.value,
        value_low=low,
        value_high=high,
        qualifier="range" if row.bounds else told("qualifier"),
        unit=told("unit"),
        currency=told("currency"),
        period=told("period"),
        as_of_date=told("as_of"),
        period_start=told("period_start"),
        period_end=told("period_end"),
        location=_location(told("canonical_place"), places),
        reporter=told("reported_by"),
        attributed_to=told("attributed_to"),
        modality=told("modality"),
        part_kind=row.part_kinds[0],
        total_id=None if row.part_of is None else str(row.part_of),
        is_countable=not row.must_not_count,
        quote=row.quote,
        span=text.spans(row.quote)[0],
    )


def _location(name: str | None, places: dict[str, GoldPlace]) -> Location | None:
    if name is None:
        return None
    place = places.get(name, GoldPlace(canonical=name, names=()))
    return Location(
        id=name,
        name=name,
        location_type=None,
        admin1_name=None,
        latitude=place.lat,
        longitude=place.lon,
        is_curated=True,
    )


if __name__ == "__main__":
    main()
