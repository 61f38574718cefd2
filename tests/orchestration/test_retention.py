"""What goes with time, and what stays."""

import os
import subprocess
import time
from contextlib import contextmanager
from pathlib import Path

import dagster as dg
import pytest
from dagster._core.events import EngineEventData

from dagster_project import retention
from dagster_project.assets.raw import build_raw_assets
from dagster_project.commands import docs
from dagster_project.home import prepare_home
from dagster_project.resources import Warehouse, place_if_free
from dagster_project.retention import delete_leftovers, delete_old_runs, end_abandoned_runs
from dagster_project.settings import Settings
from tests.orchestration.small_assets import is_one, number

DAY = 86_400


def test_of_each_job_the_latest_runs_are_kept_and_nothing_of_the_others(tmp_path):
    settings = Settings(home=tmp_path)
    prepare_home(settings)
    home = settings.dagster_home
    jobs = [dg.define_asset_job(name, executor_def=dg.in_process_executor) for name in "ab"]
    defs = dg.Definitions(assets=[number], asset_checks=[is_one], jobs=jobs)
    with dg.DagsterInstance.from_config(str(home)) as instance:
        runs = [
            defs.resolve_job_def(name).execute_in_process(instance=instance).run_id
            for name in ("a", "b", "b", "b")
        ]
        delete_old_runs(instance, home, days=30, kept=2)
        assert {run.run_id for run in instance.get_runs()} == {runs[0], *runs[2:]}
        assert {path.stem for path in (home / "history" / "runs").glob("*-*.db")} == {
            runs[0],
            *runs[2:],
        }
        assert instance.all_logs(runs[1]) == []
        checks = instance.event_log_storage.get_asset_check_execution_history(is_one.check_key, 9)
        assert {found.run_id for found in checks} == {runs[0], *runs[2:]}
        # However old they are, one run of each job stays.
        delete_old_runs(instance, home, days=0, kept=2)
        assert {run.run_id for run in instance.get_runs()} == {runs[0], runs[3]}
        assert instance.get_latest_materialization_event(number.key)


def test_one_refresh_at_a_time_deletes_records(own, monkeypatch):
    was_free = []

    def look(*_: object) -> None:
        with place_if_free(own.home) as is_free:
            was_free.append(is_free)

    monkeypatch.setattr("dagster_project.assets.raw.delete_old_runs", look)
    (raw_documents, _) = build_raw_assets(own, "project")
    done = dg.materialize([raw_documents], resources={"warehouse": Warehouse(home=str(own.home))})
    assert done.success
    assert was_free == [False]


def test_runs_that_wait_are_kept(tmp_path):
    with dg.DagsterInstance.ephemeral() as instance:
        job = dg.Definitions(jobs=[dg.define_asset_job("a")], assets=[number]).resolve_job_def("a")
        for _ in range(3):
            instance.create_run_for_job(job, status=dg.DagsterRunStatus.NOT_STARTED)
        delete_old_runs(instance, tmp_path, days=30, kept=1)
        assert instance.get_runs_count() == 3


def test_run_whose_process_is_gone_has_failed(monkeypatch):
    gone = subprocess.Popen(["true"])
    gone.wait()
    with dg.DagsterInstance.ephemeral() as instance:
        job = dg.Definitions(jobs=[dg.define_asset_job("a")], assets=[number]).resolve_job_def("a")
        runs = {}
        for pid in (gone.pid, os.getpid(), None):
            run = instance.create_run_for_job(job, status=dg.DagsterRunStatus.STARTED)
            runs[pid] = run.run_id
            if pid is not None:
                told = {"pid": dg.MetadataValue.text(str(pid))}
                instance.report_engine_event("Started", run, EngineEventData(metadata=told))
        assert end_abandoned_runs(instance) == [runs[gone.pid]]
        assert instance.get_run_by_id(runs[gone.pid]).status == dg.DagsterRunStatus.FAILURE
        assert end_abandoned_runs(instance) == []
        assert retention._began_at(os.getpid()) == pytest.approx(time.time(), abs=DAY)
        # after a restart of the machine another process has the number
        monkeypatch.setattr(retention, "_began_at", lambda process: time.time() + 3600)
        assert end_abandoned_runs(instance) == [runs[os.getpid()]]


def test_folders_of_old_runs_go_and_no_others(tmp_path):
    storage = tmp_path / "storage"
    names = ("8fa6824c-ba60-48fa-9233-3e7570f58448", "11111111-ba60-48fa-9233-3e7570f58448")
    for name in (*names, "not-a-run"):
        (storage / name / "compute_logs").mkdir(parents=True)
    long_ago = time.time() - 31 * DAY
    for name in (names[0], "not-a-run"):
        os.utime(storage / name, (long_ago, long_ago))
    with dg.DagsterInstance.ephemeral() as instance:
        delete_old_runs(instance, tmp_path, days=30, kept=100)
    assert {path.name for path in storage.iterdir()} == {names[1], "not-a-run"}


def test_what_a_killed_command_laid_on_disk_goes(tmp_path):
    settings = Settings(home=tmp_path)
    spilled = (
        settings.build_dir / "sitrep_build.duckdb.tmp",
        tmp_path / ".sitrep.duckdb.draft.tmp",
        settings.build_dir / "manifests" / ".parse-abc",
        settings.build_dir / ".docs-abc",
        tmp_path / "snapshots" / ".20261123T080000Z.draft",
    )
    for folder in spilled:
        folder.mkdir(parents=True)
        (folder / "file").write_bytes(b"x")
    kept = settings.build_dir / "manifests" / "abc.json"
    kept.write_text("{}")
    made = tmp_path / "snapshots" / "20261122T080000Z"
    made.mkdir()
    delete_leftovers(settings)
    assert not any(folder.exists() for folder in spilled)
    assert kept.exists()
    assert made.exists()


def test_page_that_waits_for_a_refresh_loses_nothing_to_it(tmp_path, monkeypatch):
    settings = Settings(home=tmp_path)
    prepare_home(settings)

    @contextmanager
    def lock_of_a_refresh_before(_home):
        delete_leftovers(settings)
        yield

    def dbt(*_arguments, env, **_):
        page = Path(env["DBT_TARGET_PATH"]) / "static_index.html"
        page.write_text("tables")
        return subprocess.CompletedProcess([], 0)

    monkeypatch.setattr(docs, "writer_lock", lock_of_a_refresh_before)
    monkeypatch.setattr(docs.subprocess, "run", dbt)
    page = docs.build_docs(settings)
    assert page is not None
    assert page.read_text() == "tables"
