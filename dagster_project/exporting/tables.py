"""The tables of the published file, as a data package describes them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

import duckdb

from dagster_project.publishing.published_file import SCHEMA
from dagster_project.sql import query


@dataclass(frozen=True)
class Column:
    """A column: its name, DuckDB's name of its type, what it means, whether it may be NULL."""

    name: str
    data_type: str
    description: str
    is_nullable: bool


@dataclass(frozen=True)
class ForeignKey:
    """A column that holds values of another table's column."""

    column: str
    table: str
    referenced: str


@dataclass(frozen=True)
class Table:
    """A table.

    Attributes:
        name: Its name in the marts.
        description: What a row is.
        columns: In order.
        primary_key: Columns; empty where none is known.
        foreign_keys: To other tables of the marts.
    """

    name: str
    description: str
    columns: list[Column]
    primary_key: list[str]
    foreign_keys: list[ForeignKey]

    @property
    def keys(self) -> set[str]:
        """Columns of its primary and foreign keys."""
        return {*self.primary_key, *(key.column for key in self.foreign_keys)}

    @property
    def in_order(self) -> str:
        """The query of all its rows, always in the same order."""
        by = ", ".join(f'"{column}"' for column in self.primary_key) or "all"
        return f'from {SCHEMA}."{self.name}" order by {by}'


def read_tables(connection: duckdb.DuckDBPyConnection) -> dict[str, Table]:
    """Read the tables of the marts by name, from the comments and from `data_keys`."""
    ours = "database_name = current_database() and schema_name = $schema"
    tables = query(
        connection,
        f"select table_name, comment from duckdb_tables() where {ours} order by table_name",
        schema=SCHEMA,
    )[1]
    columns: dict[str, list[Column]] = defaultdict(list)
    for table, name, data_type, comment, is_nullable in query(
        connection,
        "select table_name, column_name, data_type, comment, is_nullable from duckdb_columns()"
        f" where {ours} order by table_name, column_index",
        schema=SCHEMA,
    )[1]:
        column = Column(str(name), str(data_type), str(comment or ""), bool(is_nullable))
        columns[str(table)].append(column)
    primary: dict[str, list[str]] = defaultdict(list)
    foreign: dict[str, list[ForeignKey]] = defaultdict(list)
    if "data_keys" in columns:
        for table, kind, column, target, referenced in query(
            connection,
            "select table_name, key_kind, column_name, references_table, references_column"
            f" from {SCHEMA}.data_keys order by table_name, key_kind, key_name, position",
        )[1]:
            if kind == "primary":
                primary[str(table)].append(str(column))
            else:
                foreign[str(table)].append(ForeignKey(str(column), str(target), str(referenced)))
    return {
        str(name): Table(
            name=str(name),
            description=str(comment or ""),
            columns=columns[str(name)],
            primary_key=primary[str(name)],
            foreign_keys=foreign[str(name)],
        )
        for name, comment in tables
    }
