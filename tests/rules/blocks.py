"""Blocks of short lines: lists and tables below a heading, boxes of key figures, splits."""

from tests.rules.told import Told, numbered, row

SPLITS = numbered(
    "split",
    (
        "REFUGEES RETURNED FROM ABROAD\nBy country of asylum\nTurkey 4,210\nLebanon 3,180\n"
        "Other countries 95",
        row("refugees_returned", 4210, place="Turkey"),
        row("refugees_returned", 3180, place="Lebanon"),
        row("refugees_returned", 95),
    ),
    (
        "CIVILIANS KILLED IN APRIL\nBy governorate:\nIdlib: 41\nAleppo: 17\nTotal: 58",
        row("people_killed", 41, place="Idlib", part="part", total=58),
        row("people_killed", 17, place="Aleppo", part="part", total=58),
        row("people_killed", 58, part="total"),
    ),
    (
        "CIVILIAN DEATHS IN APRIL\nBy perpetrator\nRegime forces: 23 civilians, including 4"
        " children.\nISIS: three civilians.\nOther parties: 9",
        row("people_killed", 23),
        row("people_killed", 4, part="subset", total=23),
        row("people_killed", 3),
        row("people_killed", 9),
    ),
    (
        "DETENTIONS IN APRIL\nBy responsible party\nRegime forces: 112 people\nOther parties: 31",
        row("people_detained", 112),
        row("people_detained", 31),
    ),
    (
        "PEOPLE INJURED BY MINES\nBy district\nAl-Bab 14\nManbij 9",
        row("people_injured", 14),
        row("people_injured", 9),
    ),
    (
        "PEOPLE DISPLACED SINCE 1 MAY\nby governorate of origin\nIdlib 12,300\nHama 8,450",
        row("people_displaced", 12300, place="Idlib"),
        row("people_displaced", 8450, place="Hama"),
    ),
    (
        "FOOD PARCELS DISTRIBUTED IN APRIL, BY GOVERNORATE\nHoms 1,200\nHama 860\n"
        "Other governorates 340",
        row("food_packages_distributed", 1200, place="Homs"),
        row("food_packages_distributed", 860, place="Hama"),
        row("food_packages_distributed", 340),
    ),
    (
        "CONFIRMED COVID-19 CASES BY GOVERNORATE\nHama 944\nHoms 185\nOther governorates 54",
        row("other", 944, place="Hama", unit="cases"),
        row("other", 185, place="Homs", unit="cases"),
        row("other", 54, unit="cases"),
    ),
    (
        "ВОЗВРАЩЕНИЕ БЕЖЕНЦЕВ\nПо странам:\nЛиван – 214\nИордания – 87",
        row("refugees_returned", 214, place="Lebanon"),
        row("refugees_returned", 87, place="Jordan"),
    ),
    ("ACCESS\nBy governorate\nHoms is open.\nHama is closed.",),
)

BOXES = numbered(
    "box",
    (
        "IN NUMBERS\n3.2 million people assisted in April\nUS$ 4.1 m distributed through"
        " cash-based transfers\nUS$ 98.5 m six months net funding requirements",
        row("people_given_aid", 3.2e6),
        row("funding_allocated", 4.1e6),
        row("funding_required", 98.5e6),
    ),
    (
        "KEY FIGURES\n21,400 people displaced\n1,130 houses restored\n12,500 mt of food dispatched",
        row("people_displaced", 21400),
        row("houses_restored", 1130),
        row("aid_delivered", 12500),
    ),
    (
        "HEALTH\n> 18,600 consultations in mobile clinics\n> 31 health facilities supported",
        row("people_given_medical_aid", 18600),
        row("other", 31),
    ),
    (
        "WATER\n> 9,200 m3 of water were trucked to the camp",
        row("other", 9200),
    ),
    (
        "> 12,300 people received blankets and hygiene kits\n> 950 farmers were given seed",
        row("people_given_aid", 12300),
        row("people_given_aid", 950),
    ),
    (
        "VOLUNTARY RETURNS OF REFUGEES\n12,481 January - April 2017\n9,049 in the whole of 2016",
        row("refugees_returned", 12481),
        row("refugees_returned", 9049),
    ),
    (
        "COVID-19\n6,187 COVID-19 cases confirmed by the Ministry of Health\n81 deaths",
        row("other", 6187, unit="cases"),
        row("people_killed", 81),
    ),
    (
        "COVID-19 SITUATION\nIn the north-east 843 cases have been confirmed.",
        row("other", 843, unit="cases"),
    ),
    ("5 May 2017\nCONTACT\nFor inquiries: 1717",),
    (
        "People in need: 11.7 million\nPeople displaced: 6,600,000",
        row("people_in_need", 11.7e6),
        row("people_displaced", 6600000),
    ),
    (
        "Killed: 14\nInjured: 32\nHouses destroyed: 7",
        row("people_killed", 14),
        row("people_injured", 32),
        row("other", 7),
    ),
)

COLUMNS = numbered(
    "column",
    (
        "The General Security organized the return of 351 displaced Syrians from Lebanon.\n"
        "Gathering point / crossing / persons\nArsal / Zamrani / 137\nTripoli / Abboudiyeh"
        " / 214",
        row("refugees_returned", 351),
        row("refugees_returned", 137, place="Arsal"),
        row("refugees_returned", 214, place="Tripoli"),
    ),
    (
        "Food dispatches by governorate (people, planned / reached)\nAleppo 20,000 / 18,300\n"
        "Homs 11,500 / 10,900",
        row("people_given_aid", 20000, place="Aleppo"),
        row("people_given_aid", 18300, place="Aleppo"),
        row("people_given_aid", 11500, place="Homs"),
        row("people_given_aid", 10900, place="Homs"),
    ),
    (
        "Area | Harassing fire | IEDs disposed of\nAl-Bab | 12 | 21\nTal Rifaat | 7 | 14",
        row("ceasefire_violations", 12),
        row("explosives_destroyed", 21),
        row("ceasefire_violations", 7),
        row("explosives_destroyed", 14),
    ),
    (
        "Governorate | Killed | Injured\nHoms | 3 | 11\nHama | 2 | 5",
        row("people_killed", 3, place="Homs"),
        row("people_injured", 11, place="Homs"),
        row("people_killed", 2, place="Hama"),
        row("people_injured", 5, place="Hama"),
    ),
    (
        "Governorate\tKilled\tDisplaced\nHoms\t3\t400\nHama\t2\t300\nTotal\t5\t700",
        row("people_killed", 3, place="Homs"),
        row("people_displaced", 400, place="Homs"),
        row("people_killed", 2, place="Hama"),
        row("people_displaced", 300, place="Hama"),
        row("people_killed", 5, place=None),
        row("people_displaced", 700, place=None),
    ),
    (
        "Four people fled Ariha. Seven people fled Saraqib.",
        row("people_displaced", 4, place="Ariha"),
        row("people_displaced", 7, place="Saraqib"),
    ),
    (
        "Governorate / families returned / houses restored\nHoms / 120 / 45\nHama / 80 / 33",
        row("families_returned", 120, place="Homs"),
        row("houses_restored", 45, place="Homs"),
        row("families_returned", 80, place="Hama"),
        row("houses_restored", 33, place="Hama"),
    ),
)

TOTALS = numbered(
    "total",
    (
        "KEY FIGURES\n13.5 M\nPeople in need\n6.3 M\nInternally displaced people\n$84.8 million\n"
        "is what the plan requires",
        row("people_in_need", 13.5e6),
        row("people_displaced", 6.3e6),
        row("funding_required", 84.8e6),
    ),
    (
        "People in need\n7.2 million\n\nChildren in need\n3.1 million",
        row("people_in_need", 7.2e6),
        row("people_in_need", 3.1e6),
    ),
    (
        "In May 564 trucks crossed from Turkey, 431 through Bab al-Hawa and 133 through"
        " Bab al-Salam.",
        row("convoy_trucks", 564, part="total"),
        row("convoy_trucks", 431, part="part", total=564),
        row("convoy_trucks", 133, part="part", total=564),
    ),
    (
        "Some 9 convoys came. 2,713 refugees returned from Lebanon in May.\n"
        "Where they went, by governorate\nRural Damascus ..... 1,402\nDamascus ..... 911\n"
        "Other ..... 400",
        row("convoy", 9),
        row("refugees_returned", 2713, part="total"),
        row("refugees_returned", 1402, part="part", total=2713, place="Rif Dimashq"),
        row("refugees_returned", 911, part="part", total=2713, place="Damascus"),
        row("refugees_returned", 400, part="part", total=2713),
    ),
    (
        "PEOPLE IN NEED BY SECTOR (million)\nHealth: 12.4\nShelter: 5.9",
        row("people_in_need", 12.4e6),
        row("people_in_need", 5.9e6),
    ),
    (
        "Rations were given to 1,326 persons (663 families) in Homs and to 4,568 persons"
        " (1,386 families) in Hama.",
        row("people_given_aid", 1326, place="Homs"),
        row("people_given_aid", 663, place="Homs"),
        row("people_given_aid", 4568, place="Hama"),
        row("people_given_aid", 1386, place="Hama"),
    ),
    (
        "Some 802,000 women, children and men were displaced; 500 children's coats were given out.",
        row("people_displaced", 802000),
        row("goods_delivered", 500),
    ),
    ("1 in 3 villages is mined. A quake of 7.7 magnitude struck. See Table 2.",),
)

WORDS = numbered(
    "wording",
    (
        "About 43,000 Syrians have returned voluntarily to the area.",
        row("refugees_returned", 43000),
    ),
    ("386 kg of narcotics were seized.", row("other", 0.386, unit="t")),
    (
        "The survey was conducted with 3,142 families of the camp.",
        row("other", 3142, unit="families"),
    ),
    (
        "53 internally displaced persons returned from Lebanon's border to their homes.",
        row("idps_returned", 53),
    ),
    ("Envoys held 14 consultations in Geneva.", row("meetings_held", 14)),
    ("The sappers removed 1,732 unexploded items.", row("explosives_destroyed", 1732)),
)

LONE_FIGURES = numbered(
    "lone-figure",
    (
        "KEY FIGURES\n 2,964   Syrians who arrived in Iraq\n   101   persons whom other countries"
        " accepted\n    42   unaccompanied and separated children now in care",
        row("other", 2964),
        row("other", 101),
        row("other", 42, unit="people"),
    ),
    (
        "FUNDING\nUSD 10 million was received under the 3RP.",
        row("funding_allocated", 10e6),
    ),
    ("Another subject was whether the agreement with Israel, dated 1974, can be restored.",),
    (
        "At the post 803 refugees went back to Syria, among them 89 who were not registered.",
        row("refugees_returned", 803),
        row("refugees_returned", 89, part="subset", total=803),
    ),
    (
        "Since December 2019 the office has given aid to over 315,000 people in urgent need.",
        row("people_given_aid", 315000, qualifier="more_than"),
    ),
)

BLOCKS: tuple[Told, ...] = (*SPLITS, *BOXES, *COLUMNS, *TOTALS, *WORDS, *LONE_FIGURES)
