"""What goes with time, so that months with nobody near fill no disk.

Belongs here: records of runs, and what killed processes left lying. Does not belong here: rows of
the warehouse (`load_ledger`, dbt), and what each refresh replaces anyway (`exporting`).
"""

from __future__ import annotations

import os
import re
import shutil
from collections import Counter
from datetime import UTC, datetime, timedelta
from pathlib import Path

import dagster as dg

from dagster_project.settings import Settings

_RUN_ID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
# A clock that is set while a process runs tells another beginning of it.
_CLOCK_SECONDS = 60
_ENDED = {dg.DagsterRunStatus.SUCCESS, dg.DagsterRunStatus.FAILURE, dg.DagsterRunStatus.CANCELED}


def delete_old_runs(instance: dg.DagsterInstance, home: Path, days: int, kept: int) -> None:
    """Delete what Dagster would keep for ever; the record of one refresh is 20 MB.

    The last run of each job stays, however old: from it the UI tells how things stand.

    Args:
        instance: Knows the runs and their events.
        home: Its folder, where a run has a folder of logs and a file of events.
        days: Age at which a run goes.
        kept: Runs of a job beyond which the older ones go, whatever their age.
    """
    before = datetime.now(UTC) - timedelta(days=days)
    seen: Counter[str] = Counter()
    for record in instance.get_run_records():
        run = record.dagster_run
        seen[run.job_name] += 1
        is_old = record.update_timestamp < before
        # A run that nobody ended was killed; one that waits may be one of many.
        too_many = seen[run.job_name] > kept and run.status in _ENDED
        if seen[run.job_name] > 1 and (is_old or too_many):
            instance.delete_run(run.run_id)
    for folder, suffix in ((home / "storage", ""), (home / "history" / "runs", ".db")):
        for path in folder.glob(f"*{suffix}"):
            if not _RUN_ID.fullmatch(path.name.removesuffix(suffix)):
                continue
            if path.stat().st_mtime >= before.timestamp() or instance.has_run(path.stem):
                continue
            if path.is_dir():
                shutil.rmtree(path, ignore_errors=True)
            else:
                path.unlink()


def end_abandoned_runs(instance: dg.DagsterInstance) -> list[str]:
    """Record as failed the runs whose process is gone: killed, or lost with the machine.

    Dagster takes them for running for ever, and gives their place in the pool to no other run; nor
    would a source be asked again. To be called while nobody has the writer's place: a process of
    another container cannot be seen from here.

    Args:
        instance: Knows the runs and their events.

    Returns:
        Their ids.
    """
    begun = dg.RunsFilter(statuses=[dg.DagsterRunStatus.STARTED, dg.DagsterRunStatus.CANCELING])
    ended = []
    for run in instance.get_runs(begun):
        if (process := _process_of(instance, run.run_id)) and _is_gone(*process):
            said = (
                f"The process of this run ({process[0]}) is gone: killed, or lost with the machine."
            )
            instance.report_run_failed(run, said)
            ended.append(run.run_id)
    return ended


def _process_of(instance: dg.DagsterInstance, run_id: str) -> tuple[int, float] | None:
    """The process of a run, and when it told of itself; None where it has not yet."""
    for entry in instance.all_logs(run_id, of_type=dg.DagsterEventType.ENGINE_EVENT):
        event = entry.dagster_event
        if event is not None and "pid" in event.engine_event_data.metadata:
            return int(str(event.engine_event_data.metadata["pid"].value)), entry.timestamp
    return None


def _is_gone(process: int, told_at: float) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return True
    except PermissionError:
        pass  # there, and somebody else's
    began = _began_at(process)
    # A number is given again, after a restart to whoever comes first.
    return began is not None and began > told_at + _CLOCK_SECONDS


def _began_at(process: int) -> float | None:
    """When a process began, in seconds since 1970; None where the system does not say so."""
    try:
        after_name = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
        booted = re.search(r"^btime (\d+)", Path("/proc/stat").read_text(), re.MULTILINE)
    except OSError:
        return None
    if booted is None:
        return None
    return int(booted[1]) + int(after_name[19]) / os.sysconf("SC_CLK_TCK")


def delete_leftovers(settings: Settings) -> None:
    """Delete what a killed command had laid on disk meanwhile; by whoever has the writer's place.

    Whoever lays it there has that place until it is gone.

    Args:
        settings: Of which warehouse.
    """
    build, published = settings.build_database, settings.published_database
    for folder in (
        build.with_name(f"{build.name}.tmp"),
        published.with_name(f".{published.name}.draft.tmp"),
        *settings.build_dir.glob("manifests/.parse-*"),
        *settings.build_dir.glob(".docs-*"),
        *settings.home.glob("snapshots/.*.draft"),
    ):
        shutil.rmtree(folder, ignore_errors=True)
