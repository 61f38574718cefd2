"""Labels that bulletins of our own need: ranges, totals told twice, more than one right part."""

from dataclasses import replace

import pytest

from tests.evaluation.gold import GoldDocument
from tests.evaluation.listing import list_misses
from tests.evaluation.made_up import (
    HAMA,
    gold_document,
    gold_observation,
    observation,
    scored,
    wrong_fields,
)
from tests.evaluation.scoring import score_document
from tests.evaluation.warehouse import Document


@pytest.fixture
def ranged() -> GoldDocument:
    label = gold_observation(
        value=None, value_low=6, value_high=7, qualifier="range", quote="6 in Hama"
    )
    return gold_document(observations=[label])


def a_range(low: float, high: float) -> dict:
    return {"qualifier": "range", "value": None, "value_low": low, "value_high": high}


def test_a_range_is_found_by_both_of_its_ends(ranged: GoldDocument, copy: Document) -> None:
    row = replace(observation(6, "6 in Hama"), **a_range(6, 7))
    assert scored(ranged, replace(copy, observations=[row]))["observations.recall"] == 1.0


@pytest.mark.parametrize("changes", [a_range(6, 8), a_range(5, 7), {"value": 6.5}])
def test_a_range_with_another_end_or_a_middle_is_a_miss(
    ranged: GoldDocument, copy: Document, changes: dict
) -> None:
    row = replace(observation(6, "6 in Hama"), **changes)
    score = score_document(ranged, replace(copy, observations=[row]))
    assert score.observations.misses
    assert score.observations.false_alarms
    assert "=6..7 " in list_misses([score], "observations")[0]


def test_a_damaged_figure_is_no_range(ranged: GoldDocument, copy: Document) -> None:
    row = replace(observation(6, "6 in Hama"), value=None, value_low=None, value_high=None)
    assert scored(ranged, replace(copy, observations=[row]))["observations.recall"] == 0.0


def test_a_part_may_point_to_either_telling_of_its_total(copy: Document) -> None:
    total, part = copy.observations
    again = observation(7, "About 7 breaches", qualifier="about", value_low=None, value_high=None)
    labels = [
        gold_observation(is_stated_total=True),
        gold_observation(
            part_of=0, part_kind="partition", value=6, quote="6 in Hama", place="Hama",
            canonical_place="Hama Governorate",
        ),
        gold_observation(restates=0, quote="About 7 breaches", qualifier="about"),
    ]  # fmt: skip
    gold = gold_document(observations=labels)
    for pointed_to in (total, again):
        rows = [total, replace(part, total_id=pointed_to.id), again]
        assert "total_link" not in wrong_fields(gold, replace(copy, observations=rows))
    rows = [total, replace(part, total_id="another"), again]
    assert "total_link" in wrong_fields(gold, replace(copy, observations=rows))


def test_a_part_that_may_also_stand_alone_needs_no_total(copy: Document) -> None:
    total, _ = copy.observations
    alone = observation(6, "6 in Hama", location=HAMA)
    part = gold_observation(
        part_of=0, part_kind="subset", value=6, quote="6 in Hama",
        canonical_place="Hama Governorate",
    )  # fmt: skip
    wrong = {}
    for name, changes in (("strict", {}), ("lenient", {"part_kind_alt": [None]})):
        gold = gold_document(observations=[gold_observation(), part | changes])
        wrong[name] = wrong_fields(gold, replace(copy, observations=[total, alone]))
    assert {"part_kind", "total_link"} <= set(wrong["strict"])
    assert not {"part_kind", "total_link"} & set(wrong["lenient"])
