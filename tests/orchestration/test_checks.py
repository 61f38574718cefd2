"""Each check passes on the built warehouse, and fails on a row missing and a row too many."""

import os
import shutil
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import dagster as dg
import duckdb
import pytest

from dagster_project.checks import row_counts, spans, totals
from dagster_project.checks.findings import Finding
from dagster_project.settings import Settings
from dagster_project.sql import number

Check = Callable[[duckdb.DuckDBPyConnection], Finding]
LATEST = "(select max(refresh_id) from raw.refreshes)"


@pytest.fixture
def build(tmp_path: Path, built: Settings) -> Iterator[duckdb.DuckDBPyConnection]:
    """A copy of the build file without constraints, so that faults can be put in."""
    shutil.copy(built.build_database, tmp_path / "build.duckdb")
    connection = duckdb.connect(tmp_path / "build.duckdb")
    for table in ("articles", "bulletins", "load_ledger", "rejections", "refreshes"):
        connection.execute(f"create table raw.free as from raw.{table}; drop table raw.{table}")
        connection.execute(f"alter table raw.free rename to {table}")
    yield connection
    connection.close()


@pytest.fixture
def raw_dir(tmp_path: Path, built: Settings) -> Path:
    shutil.copytree(built.raw_dir, tmp_path / "raw")
    return tmp_path / "raw"


ONE = "document_id = (select min(document_id) from marts.documents)"
COPY_ONE = "insert into {0} select * from {0} where " + ONE
DELETE_ONE = "delete from {0} where " + ONE

CASES: dict[str, tuple[Check, list[str]]] = {
    "outcomes_have_their_rows": (
        row_counts.outcomes_have_their_rows,
        [
            "delete from raw.load_ledger where source_path = (select min(source_path) from"
            " raw.articles)",
            "delete from raw.articles where source_path = (select min(source_path) from"
            " raw.articles)",
            "insert into raw.articles from raw.articles limit 1",
            "insert into raw.bulletins from raw.articles limit 1",
            f"insert into raw.load_ledger select {LATEST}, now()::timestamp, 'x.txt', 'a',"
            " 'loaded', null, null, 'a', 'article'",
            f"insert into raw.load_ledger select {LATEST}, now()::timestamp, 'x.txt', 'a',"
            " 'duplicate', null, null, 'a', 'article'",
            f"insert into raw.load_ledger select {LATEST}, now()::timestamp, 'x.txt', 'a',"
            " 'rejected', 'empty', null, null, null",
            f"insert into raw.load_ledger select {LATEST}, now()::timestamp, 'x.txt', 'a',"
            " 'lost', null, null, null, null",
            "update raw.load_ledger set document_kind = 'bulletin'",
        ],
    ),
    "documents_pass_every_layer": (
        row_counts.documents_pass_every_layer,
        [
            *(
                case.format(table)
                for table in ("staging.stg_documents", "marts.dim_document", "marts.documents")
                for case in (COPY_ONE, DELETE_ONE)
            ),
            DELETE_ONE.format("intermediate.int_recorded_sentences"),
            "insert into raw.articles select * replace ('new' as document_id) from raw.articles"
            " limit 1",
        ],
    ),
    "row_counts_are_true": (
        row_counts.row_counts_are_true,
        [
            DELETE_ONE.format("marts.fct_events"),
            COPY_ONE.format("marts.fct_events"),
            "delete from marts.audit_row_counts where model = 'fct_events'",
            "insert into marts.audit_row_counts select * replace ('no_model' as model)"
            " from marts.audit_row_counts limit 1",
        ],
    ),
    "observations_are_kept": (
        totals.observations_are_kept,
        [
            DELETE_ONE.format("marts.fct_observations"),
            COPY_ONE.format("marts.fct_observations"),
            f"update marts.fct_observations set value = 1.6 where {ONE}",
            f"update marts.fct_observations set value = null where {ONE}",
            f"update marts.fct_observations set measure = 'other' where {ONE}",
        ],
    ),
    "events_are_kept": (
        totals.events_are_kept,
        [DELETE_ONE.format("marts.fct_events"), COPY_ONE.format("marts.fct_events")],
    ),
    "event_actors_are_kept": (
        totals.event_actors_are_kept,
        [
            "delete from marts.fct_event_actors where event_id = (select min(event_id) from"
            " marts.fct_events)",
            "insert into marts.fct_event_actors from marts.fct_event_actors limit 1",
        ],
    ),
    "quotes_of_events": (
        partial(spans.quotes_are_in_the_text, table="fct_events", key="event_id"),
        [
            f"update marts.fct_events set char_start = 1 where {ONE}",
            f"update marts.fct_events set char_end = char_end + 1 where {ONE}",
            f"update marts.fct_events set char_end = 1000000 where {ONE}",
            f"update marts.fct_events set char_start = null where {ONE}",
            f"update marts.fct_events set quote = null where {ONE}",
            f"update marts.fct_events set quote = '', char_end = 0 where {ONE}",
            f"update marts.fct_events set document_id = 'unknown' where {ONE}",
            "update raw.articles set text = ' ' || text;"
            "update raw.bulletins set text = ' ' || text",
        ],
    ),
    "mentions_of_places": (
        partial(
            spans.mentions_are_in_the_text, table="bridge_document_location", key="location_id"
        ),
        [
            f"update marts.bridge_document_location set char_start = char_end where {ONE}",
            f"update marts.bridge_document_location set char_end = 1000000 where {ONE}",
            f"update marts.bridge_document_location set char_start = null where {ONE}",
            f"update marts.bridge_document_location set document_id = 'unknown' where {ONE}",
        ],
    ),
    "published_text_is_the_loaded_text": (
        spans.published_text_is_the_loaded_text,
        [
            f"update marts.documents set text = text || ' ' where {ONE}",
            DELETE_ONE.format("marts.documents"),
            "insert into marts.documents select 'unknown', 'text'",
        ],
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_passes_on_what_was_built(build, name):
    finding = CASES[name][0](build)
    assert finding.passed, finding
    assert sum(finding.counts.values()) > 0


@pytest.mark.parametrize(
    ("name", "fault"), [(name, fault) for name, (_, faults) in CASES.items() for fault in faults]
)
def test_fails_on_a_fault_and_shows_it(build, name, fault):
    build.execute(fault)
    finding = CASES[name][0](build)
    assert not finding.passed
    assert not finding.nothing_to_check
    result = finding.to_result()
    assert result.severity == dg.AssetCheckSeverity.ERROR
    assert result.metadata["offending_rows"].value >= 1
    assert "|" in result.metadata["failing_rows"].value


def test_folder_that_was_emptied_warns_of_what_counts_no_more(build, tmp_path):
    build.execute("delete from raw.load_ledger; update raw.refreshes set files_found = 0")
    (tmp_path / "unmounted").mkdir()
    result = row_counts.files_are_in_the_ledger(build, tmp_path / "unmounted").to_result()
    assert not result.passed
    assert result.severity == dg.AssetCheckSeverity.WARN
    documents = number(
        build, "select count(*) from (from raw.articles union all from raw.bulletins)"
    )
    assert f"none of {documents} documents" in result.description


@pytest.mark.parametrize("name", CASES)
def test_no_check_passes_on_empty_tables(build, name):
    for schema, table in build.execute(
        "select schema_name, table_name from duckdb_tables() where schema_name <> 'seeds'"
    ).fetchall():
        if table != "refreshes":
            build.execute(f"delete from {schema}.{table}")
    finding = CASES[name][0](build)
    if name == "row_counts_are_true":
        assert finding.rows  # the tables are there, with no rows, and nobody counted them
    else:
        assert finding.nothing_to_check
        assert str(finding.to_result().description).startswith("Nothing to check: ")
    assert not finding.passed


def test_ledger_against_the_folder(build, raw_dir):
    check = partial(row_counts.files_are_in_the_ledger, raw_dir=raw_dir)
    assert check(build).passed
    new = raw_dir / "articles" / "new.txt"
    new.write_text("New.")
    os.utime(new, (time.time() + 60, time.time() + 60))
    assert check(build).passed, "a file that came after the load is for the next refresh"
    os.utime(new, (1, 1))
    assert check(build).passed, "an old file that was moved in after the load is, too"
    build.execute("update raw.refreshes set refreshed_at = now()::timestamp + interval 1 day")
    assert [row[0] for row in check(build).rows] == ["articles/new.txt"]


@pytest.mark.parametrize(
    "fault",
    [
        "delete from raw.load_ledger where source_path = (select min(source_path) from"
        " raw.load_ledger)",
        "insert into raw.load_ledger from raw.load_ledger limit 1",
        f"insert into raw.load_ledger select {LATEST}, now()::timestamp, 'x.txt', 'a', 'loaded',"
        " null, null, 'a', 'article'",
        "update raw.refreshes set files_found = files_found + 1",
    ],
)
def test_ledger_with_a_row_missing_or_too_many(build, raw_dir, fault):
    build.execute(fault)
    finding = row_counts.files_are_in_the_ledger(build, raw_dir)
    assert finding.rows


def test_file_removed_since_the_load_is_no_fault(build, raw_dir):
    next((raw_dir / "articles").glob("*.txt")).unlink()
    finding = row_counts.files_are_in_the_ledger(build, raw_dir)
    assert finding.passed
    assert finding.counts["gone_since_the_load"] == 1


@pytest.fixture
def refreshed_twice(build) -> duckdb.DuckDBPyConnection:
    """A second refresh whose models have 100 rows each, as they had in the first."""
    build.execute("update marts.audit_row_counts set row_count = 100")
    build.execute("update raw.refreshes set status = 'published'")
    for table in ("marts.audit_row_counts", "raw.load_ledger", "raw.refreshes"):
        build.execute(f"insert into {table} select * replace ('9' as refresh_id) from {table}")
    return build


def drops(connection: duckdb.DuckDBPyConnection, max_drop: float = 0.3) -> list[object]:
    finding = row_counts.rows_against_previous_refresh(connection, max_drop)
    return [row[0] for row in finding.rows]


def lose(connection: duckdb.DuckDBPyConnection, model: str, rows: int) -> None:
    connection.execute(
        "update marts.audit_row_counts set row_count = row_count - $rows"
        " where model = $model and refresh_id = '9'",
        {"rows": rows, "model": model},
    )


def test_first_refresh_has_nothing_to_compare(build):
    assert row_counts.rows_against_previous_refresh(build, 0.3).passed


def test_rows_may_drop_to_the_limit_and_no_further(refreshed_twice):
    assert drops(refreshed_twice) == []
    lose(refreshed_twice, "fct_events", 30)
    assert drops(refreshed_twice) == []
    lose(refreshed_twice, "fct_events", 1)
    assert drops(refreshed_twice) == ["fct_events"]
    assert drops(refreshed_twice, max_drop=1) == []


def test_model_with_a_limit_of_its_own(refreshed_twice):
    lose(refreshed_twice, "dim_document", 10)
    assert drops(refreshed_twice) == ["dim_document"]
    refreshed_twice.execute("update seeds.row_drop_limits set max_drop = 0.5")
    assert drops(refreshed_twice) == []


@pytest.mark.parametrize(
    "model", ["mart_missing_bulletins", "mart_undated_documents", "int_cross_document"]
)
def test_what_is_put_right_may_vanish(refreshed_twice, model):
    # a year of bulletins that come later, a sidecar with a date, one of two copies that goes
    refreshed_twice.execute(
        f"insert into marts.audit_row_counts select * replace ('{model}' as model)"
        " from marts.audit_row_counts where model = 'fct_events'"
    )
    lose(refreshed_twice, model, 95)
    assert drops(refreshed_twice) == []


def test_failed_refresh_is_not_compared_with(refreshed_twice):
    lose(refreshed_twice, "fct_events", 90)
    refreshed_twice.execute("update raw.refreshes set status = 'failed' where refresh_id <> '9'")
    assert drops(refreshed_twice) == []


def test_fewer_documents_allow_for_fewer_rows(refreshed_twice):
    total = number(refreshed_twice, "select count(*) from raw.load_ledger where refresh_id = '9'")
    assert total == 5
    refreshed_twice.execute(
        "delete from raw.load_ledger where refresh_id = '9' and source_path in"
        " (select source_path from raw.load_ledger where refresh_id = '9' limit 3)"
    )
    lose(refreshed_twice, "fct_events", 65)
    assert drops(refreshed_twice) == []
    lose(refreshed_twice, "fct_events", 10)
    assert drops(refreshed_twice) == ["fct_events"]


def test_a_handful_of_rows_may_go(refreshed_twice):
    refreshed_twice.execute("update marts.audit_row_counts set row_count = 9")
    lose(refreshed_twice, "fct_events", 9)
    assert drops(refreshed_twice) == []
