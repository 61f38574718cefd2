"""Every query of the cookbook runs on the labelled warehouse and has an answer."""

from pathlib import Path

import pytest

from dagster_project.commands.query import run
from dagster_project.settings import PROJECT_ROOT

# Of the labelled documents none was corrected: tests/warehouse asks this of some that were.
OF_CORRECTIONS = {"figures_a_source_corrected"}
# What two give is given twice; other figures two may have counted of the same thing.
ADDED_UP = {"aid_by_place_and_month"}
COOKBOOK = sorted((PROJECT_ROOT / "dbt/analyses/cookbook").glob("*.sql"))


@pytest.mark.slow
@pytest.mark.xdist_group("labelled")
@pytest.mark.parametrize("path", COOKBOOK, ids=lambda path: path.stem)
def test_question_has_an_answer(path: Path, labelled_warehouse: Path) -> None:
    text = path.read_text()
    assert text.startswith("-- "), "the question stands in the first line"
    answer = run(labelled_warehouse, text)
    assert answer.endswith("(no rows)") == (path.stem in OF_CORRECTIONS), answer


@pytest.mark.parametrize("path", COOKBOOK, ids=lambda path: path.stem)
def test_what_several_counted_is_not_added_up(path: Path) -> None:
    text = path.read_text()
    if "is_countable" in text and "sum(" in text and path.stem not in ADDED_UP:
        assert "reported_by_actor_id" in text
