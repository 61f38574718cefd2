"""The worst misses and false alarms, one under the other, for people who write rules.

A miss shows the label and the row of ours that is nearest to it; a false alarm shows its quote.
"""

from collections.abc import Callable, Iterator

from tests.evaluation.fields import FieldResult
from tests.evaluation.gold import GoldEvent, GoldObservation
from tests.evaluation.matching import in_same_sentence
from tests.evaluation.quotes import overlap
from tests.evaluation.scoring import DocumentScore, occurrence_pairs
from tests.evaluation.warehouse import Event, Observation

QUOTE_LENGTH = 110  # characters


def list_misses(scores: list[DocumentScore], kind: str, limit: int | None = None) -> list[str]:
    """The lines of one listing (a key of LISTINGS), the documents with most errors first."""
    lines = list(LISTINGS[kind](scores))
    cut = lines if limit is None else lines[:limit]
    left = len(lines) - len(cut)
    return [*cut, f"... and {left} more (--limit)"] if left else cut


def observation_lines(scores: list[DocumentScore]) -> Iterator[str]:
    """Missed figures with the nearest row, then figures that nobody labelled."""
    for score in _worst_first(scores, "observations"):
        text = score.ours.text if score.ours else None
        for label in score.observations.misses:
            wanted = (
                f"{label.measure}={_number(label.value, label.bounds)} {_first(label, 'unit')} "
                f"{_first(label, 'period')} by {_first(label, 'reported_by')} "
                f"@{_first(label, 'canonical_place')}"
            )
            near = _nearest_observation(score, label) if text else None
            yield _miss(score, wanted, label.quote, near and observation_row(near))
        for row in score.observations.false_alarms:
            repeats = any(
                (label.measure, row.stated_number) == (row.measure, other.stated_number)
                for label, other in score.observations.pairs
            )
            yield _false(score, observation_row(row), row.quote, " REPEATS a found one" * repeats)


def event_lines(scores: list[DocumentScore]) -> Iterator[str]:
    """Missed events with the nearest row, then events that nobody labelled."""
    for score in _worst_first(scores, "events"):
        for label in score.events.misses:
            near = _nearest_event(score, label) if score.ours else None
            yield _miss(score, event_label(label), label.quote, near and event_row(near))
        for row in score.events.false_alarms:
            yield _false(score, event_row(row), row.quote, "")


def place_lines(scores: list[DocumentScore]) -> Iterator[str]:
    """Missed places, then places that nobody labelled."""
    for score in _worst_first(scores, "places"):
        for label in score.places.misses:
            yield f"MISS  {score.gold.id}  {label.canonical}  written {', '.join(label.names)}"
        for row in score.places.false_alarms:
            yield f"FALSE {score.gold.id}  {row.name} ({row.location_type}, {row.id})"


def actor_lines(scores: list[DocumentScore]) -> Iterator[str]:
    """Missed actors, then actors that nobody labelled."""
    for score in _worst_first(scores, "actors"):
        for label in score.actors.misses:
            written = f"  written {', '.join(label.as_written)}" if label.as_written else ""
            yield f"MISS  {score.gold.id}  {label.name}{written}"
        for name in score.actors.false_alarms:
            yield f"FALSE {score.gold.id}  {name}"


def document_lines(scores: list[DocumentScore]) -> Iterator[str]:
    """Documents whose own columns are wrong."""
    for score in scores:
        yield from _field_lines(score, lambda result: result.kind == "documents")


def field_lines(scores: list[DocumentScore]) -> Iterator[str]:
    """Wrong columns of matched observations and events."""
    for score in scores:
        yield from _field_lines(score, lambda result: result.kind != "documents")


def pair_lines(scores: list[DocumentScore]) -> Iterator[str]:
    """Tellings of one event that were not joined, then tellings that were joined wrongly.

    APART: both are read. UNREAD: one of them is not, so that nothing can join them.
    """
    pairs = occurrence_pairs(scores)
    for pair in pairs.expected:
        if pair not in pairs.found:
            rows = ["no row" if row is None else event_row(row) for _, _, row in pair]
            names = " + ".join(document for document, _, _ in pair)
            missed = "APART" if pair in pairs.read else "UNREAD"
            yield f"{missed} {pair[0][1].occurrence}  {names}\n      {rows[0]}\n      {rows[1]}"
    for name, merged in (("MERGED", pairs.false_merges), ("UNSURE", pairs.unlabelled_merges)):
        for one, two in merged:
            told = [f'{d}: {event_row(row)} "{_cut(row.quote)}"' for d, _, row in (one, two)]
            yield "\n      ".join([f"{name} {one[2].occurrence_id}", *told])


LISTINGS: dict[str, Callable[[list[DocumentScore]], Iterator[str]]] = {
    "observations": observation_lines,
    "events": event_lines,
    "places": place_lines,
    "actors": actor_lines,
    "documents": document_lines,
    "fields": field_lines,
    "pairs": pair_lines,
}


def observation_row(row: Observation) -> str:
    """A row of fct_observations in one line."""
    place = row.location.name if row.location else "-"
    bounds = (row.value_low, row.value_high) if row.qualifier == "range" else None
    return (
        f"{row.measure}={_number(row.stated_number, bounds)} {row.unit} {row.qualifier} "
        f"{row.period} "
        f"by {row.reporter} @{place} {row.part_kind or ''}"
    )


def event_row(row: Event) -> str:
    """A row of fct_events in one line."""
    actors = ", ".join(f"{name}:{role[0]}" for name, role in row.actors)
    place = row.location.name if row.location else "-"
    return (
        f"{row.event_type} {row.event_date or 'NULL'} ({row.date_precision}) @{place} "
        f"{row.modality} [{actors}]"
    )


def event_label(label: GoldEvent) -> str:
    """A labelled event in one line, every right type and date."""
    dates = "|".join(str(answer.start or "NULL") for answer in label.dates)
    actors = ", ".join(f"{name}:{role[0]}" for name, role in label.actors)
    return (
        f"{'|'.join(label.types)} {dates} ({label.dates[0].precision}) "
        f"@{label.accepted['place'][0] or '-'} {label.accepted['modality'][0]} [{actors}]"
    )


def _nearest_observation(score: DocumentScore, label: GoldObservation) -> Observation | None:
    spans = score.ours.text.spans(label.quote)

    def closeness(row: Observation) -> float:
        points = 3 * (row.stated_number in label.accepted["value"])
        points += 2 * overlap(row.span, spans) + (row.measure in label.accepted["measure"])
        return points + in_same_sentence(label.quote, row, score.ours.text)

    best = max(score.observations.false_alarms, key=closeness, default=None)
    return best if best is not None and closeness(best) > 1 else None


def _nearest_event(score: DocumentScore, label: GoldEvent) -> Event | None:
    spans = score.ours.text.spans(label.quote)

    def closeness(row: Event) -> float:
        points = 2 * in_same_sentence(label.quote, row, score.ours.text)
        return points + overlap(row.span, spans) + 0.5 * (row.event_type in label.types)

    best = max(score.events.false_alarms, key=closeness, default=None)
    return best if best is not None and closeness(best) > 1 else None


def _field_lines(score: DocumentScore, wanted: Callable[[FieldResult], bool]) -> Iterator[str]:
    for result in score.fields:
        if wanted(result) and not result.right:
            expected = " or ".join("NULL" if e is None else str(e) for e in result.expected)
            found = "NULL" if result.found is None else result.found
            quote = f'  "{_cut(result.quote)}"' if result.quote else ""
            where = f"{result.kind}.{result.field}"
            yield f"{where}  {score.gold.id}  {result.row} wants {expected}, has {found}{quote}"


def _worst_first(scores: list[DocumentScore], kind: str) -> list[DocumentScore]:
    def errors(score: DocumentScore) -> int:
        matching = getattr(score, kind)
        return len(matching.misses) + len(matching.false_alarms)

    return sorted(scores, key=errors, reverse=True)


def _miss(score: DocumentScore, wanted: str, quote: str, near: str | None) -> str:
    nearest = f"\n      near: {near}" if near else ""
    return f'MISS  {score.gold.id}  {wanted}  "{_cut(quote)}"{nearest}'


def _false(score: DocumentScore, row: str, quote: str, remark: str) -> str:
    return f'FALSE {score.gold.id}  {row}  "{_cut(quote)}"{remark}'


def _number(value: float | None, bounds: tuple | None) -> str:
    return str(value) if bounds is None else f"{bounds[0]}..{bounds[1]}"


def _first(label: GoldObservation, name: str) -> str:
    return str(label.accepted[name][0] or "-")


def _cut(quote: str) -> str:
    plain = " ".join(quote.split())
    return plain if len(plain) <= QUOTE_LENGTH else plain[: QUOTE_LENGTH - 1] + "…"
