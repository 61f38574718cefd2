"""`make bench INCREMENTS=N`: what a refresh costs that has 100 new documents, or none.

Belongs here: which refreshes are compared, and the ratios. Does not belong here: the documents
(`corpus`), one refresh (`whole_job`), the models' own times (`measure`).
"""

from __future__ import annotations

import argparse
import json
import tempfile
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from itertools import islice
from pathlib import Path

from tests.benchmark.corpus import draw_documents
from tests.benchmark.whole_job import Cost, refresh, write_documents

FEW = 200
ADDED = 100


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
    """What is promised: less than three of the first two, less than a tenth of the last two."""
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
        write_documents(islice(drawn, documents), raw)
        full = refresh(raw, home)
        print(f"{documents:>8} documents: full    {full.cpu:7.1f} CPU-s {full.wall:7.1f} s")
        nothing = refresh(raw, home)
        print(f"{documents:>8} documents: nothing {nothing.cpu:7.1f} CPU-s {nothing.wall:7.1f} s")
        write_documents(drawn, raw)
        added = refresh(raw, home)
        print(
            f"{documents:>8} documents: +{ADDED}    {added.cpu:7.1f} CPU-s {added.wall:7.1f} s",
            flush=True,
        )
    return Growth(documents, full, nothing, added)


if __name__ == "__main__":
    raise SystemExit(main())
