"""The data dictionary of the labelled warehouse is complete."""

from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("labelled")]


@pytest.fixture
def marts(labelled_warehouse: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    connection = duckdb.connect(labelled_warehouse, read_only=True)
    connection.execute("set search_path = 'marts'")
    yield connection
    connection.close()


def entries(marts: duckdb.DuckDBPyConnection, condition: str) -> list[str]:
    sql = f"select entry_id from data_dictionary where {condition} order by entry_id"
    return [str(entry) for (entry,) in marts.execute(sql).fetchall()]


def test_every_table_and_column_of_the_file_is_in_it(marts):
    missing = marts.execute(
        "select c.table_name, c.column_name from duckdb_columns() as c"
        " where c.schema_name = 'marts' and not exists (select 1 from data_dictionary as d"
        " where d.table_name = c.table_name and d.entry_name = c.column_name)"
    ).fetchall()
    assert missing == []
    assert entries(marts, "entry_kind = 'table' and grain is null") == []


def test_every_measure_and_event_type_is_in_it_with_its_example(marts):
    counts = dict(
        marts.execute(
            "select entry_kind, count(*) from data_dictionary"
            " where entry_kind in ('measure', 'event type') group by all"
        ).fetchall()
    )
    for kind, table in (("measure", "dim_measure"), ("event type", "dim_event_type")):
        ((wanted,),) = marts.execute(f"select count(*) from {table}").fetchall()
        assert counts[kind] == wanted
    # One measure has no rule yet, one event type is any speech.
    without = entries(marts, "entry_kind in ('measure', 'event type') and example is null")
    assert len(without) <= 2, without
    assert entries(marts, "entry_kind = 'measure' and unit is null") == [
        "measure/dim_measure/other"
    ]


def test_every_entry_names_the_checks_that_guard_it(marts):
    assert entries(marts, "checks is null") == []
    ((checks,),) = marts.execute(
        "select checks from data_dictionary where entry_id = 'column/fct_observations/quote'"
    ).fetchall()
    assert "observation_quotes_are_in_the_text" in checks
    assert "contract (varchar, not null)" in checks


def test_every_filled_column_has_an_example(marts):
    tables = marts.execute(
        "select distinct table_name from data_dictionary where entry_kind = 'column'"
        " and not starts_with(table_name, 'audit_') and not starts_with(table_name, 'history_')"
        " and table_name <> 'data_dictionary'"
        " order by all"
    ).fetchall()
    lacking = []
    for (table,) in tables:
        for entry in entries(
            marts, f"entry_kind = 'column' and table_name = '{table}' and example is null"
        ):
            column = entry.split("/")[-1]
            ((filled,),) = marts.execute(f"select count({column}) from {table}").fetchall()
            if filled:
                lacking.append(entry)
    assert lacking == [], "data_dictionary.sql lists the tables that give examples"
