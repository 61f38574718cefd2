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

FIGURE_FRAMES: tuple[Told, ...] = (*RUNNING,)
