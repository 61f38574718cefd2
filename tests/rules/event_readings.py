"""What articles tell of events: the reading rules, a text each."""

from dataclasses import dataclass

DATELINE = "MOSCOW, January 10, 2020. /TASS/. "


@dataclass(frozen=True)
class ToldEvent:
    """An event that must be read.

    Attributes:
        event_type: PLOVER type.
        actors: Actor ids with roles.
        date: First day in ISO form, None where the text gives none.
        place: Name of the place, None where the text gives none.
        modality: As in `marts.md`.
    """

    event_type: str
    actors: frozenset[tuple[str, str]]
    date: str | None = None
    place: str | None = None
    modality: str = "happened"


@dataclass(frozen=True)
class EventReading:
    """A text and one event that it tells, or, with `told` None, a type that it does not tell."""

    name: str
    text: str
    told: ToldEvent | None
    absent: str = ""


def told(event_type: str, *actors: str, **rest: str) -> ToldEvent:
    """An event whose actors are written `id:role`, the role by its first letter."""
    roles = {"s": "source", "t": "target", "p": "participant"}
    parts = frozenset((a.rpartition(":")[0], roles[a.rpartition(":")[2]]) for a in actors)
    return ToldEvent(event_type, parts, **rest)


EVENT_READINGS: tuple[EventReading, ...] = (
    EventReading(
        "what-a-letter-suggests-has-not-happened",
        "Lavrov suggested that the United States and Russia form a joint group.",
        told("COOPERATE", "usa:p", "rus:p", modality="called_for"),
    ),
    EventReading(
        "to-meet-in-may-means-the-next-may",
        DATELINE + "Lavrov and Assad will meet in May.",
        told(
            "CONSULT",
            "sergei-lavrov:p",
            "bashar-al-assad:p",
            date="2020-05-01",
            modality="planned",
        ),
    ),
    EventReading(
        "a-visit-is-dated-by-its-own-clause",
        DATELINE + "De Mistura spoke of the visit that he paid to Damascus on 7 January.",
        told("CONSULT", "staffan-de-mistura:p", date="2020-01-07", place="Damascus (city)"),
    ),
    EventReading(
        "a-headline-leaves-were-out",
        "Two SDF fighters killed in Manbij.",
        told("ASSAULT", "syrian-democratic-forces:t", place="Manbij"),
    ),
    EventReading(
        "a-headline-leaves-were-out-of-a-list",
        "Five Hezbollah members killed, eight injured in a strike on Homs.",
        told("ASSAULT", "hezbollah:t", place="Homs"),
    ),
    EventReading(
        "who-kills-names-whom",
        "SDF fighters killed at least three people in Raqqa.",
        told("ASSAULT", "syrian-democratic-forces:s", place="Raqqa"),
    ),
    EventReading(
        "dollars-are-no-state",
        "4 million US dollars were given by Sweden.",
        told("AID", "swe:s"),
    ),
    EventReading(
        "where-nobody-was-killed-nobody-attacked",
        "In Hama 0 people were killed on 7 January 2020.",
        None,
        absent="ASSAULT",
    ),
    EventReading(
        "an-earthquake-attacks-nobody",
        "The earthquake killed 1,150 people in Jindires on 6 February 2023.",
        None,
        absent="ASSAULT",
    ),
    EventReading(
        "who-backs-a-force-does-nothing-new",
        "Kurdish-led forces backed by the United States captured Raqqa on 17 October 2017.",
        None,
        absent="SUPPORT",
    ),
    EventReading(
        "rescue-workers-are-no-rescue",
        "Assad visited Aleppo and met rescue workers there.",
        None,
        absent="AID",
    ),
    EventReading(
        "active-voice",
        "Israel bombed a depot near Damascus on 5 May 2019.",
        told("ASSAULT", "isr:s", date="2019-05-05", place="Damascus (city)"),
    ),
    EventReading(
        "passive-voice",
        "A convoy was hit by Turkey near Saraqib on 5 May 2019.",
        told("ASSAULT", "tur:s", date="2019-05-05", place="Saraqib"),
    ),
    EventReading(
        "the-shelled-town-is-the-place",
        "Saraqib was shelled on 5 May 2019.",
        told("ASSAULT", date="2019-05-05", place="Saraqib"),
    ),
    EventReading(
        "joint-subjects-take-part",
        "Vladimir Putin and Bashar al-Assad met in Damascus on 7 January 2020.",
        told(
            "CONSULT",
            "vladimir-putin:p",
            "bashar-al-assad:p",
            date="2020-01-07",
            place="Damascus (city)",
        ),
    ),
    EventReading(
        "visit-to-a-place",
        "Sergei Lavrov visited Damascus on 7 September 2020.",
        told("CONSULT", "sergei-lavrov:p", date="2020-09-07", place="Damascus (city)"),
    ),
    EventReading(
        "the-city-is-the-one-told-before",
        "Saraqib lies in Idlib province. The market of the city was shelled on 5 May 2019.",
        told("ASSAULT", date="2019-05-05", place="Saraqib"),
    ),
    EventReading(
        "what-will-be-is-planned",
        "Russia and Turkey will sign an agreement in Sochi.",
        told("AGREE", "rus:p", "tur:p", place="Sochi", modality="planned"),
    ),
    EventReading(
        "a-demand-is-called-for",
        "Germany called on Russia to stop the shelling.",
        told("REQUEST", "deu:s", "rus:t", modality="called_for"),
    ),
    EventReading(
        "a-declared-ceasefire-is-agreed",
        "Turkey declared a ceasefire on 5 May 2019.",
        told("AGREE", "tur:p", date="2019-05-05"),
    ),
    EventReading(
        "we-will-is-a-promise",
        '"We will rebuild the schools," Bashar al-Assad said.',
        told("PROMISE", "bashar-al-assad:s", modality="promised"),
    ),
    EventReading(
        "who-cannot-threaten-warns",
        "UNICEF warned that an assault could drive families from their homes.",
        None,
        absent="THREATEN",
    ),
    EventReading(
        "who-says-so-is-no-target",
        "Israeli jets bombed a base near Homs on 5 May 2019, the Syrian Observatory for Human"
        " Rights said.",
        told("ASSAULT", "isr:s", date="2019-05-05", place="Homs"),
    ),
    EventReading(
        "he-is-the-subject-before",
        "Sergei Lavrov came to Ankara. He thanked Turkey for the talks.",
        told("SUPPORT", "sergei-lavrov:s", "tur:t"),
    ),
    EventReading(
        "two-countries-are-those-told-before",
        "Iran and Syria are close. In October 2019 the two countries signed an agreement.",
        told("AGREE", "irn:p", "syr:p", date="2019-10-01"),
    ),
    EventReading(
        "a-ministry-behind-a-name-is-no-actor",
        "Sergei Lavrov, Minister of Foreign Affairs of Russia, met Bashar al-Assad in Damascus.",
        told("CONSULT", "sergei-lavrov:p", "bashar-al-assad:p", place="Damascus (city)"),
    ),
    EventReading(
        "that-year-is-the-year-told-before",
        "The war grew in 2015. In September of that year Russia and Iran signed a pact.",
        told("AGREE", "rus:p", "irn:p", date="2015-09-01"),
    ),
    EventReading(
        "a-deadline-is-no-date",
        "Russia and Turkey agreed to set up a zone by May 2021.",
        told("AGREE", "rus:p", "tur:p"),
    ),
    EventReading(
        "the-same-speech-has-one-date",
        f"{DATELINE}Sergei Lavrov said on Thursday that the talks were useful. He called on"
        " Turkey to keep the truce.",
        told("REQUEST", "sergei-lavrov:s", "tur:t", date="2020-01-09", modality="called_for"),
    ),
    EventReading(
        "an-aid-convoy-that-arrives-is-aid",
        "A UN convoy of 14 trucks with food crossed into Idlib on 8 March 2022.",
        told("AID", "united-nations:s", date="2022-03-08", place="Idlib Governorate"),
    ),
    EventReading(
        "aid-to-a-country-is-given-there",
        "Germany delivered food to Syria on 8 March 2022.",
        told("AID", "deu:s", date="2022-03-08", place="Syria"),
    ),
    EventReading(
        "of-two-nouns-each-has-its-own-year-and-place",
        "The report accused Syria of an attack on Saraqib in 2014 and of an attack on Douma in"
        " 2018.",
        told("ASSAULT", "syr:s", date="2014-01-01", place="Saraqib"),
    ),
    EventReading(
        "a-condition-is-no-event",
        "If Turkey attacks Saraqib, the truce is over.",
        None,
        absent="ASSAULT",
    ),
    EventReading(
        "what-is-not-done-is-no-event",
        "Turkey did not attack Saraqib.",
        None,
        absent="ASSAULT",
    ),
    EventReading(
        "what-one-begins-to-do-is-done",
        DATELINE + "Turkey began evacuating its troops from Morek on 7 January.",
        told("RETREAT", "tur:s", date="2020-01-07", place="Morek"),
    ),
    EventReading(
        "a-drought-that-hits-a-town-is-no-strike",
        "The drought that struck Raqqa in 2021 was the worst in 70 years.",
        None,
        absent="ASSAULT",
    ),
    EventReading(
        "sanctions-that-are-lifted-are-a-concession",
        DATELINE
        + "The United States announced the lifting of its sanctions on Syria on 7 January.",
        None,
        absent="SANCTION",
    ),
    EventReading(
        "a-statement-that-is-released-is-no-prisoner",
        "The centre said in a statement released on Monday that 676 refugees crossed the border.",
        None,
        absent="CONCEDE",
    ),
    EventReading(
        "the-name-of-a-terrorist-group-accuses-nobody",
        DATELINE
        + '"Twelve attacks of the Jabhat al-Nusra terrorist group were registered," Kulit said.',
        None,
        absent="ACCUSE",
    ),
    EventReading(
        "a-russian-future-is-planned",
        "МОСКВА, 10 января 2020. /ТАСС/. Сергей Лавров посетит Дамаск в феврале.",
        told(
            "CONSULT",
            "sergei-lavrov:p",
            date="2020-02-01",
            place="Damascus (city)",
            modality="planned",
        ),
    ),
    EventReading(
        "who-speaks-of-a-plan-of-his-own-acts",
        "The World Food Programme said it will send flour to Homs.",
        told("AID", "world-food-programme:s", place="Homs", modality="planned"),
    ),
    EventReading(
        "who-strikes-is-apart-from-clashes-elsewhere",
        "Israel launched several air strikes on Homs, as clashes continued in Suwayda.",
        told("ASSAULT", "isr:s", place="Homs"),
    ),
    EventReading(
        "what-the-lead-tells-without-a-day-did-not-happen-months-ago",
        DATELINE + "The government and the opposition have exchanged prisoners in Al-Bab.\n\n"
        "On 3 May 2019 the government exchanged prisoners with the opposition.",
        told("CONCEDE", "government-of-syria:p", "syrian-opposition:p", place="Al-Bab"),
    ),
    EventReading(
        "a-letter-that-accuses-is-its-senders",
        "France sent a letter accusing Syria of chlorine attacks.",
        told("ACCUSE", "fra:s", "syr:t"),
    ),
    EventReading(
        "details-of-the-meeting-date-the-meeting",
        "Bashar al-Assad arrived in Tehran and had a meeting with Ali Khamenei. Details about the"
        " meeting held on May 5, 2019 were published by the press service.",
        told("CONSULT", "ali-khamenei:p", "bashar-al-assad:p", date="2019-05-05", place="Tehran"),
    ),
    EventReading(
        "the-meeting-that-took-place-is-the-one-before",
        "Hakan Fidan met Asaad al-Shaibani in Ankara. The meeting that took place on 5 May 2019"
        " lasted three hours.",
        told("CONSULT", "asaad-al-shaibani:p", "hakan-fidan:p", date="2019-05-05", place="Ankara"),
    ),
    EventReading(
        "what-will-go-on-is-still-to-come",
        "Turkey will continue to refuse talks with the Syrian government.",
        told("REJECT", "tur:s", "government-of-syria:t", modality="planned"),
    ),
    EventReading(
        "what-would-have-been-was-not",
        "The deal, presented by Germany, would have kept the crossing of Bab al-Hawa open for"
        " humanitarian assistance.",
        None,
        absent="AID",
    ),
    EventReading(
        "an-agreement-on-a-deployment-deploys-nobody",
        "Iran and Syria have an agreement of 2018 on the deployment of Iranian troops in Homs.",
        None,
        absent="MOBILIZE",
    ),
    EventReading(
        "slogans-of-an-uprising-are-no-uprising",
        "They called on Bashar to leave and shouted slogans of Syria's uprising in 2011.",
        None,
        absent="PROTEST",
    ),
    EventReading(
        "a-strike-that-took-place-took-nobody-to-hospital",
        "The strike, which took place on 5 May 2019, killed two soldiers.",
        None,
        absent="AID",
    ),
    EventReading(
        "the-meeting-held-on-a-day-dates-the-meeting-told-before",
        "Michel Aoun and Haider al-Abadi had a meeting in Amman. Details about the meeting held on"
        " 13 September 2017 were published a day later.",
        told("CONSULT", "michel-aoun:p", "haider-al-abadi:p", date="2017-09-13", place="Amman"),
    ),
    EventReading(
        "where-one-comes-from-is-no-place-of-the-talks",
        "From Cairo Sameh Shoukry traveled to Khartoum on 9 May 2018.",
        told("CONSULT", "sameh-shoukry:p", date="2018-05-09", place="Khartoum"),
    ),
    EventReading(
        "the-article-of-a-name-opens-no-clause",
        "Islamic State shelled Shahba and As-Suwayda on 4 May 2019.",
        told("ASSAULT", "islamic-state:s", date="2019-05-04", place="Shahba"),
    ),
    EventReading(
        "as-opens-a-clause",
        "Russia shelled Shahba as Suwayda slept on 4 May 2019.",
        told("ASSAULT", "rus:s", place="Shahba"),
    ),
    EventReading(
        "the-day-of-what-is-agreed-on-is-not-that-of-the-agreement",
        DATELINE + "Iran and Iraq agreed that a summit would be held on 4 March.",
        told("AGREE", "irn:p", "irq:p", date=None),
    ),
    EventReading(
        "nor-is-the-day-of-what-is-agreed-to",
        DATELINE + "Iran and Iraq agreed to reopen the border on 4 March.",
        told("AGREE", "irn:p", "irq:p", date=None),
    ),
    EventReading(
        "a-day-before-what-is-agreed-on-is-that-of-the-agreement",
        DATELINE + "Iran and Iraq agreed on Thursday that a summit would be held on 4 March.",
        told("AGREE", "irn:p", "irq:p", date="2020-01-09"),
    ),
    EventReading(
        "what-would-be-held-lies-ahead",
        DATELINE + "Iran and Iraq agreed on Thursday that a summit would be held on 4 March.",
        told("CONSULT", date="2020-03-04", modality="planned"),
    ),
    EventReading(
        "talks-that-start-tomorrow-are-planned",
        DATELINE + "Tomorrow talks between Iran and Iraq start in Vienna.",
        told("CONSULT", "irn:p", "irq:p", date="2020-01-11", place="Vienna", modality="planned"),
    ),
    EventReading(
        "talks-that-started-yesterday-are-not",
        DATELINE + "Yesterday talks between Iran and Iraq started in Vienna.",
        told("CONSULT", "irn:p", "irq:p", date="2020-01-09", place="Vienna"),
    ),
    EventReading(
        "whom-one-meets-next-week-he-has-not-met",
        DATELINE + "Next Friday Lavrov receives Zarif in Moscow.",
        told(
            "CONSULT",
            "sergei-lavrov:p",
            "mohammad-javad-zarif:p",
            date="2020-01-17",
            place="Moscow",
            modality="planned",
        ),
    ),
    EventReading(
        "talks-that-will-begin-are-planned-in-russian",
        "Переговоры Ирана и Ирака начнутся в Вене.",
        told("CONSULT", "irn:p", "irq:p", place="Vienna", modality="planned"),
    ),
    EventReading(
        "near-a-town-in-russian",
        "Боевики ИГИЛ обстреляли колонну сирийской армии около Пальмиры 5 мая 2019 года.",
        told("ASSAULT", "islamic-state:s", "syrian-arab-army:t", date="2019-05-05", place="Tadmur"),
    ),
)
