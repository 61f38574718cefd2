"""The report comes after the published file and cannot take it back."""

import re
from pathlib import Path

import duckdb
import pytest
import yaml

from dagster_project import definitions
from dagster_project.commands import report as make_report
from dagster_project.commands.refresh import refresh
from dagster_project.report import queries
from dagster_project.report.wording import words
from dagster_project.settings import PROJECT_ROOT
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


def test_project_without_the_marts_has_no_report(built):
    assert built.published_database.exists()
    assert not built.report_page.exists()


def test_make_report_before_the_first_refresh_says_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SITREP_HOME", str(tmp_path))
    assert make_report.main() == 2
    assert "make refresh" in capsys.readouterr().err


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


def test_keys_read_as_words() -> None:
    assert words("people_killed") == "People killed"
    assert words("idps_returned") == "IDPs returned"
    assert words("unhcr-flash-update") == "UNHCR flash update"
