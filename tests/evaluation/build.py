"""Builds a warehouse of the labelled documents alone, by the project's own refresh."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from dagster_project.settings import PROJECT_ROOT
from tests.evaluation.corpora import SHIPPED, Corpus
from tests.evaluation.gold import GOLD_SUFFIX, label_files

KIND_FOLDERS = ("articles", "bulletins")
OUTPUT_TAIL = 4000  # characters of a failed refresh that are worth reading


def copy_labelled_documents(target: Path, corpus: Corpus = SHIPPED) -> int:
    """Copies each labelled document and its sidecar to a raw folder; returns the documents.

    Raises FileNotFoundError when a label has no document.
    """
    ids = [file.name.removesuffix(GOLD_SUFFIX) for file in label_files(corpus.labels)]
    for document_id in ids:
        files = [
            file
            for folder in KIND_FOLDERS
            for file in sorted((corpus.documents / folder).glob(f"{document_id}.*"))
            if not file.name.endswith(GOLD_SUFFIX)
        ]
        if not any(not file.name.endswith(".meta.json") for file in files):
            raise FileNotFoundError(f"no document for the label {document_id}")
        for file in files:
            place = target / file.parent.name
            place.mkdir(parents=True, exist_ok=True)
            shutil.copy2(file, place / file.name)
    return len(ids)


def build_labelled_warehouse(folder: Path, corpus: Corpus = SHIPPED) -> Path:
    """Refreshes a new warehouse in `folder`; returns its published file.

    Raises RuntimeError with the end of the output when the refresh fails or publishes nothing.
    """
    raw, home = folder / "raw", folder / "home"
    copy_labelled_documents(raw, corpus)
    home.mkdir(parents=True, exist_ok=True)
    env = os.environ | {"SITREP_RAW_DIR": str(raw), "SITREP_HOME": str(home)}
    done = subprocess.run(
        [sys.executable, "-m", "dagster_project.commands.refresh"],
        cwd=PROJECT_ROOT,
        env=env,
        capture_output=True,
        text=True,
    )
    published = home / "sitrep.duckdb"
    if done.returncode != 0 or not published.exists():
        output = (done.stdout + done.stderr)[-OUTPUT_TAIL:]
        raise RuntimeError(f"the refresh ended with {done.returncode}:\n{output}")
    return published
