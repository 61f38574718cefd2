"""Figures by the frames that they stand in: the same count in each of them, in both kinds."""

from tests.rules.told import REPORT, Row, Told, row, told

KINDS = ("article", "bulletin")


def framed(name: str, *texts: tuple[str | Row, ...]) -> tuple[Told, ...]:
    """Texts, each followed by its rows, as an article and as a bulletin."""
    return tuple(
        told(f"{name}-{kind}-{number}", f"{text}", *rows, title=REPORT, kind=kind)  # type: ignore[arg-type]
        for kind in KINDS
        for number, (text, *rows) in enumerate(texts)
    )


RUNNING = framed(
    "running",
    (
        "So far 1,240 people have been displaced.",
        row("people_displaced", 1240, period="cumulative"),
    ),
    (
        "Some 310 people were detained on Monday. The total now stands at 1,240.",
        row("people_detained", 310),
        row("people_detained", 1240, period="cumulative"),
    ),
    (
        "Some 310 people were killed on Monday, bringing the total to 1,240.",
        row("people_killed", 310),
        row("people_killed", 1240, period="cumulative"),
    ),
    (
        "On 3 May 310 tons of flour were delivered, which brings the total to 1,240.",
        row("aid_delivered", 310),
        row("aid_delivered", 1240),
    ),
    (
        "For July alone 310 people have been displaced so far.",
        row("people_displaced", 310, period="other"),
    ),
    (
        "Over the last three days 1,240 people were killed.",
        row("people_killed", 1240, period="other"),
    ),
)

PARTS = framed(
    "parts",
    (
        "The agency recorded 340 attacks on hospitals; six of these took place in Idlib.",
        row("other", 340),
        row("other", 6, subject="attacks"),
    ),
    (
        "Engineers installed 340 pumps: 120 in Homs and 220 in Hama.",
        row("other", 340, subject="pumps"),
        row("other", 120, subject="pumps", place="Homs", part="part", total=340),
        row("other", 220, subject="pumps", place="Hama", part="part", total=340),
    ),
)

VOTES = framed(
    "votes",
    (
        "The House voted 310 to 112 to repeal the act.",
        row("other", 310, unit="votes"),
        row("other", 112, unit="votes"),
    ),
    (
        "Senators passed the bill by a vote of 77-23.",
        row("other", 77, unit="votes"),
        row("other", 23, unit="votes"),
    ),
)

RESTORED = framed(
    "restored",
    (
        "In April 2017, 340 houses were restored in Homs.",
        row("houses_restored", 340, place="Homs", period="other"),
    ),
    ("So far 340 schools were restored in Homs.", row("schools_restored", 340, place="Homs")),
    (
        "The ministry plans to repair 340 schools.",
        row("schools_restored", 340, modality="planned"),
    ),
    (
        "The agency aims to restore 340 houses.",
        row("houses_restored", 340, modality="planned"),
    ),
)

PARTICIPLES = framed(
    "participles",
    ("Число восстановленных школ достигло 340.", row("schools_restored", 340)),
    ("Количество восстановленных домов составило 340.", row("houses_restored", 340)),
    ("Свои дома покинули 340 человек.", row("people_displaced", 340)),
)

CAPTIONS = tuple(
    told(f"captions-{number}", text, *rows, title=REPORT)
    for number, (text, *rows) in enumerate(
        (
            (
                "People who received food aid\n\nHama: 870\nHoms: 370",
                row("people_given_aid", 870, place="Hama"),
                row("people_given_aid", 370, place="Homs"),
            ),
            (
                "People who need humanitarian aid\n\nHama: 870\nHoms: 370",
                row("people_in_need", 870, place="Hama"),
                row("people_in_need", 370, place="Homs"),
            ),
        )
    )
)

FIGURE_FRAMES: tuple[Told, ...] = (*RUNNING, *PARTS, *VOTES, *RESTORED, *PARTICIPLES, *CAPTIONS)
