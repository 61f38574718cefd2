"""Which documents a refresh reads, and that none is left out or read for nothing."""

from dataclasses import replace
from datetime import date

import dagster as dg
import duckdb
import pytest

from dagster_project.assets.reading_list import KEY, build_reading_list_asset
from dagster_project.commands.refresh import main, refresh
from dagster_project.loading.raw_tables import prepare
from dagster_project.loading.reading_list import (
    MonthError,
    batch_was_read,
    days_of,
    reading_list,
    with_gazetteers,
    write_reading_list,
)
from dagster_project.resources import Warehouse
from tests.orchestration.homes import add_news, facts, in_build


class Raw:
    """Raw tables that a test fills as a load would."""

    def __init__(self) -> None:
        self.connection = duckdb.connect()
        prepare(self.connection)

    def load(self, name: str, refresh_id: str = "1", char_count: int = 100) -> None:
        self.connection.execute(
            "insert or replace into raw.articles values ($id, $id, $id, 'x', $length, 'utf-8',"
            " 'text/plain', null, null, null, null, null, null, null, now()::timestamp, 'run',"
            " $refresh_id, true, null)",
            {"id": name, "length": char_count, "refresh_id": refresh_id},
        )

    def listed(self, coder: str = "a", batch: int = 1000, *, everything: bool = False):
        return write_reading_list(self.connection, coder, batch, everything=everything)

    def reasons(self) -> dict[str, str]:
        sql = "select document_id, reason from raw.reading_list"
        return dict(self.connection.execute(sql).fetchall())

    def read_all(self, coder: str = "a") -> None:
        for _ in range(reading_list(self.connection).batches):
            batch_was_read(self.connection, coder)


@pytest.fixture
def raw() -> Raw:
    return Raw()


def test_other_reader_of_a_gazetteer_reads_all_again(raw, monkeypatch):
    files = "create table raw.gazetteer_files as select {} as source_path, 'x' as content_sha256"
    found = set()
    for path in ("null", "'gazetteer/SY.txt'"):
        raw.connection.execute(f"create or replace {files.format(path)[7:]}, null as reason")
        raw.connection.execute("delete from raw.gazetteer_files where source_path is null")
        for version in (1, 2):
            monkeypatch.setattr("dagster_project.loading.reading_list.READER_VERSION", version)
            found.add(with_gazetteers(raw.connection, "coder"))
    assert len(found) == 3, "without a file no version of its reader"


def test_new_changed_and_removed_documents_are_listed_and_no_others(raw):
    for name in ("same", "changed", "gone"):
        raw.load(name)
    assert raw.listed().counts["new"] == 3
    raw.read_all()
    assert raw.listed().total == 0
    raw.load("changed", "2")
    raw.load("new", "2")
    raw.connection.execute("delete from raw.articles where document_id = 'gone'")
    raw.listed()
    assert raw.reasons() == {"changed": "changed", "new": "new", "gone": "removed"}
    raw.read_all()
    assert raw.listed().total == 0


def test_list_outlives_a_refresh_that_did_not_end(raw):
    raw.load("first")
    raw.listed()
    raw.load("second", "2")
    assert raw.listed().counts["new"] == 2
    raw.read_all()
    raw.connection.execute("insert into raw.reading_list values ('first', 'asked', 1)")
    raw.listed()
    assert raw.reasons() == {"first": "asked"}


def test_document_that_went_before_it_was_read_is_taken_out_of_the_record(raw):
    raw.load("gone")
    raw.listed()
    raw.connection.execute("delete from raw.articles")
    raw.listed()
    assert raw.reasons() == {"gone": "removed"}
    raw.read_all()
    assert raw.listed().total == 0


@pytest.mark.parametrize(
    ("coder", "everything", "why"), [("b", False, "recoded"), ("a", True, "asked")]
)
def test_other_rules_or_a_wish_read_all_into_an_empty_record(raw, coder, everything, why):
    raw.load("one")
    raw.listed()
    raw.read_all()
    raw.connection.execute("create schema intermediate")
    raw.connection.execute("create table intermediate.int_recorded_events as select 1 as event_id")
    raw.listed(coder, everything=everything)
    assert raw.reasons() == {"one": why}
    tables = "select count(*) from duckdb_tables() where schema_name = 'intermediate'"
    assert raw.connection.execute(tables).fetchall() == [(0,)]
    raw.read_all(coder)
    assert raw.listed(coder).total == 0


def test_batches_are_even_and_shorter_where_texts_are_long(raw):
    for number in range(6):
        raw.load(f"d{number}", char_count=100 if number < 4 else 1_000_000)
    assert raw.listed(batch=2).batches == 4
    sql = "select list(document_id order by document_id) from raw.reading_list group by batch"
    batches = [names for (names,) in raw.connection.execute(f"{sql} order by batch").fetchall()]
    assert batches == [["d0", "d1"], ["d2", "d3"], ["d4"], ["d5"]]
    batch_was_read(raw.connection, "a")
    assert raw.listed(batch=2).batches == 3


@pytest.mark.slow
def test_batches_read_what_one_reading_does(own, tiny_dbt, capfd):
    add_news(own, "batches")
    assert refresh(own, dbt_project_dir=tiny_dbt) == 0
    assert "1 documents to be read: 1 new." in capfd.readouterr().err
    before = facts(own)
    small = replace(own, batch_documents=3)
    assert refresh(small, dbt_project_dir=tiny_dbt, everything=True) == 0
    error = capfd.readouterr().err
    assert "6 documents to be read: 6 asked" in error
    assert "Reading batch 1 of" in error
    assert facts(own) == before
    assert refresh(own, dbt_project_dir=tiny_dbt) == 0
    assert "Nothing is new" in capfd.readouterr().out


@pytest.mark.slow
def test_months_are_read_again(own, tiny_dbt):
    with duckdb.connect(own.build_database) as build:
        build.execute("""
            create table intermediate.int_recorded_document_dates as
            select
                document_id,
                date '2017-09-01' + cast(20 * row_number() over (order by document_id) as integer)
                    as published_date
            from marts.dim_document
        """)
        dates = build.execute("select * from intermediate.int_recorded_document_dates").fetchall()
    wanted = {name for name, day in dates if date(2017, 9, 1) <= day < date(2017, 11, 1)}
    assert 0 < len(wanted) < len(dates)
    assert refresh(own, dbt_project_dir=tiny_dbt, months=["2017-09/2017-10"]) == 0
    with dg.DagsterInstance.from_config(str(own.dagster_home)) as instance:
        event = instance.get_latest_materialization_event(KEY)
    metadata = event.asset_materialization.metadata
    assert metadata["asked"].value == len(wanted)
    assert metadata["documents"].value == len(wanted)


@pytest.mark.parametrize(
    ("months", "days"),
    [
        ("2017-05", (date(2017, 5, 1), date(2017, 6, 1))),
        (" 2017-12 ", (date(2017, 12, 1), date(2018, 1, 1))),
        ("2017-09/2018-02", (date(2017, 9, 1), date(2018, 3, 1))),
    ],
)
def test_months_are_spans_of_days(months, days):
    assert days_of(months) == days


@pytest.mark.parametrize("months", ["May 2017", "2017-13", "2017", "2018-02/2017-09", "0000-01"])
def test_what_is_no_month_is_told(months, own, capsys, monkeypatch):
    with pytest.raises(MonthError, match=months):
        days_of(months)
    monkeypatch.setenv("SITREP_RAW_DIR", str(own.raw_dir))
    monkeypatch.setenv("SITREP_HOME", str(own.home))
    assert main(["--months", months]) == 2
    assert months in capsys.readouterr().err


def test_what_is_no_month_fails_a_run_of_the_ui_in_a_line(own):
    before = in_build(own, "from raw.reading_list")
    done = dg.materialize(
        [build_reading_list_asset(own, "coder", "project", [])],
        resources={"warehouse": Warehouse(home=str(own.home))},
        run_config={"ops": {KEY.to_python_identifier(): {"config": {"months": ["2017-5"]}}}},
        raise_on_error=False,
    )
    (failure,) = [event.step_failure_data for event in done.all_events if event.is_step_failure]
    assert failure.user_failure_data.description.startswith("'2017-5' is no month as 2017-05")
    assert in_build(own, "from raw.reading_list") == before
