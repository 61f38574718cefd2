"""`make sql`."""

import os
import subprocess
import sys

from dagster_project import query
from dagster_project.settings import PROJECT_ROOT, Settings


def ask(settings: Settings, *arguments: str, lines: str = "") -> subprocess.CompletedProcess:
    return subprocess.run(
        [sys.executable, "-m", "dagster_project.query", *arguments],
        cwd=PROJECT_ROOT,
        env=os.environ | {"SITREP_HOME": str(settings.home)},
        input=lines,
        capture_output=True,
        text=True,
    )


def test_one_query(built):
    done = ask(built, "select count(*) as n, 'x' as t from fct_events")
    assert done.returncode == 0
    assert done.stdout.split() == ["n", "t", "-", "-", "5", "x"]


def test_years_and_ids_are_printed_as_they_are(built):
    assert "20170911" in query.run(built.published_database, "select 20170911 as date_key")


def test_wrong_query_is_said_and_ends_with_an_error(built):
    done = ask(built, "select nothing")
    assert done.returncode == 1
    assert "nothing" in done.stderr
    assert "Traceback" not in done.stderr


def test_nothing_can_be_written(built):
    before = built.published_database.read_bytes()
    assert ask(built, "delete from marts.fct_events").returncode == 1
    assert built.published_database.read_bytes() == before


def test_missing_file_is_said_plainly(tmp_path):
    done = ask(Settings(home=tmp_path), "select 1")
    assert done.returncode == 1
    assert "make refresh" in done.stderr


def test_prompt(built):
    lines = (
        ".tables\n.describe fct_events\nselect 40 +\n2 as answer;\nselect wrong;\n.help\n.quit\n"
    )
    done = ask(built, lines=lines)
    assert done.returncode == 0
    for words in ("fct_observations", "event_id", "answer", "42", ".describe TABLE"):
        assert words in done.stdout
    assert "wrong" in done.stderr
