"""All samples that the tests of the rules look at, so that one build serves them all."""

from tests.rules.act_typings import ACT_TYPINGS
from tests.rules.agencies import AGENCIES
from tests.rules.article_datings import ARTICLE_DATINGS
from tests.rules.blocks import BLOCKS
from tests.rules.breakdowns import BREAKDOWNS
from tests.rules.bulletin_datings import BULLETIN_DATINGS
from tests.rules.cast_bodies import BODY_READINGS
from tests.rules.cast_clauses import CLAUSE_READINGS
from tests.rules.cast_descriptions import DESCRIPTION_READINGS
from tests.rules.cast_doers import DOER_READINGS
from tests.rules.cast_joints import JOINT_READINGS
from tests.rules.cast_namesakes import NAMESAKE_READINGS
from tests.rules.cast_readings import CAST_READINGS, CastReading
from tests.rules.cast_readings_russian import RUSSIAN_CAST_READINGS
from tests.rules.cast_references import REFERENCE_READINGS
from tests.rules.cast_subjects import SUBJECT_READINGS
from tests.rules.cast_turns import TURN_READINGS
from tests.rules.clause_typings import CLAUSE_TYPINGS
from tests.rules.datings import DATINGS, Dating
from tests.rules.days import DAYS, TITLE
from tests.rules.event_readings import EVENT_READINGS, EventReading
from tests.rules.figure_frames import FIGURE_FRAMES
from tests.rules.figure_traps import FIGURE_TRAPS
from tests.rules.form_typings import FORM_TYPINGS
from tests.rules.frames import FRAME_READINGS, FRAME_TYPINGS
from tests.rules.genres import GENRES
from tests.rules.notations import NOTATIONS
from tests.rules.occasion_typings import OCCASION_TYPINGS
from tests.rules.own_clauses import OWN_CLAUSES
from tests.rules.page_figures import PAGE_FIGURES
from tests.rules.pages import PAGES
from tests.rules.party_readings import PARTY_READINGS
from tests.rules.periodicals import PERIODICALS
from tests.rules.places import PLACINGS
from tests.rules.readings import READINGS
from tests.rules.retellings import RETELLINGS
from tests.rules.rubric_datings import RUBRIC_DATINGS
from tests.rules.russian_readings import (
    RUSSIAN_CASTS,
    RUSSIAN_EVENTS,
    RUSSIAN_QUANTITIES,
    RUSSIAN_TOLD,
)
from tests.rules.said_typings import SAID_TYPINGS
from tests.rules.same_doers import SAME_DOERS
from tests.rules.same_events import SAME_EVENTS
from tests.rules.same_manners import SAME_MANNERS
from tests.rules.seeds import seed_rows
from tests.rules.set_apart import SET_APART
from tests.rules.small_warehouse import Sample
from tests.rules.tellings import TELLINGS
from tests.rules.told import Told
from tests.rules.typings import TYPINGS, Typing
from tests.rules.wires import WIRES
from tests.rules.wordings import WORDINGS

# Seeds of words, whose rows have no name of their own.
WORDING_SEEDS = ("terms", "comparators", "number_phrases")
TOLD: tuple[Told, ...] = (
    *BREAKDOWNS,
    *WORDINGS,
    *PERIODICALS,
    *AGENCIES,
    *BLOCKS,
    *GENRES,
    *FIGURE_FRAMES,
    *FIGURE_TRAPS,
    *WIRES,
    *PAGE_FIGURES,
    *SET_APART,
    *OWN_CLAUSES,
    *RUSSIAN_TOLD,
)
EVENTS: tuple[EventReading, ...] = (*EVENT_READINGS, *PARTY_READINGS, *RUSSIAN_EVENTS)
CASTS: tuple[CastReading, ...] = (
    *CAST_READINGS,
    *RUSSIAN_CAST_READINGS,
    *RUSSIAN_CASTS,
    *REFERENCE_READINGS,
    *SUBJECT_READINGS,
    *TURN_READINGS,
    *JOINT_READINGS,
    *DOER_READINGS,
    *BODY_READINGS,
    *CLAUSE_READINGS,
    *FRAME_READINGS,
    *DESCRIPTION_READINGS,
    *NAMESAKE_READINGS,
)
ALL_TYPINGS: tuple[Typing, ...] = (
    *TYPINGS,
    *ACT_TYPINGS,
    *FORM_TYPINGS,
    *RETELLINGS,
    *FRAME_TYPINGS,
    *SAID_TYPINGS,
    *CLAUSE_TYPINGS,
    *OCCASION_TYPINGS,
)
DATED: tuple[Dating, ...] = (*DATINGS, *ARTICLE_DATINGS, *RUBRIC_DATINGS, *BULLETIN_DATINGS)


def samples() -> list[Sample]:
    """The seeds' examples, and the texts of the readings, bulletins, places, datings, tellings."""
    return [
        *_measure_samples(),
        *_trigger_samples(),
        *_reading_samples(),
        *_anaphor_samples(),
        *_wording_samples(),
        *_told_samples(),
        *_event_samples(),
        *_cast_samples(),
        *_typing_samples(),
        *_dated_samples(),
        *_page_samples(),
        *_days_samples(),
        *_place_samples(),
        *_telling_samples(),
        *_same_event_samples(),
        *_landmark_samples(),
    ]


def measure_kind(rule: dict[str, str]) -> str:
    """The kind of document that a measure rule is tried on."""
    return rule["document_kind"] or "bulletin"


def _measure_samples() -> list[Sample]:
    return [
        Sample(f"measure.{side}.{rule['rule_id']}", rule[side], measure_kind(rule))
        for rule in seed_rows("quantities/measure_rules")
        for side in ("example", "counter_example")
    ]


def _trigger_samples() -> list[Sample]:
    return [
        Sample(f"trigger.{side}.{rule['trigger_id']}", rule[side], "article")
        for rule in seed_rows("events/event_triggers")
        for side in ("example", "counter_example")
    ]


def anaphor_key(number: int, side: str) -> str:
    """The sample of a row of place_anaphors, counted from 0."""
    return f"anaphor.{side}.{number}"


def _anaphor_samples() -> list[Sample]:
    return [
        Sample(anaphor_key(number, side), rule[side], "article")
        for number, rule in enumerate(seed_rows("events/place_anaphors"))
        for side in ("example", "counter_example")
    ]


def wording_key(seed: str, side: str, number: int) -> str:
    """The sample of a row, counted from 0, of a seed of quantities' wordings."""
    return f"{seed}.{side}.{number}"


def _wording_samples() -> list[Sample]:
    return [
        Sample(wording_key(seed, side, number), row[side], "article")
        for seed in WORDING_SEEDS
        for number, row in enumerate(seed_rows(f"quantities/{seed}"))
        for side in ("example", "counter_example")
    ]


def _reading_samples() -> list[Sample]:
    return [
        Sample(f"reading.{reading.name}", reading.text, reading.kind)
        for reading in (*READINGS, *NOTATIONS, *RUSSIAN_QUANTITIES)
    ]


def _told_samples() -> list[Sample]:
    return [Sample(f"told.{told.name}", told.text, told.kind, told.title) for told in TOLD]


def _place_samples() -> list[Sample]:
    return [Sample(f"placing.{placing.name}", placing.text, placing.kind) for placing in PLACINGS]


def _dated_samples() -> list[Sample]:
    return [
        Sample(f"dating.{dating.name}", dating.text, dating.kind, dating.title) for dating in DATED
    ]


def _page_samples() -> list[Sample]:
    return [
        Sample(f"page.{page.name}", "\n\n".join(page.lines[1:]), page.kind, page.lines[0])
        for page in PAGES
    ]


def days_key(number: int) -> str:
    """The sample of a text of days, counted from 0."""
    return f"days.{number:03}"


def _days_samples() -> list[Sample]:
    return [
        Sample(days_key(number), days.text, "article", TITLE) for number, days in enumerate(DAYS)
    ]


def _event_samples() -> list[Sample]:
    return [Sample(f"event.{reading.name}", reading.text, "article") for reading in EVENTS]


def _cast_samples() -> list[Sample]:
    return [Sample(f"cast.{reading.name}", reading.text, "article") for reading in CASTS]


def _typing_samples() -> list[Sample]:
    return [
        Sample(typing_key(number), typing.text, typing.kind, typing.title)
        for number, typing in enumerate(ALL_TYPINGS)
    ]


def typing_key(number: int) -> str:
    """The sample of a text of typings, counted from 0."""
    return f"typing.{number:03}"


def _telling_samples() -> list[Sample]:
    return [
        Sample(f"telling.{telling.name}", telling.text, telling.kind, telling.title)
        for telling in TELLINGS
    ]


def _same_event_samples() -> list[Sample]:
    return [
        Sample(f"same.{same.name}.{side}", text, "article", title)
        for same in (*SAME_EVENTS, *SAME_DOERS, *SAME_MANNERS)
        for side, text, title in zip(
            ("one", "other"), (same.one, same.other), same.titles, strict=True
        )
    ]


def _landmark_samples() -> list[Sample]:
    return [
        Sample(f"landmark.{side}.{landmark['landmark_id']}", landmark[side], "article")
        for landmark in seed_rows("events/landmark_events")
        for side in ("example", "counter_example")
    ]
