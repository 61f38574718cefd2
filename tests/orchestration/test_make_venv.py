"""The first `make` on a fresh clone: what it says where it cannot go on."""

import ast
import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from dagster_project.commands import make_venv

SOURCE = Path(make_venv.__file__)
LOCK = "rich==15.0.0 --hash=sha256:" + "0" * 64
NO_INDEX = {
    "PIP_INDEX_URL": "http://localhost:9/simple",
    "PIP_RETRIES": "0",
    "PIP_CONFIG_FILE": "/",
}


def first_make(
    folder: Path, python: str | Path = sys.executable, **environment: str
) -> subprocess.CompletedProcess:
    """Run the file as `make` does, in a project of its own whose lock has one package."""
    commands = folder / "dagster_project" / "commands"
    commands.mkdir(parents=True, exist_ok=True)
    shutil.copy(SOURCE, commands)
    (folder / "requirements.lock").write_text(LOCK)
    return subprocess.run(
        [str(python), str(commands / SOURCE.name)],
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


def test_no_fitting_python_is_said(monkeypatch, capsys):
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
    done = first_make(tmp_path, **NO_INDEX)
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


def made_by_hand(folder: Path, root: Path) -> Path:
    """An environment that says that it was made of the lock, in a project's folder."""
    venv = folder / ".venv"
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(venv)], check=True)
    (site_packages,) = venv.glob("lib/python3*/site-packages")
    (site_packages / "sitrep.pth").write_text(f"{root}\n")
    (venv / make_venv.STAMP).write_text(hashlib.sha256(LOCK.encode()).hexdigest())
    return venv


def test_environment_that_is_ready_is_left_alone(tmp_path):
    venv = made_by_hand(tmp_path, tmp_path)
    for python in (sys.executable, venv / "bin" / "python3"):
        assert first_make(tmp_path, python, **NO_INDEX).returncode == 0


def test_environment_of_another_lock_is_made_anew_by_its_own_python(tmp_path):
    venv = made_by_hand(tmp_path, tmp_path)
    (venv / make_venv.STAMP).write_text("of another lock")
    # As `make` does, which looks for Python in the environment first.
    done = first_make(tmp_path, venv / "bin" / "python3", **NO_INDEX)
    assert "Setting up .venv" in done.stdout
    assert "reaches no package index" in done.stderr, "it was made, but for its packages"


def test_environment_of_another_folder_or_python_is_not_ready(tmp_path, monkeypatch):
    venv = made_by_hand(tmp_path, tmp_path)
    wanted = (venv / make_venv.STAMP).read_text()
    monkeypatch.setattr(make_venv, "ROOT", tmp_path / "moved")
    assert not make_venv._is_ready(venv, wanted)
    monkeypatch.setattr(make_venv, "ROOT", tmp_path)
    assert make_venv._is_ready(venv, wanted)
    (packages,) = venv.glob("lib/python3*")
    packages.rename(packages.with_name("python3.1"))
    assert not make_venv._is_ready(venv, wanted)


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
