"""What a matched pair got right, column by column. `matching` decides which rows are a pair."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from tests.evaluation.gold import GoldDocument, GoldEvent, GoldObservation
from tests.evaluation.matching import Matching, in_same_sentence, place_agrees
from tests.evaluation.names import same_name
from tests.evaluation.warehouse import Document, Event, Location, Observation

PLAIN = ("unit", "currency", "qualifier", "period", "modality")
OPEN_ABOVE = ("at_least", "more_than")
OPEN_BELOW = ("at_most", "less_than")


@dataclass(frozen=True)
class FieldResult:
    """One column of one matched pair; `given` is false where the right answer is NULL."""

    kind: str
    field: str
    right: bool
    given: bool
    expected: Any
    found: Any
    quote: str
    row: str

    @property
    def missing(self) -> bool:
        """Whether the row says NULL where the label knows better."""
        return not self.right and self.found is None


def observation_fields(
    gold: GoldDocument, ours: Document, matching: Matching[GoldObservation, Observation]
) -> list[FieldResult]:
    """All column results of the required pairs of a document's observations."""
    places = gold.places_by_name()
    row_of = {label.index: row for label, row in (*matching.pairs, *matching.neutral_pairs)}
    results = []
    for label, row in matching.pairs:
        accepted = label.accepted
        answers = [(name, accepted[name], getattr(row, name)) for name in PLAIN]
        answers.append(("as_of_date", accepted["as_of"], row.as_of_date))
        # Labels name a period's borders only where the text does: NULL there asks for nothing.
        answers += [
            (name, accepted[name], getattr(row, name))
            for name in ("period_start", "period_end")
            if any(value is not None for value in accepted.get(name, []))
        ]
        answers.append(("part_kind", list(label.part_kinds), row.part_kind))
        judged = [(name, found in right, right, found) for name, right, found in answers]
        for name, found in (
            ("reported_by", row.reporter),
            ("attributed_to", row.attributed_to),
        ):
            right = any(same_name(one, found) for one in accepted[name])
            judged.append((name, right, accepted[name], found))
        judged.append(_place(label, row, places))
        judged.append(_total_link(label, row, row_of, gold.observations))
        judged.append(("bounds", bounds_fit(row), [True], bounds_fit(row)))
        told = in_same_sentence(label.quote, row, ours.text)
        judged.append(("same_sentence", told, [True], told))
        if label.must_not_count:
            judged.append(("not_countable", not row.is_countable, [False], row.is_countable))
        judged += _shared_places(label, row)
        name = f"{label.measure}={row.stated_number}"
        results += _results("observations", judged, label.quote, name)
    return results


def event_fields(
    gold: GoldDocument, ours: Document, matching: Matching[GoldEvent, Event]
) -> list[FieldResult]:
    """All column results of the required pairs of a document's events."""
    places = gold.places_by_name()
    results = []
    for label, row in matching.pairs:
        dates = [(answer.start, answer.precision) for answer in label.dates]
        found = (row.event_date, row.date_precision)
        shown = None if row.event_date is None else found
        wanted = [None if start is None else (start, precision) for start, precision in dates]
        judged = [("date", found in dates, wanted, shown)]
        for answer in label.dates:
            longer = answer.precision not in ("day", "unknown")
            if longer and (answer.start, answer.precision) == found:
                right = row.event_date_end == answer.end
                judged.append(("date_end", right, [answer.end], row.event_date_end))
                break
        modality = label.accepted["modality"]
        judged.append(("modality", row.modality in modality, modality, row.modality))
        agrees = place_agrees(label.accepted["place"], row.location, places)
        judged.append(("place", agrees, label.accepted["place"], _name(row.location)))
        said = label.accepted["attributed_to"]
        right = any(same_name(one, row.attributed_to) for one in said)
        judged.append(("attributed_to", right, said, row.attributed_to))
        told = in_same_sentence(label.quote, row, ours.text)
        judged.append(("same_sentence", told, [True], told))
        results += _results("events", judged, label.quote, label.types[0])
    return results


def bounds_fit(row: Observation) -> bool:
    """Whether value, value_low and value_high stand as `marts.md` says for the qualifier."""
    value, low, high = row.value, row.value_low, row.value_high
    if row.qualifier == "range":
        return value is None and low is not None and high is not None and low < high
    if value is None:
        return low is None and high is None
    expected = {
        "exact": (value, value),
        "about": (None, None),
        **dict.fromkeys(OPEN_ABOVE, (value, None)),
        **dict.fromkeys(OPEN_BELOW, (None, value)),
    }
    return expected.get(row.qualifier) == (low, high)


def _place(label: GoldObservation, row: Observation, places: dict) -> tuple:
    accepted = label.accepted["canonical_place"]
    right = place_agrees(accepted, row.location, places)
    # A place without a canonical name ("south-west Syria") may be a row known from the text alone.
    if not right and row.location is not None and accepted == [None]:
        right = same_name(label.place_written, row.location.name)
    return "place", right, accepted, _name(row.location)


def _total_link(
    label: GoldObservation,
    row: Observation,
    row_of: dict[int, Observation],
    labels: list[GoldObservation],
) -> tuple[str, bool, list, Any]:
    if label.part_of is None:
        return "total_link", row.total_id is None, [None], row.total_id
    tellings = _tellings(label.part_of, labels)
    expected = [row_of[index].id for index in tellings if index in row_of]
    if not expected:
        return "total_link", row.total_id is not None, ["a total that has no row"], row.total_id
    if None in label.part_kinds:
        expected.append(None)
    return "total_link", row.total_id in expected, expected, row.total_id


def _tellings(index: int, labels: list[GoldObservation]) -> list[int]:
    """The labels that tell the same figure, itself first: a total may be told twice."""

    def first_told(label: GoldObservation) -> int:
        return label.index if label.restates is None else label.restates

    told = first_told(labels[index])
    return [index, *(i for i, one in enumerate(labels) if i != index and first_told(one) == told)]


def _shared_places(label: GoldObservation, row: Observation) -> Iterator[tuple]:
    """Places that share one undivided figure: as many bridge rows as the text names."""
    undivided = label.accepted["canonical_place"] == [None] and label.place_written
    if undivided and re.search(r",|\band\b", label.place_written):
        names = re.split(r",\s*(?:and\s)?(?:in\s)?|\s+and\s+(?:in\s)?", label.place_written)
        right = row.location is None and len(row.shared_places) == len(names)
        yield "shared_places", right, [names], row.shared_places


def _results(kind: str, judged: list[tuple], quote: str, row: str) -> list[FieldResult]:
    return [
        FieldResult(kind, name, right, expected[0] is not None, expected, found, quote, row)
        for name, right, expected, found in judged
    ]


def _name(location: Location | None) -> str | None:
    return None if location is None else location.name
