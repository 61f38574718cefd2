"""What a model's SQL can say in a column, its list of accepted values holds.

A value that no test document brings about would otherwise be told by a refresh, at the cost of the
document in which it first occurs.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import sqlglot
from sqlglot import exp

from tests.rules.increments import Chain

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("increments")]

# Values that mark rows within a model, which go before its last select.
WITHIN = {("intermediate.int_actor_hits", "hit_kind"): {"trap"}}


def words_of(value: exp.Expression | None) -> Iterator[str]:
    """The words that an expression itself says, not those that it reads in a column."""
    if isinstance(value, exp.Literal) and value.is_string:
        yield value.this
    elif isinstance(value, exp.Case):
        for branch in value.args["ifs"]:
            yield from words_of(branch.args["true"])
        yield from words_of(value.args.get("default"))
    elif isinstance(value, exp.Coalesce):
        for one in (value.this, *value.expressions):
            yield from words_of(one)
    elif isinstance(value, exp.Paren | exp.Cast):
        yield from words_of(value.this)


def words_said(statement: str, column: str) -> set[str]:
    """The words that a query gives a column of this name, in any of its common tables."""
    aliases = sqlglot.parse_one(statement, read="duckdb").find_all(exp.Alias)
    return {word for alias in aliases if alias.alias == column for word in words_of(alias.this)}


def accepted_values(project: dict[str, Any]) -> Iterator[tuple[str, str, set[str]]]:
    """Table, column and values of each test of accepted values."""
    for node in project["nodes"].values():
        told = node.get("test_metadata") or {}
        if told.get("name") == "accepted_values":
            tested = project["nodes"][node["attached_node"]]
            values = {str(value) for value in told["kwargs"]["values"]}
            yield f"{tested['schema']}.{tested['name']}", node["column_name"], values


def test_word_of_any_branch_is_seen_and_no_condition_for_one():
    said = words_said(
        "with a as (select case when b = 'no' then 'one' else coalesce(c, 'two') end as kind"
        " from t) select * from a",
        "kind",
    )
    assert said == {"one", "two"}


def test_all_that_sql_says_in_a_column_is_among_its_accepted_values(chain: Chain, manifest: Path):
    statements = {model.table: model.statement for model in (*chain.reading, *chain.across)}
    lacking, said_at_all = [], 0
    for table, column, values in accepted_values(json.loads(manifest.read_bytes())):
        said = words_said(statements[table], column) if table in statements else set()
        said_at_all += bool(said)
        more = said - values - WITHIN.get((table, column), set())
        lacking += [f"{table}.{column} lacks: {', '.join(sorted(more))}"] * bool(more)
    assert not lacking, "\n".join(lacking)
    assert said_at_all > 20
