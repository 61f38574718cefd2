"""Figures on pages as sites and agencies lay them out: counters, retold bulletins, short scales."""

from datetime import date

from tests.rules.told import REPORT, Told, cases, numbered, row, told

RETURN = "Some 340 refugees returned to Syria from Lebanon on Friday."
RETURN_RU = "За сутки в Сирию из Ливана возвратились 340 беженцев."
RETURNED = (row("refugees_returned", 340),)
NEWS = "More refugees return to Syria\nMay 5, 2017"
NEWS_RU = "В Сирию возвращаются беженцы\n5 мая 2017 г."

FURNITURE = tuple(
    told(f"page-{number}", f"{RETURN}\n\n{line}", *RETURNED, title=NEWS, kind="article")
    for number, line in enumerate(
        (
            "Views: 2,417",
            "2,417 views",
            "Comments (7)",
            "Leave a comment (0)",
            "SHARE 96 TWEET 12",
            "Shares 96",
            "Trending 96",
            "2 417",
            "96",
            "Page 2 of 7",
            "Story Code : 2091344",
            "+ 4 more",
            "Lebanon + 4 more",
            "Reading time: 4 min",
            "Last Updated: 2 hours ago",
            "Copy link 96",
        )
    )
)

FURNITURE_RU = tuple(
    told(f"page-ru-{number}", f"{RETURN_RU}\n\n{line}", *RETURNED, title=NEWS_RU, kind="article")
    for number, line in enumerate(
        (
            "Время чтения: 4 мин",
            "Примерное время чтения: 2 минуты",
            "Читать 4 мин",
            "4 мин назад",
            "Просмотров: 2 417",
            "2417 просмотров",
            "Комментарии (7)",
            "Оставить комментарий (0)",
            "Нравится 96",
            "Рейтинг: 4.8 (96 голосов)",
            "Фото 2 из 7",
        )
    )
)

DAILY_NEWS = "Russian centre on the truce in Syria\nMay 5, 2017"
RETOLD = (
    told(
        "retold-parties",
        "The bulletin tells of a calm day\n\nIn the past day, Russian officers of the"
        " joint commission noted seven violations, including four - in the province of Homs, and"
        " three - in the province of Idlib. Turkish officers reported five violations.",
        cases(7, part="total"),
        cases(4, "Homs", part="part", total=7),
        cases(3, "Idlib", part="part", total=7),
        cases(5),
        title=DAILY_NEWS,
        kind="article",
    ),
    told(
        "retold-groups",
        "Ceasefire agreements were reached during the day with six armed groups. The number of such"
        " groups has reached 127.",
        row("armed_groups_joined", 6),
        row("armed_groups_joined", 127),
        title=DAILY_NEWS,
        kind="article",
    ),
    told(
        "groups-of-a-war",
        "Some six armed groups stormed the town. The number of such groups has reached 127.",
        row("other", 6),
        title="Fighting near Homs\nMay 5, 2017",
        kind="article",
    ),
    told(
        "groups-that-claim",
        "Three armed groups claimed the attack on the convoy.",
        row("other", 3),
        title="Convoy attacked near Homs\nMay 5, 2017",
        kind="article",
    ),
    told(
        "truce-broken-so-many-times",
        "The ceasefire was breached 14 times in the past day.",
        cases(14),
        title=DAILY_NEWS,
        kind="article",
    ),
    told(
        "truce-broken-so-many-times-in-russian",
        "За сутки перемирие нарушалось восемь раз (Латакия – 4, Идлиб – 2, Хама и Хомс – по 1).",
        cases(8, part="total"),
        cases(4, "Latakia", part="part", total=8),
        cases(2, "Idlib", part="part", total=8),
        cases(1, "Hama", part="part", total=8),
        cases(1, "Homs", part="part", total=8),
        title="Центр по примирению о перемирии\n5 мая 2017 г.",
        kind="article",
    ),
    told(
        "one-each-in-russian",
        "Российская сторона отметила 6 нарушений: 4 в провинции Идлиб и по одному в провинциях"
        " Хомс и Хама.",
        cases(6, part="total"),
        cases(4, "Idlib", part="part", total=6),
        cases(1, "Hama", part="part", total=6),
        cases(1, "Homs", part="part", total=6),
    ),
)

SHORT_SCALES = numbered(
    "short-scale",
    (
        "The plan has 3.4m direct beneficiaries.",
        row("people_given_aid", 3.4e6),
    ),
)

ABROAD = numbered(
    "abroad",
    (
        "KEY FIGURES\n3.1 million\nSyrian refugees have fled to neighboring countries",
        row("refugees_registered_abroad", 3.1e6),
    ),
    (
        "Highlights\n11.2 M People in Need 5.1 M Internally displaced 3.3 M Refugees in"
        " neighbouring countries",
        row("people_in_need", 11.2e6),
        row("people_displaced", 5.1e6),
        row("refugees_registered_abroad", 3.3e6),
    ),
)

REPORTS = (
    *numbered(
        "report",
        (
            "The ministry confirmed 12 cases in Homs and one death.",
            row("other", 12, unit="cases"),
            row("people_killed", 1),
        ),
    ),
    told(
        "volunteers-among-the-dead",
        "The strikes killed 214 people, including 60 children, 41 women and 9 volunteers.",
        row("people_killed", 214, part="total"),
        row("people_killed", 60, part="subset", total=214),
        row("people_killed", 41, part="subset", total=214),
        row("people_killed", 9, part="subset", total=214),
        title="Rescuers count the dead\nMay 5, 2017",
        kind="article",
    ),
    told(
        "homes-by-governorate",
        "Some 310 displaced families returned to Aleppo Governorate, 240 to Idleb Governorate, 85"
        " to Hama Governorate, 62 to Ar-Raqqa Governorate and 40 to other governorates.",
        row("families_returned", 310, place="Aleppo"),
        row("families_returned", 240, place="Idlib"),
        row("families_returned", 85, place="Hama"),
        row("families_returned", 62, place="Raqqa"),
        row("families_returned", 40),
        title="Agency counts returns\nMay 5, 2017",
        kind="article",
    ),
)

COLUMNS_OF_TIME = (
    told(
        "columns-of-days",
        "Attacks and their toll | 3 May | 4 May\nCivilians killed | 8 | 5\n"
        "Civilians injured | 21 | 14",
        row("people_killed", 8, as_of=date(2017, 5, 3)),
        row("people_killed", 5, as_of=date(2017, 5, 4)),
        row("people_injured", 21, as_of=date(2017, 5, 3)),
        row("people_injured", 14, as_of=date(2017, 5, 4)),
        title=REPORT,
    ),
    told(
        "columns-of-months",
        "Indicator | March | April\nTrucks crossed | 1,010 | 842",
        row("convoy_trucks", 1010, as_of=date(2017, 3, 31), start=date(2017, 3, 1)),
        row("convoy_trucks", 842, as_of=date(2017, 4, 30), start=date(2017, 4, 1)),
        title=REPORT,
    ),
)

PAGE_FIGURES: tuple[Told, ...] = (
    *FURNITURE,
    *FURNITURE_RU,
    *RETOLD,
    *SHORT_SCALES,
    *ABROAD,
    *REPORTS,
    *COLUMNS_OF_TIME,
)
