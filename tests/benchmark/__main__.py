"""`make bench`: measures Sitrep at up to N documents and beside others, prints tables, writes JSON.

Belongs here: arguments, the tables, the comparison with an earlier run. Does not belong here: what
is run (`measure`, `whole_job`, `side_by_side`).
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import sys
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path

from tests.benchmark.measure import Run, costs, documents_per_second, exponent, measure, ratios
from tests.benchmark.side_by_side import Pace, paces

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
    others = paces()
    print(table(runs), stage_table(runs), side_by_side(runs, others), sep="\n\n")
    figures = summary(runs)
    if options.compare:
        then = json.loads(options.compare.read_text(encoding="utf-8"))["summary"]
        for name, ratio in ratios(figures, then).items():
            print(f"{name:34} {ratio:6.2f} times {options.compare.name}")
    options.out.parent.mkdir(parents=True, exist_ok=True)
    written = {
        "machine": machine(),
        "summary": figures,
        "runs": [run.as_json() for run in runs],
        "side_by_side": [asdict(pace) for pace in others],
    }
    options.out.write_text(json.dumps(written, indent=1), encoding="utf-8")
    return 0


def sizes(wanted: int) -> list[int]:
    """The sizes to measure, the wanted one last."""
    return [size for size in SIZES if size < wanted] + [wanted]


def machine() -> str:
    """Processor and number of cores."""
    try:
        told = Path("/proc/cpuinfo").read_text(encoding="utf-8")
        names = [line.partition(": ")[2] for line in told.splitlines() if "model name" in line]
    except OSError:
        names = []
    name = names[0] if names else platform.processor() or platform.machine()
    return f"{name}, {os.cpu_count()} cores"


def line(run: Run) -> str:
    """One run in one line."""
    return (
        f"{run.documents:>8} documents, {run.megabytes:.1f} MB: load {run.load_cpu:.1f} CPU-s, "
        f"chain {run.chain_cpu:.1f} CPU-s in {run.chain_wall:.1f} s, "
        f"{run.megabytes / run.chain_cpu:.2f} MB per CPU-s, "
        f"peak {run.peak_megabytes:.0f} MB, disk {run.disk_megabytes:.0f} MB; "
        f"whole refresh {run.whole.cpu:.1f} CPU-s in {run.whole.wall:.1f} s, "
        f"{run.documents / run.whole.wall:.1f} documents per second, "
        f"peak {run.whole.peak_megabytes:.0f} MB"
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
        "refresh_cpu_seconds": last.whole.cpu,
        "refresh_wall_seconds": last.whole.wall,
        "refresh_peak_megabytes": last.whole.peak_megabytes,
        **{f"model.{name}": seconds for name, seconds in sorted(last.models.items())},
    }


def table(runs: Sequence[Run]) -> str:
    """The slowest models by size, with the exponent of their growth."""
    rows = growth_rows([(run.documents, run.models) for run in runs])
    rows.append(f"documents per CPU-second: {documents_per_second(runs):.0f}")
    if len(runs) > 1:
        rows.append(f"exponent of the chain's CPU time: {exponent(*costs(runs)[-2:]):.2f}")
    return "\n".join(rows)


def stage_table(runs: Sequence[Run]) -> str:
    """The slowest steps of a whole refresh by size, with the exponent of their growth."""
    return "\n".join(growth_rows([(run.documents, run.whole.stages) for run in runs]))


def growth_rows(sizes: Sequence[tuple[int, Mapping[str, float]]]) -> list[str]:
    """A line for each of the slowest, and a heading.

    Args:
        sizes: Documents, and seconds by name, of each run; the largest last.
    """
    _, last = sizes[-1]
    head = "".join(f"{documents:>10}" for documents, _ in sizes)
    rows = [f"{'seconds':34}{head}  exponent"]
    for name in sorted(last, key=lambda name: -last[name])[:SLOWEST]:
        costs = [(documents, seconds.get(name, 0.0)) for documents, seconds in sizes]
        power = exponent(*costs[-2:]) if len(costs) > 1 else None
        cells = "".join(f"{seconds:10.2f}" for _, seconds in costs)
        rows.append(f"{name:34}{cells}{'' if power is None else f'{power:10.2f}'}")
    return rows


def side_by_side(runs: Sequence[Run], others: Sequence[Pace]) -> str:
    """Documents per CPU-second of each way of reading, and how many times Sitrep's they are."""
    ours = documents_per_second(runs)
    rows = [f"{'documents per CPU-second':60}{'':>10}  times Sitrep's"]
    paced = [("Sitrep, the whole chain", ours), *((pace.what, pace.per_second) for pace in others)]
    rows += [f"{what:60}{per_second:10.1f}{per_second / ours:12.2f}" for what, per_second in paced]
    return "\n".join(rows)


if __name__ == "__main__":
    sys.exit(main())
