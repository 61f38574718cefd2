"""The first `make` on a fresh clone: what it says where it cannot go on."""

import ast
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from dagster_project.commands import make_venv

SOURCE = Path(make_venv.__file__)
LOCK = "rich==15.0.0 --hash=sha256:" + "0" * 64


def first_make(folder: Path, **environment: str) -> subprocess.CompletedProcess:
    """Run the file as `make` does, in a project of its own whose lock has one package."""
    commands = folder / "dagster_project" / "commands"
    commands.mkdir(parents=True)
    shutil.copy(SOURCE, commands)
    (folder / "requirements.lock").write_text(LOCK)
    return subprocess.run(
        [sys.executable, str(commands / SOURCE.name)],
        env=os.environ | environment,
        capture_output=True,
        text=True,
    )


def test_an_old_python_can_read_it():
    text = SOURCE.read_text()
    ast.parse(text, feature_version=(3, 6))
    assert "from __future__" not in text


@pytest.mark.parametrize("version", [(3, 9), (3, 14)])
def test_unfit_python_hands_over_to_one_that_fits(version):
    found = {"python3.11": "/bin/old", "python3.12": "/bin/newer"}
    assert make_venv.fitting_python(version, found.get) == "/bin/newer"
    assert make_venv.fitting_python(version, {}.get) is None
    assert make_venv.fitting_python((3, 13), found.get) == sys.executable


def test_no_fitting_python_is_said(monkeypatch, capsys, tmp_path):
    monkeypatch.setattr(make_venv, "STAMP", "none")
    monkeypatch.setattr(make_venv, "fitting_python", lambda version, find: None)
    assert make_venv.main() == 1
    assert "needs Python 3.11, 3.12 or 3.13" in capsys.readouterr().err


def test_a_shim_of_nothing_is_no_python(monkeypatch, tmp_path):
    shim = tmp_path / "python3.12"
    shim.write_text("#!/bin/sh\necho 'python3.12: command not found' >&2\nexit 127\n")
    shim.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert make_venv.working_python("python3.12") is None
    assert make_venv.working_python("python3.13") is None


def test_no_network_is_said(tmp_path):
    done = first_make(
        tmp_path, PIP_INDEX_URL="http://localhost:9/simple", PIP_RETRIES="0", PIP_CONFIG_FILE="/"
    )
    assert done.returncode == 1
    assert "reaches no package index" in done.stderr
    assert "Traceback" not in done.stderr
    assert not (tmp_path / ".venv" / make_venv.STAMP).exists(), "the next make starts over"


def test_folder_that_cannot_be_written_is_said(tmp_path):
    # A file in the folder's place: root may write anywhere.
    (tmp_path / ".venv.lock").mkdir()
    done = first_make(tmp_path)
    assert done.returncode == 1
    assert "cannot be made" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("ERROR: Could not install: [Errno 28] No space left on device", "disk is full"),
        ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM", "another file"),
        ("error: something new", "see above"),
    ],
)
def test_words_of_pip_are_explained(line, words):
    assert words in make_venv.cause_of(["Collecting rich==15.0.0", line])
