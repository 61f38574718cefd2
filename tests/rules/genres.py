"""Figures in the genres of agencies, monitors and newspapers: lists, tables, wholes and parts."""

from tests.rules.told import Told, numbered, row, told

NEWS = "Monitor publishes its figures\nMay 5, 2017"

WHOLES = numbered(
    "whole",
    (
        "By May 19 of the 46 wells in Afrin pumped again.",
        row("other", 19),
        row("other", 46),
    ),
    (
        "The Government approved 31 of the 52 convoys that the UN asked for.",
        row("convoy", 31),
        row("convoy", 52),
    ),
    (
        "Only 17 out of 40 latrine slabs are in use.",
        row("other", 17),
        row("other", 40),
    ),
)

LISTS = (
    told(
        "one-fate-for-a-list",
        "The dead include 310 civilians, 45 members of the security forces and 62 gunmen.",
        row("people_killed", 310),
        row("people_killed", 45),
        row("people_killed", 62),
        title=NEWS,
        kind="article",
    ),
    told(
        "others-of-a-list-flee",
        "The attack killed 12 civilians, and 4,000 residents fled to Azaz.",
        row("people_killed", 12),
        row("people_displaced", 4000),
        title=NEWS,
        kind="article",
    ),
    told(
        "wounded-beside-the-dead-of-attacks",
        "They responded to 310 attacks in which 49 people were killed, 9 of them women, and 120"
        " others were injured.",
        row("other", 310),
        row("people_killed", 49),
        row("people_killed", 9, part="subset", total=49),
        row("people_injured", 120),
        title=NEWS,
        kind="article",
    ),
    *numbered(
        "contingents",
        (
            "The mission has 480 troops, including 31 women."
            " They come from Ghana (190), Nepal (155) and Ireland (135).",
            row("other", 480, unit="people"),
            row("other", 31, unit="people"),
            row("other", 190),
            row("other", 155),
            row("other", 135),
        ),
        (
            "Palestine refugees displaced inside the country:\n\nHoms        over 20,000\n"
            "Hama        6,100\nLatakia     around 4,500",
            row("people_displaced", 20000, place="Homs", qualifier="more_than"),
            row("people_displaced", 6100, place="Hama"),
            row("people_displaced", 4500, place="Latakia", qualifier="about"),
        ),
        (
            "Rations were given to 61,000 people in Aleppo, and fresh bread to 8,400.",
            row("people_given_aid", 61000),
            row("people_given_aid", 8400),
        ),
    ),
)

MOVEMENTS = numbered(
    "movement",
    (
        "Teams counted 310,000 IDPs and 95,000 returnees from internal displacement.",
        row("people_displaced", 310000),
        row("idps_returned", 95000),
    ),
    (
        "Governorate | IDPs | Returnees | Arrivals from abroad\nHama | 88,900 | 3,600 | 120\n"
        "Homs | 61,200 | 9,800 | 640",
        row("people_displaced", 88900),
        row("idps_returned", 3600),
        row("refugees_returned", 120),
        row("people_displaced", 61200),
        row("idps_returned", 9800),
        row("refugees_returned", 640),
    ),
    (
        "Some 310,000 people were newly displaced, says the Camp Coordination and Camp Management"
        " cluster.",
        row("people_displaced", 310000),
    ),
    (
        "In the past week 150 families were given food in Tabqa.",
        row("people_given_aid", 150, unit="families"),
    ),
)

MATTERS = (
    told(
        "a-need-of-another-sentence",
        "The town needs bread and fuel. Schools reopened in March. Officials met on Monday."
        " The Treasury put 39 individuals on its list.",
        row("other", 39),
        title=NEWS,
        kind="article",
    ),
    told(
        "price-of-a-ton",
        "The state needs wheat and pays $410 a ton, plus a bonus.",
        row("other", 410, unit="money"),
        title=NEWS,
        kind="article",
    ),
    told(
        "chemicals-are-no-aid",
        "Ships have taken away 900 tons of chemical agents that were delivered to Latakia.",
        row("other", 900, unit="t"),
        title=NEWS,
        kind="article",
    ),
    told(
        "evacuated-without-a-noun",
        "Some 300 people were expected to leave the quarter. About 120 had been evacuated by night.",
        row("people_left_zone", 300),
        row("people_left_zone", 120),
        title=NEWS,
        kind="article",
    ),
    *numbered(
        "matter",
        (
            "Sappers cleared 12,500 square metres of mines in Quneitra.",
            row("area_demined", 1.25),
        ),
        (
            "Net funding requirements are USD 120 million six-month needs included.",
            row("funding_required", 120e6),
        ),
    ),
)

GENRES: tuple[Told, ...] = (*WHOLES, *LISTS, *MOVEMENTS, *MATTERS)
