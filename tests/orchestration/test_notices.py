"""Notices: one when refreshes begin to fail, one when they work again, and no secret anywhere."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import dagster as dg
import duckdb
import pytest

from dagster_project.automation import build_notice_sensors
from dagster_project.building import dbt_runs, standstill
from dagster_project.commands.refresh import refresh
from dagster_project.loading.raw_folder import RawFolderError
from dagster_project.notices import tell, tell_of_set_aside
from dagster_project.settings import SettingError, Settings, load_settings
from tests.orchestration.small_assets import automation_of_nothing
from tests.sites import Answer, Site


@pytest.fixture
def told(tmp_path: Path, site: Site) -> Settings:
    site.answers["/hook?token=secret"] = Answer()
    settings = Settings(home=tmp_path, notice_url=f"{site.url}/hook?token=secret")
    settings.build_dir.mkdir()
    return settings


def end(settings: Settings, *ends: bool) -> list[str]:
    lines: list[str] = []
    for works in ends:
        tell(settings, works=works, said="Check x failed.", log=lines.append)
    return lines


def test_one_notice_of_failing_and_one_of_working_again(told, site):
    end(told, True, False, False, False, True, True, False)
    notices = [json.loads(body) for body in site.posted]
    assert [notice["state"] for notice in notices] == ["failed", "works", "failed"]
    assert "Check x failed." in notices[0]["text"]


def test_notice_that_was_not_taken_is_sent_again(told, site):
    site.answers["/hook?token=secret"] = [Answer(status=500), Answer()]
    lines = end(told, False, False)
    assert len(site.posted) == 2
    assert "answered 500" in lines[0]
    assert "secret" not in "".join(lines)


def test_folder_that_is_not_there_is_told(told, site, tmp_path, tiny_dbt):
    away = replace(told, raw_dir=tmp_path / "unmounted")
    with pytest.raises(RawFolderError):
        refresh(away, dbt_project_dir=tiny_dbt)
    assert "unmounted" in json.loads(site.posted[0])["text"]


def test_refresh_that_stands_still_is_told_before_it_is_ended(
    told, site, tmp_path, tiny_dbt, monkeypatch
):
    ended: list[int] = []
    monkeypatch.setattr(standstill.os, "_exit", ended.append)

    @contextmanager
    def still_at_once() -> Iterator[None]:
        standstill.end_process()
        yield

    monkeypatch.setattr(dbt_runs, "ended_when_still", still_at_once)
    raw_dir = tmp_path / "raw" / "articles"
    raw_dir.mkdir(parents=True)
    (raw_dir / "a.txt").write_text("Syria reopened a crossing.")
    refresh(replace(told, home=tmp_path / "home", raw_dir=raw_dir.parent), dbt_project_dir=tiny_dbt)
    assert set(ended) == {1}
    notice = json.loads(site.posted[0])
    assert notice["state"] == "failed"
    assert "stood still for 10 minutes" in notice["text"]


def test_notice_that_cannot_be_remembered_is_sent_and_told(told, site, tmp_path):
    (tmp_path / "file").write_text("where a folder should be")
    lines = end(replace(told, home=tmp_path / "file"), False)
    assert len(site.posted) == 1
    assert "cannot be remembered" in lines[0]


def test_document_set_aside_that_cannot_be_remembered_is_sent_and_told(told, site):
    (told.build_dir / "notice_set_aside.json").mkdir()
    leave_out(told, ("a/one.txt", "1", "check: row 1"))
    lines: list[str] = []
    assert tell_of_set_aside(told, lines.append)
    assert len(site.posted) == 1
    assert "cannot be remembered" in lines[0]


def leave_out(settings: Settings, *rows: tuple[str, str, str]) -> None:
    """Publish a file that leaves out documents: path, digest and what is wrong with each."""
    settings.published_database.unlink(missing_ok=True)
    with duckdb.connect(settings.published_database) as connection:
        connection.execute("create schema marts")
        connection.execute(
            "create table marts.audit_rejections"
            " (source_path text, content_sha256 text, detail text, reason text)"
        )
        for row in [*rows, ("a/big.txt", "0", "It has 9 bytes.", "too_large")]:
            row = row if len(row) == 4 else (*row, "breaks_a_check")
            connection.execute("insert into marts.audit_rejections values (?, ?, ?, ?)", row)


def test_each_text_set_aside_is_told_once(told, site):
    one, other = ("a/one.txt", "1", "check: row 1"), ("a/two.txt", "2", "check: row 2")
    lines: list[str] = []
    site.answers["/hook?token=secret"] = [Answer(status=500), *[Answer()] * 9]
    for rows in ([], [one], [one], [one], [one, other], [], [one]):
        leave_out(told, *rows)
        tell_of_set_aside(told, lines.append)
    notices = [json.loads(body) for body in site.posted]
    assert {notice["state"] for notice in notices} == {"set_aside"}
    said = [notice["text"].splitlines()[1:] for notice in notices]
    first, second = ["a/one.txt: check: row 1"], ["a/two.txt: check: row 2"]
    # the first was not taken; what is read again and set aside again is told again
    assert said == [first, first, second, first]
    assert "answered 500" in lines[0]


def test_what_was_told_may_be_lost(told, site):
    # a disk that was full leaves a file without a byte
    (told.build_dir / "notice_set_aside.json").write_text("")
    leave_out(told, ("a/one.txt", "1", "check: row 1"))
    for _ in range(2):
        tell_of_set_aside(told, print)
    assert len(site.posted) == 1


def test_server_that_is_not_there_costs_a_line(told):
    lines = end(replace(told, notice_url="http://127.0.0.1:9/hook?token=secret"), False)
    assert "could not be sent" in lines[0]
    assert "secret" not in lines[0]


def test_address_is_shown_nowhere(told):
    assert "secret" not in repr(told)
    with pytest.raises(SettingError) as caught:
        load_settings({"SITREP_NOTICE_URL": "ftp://secret"})
    assert "secret" not in str(caught.value)


def test_no_address_no_notice(told, site):
    end(replace(told, notice_url=None), False)
    assert site.posted == []


def test_failed_run_of_the_daemon_is_told(told, site):
    @dg.op
    def breaks() -> None:
        raise RuntimeError("no such table")

    @dg.job(name="refresh")
    def refresh() -> None:
        breaks()

    jobs, _, sensors = automation_of_nothing(told)
    assert len(sensors) == 4
    failed, works = build_notice_sensors(told, jobs[:3])
    with dg.DagsterInstance.ephemeral() as instance:
        result = refresh.execute_in_process(instance=instance, raise_on_error=False)
        context = dg.build_run_status_sensor_context(
            sensor_name="refresh_failed",
            dagster_event=result.get_run_failure_event(),
            dagster_instance=instance,
            dagster_run=result.dagster_run,
        )
        failed(context.for_run_failure())
        assert json.loads(site.posted[0])["state"] == "failed"
        works(context)
    assert json.loads(site.posted[1])["state"] == "works"
