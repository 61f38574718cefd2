"""A few acts in many frames: what stands about a verb changes neither its type nor who acts."""

from dataclasses import dataclass

from tests.rules.cast_readings import CastReading, cast
from tests.rules.typings import Typing, article


@dataclass(frozen=True)
class Act:
    """An act in the parts that frames are filled with.

    Attributes:
        doer: Who acts, as a subject.
        forms: Base, present, past, participle and -ing.
        rest: What follows the verb.
        object: What is acted on, alone.
        event_type: PLOVER type.
        actors: As `cast` takes them.
    """

    doer: str
    forms: tuple[str, str, str, str, str]
    rest: str
    object: str
    event_type: str
    actors: tuple[str, ...]

    def fill(self, frame: str) -> str:
        """The frame with the act's words in its gaps."""
        base, present, past, participle, ing = self.forms
        text = frame.format(
            doer=self.doer,
            base=base,
            present=present,
            past=past,
            participle=participle,
            ing=ing,
            rest=self.rest,
            object=self.object,
        )
        return text[0].upper() + text[1:]


ACTS = {
    "arrest": Act(
        "Hayat Tahrir al-Sham",
        ("arrest", "arrests", "arrested", "arrested", "arresting"),
        "two activists in Saraqib",
        "two activists",
        "COERCE",
        ("hayat-tahrir-al-sham:s",),
    ),
    "receive": Act(
        "Bashar al-Assad",
        ("receive", "receives", "received", "received", "receiving"),
        "Geir Pedersen in Damascus",
        "Geir Pedersen",
        "CONSULT",
        ("bashar-al-assad:p", "geir-pedersen:p"),
    ),
    "lift": Act(
        "the European Union",
        ("lift", "lifts", "lifted", "lifted", "lifting"),
        "sanctions on Syria",
        "sanctions on Syria",
        "CONCEDE",
        ("european-union:s", "syr:t"),
    ),
}
DAY = "on 3 May 2019"
FRAMES = {
    "day-before-verb": f"{{doer}} {DAY} {{past}} {{rest}}.",
    "year-before-verb": "{doer} in 2019 {past} {rest}.",
    "time-between-commas": f"{{doer}}, after weeks of silence, {{past}} {{rest}} {DAY}.",
    "likeness-between-commas": f"{{doer}}, like Egypt before it, {{past}} {{rest}} {DAY}.",
    "leader-of-a-coalition": f"A coalition led by {{doer}} {{past}} {{rest}} {DAY}.",
    "not-only": f"{{doer}} not only {{past}} {{rest}} {DAY} but also changed course.",
    "was-able": f"{{doer}} was able to {{base}} {{rest}} {DAY}.",
    "vowed": f"{{doer}} vowed to {{base}} {{rest}} {DAY}.",
    "gerund-before-subject": f"After {{ing}} {{rest}} {DAY}, {{doer}} thanked Egypt.",
    "gerund-behind-subject": f"{{doer}} thanked Egypt after {{ing}} {{rest}} {DAY}.",
    "gerund-of-means": f"{{doer}} changed course by {{ing}} {{rest}} {DAY}.",
    "gerund-at-the-end": f"{{doer}} changed course {DAY}, {{ing}} {{rest}}.",
    "having": f"Having {{participle}} {{rest}} {DAY}, {{doer}} changed course.",
    "clause-before-another": f"After {{doer}} {{past}} {{rest}} {DAY}, Egypt raised its prices.",
    "object-before-relative": f"{{object}}, which {{doer}} {{past}} {DAY}, stayed in the news.",
    "reduced-relative": f"The paper described {{object}} {{participle}} by {{doer}} {DAY}.",
}
PERSONS = ("leader-of-a-coalition", "object-before-relative", "reduced-relative")

FRAME_READINGS: tuple[CastReading, ...] = (
    *(
        cast(f"frame-{frame}-{name}", act.fill(text), act.event_type, *act.actors)
        for frame, text in FRAMES.items()
        for name, act in ACTS.items()
        if not (name == "receive" and frame in PERSONS)
    ),
    cast(
        "frame-noun-of-another-by",
        f"Prices rose after the killing of four fighters of Hezbollah by Israel in Quneitra {DAY}.",
        "ASSAULT",
        "isr:s",
        "hezbollah:t",
    ),
    cast(
        "frame-noun-by-behind-place",
        f"Prices rose after the shelling of a market in Ariha by the Syrian army {DAY}.",
        "ASSAULT",
        "syrian-arab-army:s",
    ),
    cast(
        "frame-following-a-meeting",
        f"Following Sergei Lavrov's talks with Faisal Mekdad in Moscow {DAY}, prices rose.",
        "CONSULT",
        "sergei-lavrov:p",
        "faisal-mekdad:p",
    ),
    cast(
        "frame-act-behind-an-accusation",
        f"Lebanon condemned Israel and closed the Masnaa crossing {DAY}.",
        "COERCE",
        "lbn:s",
    ),
)

FRAME_TYPINGS: tuple[Typing, ...] = (
    # two acts of one type in one clause
    article(f"Iran met Turkey in Astana and met Egypt in Amman {DAY}.", "CONSULT", "CONSULT"),
    article(f"Iran condemned Israel and denounced Turkey {DAY}.", "ACCUSE", "ACCUSE"),
    article(f"Russia shelled Ariha and bombed Azaz {DAY}.", "ASSAULT", "ASSAULT"),
    article(f"Iran met Turkey and held talks with Turkey {DAY}.", "CONSULT"),
    # what nobody has done
    article("If Iran condemns Israel, prices will rise."),
    article("Prices will rise unless Lebanon thanks Qatar."),
    article(f"It is unclear whether Iran praised Hezbollah {DAY}."),
    article(f"Lebanon would have thanked Qatar {DAY} if prices had fallen."),
    article("Prices will not fall until Russia signs the deal with Turkey."),
    article("Prices will not fall until Turkey condemns the raid."),
    article("Iran changed course instead of arresting two activists."),
    article("Iran considered lifting sanctions on Syria.", "CONCEDE:planned"),
    article("Russia will change course after signing the deal with Turkey.", "AGREE:planned"),
    article("Advancing residents of Azaz was no aim of the school."),
    # what is denied
    article(f"Iran denied having met Turkey {DAY}.", "CONSULT:denied", "REJECT"),
    article(f"Iran denied that it had met Turkey {DAY}.", "CONSULT:denied", "REJECT"),
)
