"""How ministries, missions and aid agencies date their bulletins, with the period or beside it."""

from datetime import date

from tests.rules.datings import Dating

_REPORT = "Five cases of firing were registered in Aleppo."
_SVODKA = "Зафиксировано пять случаев стрельбы в провинции Алеппо."
_MARCH_3 = date(2020, 3, 3)
_MARCH_15 = date(2021, 3, 15)


def _stated(name: str, head: str, day: date, text: str = _REPORT) -> Dating:
    return Dating(f"bulletin-{name}", head, day, "stated", text)


def _undated(name: str, head: str, text: str = _REPORT) -> Dating:
    return Dating(f"bulletin-{name}", head, None, "unknown", text)


BULLETIN_DATINGS: tuple[Dating, ...] = (
    _stated("numbered-flash", "Syria: Flash Update #5\n3 March 2020", _MARCH_3),
    _stated("flash-as-of", "Syria: Flash Update #5 - As of 3 March 2020, 18:00", _MARCH_3),
    _stated(
        "posted-after-it-was-published",
        "Syria: Situation Report\nFormat Situation Report\nSource OCHA\n"
        "Posted 5 Mar 2020 Originally published 3 Mar 2020",
        _MARCH_3,
    ),
    _stated(
        "posted-above-published",
        "Syria: Situation Report\nPosted\n5 Mar 2020\nOriginally published\n3 Mar 2020",
        _MARCH_3,
    ),
    _stated(
        "period-of-the-report", "Protection Cluster\nReporting period: 1 - 15 March 2021", _MARCH_15
    ),
    _stated(
        "published-below-the-text",
        "WFP Syria\nSituation Report #8\nReporting period: 1-31 January 2020",
        _MARCH_3,
        f"{_REPORT}\n\nWFP Syria Country Director: Sean Day\nPublished: 03.03.2020",
    ),
    _stated(
        "city-and-day-below-the-text",
        "SYRIA: OPERATIONAL UPDATE\nJuly - December 2019",
        _MARCH_3,
        f"{_REPORT}\n\nBUDGET 2019\nCHF 178.5 million.\n\nDamascus, 3 March 2020",
    ),
    _stated(
        "series-of-a-matter-and-a-day",
        "Newsletter of the Relief Office on the truce in the southern zones of March 3, 2020",
        _MARCH_3,
    ),
    _undated(
        "series-of-an-agreement-that-many-texts-name",
        "Newsletter of the Relief Office on the Memorandum of May 4, 2017",
    ),
    _stated(
        "day-before-the-first-sentence",
        "JOINT RELIEF MISSION\nMore aid reaches Aleppo\n\n"
        "3 March 2020 – The Mission has seen a convoy enter the town.",
        _MARCH_3,
    ),
    _undated(
        "days-of-a-chronicle",
        "JOINT RELIEF MISSION\nHow the siege went on\n\n"
        "3 March 2019 – The first convoy entered the town.\n\n"
        "9 May 2019 – The second convoy was stopped.\n\n"
        "15 March 2020 – The last convoy entered the town.",
    ),
    _stated("dashed-day", "Bulletin of the Centre for Relief (15-03-2021)", _MARCH_15),
    _stated("issue-and-period", "HEALTH SECTOR BULLETIN\nIssue 12 | 1-15 March 2021", _MARCH_15),
    _stated(
        "period-above-its-countries",
        "Syria Crisis\n25 February 2020 – 3 March 2020: Syria, Jordan and Iraq",
        _MARCH_3,
    ),
    _stated("period-of-two-months", "Weekly report\n25 February - 3 March 2020", _MARCH_3),
    _stated("period-from-to", "Weekly report from 25 February to 3 March 2020", _MARCH_3),
    _stated("period-in-brackets", "Weekly summary of relief (1 to 15 March 2021)", _MARCH_15),
    _stated(
        "period-and-day-of-issue",
        "Situation Update\nCovering 1–12 March 2021 | Issued 15 March 2021",
        _MARCH_15,
    ),
    _stated(
        "period-below-the-day-of-issue",
        "Situation Update\n15 March 2021\nReporting period: 1-12 March 2021",
        _MARCH_15,
    ),
    _stated("russian-period", "Сводка за период с 1 по 15 марта 2021 года", _MARCH_15, _SVODKA),
    _stated("russian-number", "Бюллетень № 45 от 15 марта 2021 г.", _MARCH_15, _SVODKA),
    _stated(
        "russian-day-and-hour-above-the-title",
        "Минобороны России\n15.03.2021 (21:45)\nБрифинг заместителя руководителя Центра",
        _MARCH_15,
        _SVODKA,
    ),
    _stated("day-and-hour", "Briefing of the Deputy Head\n03.03.2020 (22:10)", _MARCH_3),
    _stated("last-updated", "Situation in the camps\nLast updated: March 3, 2020", _MARCH_3),
    _stated("update-with-an-hour", "Syria: North-west\nUpdate: 3 March 2020, 16.00", _MARCH_3),
    _stated("data-as-of", "REGIONAL DASHBOARD\nData as of 3 March 2020", _MARCH_3),
    _stated(
        "lines-of-a-letter",
        "From: Press Office\nTo: the correspondents\nDate: 3 March 2020\nSubject: Activities",
        _MARCH_3,
    ),
    _stated(
        "period-shows-the-order-of-numbers",
        "From: Press Office\nDate: 05/04/2021\nSubject: Activities, 29 March - 4 April 2021",
        date(2021, 4, 5),
    ),
    _stated(
        "month-that-it-tells-of",
        "Monthly report\n276 Civilians Killed in Syria in February 2020\nPublished on 3 Mar 2020",
        _MARCH_3,
    ),
    _stated("daily-with-weekday", "Daily digest – Tuesday, 3 March 2020", _MARCH_3),
    _stated("week-ending", "Weekly protection update\nWeek ending 15 March 2021", _MARCH_15),
    _stated(
        "date-of-publication",
        "Syria: Emergency Plan of Action\nDate of issue: 15 March 2021\n"
        "Date of disaster: 6 February 2021",
        _MARCH_15,
    ),
    _undated("month-only", "WFP Syria\nCountry Brief\nSeptember 2020"),
    _undated("months-only", "Operational update\nJanuary - June 2019"),
    _undated("year-only", "Annual report 2019"),
    _undated("next-report", "Situation report No. 7\nNext report: 28 January 2020"),
    _undated(
        "next-report-in-a-sentence",
        "Situation report No. 7",
        "The next report will be issued on 28 January 2020.",
    ),
    _undated("closing-day", "Call for partners\nClosing date: 3 March 2020"),
    _undated(
        "heading-in-the-text",
        "Situation report No. 7",
        f"{_REPORT}\n\nIncidents\n{_REPORT}\n{_REPORT}\n\nLosses on 2 March 2020\n{_REPORT}",
    ),
    _undated("contact-numbers", "Situation report No. 7", f"{_REPORT}\n\nHotline: 03 04 2020"),
    _undated("weekday-only", "Press Office\nNo. 34 (16:30)\nThursday"),
    _undated("no-year", "Situation report No. 7\n3 March"),
    _stated(
        "issue-in-the-title-and-period",
        "Humanitarian Bulletin Syria Issue 12 | 1 – 15 March 2021",
        _MARCH_15,
    ),
    _stated(
        "period-covered",
        "Situation report No 3\nPeriod covered: 1 March 2021 – 15 March 2021",
        _MARCH_15,
    ),
    _stated("report-date", "Cluster update\nReport date: 15 March 2021", _MARCH_15),
    _stated(
        "number-of-the-week", "Weekly situation report\nWeek 10 (9 - 15 March 2021)", _MARCH_15
    ),
    _stated(
        "epidemiological-week",
        "EWARS bulletin, Epidemiological week 10: 9-15 March 2021",
        _MARCH_15,
    ),
    _stated("cut-off-date", "Dashboard\nData cut-off date: 15 March 2021", _MARCH_15),
    _stated("reference-and-date", "Ref: 123/45\nDate: 15.03.2021\nTo: all partners", _MARCH_15),
    _stated("prepared-by", "Situation report\nPrepared by OCHA Syria, 15 March 2021", _MARCH_15),
    _stated(
        "russian-hour-and-day",
        "Сводка по состоянию на 21:00 15 марта 2021 года",
        _MARCH_15,
        _SVODKA,
    ),
    _stated("russian-day-and-night", "Сводка за сутки 15 марта 2021 года", _MARCH_15, _SVODKA),
    _stated("slashes", "Situation report - 15/03/2021", _MARCH_15),
    _undated("numbers-without-a-year", "Situation report 15.03"),
    _undated("plan-of-a-year", "Response plan\nJanuary - December 2021"),
    _undated("appeal-after-an-event", "Flash appeal: earthquake of 6 February 2023"),
    _undated("in-force-from", "Rules of passage\nIn force from 3 March 2020"),
    _stated("iso-day", "Situation report\n2021-03-15", _MARCH_15),
)
