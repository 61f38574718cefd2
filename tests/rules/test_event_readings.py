"""Events are read as the readings in `samples.EVENTS`, `CASTS` and `ALL_TYPINGS` say."""

from collections import defaultdict
from pathlib import Path

import pytest

from tests.rules.cast_readings import CastReading
from tests.rules.event_readings import EventReading, ToldEvent
from tests.rules.samples import ALL_TYPINGS, CASTS, EVENTS, typing_key
from tests.rules.small_warehouse import rows

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("rules")]


@pytest.fixture(scope="module")
def events(small_warehouse: Path) -> dict[str, list[ToldEvent]]:
    """The events of each sample."""
    found = rows(
        small_warehouse,
        "select parse_filename(documents.source_path, true), events.event_id, events.event_type,"
        " cast(events.event_date as varchar), locations.location_name, events.modality,"
        " list((actors.actor_id, actors.role)) filter (where actors.actor_id is not null)"
        " from intermediate.int_events as events"
        " inner join staging.stg_documents as documents using (document_id)"
        " left join intermediate.int_locations as locations using (location_id)"
        " left join intermediate.int_event_actors as actors using (event_id)"
        " group by all",
    )
    by_sample = defaultdict(list)
    for sample, _, event_type, date, place, modality, actors in found:
        by_sample[sample].append(
            ToldEvent(event_type, frozenset(actors or ()), date, place, modality)
        )
    return by_sample


def test_texts_tell_their_types_and_no_others(events: dict[str, list[ToldEvent]]) -> None:
    """All that are wrong are told at once: who adds a trigger wants to see what else it moved."""
    wrong = []
    for number, typing in enumerate(ALL_TYPINGS):
        found = sorted(
            event.event_type
            if event.modality == "happened"
            else f"{event.event_type}:{event.modality}"
            for event in events[typing_key(number)]
        )
        if found != sorted(typing.types):
            wrong.append(f"{typing.text!r} tells {found}, not {sorted(typing.types)}")
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("reading", EVENTS, ids=[r.name for r in EVENTS])
def test_event(reading: EventReading, events: dict[str, list[ToldEvent]]) -> None:
    told = events[f"event.{reading.name}"]
    if reading.told is None:
        assert reading.absent not in [event.event_type for event in told], reading.text
    else:
        assert reading.told in told, reading.text


@pytest.mark.parametrize("reading", CASTS, ids=[r.name for r in CASTS])
def test_cast(reading: CastReading, events: dict[str, list[ToldEvent]]) -> None:
    told = [(event.event_type, event.actors) for event in events[f"cast.{reading.name}"]]
    assert [
        actors for kind, actors in told if kind in reading.event_types and actors == reading.actors
    ], f"{reading.text} {told}"
