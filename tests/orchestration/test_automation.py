"""The sensor's decisions, the schedule's settings, and what a night asleep costs."""

import json
import logging
import os
import subprocess
import sys
import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import dagster as dg
import duckdb
import pytest
from dagster._core.events import EngineEventData
from dagster._core.remote_origin import InProcessCodeLocationOrigin
from dagster._core.test_utils import freeze_time
from dagster._core.types.loadable_target_origin import LoadableTargetOrigin
from dagster._core.workspace.context import WorkspaceProcessContext
from dagster._core.workspace.load_target import InProcessWorkspaceLoadTarget
from dagster._scheduler.scheduler import launch_scheduled_runs

from dagster_project import definitions, resources
from dagster_project.automation import (
    BECAUSE,
    COLLECT_JOB,
    DOCUMENTS_JOB,
    JOB,
    SENSOR,
    last_refresh,
)
from dagster_project.building.project_files import project_fingerprint
from dagster_project.home import prepare_home
from dagster_project.loading.raw_folder import cheap_fingerprint
from dagster_project.resources import place_if_free, writer_lock
from dagster_project.settings import Settings
from dagster_project.watching import RETRY_AFTER, Ended, Watch, decide
from tests.orchestration.small_assets import automation_of_nothing


def test_first_look_at_a_loaded_folder_starts_nothing():
    decision = decide(None, "a", loaded="a", now=100.0, debounce_seconds=20)
    assert decision.run_key is None
    assert decision.watch == Watch(seen="a", since=100.0, settled="a")


def test_change_starts_one_run_when_it_is_quiet():
    watch = Watch(seen="a", since=0.0, settled="a")
    decision = decide(watch, "b", "a", now=100.0, debounce_seconds=20)
    assert decision.run_key is None
    decision = decide(decision.watch, "b", "a", now=110.0, debounce_seconds=20)
    assert decision.run_key is None
    assert "10 of 20" in decision.reason
    decision = decide(decision.watch, "b", "a", now=120.0, debounce_seconds=20)
    assert decision.run_key is not None
    again = decide(decision.watch, "b", "a", now=130.0, debounce_seconds=20)
    assert again.run_key is None


def test_clock_that_was_put_back_delays_nothing():
    decision = decide(Watch("b", since=1e9, settled="a"), "b", "a", now=100.0, debounce_seconds=20)
    assert decision.run_key is None
    decision = decide(decision.watch, "b", "a", now=120.0, debounce_seconds=20)
    assert decision.run_key is not None
    watch, failed = Watch("a", 0.0, "a", asked=1e9), Ended("run", at=1e9, failed=True)
    assert decide(watch, "a", "a", 2_000.0, 20, failed).run_key == "after-run"


def test_files_that_keep_coming_put_it_off():
    watch = Watch(seen="a", since=0.0, settled="a")
    for number in range(10):
        now = 100.0 + 15 * number
        decision = decide(watch, f"b{number}", "a", now=now, debounce_seconds=20)
        assert decision.run_key is None
        watch = decision.watch
    assert decide(watch, "b9", "a", now=now + 20, debounce_seconds=20).run_key is not None


def test_there_and_back_again_are_two_batches():
    keys = []
    watch, loaded, now = Watch(seen="a", since=0.0, settled="a"), "a", 0.0
    for fingerprint in ("b", "a", "b"):
        for _ in range(2):
            now += 30
            decision = decide(watch, fingerprint, loaded, now=now, debounce_seconds=20)
            watch = decision.watch
        keys.append(decision.run_key)
        loaded = fingerprint
    assert None not in keys
    assert len(set(keys)) == 3


def test_repeated_tick_has_the_same_key():
    watch = Watch(seen="b", since=100.0, settled="a")
    first = decide(watch, "b", "a", now=130.0, debounce_seconds=20)
    second = decide(watch, "b", "a", now=131.0, debounce_seconds=20)
    assert first.run_key == second.run_key


def test_refresh_by_hand_settles_the_folder():
    watch = Watch(seen="b", since=100.0, settled="a")
    decision = decide(watch, "b", loaded="b", now=200.0, debounce_seconds=20)
    assert decision.run_key is None
    assert decision.watch.settled == "b"


def test_what_was_loaded_and_taken_away_while_nobody_looked_is_refreshed():
    watch = Watch(seen="a", since=0.0, settled="a")
    asked = decide(decide(watch, "b", "a", 100.0, 20).watch, "b", "a", 120.0, 20)
    by_hand = Ended("by hand", 800.0, failed=False)
    for watch in (asked.watch, decide(asked.watch, "b", "b", 200.0, 20).watch):
        # The UI was off: files came, a refresh by hand loaded them, and they went again.
        again = decide(watch, "b", "c", 900.0, 20, by_hand)
        late = decide(again.watch, "b", "c", 920.0, 20, by_hand)
        assert (again.run_key, bool(late.run_key)) == (None, True)
        assert late.run_key != asked.run_key
        assert decide(late.watch, "b", "c", 930.0, 20, by_hand).run_key is None


def test_refresh_that_was_cancelled_is_not_asked_for_again():
    watch = Watch(seen="b", since=100.0, settled="a")
    asked = decide(watch, "b", "a", 130.0, 20)
    cancelled = Ended("cancelled", 140.0, failed=False, cancelled=True)
    assert decide(asked.watch, "b", "a", 150.0, 20, cancelled).run_key is None


def test_refresh_that_failed_is_tried_again_a_few_times():
    watch, now, keys = Watch(seen="b", since=0.0, settled="b", asked=50.0), 100.0, []
    for number, pause in enumerate((*RETRY_AFTER, 10 * RETRY_AFTER[-1])):
        failed = Ended(f"run-{number}", now, failed=True)
        # loaded or not: it may have failed before the files were read, or behind
        early = decide(watch, "b", "ab"[number % 2], now + pause - 90, 20, failed)
        assert early.run_key is None
        assert early.watch == watch
        if number < len(RETRY_AFTER):
            assert f"try {number + 1} of 3 follows in 2 minutes" in early.reason
        now += pause
        decision = decide(watch, "b", "ab"[number % 2], now, 20, failed)
        assert decide(watch, "b", "ab"[number % 2], now + 1, 20, failed).run_key == decision.run_key
        watch = decision.watch
        keys.append(decision.run_key)
        # the run is queued, then at work
        assert decide(watch, "b", "b", now + pause, 20, None).run_key is None
        now += 60
    assert keys == ["after-run-0", "after-run-1", "after-run-2", None]
    assert "the daily one or new files are next" in decision.reason


def test_success_or_other_files_forget_how_often_it_was_tried():
    watch = Watch(seen="b", since=0.0, settled="b", asked=50.0, retries=3)
    after = decide(watch, "b", "b", 100.0, 20, Ended("good", 90.0, failed=False))
    assert (after.run_key, after.watch.retries) == (None, 0)
    failed = Ended("bad", 90.0, failed=True)
    changed = decide(decide(watch, "c", "b", 100.0, 20, failed).watch, "c", "b", 130.0, 20, failed)
    assert changed.run_key is not None
    assert changed.watch.retries == 0
    # its run is not there yet, and the one that failed was another
    assert decide(changed.watch, "c", "b", 132.0, 20, failed).run_key is None
    assert decide(changed.watch, "c", "b", 130.0 + RETRY_AFTER[0], 20, failed).run_key is not None


@pytest.fixture
def settings(tmp_path) -> Settings:
    (tmp_path / "raw").mkdir()
    (tmp_path / "home" / "build").mkdir(parents=True)
    return Settings(raw_dir=tmp_path / "raw", home=tmp_path / "home", sensor_debounce_seconds=0)


def test_sensor_asks_for_a_run_and_remembers(settings):
    _, _, (sensor, *_) = automation_of_nothing(settings)
    (settings.raw_dir / "a.txt").write_text("One.")
    with dg.DagsterInstance.ephemeral() as instance:
        context = dg.build_sensor_context(instance=instance, sensor_name=SENSOR)
        result = sensor(context)
        assert isinstance(result, dg.SensorResult)
        assert len(result.run_requests) == 1
        assert "files came, changed or went" in result.run_requests[0].tags[BECAUSE]
        context = dg.build_sensor_context(
            instance=instance, sensor_name=SENSOR, cursor=result.cursor
        )
        again = sensor(context)
        assert not again.run_requests
        os.utime(settings.raw_dir / "a.txt", (time.time(), 1))
        changed = sensor(context)
        assert len(changed.run_requests) == 1
        assert changed.run_requests[0].run_key != result.run_requests[0].run_key


def test_sensor_leaves_the_dictionaries_where_they_stand(settings):
    (settings.raw_dir / "a.txt").write_text("One.")
    asked = []
    for stand in (True, False):
        _, _, (sensor, *_) = automation_of_nothing(settings, lambda stand=stand: stand)
        with dg.DagsterInstance.ephemeral() as instance:
            asked += sensor(dg.build_sensor_context(instance=instance)).run_requests
    assert [request.job_name for request in asked] == [DOCUMENTS_JOB, JOB]


def test_sensor_knows_how_the_last_refresh_ended(settings):
    jobs, _, (sensor, *_) = automation_of_nothing(settings)
    with dg.DagsterInstance.ephemeral() as instance:
        assert last_refresh(instance) is None
        resolved = {
            job.name: dg.Definitions(jobs=[job]).resolve_job_def(job.name) for job in jobs[:2]
        }
        first = instance.create_run_for_job(resolved[JOB])
        instance.report_run_failed(first)
        assert last_refresh(instance).failed
        context = dg.build_sensor_context(
            instance=instance,
            cursor=json.dumps({"seen": "a", "since": 0.0, "settled": "a"}),
        )
        settings.loaded_fingerprint.write_text(cheap_fingerprint(settings.raw_dir))
        said = sensor(context).skip_reason.skip_message
        assert "The last refresh failed; try 1 of 3 follows in 10 minutes." in said
        second = instance.create_run_for_job(resolved[DOCUMENTS_JOB])
        assert last_refresh(instance) is None, "one is at work"
        instance.report_run_canceled(second)
        assert last_refresh(instance).run_id == second.run_id
        assert not last_refresh(instance).failed
        assert last_refresh(instance).cancelled


def test_killed_run_gives_its_place_back(settings):
    killed = subprocess.Popen(["true"])
    killed.wait()
    jobs, _, (sensor, *_) = automation_of_nothing(settings)
    settings.loaded_fingerprint.write_text(cheap_fingerprint(settings.raw_dir))
    with dg.DagsterInstance.ephemeral() as instance:
        job = dg.Definitions(jobs=[jobs[0]]).resolve_job_def(JOB)
        run = instance.create_run_for_job(job, status=dg.DagsterRunStatus.STARTED)
        told = EngineEventData(metadata={"pid": dg.MetadataValue.text(str(killed.pid))})
        instance.report_engine_event("Started", run, told)
        with writer_lock(settings.home):
            sensor(dg.build_sensor_context(instance=instance))
        assert last_refresh(instance) is None, "another machine's may be at work"
        said = sensor(dg.build_sensor_context(instance=instance)).skip_reason.skip_message
        assert "The last refresh failed; try 1 of 3" in said
        assert instance.get_run_by_id(run.run_id).status == dg.DagsterRunStatus.FAILURE


def test_refresh_waits_for_who_only_looks(settings, monkeypatch):
    said = []

    def sleep(_seconds):
        raise InterruptedError

    monkeypatch.setattr(resources.time, "sleep", sleep)
    with place_if_free(settings.home) as first, place_if_free(settings.home) as second:
        assert (first, second) == (True, True)
        with pytest.raises(InterruptedError), writer_lock(settings.home, said.append):
            pass
    assert "waiting for it" in said[0]
    with writer_lock(settings.home), place_if_free(settings.home) as is_free:
        assert not is_free


def test_schedule_and_sensor_look_at_no_file_that_a_refresh_writes(own, tiny_dbt):
    project, standing = project_fingerprint(tiny_dbt), [dg.AssetKey(["raw", "articles"])]
    with duckdb.connect(own.build_database) as connection:
        connection.execute(
            "update raw.refreshes set project_fingerprint = $project, status = 'published'",
            {"project": project},
        )
    assert definitions._dictionaries_stand(own, tiny_dbt, standing)
    with writer_lock(own.home):
        assert not definitions._dictionaries_stand(own, tiny_dbt, standing)
        assert not definitions._is_nothing_new(own, tiny_dbt)


def test_sensor_says_that_the_folder_is_missing(settings):
    elsewhere = replace(settings, raw_dir=settings.raw_dir / "nowhere")
    _, _, (sensor, *_) = automation_of_nothing(elsewhere)
    with dg.DagsterInstance.ephemeral() as instance:
        skipped = sensor(dg.build_sensor_context(instance=instance))
    assert isinstance(skipped, dg.SkipReason)
    assert "SITREP_RAW_DIR" in (skipped.skip_message or "")


def test_schedule_has_the_settings_cron_and_zone(settings):
    changed = replace(settings, schedule_cron="5 4 * * 1", schedule_timezone="Europe/Moscow")
    _, schedule, sensors = automation_of_nothing(changed)
    assert schedule.cron_schedule == "5 4 * * 1"
    assert schedule.execution_timezone == "Europe/Moscow"
    assert schedule.default_status == dg.DefaultScheduleStatus.RUNNING
    assert {s.default_status for s in sensors} == {dg.DefaultSensorStatus.RUNNING}


def test_machine_that_slept_for_days_catches_up_with_one_refresh(settings):
    prepare_home(settings)
    origin = InProcessCodeLocationOrigin(
        LoadableTargetOrigin(
            executable_path=sys.executable, module_name="tests.orchestration.scheduled"
        ),
        location_name="scheduled",
    )
    evening = datetime(2030, 1, 1, 22, tzinfo=UTC)
    requested = []
    with (
        dg.DagsterInstance.from_config(str(settings.dagster_home)) as instance,
        WorkspaceProcessContext(instance, InProcessWorkspaceLoadTarget(origin)) as workspace,
    ):
        # the daemon as it starts, after a night, after eight more, and a minute later
        for passed in (
            timedelta(0),
            timedelta(days=1),
            timedelta(days=9),
            timedelta(days=9, minutes=1),
        ):
            with freeze_time(evening + passed):
                list(
                    launch_scheduled_runs(
                        workspace, logging.getLogger("scheduler"), evening + passed, {}
                    )
                )
            requested.append(instance.get_runs_count())
        (latest, *_) = instance.get_runs()
    assert requested == [0, 1, 2, 2]
    assert latest.tags[".dagster/scheduled_execution_time"] == "2030-01-10T05:15:00+00:00"


def test_sources_are_asked_by_one_run_at_a_time(settings):
    jobs, _, (_, sensor, *_) = automation_of_nothing(settings)
    with dg.DagsterInstance.ephemeral() as instance:
        context = dg.build_sensor_context(instance=instance)
        sources_file = settings.raw_dir / "sources.yml"
        for text in ("", "sources: []", "sources: ["):
            sources_file.write_text(text)
            assert isinstance(sensor(context), dg.SkipReason), text
        sources_file.write_text("sources: [{name: a, kind: folder, path: a}]")
        assert isinstance(sensor(context), dg.RunRequest)
        job = dg.Definitions(jobs=[jobs[-1]]).resolve_job_def(COLLECT_JOB)
        instance.create_run_for_job(job, status=dg.DagsterRunStatus.STARTED)
        assert isinstance(sensor(context), dg.SkipReason), "one is at work"
