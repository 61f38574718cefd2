"""A whole refresh of made-up documents: load, read, check, publish, and what each stage took.

Belongs here: one `make refresh` in processes of its own, its cost, its stages as Dagster saw them.
Does not belong here: the documents (`corpus`), the chain alone (`measure`).
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import dagster as dg

from dagster_project.settings import PROJECT_ROOT
from tests.benchmark.corpus import BenchDocument

_OUTPUT_TAIL = 4000  # characters of a failed command that are worth reading


@dataclass(frozen=True)
class Cost:
    """What a refresh cost.

    Attributes:
        cpu: CPU-seconds of all its processes.
        wall: Seconds.
        peak_megabytes: The largest resident memory of one of its processes.
        stages: Seconds by the step of the job.
    """

    cpu: float
    wall: float
    peak_megabytes: float
    stages: dict[str, float]


def write_documents(documents: Iterable[BenchDocument], raw: Path) -> int:
    """Write documents and their sidecars; returns the bytes of text."""
    size = 0
    for document in documents:
        folder = raw / f"{document.kind}s"
        folder.mkdir(parents=True, exist_ok=True)
        size += (folder / f"{document.name}.txt").write_bytes(document.text.encode())
        (folder / f"{document.name}.meta.json").write_text(
            json.dumps(document.sidecar), encoding="utf-8"
        )
    return size


def refresh(raw: Path, home: Path) -> Cost:
    """Run one refresh in a process of its own.

    Raises:
        RuntimeError: It failed; with the end of its output.
    """
    home.mkdir(parents=True, exist_ok=True)
    used = run_counted(
        [sys.executable, "-m", "dagster_project.commands.refresh"],
        PROJECT_ROOT,
        os.environ | {"SITREP_RAW_DIR": str(raw), "SITREP_HOME": str(home)},
        home.with_name(f"{home.name}.output"),
    )
    return Cost(*used, stages=last_stages(home / "dagster"))


def run_counted(
    command: Sequence[str], folder: Path, environment: Mapping[str, str], output: Path
) -> tuple[float, float, float]:
    """Run a command to its end, what it says going into a file.

    Returns:
        CPU-seconds of it and its own children, seconds, megabytes of the largest of them.

    Raises:
        RuntimeError: It failed; with the end of its output.
    """
    began = time.monotonic()
    # os.wait4 tells what this one child and its own children used
    with output.open("wb") as said:
        child = subprocess.Popen(
            command, cwd=folder, env=environment, stdout=said, stderr=subprocess.STDOUT
        )
        _, status, usage = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
    wall = time.monotonic() - began
    if child.returncode != 0:
        tail = output.read_text(encoding="utf-8", errors="replace")[-_OUTPUT_TAIL:]
        raise RuntimeError(f"{' '.join(command)} ended with {child.returncode}:\n{tail}")
    return usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss / 1024


def last_stages(dagster_home: Path) -> dict[str, float]:
    """Seconds of each step of an instance's last run, in the order in which they began."""
    with dg.DagsterInstance.from_config(str(dagster_home)) as instance:
        (run,) = instance.get_runs(limit=1)
        steps = instance.get_run_step_stats(run.run_id)
    seconds: dict[str, float] = defaultdict(float)
    for step in sorted(steps, key=lambda step: step.start_time or 0.0):
        seconds[step.step_key] += (step.end_time or 0.0) - (step.start_time or 0.0)
    return dict(seconds)
