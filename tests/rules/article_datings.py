"""How agencies, papers and offices head, sign and close what they publish."""

from datetime import date

from tests.rules.datings import Dating

_NEWS = "The ministers met and agreed to meet again."
_NOVOSTI = "Министры встретились и договорились встретиться снова."
_APRIL_4 = date(2017, 4, 4)
_MARCH_3 = date(2020, 3, 3)
_NOVEMBER_3 = date(2021, 11, 3)


def _stated(name: str, head: str, day: date, text: str = _NEWS) -> Dating:
    return Dating(f"article-{name}", head, day, "stated", text, "article")


def _placed(name: str, head: str, day: date, text: str) -> Dating:
    return Dating(f"article-{name}", head, day, "dateline", text, "article")


def _undated(name: str, head: str, text: str) -> Dating:
    return Dating(f"article-{name}", head, None, "unknown", text, "article")


ARTICLE_DATINGS: tuple[Dating, ...] = (
    Dating(
        "article-weekday-tells-which-year-a-dateline-is-of",
        "Returns",
        date(2019, 9, 19),
        "inferred",
        "MOSCOW, September 19. /TASS/. Some 400 came home, it was said on Thursday.\n\n"
        "The fighting there ended on 20 December 2017.",
        "article",
    ),
    _undated(
        "weekday-that-fits-no-year-near-the-last",
        "Returns",
        "MOSCOW, September 19. /TASS/. Some 400 came home, it was said on Friday.\n\n"
        "The fighting there ended on 20 December 2017.",
    ),
    _placed(
        "agency-that-copies-another",
        "Talks",
        _MARCH_3,
        f"DAMASCUS (Pointer News / Herald - 3rd March, 2020) {_NEWS}",
    ),
    _placed(
        "agency-that-copies-another-below-its-own-day",
        "Talks",
        _MARCH_3,
        f"Port of alTaybeh, Syrie, March 3 (Pointer / Hill News - 3rd March, 2020 ) : {_NEWS}",
    ),
    _stated("zone-without-an-hour", "Talks\nBy The Pointer Press\nMarch 3, 2020 GMT", _MARCH_3),
    _stated("day-of-two-calendars", "Talks\n\n3 March 2020 AD Ø 8 Rajab 1441 AH", _MARCH_3),
    _stated(
        "published-beside-what-the-page-offers",
        "Talks\n\nPublished 4 Apr 2017   Follow @DanaReed",
        _APRIL_4,
    ),
    _undated(
        "day-in-a-sentence-after-two-blanks",
        "Talks",
        "On 4 April 2017  the ministers met and agreed to meet, and once more on the day after.",
    ),
    _stated(
        "updated-with-an-hour-zone-and-weekday",
        "Talks\n\nBy SAMI NASSAR\nUpdated 5:34 PM EDT, Tue April 4, 2017",
        _APRIL_4,
    ),
    _stated(
        "updated-with-two-hours",
        "Talks\n\nBy Dana Reed\nUpdated 2134 GMT (0534 HKT) April 4, 2017",
        _APRIL_4,
    ),
    _stated(
        "day-above-a-caption-of-another-day",
        "Talks\n4 April 2017",
        _APRIL_4,
        f"Image caption Rescue workers in the town of Idlib, 2 April 2017\n\n{_NEWS}",
    ),
    _stated("day-and-hour", "Talks\nApril 04, 2017 3:12 PM\nSami Nassar", _APRIL_4),
    _stated(
        "slashes-between-day-hour-and-age",
        "WORLD NEWS\nAPRIL 4, 2017 / 6:12 PM / 3 YEARS AGO\n\nTalks",
        _APRIL_4,
    ),
    _stated(
        "issued-and-modified",
        "Talks\n\nIssued on: 04/04/2017 - 08:14 Modified: 15/04/2017 - 09:10",
        _APRIL_4,
    ),
    _stated("short-month-in-capitals", "4 APR 2017, 14:27\n\nTalks", _APRIL_4),
    _stated(
        "changed-in-brackets",
        "Переговоры\n\n19:42 03.11.2021 (обновлено: 08:30 04.11.2021)",
        _NOVEMBER_3,
        f"ДАМАСК, 3 ноя — РИА Новости. {_NOVOSTI}",
    ),
    _stated(
        "hour-before-a-russian-day",
        "15:04, 4 апреля 2017\n\nПереговоры",
        _APRIL_4,
        f"Москва. 4 апреля. {_NOVOSTI}",
    ),
    _stated(
        "below-the-signatures",
        "Talks",
        _NOVEMBER_3,
        f"Damascus, SANA- {_NEWS}\n\nH. Zain / M. Eyon\n\n03 November 2021",
    ),
    _stated("arabic-comma", "Talks\n\n4 April، 2017", _APRIL_4, f"Damascus, SANA- {_NEWS}"),
    _stated(
        "behind-the-authors",
        "Talks\n\nBurak Yilmaz, Selin Kaya   |   04.04.2017",
        _APRIL_4,
        f"ANKARA, Turkey (AA)\n\n{_NEWS}",
    ),
    _stated("update-behind-the-day", "Talks\n\n04.04.2017 - Update : 05.04.2017", _APRIL_4),
    _stated(
        "between-source-and-editor",
        "Talks\n\nSource: Xinhua| 2020-03-03 22:15:09|Editor: huaxia",
        _MARCH_3,
        f"DAMASCUS, March 3 (Xinhua) -- {_NEWS}",
    ),
    _stated("published-on-twice", "Talks\n\nPublished On 4 Apr 2017\n4 Apr 2017", _APRIL_4),
    _stated("day-hour-zone", "Talks\nApril 04, 2017 13:05 GMT\nBy our radio", _APRIL_4),
    _stated("day-and-theme", "Talks\n\n4 April 2017 | Peace and Security", _APRIL_4),
    _stated(
        "number-and-day-in-capitals",
        "SC/14126\n3 MARCH 2020\n\nTalks",
        _MARCH_3,
        "The ministers met after the attack of 27 February 2020.",
    ),
    _stated(
        "note-of-an-office",
        "Talks\n\nMEDIA NOTE\n\nOFFICE OF THE SPOKESPERSON\n\nMARCH 3, 2020",
        _MARCH_3,
    ),
    _stated(
        "office-city-and-day",
        "Talks\n\nPress Statement\nDepartment Spokesperson\nWashington, DC\nMarch 3, 2020",
        _MARCH_3,
    ),
    _stated(
        "release-day-and-hour-in-a-line",
        "Council of the EU\nPress release 3 March 2020 16:45\n\nTalks",
        _MARCH_3,
    ),
    _stated("news-release-and-day", "Talks\n\nNews release 03 March 2020", _MARCH_3),
    _stated(
        "modified-on-another-day",
        "Talks\n\nDana Reed in Beirut\nTue 4 Apr 2017 18.41 BST\n"
        "Last modified on Wed 5 Apr 2017 10.00 BST",
        _APRIL_4,
    ),
    _stated(
        "printed-on-the-next-day",
        "Talks\n\nBy Dana Reed\nApril 4, 2017",
        _APRIL_4,
        f"{_NEWS}\n\nA version of this article appears in print on April 5, 2017, on Page A1.",
    ),
    _stated("author-and-day", "Talks\n\nBy Our Correspondent | March 3, 2020", _MARCH_3),
    _stated("author-in-the-line", "Talks\n\nBy Dana Reed, March 3, 2020", _MARCH_3),
    _stated("posted-by", "Talks\n\nPosted on March 3, 2020 by admin", _MARCH_3),
    _stated(
        "city-and-hour",
        "Talks\n\nby Our Staff\nISTANBUL Mar 03, 2020 - 2:15 pm GMT+3",
        _MARCH_3,
    ),
    _stated("no-comma-and-seconds", "Talks\n\nMarch 03 2020 14:05:00", _MARCH_3),
    _stated("updated-on-another-line", "Talks\n\nMar 3, 2020\nUpdated: March 4, 2020", _MARCH_3),
    _stated(
        "published-and-last-update",
        "Talks\n\nPublished date: 3 March 2020 14:05 UTC | Last update: 1 month ago",
        _MARCH_3,
    ),
    _stated("weekday-commas-hour", "Talks\n\nTuesday, 3 March, 2020 - 12:15", _MARCH_3),
    _stated("word-date", "Talks\n\nDate 03.03.2020\nAuthor Dana Reed", _MARCH_3),
    _stated("at-an-hour", "Talks\n\nMarch 3, 2020 at 5:15 p.m. EST", _MARCH_3),
    _stated("iso-instant", "Talks\n\nPublished: 2020-03-03 14:05 (UTC+3)", _MARCH_3),
    _stated("palace-below-the-hour", "Talks\n\nMarch 3, 2020\n20:10\nMoscow, Kremlin", _MARCH_3),
    _stated("number-that-holds-the-day", "3 March 2020 20:10\n345-03-03-2020\n\nTalks", _MARCH_3),
    _stated("ordinal-day", "Talks\n\nLondon, the 3rd of March 2020", _MARCH_3),
    _stated("ordinal-with-weekday", "Talks\n\nTuesday 3rd March 2020", _MARCH_3),
    _stated(
        "city-and-day-below-the-signature",
        "Statement of the mission",
        _MARCH_3,
        f"{_NEWS}\n\nThe Permanent Mission\nGeneva, 3 March 2020",
    ),
    _stated(
        "first-published-at-the-end",
        "Talks",
        _MARCH_3,
        f"{_NEWS}\n\nThis article was first published on 3 March 2020.",
    ),
    _stated(
        "treaty-done-at",
        "Memorandum on the stabilisation of the zone",
        _MARCH_3,
        f"{_NEWS}\n\nDone at Moscow on 3 March 2020 in two copies.",
    ),
    _stated(
        "correction-at-the-end",
        "Talks\n\nMarch 3, 2020",
        _MARCH_3,
        f"{_NEWS}\n\nCorrection, March 5, 2020: an earlier version misspelt a name.",
    ),
    _stated(
        "russian-published", "Переговоры\n\nОпубликовано 4 апреля 2017 в 14:05", _APRIL_4, _NOVOSTI
    ),
    _stated("russian-label", "Переговоры\n\nДата публикации: 04.04.2017", _APRIL_4, _NOVOSTI),
    _stated(
        "russian-issue",
        "Переговоры\n\nГазета «Вестник» №56 от 04.04.2017, стр. 3",
        _APRIL_4,
        _NOVOSTI,
    ),
    _stated(
        "letter-with-distribution",
        "United Nations S/2020/123\nSecurity Council Distr.: General\n3 March 2020\n"
        "Original: English",
        _MARCH_3,
        "Letter dated 1 March 2020 from the Permanent Representative of Syria\n\n"
        "I have the honour to inform you that the ministers met.",
    ),
    _stated(
        "distribution-in-a-line",
        "S/2020/123\n\nDistr.: General 3 March 2020",
        _MARCH_3,
        "Letter dated 1 March 2020 from the Permanent Representative of Syria\n\n"
        "I have the honour to inform you that the ministers met.",
    ),
    _stated("weekday-decides-day-first", "Talks\n\nTue 03/11/2020", date(2020, 11, 3)),
    _stated("weekday-decides-month-first", "Talks\n\nWed 03/11/2020", date(2020, 3, 11)),
    _stated("month-first-for-certain", "Talks\n\nPosted 04/25/2017", date(2017, 4, 25)),
    _stated(
        "another-day-shows-the-order",
        "Talks\n\nPosted 04/05/2017 - Updated 04/25/2017",
        date(2017, 4, 5),
    ),
    _placed("dash-without-blanks", "Talks", _MARCH_3, f"WASHINGTON, March 3, 2020—{_NEWS}"),
    _placed("brackets", "Talks", _MARCH_3, f"(Beirut, March 3, 2020) – {_NEWS}"),
    _placed(
        "dash-before-the-day", "Talks", _MARCH_3, f"GAZIANTEP, Turkey — March 3, 2020 — {_NEWS}"
    ),
    _placed(
        "russian-agency",
        "Переговоры",
        _APRIL_4,
        f"Москва. 4 апреля 2017 г. INTERFAX.RU - {_NOVOSTI}",
    ),
    _undated(
        "hour-and-month-without-a-year",
        "Talks\n\nApril 12, 14:27 UTC+3",
        f"MOSCOW, April 12. /TASS/. {_NEWS}",
    ),
    _undated(
        "caption-of-an-older-photo",
        "Talks",
        "A man walks through a street of Aleppo, Syria, Feb. 11, 2016. (AP Photo)\n\n"
        "The ministers met on Tuesday.",
    ),
    _undated("rights-of-a-year", "Talks", f"{_NEWS}\n\n© 2021 Our Monitor"),
    _undated("day-of-a-print-out", "Talks", f"{_NEWS}\n\nPage printed on 12 July 2023"),
    _undated("day-of-a-look-up", "Talks", f"{_NEWS}\n\nRetrieved 12 July 2023"),
    _undated(
        "report-that-is-cited",
        "Talks",
        f"{_NEWS}\n\nReport of the Secretary-General, 20 June 2019 (S/2019/508)",
    ),
    _undated(
        "correction-only",
        "Talks",
        f"{_NEWS}\n\nCorrection, March 5, 2020: an earlier version misspelt a name.",
    ),
    _undated("day-in-the-title", "Timeline of the raid of 3 March 2020", _NEWS),
    _undated("history-in-the-title", "March 15, 2011: the day it began", _NEWS),
    _undated(
        "list-of-days",
        "Key days of the war",
        "March 15, 2011\nProtests begin in Daraa.\n\nSeptember 30, 2015\n"
        "Russian jets bomb Homs for the first time.\n\nMarch 5, 2020\nA truce is signed in Moscow.",
    ),
    _undated("order-of-numbers-unknown", "Talks\n\n03/04/2020", _NEWS),
    _stated(
        "two-authors-and-hour-first",
        "Talks\n\nBy Dana Reed and Sami Nassar\nPublished 9:01 AM EST, March 3, 2020",
        _MARCH_3,
    ),
    _stated("author-between-bullets", "Talks\nDana Reed • 3 March 2020 • 4 min read", _MARCH_3),
    _placed("place-and-colon", "Talks", _MARCH_3, f"DAMASCUS, March 3, 2020: {_NEWS}"),
    _stated("seconds-above-the-agency", "Talks\n\n2020-03-03 18:25:10\nQasioun", _MARCH_3),
    _stated(
        "updated-above-the-author",
        "Talks\n\nUpdated 03 March 2020\nDANA REED\nMarch 03, 2020 18:05",
        _MARCH_3,
    ),
    _stated(
        "by-a-desk-without-a-mark", "Talks\n\nby Naharnet Newsdesk   03 March 2020, 18:22", _MARCH_3
    ),
    _stated(
        "author-in-capitals-without-a-mark", "Talks\n\nBy DANA REED MARCH 3, 2020 18:22", _MARCH_3
    ),
    _stated(
        "hour-without-a-blank",
        "Talks\n\nMarch 3, 2020 8:00AM EST\nAvailable In English العربية",
        _MARCH_3,
    ),
    _stated("immediate-release", "Talks\n\nImmediate Release\nMarch 3, 2020", _MARCH_3),
    _stated(
        "day-above-the-release-number",
        "March 3, 2020\nRelease Number 20200303-01\nFOR IMMEDIATE RELEASE\n\nTalks",
        _MARCH_3,
        f"TAMPA, Fla. - {_NEWS}",
    ),
    _stated(
        "secretary-and-release",
        "Office of the Press Secretary\nFor Immediate Release\nApril 04, 2017\nTalks",
        _APRIL_4,
    ),
    _stated(
        "published-below-the-office",
        "Press release\nTalks\nFrom:\nForeign Office\nPublished 3 March 2020",
        _MARCH_3,
    ),
    _stated("number-and-day", "SG/SM/19991\n3 March 2020\nTalks", _MARCH_3),
    _stated(
        "transcript",
        "Transcript: press conference of the ministers\nMoscow, 3 March 2020, 15:30",
        _MARCH_3,
    ),
    _stated(
        "truce-of-another-day-below",
        "Talks\n\n3 March 2020",
        _MARCH_3,
        f"The truce of 5 February 2018\n\n{_NEWS}",
    ),
    _undated("caption-with-a-day", "Talks", f"Smoke over Idlib, 11 February 2018\n\n{_NEWS}"),
    _stated(
        "resolution-adopted",
        "Text 2254\nAdopted by the Security Council at its 7588th meeting, on 18 December 2015",
        date(2015, 12, 18),
    ),
    _stated(
        "russian-numbers-and-hour", "Переговоры\n\n05.04.2021, 14:05", date(2021, 4, 5), _NOVOSTI
    ),
    _stated(
        "russian-day-with-a-nought",
        "Переговоры\n\n05 апреля 2021, 14:05\nИван Петров",
        date(2021, 4, 5),
        _NOVOSTI,
    ),
    _stated(
        "russian-weekday",
        "Переговоры\n\nПонедельник, 5 апреля 2021 года",
        date(2021, 4, 5),
        _NOVOSTI,
    ),
    _stated(
        "russian-city-below-the-text",
        "Заявление",
        date(2021, 4, 5),
        f"{_NOVOSTI}\n\nг. Москва, 5 апреля 2021 г.",
    ),
    _undated(
        "day-of-an-interview",
        "Talks",
        f"The interview was conducted in Amman on 3 March 2020.\n\n{_NEWS}",
    ),
    _undated("day-of-a-post", "Talks", f"{_NEWS}\n\n— Sami Nassar (@sami) March 3, 2020"),
    _undated(
        "day-grown-into-the-hour",
        "Talks\nBy Dana Reed\nMarch 3, 20206:12 PM GMT+3Updated 4 years ago",
        _NEWS,
    ),
    _undated("days-ago", "Talks\nPublished 3 days ago", _NEWS),
    _undated("born-on", "Ali Nassar, spokesman (born 3 March 1970)", _NEWS),
)
