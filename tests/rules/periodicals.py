"""Reports of a week or a month: their periods, key figures, lists under a heading and tables."""

from datetime import date

from tests.rules.told import Told, cases, numbered, row, told

NEWS = "News of the day (5 May 2017)"
RETURNS = "Return of refugees: weekly update (5 May 2017)"


PERIODS = numbered(
    "periodical",
    (
        "In the week from 3 to 9 April, 1,240 families returned to Eastern Ghouta.",
        row("families_returned", 1240, period="other", start=date(2017, 4, 3)),
    ),
    (
        "From 1 to 7 April WFP delivered 620 tons of food to Deir ez-Zor.",
        row("aid_delivered", 620, period="other", start=date(2017, 4, 1), as_of=date(2017, 4, 7)),
    ),
    (
        "Since the start of the month, 3,100 people have been evacuated from Douma.",
        row("people_left_zone", 3100, period="cumulative", start=date(2017, 5, 1), place="Douma"),
    ),
    (
        "Over the reporting period 46 people were killed and 112 wounded by mines in Raqqa.",
        row("people_killed", 46, period="other"),
        row("people_injured", 112, period="other"),
    ),
    (
        "The month of April saw 340 ceasefire violations, against 295 in March.",
        cases(340, period="other", start=date(2017, 4, 1)),
        cases(295, period="other", start=date(2017, 3, 1)),
    ),
    (
        "Between 24 and 30 April, 5 convoys with 210 trucks crossed from Turkey.",
        row("convoy", 5, period="other"),
        row("convoy_trucks", 210, period="other"),
    ),
    (
        "Since the beginning of the year engineers have cleared 812 hectares and destroyed"
        " 9,450 explosive items.",
        row("area_demined", 812, period="cumulative", start=date(2017, 1, 1)),
        row("explosives_destroyed", 9450, period="cumulative", start=date(2017, 1, 1)),
    ),
    (
        "So far this year, 4,300 refugees have come back from Lebanon, 610 of them in the past"
        " week.",
        row("refugees_returned", 4300, period="cumulative"),
        row("refugees_returned", 610, period="other", part="subset"),
    ),
    (
        "Last month the teams repaired 45 schools, bringing the total to 516.",
        row("schools_restored", 45, period="other"),
        row("schools_restored", 516, period="cumulative"),
    ),
    (
        "230 tons of aid were delivered during the reporting week, up from 180 tons the week"
        " before.",
        row("aid_delivered", 230, period="other"),
        row("aid_delivered", 180, period="other"),
    ),
    (
        "За неделю с 3 по 9 апреля доставлено 620 тонн продовольствия.",
        row("aid_delivered", 620, period="other", start=date(2017, 4, 3)),
    ),
    (
        "С начала месяца разминировано 120 га, уничтожено 2 340 взрывоопасных предметов.",
        row("area_demined", 120, period="cumulative"),
        row("explosives_destroyed", 2340, period="cumulative"),
    ),
    (
        "За отчётный период в Сирию из Ливана вернулись 1 209 беженцев, с начала года – 45 300.",
        row("refugees_returned", 1209, period="other"),
        row("refugees_returned", 45300, period="cumulative"),
    ),
    (
        "During the week 87 refugees returned from Lebanon. This brings the total since January"
        " to 18,900 returnees.",
        row("refugees_returned", 87, period="other"),
        row("refugees_returned", 18900, period="cumulative"),
    ),
)

KEY_FIGURES = numbered(
    "key-figures",
    (
        "Refugees returned: 1,209\nIncluding women: 363\nIncluding children: 617",
        row("refugees_returned", 1209, part="total"),
        row("refugees_returned", 363, part="subset", total=1209),
        row("refugees_returned", 617, part="subset", total=1209),
    ),
    (
        "Killed: 14\nInjured: 32\nDetained: 5",
        row("people_killed", 14),
        row("people_injured", 32),
        row("people_detained", 5),
    ),
    (
        "People in need | 13.5 million\nPeople displaced | 6.3 million\n"
        "Funds required | US$3.36 billion",
        row("people_in_need", 13.5e6),
        row("people_displaced", 6.3e6),
        row("funding_required", 3.36e9, currency="USD"),
    ),
    (
        "Key figures\n13.5M people in need\n6.3M internally displaced\nUS$ 3.4B required",
        row("people_in_need", 13.5e6),
        row("people_displaced", 6.3e6),
        row("funding_required", 3.4e9, currency="USD"),
    ),
    (
        "Вернулось беженцев: 1 209, в том числе женщин – 363, детей – 617.",
        row("refugees_returned", 1209, part="total"),
        row("refugees_returned", 363, part="subset"),
        row("refugees_returned", 617, part="subset"),
    ),
    (
        "Humanitarian actions: 6. Weight of cargo: 12.4 tons. Recipients of aid: 3,100.",
        row("humanitarian_operations", 6),
        row("aid_delivered", 12.4),
        row("people_given_aid", 3100),
    ),
    (
        "Trucks: 38; tons of food delivered: 420; people reached: 27,500.",
        row("convoy_trucks", 38),
        row("aid_delivered", 420),
        row("people_given_aid", 27500),
    ),
    (
        "Settlements that joined the ceasefire (total): 2,233",
        row("settlements_reconciled", 2233, period="cumulative"),
    ),
)

LISTS = numbered(
    "headed-list",
    (
        "Mine clearance\n- Palmyra: 34 ha\n- Deir ez-Zor: 12 ha\n- Total to date: 812 ha",
        row("area_demined", 34),
        row("area_demined", 12),
        row("area_demined", 812, period="cumulative"),
    ),
    (
        "Refugees returned, by crossing\n• Nasib – 620\n• Jdeidet Yabous – 310\n• Total – 930",
        row("refugees_returned", 620, part="part", total=930),
        row("refugees_returned", 310, part="part", total=930),
        row("refugees_returned", 930, part="total"),
    ),
    (
        "Ceasefire violations by province:\nAleppo 4\nIdlib 3\nTotal 7",
        cases(4, "Aleppo", part="part", total=7),
        cases(3, "Idlib", part="part", total=7),
        cases(7, part="total"),
    ),
    (
        "Food parcels handed out:\n- Douma, 1,200\n- Harasta, 800",
        row("food_packages_distributed", 1200, place="Douma"),
        row("food_packages_distributed", 800, place="Harasta"),
    ),
    (
        "Camp population:\n- Al-Hol: 61,000\n- Areesheh: 8,400",
        row("people_in_camps", 61000),
        row("people_in_camps", 8400),
    ),
    (
        "Из-за рубежа вернулись беженцы:\n– через Насиб – 620;\n– через Джейдет-Ябус – 310.",
        row("refugees_returned", 620),
        row("refugees_returned", 310),
    ),
)

TABLES = numbered(
    "table",
    (
        "Province | Families returned | Houses restored\nHoms | 120 | 45\nHama | 80 | 12\n"
        "Total | 200 | 57",
        row("families_returned", 120, place="Homs", part="part", total=200),
        row("houses_restored", 45, place="Homs", part="part", total=57),
        row("families_returned", 80, place="Hama", part="part", total=200),
        row("houses_restored", 12, place="Hama", part="part", total=57),
        row("families_returned", 200, part="total"),
        row("houses_restored", 57, part="total"),
    ),
    (
        "Refugees returned from abroad\n\nCrossing | This week | Since 18 July 2016\n"
        "Nasib | 620 | 31,200\nJdeidet Yabous | 310 | 12,400",
        row("refugees_returned", 620, period="other"),
        row("refugees_returned", 31200, period="cumulative", start=date(2016, 7, 18)),
        row("refugees_returned", 310, period="other"),
        row("refugees_returned", 12400, period="cumulative", start=date(2016, 7, 18)),
    ),
    (
        "Governorate\tKilled\tInjured\nIdlib\t12\t30\nAleppo\t5\t9",
        row("people_killed", 12, place="Idlib"),
        row("people_injured", 30, place="Idlib"),
        row("people_killed", 5, place="Aleppo"),
        row("people_injured", 9, place="Aleppo"),
    ),
    (
        "Distributed in Raqqa\n\nItem\tQuantity\nBlankets\t4,000\nMattresses\t2,500",
        row("goods_delivered", 4000),
        row("goods_delivered", 2500),
    ),
    (
        "Провинция | Вернулось беженцев | Доставлено помощи, тонн\nХомс | 120 | 4,5\n"
        "Хама | 80 | 3,2",
        row("refugees_returned", 120, place="Homs"),
        row("aid_delivered", 4.5, place="Homs", unit="t"),
        row("refugees_returned", 80, place="Hama"),
        row("aid_delivered", 3.2, place="Hama", unit="t"),
    ),
)

# A bulletin that lists days counts each for its own; what leaves the day out goes with what it
# follows in its paragraph, else with the bulletin.
LISTED_DAYS: tuple[Told, ...] = (
    told(
        "days-listed",
        "On 3 May the Centre registered 5 ceasefire violations in Hama. Another 2 cases were"
        " registered in Idlib. The following day the Centre registered 6 ceasefire violations"
        " in Daraa.\n\n"
        "On 4 May it registered 7 ceasefire violations in Aleppo.\n\n"
        "Over the past 24 hours 4 ceasefire violations have been registered in Latakia.",
        cases(5, "Hama", as_of=date(2017, 5, 3)),
        cases(2, "Idlib", as_of=date(2017, 5, 3)),
        cases(6, "Daraa", as_of=date(2017, 5, 4)),
        cases(7, "Aleppo", as_of=date(2017, 5, 4)),
        cases(4, "Latakia", as_of=date(2017, 5, 5)),
    ),
    told(
        "days-listed-among-other-times",
        "On 3 May 120 refugees returned from Lebanon. In April 3,400 refugees returned from"
        " Lebanon.\n\nOn 4 May 95 refugees returned from Lebanon. Over the past day 30 refugees"
        " returned from Jordan.",
        row("refugees_returned", 120, as_of=date(2017, 5, 3)),
        row("refugees_returned", 3400, as_of=date(2017, 4, 30), start=date(2017, 4, 1)),
        row("refugees_returned", 95, as_of=date(2017, 5, 4)),
        row("refugees_returned", 30, as_of=date(2017, 5, 5)),
    ),
    told(
        "days-listed-with-colons",
        "3 May: 120 refugees returned from Lebanon.\n4 May: 95 refugees returned from Lebanon.",
        row("refugees_returned", 120, as_of=date(2017, 5, 3)),
        row("refugees_returned", 95, as_of=date(2017, 5, 4)),
    ),
    told(
        "days-listed-russian",
        "3 мая зафиксировано 5 нарушений режима прекращения огня в провинции Хама.\n\n"
        "4 мая зафиксировано 7 нарушений режима прекращения огня в провинции Алеппо.",
        cases(5, "Hama", as_of=date(2017, 5, 3)),
        cases(7, "Aleppo", as_of=date(2017, 5, 4)),
    ),
    told(
        "a-day-that-is-told-of-once-is-no-list",
        "On 4 May 2017 the memorandum on four zones was signed in Astana.\n\n"
        "7 ceasefire violations have been registered in Hama.",
        cases(7, "Hama", as_of=date(2017, 5, 5)),
    ),
    told(
        "days-of-another-year-are-no-list",
        "On 30 December 2016 the ceasefire came into force. On 14 September 2016 a report named"
        " it.\n\n7 ceasefire violations have been registered in Hama.",
        cases(7, "Hama", as_of=date(2017, 5, 5)),
    ),
)

DAYS_OF_FIGURES: tuple[Told, ...] = (
    told(
        "several-days-in-a-daily-bulletin",
        "From 1 to 5 May, 17 cases of firing were registered in Idlib.",
        cases(17, "Idlib", period="other", start=date(2017, 5, 1), as_of=date(2017, 5, 5)),
    ),
    told(
        "several-days-in-a-russian-daily-bulletin",
        "С 1 по 5 мая зафиксировано 17 случаев стрельбы в провинции Идлиб.",
        cases(17, "Idlib", period="other", start=date(2017, 5, 1), as_of=date(2017, 5, 5)),
    ),
    told(
        "night-in-a-daily-bulletin",
        "On the night of 4 to 5 May, 3 cases of firing were registered in Idlib.",
        cases(3, "Idlib", period="last_24h", as_of=date(2017, 5, 5)),
    ),
    told(
        "toll-before-a-day-of-the-past",
        "At least 41 people were killed in Hama. The zones were agreed on on 4 May 2015 in Astana.",
        row("people_killed", 41, as_of=date(2017, 5, 5)),
        title=NEWS,
        kind="article",
    ),
    told(
        "toll-behind-a-day-of-the-past",
        "On 21 August 2013 rockets fell on the suburbs. More than 1,400 people were killed.",
        row("people_killed", 1400, as_of=date(2013, 8, 21)),
        title=NEWS,
        kind="article",
    ),
)

PERIODICALS: tuple[Told, ...] = (*PERIODS, *KEY_FIGURES, *LISTS, *TABLES, *LISTED_DAYS, *DAYS_OF_FIGURES)
