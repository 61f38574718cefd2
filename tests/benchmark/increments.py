"""`make bench INCREMENTS=N`: what a refresh costs that has 100 new documents, or none.

Belongs here: whole refreshes of made-up documents, and the figures of them. Does not belong here:
the documents (`corpus`), the models' own times (`measure`).
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from itertools import islice
from pathlib import Path

from dagster_project.settings import PROJECT_ROOT
from tests.benchmark.corpus import BenchDocument, draw_documents

FEW = 200
ADDED = 100
_OUTPUT_TAIL = 4000


@dataclass(frozen=True)
class Cost:
    """What a refresh cost.

    Attributes:
        cpu: CPU-seconds of all its processes.
        wall: Seconds.
    """

    cpu: float
    wall: float


@dataclass(frozen=True)
class Growth:
    """Three refreshes of one warehouse.

    Attributes:
        documents: That it had before any was added.
        full: The first refresh.
        nothing: The next, with nothing new.
        added: One with `ADDED` new documents.
    """

    documents: int
    full: Cost
    nothing: Cost
    added: Cost


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure a small and a large warehouse; returns 0."""
    parser = argparse.ArgumentParser(prog="make bench INCREMENTS=N")
    parser.add_argument("--documents", type=int, default=20_000)
    parser.add_argument("--out", type=Path, default=Path("warehouse/increments.json"))
    options = parser.parse_args(arguments)
    few, many = (growth(size) for size in (FEW, options.documents))
    figures = ratios(few, many)
    for name, ratio in figures.items():
        print(f"{name:40} {ratio:6.3f}")
    options.out.parent.mkdir(parents=True, exist_ok=True)
    written = {"few": asdict(few), "many": asdict(many), "ratios": figures}
    options.out.write_text(json.dumps(written, indent=1), encoding="utf-8")
    return 0


def ratios(few: Growth, many: Growth) -> dict[str, float]:
    """What is promised: a third at most of the first two, a tenth of the last two."""
    return {
        "added to many / added to few, CPU": many.added.cpu / few.added.cpu,
        "added to many / added to few, wall": many.added.wall / few.added.wall,
        "nothing new / full, CPU": many.nothing.cpu / many.full.cpu,
        "nothing new / full, wall": many.nothing.wall / many.full.wall,
    }


def growth(documents: int) -> Growth:
    """Refresh a warehouse of so many documents, then twice more.

    Raises:
        RuntimeError: A refresh failed; with the end of its output.
    """
    drawn = iter(draw_documents(documents + ADDED))
    with tempfile.TemporaryDirectory() as name:
        raw, home = Path(name) / "raw", Path(name) / "home"
        write(islice(drawn, documents), raw)
        full = refresh(raw, home)
        print(f"{documents:>8} documents: full    {full.cpu:7.1f} CPU-s {full.wall:7.1f} s")
        nothing = refresh(raw, home)
        print(f"{documents:>8} documents: nothing {nothing.cpu:7.1f} CPU-s {nothing.wall:7.1f} s")
        write(drawn, raw)
        added = refresh(raw, home)
        print(
            f"{documents:>8} documents: +{ADDED}    {added.cpu:7.1f} CPU-s {added.wall:7.1f} s",
            flush=True,
        )
    return Growth(documents, full, nothing, added)


def write(documents: Iterable[BenchDocument], raw: Path) -> None:
    """Write documents and their sidecars."""
    for document in documents:
        folder = raw / f"{document.kind}s"
        folder.mkdir(parents=True, exist_ok=True)
        (folder / f"{document.name}.txt").write_bytes(document.text.encode())
        (folder / f"{document.name}.meta.json").write_text(
            json.dumps(document.sidecar), encoding="utf-8"
        )


def refresh(raw: Path, home: Path) -> Cost:
    """Run one refresh in a process of its own."""
    before, began = _cpu(), time.monotonic()
    done = subprocess.run(
        [sys.executable, "-m", "dagster_project.refresh"],
        cwd=PROJECT_ROOT,
        env=os.environ | {"SITREP_RAW_DIR": str(raw), "SITREP_HOME": str(home)},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode != 0:
        output = (done.stdout + done.stderr)[-_OUTPUT_TAIL:]
        raise RuntimeError(f"the refresh ended with {done.returncode}:\n{output}")
    return Cost(_cpu() - before, time.monotonic() - began)


def _cpu() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


if __name__ == "__main__":
    raise SystemExit(main())
