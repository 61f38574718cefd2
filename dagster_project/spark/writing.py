"""How Spark's SQL is written.

Belongs here: nodes from templates, names of functions, paths. Does not belong here: any rule.
"""

from __future__ import annotations

from pathlib import Path

from sqlglot import exp, parse_one
from sqlglot.dialects.spark import Spark


class TranslationError(ValueError):
    """A model says something that has no rule here."""


def call(name: str, *arguments: exp.Expression | str | int) -> exp.Anonymous:
    """A call of one of Spark's functions, by its name there."""
    return exp.Anonymous(this=name, expressions=[_node(argument) for argument in arguments])


def template(sql: str, **values: exp.Expression | str | int) -> exp.Expression:
    """An expression in Spark's SQL, with nodes put in where it says `:name`."""
    tree = exp.Paren(this=parse_one(sql, read=Spark))
    for placeholder in list(tree.find_all(exp.Placeholder)):
        placeholder.replace(_node(values[placeholder.name]))
    return tree if isinstance(tree.this, exp.Binary) else tree.this


def table_at(schema: str, name: str, folder: Path) -> str:
    """A statement that makes a table of the Parquet files in a folder, whatever its path holds."""
    location = exp.Literal.string(str(folder)).sql(dialect=Spark)
    return f"create table {schema}.{name} using parquet location {location}"


def _node(value: exp.Expression | str | int) -> exp.Expression:
    if isinstance(value, exp.Expression):
        return value.copy()
    return exp.Literal.number(value) if isinstance(value, int) else exp.Literal.string(value)
