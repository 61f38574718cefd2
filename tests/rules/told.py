"""How the reading of a text's figures is written down: the text, and all rows that it must give."""

from dataclasses import dataclass
from typing import Any

DAILY = "Bulletin of the Russian Centre for reconciliation of opposing sides (May 5, 2017)"
DAILY_RU = "Бюллетень Центра по примирению враждующих сторон (5 мая 2017 г.)"
REPORT = "Syrian Arab Republic: Situation Report No. 3 (as of 5 May 2017)"

COLUMNS = (
    "place",
    "places",
    "qualifier",
    "low",
    "high",
    "subject",
    "unit",
    "currency",
    "period",
    "as_of",
    "start",
    "modality",
    "part",
    "total",
    "reporter",
    "restates",
)


@dataclass(frozen=True)
class Row:
    """An observation that must be read, in the columns that the reading speaks of.

    Attributes:
        measure: Its measure.
        value: None for a range or a damaged figure.
        says: Columns beside them, by the names of `COLUMNS`: `place` and `places` (of the bridge)
            as names without "Governorate", `total` and `restates` as the value of the row that
            they point to, `reporter` as the actor's id.
    """

    measure: str
    value: float | None
    says: tuple[tuple[str, Any], ...]


@dataclass(frozen=True)
class Told:
    """A text and all its observations, in the order of the text.

    Attributes:
        name: The behaviour.
        text: The lines below the title.
        rows: What must be read.
        title: First line; tells series and date.
        kind: Of the document.
    """

    name: str
    text: str
    rows: tuple[Row, ...]
    title: str = DAILY
    kind: str = "bulletin"


def row(measure: str, value: float | None, **says: Any) -> Row:
    """A row; raises ValueError for a column that no reading knows."""
    if unknown := says.keys() - set(COLUMNS):
        raise ValueError(f"no such columns: {sorted(unknown)}")
    return Row(measure, value, tuple(says.items()))


def cases(value: float | None, place: str | None = None, **says: Any) -> Row:
    """A row of ceasefire violations."""
    if place is not None:
        says["place"] = place
    return row("ceasefire_violations", value, **says)


def told(
    name: str, text: str, *rows: Row, title: str | None = None, kind: str = "bulletin"
) -> Told:
    """A reading; in Russian under the Russian title."""
    is_russian = any("а" <= letter <= "я" for letter in text.lower())
    return Told(name, text, rows, title or (DAILY_RU if is_russian else DAILY), kind)


def numbered(prefix: str, *texts: tuple[str | Row, ...]) -> tuple[Told, ...]:
    """Texts of situation reports, each followed by its rows."""
    return tuple(
        told(f"{prefix}-{number}", str(text), *rows, title=REPORT)  # type: ignore[arg-type]
        for number, (text, *rows) in enumerate(texts)
    )
