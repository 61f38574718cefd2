"""The report comes after the published file and cannot take it back."""

import fcntl
import re
from pathlib import Path

import dagster as dg
import duckdb
import pytest
import yaml

from dagster_project import definitions
from dagster_project.assets.report import build_report_asset
from dagster_project.commands import report as make_report
from dagster_project.commands.refresh import refresh
from dagster_project.definitions import build_definitions
from dagster_project.report import queries
from dagster_project.report.page import Report
from dagster_project.report.wording import words
from dagster_project.settings import PROJECT_ROOT, Settings
from tests.orchestration.homes import published, statuses


def test_failed_report_leaves_the_file_published_and_says_so(own, tiny_dbt, monkeypatch, capfd):
    # The tiny project has none of the marts that the report reads.
    monkeypatch.setattr(definitions, "tables_read", frozenset)
    own.report_page.parent.mkdir()
    own.report_page.write_text("the page before")
    (own.raw_dir / "articles" / "new.txt").write_text("A new article of one sentence.")
    assert refresh(own, dbt_project_dir=tiny_dbt) == 1
    err = capfd.readouterr().err
    assert "published__report" in err
    assert "published all the same" in err
    assert statuses(own) == ["published", "published"]
    assert published(own, "select count(*) from marts.documents") == [(6,)]
    assert own.report_page.read_text() == "the page before"
    assert [path.name for path in own.report_page.parent.iterdir()] == ["index.html"]
    with dg.DagsterInstance.from_config(str(own.dagster_home)) as instance:
        context = dg.build_schedule_context(instance)
        (schedule,) = build_definitions(own, dbt_project_dir=tiny_dbt).schedules
        (asked,) = schedule.evaluate_tick(context).run_requests
    assert asked.asset_selection is None, "the page is not made yet"

    def write(_published: Path, page: Path, _cache: Path) -> Report:
        page.write_text("the page of the news")
        return Report(page, 1_000_000, 1, ())

    monkeypatch.setattr("dagster_project.report.page.write_report", write)
    assert refresh(own, dbt_project_dir=tiny_dbt) == 0
    assert "did not come to its end" in capfd.readouterr().out
    assert own.report_page.read_text() == "the page of the news"
    assert refresh(own, dbt_project_dir=tiny_dbt) == 0
    assert "Nothing is new" in capfd.readouterr().out


def test_project_without_the_marts_has_no_report(built):
    assert built.published_database.exists()
    assert not built.report_page.exists()


def test_make_report_before_the_first_refresh_says_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SITREP_HOME", str(tmp_path))
    assert make_report.main() == 2
    assert "make refresh" in capsys.readouterr().err


def test_one_report_is_written_at_a_time(
    own: Settings, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def write(_published: Path, target: Path, _cache: Path) -> Report:
        lock = own.build_dir / ".writer.lock"
        with lock.open("a") as another, pytest.raises(BlockingIOError):
            fcntl.flock(another, fcntl.LOCK_EX | fcntl.LOCK_NB)
        return Report(target, 1_000_000, 1, ())

    monkeypatch.setattr(make_report, "write_report", write)
    monkeypatch.setenv("SITREP_HOME", str(own.home))
    assert make_report.main() == 0
    assert "1.0 MB" in capsys.readouterr().out


def test_report_of_nothing_published_says_what_to_do(tmp_path: Path) -> None:
    settings = Settings(raw_dir=tmp_path / "raw", home=tmp_path / "home")
    with dg.DagsterInstance.ephemeral() as instance:
        done = dg.materialize(
            [build_report_asset(settings)], instance=instance, raise_on_error=False
        )
    (failed,) = [event for event in done.all_events if event.is_step_failure]
    said = failed.step_failure_data.user_failure_data.description
    assert (
        said
        == f"There is no {settings.published_database} yet: materialize published/sitrep first."
    )


def test_exposure_names_what_the_report_reads() -> None:
    text = (PROJECT_ROOT / "dbt" / "models" / "marts" / "exposures.yml").read_text()
    (report,) = [e for e in yaml.safe_load(text)["exposures"] if e["name"] == "situation_report"]
    named = {re.fullmatch(r"ref\('(\w+)'\)", ref)[1] for ref in report["depends_on"]}
    assert named == queries.tables_read()


def test_refresh_that_found_no_file_tells_of_none() -> None:
    with duckdb.connect() as connection:
        connection.execute(
            "create schema marts;"
            "create table marts.audit_ledger as"
            " select 'r1' as refresh_id, 'loaded' as outcome, null as reason;"
            "create table marts.audit_row_counts as select unnest(['r1', 'r2']) as refresh_id"
        )
        assert queries.ask(connection, "files") == []
        connection.execute("delete from marts.audit_row_counts where refresh_id = 'r2'")
        told = {"outcome": "loaded", "reason": None, "files": 1}
        assert queries.ask(connection, "files") == [told]


def test_figures_are_counted_as_they_are_shown() -> None:
    columns = {
        "dim_document": "is_current, duplicate_of_document_id, published_date",
        "fct_observations": "is_current, measure, as_of_date, subject, value, value_low,"
        " value_high, qualifier, currency, unit, period, modality, is_countable, location_id,"
        " reported_by_actor_id, attributed_to_actor_id, observation_id, char_start, quote",
        "bridge_observation_location": "observation_id, location_id",
        "audit_row_counts": "refreshed_at",
        "mart_events": "is_current",
        "mart_discrepancies": "reconciliation_id",
        "mart_claims": "claim_group, distinct_values, claimants_in_group",
        "mart_undated_documents": "is_current",
    }
    with duckdb.connect() as connection:
        connection.execute("create schema marts")
        for table, named in columns.items():
            cells = ", ".join(f"null::integer as {name}" for name in named.split(","))
            connection.execute(f"create table marts.{table} as select 1 as document_id, {cells}")
        for table in ("dim_document", "fct_observations"):
            connection.execute(f"update marts.{table} set is_current = 1")
        for original, shown in (("null", 1), ("2", 0)):
            changed = f"update marts.dim_document set duplicate_of_document_id = {original}"
            connection.execute(changed)
            (about,) = queries.ask(connection, "about")
            assert about["figures"] == len(queries.ask(connection, "figures")) == shown


def test_keys_read_as_words() -> None:
    assert words("people_killed") == "People killed"
    assert words("idps_returned") == "IDPs returned"
    assert words("unhcr-flash-update") == "UNHCR flash update"
