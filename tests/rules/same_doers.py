"""Two documents each, and the events that both tell: who acts for whom, signs without a date."""

from tests.rules.same_events import SameEvent

# Whose countryman somebody is does not make him its state's man.
_NOT_FOR_A_STATE: tuple[SameEvent, ...] = (
    SameEvent(
        "a-rebel-administration-and-the-state-it-left",
        "ERBIL, May 9, 2023 (Wire) - The Autonomous Administration of North and East Syria and Iraq"
        " signed a memorandum in Erbil on Tuesday.",
        "ERBIL, May 9, 2023 (Wire) - On Tuesday Syria and Iraq signed a memorandum in Erbil.",
    ),
    SameEvent(
        "an-official-of-a-body-and-his-country",
        "BERLIN, June 6, 2023 (Wire) - Volker Turk met Annalena Baerbock in Berlin on Tuesday.",
        "BERLIN, June 6, 2023 (Wire) - On Tuesday Germany and Austria held talks in Berlin.",
    ),
)

# But who heads a group or a company acts for it.
_FOR_A_BODY: tuple[SameEvent, ...] = (
    SameEvent(
        "a-group-and-its-commander",
        "HASAKAH, June 8, 2021 (Wire) - Mazloum Abdi met Mikhail Bogdanov in Qamishli on Tuesday.",
        "MOSCOW, June 8, 2021 (Wire) - On Tuesday Russia and the Syrian Democratic Forces held"
        " talks in Qamishli.",
        ("CONSULT",),
    ),
    SameEvent(
        "a-company-and-its-chairman-who-signs-elsewhere",
        "DUBAI, March 4, 2025 (Wire) - Sultan Ahmed bin Sulayem and Ahmed al-Sharaa signed an"
        " agreement in Damascus on Tuesday.",
        "BEIRUT, March 5, 2025 (Wire) - On Tuesday Syria and DP World signed an agreement on a"
        " terminal in Latakia.",
        ("AGREE",),
    ),
)

# Two who each meet a third on a day: he is no council.
_TWO_GUESTS: tuple[SameEvent, ...] = (
    SameEvent(
        "a-group-that-meets-two-on-a-day",
        "HASAKAH, June 15, 2021 (Wire) - Russia and the Syrian Democratic Forces held talks on"
        " Tuesday.",
        "HASAKAH, June 15, 2021 (Wire) - France and the Syrian Democratic Forces held talks on"
        " Tuesday.",
    ),
)

_WITHOUT_A_DATE: tuple[SameEvent, ...] = (
    SameEvent(
        "a-landmark-on-a-page-without-a-date",
        "Bashar al-Assad was toppled by rebels, and many people came home.",
        "LISBON, March 4, 2025 (Wire) - Bashar al-Assad was ousted in December 2024.",
        ("ASSAULT",),
    ),
    SameEvent(
        "a-landmark-beside-the-day-of-what-came-after",
        "PARIS, October 8, 2025 (Wire) - Since Bashar al-Assad was ousted, a first parliament was"
        " named on Monday.",
        "LISBON, March 5, 2025 (Wire) - Bashar al-Assad was ousted in December 2024.",
        ("ASSAULT",),
    ),
    SameEvent(
        "a-departure-by-the-day-of-the-week-and-its-words",
        "Dozens of fighters left Zabadani with their families on Thursday in buses of the Red"
        " Crescent.",
        "BEIRUT, June 1, 2017 (Wire) - On Thursday some sixty fighters left Zabadani with their"
        " families in green buses.",
        ("RETREAT",),
    ),
)

_VICTIMS: tuple[SameEvent, ...] = (
    SameEvent(
        "a-doctor-and-a-judge-of-one-town-and-day",
        "DARAA, May 4, 2021 (Wire) - Gunmen shot dead a doctor in Tafas on Tuesday.",
        "DARAA, May 4, 2021 (Wire) - Gunmen shot dead a judge in Tafas on Tuesday.",
    ),
    SameEvent(
        "a-doctor-and-a-surgeon-of-one-town-and-day",
        "DARAA, May 11, 2021 (Wire) - Gunmen shot dead a doctor in Jasim on Tuesday.",
        "DARAA, May 11, 2021 (Wire) - On Tuesday gunmen killed a surgeon in Jasim.",
        ("ASSAULT",),
    ),
)

_TOLLS: tuple[SameEvent, ...] = (
    SameEvent(
        "dead-of-a-day-and-spot-in-another-language",
        "IDLIB, May 18, 2020 (Wire) - Shells killed four civilians in Kafr Nabl on Monday.",
        "БЕЙРУТ, 18 мая 2020 года. В понедельник при обстреле Кафр-Набля погибли четверо мирных"
        " жителей.",
        ("ASSAULT",),
        ("News of the day", "Новости дня"),
    ),
    SameEvent(
        "other-dead-of-a-day-and-spot-in-another-language",
        "IDLIB, May 25, 2020 (Wire) - Shells killed two civilians in Kafr Nabl on Monday.",
        "БЕЙРУТ, 25 мая 2020 года. В понедельник при обстреле Кафр-Набля погибли девять мирных"
        " жителей.",
        (),
        ("News of the day", "Новости дня"),
    ),
)

SAME_DOERS = (*_NOT_FOR_A_STATE, *_FOR_A_BODY, *_TWO_GUESTS, *_WITHOUT_A_DATE, *_VICTIMS, *_TOLLS)
