"""Sentences of agencies, missions and ministries: figures that lean on others, and new wordings."""

from datetime import date

from tests.rules.told import Told, cases, numbered, row, told

RUSSIAN = "russian-party-of-the-joint-commission"
TURKISH = "turkish-party-of-the-joint-commission"


LEANING = numbered(
    "leaning",
    (
        "Nineteen tonnes of aid were delivered to Douma, a further 30 are needed.",
        row("aid_delivered", 19),
        row("aid_needed", 30, modality="needed"),
    ),
    (
        "Of the 48 trucks, 36 reached Douma; the remaining 12 turned back.",
        row("convoy_trucks", 48, part="total"),
        row("convoy_trucks", 36, part="part", total=48),
        row("convoy_trucks", 12, part="part", total=48),
    ),
    (
        "Some 1,200 people were displaced from Afrin. Half of them are children.",
        row("people_displaced", 1200),
    ),
    (
        "12.4 million people are short of food, 1.3m of them severely.",
        row("people_in_need", 12.4e6),
        row("people_in_need", 1.3e6, part="subset", total=12.4e6),
    ),
    (
        "Eleven schools were reopened after repair; work is under way at 23 others.",
        row("schools_restored", 11),
        row("schools_under_repair", 23),
    ),
    (
        "By evening 318 families had come back to Daraya and 95 to Al-Kiswah, 413 in all.",
        row("families_returned", 318, part="part", total=413),
        row("families_returned", 95, part="part", total=413),
        row("families_returned", 413, part="total"),
    ),
    (
        "The convoy carried 60 tons of food: 40 for Douma and 20 for Harasta.",
        row("aid_delivered", 60, part="total"),
        row("aid_delivered", 40, part="part", place="Douma"),
        row("aid_delivered", 20, part="part", place="Harasta"),
    ),
    (
        "Three people were killed by a mine in Homs. Two more were wounded.",
        row("people_killed", 3),
        row("people_injured", 2),
    ),
    (
        "Jordan hosts 1.3 million Syrians, of whom only 10 percent live in camps.",
        row("refugees_registered_abroad", 1.3e6),
        row("other", 10, unit="percent"),
    ),
    (
        "1,340 refugees returned from Jordan last week, 41 per cent of them women.",
        row("refugees_returned", 1340),
        row("other", 41, unit="percent"),
    ),
    (
        "In 2016 engineers rebuilt 290 schools, 112 of them in Aleppo.",
        row("schools_restored", 290),
        row("schools_restored", 112, place="Aleppo"),
    ),
)

SUMS = numbered(
    "sum-of-money",
    ("WFP needs US$ 4.9 m for Syria.", row("funding_required", 4.9e6, currency="USD")),
    (
        "US$595.2 m is still needed for June to November.",
        row("funding_required", 595.2e6, currency="USD"),
    ),
    (
        "The European Union allocated €12 mn for winter clothes.",
        row("funding_allocated", 12e6, currency="EUR"),
    ),
    (
        "Donors have covered 31 per cent of the US$ 3.4 billion sought.",
        row("other", 31, unit="percent"),
        row("funding_required", 3.4e9),
    ),
    (
        "As of today the 2018 response plan, which requires US$3.36 billion, is 26 per cent"
        " funded.",
        row("funding_required", 3.36e9),
        row("other", 26, unit="percent"),
    ),
    (
        "The Ministry put the bill for rebuilding Aleppo at 5.6 billion dollars.",
        row("reconstruction_cost", 5.6e9, currency="USD"),
    ),
    ("Losses of the oil sector amount to $74.2 billion.", row("damage_cost", 74.2e9)),
)

LINES = numbered(
    "telephone",
    ("Hotline: 011 555 0147, round the clock.",),
    ("Complaints are received on 137 around the clock.",),
    ("Call 1415 free of charge.",),
    ("Телефон горячей линии: 8 800 200 34 11.",),
    ("Information is given on WhatsApp, +963 944 123 456.",),
    ("Звоните по номеру 122.",),
    ("Contact: Anna Berg, tel. 41 22 739 8111",),
)

REPORTERS: tuple[Told, ...] = (
    told(
        "parties-in-a-breakdown",
        "Violations registered over the day: Russian side – 6, Turkish side – 4.",
        cases(6, reporter=RUSSIAN),
        cases(4, reporter=TURKISH),
    ),
    told(
        "parties-in-brackets",
        "Ten violations were registered over the day (Russian party – 6, Turkish party – 4).",
        cases(10),
        cases(6, reporter=RUSSIAN),
        cases(4, reporter=TURKISH),
    ),
    told(
        "parties-in-lines",
        "Violations of the ceasefire:\n- Russian party: 6 (Idlib)\n- Turkish party: none",
        cases(6, "Idlib", reporter=RUSSIAN),
        cases(0, reporter=TURKISH),
    ),
    told(
        "states-count-as-their-parties",
        "За сутки Россия в комиссии по перемирию зафиксировала девять нарушений, Турция — пять.",
        cases(9, reporter=RUSSIAN, part=None),
        cases(5, reporter=TURKISH, part=None, place=None),
    ),
    told(
        "the-other-count-is-of-its-place",
        "За сутки отмечено 14 обстрелов. Из них в провинции Идлиб – 12 (по данным сирийской"
        " стороны – 9), Хама – 2.",
        cases(14),
        cases(12, "Idlib"),
        cases(9, "Idlib", reporter="syr"),
        cases(2, "Hama"),
    ),
    told(
        "a-state-that-counts-none",
        "Шесть нарушений режима прекращения огня зафиксировала за сутки Россия в рамках работы"
        " комиссии по перемирию в Сирии, Турция — ни одного.",
        cases(6, reporter=RUSSIAN, part=None),
        cases(0, reporter=TURKISH, part=None),
    ),
    told(
        "states-have-violations",
        "Нарушения перемирия за сутки: у Турции 14, у России три.",
        cases(14, reporter=TURKISH),
        cases(3, reporter=RUSSIAN),
    ),
    told(
        "states-count-in-english",
        "Over the past 24 hours Russia registered eight ceasefire violations, Turkey – two.",
        cases(8, reporter=RUSSIAN, part=None),
        cases(2, reporter=TURKISH, part=None),
    ),
    told(
        "who-backs-the-groups-counts-nothing",
        "Groups that Turkey backs violated the ceasefire three times over the past 24 hours.",
        cases(3, reporter="russian-reconciliation-centre"),
    ),
    told(
        "a-paragraph-goes-on-with-its-day",
        "The Russian party registered, within last 24 hours, 8 cases of firing. Ceasefire"
        " violations registered by the Turkish party number 6.",
        cases(8, reporter=RUSSIAN, period="last_24h"),
        cases(6, reporter=TURKISH, period="last_24h"),
        title="Bulletin of the Ministry on ceasefire observation (May 5, 2017)",
    ),
    told(
        "what-is-expected-of-a-name-is-no-plan",
        "A doctor, who asked not to be named, said that 14 people had been killed.\n"
        "Shelling killed five children on their way to school.\n"
        "Some 640 displaced people could not find a house.",
        row("people_killed", 14, modality="happened"),
        row("people_killed", 5, modality="happened"),
        row("people_displaced", 640, modality="happened"),
        title="Syrian Arab Republic: Situation Report No. 3 (as of 5 May 2017)",
    ),
    told(
        "who-will-leave-may-be-told-of-first",
        "About 6,000 people, among them fighters with their families, will leave the zone.",
        row("people_left_zone", 6000, modality="planned"),
        title="Syrian Arab Republic: Situation Report No. 3 (as of 5 May 2017)",
    ),
    told(
        "within-a-day-is-the-last-one",
        "From Jordan 325 refugees went back to Syria within a day.",
        row("refugees_returned", 325, period="last_24h"),
        title="Syrian Arab Republic: Situation Report No. 3 (as of 5 May 2017)",
    ),
    told(
        "within-two-days-lies-behind",
        "Seven landmine incidents occurred in Homs within two days.",
        row("other", 7, start=None),
        title="Syrian Arab Republic: Situation Report No. 3 (as of 5 May 2017)",
    ),
    told(
        "what-ends-before-it-begins-has-another-beginning",
        "The agency assisted 3,000 people this month so far and 9,000 people in April.",
        row("people_given_aid", 3000),
        row(
            "people_given_aid",
            9000,
            start=date(2017, 4, 1),
            as_of=date(2017, 4, 30),
            period="other",
        ),
        title="Syrian Arab Republic: Situation Report No. 3 (as of 5 May 2017)",
    ),
)

PEOPLE = numbered(
    "agency",
    (
        "The outlook for the 6.2 million Syrian refugees has changed.",
        row("refugees_registered_abroad", 6.2e6),
    ),
    ("За рубежом остаются ещё 6,5 млн сирийцев.", row("refugees_registered_abroad", 6.5e6)),
    ("Lebanon hosts 1.4 million displaced Syrians.", row("refugees_registered_abroad", 1.4e6)),
    ("A mine killed 19 returnees this month.", row("people_killed", 19)),
    (
        "UNICEF trucks water to 22,500 people in the shelters and camps.",
        row("people_served_by_water", 22500),
    ),
    (
        "Areesheh camp now hosts more than 7,200 people.",
        row("people_in_camps", 7200, qualifier="more_than"),
    ),
    (
        "About 12,300 people are staying in 83 collective shelters.",
        row("people_displaced", 12300),
        row("other", 83),
    ),
    (
        "Reception areas have been made ready for 1,213,465 people.",
        row("accommodation_places", 1213465),
    ),
    (
        "Shelling has driven 800,000 people from their homes since December.",
        row("people_displaced", 800000, period="cumulative"),
    ),
    (
        "12 bodies and 26 injured people were brought in from Saraqib.",
        row("people_killed", 12),
        row("people_injured", 26),
    ),
    ("Лагерь «Рукбан» с марта покинули 19 034 человека.", row("people_left_zone", 19034)),
    ("One serviceman was killed near Safsafa.", row("people_killed", 1)),
    ("2 kilometres of roads were repaired in Homs.", row("roads_repaired", 2)),
    (
        "UNRWA gave cash assistance to 415,000 Palestine refugees.",
        row("people_given_aid", 415000),
    ),
    (
        "Mobile teams vaccinated 52,000 children against polio.",
        row("people_given_medical_aid", 52000),
    ),
    (
        "An estimated 290,000 people were uprooted by the offensive in Idlib.",
        row("people_displaced", 290000, modality="estimated"),
    ),
    (
        "MSF treated 67 patients with war wounds in Hasakah.",
        row("people_given_medical_aid", 67),
    ),
    (
        "Deminers surveyed 41 hectares and found 77 explosive devices.",
        row("area_demined", 41),
        row("explosives_destroyed", 77),
    ),
    ("Military doctors saw 84 residents of Rastan.", row("people_given_medical_aid", 84)),
    (
        "220 houses, six schools and two hospitals have been rebuilt.",
        row("houses_restored", 220),
        row("schools_restored", 6),
        row("medical_facilities_restored", 2),
    ),
    (
        "Военные врачи оказали помощь 84 жителям.",
        row("people_given_medical_aid", 84),
    ),
    (
        "Сапёры обезвредили 34 мины и очистили 5 гектаров.",
        row("explosives_destroyed", 34),
        row("area_demined", 5),
    ),
    (
        "Из лагеря вышли 215 человек, из них 97 детей.",
        row("people_left_zone", 215),
        row("people_left_zone", 97, part="subset"),
    ),
    (
        "The Syrian Network for Human Rights documented 98 arrests in April.",
        row("people_detained", 98),
    ),
    (
        "WHO sent 14 tons of medicines to hospitals in Qamishli.",
        row("aid_delivered", 14),
    ),
    (
        "The centre has room for 4,500 people; 1,120 places are taken.",
        row("accommodation_places", 4500),
        row("other", 1120),
    ),
    (
        "Hot meals were served to 3,400 people in the shelters of Latakia.",
        row("people_given_aid", 3400),
    ),
    (
        "Fighting in the south has forced some 270,000 people to flee.",
        row("people_displaced", 270000),
    ),
    (
        "The Turkish Red Crescent set up 900 tents for the displaced.",
        row("goods_delivered", 900),
    ),
)

CROSSINGS = numbered(
    "at-a-crossing",
    ("Some 18,000 Syrians left through Masnaa.", row("refugees_returned", 18000)),
    (
        "In the de-escalation zone 29 shelling attacks were registered.",
        cases(29),
    ),
    ("For inquiries: 1717",),
    (
        "43 terrorists were seized. The number since 1 January stands at 612.",
        row("other", 43),
        row("other", 612),
    ),
)

SUBJECTS = numbered(
    "subject",
    (
        "Since the spring mines have left 90 people killed or injured.",
        row("other", 90, unit="people"),
    ),
    ("Farmers in Hama have sown 900 hectares of wheat.", row("other", 900, unit="ha")),
    ("About 900 tons of wheat have been marketed in Hama.", row("other", 900, unit="t")),
    ("At least seven landmine incidents were recorded.", row("other", 7)),
    ("The gross domestic product fell to $9 billion.", row("other", 9e9, currency="USD")),
    ("Over 6 million Syrians live as refugees.", row("refugees_registered_abroad", 6e6)),
    ("After 14 years of war 90 families came back to Homs.", row("families_returned", 90)),
    (
        "With the number of cases 637 people died and 900 recovered.",
        row("people_killed", 637),
        row("other", 900),
    ),
)

DIVIDED_BELOW: tuple[Told, ...] = (
    told(
        "a-sentence-of-including-divides-the-one-before",
        "За сутки в Сирию вернулись 500 беженцев.\n\n"
        "В том числе из Ливана – 200 человек, из Иордании – 300 человек.",
        row("refugees_returned", 500, part="total"),
        row("refugees_returned", 200, part="part", total=500, place="Lebanon"),
        row("refugees_returned", 300, part="part", total=500, place="Jordan"),
    ),
    told(
        "who-comes-over-a-crossing-comes-from-the-country-behind-it",
        "Из Ливана через пункты пропуска «Джейдет-Ябус» и «Телль-Калах» возвратились 128 беженцев.",
        row("refugees_returned", 128, place="Lebanon"),
    ),
    told(
        "what-the-other-side-does-not-confirm-was-registered",
        "The Turkish party has registered nine breaches, none of which the Russian party confirms.",
        cases(9, reporter=TURKISH),
        row("ceasefire_violations_confirmed", 0),
    ),
)

AGENCIES: tuple[Told, ...] = (
    *LEANING,
    *SUMS,
    *LINES,
    *REPORTERS,
    *PEOPLE,
    *CROSSINGS,
    *SUBJECTS,
    *DIVIDED_BELOW,
)
