"""Which documents a failed build names: by the rows that its tests found, or by their texts.

Belongs here: following a failing row to its document. Does not belong here: what is done about it
(`assets.setting_aside`), finding a text that a model cannot digest (`checks.bisection`).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from typing import Any

import duckdb

from dagster_project.checks.bisection import (
    breaks_a_constraint,
    documents_that_fail,
    is_of_the_data,
)
from dagster_project.checks.offending import can_run
from dagster_project.checks.words import meaning_of
from dagster_project.loading.raw_tables import DOCUMENTS
from dagster_project.loading.set_aside import Fault
from dagster_project.reading.documents import ID_CHARACTERS
from dagster_project.sql import query

# Ids that are hashes, and where their documents stand; what is not built yet is passed over.
_KEYED = {
    "event_id": ("intermediate.int_events", "intermediate.int_recorded_events"),
    "observation_id": (
        "intermediate.int_observations",
        "intermediate.int_recorded_observations",
    ),
    "occurrence_id": ("marts.fct_events",),
    "reconciliation_id": ("marts.fct_reconciliations",),
}


def documents_blamed(
    connection: duckdb.DuckDBPyConnection,
    results: Mapping[str, Mapping[str, Any]],
    manifest: Mapping[str, Any],
    read_now: Collection[str],
    most: int,
) -> dict[str, Fault]:
    """The documents whose rows made a build fail.

    Where a fault names documents that were read now and others, those read now are blamed.

    Args:
        connection: To the build file, read-only.
        results: The nodes' results, as dbt gives them.
        manifest: dbt's manifest.
        read_now: The documents that this refresh reads.
        most: How many are of interest: of more, not all are looked for.

    Returns:
        Each with the first fault found; none where no fault names a document.
    """
    blamed: dict[str, Fault] = {}
    for unique_id, result in sorted(results.items()):
        node = manifest["nodes"].get(unique_id)
        if node is None or not result.get("compiled_code"):
            continue
        try:
            if result["status"] == "fail":
                named = _named_by_test(connection, result, node, manifest)
            elif result["status"] == "error" and node["resource_type"] == "model":
                named = _named_by_model(connection, result, node, manifest, most)
            else:
                continue
        except duckdb.Error:
            # Whatever cannot be asked for its rows stays the fault that it is.
            continue
        newest = {name: said for name, said in named.items() if name in read_now}
        for document, said in (newest or named).items():
            blamed.setdefault(document, Fault(_name_of(node), said))
    return blamed


def _name_of(node: Mapping[str, Any]) -> str:
    """A model's or test's name; dbt makes that of a general test of all its arguments."""
    if not (node.get("test_metadata") and node.get("attached_node")):
        return str(node["name"])
    return f"{node['test_metadata']['name']} on {node['attached_node'].split('.')[-1]}"


def _named_by_test(
    connection: duckdb.DuckDBPyConnection,
    result: Mapping[str, Any],
    test: Mapping[str, Any],
    manifest: Mapping[str, Any],
) -> dict[str, str]:
    tested = (manifest["nodes"] | manifest["sources"]).get(test.get("attached_node") or "", {})
    kind = test.get("test_metadata") or {}
    columns = [test["column_name"]] if test.get("column_name") else []
    columns = columns or kind.get("kwargs", {}).get("combination_of_columns", [])
    meaning = meaning_of(test) or test["name"]
    found = _documents_of(
        connection, result["compiled_code"], tested.get("relation_name") or "", columns
    )
    return {document: f"{meaning} Found: {row}" for document, row in found.items()}


def _named_by_model(
    connection: duckdb.DuckDBPyConnection,
    result: Mapping[str, Any],
    model: Mapping[str, Any],
    manifest: Mapping[str, Any],
    most: int,
) -> dict[str, str]:
    message, compiled = str(result.get("message")), result["compiled_code"]
    if not is_of_the_data(message):
        return {}
    if breaks_a_constraint(message):
        named: dict[str, str] = {}
        for rule, columns, broken in _constraints(model, compiled, message):
            found = _documents_of(connection, broken, f"({compiled})", columns)
            for document, row in found.items():
                named.setdefault(document, f"{rule} Found: {row}")
        return named
    parents = [
        manifest["nodes"][parent]["relation_name"]
        for parent in model["depends_on"]["nodes"]
        if parent in manifest["nodes"] and manifest["nodes"][parent]["resource_type"] == "model"
    ]
    return documents_that_fail(connection, compiled, parents, most)


def _constraints(
    model: Mapping[str, Any], compiled: str, message: str
) -> Iterator[tuple[str, list[str], str]]:
    """What a contract promises of a column that DuckDB names, and the query of what breaks it."""
    for name, column in model["columns"].items():
        kinds = {constraint["type"] for constraint in column.get("constraints") or []}
        if kinds and re.search(rf"\b{re.escape(name)}\b", message):
            missing = f'select * from ({compiled}) where "{name}" is null'
            yield f"`{name}` is always filled.", [], missing
        if kinds & {"primary_key", "unique"}:
            doubled = f'select "{name}" from ({compiled}) group by all having count(*) > 1'
            yield f"`{name}` stands once.", [name], doubled


def _documents_of(
    connection: duckdb.DuckDBPyConnection, found: str, relation: str, columns: list[str]
) -> dict[str, str]:
    """Documents of the rows of a query, with the first row of each in words.

    Args:
        connection: To the build file.
        found: The query.
        relation: The table whose rows it means, where its own rows name no document.
        columns: Columns of that table that its first columns hold.
    """
    names = query(connection, f"select * from ({found}) limit 0")[0]
    words = ", ".join(f"'{name} ' || cast(\"{name}\" as varchar)" for name in names)
    tables = f"with found as (select *, concat_ws(', ', {words}) as said from ({found}) as rows)"
    rows = "found"
    if relation and columns and "document_id" not in names:
        same = " and ".join(
            f'found."{name}" is not distinct from tested."{column}"'
            for name, column in zip(names, columns, strict=False)
        )
        rows = "meant"
        tables += (
            f", meant as (select tested.*, said from {relation} as tested, found where {same})"
        )
        names = query(connection, f"select * from {relation} limit 0")[0]
    ways = list(_ways(connection, rows, names))
    if not ways:
        return {}
    sql = f"""
        {tables}
        select document_id, min(said)
        from ({" union all ".join(ways)})
        where document_id in (select document_id from {DOCUMENTS})
        group by document_id
        order by document_id
    """
    return {str(document): str(said) for document, said in query(connection, sql)[1]}


def _ways(connection: duckdb.DuckDBPyConnection, rows: str, names: list[str]) -> Iterator[str]:
    """Queries that lead from rows to documents by the columns that they have."""
    if "document_id" in names:
        yield f"select document_id, said from {rows}"
        return
    for name in names:
        if not name.endswith("_id"):
            continue
        # The ids of sentences, tokens and mentions begin with their document's.
        start = f'left(cast("{name}" as varchar), {ID_CHARACTERS})'
        yield f"select {start} as document_id, said from {rows}"
        for table in _KEYED.get(name, ()):
            pairs = f"select {name}, document_id from {table}"
            if can_run(connection, pairs):
                both = f"{rows} inner join ({pairs}) as keyed using ({name})"
                yield f"select keyed.document_id, said from {both}"
