"""What goes with time, so that months with nobody near fill no disk.

Belongs here: records of runs, and what killed processes left lying. Does not belong here: rows of
the warehouse (`load_ledger`, dbt), and what each refresh replaces anyway (`exporting`).
"""

from __future__ import annotations

import re
import shutil
from collections import Counter
from datetime import UTC, datetime, timedelta
from pathlib import Path

import dagster as dg

from dagster_project.settings import Settings

_RUN_ID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
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
