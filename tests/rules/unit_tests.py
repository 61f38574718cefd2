"""The dbt unit tests of a manifest, run by the SQL that dbt compiles of their models.

Belongs here: the tables that a test gives, and what its model makes of them. Does not belong here:
the rules themselves, which are beside their models.

dbt would compile each table that is given as a model of its own, parse the SQL anew for each, and
plan the model's twice: five times the processor time, for 1,300 tables the longest of all tests.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import duckdb

Rows = Sequence[Mapping[str, Any]]


@dataclass(frozen=True)
class UnitTests:
    """What runs them.

    Attributes:
        tests: They themselves, by unique id.
        nodes: The manifest's nodes and sources.
        compiled: The SQL of the models.
        connection: In the catalog of a warehouse, which has all tables that models read: a test
            gives rows of these, some columns each.
        catalog: An empty one beside it, of the name that the SQL has for its own.
    """

    tests: Mapping[str, Mapping[str, Any]]
    nodes: Mapping[str, Any]
    compiled: Mapping[str, str]
    connection: duckdb.DuckDBPyConnection
    catalog: str

    def fault(self, test: Mapping[str, Any]) -> str:
        """What a model makes of the tables given beside what is expected; empty where it is that.

        A table that the model reads and the test does not give is not there.
        """
        self.connection.execute("begin")
        try:
            for given in test["given"]:
                self._give(given)
            found, expected = self._made(test)
        except (duckdb.Error, KeyError) as error:
            return f"{_named(test)}: {error}"
        finally:
            self.connection.execute("rollback")
        lines = [f"  only made     {row}" for row in (found - expected).elements()]
        lines += [f"  only expected {row}" for row in (expected - found).elements()]
        return "\n".join([f"{_named(test)}:", *sorted(lines)]) if lines else ""

    def _give(self, given: Mapping[str, Any]) -> None:
        table = self._table(given["input"])
        schema = table.partition(".")[0]
        if given["format"] == "sql":
            statement = given["rows"]
        else:
            statement = f"select * from {table} limit 0"
            types = self._types(statement)
            if given["rows"]:
                statement = f"({statement}) union all by name {_typed(given['rows'], types)}"
        self.connection.execute(f"create schema if not exists {self.catalog}.{schema}")
        self.connection.execute(f"create table {self.catalog}.{table} as {statement}")

    def _table(self, given: str) -> str:
        """The table that `ref('name')` or `source('schema', 'name')` means."""
        kind, _, words = given.partition("(")
        names = [word.strip(" '\"") for word in words.rstrip(") ").split(",")]
        kinds = ("source",) if kind == "source" else ("model", "seed")
        ids = [".".join((kind, "sitrep", *names)) for kind in kinds]
        node = self.nodes[ids[-1] if ids[-1] in self.nodes else ids[0]]
        return f"{node['schema']}.{node['name']}"

    def _made(self, test: Mapping[str, Any]) -> tuple[Counter[str], Counter[str]]:
        """The rows that the model makes and those expected, of the columns that are expected."""
        (model,) = test["depends_on"]["nodes"]
        rows = test["expect"]["rows"]
        columns = ", ".join(rows[0]) if rows else "*"
        made = self.connection.execute(f"select {columns} from ({self.compiled[model]}\n)")
        types = {name: str(kind) for name, kind, *_ in made.description or []}
        found = made.fetchall()
        expected = self.connection.execute(_typed(rows, types)).fetchall() if rows else []
        return Counter(map(repr, found)), Counter(map(repr, expected))

    def _types(self, statement: str) -> dict[str, str]:
        described = self.connection.execute(f"describe {statement}").fetchall()
        return {name: kind for name, kind, *_ in described}


def only_for_dbt(test: Mapping[str, Any]) -> bool:
    """Whether it changes what its model is compiled to, or tells what is expected by SQL."""
    return bool(test.get("overrides")) or test["expect"]["format"] == "sql"


def _named(test: Mapping[str, Any]) -> str:
    return f"{test['model']}: {test['name']}"


def _typed(rows: Rows, types: Mapping[str, str]) -> str:
    """Rows as SQL, each value of its column's type; a column that a row lacks is NULL there.

    Raises KeyError for a column that has no type.
    """
    columns = list(dict.fromkeys(column for row in rows for column in row))
    cells = (
        ", ".join(f"cast({_literal(row.get(column))} as {types[column]})" for column in columns)
        for row in rows
    )
    return f"select * from (values {_listed(cells)}) as rows_given({', '.join(columns)})"


def _listed(rows: Iterable[str]) -> str:
    return ", ".join(f"({row})" for row in rows)


def _literal(value: object) -> str:
    if value is None:
        return "null"
    if isinstance(value, list):
        return f"[{', '.join(map(_literal, value))}]"
    if isinstance(value, bool | int | float):
        return str(value)
    return "'" + str(value).replace("'", "''") + "'"
