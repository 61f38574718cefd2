"""Single figures: what they count, of which period, in which mood, and what none of them is."""

from datetime import date

from tests.rules.told import REPORT, Told, cases, row, told

RUSSIAN = "russian-party-of-the-joint-commission"
TURKISH = "turkish-party-of-the-joint-commission"
PARTY = "The Russian party of the Russian-Turkish Commission"

VIOLATIONS: tuple[Told, ...] = tuple(
    told(f"violations-{number}", f"{PARTY} {text}.", cases(6, reporter=RUSSIAN))
    for number, text in enumerate(
        (
            "has registered 6 cases of firing",
            "recorded 6 ceasefire violations",
            "counted 6 shellings",
            "reported 6 incidents of gunfire",
            "noted 6 facts of opening fire",
            "observed six breaches of the truce",
            "has logged six instances of shelling",
            "documented 6 violations of the cessation of hostilities",
            "detected 6 ceasefire breaches",
            "registered 6 armed attacks",
        )
    )
)

REPORTERS: tuple[Told, ...] = tuple(
    told(f"reporter-{number}", text, cases(6, reporter=reporter))
    for number, (text, reporter) in enumerate(
        (
            ("The Turkish side has registered 6 violations.", TURKISH),
            ("According to the Turkish representative office there were 6 shellings.", TURKISH),
            ("The Russian part of the representative office counted 6 violations.", RUSSIAN),
            ("6 violations were registered by the Turkish party.", TURKISH),
            ("Российская сторона зафиксировала 6 нарушений.", RUSSIAN),
            ("По данным турецкой части представительства, произошло 6 обстрелов.", TURKISH),
            ("Турецкой стороной зарегистрировано 6 случаев стрельбы.", TURKISH),
            ("Российской частью представительства отмечено 6 фактов открытия огня.", RUSSIAN),
        )
    )
)

NONE: tuple[Told, ...] = tuple(
    told(f"none-{number}", text, *rows)
    for number, (text, *rows) in enumerate(
        (
            ("The Turkish party has registered none.", cases(0, reporter=TURKISH)),
            ("The Turkish party has not registered any violations.", cases(0, reporter=TURKISH)),
            ("The Turkish party did not register violations.", cases(0, reporter=TURKISH)),
            ("The Turkish side registered no cases of firing.", cases(0, reporter=TURKISH)),
            ("No cases of firing were recorded by the Turkish side.", cases(0, reporter=TURKISH)),
            ("No ceasefire violations have been registered.", cases(0)),
            ("Violations registered by the Turkish party: nil.", cases(0, reporter=TURKISH)),
            ("Ceasefire violations: none.", cases(0)),
            ("There were no shellings in Idlib.", cases(0, "Idlib")),
            ("Not one shelling was recorded by the Turkish party.", cases(0)),
            ("Zero violations were recorded by the Turkish party.", cases(0)),
            ("Illegal armed groups did not open fire.", cases(0)),
            (
                "The Turkish party reported that no violations of the ceasefire took place.",
                cases(0, reporter=TURKISH),
            ),
            (
                "Over the past 24 hours the Centre has not carried out humanitarian actions.",
                row("humanitarian_operations", 0, period="last_24h"),
            ),
            ("The Centre held no humanitarian actions.", row("humanitarian_operations", 0)),
            (
                "Humanitarian actions were not held in the past 24 hours.",
                row("humanitarian_operations", 0),
            ),
            (
                "No humanitarian operations have been carried out over the past 24 hours.",
                row("humanitarian_operations", 0),
            ),
            (
                "No reconciliation agreements have been signed.",
                row("reconciliation_agreements_signed", 0),
            ),
            (
                "Truce agreements were not signed over the last 24 hours.",
                row("reconciliation_agreements_signed", 0),
            ),
            ("No refugees returned from abroad.", row("refugees_returned", 0)),
            ("Соглашений не подписано.", row("reconciliation_agreements_signed", 0)),
            (
                "За сутки соглашения о примирении не подписывались.",
                row("reconciliation_agreements_signed", 0),
            ),
            (
                "Турецкая часть представительства нарушений не зафиксировала.",
                cases(0, reporter=TURKISH),
            ),
            ("Турецкой стороной нарушений не зафиксировано.", cases(0, reporter=TURKISH)),
            ("Турецкая сторона случаев стрельбы не отметила.", cases(0, reporter=TURKISH)),
            ("Турецкая сторона не зарегистрировала нарушений.", cases(0, reporter=TURKISH)),
            ("Нарушений режима прекращения боевых действий не выявлено.", cases(0)),
            ("Случаев стрельбы не отмечалось.", cases(0)),
            ("Обстрелов за сутки не было.", cases(0)),
            ("Турецкая сторона не зафиксировала ни одного нарушения.", cases(0, reporter=TURKISH)),
            ("Гуманитарные акции за сутки не проводились.", row("humanitarian_operations", 0)),
            (
                "Гуманитарных акций в течение суток не проводилось.",
                row("humanitarian_operations", 0),
            ),
        )
    )
)

MOODS: tuple[Told, ...] = tuple(
    told(f"mood-{number}", text, figure, title=REPORT)
    for number, (text, figure) in enumerate(
        (
            ("Syria needs 1,000 tons of food.", row("aid_needed", 1000, modality="needed")),
            ("1,000 tons of flour are required.", row("aid_needed", 1000, modality="needed")),
            (
                "WFP plans to deliver 500 tons of food to Hama.",
                row("aid_delivered", 500, modality="planned"),
            ),
            (
                "500 tons of food will be delivered to Hama.",
                row("aid_delivered", 500, modality="planned"),
            ),
            (
                "A convoy with 500 tons of food is scheduled to reach Hama.",
                row("aid_delivered", 500, modality="planned"),
            ),
            ("Russia promised 50 tons of flour.", row("aid_promised", 50, modality="promised")),
            (
                "Donors pledged $6.4 billion.",
                row("funding_allocated", 6.4e9, modality="promised", currency="USD"),
            ),
            (
                "UNHCR appealed for $250m.",
                row("funding_required", 250e6, modality="needed", currency="USD"),
            ),
            (
                "WFP urgently requires US$ 120 million.",
                row("funding_required", 120e6, modality="needed", currency="USD"),
            ),
            (
                "An additional €300,000 is needed for tents.",
                row("funding_required", 300e3, modality="needed", currency="EUR"),
            ),
            (
                "В Хаму планируется доставить 500 тонн продовольствия.",
                row("aid_delivered", 500, modality="planned"),
            ),
            (
                "Россия обещала поставить 50 тонн муки.",
                row("aid_promised", 50, modality="promised"),
            ),
            (
                "Сирии необходимо 1000 тонн продовольствия.",
                row("aid_needed", 1000, modality="needed"),
            ),
        )
    )
)

PERIODS: tuple[Told, ...] = tuple(
    told(f"period-{number}", text, figure, **others)
    for number, (text, figure, others) in enumerate(
        (
            (
                "Since 18 July 2018, 256,364 refugees have returned from abroad.",
                row("refugees_returned", 256364, period="cumulative", start=date(2018, 7, 18)),
                {},
            ),
            (
                "С 18 июля 2018 года из-за рубежа вернулись 256 364 беженца.",
                row("refugees_returned", 256364, period="cumulative", start=date(2018, 7, 18)),
                {},
            ),
            (
                "Since January 2018, 256,364 refugees have returned from abroad.",
                row("refugees_returned", 256364, period="cumulative", start=date(2018, 1, 1)),
                {},
            ),
            (
                "From 30 September 2015 to date, 256,364 refugees have returned from abroad.",
                row("refugees_returned", 256364, period="cumulative", start=date(2015, 9, 30)),
                {},
            ),
            (
                "Within the last 24 hours, 120 people received humanitarian aid in Homs.",
                row("people_given_aid", 120, period="last_24h"),
                {"title": REPORT},
            ),
            (
                "120 people received humanitarian aid in Homs over the past 24 hours.",
                row("people_given_aid", 120, period="last_24h"),
                {"title": REPORT},
            ),
            (
                "За сутки гуманитарную помощь получили 120 человек.",
                row("people_given_aid", 120, period="last_24h"),
                {},
            ),
            (
                "In the past week 120 people received humanitarian aid in Homs.",
                row("people_given_aid", 120, period="other"),
                {},
            ),
            (
                "За неделю гуманитарную помощь получили 120 человек.",
                row("people_given_aid", 120, period="other"),
                {},
            ),
            (
                "During April 120 people received humanitarian aid in Homs.",
                row("people_given_aid", 120, period="other", start=date(2017, 4, 1)),
                {"title": REPORT},
            ),
            (
                "In the first quarter of 2017 WFP delivered 500 tons of food in Hama.",
                row("aid_delivered", 500, period="other", start=date(2017, 1, 1)),
                {"title": REPORT},
            ),
            (
                "С начала года гуманитарную помощь получили 1200 человек.",
                row("people_given_aid", 1200, period="cumulative"),
                {},
            ),
            (
                "The total number of reconciled settlements has reached 1,468.",
                row("settlements_reconciled", 1468, period="cumulative"),
                {},
            ),
            (
                "The number of settlements that joined the reconciliation process remained 1,468.",
                row("settlements_reconciled", 1468, period="cumulative"),
                {},
            ),
            (
                "The number of settlements that joined the truce is unchanged: it is still 1,468.",
                row("settlements_reconciled", 1468, period="cumulative"),
                {},
            ),
            (
                "Total number of settlements that had signed reconciliation agreements – 1,468.",
                row("settlements_reconciled", 1468, period="cumulative"),
                {},
            ),
            (
                "The number of reconciled inhabited areas has increased to 1,468.",
                row("settlements_reconciled", 1468, period="cumulative"),
                {},
            ),
            (
                "The number of settlements in the reconciliation process is 2, 222.",
                row("settlements_reconciled", 2222, period="cumulative"),
                {},
            ),
            (
                "Количество населенных пунктов, присоединившихся к примирению, достигло "
                "1 тысячи 338.",
                row("settlements_reconciled", 1338, period="cumulative"),
                {},
            ),
            (
                "As of 9 August 2018, 1,209 refugees have returned from abroad.",
                row("refugees_returned", 1209, as_of=date(2018, 8, 9)),
                {"title": "Bulletin on the return of refugees"},
            ),
        )
    )
)

NO_QUANTITIES: tuple[Told, ...] = tuple(
    told(f"no-quantity-{number}", text)
    for number, text in enumerate(
        (
            "The regime has been in force since 0600 hours.",
            "Shelling went on from 06:00 to 10.30 a.m.",
            "Reports are taken by telephone: +963 11 332 15 18, or 22-17-32.",
            "The zones follow resolution 2254 (2015) of the Council.",
            "Traffic on the M4 and M5 highways was resumed.",
            "Control groups work in zones No. 1 and No. 3.",
            "A man aged 34 spoke to the officers.",
            "A 12-year-old boy spoke to the officers.",
            "К офицерам обратился мужчина 34 лет.",
            "The Centre works 24/7.",
            "One of the settlements was visited.",
            "The Memorandum was signed on May 4, 2017.",
            "Armoured vehicles of type BTR-80 and T-72 were seen.",
            "Article 5 of the Memorandum is observed.",
            "Соблюдается резолюция 2254 Совета Безопасности.",
            "Движение по трассе М4 возобновлено.",
            "Центр работает круглосуточно, телефон 8 (495) 498-34-46.",
        )
    )
)

SITUATION_REPORTS: tuple[Told, ...] = tuple(
    Told(f"situation-report-{number}", text, tuple(rows), REPORT)
    for number, (text, *rows) in enumerate(
        (
            ("120 pupils received hot meals in Homs.", row("people_given_aid", 120)),
            ("Army engineers dismantled 14 shells in Homs.", row("explosives_destroyed", 14)),
            ("Water trucking serves 95,000 people.", row("people_served_by_water", 95000)),
            ("95,000 people need safe water.", row("people_in_need", 95000)),
            (
                "The harvest is put at 1.2 million tonnes of wheat.",
                row("other", 1.2e6, unit="t"),
            ),
            (
                "Over 450 wounded have been treated by the doctors.",
                row("people_given_medical_aid", 450, qualifier="more_than"),
            ),
            ("91 collective shelters are full.", row("other", 91, unit="shelters")),
            ("They sent 70 sacks of flour weighing 50 kg each.", row("goods_delivered", 70)),
            ("Displaced people: update no. 12",),
            ("No country has more displaced people.",),
            ("There is no money for the displaced people.",),
            (
                "Access to safe water for 9,000 people, to education for 800 children.",
                row("people_served_by_water", 9000),
                row("other", 800, unit="people"),
            ),
            (
                "At the gate 30 women walked out; all in all 900 people have fled.",
                row("people_left_zone", 30),
                row("people_left_zone", 900),
            ),
            (
                "IOM helped 200 Syrians with transport from the border to the camps.",
                row("other", 200),
            ),
            ("The food went to displaced people at three points.",),
            (
                "Two hundred school notebooks were handed over.",
                row("goods_delivered", 200),
            ),
            (
                "Between 40,000 and 45,000 remain in Areesha camp.",
                row("people_in_camps", None, low=40000, high=45000, unit="people"),
            ),
            (
                "Some 17,000 IDPs remain in public buildings.",
                row("people_displaced", 17000),
            ),
            (
                "By May 8,300 people fell ill, 41 died.",
                row("other", 8300),
                row("people_killed", 41),
            ),
            (
                "An estimated 3 million landmines lie in the ground.",
                row("other", 3000000),
            ),
            (
                "Means at hand\n- Ambulances on duty: 44\n- Fires put out: 61",
                row("other", 44, unit="ambulances"),
                row("other", 61, unit="fires"),
            ),
            (
                "The survey drew on 30 Syrian and international experts.",
                row("other", 30, unit="people"),
            ),
        )
    )
)

RETOLD: tuple[Told, ...] = (
    told(
        "headline-and-text-tell-one-figure",
        "1,209 refugees returned from abroad over the day\n\n"
        "Over the last 24 hours, 1,209 refugees returned to Syria from abroad.",
        row("refugees_returned", 1209),
        row("refugees_returned", 1209, restates=1209),
    ),
    told(
        "rounded-figure-beside-the-exact-one",
        "More than 1,600 refugees returned from abroad over the last 24 hours.\n\n"
        "Over the last 24 hours, 1,670 refugees returned to Syria from abroad.",
        row("refugees_returned", 1600, qualifier="more_than", restates=1670),
        row("refugees_returned", 1670),
    ),
)

WORDINGS: tuple[Told, ...] = (
    *VIOLATIONS,
    *REPORTERS,
    *NONE,
    *MOODS,
    *PERIODS,
    *NO_QUANTITIES,
    *SITUATION_REPORTS,
    *RETOLD,
)
