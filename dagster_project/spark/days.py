"""Rules for days, periods and numbers written out."""

from __future__ import annotations

import re

from sqlglot import exp

from dagster_project.spark.texts import constant
from dagster_project.spark.writing import TranslationError, call, template


def _is_date(node: exp.Expression) -> bool:
    """Whether it is a day: Spark tells days apart by a function, and columns are named by kind."""
    if isinstance(node, exp.Coalesce | exp.Paren | exp.Add):
        return _is_date(node.this)
    if isinstance(node, exp.Cast):
        return node.to.this == exp.DType.DATE
    return isinstance(node, exp.Column) and bool(
        re.search(r"(^|_)(date|day)(_start|_end|_of_saying|$)|^anchor$", node.name)
    )


def difference(node: exp.Sub) -> exp.Expression:
    """Days between two days, or a day before one; any other difference stays."""
    if _is_date(node.this) and _is_date(node.expression):
        return call("datediff", node.this, node.expression)
    return shifted(node)


def shifted(node: exp.Add | exp.Sub) -> exp.Expression:
    """A day and a number of days, which Spark takes as a short number only."""
    days = node.expression
    if _is_date(node.this) and not (
        isinstance(days, exp.Literal) or days.find(exp.Interval, exp.MakeInterval)
    ):
        days.replace(template("cast(:days as int)", days=days))
    return node


def days_between(node: exp.DateDiff) -> exp.Expression:
    """`date_diff` in days."""
    if node.args["unit"].name.upper() != "DAY":
        raise TranslationError(f"no days: {node.sql('duckdb')}")
    return call("datediff", node.this, node.expression)


def truncated(node: exp.TimestampTrunc) -> exp.Expression:
    """`date_trunc`, without a time zone."""
    return template(
        "cast(:start as timestamp_ntz)", start=call("date_trunc", node.unit.name, node.this)
    )


def formatted(node: exp.Format) -> exp.Expression:
    """`format`, with `%` for braces."""
    form = re.sub(r"\{:([^}]*)\}", r"%\1", constant(node.this))
    return call("printf", form, *node.expressions)


def series(node: exp.GenerateSeries) -> exp.Expression:
    """`range` and `generate_series`; where Spark would count backwards, nothing."""
    first, last, step = (node.args.get(name) for name in ("start", "end", "step"))
    before = node.args.get("is_end_exclusive")
    if isinstance(step, exp.Interval):
        # The last day is none of those where the end is left out.
        until = template("date_sub(:last, 1)", last=last) if before else last
        return template(
            "if(cast(:until as date) >= cast(:first as date),"
            " sequence(cast(:first as date), cast(:until as date), interval 1 day), array())",
            first=first,
            until=until,
        )
    if step is not None:
        raise TranslationError(f"a step: {node.sql('duckdb')}")
    until = template("(:last) - 1", last=last) if before else last
    return template(
        "if(:until >= :first, sequence(cast(:first as bigint), cast(:until as bigint)), array())",
        first=first,
        until=until,
    )
