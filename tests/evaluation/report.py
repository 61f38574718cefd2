"""The figures as tables of plain text. Single misses are printed by `listing`."""

from collections.abc import Iterable

from tests.evaluation.matching import Matching
from tests.evaluation.scoring import DocumentScore, Figures, f1, figures, share

Row = list[str]

HEADLINES = (
    *("documents.n", "documents.present", "documents.published_date", "documents.date_basis"),
    *("documents.language", "documents.kind"),
    *("observations.n", "observations.recall", "observations.precision", "observations.f1"),
    *("observations.recall_named", "observations.precision_named", "observations.f1_named"),
    *("events.n", "events.recall", "events.precision", "events.f1", "events.date"),
    *("events.date.given", "events.actors_f1", "events.actor_roles_f1"),
    *("places.recall", "places.precision", "places.f1", "places.within_tolerance"),
    *("actors.recall", "actors.precision", "actors.f1"),
    *("same_event.n", "same_event.found", "same_event.read_n", "same_event.found_of_read"),
    *("same_event.documents_n", "same_event.documents_found"),
    *("same_event.documents_read_n", "same_event.documents_found_of_read"),
    "same_event.wrong_merges",
    "same_event.unlabelled_merges",
)


def full_report(scores: list[DocumentScore], by_slice: dict[str, Figures], split: str) -> str:
    """Every table: the headline figures of all slices, then the details of one split."""
    chosen = of_split(scores, split)
    return "\n\n".join(
        [
            titled("Figures by slice", headline_table(by_slice)),
            titled(f"Columns of matched rows ({split})", field_table(figures(chosen))),
            titled(f"Observations by measure ({split})", measure_table(chosen)),
            titled(f"Events by type ({split})", event_type_table(chosen)),
        ]
    )


def of_split(scores: list[DocumentScore], split: str) -> list[DocumentScore]:
    """The documents held back (`held`), all others (`dev`, `open`), or `all`."""
    is_held = split == "held"
    return [s for s in scores if split == "all" or (s.gold.split == "held") == is_held]


def headline_table(by_slice: dict[str, Figures]) -> list[Row]:
    """A line a figure, a column a slice."""
    lines = [["", *by_slice]]
    lines += [[name, *(shown(f.get(name), name) for f in by_slice.values())] for name in HEADLINES]
    return lines


def field_table(found: Figures) -> list[Row]:
    """A line a column of the facts: pairs, right, right where not NULL, wrong but not NULL."""
    lines = [["", "pairs", "right", "right if given", "wrong, not NULL"]]
    for name in found:
        if name.count(".") == 1 and f"{name}.wrong" in found:
            parts = (f"{name}.n", name, f"{name}.given", f"{name}.wrong")
            lines.append([name, *(shown(found[part], part) for part in parts)])
    return lines


def measure_table(scores: list[DocumentScore]) -> list[Row]:
    """A line a measure; a false alarm counts for the measure that the row claims."""
    return _kinds_table(
        [score.observations for score in scores],
        lambda label: label.measure,
        lambda row: row.measure,
    )


def event_type_table(scores: list[DocumentScore]) -> list[Row]:
    """A line an event type; a false alarm counts for the type that the row claims."""
    return _kinds_table(
        [score.events for score in scores],
        lambda label: label.types[0],
        lambda row: row.event_type,
    )


def document_table(scores: list[DocumentScore]) -> list[Row]:
    """A line a document: found / missed / false for each kind of row."""
    kinds = ("observations", "events", "places", "actors")
    lines = [["found/missed/false", *kinds, "split"]]
    for score in scores:
        cells = []
        for kind in kinds:
            m = getattr(score, kind)
            cells.append(f"{len(m.pairs)}/{len(m.misses)}/{len(m.false_alarms)}")
        lines.append([score.gold.id, *cells, score.gold.split])
    return lines


def titled(title: str, lines: list[Row]) -> str:
    """The table under its title, columns aligned."""
    widths = [max(len(line[i]) for line in lines) for i in range(len(lines[0]))]
    printed = []
    for line in lines:
        numbers = [cell.rjust(width) for cell, width in zip(line[1:], widths[1:], strict=True)]
        printed.append("  ".join([line[0].ljust(widths[0]), *numbers]))
    return "\n".join([title, *printed])


def shown(value: float | None, name: str = "") -> str:
    """A count as a whole number, a share with three decimals, `-` where there are no cases."""
    if value is None:
        return "-"
    counts = ("n", "wrong", "wrong_merges", "unlabelled_merges")
    return str(int(value)) if name.rsplit(".", 1)[-1] in counts else f"{value:.3f}"


def _kinds_table(matchings: Iterable[Matching], label_kind, row_kind) -> list[Row]:
    counts: dict[str, list[int]] = {}
    for matching in matchings:
        keys = [(label_kind(label), 0) for label, _ in matching.pairs]
        keys += [(label_kind(label), 1) for label in matching.misses]
        keys += [(row_kind(row), 2) for row in matching.false_alarms]
        for key, column in keys:
            counts.setdefault(key, [0, 0, 0])[column] += 1
    lines = [["", "labels", "found", "false", "recall", "precision", "f1"]]
    for key, (found, missed, false) in sorted(
        counts.items(), key=lambda item: (-item[1][1] - item[1][2], item[0])
    ):
        rates = share(found, found + missed), share(found, found + false), f1(found, missed, false)
        lines.append(
            [key, str(found + missed), str(found), str(false), *(shown(rate) for rate in rates)]
        )
    return lines
