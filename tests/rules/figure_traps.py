"""Figures that look like others: what names, lasts or carries, and what only repeats a count."""

from tests.rules.told import DAILY, REPORT, Told, cases, numbered, row, told

NEWS = "Buses leave besieged towns\nMay 5, 2017"


def reported(prefix: str, *texts: tuple[object, ...]) -> tuple[Told, ...]:
    """Texts of articles, each followed by its rows."""
    return tuple(
        told(f"{prefix}-{number}", str(text), *rows, title=NEWS, kind="article")  # type: ignore[arg-type]
        for number, (text, *rows) in enumerate(texts)
    )


NAMED = reported(
    "named-not-counted",
    ("Residents of four besieged towns boarded buses.",),
    ("They came from Nubl and Zahraa, two government-held villages in the north.",),
    ("Shells fell in two Kurdish provinces.",),
    ("In 30 villages wells were dug.", row("other", 30)),
    ("After more than 40 years of repression they spoke out.",),
    ("После более чем 40 лет репрессий они заговорили.",),
    ("The plant was let for 49 years.", row("other", 49)),
    ("Cholera in Syria, situation report 6",),
    ("The mission has verified that more Priority 1 chemicals left the port.",),
)

LEFT = reported(
    "left-the-towns",
    (
        "By dusk 3,200 people had left the two towns, among them 410 gunmen.",
        row("people_left_zone", 3200),
        row("people_left_zone", 410, part="subset", total=3200),
    ),
    (
        "Lebanon saw 310 Syrian refugees leave for home on Friday.",
        row("refugees_returned", 310),
    ),
    ("A second convoy with 3,000 more would follow.", row("other", 3000)),
    ("A second convoy of 30 trucks would follow.", row("convoy_trucks", 30)),
    (
        "Some 410 refugees returned from Lebanon, where many were detained.",
        row("refugees_returned", 410),
    ),
)

TOLLS = reported(
    "toll",
    (
        "By 4 May the death toll in Syria stood at 3,410. For both countries it had passed 19,200.",
        row("people_killed", 3410, period="cumulative"),
        row("people_killed", 19200),
    ),
    (
        "At least 10 civilians, a nurse among them, have been killed in some 40 air raids.",
        row("people_killed", 10),
        row("other", 40),
    ),
    (
        "Rockets killed 12 people in Idlib. It had reached 40 degrees by noon.",
        row("people_killed", 12),
    ),
)

AIMED = reported(
    "aimed-at",
    ("The sanctions' targets are three individuals.", row("other", 3)),
    ("The food aid targets 4,100 people.", row("people_given_aid", 4100, modality="planned")),
    (
        'They want to "carry out the plan for the reconstruction and return of refugees",'
        " of 9,000.",
        row("refugees_returned", 9000, modality="planned"),
    ),
    ("Only 16 percent of the aid that the vote requires is paid.", row("other", 16)),
    ("He won the election with 88 percent.", row("vote_share", 88)),
)

# What was paid of what was promised, in one sentence or the next.
PAID = numbered(
    "paid-of-pledged",
    (
        "Of the $900 million that was pledged in Oslo, donors had disbursed $310 million by May:"
        " Lebanon received $140 million of it, Jordan $95 million and Iraq $75 million.",
        row("funding_allocated", 900e6, modality="promised"),
        row("funding_allocated", 310e6, modality="happened"),
        row("funding_allocated", 140e6, modality="happened"),
        row("funding_allocated", 95e6, modality="happened"),
        row("funding_allocated", 75e6, modality="happened"),
    ),
    (
        "Япония выделила $5 млн, Норвегия обещала 10 млн евро.",
        row("funding_allocated", 5e6, modality="happened"),
        row("funding_allocated", 10e6, modality="promised"),
    ),
    (
        "The fund has received $6.2 million from donors this year.",
        row("funding_allocated", 6.2e6, modality="happened"),
    ),
    (
        "The fund has received pledges of $6.2 million from donors.",
        row("funding_allocated", 6.2e6, modality="promised"),
    ),
)

# What is to come is so in its groups, too; needs are told without their people.
AHEAD = numbered(
    "ahead",
    (
        "It is planned to evacuate 6,000 people from the camp: 2,000 women and 4,000 children.",
        row("people_left_zone", 6000, modality="planned"),
        row("people_left_zone", 2000, modality="planned"),
        row("people_left_zone", 4000, modality="planned"),
    ),
    (
        "In the north-west 2 million people are displaced and 4.1 million need assistance.",
        row("people_displaced", 2e6),
        row("people_in_need", 4.1e6),
    ),
    (
        "The partners held 300 awareness sessions in May.",
        row("other", 300),
    ),
)

OF_THESE = numbered(
    "of-these",
    (
        "Some 340 schools were rebuilt after families returned."
        " Of these schools, 90 opened in Homs.",
        row("schools_restored", 340),
        row("schools_restored", 90),
    ),
)

CENTRE: tuple[Told, ...] = (
    told(
        "a-mere-zero-divides-nothing",
        "In the last 24 hours 96 refugees returned from Lebanon, from Jordan none.",
        row("refugees_returned", 96, part=None),
        row("refugees_returned", 0, part=None),
    ),
    told(
        "a-mere-zero-beside-women-divides-nothing",
        "In the last 24 hours 96 refugees (29 women) returned from Lebanon, from Jordan none.",
        row("refugees_returned", 96, part="total"),
        row("refugees_returned", 29, part="subset", total=96),
        row("refugees_returned", 0, part=None),
    ),
    told(
        "tons-of-a-list-are-placed-behind-their-unit",
        "Seven convoys came with 1,140 tons of food: 640 tons to Homs, 320 to Daraa and 180 to"
        " Hama.",
        row("convoy", 7),
        row("aid_delivered", 1140, part="total"),
        row("aid_delivered", 640, part="part", total=1140, place="Homs"),
        row("aid_delivered", 320, part="part", total=1140),
        row("aid_delivered", 180, part="part", total=1140),
        title=REPORT,
    ),
    told(
        "one-delivery-weighs-in-total",
        "Bread and flour were handed out in Homs. The cargo weighs six tons in total.",
        row("aid_delivered", 6, period="last_24h"),
        title=DAILY,
    ),
    told(
        "all-deliveries-weigh-in-total",
        "Bread and flour were handed out in Homs. The cargo delivered weighs 3,916 tons in total.",
        row("aid_delivered", 3916, period="cumulative"),
        title=DAILY,
    ),
    told(
        "a-list-before-its-total",
        "In the provinces of Damascus (8), Latakia (2), Hama (1) and Daraa (1), twelve breaches of"
        " the ceasefire were recorded.",
        cases(8, "Rif Dimashq", part="part", total=12),
        cases(2, "Latakia", part="part", total=12),
        cases(1, "Hama", part="part", total=12),
        cases(1, "Daraa", part="part", total=12),
        cases(12, part="total"),
    ),
    told(
        "a-list-before-a-total-that-it-misses",
        "In the provinces of Damascus (8), Latakia (2) and Hama (1) twelve breaches were recorded.",
        cases(8, "Rif Dimashq", part="part", total=12),
        cases(2, "Latakia", part="part", total=12),
        cases(1, "Hama", part="part", total=12),
        cases(12, part="total"),
    ),
    told(
        "whose-count-stands-before-its-figure",
        "The Turkish party registered 38 violations: Idlib - 21 (by Syrian data - 17),"
        " Latakia - 11, Hama - 6.",
        cases(38, part="total"),
        cases(21, "Idlib", part="part", total=38),
        cases(17, reporter="syr"),
        cases(11, "Latakia", part="part", total=38),
        cases(6, "Hama", part="part", total=38),
    ),
    told(
        "goods-of-three-kinds-are-no-total",
        "Humanitarian aid\nIn Homs 500 mattresses were handed out. In Hama 300 buckets were handed"
        " out. In Idlib 800 blankets were handed out.",
        row("goods_delivered", 500, part=None),
        row("goods_delivered", 300, part=None),
        row("goods_delivered", 800, part=None),
    ),
    told(
        "whoever-is-in-need-is-given-them",
        "Syrians in need were given 825 food sets.",
        row("food_packages_distributed", 825, modality="happened"),
    ),
    told(
        "they-came-by-way-of-checkpoints",
        "In total 946 refugees returned over the past day: from Lebanon, by way of the Jaydet-Yabus"
        " and Talkalakh checkpoints, 223 people, and from Jordan, by way of the Nasib checkpoint,"
        " 723 people.",
        row("refugees_returned", 946, part="total"),
        row("refugees_returned", 223, part="part", total=946, place="Lebanon"),
        row("refugees_returned", 723, part="part", total=946, place="Jordan"),
    ),
    told(
        "two-lines-divide-the-line-above-them",
        "Since May about 829 trucks have crossed:\n- 521 trucks by Bab al-Hawa crossing.\n"
        "- 308 trucks by the other crossings.",
        row("convoy_trucks", 829, part="total"),
        row("convoy_trucks", 521, part="part", total=829),
        row("convoy_trucks", 308, part="part", total=829),
        title=REPORT,
    ),
    told(
        "what-is-contrasted-is-no-part",
        "Some 8,000 people were evacuated from Fua, while 3,400 people were evacuated from Madaya.",
        row("people_left_zone", 8000, part=None),
        row("people_left_zone", 3400, part=None, total=None),
        title=NEWS,
        kind="article",
    ),
    told(
        "all-the-cases-that-are-not-confirmed",
        "Турецкая сторона зафиксировала восемь нарушений. Все восемь случаев российская сторона"
        " не подтверждает.",
        cases(8),
        row("ceasefire_violations_confirmed", 0),
    ),
)

LISTS: tuple[Told, ...] = (
    told(
        "nested-bullets-divide-the-line-above-them",
        "HIGHLIGHTS\n•\tIn Areesha camp: 67,404 people\n\to\twomen: 18,200\n\to\tchildren: 44,150\n"
        "\to\tmen: 5,054\n•\t142 deaths recorded since 4 April\n\to\ton the way: 131\n"
        "\to\tin tents: 11",
        row("people_in_camps", 67404, part="total"),
        row("people_in_camps", 18200, part="part", total=67404),
        row("people_in_camps", 44150, part="part", total=67404),
        row("people_in_camps", 5054, part="part", total=67404),
        row("people_killed", 142, part="total"),
        row("people_killed", 131, part="part", total=142),
        row("people_killed", 11, part="part", total=142),
        title=REPORT,
    ),
    told(
        "donors-and-their-sums",
        "FIGURES\nUSAID/OFDA1\t$360,912,045\nSTATE/PRM3 $703,442,120\nTOTAL\t$1,064,354,165",
        row("other", 360912045, currency="USD"),
        row("other", 703442120, currency="USD"),
        row("other", 1064354165, currency="USD"),
        title=REPORT,
    ),
    told(
        "lists-below-lettered-headings",
        "B. Civilians killed, by governorate\nAleppo 412\nIdlib 121\nHoms 72",
        row("people_killed", 412, place="Aleppo"),
        row("people_killed", 121, place="Idlib"),
        row("people_killed", 72, place="Homs"),
        title=REPORT,
    ),
    told(
        "a-table-of-a-cell-a-line",
        "REFUGEES RETURNED BY COUNTRY\nLebanon\n7,630\nJordan\n3,412\nTotal\n11,042",
        row("refugees_returned", 7630, place="Lebanon", part="part", total=11042),
        row("refugees_returned", 3412, place="Jordan", part="part", total=11042),
        row("refugees_returned", 11042, part="total"),
        title=REPORT,
    ),
    told(
        "what-is-summed-up-behind-is-no-running-total-of-the-day",
        "Medical aid was given to 84 people, 36,412 in total.",
        row("people_given_medical_aid", 84, period="last_24h"),
        row("people_given_medical_aid", 36412, period="cumulative"),
    ),
    told(
        "since-when-stands-behind-a-semicolon",
        "2 internally displaced persons returned to their homes; in all, 1,302,214 since September"
        " 30, 2015.",
        row("idps_returned", 2, period="last_24h"),
        row("idps_returned", 1302214, period="cumulative"),
    ),
)

WRAPPED_TEXT = """Between 22 February and 17 March partners handed out 8,620 tents, while
families in the camp got 3,100 blankets. Rockets hit a market in Ariha,
where 12 people were killed. The convoys that came over the border have
carried 340 tons of food.

- Health teams vaccinated 41,200 children in the camps of the whole
  north-west.
- Some 310 people were wounded."""

PLAIN_TEXT = """The wounded of the attacks on the towns in the east of the province of Hama
310 people were wounded.
The dead of the attacks on the towns in the east of the province of Hama
12 people were killed."""

# lines that end where the page does
WRAPPED: tuple[Told, ...] = (
    *(
        told(
            f"wrapped-{kind}",
            WRAPPED_TEXT,
            row("goods_delivered", 8620),
            row("goods_delivered", 3100),
            row("people_killed", 12),
            row("aid_delivered", 340),
            row("people_given_medical_aid", 41200),
            row("people_injured", 310),
            title=REPORT,
            kind=kind,
        )
        for kind in ("bulletin", "article")
    ),
    told(
        "headings-above-their-lines-are-not-wrapped",
        PLAIN_TEXT,
        row("people_injured", 310),
        row("people_killed", 12),
        title=REPORT,
    ),
)

BULLETS: tuple[Told, ...] = tuple(
    told(
        f"bullet-{number}",
        f"Violations by province:\n{mark}Idlib: 3\n{mark}Hama: 4",
        cases(3, "Idlib"),
        cases(4, "Hama"),
    )
    for number, mark in enumerate(("- ", "•\t", "o ", "o\t", "-   "))
)

FIGURE_TRAPS: tuple[Told, ...] = (
    *NAMED,
    *LEFT,
    *TOLLS,
    *AIMED,
    *OF_THESE,
    *PAID,
    *AHEAD,
    *CENTRE,
    *LISTS,
    *WRAPPED,
    *BULLETS,
)
