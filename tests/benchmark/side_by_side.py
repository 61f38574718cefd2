"""Sitrep beside what a user would pick instead, and beside the floor, on the same texts.

Belongs here: who is measured, on how much text, and the figures. Does not belong here: how the
other packages are called (`alternatives`, in an environment of its own).
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import tempfile
import time
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

import duckdb

from dagster_project.settings import PROJECT_ROOT
from tests.benchmark.alternatives import ALTERNATIVES
from tests.benchmark.corpus import BenchDocument, draw_documents

ENVIRONMENT = PROJECT_ROOT / ".venv-benchmark"
TEXTS = 1_000
SECONDS = 30.0  # CPU time that one alternative gets
CYRILLIC = re.compile("[а-я]")
FLOOR = "DuckDB read_text, count(*)"
DOES = {
    "spacy": "spaCy, small English model: names, with rules for figures",
    "quantulum3": "quantulum3: figures with units",
    "dateparser": "dateparser: dates",
}


@dataclass(frozen=True)
class Pace:
    """How fast one way of reading is.

    Attributes:
        what: The package, and what it reads.
        documents: That it read.
        found: What it found in them; characters for the floor.
        cpu: CPU-seconds, without start and loading of models.
    """

    what: str
    documents: int
    found: int
    cpu: float

    @property
    def per_second(self) -> float:
        """Documents per CPU-second."""
        return self.documents / self.cpu


def paces(seconds: float = SECONDS, texts: int = TEXTS) -> list[Pace]:
    """Read the same English documents in each way; the floor last.

    Args:
        seconds: CPU time for each; the floor reads all texts.
        texts: How many documents there are.

    Raises:
        RuntimeError: An alternative failed; with the end of what it said.
    """
    english = (d for d in draw_documents(2 * texts) if not CYRILLIC.search(d.text))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_texts(islice(english, texts), folder)
        return [*(_alternative(name, folder, seconds) for name in ALTERNATIVES), _floor(folder)]


def write_texts(documents: Iterable[BenchDocument], folder: Path) -> None:
    """Write the texts alone."""
    for document in documents:
        (folder / f"{document.name}.txt").write_text(document.text, encoding="utf-8")


def _alternative(name: str, folder: Path, seconds: float) -> Pace:
    program = Path(__file__).with_name("alternatives.py")
    done = subprocess.run(
        [ENVIRONMENT / "bin" / "python", program, name, folder, str(seconds)],
        # one thread, as CPU-seconds are compared
        env=os.environ | {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode != 0:
        raise RuntimeError(f"{name} failed:\n{done.stderr[-2000:]}")
    return Pace(DOES[name], **json.loads(done.stdout.splitlines()[-1]))


def _floor(folder: Path) -> Pace:
    with duckdb.connect(config={"threads": 1}) as connection:
        began = time.process_time()
        count, size = connection.execute(
            "select count(*), sum(length(content)) from read_text(?)", [f"{folder}/*.txt"]
        ).fetchone()
        return Pace(FLOOR, count, size, time.process_time() - began)
