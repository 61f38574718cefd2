"""One value that is changed in the marts fails the check that is there for it, and is named."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

from dagster_project.settings import PROJECT_ROOT

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("labelled")]

_ONE = "where {key} = (select min({key}) from marts.{table} where {such})"
# The check, the table, its key, which row, what is changed in it, and what the check says.
CHANGES: tuple[tuple[str, str, str, str, str, str], ...] = (
    (
        "mart_events_say_what_their_tellings_say",
        "mart_events",
        "occurrence_id",
        "date_precision = 'day'",
        "event_date = event_date - 400",
        "no telling has this day",
    ),
    (
        "mart_events_say_what_their_tellings_say",
        "mart_events",
        "occurrence_id",
        "event_type = 'ASSAULT'",
        "event_type = 'AID'",
        "no telling has this type",
    ),
    (
        "mart_events_say_what_their_tellings_say",
        "mart_events",
        "occurrence_id",
        "place is not null",
        "place = 'Elsewhere'",
        "the place is not that of dim_location",
    ),
    (
        "mart_events_say_what_their_tellings_say",
        "mart_events",
        "occurrence_id",
        "sources is not null",
        "sources = 'Nobody'",
        "who is named is not in mart_event_actors",
    ),
    (
        "actors_of_mart_events_are_those_of_their_tellings",
        "mart_event_actors",
        "occurrence_id",
        "true",
        "actor_name = 'Nobody'",
        "its name is not that of dim_actor",
    ),
    (
        "actors_of_mart_events_are_those_of_their_tellings",
        "mart_event_actors",
        "occurrence_id",
        "role = 'source'",
        "role = 'participant'",
        "no telling names it in this role",
    ),
    (
        "claims_are_as_they_were_observed",
        "mart_claims",
        "observation_id",
        "value > 0",
        "value = value + 1",
        "another figure than the observation",
    ),
    (
        "claims_are_as_they_were_observed",
        "mart_claims",
        "observation_id",
        "who is not null",
        "who = 'Nobody'",
        "who says it is not who the observation says",
    ),
    (
        "claims_are_as_they_were_observed",
        "mart_claims",
        "observation_id",
        "claims_in_group = 1",
        "is_disputed = true",
        "disputed by nobody",
    ),
    (
        "places_lie_on_earth_and_within_their_countries",
        "dim_location",
        "location_id",
        "latitude is not null",
        "latitude = 95",
        "no position on earth",
    ),
    (
        "places_lie_on_earth_and_within_their_countries",
        "dim_location",
        "location_id",
        "location_type = 'settlement'",
        "parent_location_id = location_id",
        "it lies in itself",
    ),
    (
        "places_lie_on_earth_and_within_their_countries",
        "dim_location",
        "location_id",
        "location_id = 'sy-aleppo'",
        "latitude = latitude + 5",
        "far from the governorate that contains it",
    ),
    (
        "gaps_of_daily_series_are_what_is_missing",
        "mart_daily_series",
        "series_key || date_day",
        "gap is not null",
        "implied_total = implied_total + 5",
        "the gap is not the stated less the implied total",
    ),
)


@pytest.fixture(scope="module")
def marts(
    labelled_warehouse: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[duckdb.DuckDBPyConnection]:
    copy = tmp_path_factory.mktemp("changed") / "copy.duckdb"
    shutil.copy2(labelled_warehouse, copy)
    with duckdb.connect(copy) as connection:
        yield connection


def faults(marts: duckdb.DuckDBPyConnection, check: str) -> set[str]:
    text = (PROJECT_ROOT / "dbt" / "tests" / f"{check}.sql").read_text()
    text = re.sub(r"\{\{ config\(.*\) \}\}", "", text)
    text = re.sub(r"\{\{ ref\('(\w+)'\) \}\}", r"marts.\1", text)
    return {str(fault) for (fault,) in marts.execute(f"select fault from ({text})").fetchall()}


@pytest.mark.parametrize("check", sorted({check for check, *_ in CHANGES}))
def test_what_was_not_changed_passes(check: str, marts: duckdb.DuckDBPyConnection) -> None:
    assert faults(marts, check) == set()


@pytest.mark.parametrize(
    ("check", "table", "key", "such", "change", "said"), CHANGES, ids=[c[-1] for c in CHANGES]
)
def test_changed_value_is_told(
    check: str,
    table: str,
    key: str,
    such: str,
    change: str,
    said: str,
    marts: duckdb.DuckDBPyConnection,
) -> None:
    marts.execute("begin")
    try:
        marts.execute(
            f"update marts.{table} set {change} {_ONE.format(key=key, table=table, such=such)}"
        )
        assert said in faults(marts, check)
    finally:
        marts.execute("rollback")
