"""`make bench`: measures the chain at up to N documents, prints a table and writes JSON.

Belongs here: arguments, the table, the comparison with an earlier run.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import sys
from collections.abc import Sequence
from pathlib import Path

from tests.benchmark.measure import Run, documents_per_second, exponent, measure, ratios

SIZES = (1_000, 10_000, 100_000)
SLOWEST = 20


def main() -> int:
    """Run the benchmark of the command line; returns 0."""
    parser = argparse.ArgumentParser(prog="make bench")
    parser.add_argument("--documents", type=int, default=100_000)
    parser.add_argument("--out", type=Path, default=Path("warehouse/bench.json"))
    parser.add_argument("--compare", type=Path, help="JSON of an earlier run")
    options = parser.parse_args()
    runs = []
    for size in sizes(options.documents):
        runs.append(measure(size))
        print(line(runs[-1]), flush=True)
    print(table(runs))
    figures = summary(runs)
    if options.compare:
        then = json.loads(options.compare.read_text(encoding="utf-8"))["summary"]
        for name, ratio in ratios(figures, then).items():
            print(f"{name:34} {ratio:6.2f} times {options.compare.name}")
    options.out.parent.mkdir(parents=True, exist_ok=True)
    written = {"machine": machine(), "summary": figures, "runs": [run.as_json() for run in runs]}
    options.out.write_text(json.dumps(written, indent=1), encoding="utf-8")
    return 0


def sizes(wanted: int) -> list[int]:
    """The sizes to measure, the wanted one last."""
    return [size for size in SIZES if size < wanted] + [wanted]


def machine() -> str:
    """Processor and number of cores."""
    return f"{platform.processor() or platform.machine()}, {os.cpu_count()} cores"


def line(run: Run) -> str:
    """One run in one line."""
    return (
        f"{run.documents:>8} documents, {run.megabytes:.1f} MB: load {run.load_cpu:.1f} CPU-s, "
        f"chain {run.chain_cpu:.1f} CPU-s in {run.chain_wall:.1f} s, "
        f"{run.megabytes / run.chain_cpu:.2f} MB per CPU-s, "
        f"peak {run.peak_megabytes:.0f} MB, disk {run.disk_megabytes:.0f} MB"
    )


def summary(runs: Sequence[Run]) -> dict[str, float]:
    """What a later run is compared with."""
    last = runs[-1]
    return {
        "documents_per_cpu_second": documents_per_second(runs),
        "chain_cpu_seconds": last.chain_cpu,
        "load_cpu_seconds": last.load_cpu,
        "peak_megabytes": last.peak_megabytes,
        "disk_megabytes": last.disk_megabytes,
        **{f"model.{name}": seconds for name, seconds in sorted(last.models.items())},
    }


def table(runs: Sequence[Run]) -> str:
    """The slowest models by size, with the exponent of their growth."""
    last = runs[-1]
    slowest = sorted(last.models, key=lambda name: -last.models[name])[:SLOWEST]
    head = "".join(f"{run.documents:>10}" for run in runs)
    rows = [f"{'seconds':34}{head}  exponent"]
    for name in slowest:
        cells = "".join(f"{run.models.get(name, 0):10.2f}" for run in runs)
        power = exponent(*runs[-2:], of=name) if len(runs) > 1 else None
        rows.append(f"{name:34}{cells}{'' if power is None else f'{power:10.2f}'}")
    rows.append(f"documents per CPU-second: {documents_per_second(runs):.0f}")
    return "\n".join(rows)


if __name__ == "__main__":
    sys.exit(main())
