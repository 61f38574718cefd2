"""`make docs`, and what `make` says before anything is installed."""

import shutil
import subprocess
from pathlib import Path

import pytest

from dagster_project.commands import docs
from dagster_project.settings import PROJECT_ROOT


@pytest.mark.slow
def test_page_describes_the_tables_and_needs_no_other_file(own, tiny_dbt):
    page = docs.build_docs(own, tiny_dbt)
    assert page == own.home / "docs" / "index.html"
    text = page.read_text()
    assert "Key of the event; it's stable." in text
    assert "manifest.json" not in [path.name for path in page.parent.iterdir()]
    assert not list(own.build_dir.glob(".docs-*"))


def test_tables_that_are_not_built_yet_are_said(monkeypatch, tmp_path, capsys):
    monkeypatch.setenv("SITREP_HOME", str(tmp_path))
    assert docs.main() == 1
    assert "make refresh" in capsys.readouterr().err


@pytest.mark.skipif(shutil.which("make") is None, reason="make is not installed")
def test_make_without_python_says_what_is_needed(tmp_path):
    shutil.copy(PROJECT_ROOT / "Makefile", tmp_path)
    done = subprocess.run(
        [str(Path(shutil.which("make"))), "venv"],
        cwd=tmp_path,
        env={"PATH": str(tmp_path)},
        capture_output=True,
        text=True,
    )
    assert done.returncode != 0
    assert "needs Python 3.11, 3.12 or 3.13" in done.stderr
