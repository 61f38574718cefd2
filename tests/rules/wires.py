"""Figures as news agencies and situation reports put them: what belongs to which number."""

from tests.rules.told import Told, numbered, row, told

CENTRE_DAY = "Bulletin of the Centre for Reconciliation of opposing sides (17 May 2018)"

FATES: tuple[Told, ...] = (
    told(
        "who-is-hurt-stands-beside-those-who-died",
        "The death toll from the fire has risen to 31, with 48 others hurt.",
        row("people_killed", 31),
        row("people_injured", 48),
        kind="article",
    ),
    told(
        "whom-it-kills-stands-behind-the-verb",
        "Rockets fell on Douma, killing, residents say, 17 people in town and injuring more.",
        row("people_killed", 17),
        kind="article",
    ),
    told(
        "among-them-divides-the-figure-before-it",
        "Nine people were wounded, three guards among them.",
        row("people_injured", 9),
        row("people_injured", 3, total=9),
        kind="article",
    ),
    told(
        "the-dead-and-those-in-custody-of-one-sentence",
        "Two guards were killed in Homs, and 16 suspects were arrested.",
        row("people_killed", 2),
        row("people_detained", 16),
        kind="article",
    ),
    told(
        "what-was-said-earlier-wounds-nobody",
        "В работах участвуют 24 сапера, сообщалось ранее.",
        row("other", 24, unit="people"),
        kind="article",
    ),
)

SHARED = numbered(
    "shared",
    (
        "By May 412 educational and 95 healthcare facilities have been restored.",
        row("schools_restored", 412),
        row("medical_facilities_restored", 95),
    ),
    (
        "Pupils were given 140 towels, 90 pairs of footwear and 30 footballs.",
        row("goods_delivered", 140),
        row("goods_delivered", 90),
        row("goods_delivered", 30),
    ),
    (
        "Some 5.1 million Syrians remain internally displaced and 12 million people require"
        " humanitarian assistance.",
        row("people_displaced", 5.1e6),
        row("people_in_need", 12e6),
    ),
    (
        "Teams have destroyed 764 items of unexploded ordnance and surveyed 88 contaminated areas.",
        row("explosives_destroyed", 764),
        row("other", 88),
    ),
    (
        "In March the agency dispatched 9,150 tons of food.",
        row("aid_delivered", 9150, period="other"),
    ),
)

MONEY: tuple[Told, ...] = (
    told(
        "what-goes-on-with-grants-goes-on-with-euros",
        "Donors promised 3.8 billion euros: 2.9 billion are grants and 900 million loans.",
        row("funding_allocated", 3.8e9, currency="EUR"),
        row("funding_allocated", 2.9e9, currency="EUR"),
        row("funding_allocated", 9e8, currency="EUR"),
        kind="article",
    ),
    told(
        "a-share-and-a-weight-are-no-range",
        "The harvest fell by 35% to 1.4 million tons.",
        row("other", 35, unit="percent"),
        row("other", 1.4e6, unit="t"),
        kind="article",
    ),
    told(
        "what-is-shipped-abroad-is-no-aid",
        "Exports of phosphates reached 640,000 tons, shipped over Tartus.",
        row("other", 640000, unit="t"),
        kind="article",
    ),
)

LEAVING: tuple[Told, ...] = (
    told(
        "gunmen-and-their-families-leave-a-town",
        "The town was left by 1,940 people, 620 of whom are members of a militant group, in buses"
        " bound for Idlib.",
        row("people_left_zone", 1940),
        row("people_left_zone", 620, total=1940),
        kind="article",
    ),
    told(
        "a-million-that-the-reader-knows-of-is-counted",
        "Of the two million registered refugees in Turkey few have returned.",
        row("refugees_registered_abroad", 2e6),
        kind="article",
    ),
    told(
        "a-case-is-one-case",
        "A case of shelling by militants was registered near Azaz.",
        row("ceasefire_violations", 1),
        title=CENTRE_DAY,
    ),
)

WIRES: tuple[Told, ...] = (*FATES, *SHARED, *MONEY, *LEAVING)
