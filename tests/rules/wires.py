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

LATER: tuple[Told, ...] = numbered(
    "later",
    (
        "Nurses vaccinated 260,000 children against polio and enrolled 41,000 girls in classes.",
        row("people_given_medical_aid", 260000),
        row("other", 41000),
    ),
    (
        "Some 410,000 people in 6 governorates got rations; a further 95,000 were given cash.",
        row("people_given_aid", 410000),
        row("other", 6),
        row("people_given_aid", 95000),
    ),
    ("Teachers need a monthly stipend of $120.", row("other", 120, currency="USD")),
    ("By 4 June 2,034.7km of roads had been repaired.", row("roads_repaired", 2034.7)),
    ("Half a million litres of diesel were burnt.", row("other", 5e5, unit="l")),
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
        "Of the two million registered refugees in Turkey most live in towns.",
        row("refugees_registered_abroad", 2e6),
        kind="article",
    ),
    told(
        "attacks-that-a-digest-of-the-zone-divides",
        "Over the past day five shelling attacks were registered in the de-escalation zone.\n\n"
        "One attack was in Hama province, four were in Latakia, the general said.",
        row("ceasefire_violations", 5),
        row("ceasefire_violations", 5),
        row("ceasefire_violations", 1, place="Hama"),
        row("ceasefire_violations", 4, place="Latakia"),
        title="Idlib De-escalation Zone Attacked Five Times - Reconciliation Center",
    ),
    told(
        "a-case-is-one-case",
        "A case of shelling by militants was registered near Azaz.",
        row("ceasefire_violations", 1),
        title=CENTRE_DAY,
    ),
)

RUSSIAN: tuple[Told, ...] = (
    told(
        "an-ordinal-counts-nothing",
        "Офицер 7-го корпуса и 5-й бригады на 12-м километре трассы остановил машину.",
        kind="article",
    ),
    told(
        "billions-without-a-currency-are-of-the-last-one",
        "Нужно не менее 210 млрд долларов, считает министр; ООН называла сумму 350 млрд.",
        row("funding_required", 210e9, currency="USD"),
        row("funding_required", 350e9, currency="USD"),
        kind="article",
    ),
)

REPORTED: tuple[Told, ...] = (
    told(
        "the-report-is-of-the-body-and-not-of-the-state-that-answers-it",
        "Amnesty International accused Turkey of crimes on 5 May 2018. Ankara rejected the charge."
        " The report says at least 30 civilians were killed in Afrin.",
        row("people_killed", 30, reporter="amnesty-international"),
        kind="article",
    ),
    told(
        "the-report-is-of-the-body-that-presented-its-findings",
        "The UN Commission of Inquiry presented its findings in Geneva on 5 May 2018. Russia"
        " criticised them. The report says 45 people were killed in Idlib.",
        row("people_killed", 45, reporter="un-commission-of-inquiry-on-syria"),
        kind="article",
    ),
)

WIRES: tuple[Told, ...] = (*FATES, *SHARED, *LATER, *MONEY, *LEAVING, *RUSSIAN, *REPORTED)
