"""From pairs to figures: counts per document, added up for any slice of the documents."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import combinations

from tests.evaluation.corpora import SHIPPED
from tests.evaluation.fields import FieldResult, event_fields, observation_fields
from tests.evaluation.gold import GoldDocument, GoldEvent
from tests.evaluation.matching import (
    Matching,
    has_position,
    match_actors,
    match_events,
    match_observations,
    match_places,
    within_tolerance,
)
from tests.evaluation.names import same_name
from tests.evaluation.warehouse import Document, Event

Figures = dict[str, float | None]

DOCUMENT_FIELDS = ("present", "published_date", "date_basis", "language", "kind")


@dataclass
class DocumentScore:
    """A labelled document beside what the warehouse says of it (`ours` None: nothing)."""

    gold: GoldDocument
    ours: Document | None
    observations: Matching
    events: Matching
    places: Matching
    actors: Matching
    fields: list[FieldResult] = field(default_factory=list)

    def slices(self) -> set[str]:
        """The slices of the figures that this document belongs to."""
        gold = self.gold
        kinds = f"{gold.kind}s"
        return {"all", gold.split, kinds, f"{gold.split} {kinds}", gold.genre, gold.language}


@dataclass
class OccurrencePairs:
    """Tellings of one event in two documents. A pair is two (document id, label, row)."""

    expected: list[tuple] = field(default_factory=list)
    found: list[tuple] = field(default_factory=list)
    read: list[tuple] = field(default_factory=list)  # both sides have a row
    false_merges: list[tuple] = field(default_factory=list)  # two keys, or one document
    unlabelled_merges: list[tuple] = field(default_factory=list)  # a side without a key

    @staticmethod
    def of_documents(pairs: Iterable[tuple]) -> set[tuple[str, str, str]]:
        """Each event once for two documents, however many labels of one document tell it."""
        return {(one[1].occurrence, one[0], other[0]) for one, other in pairs}


def score_documents(gold: list[GoldDocument], ours: dict[str, Document]) -> list[DocumentScore]:
    """Every labelled document scored against the current document of the same file stem."""
    return [score_document(document, ours.get(document.id)) for document in gold]


def score_document(gold: GoldDocument, ours: Document | None) -> DocumentScore:
    """One document: its pairs and, for the required ones, every column."""
    if ours is None:
        missed = [
            Matching(misses=[row for row in rows if not row.neutral])
            for rows in (gold.observations, gold.events)
        ]
        missed += [
            Matching(misses=[row for row in rows if not row.optional])
            for rows in (gold.places, gold.actors)
        ]
        return DocumentScore(gold, ours, *missed, fields=_document_fields(gold, ours))
    score = DocumentScore(
        gold,
        ours,
        match_observations(gold, ours),
        match_events(gold, ours),
        match_places(gold, ours),
        match_actors(gold, ours),
        _document_fields(gold, ours),
    )
    score.fields += observation_fields(gold, ours, score.observations)
    score.fields += event_fields(gold, ours, score.events)
    return score


def occurrence_pairs(scores: list[DocumentScore]) -> OccurrencePairs:
    """Compares the labels' `occurrence` with the `occurrence_id` of the rows paired to them.

    A pair is two labels. Where a document has an event under several labels, most of them optional
    wordings of it, each stands in a pair of its own, though one telling of it at most can be joined
    to another document's: `of_documents` counts these once.
    """
    told: list[tuple[str, GoldEvent, Event | None]] = []
    for score in scores:
        matched = (*score.events.pairs, *score.events.neutral_pairs)
        row_of = {label.index: row for label, row in matched}
        told += [(score.gold.id, event, row_of.get(event.index)) for event in score.gold.events]
    result = OccurrencePairs()
    for one, two in _alike(told):
        keys = one[1].occurrence, two[1].occurrence
        expected = keys[0] is not None and keys[0] == keys[1] and one[0] != two[0]
        result.expected += [(one, two)] * expected
        if one[2] is None or two[2] is None:
            continue
        result.read += [(one, two)] * expected
        merged = one[2].occurrence_id is not None and one[2].occurrence_id == two[2].occurrence_id
        if expected and merged:
            result.found.append((one, two))
        elif not merged or (keys[0] is not None and keys[0] == keys[1]):
            continue
        elif None not in keys or one[0] == two[0]:
            result.false_merges.append((one, two))
        else:
            result.unlabelled_merges.append((one, two))
    return result


def _alike(
    told: list[tuple[str, GoldEvent, Event | None]],
) -> Iterator[tuple[tuple[str, GoldEvent, Event | None], ...]]:
    """The pairs of which the labels or the rows are of one event, in their order."""
    alike: dict[tuple[str, object], list[int]] = {}
    for number, (_, event, row) in enumerate(told):
        for kind, key in (
            ("label", event.occurrence),
            ("row", None if row is None else row.occurrence_id),
        ):
            if key is not None:
                alike.setdefault((kind, key), []).append(number)
    pairs = {pair for numbers in alike.values() for pair in combinations(numbers, 2)}
    for pair in sorted(pairs):
        yield tuple(told[number] for number in pair)


def figures_by_slice(
    scores: list[DocumentScore], slices: tuple[str, ...] = SHIPPED.slices
) -> dict[str, Figures]:
    """The figures of each slice; a figure without cases is None."""
    return {name: figures([s for s in scores if name in s.slices()]) for name in slices}


def figures(scores: list[DocumentScore]) -> Figures:
    """All figures of some documents, as shares (0 to 1) or, where named `n` or `wrong`, counts."""
    result: Figures = {"documents.n": float(len(scores))}
    for kind in ("observations", "events", "places", "actors"):
        matchings = [getattr(score, kind) for score in scores]
        result |= _rates(kind, matchings)
    named = _rates("observations", [_named(score.observations) for score in scores])
    for rate in ("recall", "precision", "f1"):
        result[f"observations.{rate}_named"] = named[f"observations.{rate}"]
    for kind, by_name in _by_field(scores).items():
        for name, results in by_name.items():
            result |= _field_figures(kind, name, results)
    result |= _event_actor_figures(scores)
    result["places.within_tolerance"] = _tolerance_share(scores)
    pairs = occurrence_pairs(scores)
    result["same_event.n"] = float(len(pairs.expected))
    result["same_event.found"] = share(len(pairs.found), len(pairs.expected))
    result["same_event.read_n"] = float(len(pairs.read))
    result["same_event.found_of_read"] = share(len(pairs.found), len(pairs.read))
    documents = [pairs.of_documents(group) for group in (pairs.expected, pairs.read, pairs.found)]
    expected, read, found = map(len, documents)
    result["same_event.documents_n"] = float(expected)
    result["same_event.documents_found"] = share(found, expected)
    result["same_event.documents_read_n"] = float(read)
    result["same_event.documents_found_of_read"] = share(found, read)
    result["same_event.wrong_merges"] = float(len(pairs.false_merges))
    result["same_event.unlabelled_merges"] = float(len(pairs.unlabelled_merges))
    return result


def share(part: float, whole: float) -> float | None:
    """part / whole, None when there is nothing to divide by."""
    return part / whole if whole else None


def f1(found: int, missed: int, false: int) -> float | None:
    """The harmonic mean of recall and precision from counts, None without any row."""
    return share(2 * found, 2 * found + missed + false)


def _rates(kind: str, matchings: Iterable[Matching]) -> Figures:
    matchings = list(matchings)
    found = sum(len(m.pairs) for m in matchings)
    missed = sum(len(m.misses) for m in matchings)
    false = sum(len(m.false_alarms) for m in matchings)
    return {
        f"{kind}.n": float(found + missed),
        f"{kind}.found_n": float(found),
        f"{kind}.false_n": float(false),
        f"{kind}.recall": share(found, found + missed),
        f"{kind}.precision": share(found, found + false),
        f"{kind}.f1": f1(found, missed, false),
    }


def _named(matching: Matching) -> Matching:
    """The observations without those that fit no measure, neither labels nor rows."""
    return Matching(
        pairs=[pair for pair in matching.pairs if pair[0].measure != "other"],
        misses=[label for label in matching.misses if label.measure != "other"],
        false_alarms=[row for row in matching.false_alarms if row.measure != "other"],
    )


def _document_fields(gold: GoldDocument, ours: Document | None) -> list[FieldResult]:
    expected = (True, gold.published_on, gold.date_basis, gold.language, gold.kind)
    found = (False, None, None, None, None)
    if ours is not None:
        found = (True, ours.published_date, ours.date_basis, ours.language, ours.kind)
    return [
        FieldResult("documents", name, e == f and ours is not None, e is not None, [e], f, "", "")
        for name, e, f in zip(DOCUMENT_FIELDS, expected, found, strict=True)
    ]


def _by_field(scores: list[DocumentScore]) -> dict[str, dict[str, list[FieldResult]]]:
    """The results by kind and name of their field."""
    found: dict[str, dict[str, list[FieldResult]]] = {}
    for score in scores:
        for result in score.fields:
            found.setdefault(result.kind, {}).setdefault(result.field, []).append(result)
    return found


def _field_figures(kind: str, name: str, results: list[FieldResult]) -> Figures:
    given = [r for r in results if r.given]
    return {
        f"{kind}.{name}": share(sum(r.right for r in results), len(results)),
        f"{kind}.{name}.given": share(sum(r.right for r in given), len(given)),
        f"{kind}.{name}.n": float(len(results)),
        f"{kind}.{name}.wrong": float(sum(not r.right and not r.missing for r in results)),
    }


def _event_actor_figures(scores: list[DocumentScore]) -> Figures:
    """Actors of matched events; of several spellings of one name each answers one label."""
    named = in_role = labelled = told = 0
    for label, row in (pair for score in scores for pair in score.events.pairs):
        labelled += len(label.actors)
        told += len(row.actors)
        named += _common(label.actors, row.actors, with_role=False)
        in_role += _common(label.actors, row.actors, with_role=True)
    return {
        "events.actors_f1": share(2 * named, labelled + told),
        "events.actor_roles_f1": share(2 * in_role, labelled + told),
        "events.actors_recall": share(named, labelled),
        "events.actors_precision": share(named, told),
    }


def _common(labels: list[tuple[str, str]], rows: list[tuple[str, str]], with_role: bool) -> int:
    left, count = list(rows), 0
    for name, role in labels:
        for other in left:
            if same_name(name, other[0]) and (not with_role or role == other[1]):
                left.remove(other)
                count += 1
                break
    return count


def _tolerance_share(scores: list[DocumentScore]) -> float | None:
    pairs = [
        pair
        for score in scores
        for pair in (*score.places.pairs, *score.places.neutral_pairs)
        if pair[0].lat is not None
    ]
    right = sum(has_position(*pair) and within_tolerance(*pair) for pair in pairs)
    return share(right, len(pairs))
