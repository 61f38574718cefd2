"""The benchmark's documents can be had again, differ, and are as long and mixed as told."""

from collections import Counter
from pathlib import Path

import dagster as dg
import pytest

from tests.benchmark.__main__ import growth_rows, side_by_side, sizes
from tests.benchmark.corpus import MEAN_CHARS, draw_documents
from tests.benchmark.measure import Run, documents_per_second, exponent, ratios
from tests.benchmark.side_by_side import Pace
from tests.benchmark.whole_job import Cost, last_stages


def run(documents: int, cpu: float) -> Run:
    return Run(documents, 1.0, 1.0, cpu, cpu, 1.0, 1.0, {}, Cost(cpu, cpu, 1.0, {}))


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
    assert exponent((100, 1.0), (1000, 10.0)) == pytest.approx(1)
    assert exponent((100, 1.0), (1000, 100.0)) == pytest.approx(2)
    assert exponent((100, 0.0), (1000, 0.0)) is None


def test_growth_is_told_of_what_takes_longest_at_the_largest_size() -> None:
    rows = growth_rows([(100, {"linear": 1.0, "gone": 9.0}), (1000, {"new": 1.0, "linear": 10.0})])
    assert [row.split() for row in rows] == [
        ["seconds", "100", "1000", "exponent"],
        ["linear", "1.00", "10.00", "1.00"],
        ["new", "0.00", "1.00"],
    ]


def test_others_are_told_as_multiples_of_ours() -> None:
    rows = side_by_side([run(100, 10.0)], [Pace("slow", 10, 3, 10.0)]).splitlines()
    assert [row.split()[-2:] for row in rows[1:]] == [["10.0", "1.00"], ["1.0", "0.10"]]


def test_runs_are_compared_in_what_both_have() -> None:
    assert ratios({"a": 3.0, "b": 1.0, "c": 1.0}, {"a": 2.0, "c": 0.0}) == {"a": 1.5}


@pytest.mark.parametrize(("wanted", "measured"), [(500, [500]), (10_000, [1_000, 10_000])])
def test_smaller_sizes_are_measured_first(wanted: int, measured: list[int]) -> None:
    assert sizes(wanted) == measured


def test_stages_are_the_steps_of_the_last_run(tmp_path: Path) -> None:
    @dg.op
    def load() -> None: ...

    @dg.op
    def check() -> None: ...

    @dg.job
    def whole() -> None:
        load()
        check()

    with dg.DagsterInstance.from_config(str(tmp_path)) as instance:
        whole.execute_in_process(instance=instance, op_selection=["load"])
        whole.execute_in_process(instance=instance)
    stages = last_stages(tmp_path)
    assert set(stages) == {"load", "check"}
    assert min(stages.values()) > 0
