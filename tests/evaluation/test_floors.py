"""What the labels measure may not fall below `floors.json`."""

from pathlib import Path

import pytest

from tests.evaluation.cli import score_file
from tests.evaluation.floors import below_floor, load_floors, raised
from tests.evaluation.gold import load_gold
from tests.evaluation.scoring import figures_by_slice


@pytest.mark.slow
def test_no_figure_is_below_its_floor(labelled_warehouse: Path) -> None:
    by_slice = figures_by_slice(score_file(labelled_warehouse, load_gold()))
    fallen = below_floor(load_floors(), by_slice)
    assert not fallen, "\n".join(fallen)


def test_a_figure_below_its_floor_is_named_with_both_numbers() -> None:
    floors = {"ru": {"events.f1": 0.5, "places.f1": 0.2}}
    lines = below_floor(floors, {"ru": {"events.f1": 0.49, "places.f1": 0.2}})
    assert lines == ["ru events.f1: 0.49 is below 0.5"]


def test_a_figure_without_cases_is_below_its_floor() -> None:
    assert below_floor({"ru": {"events.f1": 0.0}}, {"ru": {"events.f1": None}})


def test_floors_are_raised_and_never_lowered() -> None:
    floors = {"all": {"events.f1": 0.5, "places.f1": 0.5}}
    moved = raised(floors, {"all": {"events.f1": 0.8, "places.f1": 0.3}})
    assert moved == {"all": {"events.f1": 0.79, "places.f1": 0.5}}
