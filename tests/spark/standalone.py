"""A standalone Spark cluster on this machine's loopback: a master and workers of one core each.

Belongs here: starting and ending it. Does not belong here: what runs on it.
"""

from __future__ import annotations

import os
import re
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

HOST = "127.0.0.1"
_SECONDS = 60
_URL = re.compile(r"Starting Spark master at (spark://\S+)")
_REGISTERED = "Successfully registered with master"


@contextmanager
def cluster(python: Path, folder: Path, workers: int, megabytes: int = 2_000) -> Iterator[str]:
    """Keep a cluster up within the context.

    Args:
        python: The interpreter of Spark's environment.
        folder: Empty; gets the logs and the workers' files.
        workers: How many, of one core each.
        megabytes: Memory of each worker.

    Yields:
        The master's URL.

    Raises:
        RuntimeError: It did not come up within a minute; with what it said.
    """
    started: list[subprocess.Popen[bytes]] = []
    try:
        master = ["master.Master", "--host", HOST, "--port", "0", "--webui-port", "0"]
        started.append(_start(python, folder, "master", master))
        url = _said(folder / "master.log", _URL)
        for number in range(workers):
            name = f"worker{number}"
            worker = ["worker.Worker", "--host", HOST, "--cores", "1", "--webui-port", "0"]
            worker += ["--memory", f"{megabytes}m", "--work-dir", str(folder / name), url]
            started.append(_start(python, folder, name, worker))
        for number in range(workers):
            _said(folder / f"worker{number}.log", re.compile(f"({_REGISTERED})"))
        yield url
    finally:
        for process in reversed(started):
            process.terminate()
        for process in started:
            process.wait(_SECONDS)


def _start(python: Path, folder: Path, name: str, arguments: list[str]) -> subprocess.Popen[bytes]:
    folder.mkdir(parents=True, exist_ok=True)
    command = [str(python.parent / "spark-class"), f"org.apache.spark.deploy.{arguments[0]}"]
    with (folder / f"{name}.log").open("wb") as log:
        return subprocess.Popen(
            [*command, *arguments[1:]],
            env=os.environ | {"SPARK_LOCAL_IP": HOST, "PYSPARK_PYTHON": str(python)},
            stdout=log,
            stderr=subprocess.STDOUT,
        )


def _said(log: Path, wanted: re.Pattern[str]) -> str:
    until = time.monotonic() + _SECONDS
    while time.monotonic() < until:
        found = wanted.search(log.read_text(encoding="utf-8", errors="replace"))
        if found:
            return found[1]
        time.sleep(0.2)
    tail = log.read_text(encoding="utf-8", errors="replace")[-2_000:]
    raise RuntimeError(f"{log.name} did not say {wanted.pattern!r} within a minute:\n{tail}")
