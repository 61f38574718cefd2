"""Where documents put their own date, and which days in them are not it."""

from dataclasses import dataclass
from datetime import date

_NEWS = "The ministers met and agreed to meet again."
_NOVOSTI = "Министры встретились и договорились встретиться снова."
_REPORT = "Five cases of firing were registered in Aleppo."
_SVODKA = "Зафиксировано пять случаев стрельбы в провинции Алеппо."


@dataclass(frozen=True)
class Dating:
    """A document's first lines, and its date.

    Attributes:
        name: The rule.
        title: The first lines.
        day: Its date; None where nothing in it is.
        basis: What tells it.
        text: What follows.
        kind: Of the document.
    """

    name: str
    title: str
    day: date | None
    basis: str = "stated"
    text: str = _REPORT
    kind: str = "bulletin"


def _article(name: str, title: str, text: str, day: date | None, basis: str = "dateline") -> Dating:
    return Dating(name, title, day, basis, text, "article")


def _undated(name: str, title: str, text: str = _REPORT, kind: str = "bulletin") -> Dating:
    return Dating(name, title, None, "unknown", text, kind)


_MAY_3 = date(2020, 5, 3)

DATINGS: tuple[Dating, ...] = (
    Dating("brackets-of-a-title", "Bulletin of the Russian Centre (May 3, 2020)", _MAY_3),
    Dating("as-of-in-brackets", "Humanitarian Update (as of 3 May 2020)", _MAY_3),
    Dating("as-of-after-a-dash", "Situation Report No. 9 – As of 3 May 2020", _MAY_3),
    Dating("after-a-bar", "Daily report No 112 | 3 May 2020", _MAY_3),
    Dating("after-a-comma", "Weekly press briefing, Ankara, 3 May 2020", _MAY_3),
    Dating("with-a-weekday", "Field note, Sunday 3 May 2020", _MAY_3),
    Dating("with-an-hour", "Daily note – 3 May 2020, 18:00 hrs", _MAY_3),
    Dating("report-of-a-day", "Daily bulletin of 3 May 2020", _MAY_3),
    Dating("report-for-a-day", "Situation report for 3 May 2020", _MAY_3),
    Dating("line-of-its-own", "Syria: Flash Update\n3 May 2020", _MAY_3),
    Dating("issued-below-a-month", "Monthly summary: April 2020\n(issued 3 May 2020)", _MAY_3),
    Dating("numeric-day", "Situation update / 03.05.2020", _MAY_3),
    Dating("russian-as-of", "Сводка (по состоянию на 3 мая 2020 г.)", _MAY_3, text=_SVODKA),
    Dating("russian-for-a-day", "Сводка за 3 мая 2020 года", _MAY_3, text=_SVODKA),
    Dating("russian-of-a-day", "Информационный бюллетень от 3 мая 2020 г.", _MAY_3, text=_SVODKA),
    Dating(
        "title-that-names-an-agreement-too",
        "Implementation of the Memorandum of May 4, 2017 (May 3, 2020)",
        _MAY_3,
    ),
    _undated("agreement-is-not-the-date", "Implementation of the Memorandum of 4 May 2017"),
    _undated("base-of-a-series-is-not-the-date", "Returns of refugees since 18 July 2018"),
    _undated("deadline-is-not-the-date", "Situation report\nApply until 3 May 2020"),
    _article("place-and-day", "Talks", f"GENEVA, May 3, 2020 - {_NEWS}", _MAY_3),
    _article("place-country-and-day", "Talks", f"SOCHI, Russia, 3 May 2020 – {_NEWS}", _MAY_3),
    _article("two-places-and-day", "Talks", f"NEW YORK/GENEVA, 3 May 2020 — {_NEWS}", _MAY_3),
    _article("agency-before-the-day", "Talks", f"DAMASCUS (SANA), 3 May 2020 – {_NEWS}", _MAY_3),
    _article("agency-after-the-day", "Talks", f"Damascus, 3 May 2020 (SANA) – {_NEWS}", _MAY_3),
    _article("points-between", "Talks", f"Moscow. 3 May 2020. {_NEWS}", _MAY_3),
    _article("day-before-the-place", "Talks", f"3 May 2020, Damascus – {_NEWS}", _MAY_3),
    _article(
        "russian-dateline", "Переговоры", f"СОЧИ, 3 мая 2020 года. /ТАСС/. {_NOVOSTI}", _MAY_3
    ),
    _article("byline-under-the-title", "Talks\n3 May 2020", _NEWS, _MAY_3, "stated"),
    _article("posted-line", "Talks\nPosted on May 3, 2020 at 14:05", _NEWS, _MAY_3, "stated"),
    _undated(
        "day-of-an-event-is-not-the-date", "Talks", "The ministers met on 3 May 2020.", "article"
    ),
    _undated(
        "place-and-day-in-a-sentence",
        "Talks",
        "In Geneva, 3 May 2020 was the day when the ministers met.",
        "article",
    ),
    Dating("flash-of-a-day", "Partners' Daily Flash of 3 May 2020", _MAY_3),
    _article(
        "behind-a-dot-of-the-head",
        "Talks\n\nHR12 in English  ·  Sunday, 3 May 2020",
        _NEWS,
        _MAY_3,
        "stated",
    ),
    _article(
        "day-below-tells-the-order-of-the-one-above",
        "Talks\n\n03/05/2020",
        f"The ministers shake hands in Bonn on May 2nd.\n\n{_NEWS}",
        _MAY_3,
        "stated",
    ),
    _undated("order-that-nothing-tells", "Talks\n\n03/05/2020", _NEWS, "article"),
    _article(
        "photo-of-the-day-that-the-text-tells-of",
        "Talks",
        "Smoke over a suburb of Bonn, in the west, on May 3, 2020\n\n"
        "Bonn – The ministers met on Sunday.",
        _MAY_3,
        "inferred",
    ),
    _article(
        "day-that-the-text-calls-today",
        "Talks",
        "From the 5th of January 2019 until today, the 3rd of May 2020, the ministers met twice.",
        _MAY_3,
        "stated",
    ),
    _article(
        "russian-day-that-the-text-calls-today",
        "Переговоры",
        "Сегодня, 3 мая 2020 года, министры встретились.",
        _MAY_3,
        "stated",
    ),
    _undated(
        "today-of-another-clause",
        "Talks",
        "What the ministers do today, the talks of 3 May 2020 began.",
        "article",
    ),
)
