"""Times and sizes of the chain at several sizes of corpus.

Belongs here: what is run and how it is counted. Does not belong here: what the documents say
(`corpus`), how it is shown and compared (`__main__`).
"""

from __future__ import annotations

import json
import math
import os
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

import duckdb

from dagster_project.assets.raw import load_gazetteer
from dagster_project.building.dbt_runs import dbt_executable
from dagster_project.loading.gazetteer_files import load_gazetteer_files
from dagster_project.loading.load import Load, load
from dagster_project.loading.reading_list import write_reading_list
from dagster_project.settings import PROJECT_ROOT
from tests.benchmark.corpus import draw_documents
from tests.benchmark.whole_job import Cost, refresh, run_counted, write_documents

_LOAD = Load("20300101T000000", "bench", datetime(2030, 1, 1))


@dataclass(frozen=True)
class Run:
    """One size of corpus, loaded and built.

    Attributes:
        documents: How many.
        megabytes: Of text, UTF-8.
        load_cpu: CPU-seconds of the load.
        chain_cpu: CPU-seconds of dbt with all models, seeds included, tests not.
        chain_wall: Wall-clock seconds of the same.
        peak_megabytes: The largest resident memory of dbt's process.
        disk_megabytes: Of the build file.
        models: Wall-clock seconds by model; two run side by side.
        whole: A whole refresh of the same documents, checks and publishing included.
    """

    documents: int
    megabytes: float
    load_cpu: float
    chain_cpu: float
    chain_wall: float
    peak_megabytes: float
    disk_megabytes: float
    models: dict[str, float]
    whole: Cost

    def as_json(self) -> dict[str, object]:
        """The run as plain values."""
        return asdict(self)


def measure(documents: int, folder: Path | None = None) -> Run:
    """Make, load and build a corpus of `documents` in a folder of its own.

    Raises:
        RuntimeError: dbt failed; with the end of its output.
    """
    with tempfile.TemporaryDirectory(dir=folder) as name:
        home = Path(name)
        raw, database = home / "raw", home / "build.duckdb"
        size = write_documents(draw_documents(documents), raw)
        before = time.process_time()
        connection = duckdb.connect(database)
        try:
            load(connection, raw, named=_LOAD, max_file_bytes=1_000_000, batch_files=1000)
            load_gazetteer(connection)
            load_gazetteer_files(connection, raw, _LOAD.at)
            write_reading_list(connection, "benchmark", batch_documents=10_000_000)
        finally:
            connection.close()
        load_cpu = time.process_time() - before
        cpu, wall, peak = _run_chain(home, database)
        results = json.loads((home / "target" / "run_results.json").read_bytes())["results"]
        return Run(
            documents,
            size / 1e6,
            load_cpu,
            cpu,
            wall,
            peak,
            database.stat().st_size / 1e6,
            {
                result["unique_id"].rpartition(".")[2]: result["execution_time"]
                for result in results
                if result["unique_id"].startswith("model.")
            },
            refresh(raw, home / "warehouse"),
        )


def _run_chain(home: Path, database: Path) -> tuple[float, float, float]:
    environment = {name: value for name, value in os.environ.items() if "DBT_" not in name}
    environment |= {
        "SITREP_BUILD_DB": str(database),
        "DBT_TARGET_PATH": str(home / "target"),
        "DBT_LOG_PATH": str(home / "log"),
        "DBT_SEND_ANONYMOUS_USAGE_STATS": "false",
    }
    command = [dbt_executable(), "--quiet", "build", "--exclude-resource-type", "test"]
    command += ["unit_test", "--profiles-dir", "."]
    return run_counted(command, PROJECT_ROOT / "dbt", environment, home / "output.txt")


def costs(runs: Sequence[Run]) -> list[tuple[int, float]]:
    """Documents and CPU-seconds of the chain, of each run."""
    return [(run.documents, run.chain_cpu) for run in runs]


def exponent(few: tuple[int, float], many: tuple[int, float]) -> float | None:
    """The power of the number of documents that cost grows with, between two sizes.

    Args:
        few: Documents and seconds of the smaller run.
        many: Those of the larger run.

    Returns:
        1 where cost grows as the corpus does; None where nothing was measured.
    """
    if min(few[1], many[1]) <= 0:
        return None
    return math.log(many[1] / few[1]) / math.log(many[0] / few[0])


def documents_per_second(runs: Sequence[Run]) -> float:
    """Documents per CPU-second of the chain; beyond its fixed cost where there are two sizes."""
    if len(runs) < 2:
        return runs[-1].documents / runs[-1].chain_cpu
    few, many = runs[-2:]
    return (many.documents - few.documents) / (many.chain_cpu - few.chain_cpu)


def ratios(now: Mapping[str, float], then: Mapping[str, float]) -> dict[str, float]:
    """This run's figures by an earlier run's, for what both have."""
    return {name: now[name] / then[name] for name in now if then.get(name)}
