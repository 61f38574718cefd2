"""Which row of the warehouse answers which label, one to one within a document.

Here: what makes a pair possible and which of several is better. What a pair got right is counted in
`fields` and `scoring`.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from tests.evaluation.assignment import best_pairs
from tests.evaluation.gold import (
    GoldActor,
    GoldDocument,
    GoldEvent,
    GoldObservation,
    GoldPlace,
)
from tests.evaluation.names import core_name, distance_km, fold, same_name
from tests.evaluation.quotes import DocumentText, overlap
from tests.evaluation.warehouse import Document, Event, Location, Observation

G = TypeVar("G")
R = TypeVar("R")

VALUE_TOLERANCE = 0.001  # a share of the label's value
SETTLEMENT_KM = 30  # up to this tolerance a position says which place it is, whatever its name
REQUIRED = 1000.0  # outweighs any preference: as many required labels as possible are paired
PAIRED = 1.0


@dataclass
class Matching(Generic[G, R]):
    """The outcome for one list of a document. Neutral pairs count neither way."""

    pairs: list[tuple[G, R]] = field(default_factory=list)
    neutral_pairs: list[tuple[G, R]] = field(default_factory=list)
    misses: list[G] = field(default_factory=list)
    false_alarms: list[R] = field(default_factory=list)


def match_observations(
    gold: GoldDocument, ours: Document
) -> Matching[GoldObservation, Observation]:
    """Pairs rows of the same measure and number; reporter, place, part and quote break ties."""
    places = gold.places_by_name()

    def score(label: GoldObservation, row: Observation) -> float:
        if row.measure not in label.accepted["measure"] or not _same_number(label, row):
            return 0.0
        points = 4 * overlap(row.span, ours.text.spans(label.quote))
        points += 2 * any(same_name(n, row.reporter) for n in label.accepted["reported_by"])
        points += 2 * place_agrees(label.accepted["canonical_place"], row.location, places)
        points += row.part_kind in label.part_kinds
        points += row.period in label.accepted["period"]
        points += 0.5 * (row.modality in label.accepted["modality"])
        return points + 0.5 * (row.measure == label.measure) + PAIRED

    matching = _assign(gold.observations, ours.observations, score, lambda label: label.neutral)
    matching.false_alarms = [
        row for row in matching.false_alarms if (row.measure, row.value) not in gold.acceptable
    ]
    return matching


def match_events(gold: GoldDocument, ours: Document) -> Matching[GoldEvent, Event]:
    """Pairs events of the same type told in the same sentence.

    A row that quotes another telling is a pair too when its date and one of its actors are right.
    """
    places = gold.places_by_name()

    def score(label: GoldEvent, row: Event) -> float:
        if row.event_type not in label.types:
            return 0.0
        spans = ours.text.spans(label.quote)
        sentences = [ours.text.sentence_around(span) for span in spans]
        shared_actors = _shared_names(label, row)
        dated = any(row.event_date == answer.start for answer in label.dates)
        if not overlap(row.span, sentences):
            dated_day = dated and row.event_date is not None
            return 0.1 if dated_day and shared_actors else 0.0
        points = 4 * overlap(row.span, spans) + 2 * dated + 2 * min(shared_actors, 2)
        points += place_agrees(label.accepted["place"], row.location, places)
        points += row.modality in label.accepted["modality"]
        return points + 0.5 * (row.event_type == label.types[0]) + PAIRED

    return _assign(gold.events, ours.events, score, lambda label: label.neutral)


def match_places(gold: GoldDocument, ours: Document) -> Matching[GoldPlace, Location]:
    """Pairs places by name, else by position."""

    def score(label: GoldPlace, row: Location) -> float:
        if names_place(label, row):
            return 3.0 + same_name(label.canonical, row.name)
        return 1.0 * is_near(label, row)

    return _assign(gold.places, ours.locations, score, lambda label: label.optional)


def match_actors(gold: GoldDocument, ours: Document) -> Matching[GoldActor, str]:
    """Pairs actors by canonical name, else by a spelling of the text."""

    def score(label: GoldActor, row: str) -> float:
        if same_name(label.name, row):
            return 3.0
        return 1.0 * any(same_name(name, row) for name in label.as_written)

    return _assign(gold.actors, ours.actors, score, lambda label: label.optional)


def place_agrees(
    accepted: list[str | None], location: Location | None, places: dict[str, GoldPlace]
) -> bool:
    """Whether a row's place is one of the right answers, by name or by position."""
    for name in accepted:
        if name is None or location is None:
            if name is None and location is None:
                return True
            continue
        place = places.get(name, GoldPlace(canonical=name, names=()))
        if names_place(place, location) or is_near(place, location):
            return True
    return False


def names_place(label: GoldPlace, location: Location) -> bool:
    """Whether the names agree; a place known from the text alone may have the text's spelling."""
    names = [label.canonical, *label.alternates]
    if not location.is_curated:
        names += label.names
    if any(same_name(name, location.name) for name in names):
        return True
    if location.location_type != "governorate" or location.admin1_name is None:
        return False
    governorate = f"{location.admin1_name.removesuffix(' Governorate')} Governorate"
    return fold(governorate) == fold(label.canonical)


def is_near(label: GoldPlace, location: Location) -> bool:
    """Whether the position is within the label's tolerance and can be the same place."""
    if not has_position(label, location) or not within_tolerance(label, location):
        return False
    alike = core_name(label.canonical) == core_name(location.name)
    return alike or label.tolerance_km <= SETTLEMENT_KM


def has_position(label: GoldPlace, location: Location) -> bool:
    """Whether both sides have coordinates."""
    return None not in (label.lat, label.lon, location.latitude, location.longitude)


def within_tolerance(label: GoldPlace, location: Location) -> bool:
    """Whether the positions, which both must have, are at most the label's tolerance apart."""
    away = distance_km(label.lat, label.lon, location.latitude, location.longitude)
    return away <= label.tolerance_km


def in_same_sentence(quote: str, row: Observation | Event, text: DocumentText) -> bool:
    """Whether a row's span lies in a sentence that holds the quote."""
    return overlap(row.span, [text.sentence_around(span) for span in text.spans(quote)]) > 0


def _same_number(label: GoldObservation, row: Observation) -> bool:
    if row.qualifier == "range":
        return label.bounds is not None and all(
            _close(wanted, found)
            for wanted, found in zip(label.bounds, (row.value_low, row.value_high), strict=True)
        )
    number = row.stated_number
    if number is None:
        return None in label.accepted["value"] and label.bounds is None
    return any(_close(value, number) for value in label.accepted["value"])


def _close(wanted: float | None, found: float | None) -> bool:
    if wanted is None or found is None:
        return False
    return abs(found - wanted) <= VALUE_TOLERANCE * abs(wanted)


def _shared_names(label: GoldEvent, row: Event) -> int:
    return sum(any(same_name(name, ours) for ours, _ in row.actors) for name, _ in label.actors)


def _assign(
    labels: Sequence[G],
    rows: Sequence[R],
    score: Callable[[G, R], float],
    is_neutral: Callable[[G], bool],
) -> Matching[G, R]:
    scores = [[score(label, row) for row in rows] for label in labels]
    weights = [
        [s + REQUIRED if s > 0 and not is_neutral(label) else s for s in line]
        for label, line in zip(labels, scores, strict=True)
    ]
    matching: Matching[G, R] = Matching()
    taken_labels, taken_rows = set(), set()
    for i, j in best_pairs(weights):
        taken_labels.add(i)
        taken_rows.add(j)
        kind = matching.neutral_pairs if is_neutral(labels[i]) else matching.pairs
        kind.append((labels[i], rows[j]))
    matching.misses = [
        label for i, label in enumerate(labels) if i not in taken_labels and not is_neutral(label)
    ]
    matching.false_alarms = [row for j, row in enumerate(rows) if j not in taken_rows]
    return matching
