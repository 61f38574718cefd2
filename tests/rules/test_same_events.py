"""Two documents share the events that their samples say, and no others with anybody."""

from collections import Counter, defaultdict
from pathlib import Path

import pytest

from tests.rules.same_doers import SAME_DOERS
from tests.rules.same_events import SAME_EVENTS, SameEvent
from tests.rules.same_manners import SAME_MANNERS
from tests.rules.small_warehouse import rows

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("rules")]

ALL = (*SAME_EVENTS, *SAME_DOERS, *SAME_MANNERS)
Occurrences = dict[str, dict[str, str]]


@pytest.fixture(scope="module")
def occurrences(small_warehouse: Path) -> Occurrences:
    """The types of the events of each sample, by occurrence."""
    found = rows(
        small_warehouse,
        "select parse_filename(documents.source_path, true), occurrences.occurrence_id,"
        " min(events.event_type)"
        " from intermediate.int_events as events"
        " inner join intermediate.int_event_occurrences as occurrences using (event_id)"
        " inner join staging.stg_documents as documents using (document_id)"
        " where documents.source_path like '%/same.%'"
        " group by all",
    )
    by_sample: Occurrences = defaultdict(dict)
    for sample, occurrence, event_type in found:
        by_sample[sample][occurrence] = event_type
    return by_sample


@pytest.mark.parametrize("same", ALL, ids=[same.name for same in ALL])
def test_same_event(same: SameEvent, occurrences: Occurrences) -> None:
    one, other = (occurrences[f"same.{same.name}.{side}"] for side in ("one", "other"))
    assert one, same.one
    assert other, same.other
    assert sorted(one[key] for key in one.keys() & other.keys()) == list(same.shared)


def test_no_two_rules_share_an_event(occurrences: Occurrences) -> None:
    named = {
        (occurrence, sample.rsplit(".", 1)[0])
        for sample, events in occurrences.items()
        for occurrence in events
        if "landmark" not in sample
    }
    counts = Counter(occurrence for occurrence, _ in named)
    assert not [pair for pair in sorted(named) if counts[pair[0]] > 1]
