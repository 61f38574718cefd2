"""The dictionaries and rules as files: what is wrong with a row, in words, before dbt reads it.

Belongs here: holding `dbt/seeds/*.csv` against the types and tests of their yml, so that a slip is
told with file, line, column and rule. Does not belong here: what a rule does (its examples, in the
tests), and the tests themselves, which dbt runs too.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import yaml

from dagster_project.building.project_files import is_of_a_tool

_MOST_SHOWN = 10
# What dbt takes for no value.
_EMPTY = frozenset({"", "null"})
# The safe one, in C where it was built.
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_REF = re.compile(r"ref\('(\w+)'\)")
_BOOLEANS = frozenset({"true", "false", "0", "1", "t", "f", "yes", "no"})


class SeedError(ValueError):
    """Rows of seeds that cannot be used; the message names each by file, line and column."""


class _RowError(ValueError):
    """A row at which the file cannot be read on."""


@dataclass(frozen=True)
class Seed:
    """One CSV file and what its yml says of it.

    Attributes:
        path: The file, as a person names it.
        header: Its column names.
        rows: Line number and fields of each row.
        types: Type by column.
        columns: Names of the columns that the yml describes, in order.
        tests: Column (None for the whole file), name of the test, its arguments.
    """

    path: str
    header: list[str]
    rows: list[tuple[int, list[str]]]
    types: Mapping[str, str]
    columns: Sequence[str]
    tests: Sequence[tuple[str | None, str, Mapping[str, Any]]] = field(default_factory=list)

    def values(self, column: str) -> Iterator[tuple[int, str]]:
        """Line and value of every row that has one."""
        if column not in self.header:
            return
        place = self.header.index(column)
        for line, fields in self.rows:
            if len(fields) == len(self.header) and fields[place].lower() not in _EMPTY:
                yield line, fields[place]


def check_seeds(project_dir: Path) -> None:
    """Hold all seeds against their yml.

    Args:
        project_dir: The dbt project.

    Raises:
        SeedError: A row cannot be used.
    """
    seeds: dict[str, Seed] = {}
    faults: list[str] = []
    for path in sorted((project_dir / "seeds").rglob("*.csv")):
        if is_of_a_tool(path):
            continue
        shown = path.relative_to(project_dir.parent).as_posix()
        try:
            seeds[path.stem] = _read(path, shown)
        except UnicodeDecodeError as error:
            line = error.object[: error.start].count(b"\n") + 1
            faults.append(f"{shown}, line {line}: is not UTF-8.")
        except _RowError as error:
            faults.append(f"{shown}, {error}")
    for seed in seeds.values():
        faults += _faults_of(seed, seeds)
    if faults:
        more = len(faults) - _MOST_SHOWN
        lines = [*faults[:_MOST_SHOWN], *([f"... and {more} more."] if more > 0 else [])]
        raise SeedError("\n".join(["Rows of dictionaries or rules cannot be used:", *lines]))


def _read(path: Path, shown: str) -> Seed:
    # As dbt does it: a byte order mark, which spreadsheets write, is no letter of the first column.
    text = path.read_bytes().decode("utf-8-sig")
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    rows: list[tuple[int, list[str]]] = []
    line = 1
    try:
        for fields in reader:
            if fields:
                rows.append((line, fields))
            line = reader.line_num + 1
    except csv.Error as error:
        raise _RowError(
            f"line {line}: the row that begins here cannot be read ({error}). A text in double"
            " quotes has to end with one, and one within it is written twice."
        ) from error
    header = rows.pop(0)[1] if rows else []
    described = path.with_suffix(".yml")
    told: Mapping[str, Any] = {}
    if described.exists():
        told = yaml.load(described.read_bytes(), _LOADER)["seeds"][0]  # noqa: S506
    tests = [(None, *_test(item)) for item in told.get("data_tests", [])]
    for column in told.get("columns", []):
        tests += [(column["name"], *_test(item)) for item in column.get("data_tests", [])]
    types = told.get("config", {}).get("column_types", {})
    columns = [column["name"] for column in told.get("columns", [])] or header
    return Seed(shown, header, rows, types, columns, tests)


def _test(item: str | Mapping[str, Any]) -> tuple[str, Mapping[str, Any]]:
    if isinstance(item, str):
        return item, {}
    ((name, options),) = item.items()
    return name, (options or {}).get("arguments", {})


def _faults_of(seed: Seed, seeds: Mapping[str, Seed]) -> list[str]:
    if set(seed.header) != set(seed.columns):
        return [_header_fault(seed)]
    faults = [
        (
            line,
            f"has {len(fields)} fields, the header {len(seed.header)}"
            " (a text with a comma wants double quotes around it).",
        )
        for line, fields in seed.rows
        if len(fields) != len(seed.header)
    ]
    for column, kind in seed.types.items():
        faults += _type_faults(seed, column, kind)
    for column in seed.header:
        if column == "pattern":
            faults += _pattern_faults(seed, column)
    for column, test, arguments in seed.tests:
        faults += _test_faults(seed, seeds, column, test, arguments)
    return [f"{seed.path}, line {line}: {words}" for line, words in sorted(set(faults))]


def _header_fault(seed: Seed) -> str:
    words = f"{seed.path}, line 1: the columns are {', '.join(seed.columns)};"
    missing = [name for name in seed.columns if name not in seed.header]
    unknown = [name for name in seed.header if name not in seed.columns]
    if len(seed.header) == 1 and ";" in seed.header[0]:
        return f"{words} here they are separated by semicolons. Save the file with commas."
    parts = [f"{', '.join(missing)} missing"] if missing else []
    parts += [f"{', '.join(map(repr, unknown))} unknown"] if unknown else []
    return f"{words} {'; '.join(parts)}."


Faults = Iterator[tuple[int, str]]


def _is_date(text: str) -> bool:
    # Python takes 20170911 and 2017-W37-1, too; DuckDB does not.
    if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):
        return False
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _is_number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True


_TYPES: dict[str, tuple[Callable[[str], bool], str]] = {
    "integer": (lambda text: re.fullmatch(r"[-+]?\d+", text) is not None, "no whole number"),
    "bigint": (lambda text: re.fullmatch(r"[-+]?\d+", text) is not None, "no whole number"),
    "double": (_is_number, "no number (a decimal point, no comma)"),
    "date": (_is_date, "no date as 2017-09-11"),
    "boolean": (lambda text: text.lower() in _BOOLEANS, "neither true nor false"),
}


def _type_faults(seed: Seed, column: str, kind: str) -> Faults:
    fits, words = _TYPES.get(kind.lower(), (lambda _: True, ""))
    for line, value in seed.values(column):
        if not fits(value):
            yield line, f"{column} {value!r} is {words}."


def _pattern_faults(seed: Seed, column: str) -> Faults:
    with duckdb.connect() as connection:
        for line, value in seed.values(column):
            try:
                connection.execute("select regexp_matches('', $1)", [value]).fetchall()
            except duckdb.Error as error:
                reason = str(error).splitlines()[0].split("Error: ")[-1]
                yield line, f"{column} {value!r} is no RE2 pattern: {reason}."


def _test_faults(
    seed: Seed,
    seeds: Mapping[str, Seed],
    column: str | None,
    test: str,
    arguments: Mapping[str, Any],
) -> Faults:
    if test == "never_null":
        for name in arguments["columns"]:
            yield from _empty(seed, name)
    elif test == "primary_key" and column:
        yield from _empty(seed, column)
        yield from _doubled(seed, [column])
    elif test == "unique_combination":
        yield from _doubled(seed, arguments["combination_of_columns"])
    elif test == "accepted_values" and column:
        allowed = [str(value) for value in arguments["values"]]
        for line, value in seed.values(column):
            if value not in allowed:
                yield line, f"{column} {value!r} is none of {', '.join(allowed)}."
    elif test == "relationships" and column:
        name = _REF.findall(arguments["to"])
        other = seeds.get(name[0]) if name else None
        if other is None:  # a model: dbt looks
            return
        known = {value for _, value in other.values(arguments["field"])}
        for line, value in seed.values(column):
            if value not in known:
                yield (
                    line,
                    (
                        f"{column} {value!r} is not in column {arguments['field']} of {other.path};"
                        " add a row there first."
                    ),
                )


def _empty(seed: Seed, column: str) -> Faults:
    filled = {line for line, _ in seed.values(column)}
    for line, fields in seed.rows:
        if line not in filled and len(fields) == len(seed.header):
            yield line, f"{column} is empty, and has to be filled."


def _doubled(seed: Seed, columns: Sequence[str]) -> Faults:
    places = [seed.header.index(column) for column in columns if column in seed.header]
    first: dict[tuple[str, ...], int] = {}
    for line, fields in seed.rows:
        if len(fields) == len(seed.header):
            key = tuple(fields[place] for place in places)
            if key in first:
                words = ", ".join(map(repr, key))
                yield line, f"{' and '.join(columns)} {words} stands in line {first[key]} already."
            first.setdefault(key, line)
