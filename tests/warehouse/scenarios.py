"""Runs of bulletins with and without a fault, drawn by hypothesis.

Belongs here: what is drawn, and which files come of it. Does not belong here: what the warehouse
must make of them (the tests).
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache
from typing import Any, TypeVar

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from tests.rules.seeds import seed_rows
from tests.warehouse.bulletins import Bulletin, Violations
from tests.warehouse.layouts import LAYOUTS, RUSSIAN_PARTY, TURKISH_PARTY
from tests.warehouse.numbers import THOUSANDS

FIRST_DAY = date(2016, 1, 4)
DAYS_APART = 20  # between two runs, so that they are no neighbours
FAULTS = (
    "none",
    "part missing",
    "total altered",
    "total falls",
    "day left out",
    "loaded twice",
    "corrected",
    "retold",
    "reprinted",
)
REPRINT = {
    "en": "Ministry sums up the day in Syria\n\n{text}\n"
    "The bulletin appears every evening and is carried by agencies of many countries.\n",
    "ru": "Министерство подвело итоги дня в Сирии\n\n{text}\n"
    "Бюллетень выходит каждый вечер, его публикуют агентства многих стран.\n",
}
T = TypeVar("T")


@dataclass(frozen=True)
class Run:
    """Bulletins of consecutive days, and what is wrong with them.

    Attributes:
        number: From 0; the run's days are its own.
        fault: One of FAULTS.
        bulletins: By day; for a fault of one bulletin it is the last, and the second is left out.
        original: The bulletin that the last one corrects.
        retelling: The last one in the other language.
        marked: Whether the corrected one says so; else its sidecar has a later date.
        reverse_names: Whether a correction's file comes first in the alphabet.
    """

    number: int
    fault: str
    bulletins: tuple[Bulletin, ...]
    original: Bulletin | None = None
    retelling: Bulletin | None = None
    marked: bool = False
    reverse_names: bool = False

    @property
    def left_out(self) -> Bulletin | None:
        """The bulletin that is not among the files."""
        return self.bulletins[1] if self.fault == "day left out" else None

    @property
    def present(self) -> tuple[Bulletin, ...]:
        """The bulletins whose figures count."""
        return tuple(item for item in self.bulletins if item is not self.left_out)

    def name(self, bulletin: Bulletin) -> str:
        """The stem that a bulletin's files begin with."""
        return f"run-{self.number:03}-{bulletin.day}"

    @property
    def original_name(self) -> str:
        """The stem of the file that is corrected later."""
        return f"{self.name(self.bulletins[-1])}-{'z' if self.reverse_names else 'a'}"

    def stem(self, bulletin: Bulletin) -> str:
        """The stem of the file whose figures count: of equal files the first in the alphabet."""
        if bulletin is not self.bulletins[-1]:
            return self.name(bulletin)
        ending = {"corrected": "-a" if self.reverse_names else "-z", "loaded twice": "-again"}
        return self.name(bulletin) + ending.get(self.fault, "")

    def files(self) -> dict[str, str]:
        """File names and contents, sidecars included."""
        files = {f"{self.stem(item)}.txt": item.text() for item in self.present}
        last = self.bulletins[-1]
        if self.fault == "loaded twice":
            files[f"{self.name(last)}.txt"] = last.text()
            files[f"{self.name(last)}-spaced.txt"] = last.text().replace("\n\n", "\n\n\n")
        if self.fault == "reprinted":
            files[f"articles/{self.name(last)}-reprint.txt"] = REPRINT[last.language].format(
                text=last.text()
            )
            day = json.dumps({"published_date": str(last.day + timedelta(days=1))})
            files[f"articles/{self.name(last)}-reprint.meta.json"] = day
        if self.retelling is not None:
            files[f"{self.name(last)}-retold.txt"] = self.retelling.text()
        if self.original is not None:
            files[f"{self.original_name}.txt"] = self.original.text()
            if not self.marked:
                for stem, days in ((self.original_name, 0), (self.stem(last), 1)):
                    issued = last.day + timedelta(days=days)
                    files[f"{stem}.meta.json"] = json.dumps({"published_date": str(issued)})
        return files


def draw_runs(count: int) -> list[Run]:
    """That many runs, the same each time, every fault among them."""
    drawn = _examples(runs(), count)
    turns: Counter[str] = Counter()
    return [
        # a fault has corrections of both kinds by turns
        _dated(number, fault, run | {"marked": number // len(FAULTS) % 2 == 0}, turns)
        for number, (fault, run) in enumerate(
            (FAULTS[index % len(FAULTS)], run) for index, run in enumerate(drawn)
        )
    ]


def _examples(strategy: st.SearchStrategy[T], count: int) -> list[T]:
    """Examples as hypothesis generates them; one build serves all, so none is run by itself."""
    drawn: list[T] = []

    @settings(
        max_examples=count,
        derandomize=True,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(strategy)
    def collect(example: T) -> None:
        drawn.append(example)

    collect()
    return drawn[:count]


def places(language: str) -> tuple[tuple[str, str], ...]:
    """Governorates that a name alone tells in both languages: (location id, name)."""
    known = {place for place, _ in _names("en")} & {place for place, _ in _names("ru")}
    return tuple(pair for pair in _names(language) if pair[0] in known)


@cache
def _names(language: str) -> tuple[tuple[str, str], ...]:
    kinds = {row["location_id"]: row["location_type"] for row in seed_rows("places/places")}
    aliases = [
        (row["location_id"], row["alias"])
        for row in seed_rows("places/place_aliases")
        if row["language"] == language and kinds.get(row["location_id"]) == "governorate"
    ]
    qualified = re.compile(
        r"(?i)damas|dimash|дамас|димашк|governorate|province|region|country|rural|north|south|east|west"
        r"|muhafaz|провинци|мухафаз|област|район|пригород|сельск"
    )
    return tuple(sorted(pair for pair in aliases if not qualified.search(pair[1])))


@st.composite
def violations(draw: Callable[..., Any], language: str, reporter: str, least: int) -> Violations:
    """Cases of firing in some governorates, the total right."""
    names = draw(
        st.lists(
            st.sampled_from(places(language)),
            min_size=least,
            max_size=6,
            unique_by=lambda pair: pair[0],
        )
    )
    most = draw(st.sampled_from([60, 60, 900, 9000]))
    parts = tuple((place, name, draw(st.integers(1, most))) for place, name in names)
    layout = draw(st.sampled_from(sorted(LAYOUTS[language])))
    return Violations(reporter, parts, sum(n for _, _, n in parts), layout)


@st.composite
def runs(draw: Callable[..., Any]) -> dict[str, Any]:
    """The figures of three days; the faults are put in by `_dated`."""
    settlements = draw(st.integers(900, 2500))
    area = draw(st.integers(6000, 90000)) / 2
    series = draw(st.sampled_from(["deescalation", "reconciliation"]))
    days = []
    for _ in range(3):
        language = draw(st.sampled_from(["en", "en", "ru"]))
        agreements = draw(st.integers(0, 12))
        gain = draw(st.integers(1, 60)) / 2
        settlements, area = settlements + agreements, area + gain
        days.append(
            Bulletin(
                day=FIRST_DAY,
                language=language,
                series=series,
                violations=tuple(
                    draw(violations(language, reporter, least))
                    # with one gone three are left: of two, "including" may leave others out
                    for reporter, least in ((RUSSIAN_PARTY, 4), (TURKISH_PARTY, 0))
                ),
                agreements=agreements,
                settlements=settlements,
                area=(gain, area),
                patients=draw(st.integers(13, 4000)),
                order=tuple(draw(st.permutations(["violations", "reconciliation", "aid"]))),
            )
        )
    return {
        "days": days,
        "amount": draw(st.integers(1, 5)),
        "reverse_names": draw(st.booleans()),
    }


def _dealt(bulletin: Bulletin, turns: Counter[str]) -> Bulletin:
    """The bulletin in the next layouts and number formats of its language.

    They go by turns, so that none is left out by chance.
    """
    turn = turns[bulletin.language]
    turns[bulletin.language] += 1
    layouts, marks = sorted(LAYOUTS[bulletin.language]), sorted(THOUSANDS)
    told = tuple(
        replace(item, layout=layouts[(turn + side) % len(layouts)])
        for side, item in enumerate(bulletin.violations)
    )
    round_of_marks, mark = divmod(turn, len(marks))
    return replace(bulletin, violations=told, thousands=marks[mark], words=round_of_marks % 2 == 1)


def _dated(number: int, fault: str, drawn: dict[str, Any], turns: Counter[str]) -> Run:
    first = FIRST_DAY + timedelta(days=DAYS_APART * number)
    days = [
        _dealt(replace(item, day=first + timedelta(days=n)), turns)
        for n, item in enumerate(drawn["days"])
    ]
    amount = drawn["amount"]
    last = days[-1]
    counted = last.violations[0]
    original = None
    if fault == "part missing":
        shorter = replace(counted, parts=counted.parts[:-1])
        last = replace(last, violations=(shorter, *last.violations[1:]))
    elif fault == "total altered":
        wrong = replace(counted, total=counted.total + amount)
        last = replace(last, violations=(wrong, *last.violations[1:]))
    elif fault == "total falls":
        last = replace(last, settlements=days[-2].settlements - amount)
    elif fault == "day left out":
        days[1] = replace(days[1], agreements=(days[1].agreements or 0) + amount)
        last = replace(last, settlements=days[0].settlements + days[1].agreements + last.agreements)
    elif fault == "corrected":
        place, name, cases = counted.parts[0]
        wrong = replace(
            counted,
            parts=((place, name, cases + amount), *counted.parts[1:]),
            total=counted.total + amount,
        )
        original = replace(last, violations=(wrong, *last.violations[1:]))
        if drawn["marked"]:
            last = replace(
                last, note=" (corrected)" if last.language == "en" else " (исправленный)"
            )
    return Run(
        number,
        fault,
        (*days[:-1], last),
        original,
        _translated(last) if fault == "retold" else None,
        marked=drawn["marked"],
        reverse_names=drawn["reverse_names"],
    )


def _translated(bulletin: Bulletin) -> Bulletin:
    language = "ru" if bulletin.language == "en" else "en"
    names = dict(places(language))
    told = tuple(
        replace(
            item,
            parts=tuple((place, names[place], cases) for place, _, cases in item.parts),
            layout=min(LAYOUTS[language]),
        )
        for item in bulletin.violations
    )
    return replace(bulletin, language=language, violations=told, words=False)
