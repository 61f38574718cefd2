"""Rows and sums are kept between layers.

Belongs here: totals across layers. Does not belong here: totals inside one model, the sources'
own arithmetic among them (dbt tests).
"""

from __future__ import annotations

from collections.abc import Collection

import dagster as dg
import duckdb

from dagster_project.checks.findings import Finding, build_check, rows_of
from dagster_project.sql import number, query

_OBSERVATIONS = dg.AssetKey(["marts", "fct_observations"])
_EVENTS = dg.AssetKey(["marts", "fct_events"])
_EVENT_ACTORS = dg.AssetKey(["marts", "fct_event_actors"])


def _kept(
    connection: duckdb.DuckDBPyConnection,
    before: str,
    after: str,
    keys: str,
    figures: dict[str, str],
    of: dict[str, list[str]],
) -> tuple[list[str], list[tuple[object, ...]]]:
    """Compare figures by group before and after, groups that one side lacks included."""
    selected = ", ".join(f"{expression} as {name}" for name, expression in figures.items())
    sides = ", ".join(
        f"before.{name} as intermediate_{name}, after.{name} as marts_{name}" for name in figures
    )
    differ = " or ".join(f"before.{name} is distinct from after.{name}" for name in figures)
    return query(
        connection,
        f"""
        with before as (select {keys}, {selected} from {before} group by all),
        after as (select {keys}, {selected} from {after} group by all)
        select {keys}, {sides}
        from before
        full outer join after using ({keys})
        where {differ}
        order by {keys}
        """,
        **of,
    )


def _finding(
    connection: duckdb.DuckDBPyConnection,
    before: str,
    after: str,
    keys: str,
    figures: dict[str, str],
    named: tuple[str, str],
    changed: str,
    documents: Collection[str] | None = None,
) -> Finding:
    """What `_kept` found; `named` is the mart's rows in words and as a metadata key."""
    (before, of), (after, _) = rows_of(before, documents), rows_of(after, documents)
    columns, rows = _kept(connection, before, after, keys, figures, of)
    total = number(connection, f"select count(*) from {after}", **of)
    words, key = named
    groups = "1 group" if len(rows) == 1 else f"{len(rows)} groups"
    return Finding(
        f"{total} {words}, {groups} whose {changed} changed on the way.",
        {key: total},
        columns,
        rows,
        nothing_to_check=total == 0 and not rows,
    )


def observations_are_kept(
    connection: duckdb.DuckDBPyConnection, documents: Collection[str] | None = None
) -> Finding:
    """Rows and sums by document and measure are the same before and in the mart."""
    return _finding(
        connection,
        "intermediate.int_recorded_observations",
        "marts.fct_observations",
        "document_id, measure",
        # Summed as decimals: a sum of doubles depends on the order of the rows.
        {"rows": "count(*)", "total": "sum(value::decimal(28, 6))"},
        ("observations", "observations"),
        "rows or sums",
        documents,
    )


def events_are_kept(
    connection: duckdb.DuckDBPyConnection, documents: Collection[str] | None = None
) -> Finding:
    """Events by document and type are the same before and in the mart."""
    return _finding(
        connection,
        "intermediate.int_recorded_events",
        "marts.fct_events",
        "document_id, event_type",
        {"rows": "count(*)"},
        ("events", "events"),
        "rows",
        documents,
    )


def event_actors_are_kept(connection: duckdb.DuckDBPyConnection) -> Finding:
    """Actors by event and role are the same before and in the mart, and each has its event."""
    return _finding(
        connection,
        "intermediate.int_recorded_event_actors",
        "marts.fct_event_actors",
        "event_id, role",
        {"rows": "count(*)"},
        ("actors of events", "event_actors"),
        "rows",
    )


def build_total_checks() -> list[dg.AssetChecksDefinition]:
    """The checks of this module as asset checks."""
    return [
        build_check(
            _OBSERVATIONS,
            "observations_are_kept",
            "Rows and sums of values by document and measure: marts = intermediate.",
            observations_are_kept,
            after=[dg.AssetKey(["intermediate", "int_recorded_observations"])],
        ),
        build_check(
            _EVENTS,
            "events_are_kept",
            "Events by document and type: marts = intermediate.",
            events_are_kept,
            after=[dg.AssetKey(["intermediate", "int_recorded_events"])],
        ),
        build_check(
            _EVENT_ACTORS,
            "event_actors_are_kept",
            "Actors by event and role: marts = intermediate.",
            event_actors_are_kept,
            after=[dg.AssetKey(["intermediate", "int_recorded_event_actors"])],
        ),
    ]
