"""What `make` itself does: its targets, its variables, and what it says where Python is missing."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from dagster_project.settings import PROJECT_ROOT

pytestmark = pytest.mark.skipif(shutil.which("make") is None, reason="make is not installed")


def test_make_lists_its_targets():
    listed = subprocess.run(
        ["make", "help"], cwd=PROJECT_ROOT, capture_output=True, text=True, check=True
    ).stdout
    for target in ("refresh", "test", "ui", "sql", "evaluate", "lint"):
        assert f"make {target}" in listed


@pytest.mark.parametrize("typed", ["q=select 1", "FILE=x.sql", "Wide=1", "SNAPSHOTS=here"])
def test_make_refuses_a_variable_that_it_does_not_read(typed):
    done = subprocess.run(
        ["make", "--no-print-directory", "-o", "venv", "sql", "PYTHON=echo", typed],
        cwd=PROJECT_ROOT,
        capture_output=True,
        text=True,
    )
    assert done.returncode != 0
    assert not done.stdout
    assert f"No target reads {typed.split('=')[0]}." in done.stderr


def test_make_takes_its_variables_and_settings():
    makefile = (PROJECT_ROOT / "Makefile").read_text()
    read = set(re.findall(r"^READ := (.+)$", makefile, re.MULTILINE)[0].split())
    used = set(re.findall(r"\$\(([A-Z]+)\)", makefile)) - {
        "CURDIR",
        "PATH",
        "READ",
        "TYPED",
        "UNREAD",
    }
    assert used <= read
    subprocess.run(
        ["make", "-n", "help", *(f"{name}=1" for name in read), "SITREP_UI_PORT=1", "TZ=UTC"],
        cwd=PROJECT_ROOT,
        capture_output=True,
        check=True,
    )


def test_make_hands_on_a_query_as_it_was_typed():
    asked = "select regexp_matches('aba', 'a$') as ends_in_a, '$(HOME)' as told"
    said = subprocess.run(
        ["make", "--no-print-directory", "-o", "venv", "sql", "PYTHON=echo", f"Q={asked}"],
        cwd=PROJECT_ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    assert said.strip().endswith(asked)


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
