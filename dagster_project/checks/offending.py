"""The rows that a failed dbt test found, with the words that they were read from.

Belongs here: how a test's rows are followed to their sentence. Does not belong here: the tests.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import duckdb

from dagster_project.loading.raw_tables import DOCUMENTS
from dagster_project.sql import Row, query

# Sorted, so that the same rows are shown each time; and because DuckDB 2.0 can wait for ever on a
# join that a bare limit ends early.
_FIRST = "order by all limit 10"
# By the key that a test may give: where its quote is.
_QUOTED = {
    "observation_id": "select observation_id, document_id, quote from marts.fct_observations",
    "event_id": "select event_id, document_id, quote from marts.fct_events",
    "occurrence_id": (
        "select occurrence_id, min(document_id) as document_id, arg_min(quote, event_id) as quote"
        " from marts.fct_events group by occurrence_id"
    ),
    "reconciliation_id": (
        "select totals.reconciliation_id, stated.document_id, stated.quote"
        " from marts.fct_reconciliations as totals"
        " join marts.fct_observations as stated using (observation_id)"
    ),
}
_PATHS = f"select document_id, source_path from {DOCUMENTS}"


def offending_rows(
    connection: duckdb.DuckDBPyConnection, compiled: str, test: Mapping[str, Any], relation: str
) -> tuple[list[str], list[Row]]:
    """The first rows that a test found, a quote with each where one can be had.

    A test that gives values of a column gets rows of the table that have them.

    Args:
        connection: To the build file.
        compiled: The test's SQL.
        test: Its node in dbt's manifest.
        relation: The table that it looks at, empty where it looks at several.

    Returns:
        Column names and rows.
    """
    found = f"select * from ({compiled}) as found"
    columns, rows = query(connection, f"{found} {_FIRST}")
    if "quote" in columns:
        return columns, rows
    for key, quoted in _QUOTED.items():
        if key in columns and can_run(connection, quoted):
            kept = "found.*" + ("" if "document_id" in columns else ", quoted.document_id")
            return query(
                connection,
                f"with found as materialized ({found} {_FIRST}), quoted as ({quoted})"
                f" select {kept}, quoted.quote from found left join quoted using ({key})"
                f" {_FIRST}",
            )
    column = test.get("column_name")
    if column and relation and columns:
        table_columns = query(connection, f"from {relation} limit 0")[0]
        keys = [name for name in _QUOTED if name in table_columns] + ["document_id"]
        if "quote" in table_columns and column in table_columns:
            shown = [name for name in keys if name in table_columns and name != column]
            return query(
                connection,
                f"with found as ({found})"
                f" select {', '.join([column, *shown, 'quote'])} from {relation} as rows"
                f" where exists (select 1 from found"
                f' where found."{columns[0]}" is not distinct from rows.{column})'
                f" {_FIRST}",
            )
    return columns, rows


def with_paths(
    connection: duckdb.DuckDBPyConnection, columns: Sequence[str], rows: Sequence[Row]
) -> tuple[list[str], list[Row]]:
    """Rows with the path of their document behind its id, where they have an id and no path."""
    has_paths = "document_id" in columns and "source_path" not in columns
    if not rows or not has_paths or not can_run(connection, _PATHS):
        return list(columns), list(rows)
    at = list(columns).index("document_id")
    paths = dict(
        query(
            connection,
            f"{_PATHS} where document_id in (select unnest($documents::varchar[]))",
            documents=sorted({str(row[at]) for row in rows}),
        )[1]
    )
    put = at + 1
    return (
        [*columns[:put], "source_path", *columns[put:]],
        [(*row[:put], paths.get(row[at]), *row[put:]) for row in rows],
    )


def can_run(connection: duckdb.DuckDBPyConnection, sql: str) -> bool:
    """Whether the tables that a query reads are there: an earlier model may have failed."""
    try:
        query(connection, f"select * from ({sql}) limit 0")
    except (duckdb.CatalogException, duckdb.BinderException):
        return False
    return True
