"""Which models Spark builds.

What tells of the published file itself stays with DuckDB, which makes that file: the audit of
files, the dictionary of its tables, the history, which is what the file held before, and what is
touched, which is found in the history and in the rows that a refresh replaces.
"""

from __future__ import annotations

from collections.abc import Sequence

_DUCKDBS = (
    ["marts", "audit"],
    ["marts", "dictionary"],
    ["marts", "history"],
)
_TOUCHED = "int_touched_"


def is_made_by_duckdb(fqn: Sequence[str]) -> bool:
    """Whether a model is DuckDB's alone.

    Args:
        fqn: Its project, layer, folders and name, as dbt has them.
    """
    return list(fqn[1:3]) in _DUCKDBS or fqn[-1].startswith(_TOUCHED)
