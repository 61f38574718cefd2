"""What stands beside a document's day: rubrics, offices, numbers, sources; and days like theirs."""

from datetime import date

from tests.rules.datings import Dating

_NEWS = "The ministers met and agreed to meet again."
_NOVOSTI = "Министры встретились и договорились встретиться снова."
_APRIL_4 = date(2017, 4, 4)
_MARCH_3 = date(2020, 3, 3)


def _stated(name: str, head: str, day: date, text: str = _NEWS) -> Dating:
    return Dating(f"rubric-{name}", head, day, "stated", text, "article")


def _bulletin(name: str, head: str) -> Dating:
    return Dating(f"rubric-{name}", head, _MARCH_3, "stated", "Five wells were mended in Daraa.")


def _undated(name: str, head: str, text: str = _NEWS) -> Dating:
    return Dating(f"rubric-{name}", head, None, "unknown", text, "article")


RUBRIC_DATINGS: tuple[Dating, ...] = (
    _stated(
        "day-and-hour-above-the-title",
        "Операция в Сирии, 04 апр 2017, 23:21\n\nПереговоры",
        _APRIL_4,
        _NOVOSTI,
    ),
    _stated("day-and-hour", "Talks\n\nThe war in Syria, 3 March 2020, 14:05", _MARCH_3),
    _undated("raid-of-a-day", "Talks", f"The raid on the camp of 3 March 2020, 14:05\n\n{_NEWS}"),
    _undated(
        "link-to-another-text",
        "Переговоры",
        f"Читайте также: Алеппо обстреляли, 4 апреля 2017, 14:05\n\n{_NOVOSTI}",
    ),
    _undated("next-talks", "Talks\n\nNext talks, 3 March 2020, 14:05"),
    _stated("digest", "Сирия и её соседи: сводка за 4 апреля 2017 г.", _APRIL_4, _NOVOSTI),
    _stated("summary-of-the-news", "Syria daily: news summary, 3 March 2020", _MARCH_3),
    _undated("report-of-what-happened", "Доклад о событиях 4 апреля 2017 г.", _NOVOSTI),
    _undated("words-for-a-feast", "Statement for the feast of 3 March 2020"),
    _stated(
        "weekday-that-is-the-environment-too",
        "Переговоры\n\nсреда, 5 апреля 2017 21:48",
        date(2017, 4, 5),
        _NOVOSTI,
    ),
    _stated("embassy", "Talks\n\nEmbassy of Norway in Beirut, 3 March 2020", _MARCH_3),
    _undated("people-of-a-ministry", "Talks\n\nMinistry of Health workers in Idlib, 3 March 2020"),
    _undated("talks-at-an-embassy", "Talks\n\nThe embassy hosts the ministers, 3 March 2020"),
    _stated(
        "hour-of-publication-above-the-last-change",
        "Переговоры\n\nВремя публикации: 4 апреля 2017 г., 14:05\n"
        "последнее обновление: 5 апреля 2017 г., 10:00",
        _APRIL_4,
        _NOVOSTI,
    ),
    _stated("site", "Talks\nwww.relief.org 3 March 2020", _MARCH_3),
    _stated(
        "source-behind-the-day",
        "Переговоры\n\n20:15 04.04.2017 Источник: Агентство «Волна»",
        _APRIL_4,
        _NOVOSTI,
    ),
    _stated(
        "source-behind-the-day-in-english", "Talks\n\n3 March 2020 Source: Relief Today", _MARCH_3
    ),
    _stated("time-since", "Talks\n\n2020-03-03 2 hours ago", _MARCH_3),
    _undated("what-an-hour-ago-was", "Talks\n\nThe fire of 3 March 2020 2 hours ago"),
    _bulletin("languages", "South: Situation Report (3 March 2020) [EN/AR]"),
    _bulletin(
        "number-and-wide-blanks", "Water for all\nSituation Report No. 06          3 March 2020"
    ),
    _bulletin("number-and-day", "South: Flash Update #6 3 March 2020"),
    _bulletin("number-comma-and-day", "South: Flash Update No. 6, 3 March 2020"),
)
