"""What a second worker saves: made-up documents built on a cluster of one worker, and of two.

`.venv/bin/python -m tests.spark.speed_up --documents 1000`. Belongs here: what is run, and what is
read from Spark's own log of events. Does not belong here: the cluster (`standalone`), the documents
(`tests.benchmark.corpus`).
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path

import duckdb

from dagster_project.assets.raw import load_gazetteer
from dagster_project.building.dbt_runs import run_dbt
from dagster_project.commands import make_venv
from dagster_project.settings import Settings
from dagster_project.spark.hand_over import PYTHON, build_on_spark
from tests.benchmark.corpus import draw_documents
from tests.benchmark.whole_job import write_documents
from tests.rules.small_warehouse import load_folder
from tests.spark.standalone import HOST, cluster

_SLOWEST = 12


@dataclass
class Cost:
    """What a model or a room of models took.

    Attributes:
        tasks: Seconds that cores were busy with its rows, all workers together.
        shuffled: Bytes written for other tasks to read.
        stages: Rounds of tasks.
    """

    tasks: float = 0.0
    shuffled: int = 0
    stages: int = 0

    def add(self, other: Cost) -> None:
        """Take in what another took."""
        self.tasks += other.tasks
        self.shuffled += other.shuffled
        self.stages += other.stages


@dataclass(frozen=True)
class Run:
    """One build.

    Attributes:
        workers: Of one core each.
        documents: How many.
        seconds: From the start of dbt's session to its end.
        driver: Seconds in which no core of any worker had a task.
        rooms: Costs by folder of models.
        models: Costs by model.
    """

    workers: int
    documents: int
    seconds: float
    driver: float
    rooms: dict[str, Cost] = field(default_factory=dict)
    models: dict[str, Cost] = field(default_factory=dict)


def main(arguments: Sequence[str] | None = None) -> int:
    """Build on clusters of the sizes asked for; returns the exit status."""
    parser = argparse.ArgumentParser(prog="tests.spark.speed_up")
    parser.add_argument("--documents", type=int, default=1_000)
    parser.add_argument("--workers", type=int, nargs="+", default=[1, 2])
    parser.add_argument("--out", type=Path, help="JSON of the figures")
    options = parser.parse_args(arguments)
    if make_venv.main(".venv-spark", "dagster_project/spark/requirements.lock") != 0:
        return 1
    with tempfile.TemporaryDirectory(prefix="sitrep-spark-") as name:
        folder = Path(name)
        database = prepare(folder, options.documents)
        runs = []
        for workers in options.workers:
            runs.append(measure(folder, database, workers, options.documents))
            print(told(runs[-1], runs[0]), flush=True)
    if options.out:
        text = json.dumps([asdict(run) for run in runs], indent=1)
        options.out.write_text(text, encoding="utf-8")
    return 0


def prepare(folder: Path, documents: int) -> Path:
    """Load made-up documents and the dictionaries; the build file."""
    settings = Settings()
    raw, database = folder / "raw", folder / settings.build_database.name
    write_documents(draw_documents(documents), raw)
    with duckdb.connect(database) as connection:
        load_gazetteer(connection)
    load_folder(raw, database)
    done = run_dbt(
        ["seed"], settings.dbt_project_dir, folder / "target", {"SITREP_BUILD_DB": str(database)}
    )
    if not done.successful:
        raise RuntimeError("\n".join(done.errors))
    return database


def measure(folder: Path, database: Path, workers: int, documents: int) -> Run:
    """Build on a cluster of some workers, and read what it took from Spark's log."""
    place = folder / f"workers{workers}"
    events, conf, tables = place / "events", place / "conf", place / "tables"
    events.mkdir(parents=True)
    conf.mkdir()
    (conf / "spark-defaults.conf").write_text(
        f"spark.eventLog.enabled true\nspark.eventLog.dir file://{events}\n"
        "spark.eventLog.rolling.enabled false\nspark.eventLog.compress false\n"
    )
    # The master's and workers' machine is this one, whatever its name stands for.
    os.environ |= {"SPARK_LOCAL_IP": HOST, "SPARK_CONF_DIR": str(conf)}
    variables = {"SITREP_THREADS": "2", "SITREP_CODER_VERSION": "speed-up"}
    with cluster(PYTHON, place / "cluster", workers) as master:
        began = time.monotonic()
        build_on_spark(database, tables, master, variables)
        seconds = time.monotonic() - began
    (log,) = events.glob("app-*")
    models, driver = read_events(log)
    rooms: dict[str, Cost] = defaultdict(Cost)
    for model, cost in models.items():
        rooms[room_of(model)].add(cost)
    shutil.rmtree(place)
    return Run(workers, documents, seconds, driver, dict(rooms), models)


def read_events(log: Path) -> tuple[dict[str, Cost], float]:
    """Costs by model, and seconds in which no task ran, of a log of Spark's events."""
    models: dict[str, Cost] = defaultdict(Cost)
    names: dict[int, str] = {}
    spans: list[tuple[int, int]] = []
    first = last = 0
    with log.open(encoding="utf-8") as lines:
        for line in lines:
            event = json.loads(line)
            kind = event["Event"]
            if kind == "SparkListenerStageSubmitted":
                said = (event.get("Properties") or {}).get("spark.job.description") or ""
                names[event["Stage Info"]["Stage ID"]] = said or "(none)"
                models[said or "(none)"].stages += 1
            elif kind == "SparkListenerTaskEnd" and event.get("Task Metrics"):
                cost, metrics = models[names[event["Stage ID"]]], event["Task Metrics"]
                info = event["Task Info"]
                cost.tasks += (info["Finish Time"] - info["Launch Time"]) / 1000
                cost.shuffled += metrics["Shuffle Write Metrics"]["Shuffle Bytes Written"]
                spans.append((info["Launch Time"], info["Finish Time"]))
            elif kind == "SparkListenerApplicationStart":
                first = event["Timestamp"]
            elif kind == "SparkListenerApplicationEnd":
                last = event["Timestamp"]
    return dict(models), (last - first - covered(spans)) / 1000


def covered(spans: Sequence[tuple[int, int]]) -> int:
    """How much of a line some pieces of it cover together."""
    total, reached = 0, -1
    for start, end in sorted(spans):
        total += max(0, end - max(start, reached))
        reached = max(reached, end)
    return total


def room_of(model: str) -> str:
    """The folder of a model, below `models/`; its name where there is none."""
    models = Settings().dbt_project_dir / "models"
    found = next(models.rglob(f"{model}.sql"), None)
    return "/".join(found.relative_to(models).parent.parts[:2]) if found else model


def told(run: Run, first: Run) -> str:
    """A run's figures as lines."""
    lines = [
        f"{run.workers} worker(s), {run.documents} documents: {run.seconds:.0f} s,"
        f" {run.documents / run.seconds:.1f} documents per second,"
        f" {first.seconds / run.seconds:.2f} times the first;"
        f" no task ran in {run.driver:.0f} s of them"
    ]
    for title, costs in (("room", run.rooms), ("model", run.models)):
        lines.append(f"  {title:34} {'core-s':>8} {'stages':>7} {'shuffled bytes a document':>26}")
        slowest = sorted(costs.items(), key=lambda item: -item[1].tasks)
        for name, cost in slowest if title == "room" else slowest[:_SLOWEST]:
            each = cost.shuffled / run.documents
            lines.append(f"  {name:34} {cost.tasks:8.1f} {cost.stages:7} {each:26,.0f}")
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main())
