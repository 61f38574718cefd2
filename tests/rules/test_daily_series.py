"""Running totals and daily series that a refresh writes in part are those of one build of all."""

import random
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest

from tests.rules.compiled import Compiled
from tests.rules.daily_series import (
    BASES,
    JOINED,
    SERIES,
    SIGNED,
    Document,
    Drawer,
    Figure,
    Ledger,
)
from tests.rules.increments import differences

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("daily_series")]


@pytest.fixture(scope="module")
def ledger(compiled: Compiled, manifest: Path) -> Ledger:
    """The models' SQL."""
    return Ledger.make(compiled, manifest)


@pytest.mark.parametrize("seed", range(12))
def test_what_is_touched_is_all_that_changes(ledger: Ledger, seed: int) -> None:
    chance = random.Random(seed)
    drawer = Drawer.drawn(chance)
    documents = drawer.documents(chance.choice((3, 12, 40)))
    with ledger.warehouse() as warehouse, ledger.warehouse() as anew:
        warehouse.whole(documents)
        for step in range(8):
            before, documents = documents, drawer.changed(documents)
            faults = differences(warehouse.touched(documents), anew.whole(documents))
            came = [one for one in documents if one not in before]
            went = [one for one in before if one not in documents]
            assert not faults, "\n".join([f"step {step}", f"{came=}", f"{went=}", *faults[:12]])


def told(*figures: Figure, name: str = "", **others: object) -> Document:
    """A bulletin of the day of its first figure."""
    of = figures[0].of
    return Document(name or f"of-{of}", of, figures, **others)  # type: ignore[arg-type]


def total(value: float, of: int, **others: object) -> Figure:
    """A running total."""
    return Figure(value, of, is_total=True, **others)  # type: ignore[arg-type]


# A total at either end, and a figure each day between.
SPELL = [
    told(total(100, 0)),
    *(told(Figure(2, of)) for of in (1, 2, 3, 5, 6, 7)),
    told(total(114, 8)),
]
# Every day a total and a figure.
DENSE = [told(Figure(2, of), total(100 + 2 * of, of)) for of in range(9)]


@dataclass(frozen=True)
class Case:
    """What comes, goes or changes, and the days whose rows are written for it.

    Attributes:
        later: Documents that come, or take the place of those of their names.
        gone: Names.
        written: Days; None where it is most of them.
    """

    name: str
    before: Sequence[Document]
    later: Sequence[Document] = ()
    gone: Sequence[str] = ()
    written: set[int] | None = field(default=None)

    def after(self) -> list[Document]:
        """All documents, then."""
        there = {one.name: one for one in (*self.before, *self.later)}
        return [one for name, one in there.items() if name not in self.gone]


CASES = (
    Case("a late bulletin inside a spell", SPELL, [told(Figure(3, 4))], written={3, 4, 5, 6, 7, 8}),
    Case("a figure is corrected", SPELL, [told(Figure(5, 6))], written={6, 7, 8}),
    Case(
        "a figure of a dense series is corrected",
        DENSE,
        [told(Figure(5, 4), total(108, 4))],
        written={4},
    ),
    Case("a total of a dense series goes", DENSE, [told(Figure(2, 4))], written={4, 5}),
    Case("the last total goes", SPELL, gone=["of-8"], written={7, 8}),
    Case("the first total goes", SPELL, gone=["of-0"]),
    Case("no total is left", SPELL, gone=["of-0", "of-8"]),
    Case("first totals come", SPELL[1:-1], [SPELL[0], SPELL[-1]]),
    Case("a second base", SPELL, [told(total(9, 4, since=BASES[0]))]),
    Case(
        "a second base far from the first",
        SPELL,
        [told(total(9, 400, since=BASES[0])), told(Figure(4, 390)), told(Figure(4, 300))],
    ),
    Case(
        "only the base that goes made it two",
        [*SPELL, told(total(9, 400, since=BASES[0])), told(Figure(4, 390)), told(Figure(4, 300))],
        gone=["of-400"],
    ),
    Case("a silent bulletin", SPELL, [Document("silent", 4, ())], written={3, 4}),
    Case(
        "the only bulletin of its series goes, that was of a day without a figure",
        [
            Document("far", 5, (Figure(1, 3),)),
            told(Figure(2, 3), name="none", series=None),
            told(Figure(2, 8), series=None),
        ],
        gone=["far"],
        written={3, 4, 5, 6, 7},
    ),
    Case(
        "a sidecar moves a bulletin to another day, where it hides another",
        [*SPELL, told(Figure(9, 6), name="a", kind="article")],
        [told(Figure(2, 12), name="of-6")],
    ),
    Case(
        "a sidecar moves a total",
        DENSE,
        [told(Figure(2, 40), total(130, 40), name="of-4")],
        written={3, 4, 5, 40},
    ),
    Case(
        "an article's figure counts in the test of totals alone",
        SPELL,
        [told(Figure(3, 4), kind="article")],
    ),
    Case(
        "a correction takes the place of a bulletin", DENSE, [replace(DENSE[4], is_current=False)]
    ),
    Case(
        "agreements and the settlements that join by them",
        [told(total(1400, 0, measure=JOINED)), told(Figure(2, 1, measure=SIGNED))],
        [told(total(1404, 5, measure=JOINED)), told(Figure(2, 3, measure=SIGNED))],
    ),
    Case(
        "settlements told by the day lose their series to running totals",
        [told(Figure(3, 2, measure=JOINED)), told(Figure(2, 3, measure=SIGNED))],
        [told(total(1404, 5, measure=JOINED))],
    ),
    Case(
        "figures of a place are those of all places, too",
        [
            *DENSE,
            told(total(40, 0, place="SY02"), name="p"),
            told(total(46, 8, place="SY02"), name="q"),
        ],
        [told(Figure(6, 5, place="SY02"), name="r")],
    ),
)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_what_one_change_touches(ledger: Ledger, case: Case) -> None:
    with ledger.warehouse() as warehouse, ledger.warehouse() as anew:
        before = warehouse.whole(case.before)
        rows = warehouse.touched(case.after())
        faults = differences(rows, anew.whole(case.after()))
        assert not faults, "\n".join(faults)
        assert rows != before
        if case.written is not None:
            assert warehouse.written() == case.written


def test_money_of_two_currencies_is_in_two_series(ledger: Ledger) -> None:
    """Neither do dollars go on where euros stopped, nor does one document's hide another's."""
    euros = [
        replace(
            one,
            name=f"e-{one.name}",
            figures=tuple(
                replace(figure, value=10 * figure.value, currency="EUR") for figure in one.figures
            ),
        )
        for one in SPELL
    ]
    dollars = [
        replace(one, figures=tuple(replace(figure, currency="USD") for figure in one.figures))
        for one in SPELL
    ]
    with ledger.warehouse() as warehouse:
        both = warehouse.whole([*dollars, *euros])[SERIES]
        apart = [row for part in (dollars, euros) for row in warehouse.whole(part)[SERIES]]
    assert sorted(both, key=repr) == sorted(apart, key=repr)
    assert len({row[0] for row in both}) == 2


def test_nothing_is_touched_where_nothing_came(ledger: Ledger) -> None:
    with ledger.warehouse() as warehouse:
        before = warehouse.whole(DENSE)
        assert warehouse.touched(DENSE) == before
        assert warehouse.written() == set()
