"""What the labels measure may not fall below `floors.json`."""

from pathlib import Path

import pytest

from tests.evaluation.cli import score_corpus
from tests.evaluation.corpora import CORPORA, OWN, SHIPPED, Corpus
from tests.evaluation.floors import below_floor, load_floors, raised
from tests.evaluation.scoring import figures_by_slice


def fallen(corpus: Corpus, warehouse: Path) -> list[str]:
    by_slice = figures_by_slice(score_corpus(corpus, warehouse), corpus.slices)
    return below_floor(load_floors()[corpus.name], by_slice)


@pytest.mark.slow
@pytest.mark.xdist_group("labelled")
def test_no_figure_of_the_shipped_documents_is_below_its_floor(labelled_warehouse: Path) -> None:
    assert not fallen(SHIPPED, labelled_warehouse)


@pytest.mark.slow
def test_no_figure_of_our_own_documents_is_below_its_floor(own_warehouse: Path) -> None:
    assert not fallen(OWN, own_warehouse)


def test_floors_are_set_for_slices_that_are_reported() -> None:
    floors = load_floors()
    assert set(floors) == set(CORPORA)
    for name, corpus in CORPORA.items():
        assert set(floors[name]) <= set(corpus.slices)


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
