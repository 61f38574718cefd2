"""Which documents a refresh reads, and that none is left out or read for nothing."""

from dataclasses import replace
from datetime import date

import dagster as dg
import duckdb
import pytest

from dagster_project.assets.reading_list import KEY, MONTHS
from dagster_project.automation import JOB, MONTHS_SENSOR
from dagster_project.commands.refresh import refresh
from dagster_project.definitions import build_definitions
from dagster_project.loading.raw_tables import prepare
from dagster_project.loading.reading_list import batch_was_read, reading_list, write_reading_list
from tests.orchestration.homes import add_news, facts


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
def test_months_are_read_again(own, tiny_dbt, monkeypatch):
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
    definitions = build_definitions(own, dbt_project_dir=tiny_dbt)
    graph = definitions.resolve_asset_graph()
    assert graph.get(MONTHS).backfill_policy == dg.BackfillPolicy.single_run()
    monkeypatch.setenv("DAGSTER_HOME", str(own.dagster_home))
    with dg.DagsterInstance.get() as instance:
        # One run for both months, as the UI's backfill starts it.
        done = definitions.resolve_implicit_global_asset_job_def().execute_in_process(
            instance=instance,
            asset_selection=[MONTHS],
            tags={
                "dagster/asset_partition_range_start": "2017-09-01",
                "dagster/asset_partition_range_end": "2017-10-01",
            },
        )
        assert done.success
        repository = definitions.get_repository_def()
        sensor = repository.get_sensor_def(MONTHS_SENSOR)
        context = dg.build_sensor_context(instance, repository_def=repository)
        assert len(sensor.evaluate_tick(context).run_requests) == 1
        assert sensor.job_name == JOB
        assert refresh(own, dbt_project_dir=tiny_dbt) == 0
        event = instance.get_latest_materialization_event(KEY)
        metadata = event.asset_materialization.metadata
    assert metadata["asked"].value == len(wanted)
    assert metadata["documents"].value == len(wanted)
