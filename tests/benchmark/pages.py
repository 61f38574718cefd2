"""`make bench PAGES=1000`: the memory of a refresh of so many megabytes of collected news pages.

Belongs here: what a page looks like around its article, and the memory of each stage. Does not
belong here: what the article says (`corpus`), one refresh (`whole_job`).
"""

from __future__ import annotations

import argparse
import html
import json
import os
import random
import tempfile
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

import dagster as dg

from tests.benchmark.corpus import BenchDocument, draw_documents
from tests.benchmark.whole_job import refresh

# What a machine of 2 GB is told to keep to; whatever the environment says goes before it.
SMALL_MACHINE = {
    "SITREP_MEMORY": "600MB",
    "SITREP_BATCH_DOCUMENTS": "1000",
    "SITREP_THREADS": "1",
}
_PAGE_BYTES = (50_000, 70_000)
_PER_FOLDER = 1_000
_SECONDS = 0.2
_WORDS = (
    "market",
    "sport",
    "weather",
    "culture",
    "opinion",
    "travel",
    "video",
    "photo",
    "science",
    "health",
    "world",
    "local",
    "politics",
    "economy",
    "society",
    "letters",
    "archive",
    "podcast",
    "events",
    "jobs",
    "contact",
    "about",
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Make the pages, refresh, print the memory of each stage; returns 0."""
    parser = argparse.ArgumentParser(prog="make bench PAGES=MEGABYTES")
    parser.add_argument("--megabytes", type=int, default=1_000)
    parser.add_argument("--out", type=Path, default=Path("warehouse/pages.json"))
    parser.add_argument("--folder", type=Path, help="where files are made meanwhile")
    options = parser.parse_args(arguments)
    set_to = {name: os.environ.setdefault(name, value) for name, value in SMALL_MACHINE.items()}
    with tempfile.TemporaryDirectory(dir=options.folder) as name:
        raw, home = Path(name) / "raw", Path(name) / "home"
        pages = write_pages(raw, options.megabytes * 1_000_000)
        print(f"{pages} pages, {options.megabytes} MB, {set_to}", flush=True)
        with watched_memory() as seen:
            cost = refresh(raw, home)
        peaks = stage_peaks(home / "dagster", seen)
    for stage, megabytes in peaks.items():
        print(f"{stage:40} {cost.stages[stage]:8.1f} s  peak {megabytes:6.0f} MB")
    print(f"{cost.cpu:.0f} CPU-s in {cost.wall:.0f} s, peak {cost.peak_megabytes:.0f} MB")
    options.out.parent.mkdir(parents=True, exist_ok=True)
    written = {"pages": pages, "settings": set_to, "peaks": peaks, "cost": vars(cost)}
    options.out.write_text(json.dumps(written, indent=1), encoding="utf-8")
    return 0


def write_pages(raw: Path, wanted: int) -> int:
    """Write pages until they are so many bytes; returns how many they are."""
    size = number = 0
    for number, document in enumerate(draw_documents(wanted // _PAGE_BYTES[0] + 1)):
        if size >= wanted:
            break
        folder = raw / f"{document.kind}s" / f"{number // _PER_FOLDER:04d}"
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / f"{document.name}.html"
        size += path.write_bytes(page_of(document, random.Random(number)).encode())
    return number


def page_of(document: BenchDocument, chance: random.Random) -> str:
    """The article with menus, scripts, style and teasers around it, as a site sends it."""
    title, *paragraphs = [line for line in document.text.split("\n") if line.strip()]
    links = "\n".join(f"<li>{_link(chance)}</li>" for _ in range(60))
    teasers = "\n".join(
        f'<div class="teaser related"><h4>{_link(chance)}</h4></div>' for _ in range(20)
    )
    body = "\n".join(f"<p>{html.escape(text)}</p>" for text in paragraphs)
    day = document.sidecar.get("published_date")
    dated = f'<meta property="article:published_time" content="{day}T08:00:00Z">' if day else ""
    head = (
        f'<!doctype html><html lang="{document.sidecar.get("language", "en")}"><head>'
        f'<meta charset="utf-8"><title>{html.escape(title)}</title>{dated}'
    )
    article = (
        f'</head><body><nav class="menu"><ul>{links}</ul></nav><main><article>'
        f"<h1>{html.escape(title)}</h1>\n{body}\n</article></main>"
        f'<aside class="sidebar">{teasers}</aside><footer>{_link(chance)}</footer></body></html>'
    )
    missing = chance.randint(*_PAGE_BYTES) - len((head + article).encode())
    return head + _furniture(chance, max(0, missing)) + article


def _link(chance: random.Random) -> str:
    words = " ".join(chance.choices(_WORDS, k=chance.randint(1, 6))).capitalize()
    return f'<a href="/{chance.choice(_WORDS)}/{chance.randrange(10**8)}.html">{words}</a>'


def _furniture(chance: random.Random, size: int) -> str:
    """Script and style of so many bytes."""
    rule = ".{}-{} {{ margin: {}px; color: #{:06x}; }}\n"
    call = "window.{}{} = function (a, b) {{ return a + b * {} < {}; }};\n"
    parts, length = ["<style>\n"], 0
    turned = False
    while length < size:
        if length > size / 3 and not turned:
            parts.append("</style>\n<script>\n")
            turned = True
        numbers = (chance.randrange(1000), chance.randrange(100), chance.randrange(16**6))
        parts.append((call if turned else rule).format(chance.choice(_WORDS), *numbers))
        length += len(parts[-1])
    return "".join([*parts, "</script>\n" if turned else "</style>\n"])


@contextmanager
def watched_memory() -> Iterator[list[tuple[float, float]]]:
    """Gets moments, in seconds since 1970, with the megabytes of this process's children then."""
    seen: list[tuple[float, float]] = []
    ended = threading.Event()

    def look() -> None:
        while not ended.wait(_SECONDS):
            seen.append((time.time(), _megabytes_of_children()))

    watcher = threading.Thread(target=look)
    watcher.start()
    try:
        yield seen
    finally:
        ended.set()
        watcher.join()


def _megabytes_of_children() -> float:
    page = os.sysconf("SC_PAGE_SIZE")
    children = Path(f"/proc/self/task/{os.getpid()}/children").read_text().split()
    pages = 0
    for child in children:
        try:
            pages += int(Path(f"/proc/{child}/statm").read_text().split()[1])
        except OSError:
            continue  # it has ended
    return pages * page / 1e6


def stage_peaks(dagster_home: Path, seen: Sequence[tuple[float, float]]) -> Mapping[str, float]:
    """The most megabytes seen during each step of an instance's last run, in order."""
    with dg.DagsterInstance.from_config(str(dagster_home)) as instance:
        (run,) = instance.get_runs(limit=1)
        steps = instance.get_run_step_stats(run.run_id)
    peaks = {}
    for step in sorted(steps, key=lambda step: step.start_time or 0.0):
        began, ended = step.start_time or 0.0, step.end_time or 0.0
        held = [megabytes for at, megabytes in seen if began <= at <= ended]
        if held:
            peaks[step.step_key] = max(held)
    return peaks


if __name__ == "__main__":
    raise SystemExit(main())
