"""When things run: jobs, schedule, sensor, freshness. Each with its reason.

Belongs here: automation alone. Does not belong here: what runs (`assets`, `checks`).
"""

import json
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict
from datetime import timedelta
from typing import TYPE_CHECKING

import dagster as dg

from dagster_project.collecting.sources import SourcesFileError, read_sources
from dagster_project.loading.raw_folder import RawFolderError, cheap_fingerprint
from dagster_project.notices import tell, tell_of_set_aside
from dagster_project.resources import place_if_free
from dagster_project.retention import end_abandoned_runs
from dagster_project.settings import Settings
from dagster_project.watching import Ended, Watch, decide

if TYPE_CHECKING:
    # What define_asset_job returns has no public name.
    from dagster._core.definitions.unresolved_asset_job_definition import (
        UnresolvedAssetJobDefinition as AssetJob,
    )

JOB = "refresh"
DOCUMENTS_JOB = "documents_refresh"
RECORD_JOB = "record_refresh"
SCHEDULE = "daily_refresh"
SENSOR = "raw_folder_changed"
COLLECT_JOB = "collect"
COLLECT_SENSOR = "time_to_collect"
# The tag in which a run says why it was started.
BECAUSE = "sitrep/started_because"
_UNFINISHED = [
    dg.DagsterRunStatus.QUEUED,
    dg.DagsterRunStatus.NOT_STARTED,
    dg.DagsterRunStatus.STARTING,
    dg.DagsterRunStatus.STARTED,
]
_BEGUN = [
    dg.DagsterRunStatus.STARTED,
    dg.DagsterRunStatus.SUCCESS,
    dg.DagsterRunStatus.FAILURE,
    dg.DagsterRunStatus.CANCELING,
    dg.DagsterRunStatus.CANCELED,
]


def build_freshness_policy(settings: Settings) -> dg.FreshnessPolicy:
    """How old the published file may become.

    The schedule refreshes it daily: a warning after one missed run, a failure after two.
    """
    return dg.FreshnessPolicy.time_window(
        fail_window=timedelta(hours=settings.freshness_fail_hours),
        warn_window=timedelta(hours=settings.freshness_warn_hours),
    )


def build_jobs(
    everything: dg.AssetSelection,
    standing: Sequence[dg.AssetKey],
    audit: Sequence[dg.AssetKey],
    sources: dg.AssetSelection,
) -> list["AssetJob"]:
    """The jobs.

    Args:
        everything: All assets of a refresh.
        standing: What stays as it is while no model and no dictionary changes.
        audit: What is built anew when neither files nor models changed.
        sources: What brings files in. A job of its own: a slow server holds up no refresh.
    """
    return [
        dg.define_asset_job(
            JOB,
            selection=everything,
            description="Load raw/, build all models, run all checks, publish.",
            # One file has one writer, so steps could not run side by side; a process for each
            # would only add its start: 30 s instead of 16 s for one refresh.
            executor_def=dg.in_process_executor,
        ),
        dg.define_asset_job(
            DOCUMENTS_JOB,
            selection=everything - dg.AssetSelection.assets(*standing),
            description="As refresh, with the dictionaries as they stand: no model changed.",
            executor_def=dg.in_process_executor,
        ),
        dg.define_asset_job(
            RECORD_JOB,
            selection=dg.AssetSelection.assets(*audit),
            description="Record a refresh in which nothing was new: ledger, audit, publish.",
            executor_def=dg.in_process_executor,
        ),
        dg.define_asset_job(
            COLLECT_JOB,
            selection=sources,
            description="Ask the sources of raw/sources.yml for what is new; files go to raw/.",
            executor_def=dg.in_process_executor,
        ),
    ]


def build_schedule(
    settings: Settings,
    job: "AssetJob",
    audit: Sequence[dg.AssetKey],
    is_nothing_new: Callable[[], bool],
) -> dg.ScheduleDefinition:
    """The daily refresh.

    The sensor refreshes when files change; the schedule is for what no file tells: a new version
    of dictionaries and rules, and a freshness that shows the machine is alive. At night, when
    nobody waits for the file.

    Args:
        settings: When.
        job: What it starts.
        audit: The part of that job which records that nothing was new.
        is_nothing_new: Whether that is all there is to do.
    """

    @dg.schedule(
        name=SCHEDULE,
        job=job,
        cron_schedule=settings.schedule_cron,
        execution_timezone=settings.schedule_timezone,
        default_status=dg.DefaultScheduleStatus.RUNNING,
        description="Refreshes daily; cron and zone are settings.",
    )
    def daily_refresh(context: dg.ScheduleEvaluationContext) -> dg.RunRequest:
        if not is_work_left(context.instance) and is_nothing_new():
            because = "the daily refresh; nothing is new, which is recorded"
            return dg.RunRequest(asset_selection=list(audit), tags={BECAUSE: because})
        return dg.RunRequest(tags={BECAUSE: "the daily refresh"})

    return daily_refresh


def build_sensor(
    settings: Settings,
    jobs: Sequence["AssetJob"],
    dictionaries_stand: Callable[[], bool],
) -> dg.SensorDefinition:
    """Starts one refresh when files in the raw folder were added, changed or removed.

    Debounced: a folder that is being copied into is not half a batch. It goes by path, size and
    time of the files, since it looks every few seconds; the load goes by content. Where the last
    refresh failed, whoever started it, it tries again a few times.

    Args:
        settings: Which folder, and how long it is to be quiet.
        jobs: A whole refresh, and one that leaves the dictionaries as they stand.
        dictionaries_stand: Whether the latter will do.
    """
    whole, part = jobs

    @dg.sensor(
        name=SENSOR,
        jobs=[whole, part],
        minimum_interval_seconds=settings.sensor_interval_seconds,
        default_status=dg.DefaultSensorStatus.RUNNING,
        description=(
            "One refresh for each batch of added, changed or removed files; one that failed is"
            " tried again up to three times."
        ),
    )
    def raw_folder_changed(
        context: dg.SensorEvaluationContext,
    ) -> dg.SensorResult | dg.SkipReason:
        try:
            found = cheap_fingerprint(settings.raw_dir)
        except RawFolderError as error:
            return dg.SkipReason(str(error))
        with place_if_free(settings.home) as nobody_writes:
            if nobody_writes and (ended := end_abandoned_runs(context.instance)):
                context.log.warning(f"Runs whose process is gone failed: {', '.join(ended)}")
        watch = Watch(**json.loads(context.cursor)) if context.cursor else None
        loaded = (
            settings.loaded_fingerprint.read_text()
            if settings.loaded_fingerprint.exists()
            else None
        )
        decision = decide(
            watch,
            found,
            loaded,
            time.time(),
            settings.sensor_debounce_seconds,
            last_refresh(context.instance),
        )
        cursor = json.dumps(asdict(decision.watch))
        if decision.run_key is None:
            return dg.SensorResult(skip_reason=decision.reason, cursor=cursor)
        job = part if dictionaries_stand() else whole
        context.log.info(f"{job.name}: {decision.reason}")
        request = dg.RunRequest(
            run_key=decision.run_key, job_name=job.name, tags={BECAUSE: decision.reason}
        )
        return dg.SensorResult(run_requests=[request], cursor=cursor)

    return raw_folder_changed


def last_refresh(instance: dg.DagsterInstance) -> Ended | None:
    """How the last refresh ended; None where there was none, or where one is at work."""
    last = _last_run(instance)
    if last is None:
        return None
    run = last.dagster_run
    if not run.is_finished or last.end_time is None:
        return None
    return Ended(
        run.run_id,
        last.end_time,
        failed=run.status == dg.DagsterRunStatus.FAILURE,
        cancelled=run.status == dg.DagsterRunStatus.CANCELED,
    )


def is_work_left(instance: dg.DagsterInstance) -> bool:
    """Whether the last refresh that began did not come to its end.

    It may have published all the same: report and exports are then of an earlier file.
    """
    last = _last_run(instance, _BEGUN)
    return last is not None and last.dagster_run.status != dg.DagsterRunStatus.SUCCESS


def _last_run(
    instance: dg.DagsterInstance, statuses: Sequence[dg.DagsterRunStatus] = ()
) -> dg.RunRecord | None:
    latest = [
        record
        for job in (JOB, DOCUMENTS_JOB, RECORD_JOB)
        for record in instance.get_run_records(
            dg.RunsFilter(job_name=job, statuses=statuses), limit=1
        )
    ]
    return max(latest, key=lambda record: record.create_timestamp, default=None)


def build_collect_sensor(settings: Settings, job: "AssetJob") -> dg.SensorDefinition:
    """Asks the sources every so often; what that brings is a change of the raw folder.

    A sensor and no schedule: after a night asleep it asks once, not once for each tick missed.
    """

    @dg.sensor(
        name=COLLECT_SENSOR,
        job=job,
        minimum_interval_seconds=settings.collect_interval_seconds,
        default_status=dg.DefaultSensorStatus.RUNNING,
        description="Asks the sources of raw/sources.yml; the interval is a setting.",
    )
    def time_to_collect(
        context: dg.SensorEvaluationContext,
    ) -> dg.RunRequest | dg.SkipReason:
        try:
            sources = read_sources(settings.raw_dir)
        except SourcesFileError as error:
            return dg.SkipReason(str(error))
        if not sources:
            return dg.SkipReason("raw/sources.yml names no source.")
        unfinished = dg.RunsFilter(job_name=job.name, statuses=_UNFINISHED)
        if context.instance.get_runs_count(unfinished):
            return dg.SkipReason("The sources are being asked already.")
        return dg.RunRequest()

    return time_to_collect


def build_notice_sensors(
    settings: Settings, jobs: Sequence["AssetJob"]
) -> list[dg.SensorDefinition]:
    """Tell the webhook of the settings when refreshes begin to fail, and when they work again.

    Of documents that a refresh set aside it is told, too.
    """

    @dg.run_failure_sensor(
        name="refresh_failed",
        monitored_jobs=[*jobs],
        default_status=dg.DefaultSensorStatus.RUNNING,
        description="Sends one notice when refreshes begin to fail.",
    )
    def refresh_failed(context: dg.RunFailureSensorContext) -> None:
        said = f"Run {context.dagster_run.run_id}: {context.failure_event.message or ''}"
        tell(settings, works=False, said=said, log=context.log.warning)

    @dg.run_status_sensor(
        run_status=dg.DagsterRunStatus.SUCCESS,
        name="refresh_works_again",
        monitored_jobs=[*jobs],
        default_status=dg.DefaultSensorStatus.RUNNING,
        description="Sends one notice when refreshes work again, or set documents aside.",
    )
    def refresh_works_again(context: dg.RunStatusSensorContext) -> None:
        tell(settings, works=True, said="", log=context.log.warning)
        tell_of_set_aside(settings, context.log.warning)

    return [refresh_failed, refresh_works_again]


def build_automation(
    settings: Settings,
    *,
    everything: dg.AssetSelection,
    standing: Sequence[dg.AssetKey],
    audit: Sequence[dg.AssetKey],
    sources: dg.AssetSelection,
    is_nothing_new: Callable[[], bool],
    dictionaries_stand: Callable[[], bool],
) -> tuple[Sequence["AssetJob"], dg.ScheduleDefinition, Sequence[dg.SensorDefinition]]:
    """Jobs, schedule and sensors of one warehouse.

    Args:
        settings: When, and of which folders.
        everything: All assets of a refresh; see `build_jobs`, as for the next three.
        standing: What stays as it is while no model and no dictionary changes.
        audit: What is built anew when neither files nor models changed.
        sources: What brings files in.
        is_nothing_new: Whether the daily refresh has only that to record.
        dictionaries_stand: Whether a refresh of changed files may leave `standing` alone.
    """
    jobs = build_jobs(everything, standing, audit, sources)
    *refreshes, collect = jobs
    sensors = [
        build_sensor(settings, jobs[:2], dictionaries_stand),
        build_collect_sensor(settings, collect),
    ]
    if settings.notice_url is not None:
        sensors += build_notice_sensors(settings, refreshes)
    return jobs, build_schedule(settings, jobs[0], audit, is_nothing_new), sensors
