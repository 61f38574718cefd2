"""Bulletins that are made up, with what they state beside them.

Belongs here: figures to text, in the layouts and number formats that bulletins have. Does not
belong here: which figures and faults a test wants (`scenarios`).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tests.benchmark.corpus import MONTHS
from tests.warehouse.layouts import HEADINGS, LAYOUTS, NONE, SPEAKERS, TITLES
from tests.warehouse.numbers import in_figures, in_words

CENTRE = "russian-reconciliation-centre"


@dataclass(frozen=True)
class Figure:
    """What a bulletin states and the warehouse must hold.

    Attributes:
        measure: See the seed `measures`.
        value: In the measure's unit.
        period: `last_24h` or `cumulative`.
        reporter: The actor's id.
        place: The location's id, None for a figure without one.
        kind: `total`, `part`, or None.
    """

    measure: str
    value: float
    period: str
    reporter: str
    place: str | None = None
    kind: str | None = None


@dataclass(frozen=True)
class Violations:
    """Cases of firing by place as one side counts them.

    Attributes:
        reporter: The side.
        parts: (location id, its name as written, cases); empty: none were counted.
        total: As stated; differs from the sum where a test wants it to.
        layout: A key of LAYOUTS.
    """

    reporter: str
    parts: tuple[tuple[str, str, int], ...]
    total: int
    layout: str


@dataclass(frozen=True)
class Bulletin:
    """One bulletin.

    Attributes:
        day: The day it tells of.
        language: `en` or `ru`.
        series: `deescalation` or `reconciliation`.
        violations: By side.
        agreements: Agreements signed that day; None where it is silent.
        settlements: Running total of settlements; None where it is silent.
        area: Square kilometres taken that day, and in total.
        patients: People given medical aid that day.
        order: The sections in their order.
        thousands: A key of THOUSANDS.
        words: Whether small numbers are words.
        note: Set behind the title.
    """

    day: date
    language: str
    series: str
    violations: tuple[Violations, ...] = ()
    agreements: int | None = None
    settlements: int | None = None
    area: tuple[float, float] | None = None
    patients: int | None = None
    order: tuple[str, ...] = ("violations", "reconciliation", "aid")
    thousands: str = "comma"
    words: bool = False
    note: str = ""

    def number(self, value: float) -> str:
        """The value as the bulletin writes it."""
        # "Hama (one)" is not read as a number, which is why words begin with two
        if self.words and value in range(2, 1000):
            return in_words(int(value), self.language)
        return in_figures(value, self.thousands, self.language)

    def text(self) -> str:
        """The whole text."""
        month = MONTHS[self.language][self.day.month - 1]
        day = (
            f"{month} {self.day.day}, {self.day.year}"
            if self.language == "en"
            else f"{self.day.day} {month} {self.day.year} г."
        )
        lines = [TITLES[self.series, self.language].format(day=day) + self.note]
        sections = {
            "violations": [self._violations(item) for item in self.violations],
            "reconciliation": self._reconciliation(),
            "aid": self._aid(),
        }
        for name in self.order:
            if sections[name]:
                lines += [HEADINGS[name, self.language], *sections[name]]
        return "\n\n".join(lines) + "\n"

    def figures(self) -> list[Figure]:
        """What the text states."""
        found = []
        for item in self.violations:
            total = Figure(
                "ceasefire_violations",
                item.total,
                "last_24h",
                item.reporter,
                kind="total" if item.parts else None,
            )
            found.append(total)
            found += [
                Figure("ceasefire_violations", n, "last_24h", item.reporter, place, "part")
                for place, _, n in item.parts
            ]
        centre = CENTRE
        if self.agreements is not None:
            found.append(
                Figure("reconciliation_agreements_signed", self.agreements, "last_24h", centre)
            )
        if self.settlements is not None:
            found.append(Figure("settlements_reconciled", self.settlements, "cumulative", centre))
        if self.area is not None:
            found.append(Figure("area_liberated", self.area[0], "last_24h", centre))
            found.append(Figure("area_liberated", self.area[1], "cumulative", centre))
        if self.patients is not None:
            found.append(Figure("people_given_medical_aid", self.patients, "last_24h", centre))
        return found

    def _violations(self, item: Violations) -> str:
        who = SPEAKERS[item.reporter, self.language]
        names = {"who": who, "Who": who[0].upper() + who[1:], "cases": _cases(item.total)}
        if not item.parts:
            return NONE[self.language].format(**names)
        layout = LAYOUTS[self.language][item.layout]
        parts = [layout.part.format(place=name, n=self.number(n)) for _, name, n in item.parts]
        joined = layout.comma.join(parts[:-1]) + layout.last if len(parts) > 1 else ""
        text = layout.sentence.format(n=self.number(item.total), parts=joined + parts[-1], **names)
        return text[0].upper() + text[1:]

    def _reconciliation(self) -> list[str]:
        lines = []
        if self.agreements is not None:
            n = self.number(self.agreements)
            if self.language == "en":
                lines.append(
                    f"Over the past 24 hours, {n} ceasefire agreements have been signed."
                    if self.agreements
                    else "No ceasefire agreement has been signed within the last 24 hours."
                )
            else:
                lines.append(
                    f"За сутки подписано {n} {_plural(self.agreements, *RU_AGREEMENTS)}."
                    if self.agreements
                    else "За сутки соглашений не подписано."
                )
        if self.settlements is not None:
            n = self.number(self.settlements)
            lines.append(
                f"The leaders of {n} inhabited areas in total have signed reconciliation"
                " agreements."
                if self.language == "en"
                else f"Таким образом, к процессу примирения присоединилось уже {n}"
                f" {_plural(self.settlements, *RU_SETTLEMENTS)}."
            )
        if self.area is not None:
            day, total = (self.number(value) for value in self.area)
            lines.append(
                f"The government troops have liberated {day} square kilometers within the last 24"
                f" hours, and {total} square kilometers in total."
                if self.language == "en"
                else "Площадь территории, перешедшей за сутки под контроль правительственных войск,"
                f" составила {day} кв. км, всего освобождено {total} кв. км."
            )
        return lines

    def _aid(self) -> list[str]:
        if self.patients is None:
            return []
        # in Russian words it would be declined
        n = (
            self.number(self.patients)
            if self.language == "en"
            else in_figures(self.patients, self.thousands, self.language)
        )
        return [
            f"{n[0].upper() + n[1:]} citizens were given medical aid over the last 24 hours."
            if self.language == "en"
            else f"Медицинская помощь в течение суток оказана {n} местным жителям."
        ]


RU_AGREEMENTS = ("соглашение", "соглашения", "соглашений")
RU_SETTLEMENTS = ("населенный пункт", "населенных пункта", "населенных пунктов")


def _cases(number: int) -> str:
    return _plural(number, "случай стрельбы", "случая стрельбы", "случаев стрельбы")


def _plural(number: int, one: str, few: str, many: str) -> str:
    if number % 10 == 1 and number % 100 != 11:
        return one
    if number % 10 in (2, 3, 4) and number % 100 not in (12, 13, 14):
        return few
    return many
