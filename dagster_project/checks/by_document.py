"""Which documents the checks in Python name, so that a fault of few costs those alone.

Belongs here: which checks name documents, asked of the documents that a refresh reads. Does not
belong here: what they ask (`spans`, `totals`), what is done about it (`assets.setting_aside`). The
checks themselves look at all documents afterwards, and block.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from functools import partial

import duckdb

from dagster_project.checks import spans, totals
from dagster_project.checks.findings import Finding
from dagster_project.loading.set_aside import Fault

Find = Callable[..., Finding]
_CHECKS: dict[str, Find] = {
    **{
        f"quotes_are_in_the_text on {table}": partial(
            spans.quotes_are_in_the_text, table=table, key=key
        )
        for table, key in spans.QUOTED.items()
    },
    **{
        f"mentions_are_in_the_text on {table}": partial(
            spans.mentions_are_in_the_text, table=table, key=key
        )
        for table, key in spans.MENTIONED.items()
    },
    "observations_are_kept on fct_observations": totals.observations_are_kept,
    "events_are_kept on fct_events": totals.events_are_kept,
}


def documents_found(
    connection: duckdb.DuckDBPyConnection, documents: Collection[str]
) -> dict[str, Fault]:
    """Documents whose rows break a check.

    Args:
        connection: To the build file, its marts built.
        documents: Those that are asked about.

    Returns:
        Each with the first fault found.
    """
    found: dict[str, Fault] = {}
    for name, find in _CHECKS.items():
        try:
            finding = find(connection, documents=documents)
        except duckdb.Error:
            # What cannot be asked fails as a check, for all to see.
            continue
        at = list(finding.columns).index("document_id") if finding.rows else 0
        for row in finding.rows:
            said = ", ".join(
                f"{column} {value}" for column, value in zip(finding.columns, row, strict=True)
            )
            found.setdefault(str(row[at]), Fault(name, f"Found: {said}"))
    return found
