"""Names and figures set apart by blanks, and what was lost, joined, packed or only expected."""

from datetime import date

from tests.rules.told import REPORT, Told, cases, numbered, row, told

HOST = "UN weekly situational report - Jordan\nSyrian refugee response, 4 - 5 May 2017"

ROWS = (
    told(
        "set-apart-registered",
        "- Syrians in Jordan\n\n  Registered                     212,400\n"
        "  Awaiting registration           31,230\n"
        "  --------------------------------------\n"
        "  Total                          243,630",
        row("refugees_registered_abroad", 212400, part="part", total=243630),
        row("refugees_registered_abroad", 31230, part="part", total=243630),
        row("refugees_registered_abroad", 243630, part="total"),
        title=HOST,
    ),
    told(
        "set-apart-where",
        "- Where the registered live\n\n"
        "  Irbid                 41,200\n  Urban locations       68,900",
        row("refugees_registered_abroad", 41200, place="Irbid"),
        row("refugees_registered_abroad", 68900),
        title=HOST,
    ),
    told(
        "set-apart-key-figures",
        "KEY FIGURES\n\n"
        "Planning figure, refugees in six months        50,000\n"
        "Hosted in Zaatari camp (1 May 2017)             3,204\n"
        "Internally displaced persons (30 April 2017)   1.44 million\n"
        "Families for whom tents are in stock           12,500",
        row("other", 50000, modality="planned"),
        row("people_in_camps", 3204, as_of=date(2017, 5, 1)),
        row("people_displaced", 1440000, as_of=date(2017, 4, 30)),
        row("other", 12500, unit="families"),
        title=REPORT,
    ),
    told(
        "set-apart-given",
        "In the towns the beneficiaries were given:\n\n"
        "Hygiene kits            2,500\nBaby diapers            1,200",
        row("goods_delivered", 2500),
        row("goods_delivered", 1200),
        title=REPORT,
    ),
    told(
        "set-apart-change",
        "INDICATOR                        MAY     CHANGE AGAINST APRIL\n"
        "Communities assessed             312\n"
        "IDP arrivals                  41,270     decrease 61%",
        row("other", 312, unit="communities"),
        row("people_displaced", 41270),
        row("other", 61, unit="percent"),
        title=REPORT,
    ),
    told(
        "set-apart-side-by-side",
        "Most people departed from         Most people arrived in\n"
        "  Ariha              9,410         Dana sub-district    14,220\n"
        "  Saraqib            8,275         Azaz                  7,650",
        row("people_displaced", 9410, place="Ariha", part=None),
        row("people_displaced", 14220, place="Ad-Dana", part=None),
        row("people_displaced", 8275, place="Saraqib", part=None),
        row("people_displaced", 7650, place="Azaz", part=None),
        title=REPORT,
    ),
)

LOST = numbered(
    "lost",
    ("The storm destroyed 362 tents.", row("other", 362, unit="tents")),
    ("Fire damaged 40 tents in the camp.", row("other", 40, unit="tents")),
    ("In the night 12 tents burned down.", row("other", 12, unit="tents")),
    ("Floods swept away 900 blankets.", row("other", 900, unit="blankets")),
    ("Families were given 362 tents after the storm.", row("goods_delivered", 362)),
)

CONTAINERS = numbered(
    "containers",
    ("Residents received 100 jars of honey.", row("goods_delivered", 100)),
    ("Residents received 250 cans of meat.", row("goods_delivered", 250)),
    ("Schools were given 90 boxes with chalk.", row("goods_delivered", 90)),
    ("The agency handed out 3,120 units of canned fish.", row("goods_delivered", 3120)),
    ("The agency distributed 480 bottles of oil.", row("goods_delivered", 480)),
    ("Police counted 480 bottles on the square.", row("other", 480)),
    (
        "Residents were given 430 bags with food.",
        row("food_packages_distributed", 430, unit="packages"),
    ),
    (
        "Residents were given 60 sets of foodstuffs.",
        row("food_packages_distributed", 60, unit="packages"),
    ),
)

JOINED = (
    told(
        "joined-and-in-the-process",
        "Ten localities of the province of Homs joined the cessation of hostilities during the day,"
        " so that 1544 settlements now take part in the reconciliation process.",
        row("reconciliation_agreements_signed", 10, period="last_24h"),
        row("settlements_reconciled", 1544, unit="settlements", period="cumulative"),
    ),
    told(
        "no-return-in-russian",
        "Внутри страны к местам постоянного проживания за сутки никто не возвращался.",
        row("idps_returned", 0, period="last_24h"),
    ),
    told(
        "village-with-a-number",
        "В населенном пункте Аль-Хамадия-4 (провинция Алеппо) выдано 300 продуктовых наборов.",
        row("food_packages_distributed", 300),
    ),
    told(
        "villages-with-numbers",
        "Проведены две акции: в Аль-Хамадия-4 (провинция Алеппо) передано 300 продуктовых наборов,"
        " в населенном пункте Телль-Тамр-2 - 450 наборов.",
        row("humanitarian_operations", 2),
        row("food_packages_distributed", 300),
        row("food_packages_distributed", 450),
    ),
    told(
        "provinces-with-figures-behind-a-hyphen",
        "Российская сторона зафиксировала 5 нарушений: Алеппо-3, Хама-2.",
        cases(5, part="total"),
        cases(3, "Aleppo", part="part", total=5),
        cases(2, "Hama", part="part", total=5),
    ),
    told(
        "weighed-in-all",
        "Over the past day civilians were given 430 bags with food,"
        " which weighed 1.8 tonnes in all.",
        row("food_packages_distributed", 430),
        row("aid_delivered", 1.8, period="last_24h"),
    ),
)

LEFT_IN_RUSSIAN = tuple(
    told(f"left-in-russian-{number}", text, *rows, title="Рукбан\n5 мая 2017 г.", kind="article")
    for number, (text, *rows) in enumerate(
        (
            (
                "Лагерь «Рукбан» за сутки покинули 48 сирийцев.",
                row("people_left_zone", 48, period="last_24h"),
            ),
            (
                "Всего с начала операции из лагеря вышли 373 человека.",
                row("people_left_zone", 373, period="cumulative"),
            ),
        )
    )
)

REGISTERED = (
    told(
        "registered-beside-those-who-wish",
        "За рубежом зарегистрированы 6 987 254 сирийца в 45 странах, желание вернуться выразили"
        " 1 712 264 человека.",
        row("refugees_registered_abroad", 6987254),
        row("other", 45),
        row("refugees_wishing_to_return", 1712264),
    ),
)

PUT_AT = tuple(
    told(f"put-at-{number}", text, *rows, title=HOST)
    for number, (text, *rows) in enumerate(
        (
            (
                "- The state puts the Syrians of concern to UNHCR in the country at some 450,000.",
                row("refugees_registered_abroad", 450000, qualifier="about"),
            ),
            (
                "- The Government puts the number of Syrians in the Kingdom at over 1.3 million.",
                row("refugees_registered_abroad", 1300000, qualifier="more_than"),
            ),
            (
                "- During the week 11,540 people were registered and 4,210 received relief items.",
                row("other", 11540),
                row("people_given_aid", 4210),
            ),
        )
    )
)

MOVED = numbered(
    "moved",
    (
        "After registration 517 refugees have left Zaatari camp.",
        row("people_left_zone", 517, modality="happened"),
    ),
    ("More than 400 people may leave Zaatari camp.", row("other", 400, modality="planned")),
    (
        "Partners reached 118,000 people with food, up from 97,000 in January.",
        row("people_given_aid", 118000, as_of=date(2017, 5, 5)),
        row("people_given_aid", 97000, as_of=date(2017, 1, 31)),
    ),
    ("Each family received US$ 200.", row("other", 200, currency="USD")),
    (
        "The towns have 76 settlements: Homs (18 - 68,750).",
        row("other", 76),
        row("other", 18, place="Homs"),
    ),
)

TOLD_IN_NEWS = tuple(
    told(f"news-set-apart-{number}", text, *rows, title="Talks\nMay 5, 2017", kind="article")
    for number, (text, *rows) in enumerate(
        (
            (
                "Some 4,000 rebel fighters and their relatives should leave the city.",
                row("people_left_zone", 4000, modality="planned"),
            ),
            (
                "In return about 1,500 people are to be evacuated from Foua.",
                row("people_left_zone", 1500, modality="planned"),
            ),
            (
                "Norway is to give $41 million towards the salaries of teachers.",
                row("funding_allocated", 41000000, modality="promised"),
            ),
            (
                "Teachers are to get $41 million in salary support from Norway.",
                row("funding_allocated", 41000000, modality="promised"),
            ),
            ("Teachers need a monthly salary of $90.", row("other", 90)),
            (
                "Hama, May 4, 2017 (Wire) - Rockets struck a market and 12 people were killed.",
                row("people_killed", 12, place=None),
            ),
            (
                "The monitor said on Friday that 4,112 people were killed in April.",
                row("people_killed", 4112, as_of=date(2017, 4, 30), period="other"),
            ),
            (
                "Since the beginning of the war in March 2011 some 310,060 people were killed.",
                row("people_killed", 310060, as_of=date(2017, 5, 5), period="cumulative"),
            ),
            (
                "The clashes killed 1,000 people, including 700 civilians, 125 members of the"
                " police and 148 gunmen.",
                row("people_killed", 1000, part="total"),
                row("people_killed", 700, part="subset", total=1000),
                row("people_killed", 125, part="subset", total=1000),
                row("people_killed", 148, part="subset", total=1000),
            ),
            (
                "The blast killed 30 people, including four teachers, and 12 guards were wounded.",
                row("people_killed", 30, part="total"),
                row("people_killed", 4, part="subset", total=30),
                row("people_injured", 12, part=None),
            ),
            (
                "Italy promised 17 million euros, Britain 20 million pounds and Qatar $10 million.",
                row("funding_allocated", 17000000, place=None),
                row("funding_allocated", 20000000, place=None),
                row("funding_allocated", 10000000, place=None),
            ),
            (
                "The bank raised the price of bread from 400 to 4,000 Syrian pounds.",
                row("other", 4000, currency="SYP"),
            ),
            (
                "Every month an instalment of 7 million euros will go to the ministry.",
                row("funding_allocated", 7000000, modality="promised"),
            ),
        )
    )
)

SET_APART: tuple[Told, ...] = (
    ROWS + LOST + CONTAINERS + JOINED + LEFT_IN_RUSSIAN + REGISTERED + PUT_AT + MOVED + TOLD_IN_NEWS
)
