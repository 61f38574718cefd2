"""`make sql`: DuckDB's own shell on the published file, or the answer to one query.

Belongs here: starting the shell, and printing answers. A terminal gets the shell (package
duckdb-cli: completion of tables and columns, history, errors with their place, `.help`); a pipe
gets a plain prompt that opens the file anew for each query.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import duckdb

from dagster_project.settings import SettingError, load_settings
from dagster_project.sql import open_to_read, query
from dagster_project.tables import plain_table

_MOST_ROWS = 200
_WIDEST_CELL = 80
_USAGE = """\
usage: python -m dagster_project.commands.query [--wide] ["select ..." | .tables | --file FILE]
Without a query it opens a prompt; --wide leaves long cells whole."""
_HELP = """\
End a query with ; and Enter. Also: .tables, .describe TABLE, .help, .quit (or Ctrl-D)."""
_SHELL_HELP = """\
End a query with ; and Enter; Tab completes tables and columns, the arrows go back in history.
Also: .tables, describe TABLE; .help, .quit (or Ctrl-D). Search: from search('ceasefire Aleppo');
The shell shows the file as it is now: after a refresh, leave it and come back."""
_SCHEMA = "marts"


def main(arguments: list[str]) -> int:
    """Answer the query in the arguments, or open a prompt.

    Args:
        arguments: Nothing; one query or dot command; or `--file` and the file that holds a query.
            `--wide` before them leaves long cells whole.

    Returns:
        The exit status: 0 when answered, 1 when the query or the file is at fault, 2 for an
            option or a setting that there is not.
    """
    if arguments in (["--help"], ["-h"]):
        print(_USAGE)
        return 0
    try:
        settings = load_settings()
    except SettingError as error:
        print(error, file=sys.stderr)
        return 2
    published = settings.published_database
    if not published.exists():
        print(f"There is no {published} yet: run `make refresh` first.", file=sys.stderr)
        return 1
    is_wide = arguments[:1] == ["--wide"]
    arguments = arguments[is_wide:]
    if arguments == ["--file"] or _is_unknown_option(arguments):
        print(_USAGE, file=sys.stderr)
        return 2
    try:
        text = _asked(arguments)
    except (OSError, UnicodeDecodeError) as error:
        said = getattr(error, "strerror", None) or "it is no text in UTF-8"
        print(f"{arguments[1]} cannot be read: {said}.", file=sys.stderr)
        return 1
    if text.startswith("."):
        return _command(published, text)
    if text:
        return _answer(published, text, None if is_wide else _WIDEST_CELL)
    if _is_terminal() and find_spec("duckdb_cli") is not None:
        return _shell(published, settings.sql_history)
    return _prompt(published)


def run(published: Path, sql: str, widest: int | None = _WIDEST_CELL) -> str:
    """Run a query on the published file.

    Args:
        published: The file.
        sql: One query; tables of the marts need no schema.
        widest: Letters of a cell beyond which it is cut; None leaves each whole.

    Returns:
        The answer as a plain table.

    Raises:
        duckdb.Error: The query cannot be run.
    """
    with open_to_read(published) as connection:
        connection.execute(f"set search_path = '{_SCHEMA}'")
        if not connection.extract_statements(sql):
            raise duckdb.ParserException("There is no query in it: it is empty, or a comment.")
        result = connection.execute(sql)
        columns = [column[0] for column in result.description or []]
        rows = result.fetchall()
    table = plain_table(columns, rows[:_MOST_ROWS], widest)
    if not rows:
        return f"{table}\n(no rows)"
    more = f"\n({len(rows):,} rows, the first {_MOST_ROWS} shown)" if len(rows) > _MOST_ROWS else ""
    return table + more


def _is_unknown_option(arguments: list[str]) -> bool:
    # "-- which" begins a query with a comment
    first = arguments[0] if arguments else ""
    return first != "--file" and re.fullmatch(r"--?[a-z]+", first) is not None


def _asked(arguments: list[str]) -> str:
    if arguments[:1] == ["--file"]:
        return Path(arguments[1]).read_text("utf-8").strip()
    return " ".join(arguments).strip()


def _answer(published: Path, sql: str, widest: int | None = _WIDEST_CELL) -> int:
    try:
        print(run(published, sql, widest))
    except duckdb.Error as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def _is_terminal() -> bool:
    return sys.stdin.isatty() and sys.stdout.isatty() and os.environ.get("TERM") != "dumb"


def _shell(published: Path, history: Path) -> int:
    print(f"{published}, read-only.\n{_SHELL_HELP}\n", flush=True)
    done = subprocess.run(  # noqa: S603
        [
            *(sys.executable, "-m", "duckdb_cli", "-readonly"),
            *("-cmd", f"set search_path = '{_SCHEMA}'"),
            str(published),
        ],
        env={"DUCKDB_HISTORY": str(history)} | os.environ,
        check=False,
    )
    # 1 is a session in which a query was wrong: no fault of the session.
    return 0 if done.returncode == 1 else done.returncode


def _prompt(published: Path) -> int:
    print(f"{published}, read-only. {_HELP}")
    pending = ""
    while True:
        try:
            line = input("sitrep> " if not pending else "   ...> ")
        except EOFError:
            print()
            return 0
        except KeyboardInterrupt:
            print()
            pending = ""
            continue
        if not pending and line.strip().startswith("."):
            if line.strip() in {".quit", ".exit", ".q"}:
                return 0
            _command(published, line.strip())
            continue
        pending = f"{pending}\n{line}" if pending else line
        if pending.strip().endswith(";"):
            _answer(published, pending)
            pending = ""
        elif not pending.strip():
            pending = ""


def _command(published: Path, line: str) -> int:
    try:
        return _obey(published, line.rstrip("; "))
    except duckdb.Error as error:
        print(error, file=sys.stderr)
        return 1


def _obey(published: Path, line: str) -> int:
    described = re.fullmatch(rf"\.describe\s+(?:{_SCHEMA}\.)?(\w+)", line)
    if line == ".tables":
        return _list_tables(published)
    if described:
        return _describe(published, described[1].lower())
    if line == ".help":
        print(_HELP)
        return 0
    print(f"{line} is no command here. {_HELP}", file=sys.stderr)
    return 1


def _list_tables(published: Path) -> int:
    with open_to_read(published) as connection:
        names = query(
            connection, f"select table_name from duckdb_tables() where schema_name = '{_SCHEMA}'"
        )[1]
    # What DuckDB keeps as a table's size counts rows that were deleted, too.
    counts = " union all ".join(
        f"select '{name}' as table_name, count(*) as row_count from {_SCHEMA}.\"{name}\""
        for (name,) in names
    )
    status = _answer(
        published,
        "select table_name, row_count,"
        " regexp_extract(comment, 'Grain: one row (.*)\\.', 1) as one_row_is"
        f" from ({counts}) inner join duckdb_tables() using (table_name)"
        f" where schema_name = '{_SCHEMA}' order by table_name",
        None,
    )
    calls = [f"{name}({', '.join(parameters)})" for name, parameters in _macros(published).items()]
    if calls:
        print(f"\nTo be called after `from`: {', '.join(calls)}.")
    return status


def _macros(published: Path) -> dict[str, list[str]]:
    with open_to_read(published) as connection:
        rows = query(
            connection,
            "select function_name, parameters from duckdb_functions() where schema_name ="
            f" '{_SCHEMA}' and function_type = 'table_macro' order by function_name",
        )[1]
    return {str(name): list(parameters) for name, parameters in rows}


def _describe(published: Path, table: str) -> int:
    if table in (macros := _macros(published)):
        parameters = macros[table]
        print(f"To be called after `from`: {table}({', '.join(parameters)}).\n")
        nothing = ", ".join("null" for _ in parameters)
        described = f"(describe from {table}({nothing}))"
        return _answer(published, f"select column_name, column_type as data_type from {described}")
    of_table = f"schema_name = '{_SCHEMA}' and table_name = '{table}'"
    # Of what is no table, this error names those like it.
    run(published, f"from {table} limit 0")
    with open_to_read(published) as connection:
        meaning = query(connection, f"select comment from duckdb_tables() where {of_table}")[1]
    for (comment,) in meaning:
        print(f"{comment}\n\n" if comment else "", end="")
    return _answer(
        published,
        "select column_name, data_type, comment from duckdb_columns()"
        f" where {of_table} order by column_index",
        None,
    )


if __name__ == "__main__":
    try:
        status = main(sys.argv[1:])
        sys.stdout.flush()
    except BrokenPipeError:
        # The reader, say `head`, has seen enough; nor may the exit's own flush complain.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        status = 0
    raise SystemExit(status)
