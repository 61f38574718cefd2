"""What a schema of a DuckDB file consists of, as statements that make it anew.

Belongs here: reading definitions from the catalogue. Does not belong here: whose schema is copied
where (`published_file`, `commands.snapshots`).
"""

from __future__ import annotations

from dataclasses import dataclass

import duckdb

from dagster_project.sql import query


@dataclass(frozen=True)
class SchemaDefinition:
    """The parts of a schema.

    Attributes:
        tables: Each table's statement by its name, with types, NOT NULL, keys and CHECKs.
        views: Names of views.
        finishing: Statements for macros and comments, to be run when all tables are there.
    """

    tables: dict[str, str]
    views: list[str]
    finishing: list[str]


def read_schema(
    connection: duckdb.DuckDBPyConnection, database: str, schema: str
) -> SchemaDefinition:
    """Read a schema's definition.

    Args:
        connection: On which the database is attached.
        database: The name it is attached by.
        schema: The schema.
    """

    def rows(sql: str) -> list[tuple[object, ...]]:
        return query(connection, sql, database=database, schema=schema)[1]

    ours = "database_name = $database and schema_name = $schema"
    tables = rows(
        f"select table_name, sql, comment from duckdb_tables() where {ours} order by table_oid"
    )
    views = rows(f"select view_name from duckdb_views() where {ours} and not internal")
    macros = rows(
        "select function_name, parameters, macro_definition from duckdb_functions()"
        f" where {ours} and function_type = 'table_macro' and not internal order by function_name"
    )
    columns = rows(
        "select table_name, column_name, comment from duckdb_columns()"
        f" where {ours} and comment is not null order by table_name, column_index"
    )
    finishing = []
    # Table macros are kept as text; DuckDB looks their tables up where they are called.
    for name, parameters, definition in macros:
        assert isinstance(parameters, list)
        named = ", ".join(map(str, parameters))
        finishing.append(
            f'create or replace macro {schema}."{name}"({named}) as table {definition}'
        )
    for name, _, comment in tables:
        if comment:
            finishing.append(f"comment on table {schema}.\"{name}\" is '{quoted(comment)}'")
    for table, column, comment in columns:
        where = f'{schema}."{table}"."{column}"'
        finishing.append(f"comment on column {where} is '{quoted(comment)}'")
    return SchemaDefinition(
        {str(name): str(definition) for name, definition, _ in tables},
        [str(name) for (name,) in views],
        finishing,
    )


def quoted(text: object) -> str:
    """A text as it may stand between single quotes."""
    return str(text).replace("'", "''")
