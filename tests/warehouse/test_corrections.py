"""The cookbook tells what generated bulletins corrected, and nothing else."""

import duckdb
import pytest

from dagster_project.settings import PROJECT_ROOT
from tests.warehouse.conftest import Generated

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("ledger")]

QUERY = PROJECT_ROOT / "dbt/analyses/cookbook/figures_a_source_corrected.sql"


def test_the_cookbook_tells_each_figure_that_was_corrected(generated: Generated) -> None:
    with duckdb.connect(generated.database, read_only=True) as connection:
        answer = connection.execute(QUERY.read_text()).fetchall()
        columns = [column[0] for column in connection.description or []]
    told = [dict(zip(columns, row, strict=True)) for row in answer]
    expected = []
    for run in generated.runs:
        if run.original is None:
            continue
        before, after = run.original.violations[0], run.bulletins[-1].violations[0]
        path = f"bulletins/{run.stem(run.bulletins[-1])}.txt"
        figures = [(before.total, after.total)]
        figures += [
            (old, new)
            for (_, _, old), (_, _, new) in zip(before.parts, after.parts, strict=True)
            if old != new
        ]
        expected += [(path, float(old), float(new)) for old, new in figures]
    found = [(row["source_path"], row["old_value"], row["new_value"]) for row in told]
    assert sorted(found) == sorted(expected)
    assert expected
    for row in told:
        assert row["old_sentence"] != row["new_sentence"]
        assert row["corrected_on"] is not None
        assert row["how"] in {"marked as corrected", "published later"}
