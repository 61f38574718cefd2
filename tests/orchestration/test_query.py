"""`make sql`."""

import contextlib
import fcntl
import os
import pty
import re
import select
import shutil
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Iterator

import duckdb
import pytest

from dagster_project.commands import query
from dagster_project.settings import PROJECT_ROOT, Settings


def ask(settings: Settings, *arguments: str, lines: str = "") -> subprocess.CompletedProcess:
    return subprocess.run(
        [sys.executable, "-m", "dagster_project.commands.query", *arguments],
        cwd=PROJECT_ROOT,
        env=os.environ | {"SITREP_HOME": str(settings.home)},
        input=lines,
        capture_output=True,
        text=True,
    )


def test_query_is_answered(built):
    done = ask(built, "select count(*) as n, 'x' as t from fct_events")
    assert done.returncode == 0
    assert done.stdout.split() == ["n", "t", "-", "-", "5", "x"]


def test_query_of_a_file_is_answered(built, tmp_path):
    file = tmp_path / "asked.sql"
    file.write_text("-- how many\nselect count(*) as n from fct_events")
    assert ask(built, "--file", str(file)).stdout.split() == ["n", "-", "5"]


def test_file_that_is_not_there_is_said_and_opens_no_prompt(built):
    done = ask(built, "--file", "nowhere.sql", lines="select 42;\n")
    assert done.returncode == 1
    assert done.stderr == "nowhere.sql cannot be read: No such file or directory.\n"
    assert not done.stdout


def test_answer_without_rows_says_so(built):
    assert ask(built, "from fct_events where false").stdout.endswith("(no rows)\n")


def test_long_cells_are_cut_unless_asked_for_wide(built):
    long = "select repeat('x', 100) as words"
    assert "x" * 100 not in ask(built, long).stdout
    assert "x" * 100 in ask(built, "--wide", long).stdout


def test_years_and_ids_are_printed_as_they_are(built):
    assert "20170911" in query.run(built.published_database, "select 20170911 as date_key")


def test_numbers_of_any_type_stand_at_the_right(built):
    shown = query.run(built.published_database, "select 1.5 as figure_of_decimals, 2 as whole")
    assert shown.splitlines()[-1] == f"{'1.5':>18}  {'2':>5}"


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


def test_pipe_gets_a_prompt_that_goes_on_behind_a_fault(built):
    lines = (
        ".tables\n.describe fct_events\nselect 40 +\n2 as answer;\nselect wrong;\n.help\n.quit\n"
    )
    done = ask(built, lines=lines)
    assert done.returncode == 0
    for words in ("fct_observations", "event_id", "answer", "42", ".describe TABLE"):
        assert words in done.stdout
    assert "wrong" in done.stderr


def test_describe_gives_what_a_column_means_in_full(built):
    described = ask(built, ".describe fct_events").stdout
    assert "in more words than a cell of an answer at the prompt has room for." in described


def test_tables_and_describe_tell_what_a_row_is(built, tmp_path):
    described = Settings(home=tmp_path)
    shutil.copy(built.published_database, described.published_database)
    with duckdb.connect(described.published_database) as connection:
        meaning = "What is told. Grain: one row an event (of any type)."
        connection.execute(f"comment on table marts.fct_events is '{meaning}'")
        # What a refresh of few documents does: DuckDB's own estimate would be ten.
        connection.execute("create temporary table kept as from marts.fct_events")
        connection.execute("delete from marts.fct_events")
        connection.execute("insert into marts.fct_events from kept")
    lines = [line.split() for line in ask(described, ".tables").stdout.splitlines()]
    assert ["fct_events", "5", "an", "event", "(of", "any", "type)"] in lines
    assert ask(described, ".describe fct_events").stdout.startswith(f"{meaning}\n\ncolumn_name")
    assert ask(described, ".describe fct_observations").stdout.startswith("column_name")


def test_describe_of_what_is_no_table_names_those_like_it(built):
    done = ask(built, ".describe fct_event")
    assert done.returncode == 1
    assert 'Did you mean "fct_events"' in done.stderr


def test_what_is_called_after_from_is_listed_and_described(built, tmp_path):
    told = Settings(home=tmp_path)
    shutil.copy(built.published_database, told.published_database)
    with duckdb.connect(told.published_database) as connection:
        connection.execute(
            "create or replace macro marts.told_by(who) as table"
            " select event_id, 'x' as said from marts.fct_events where who = event_id"
        )
    assert "told_by(who)" in ask(told, ".tables").stdout.splitlines()[-1]
    described = ask(told, ".describe told_by").stdout
    assert "told_by(who)" in described
    assert ["said", "VARCHAR"] in [line.split() for line in described.splitlines()]


@pytest.mark.parametrize("line", [".tables", ".describe fct_events"])
def test_damaged_file_is_said_to_a_command_as_to_a_query(tmp_path, line):
    damaged = Settings(home=tmp_path)
    damaged.published_database.write_bytes(b"no database " * 1000)
    for asked in (line, "from fct_events"):
        done = ask(damaged, asked)
        assert done.returncode == 1
        assert "not a valid DuckDB database file" in done.stderr
        assert "Traceback" not in done.stderr


def test_describe_takes_a_table_with_its_schema(built):
    assert (
        ask(built, ".describe marts.fct_events;").stdout
        == ask(built, ".describe fct_events").stdout
    )


@pytest.mark.parametrize("line", [".frobnicate", ".describe", ".tables all"])
def test_command_that_there_is_not_is_named(built, line):
    done = ask(built, line)
    assert done.returncode == 1
    assert f"{line} is no command here" in done.stderr
    assert ".describe TABLE" in done.stderr


def test_comment_alone_is_no_query(built):
    done = ask(built, "-- how many")
    assert done.returncode == 1
    assert done.stderr == "There is no query in it: it is empty, or a comment.\n"


def test_option_that_there_is_not_gets_the_usage(built):
    done = ask(built, "--wdie", "select 1")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("usage: ")
    assert ask(built, "--help").stdout.startswith("usage: ")


class Terminal:
    """A terminal of 140 columns with `make sql` in it, that says it is dark when asked."""

    def __init__(self, settings: Settings) -> None:
        self.process, self.handle = pty.fork()
        if self.process == 0:
            os.chdir(PROJECT_ROOT)
            environment = os.environ | {
                "SITREP_HOME": str(settings.home),
                "TERM": "xterm-256color",
                "PAGER": "cat",
            }
            command = [sys.executable, "-m", "dagster_project.commands.query"]
            os.execvpe(command[0], command, environment)
        fcntl.ioctl(self.handle, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 140, 0, 0))

    def type(self, keys: str, until: str) -> str:
        """What is on the screen after the keys, once the words are there."""
        os.write(self.handle, keys.encode())
        shown, ends = "", time.monotonic() + 60
        while until not in shown:
            left = ends - time.monotonic()
            ready = select.select([self.handle], [], [], max(0, left))[0]
            assert ready, f"{until!r} did not come: {shown!r}"
            raw = os.read(self.handle, 65536).decode(errors="replace")
            if "\x1b]11;?" in raw:
                os.write(self.handle, b"\x1b]11;rgb:0000/0000/0000\x07\x1b[?62;c")
            shown += re.sub(r"\x1b\][^\x07\x1b]*(\x07|\x1b\\)?|\x1b\[[0-9;?]*[a-zA-Z]", "", raw)
        return shown

    def leave(self) -> int:
        """The exit status after `.quit`."""
        os.write(self.handle, b".quit\r")
        with contextlib.suppress(OSError):  # what Linux says when the other end is closed
            while os.read(self.handle, 65536):
                pass
        os.close(self.handle)
        return os.waitstatus_to_exitcode(os.waitpid(self.process, 0)[1])


@pytest.fixture
def terminal(own: Settings) -> Iterator[Terminal]:
    opened = Terminal(own)
    opened.type("", until="marts D ")
    yield opened
    with contextlib.suppress(ProcessLookupError):
        os.kill(opened.process, signal.SIGKILL)


def test_a_terminal_gets_a_shell_that_completes_and_remembers(
    terminal: Terminal, own: Settings
) -> None:
    assert "fct_event_actors" in terminal.type("from fct_ev\t", until="fct_event_actors")
    terminal.type("\x15", until="D ")
    terminal.type("select reconcilia\t", until="reconciliation_id")
    terminal.type("\x15", until="D ")
    assert "LINE 1:" in terminal.type("select wrong from fct_events;\r", until="^")
    terminal.type(".tables\r", until="fct_observations")
    terminal.type(".help\r", until=".tables")
    terminal.type("select 6 * 7 as answer;\r", until=" 42 ")
    assert "read-only" in terminal.type("delete from fct_events;\r", until="read-only")
    assert terminal.leave() == 0
    again = Terminal(own)
    again.type("", until="marts D ")
    again.type("\x12answer", until="select 6 * 7")
    os.kill(again.process, signal.SIGKILL)
    assert "select 6 * 7 as answer;" in own.sql_history.read_text()
