"""Figures beside others: each is read by its own clause, its own date and its own words."""

from datetime import date

from tests.rules.told import Row, Told, numbered, row, told

BACK = row("refugees_returned", 410)
BACK_EN = "some 410 refugees returned to Syria"
BACK_RU = "в Сирию вернулись 410 беженцев"

FATES: tuple[tuple[str, str, Row], ...] = (
    ("killed", "14 people were killed in Idlib", row("people_killed", 14)),
    ("killed-by", "the shelling killed 14 people in Idlib", row("people_killed", 14)),
    ("died", "14 soldiers died in Idlib", row("people_killed", 14)),
    ("wounded", "25 residents were wounded in Idlib", row("people_injured", 25)),
    ("detained", "17 people were detained in Homs", row("people_detained", 17)),
    ("seized", "guards detained 17 people in Homs", row("people_detained", 17)),
    ("displaced", "60 people have been displaced from Ariha", row("people_displaced", 60)),
    ("fled", "60 people fled from Ariha", row("people_displaced", 60)),
    ("evacuated", "80 civilians were evacuated from Duma", row("people_left_zone", 80)),
)

FATES_RU: tuple[tuple[str, str, Row], ...] = (
    ("killed", "14 человек погибли в Идлибе", row("people_killed", 14)),
    ("killed-verb-first", "погибли 14 человек", row("people_killed", 14)),
    ("wounded", "25 жителей были ранены в Идлибе", row("people_injured", 25)),
    ("wounded-verb-first", "ранены 25 человек", row("people_injured", 25)),
    ("detained", "17 человек были задержаны в Хомсе", row("people_detained", 17)),
    ("displaced", "60 человек были вынуждены покинуть Ариху", row("people_displaced", 60)),
    ("evacuated", "80 мирных жителей эвакуированы из Думы", row("people_left_zone", 80)),
)


def beside(name: str, back: str, fates: tuple[tuple[str, str, Row], ...], joint: str) -> list[Told]:
    """Each fate behind those who came back, and before them."""
    return [
        told(f"{name}-{fate}-{order}", f"{text[0].upper()}{text[1:]}.", *rows, kind="article")
        for fate, clause, counted in fates
        for order, text, rows in (
            ("behind", f"{back}{joint}{clause}", (BACK, counted)),
            ("before", f"{clause}{joint}{back}", (counted, BACK)),
        )
    ]


# what a figure's own clause does not say in a verb of its own is no fate of those who came back
CAME_BACK: tuple[Told, ...] = tuple(
    told(f"came-back-{number}", text, counted, kind="article")
    for number, (text, counted) in enumerate(
        (
            (
                "Some 410 people displaced by the shelling have returned to their homes.",
                row("idps_returned", 410),
            ),
            (
                "Some 410 people who were displaced in May have returned to their homes.",
                row("idps_returned", 410),
            ),
            (
                "Some 410 people have returned to their homes, displaced by the shelling in May.",
                row("idps_returned", 410),
            ),
            (
                "Some 410 refugees returned to Syria, where many had been killed.",
                BACK,
            ),
            (
                "410 человек, которые были перемещены в мае, вернулись в свои дома.",
                row("idps_returned", 410),
            ),
        )
    )
)

NEWS = "Aid comes to Syria\nMay 5, 2017"
NEWS_RU = "Помощь пришла в Сирию\n5 мая 2017 г."
APRIL = row("refugees_returned", 3400, period="other", start=date(2017, 4, 1))
FLOUR = row("aid_delivered", 12, unit="t", as_of=date(2017, 5, 4))

MONTHS: tuple[Told, ...] = tuple(
    told(f"month-of-a-daily-{number}", text, counted)
    for number, (text, counted) in enumerate(
        (
            ("In April 3,400 refugees returned from Lebanon.", APRIL),
            ("In April, 3,400 refugees returned from Lebanon.", APRIL),
            ("Some 3,400 refugees returned from Lebanon in April.", APRIL),
            ("В апреле из Ливана вернулись 3 400 беженцев.", APRIL),
            ("За апрель из Ливана вернулись 3 400 беженцев.", APRIL),
            (
                "As agreed in April, refugees go on returning: 340 refugees came from Lebanon.",
                row("refugees_returned", 340, period="last_24h"),
            ),
            (
                "Under the accord reached in April 340 refugees returned in the past 24 hours.",
                row("refugees_returned", 340, period="last_24h"),
            ),
        )
    )
)

DATELINES: tuple[Told, ...] = tuple(
    told(f"dateline-{number}", text, counted, title=title, kind="article")
    for number, (title, text, counted) in enumerate(
        (
            (NEWS, "5 May - Trucks delivered 12 tons of flour to Rastan on 4 May.", FLOUR),
            (NEWS, "HOMS, May 5 - On Thursday, 4 May, 12 tons of flour came to Rastan.", FLOUR),
            (NEWS_RU, "ХОМС, 5 мая. 12 тонн муки доставлены в Растан 4 мая.", FLOUR),
            (
                NEWS,
                "HOMS, May 5 - Shells killed 14 people in Idlib.",
                row("people_killed", 14, as_of=date(2017, 5, 5)),
            ),
            (
                NEWS,
                "HOMS, May 5 - Shells killed 14 people in the town of Ariha in Idlib, said the"
                " head of a council that had come together again in the town on 2 May.",
                row("people_killed", 14, as_of=date(2017, 5, 5)),
            ),
        )
    )
)

INTERNAL: tuple[Told, ...] = numbered(
    "internal",
    (
        "Some 3,400 IDPs returned to their places of origin.",
        row("idps_returned", 3400),
    ),
    (
        "IOM tracked 3,400 IDP returnees to their places of origin.",
        row("idps_returned", 3400),
    ),
    (
        "IOM recorded 3,400 IDP returns to communities of origin.",
        row("idps_returned", 3400),
    ),
    (
        "Some 3,400 returnees came back from displacement inside the country.",
        row("idps_returned", 3400),
    ),
    (
        "Another 82 Syrians, displaced inside the country, went back home, while 340 refugees"
        " came back from abroad.",
        row("idps_returned", 82),
        row("refugees_returned", 340),
    ),
    (
        "С 2015 года вернулись 2,3 млн сирийцев: 1 млн 420 тысяч внутренне перемещенных лиц"
        " и 880 тысяч беженцев.",
        row("refugees_returned", 2.3e6),
        row("idps_returned", 1.42e6),
        row("refugees_returned", 880000),
    ),
    (
        "IOM has recorded 130,000 IDP returnees and 73,000 returnees from abroad.",
        row("idps_returned", 130000),
        row("refugees_returned", 73000),
    ),
)

STRANDED: tuple[Told, ...] = numbered(
    "stranded",
    ("Some 900 people are stranded in the Rukban camp.", row("people_stranded", 900)),
    ("In the Rukban camp 900 refugees are still trapped.", row("people_stranded", 900)),
    ("Trapped in the camp are 900 people.", row("people_stranded", 900)),
    ("В лагере Рукбан застряли 900 человек.", row("people_stranded", 900)),
    ("Some 900 people live in the Rukban camp.", row("people_in_camps", 900)),
    (
        "Some 900 people live in the Rukban camp, and the trucks with their food are stuck.",
        row("people_in_camps", 900),
    ),
)

MORE: tuple[Told, ...] = tuple(
    told(f"more-{number}", text, *rows, title="Truce in Syria\nMay 5, 2017", kind="article")
    for number, (text, *rows) in enumerate(
        (
            (
                "Seven more settlements join the truce\n\nThe truce now covers 1,391 settlements.",
                row("settlements_reconciled", 7, period="last_24h"),
                row("settlements_reconciled", 1391, period="cumulative"),
            ),
            (
                "The truce was joined by another 16 settlements.",
                row("settlements_reconciled", 16, period="last_24h"),
            ),
            (
                "К перемирию присоединились еще 16 населенных пунктов.",
                row("settlements_reconciled", 16, period="last_24h"),
            ),
            (
                "In April another 16 settlements joined the truce.",
                row("settlements_reconciled", 16, period="other"),
            ),
        )
    )
)

OWN_CLAUSES: tuple[Told, ...] = (
    *beside("own", BACK_EN, FATES, ", and "),
    *beside("own-while", BACK_EN, FATES[:1], " while "),
    *beside("own-ru", BACK_RU, FATES_RU, ", "),
    *beside("own-ru-and", BACK_RU, FATES_RU[:1], ", а "),
    told(
        "the-dead-do-not-return",
        "In Idlib 14 people were killed as residents returned to their homes.",
        row("people_killed", 14),
        kind="article",
    ),
    *CAME_BACK,
    *MONTHS,
    *DATELINES,
    *INTERNAL,
    *STRANDED,
    *MORE,
)
