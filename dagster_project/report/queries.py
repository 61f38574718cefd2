"""What the report asks of the published file.

Belongs here: running the `.sql` files beside this module, and how many rows each may bring. Does
not belong here: what becomes of the answers (`content`).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

import duckdb

from dagster_project.sql import query

FOLDER = Path(__file__).parent / "queries"

# A page of these is under 5 MB, which a browser opens at once. What is left out is said on it.
LIMITS: Mapping[str, int] = {
    "figures": 3000,
    "events": 2000,
    "series": 5000,
    "gaps": 2000,
    "claim_groups": 100,
    "discrepancies": 150,
    "coverage": 3000,
    "missing": 1000,
    "undated": 200,
    "sources": 200,
}

Record = dict[str, object]


def ask(connection: duckdb.DuckDBPyConnection, name: str, **parameters: object) -> list[Record]:
    """Run one of the queries.

    Args:
        connection: On the published file.
        name: Of the `.sql` file, without its ending.
        parameters: Its parameters; limits are known.

    Returns:
        Its rows as columns by name.
    """
    sql = (FOLDER / f"{name}.sql").read_text(encoding="utf-8")
    limits = {limit: rows for limit, rows in LIMITS.items() if f"${limit}" in sql}
    columns, rows = query(connection, sql, **limits, **parameters)
    return [dict(zip(columns, row, strict=True)) for row in rows]


def tables_read() -> frozenset[str]:
    """The marts that any of the queries reads."""
    return frozenset(
        table
        for path in FOLDER.glob("*.sql")
        for table in re.findall(r"\bmarts\.(\w+)", path.read_text(encoding="utf-8"))
    )
