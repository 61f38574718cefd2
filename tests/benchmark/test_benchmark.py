"""The benchmark's documents can be had again, differ, and are as long and mixed as told."""

from collections import Counter

import pytest

from tests.benchmark.__main__ import sizes
from tests.benchmark.corpus import MEAN_CHARS, draw_documents
from tests.benchmark.measure import Run, documents_per_second, exponent, ratios


def run(documents: int, cpu: float, **models: float) -> Run:
    return Run(documents, 1.0, 1.0, cpu, cpu, 1.0, 1.0, models)


def test_documents_are_those_of_their_seed_and_number() -> None:
    few, many = list(draw_documents(5)), list(draw_documents(9))
    assert many[:5] == few
    assert [document.text for document in draw_documents(5, seed=1)] != [d.text for d in few]


def test_documents_differ_and_have_the_mixture_and_length_told() -> None:
    documents = list(draw_documents(400))
    assert len({document.text for document in documents}) == len(documents)
    mean = sum(len(document.text) for document in documents) / len(documents)
    assert mean == pytest.approx(MEAN_CHARS, rel=0.15)
    kinds = Counter(document.kind for document in documents)
    assert kinds["bulletin"] / len(documents) == pytest.approx(37 / 64, abs=0.1)


def test_fixed_cost_does_not_count_as_cost_of_a_document() -> None:
    assert documents_per_second([run(100, 12.0), run(1100, 22.0)]) == 100
    assert documents_per_second([run(100, 10.0)]) == 10


def test_exponent_tells_linear_from_quadratic() -> None:
    few, many = (
        run(100, 1.0, linear=1.0, pairs=1.0, none=0.0),
        run(1000, 10.0, linear=10, pairs=100),
    )
    assert exponent(few, many) == pytest.approx(1)
    assert exponent(few, many, "linear") == pytest.approx(1)
    assert exponent(few, many, "pairs") == pytest.approx(2)
    assert exponent(few, many, "none") is None


def test_runs_are_compared_in_what_both_have() -> None:
    assert ratios({"a": 3.0, "b": 1.0, "c": 1.0}, {"a": 2.0, "c": 0.0}) == {"a": 1.5}


@pytest.mark.parametrize(("wanted", "measured"), [(500, [500]), (10_000, [1_000, 10_000])])
def test_smaller_sizes_are_measured_first(wanted: int, measured: list[int]) -> None:
    assert sizes(wanted) == measured
