"""What a dbt test makes sure of, in a sentence for its page in Dagster."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

_REF = re.compile(r"ref\('(\w+)'\)")


def meaning_of(test: Mapping[str, Any]) -> str | None:
    """The description of a test, or what its kind means where the yml gives none.

    Args:
        test: Its node in dbt's manifest.

    Returns:
        None for a kind that is not known here.
    """
    if test.get("description"):
        return str(test["description"])
    kind = test.get("test_metadata") or {}
    arguments = kind.get("kwargs", {})
    column = f"`{test.get('column_name')}`"
    match kind.get("name"):
        case "primary_key":
            return f"{column} is filled and stands once."
        case "unique":
            return f"{column}: each value once."
        case "never_null":
            return f"{_named(arguments['columns'])}: always filled."
        case "unique_combination":
            return f"{_named(arguments['combination_of_columns'])}: each combination once."
        case "accepted_values":
            return f"{column} is one of {_named(arguments['values'])}."
        case "relationships":
            to = _REF.findall(arguments["to"])
            where = to[0] if to else arguments["to"]
            return f"{column} is in `{where}.{arguments['field']}`."
    return None


def _named(names: list[object]) -> str:
    return ", ".join(f"`{name}`" for name in names)
