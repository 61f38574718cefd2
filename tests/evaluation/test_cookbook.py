"""Every query of the cookbook runs on the labelled warehouse and has an answer."""

from pathlib import Path

import duckdb
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


KEPT = {
    "figures": ("fct_observations", "observation_id, measure, as_of_date, value, is_countable"),
    "events": ("fct_events", "event_id, event_type, event_date, modality, location_id"),
}


@pytest.mark.parametrize("name", KEPT)
def test_what_other_rules_read_as_before_did_not_change(name: str) -> None:
    table, columns = KEPT[name]
    query = (PROJECT_ROOT / f"dbt/analyses/cookbook/{name}_changed_since_a_day.sql").read_text()
    with duckdb.connect() as connection:
        connection.execute("create schema marts; set search_path = 'marts'")
        connection.execute("create table dim_location (location_id varchar, location_name varchar)")
        connection.execute(f"""
            create table history_{table} as
            select
                id, 'm', date '2020-01-01', said, null, 'words', coder,
                now()::timestamp - to_days(opened), now()::timestamp - to_days(closed)
            from (
                values
                ('same', 1, 'a', 30, 1), ('same', 1, 'b', 1, null),
                ('changed', 1, 'a', 30, 1), ('changed', 2, 'b', 1, null),
                ('gone', 1, 'a', 30, 1), ('added', 1, 'b', 1, null)
            ) as versions (id, said, coder, opened, closed)
        """)
        described = connection.execute(f"describe history_{table}").fetchall()
        wanted = f"{columns}, quote, coder_version, valid_from, valid_to".split(", ")
        for (made, *_), column in zip(described, wanted, strict=True):
            connection.execute(f'alter table history_{table} rename "{made}" to {column}')
        found = [change for change, *_ in connection.execute(query).fetchall()]
    assert sorted(found) == ["added", "changed", "gone"]
