"""Rules for aggregates and windows.

DuckDB orders within an aggregate, keeps NULL in a list, sorts it last and makes an empty list NULL;
Spark does none of it. What becomes one call of an aggregate within an expression is marked, so
that a filter or a window around the whole is put where it belongs.
"""

from __future__ import annotations

from collections.abc import Callable

from sqlglot import exp

from dagster_project.spark.writing import TranslationError, call, template

NUMBERED = "monotonically_increasing_id"


def _aggregate(name: str, *arguments: exp.Expression | str | int) -> exp.Expression:
    made = call(name, *arguments)
    made.meta["aggregate"] = True
    return made


def _key(node: exp.Expression) -> list[exp.Expression]:
    """What a row or value is ordered by where NULL comes last, as everywhere in DuckDB."""
    parts = node.expressions if isinstance(node, exp.Tuple) else [node]
    return [key for part in parts for key in (template("((:part) is null)", part=part), part)]


def _fields(keys: list[exp.Expression], **more: exp.Expression) -> exp.Expression:
    parts: list[exp.Expression | str] = []
    for number, key in enumerate(keys):
        parts += [f"k{number}", key]
    for name, value in more.items():
        parts += [name, value]
    return call("named_struct", *parts)


def best(name: str) -> Callable[[exp.ArgMin | exp.ArgMax], exp.Expression]:
    """A rule for `arg_min` or `arg_max`, which pass over rows whose value is NULL."""

    def rule(node: exp.ArgMin | exp.ArgMax) -> exp.Expression:
        value, by = node.this, node.expression
        if isinstance(by, exp.Tuple):
            made = _aggregate(name, value, _fields(_key(by)))
        else:
            made = _aggregate(name, value, by)
        return _filtered(made, template("(:value is not null)", value=value))

    return rule


def _filtered(made: exp.Expression, condition: exp.Expression) -> exp.Expression:
    """Let the aggregates within an expression see only rows that fit."""
    if isinstance(made, exp.Filter):
        both = template("(:one) and (:other)", one=made.expression.this, other=condition)
        return exp.Filter(this=made.this.copy(), expression=exp.Where(this=both))
    if made.meta.get("aggregate"):
        return exp.Filter(this=made.copy(), expression=exp.Where(this=condition.copy()))
    made = made.copy()
    for inner in _aggregates_in(made):
        inner.replace(_filtered(inner, condition))
    return made


def _aggregates_in(made: exp.Expression) -> list[exp.Expression]:
    return [
        node.parent if isinstance(node.parent, exp.Filter) else node
        for node in list(made.walk())
        if node.meta.get("aggregate")
    ]


def filtered_aggregate(node: exp.Filter) -> exp.Expression:
    """`filter` goes to the aggregates within what became of one."""
    made, condition = node.this, node.expression.this
    if made.meta.get("aggregate") or _aggregates_in(made):
        return _filtered(made, condition)
    return node


def _ordered_parts(
    node: exp.Expression,
) -> tuple[exp.Expression, list[exp.Ordered], bool]:
    """What is aggregated, by what it is ordered, and whether each value counts once."""
    order: list[exp.Ordered] = []
    if isinstance(node, exp.Order):
        order, node = node.expressions, node.this
    once = isinstance(node, exp.Distinct)
    if once:
        (node,) = node.expressions
    return node, order, once


def values_of(node: exp.Expression, *, skips_null: bool) -> exp.Expression:
    """The values of a group in order; NULL where there is none, as in DuckDB."""
    value, order, once = _ordered_parts(node)
    keys: list[exp.Expression] = []
    descending = False
    for ordered in order:
        descending = descending or bool(ordered.args.get("desc"))
        if bool(ordered.args.get("nulls_first")):
            raise TranslationError(f"nulls first within an aggregate: {node.sql('duckdb')}")
    if once:
        if [ordered.this for ordered in order] not in ([value], []) or descending:
            raise TranslationError(f"distinct by another order: {node.sql('duckdb')}")
        keys = _key(value) if order else []
    else:
        keys = [key for ordered in order for key in _key(ordered.this)]
    made = _aggregate("collect_set" if once else "collect_list", _fields(keys, v=value))
    if skips_null:
        made = _filtered(made, template("(:value is not null)", value=value))
    if descending:
        made = template(f"array_sort(:rows, {_comparison(order)})", rows=made)
    elif keys:
        made = call("sort_array", made)
    return template("transform(nullif(:rows, array()), s -> s.v)", rows=made)


def _comparison(order: list[exp.Ordered]) -> str:
    branches = []
    for number, ordered in enumerate(order):
        missing, value = f"k{2 * number}", f"k{2 * number + 1}"
        before, behind = (1, -1) if ordered.args.get("desc") else (-1, 1)
        branches.append(
            f"when a.{missing} <> b.{missing} then if(a.{missing}, 1, -1)"
            f" when a.{value} < b.{value} then {before} when a.{value} > b.{value} then {behind}"
        )
    return f"(a, b) -> case {' '.join(branches)} else 0 end"


def array_agg(node: exp.ArrayAgg) -> exp.Expression:
    """`list`, ordered or not."""
    return values_of(node.this, skips_null=False)


def string_agg(node: exp.GroupConcat) -> exp.Expression:
    """`string_agg`: the list, joined."""
    separator = node.args.get("separator") or exp.Literal.string(",")
    return call("array_join", values_of(node.this, skips_null=True), separator)


def first_value(node: exp.First) -> exp.Expression:
    """`first` of an order: the first of the list."""
    if not isinstance(node.this, exp.Order):
        raise TranslationError(f"first of no order: {node.sql('duckdb')}")
    return call("get", values_of(node.this, skips_null=False), 0)


def ignoring_nulls(node: exp.IgnoreNulls) -> exp.Expression:
    """`any_value`, which passes over NULL."""
    if isinstance(node.this, exp.AnyValue):
        return _aggregate("any_value", node.this.this, exp.true())
    return node


def window(node: exp.Window) -> exp.Expression:
    """Whatever stands before `over`."""
    made = node.this
    if isinstance(made, exp.Filter) and not made.this.meta.get("aggregate"):
        # Spark knows no filter before a window.
        function, condition = made.this, made.expression.this
        value = exp.Literal.number(1) if isinstance(function.this, exp.Star) else function.this
        function.set("this", template("if(:fits, :value, null)", fits=condition, value=value))
        node.set("this", function)
        return node
    if isinstance(made, exp.Count) and isinstance(made.this, exp.Distinct):
        node.set("this", call("collect_set", *made.this.expressions))
        return call("size", node)
    if isinstance(made, exp.RowNumber) and not any(
        node.args.get(part) for part in ("partition_by", "order", "alias")
    ):
        # Any number, so long as it is another in each row; Spark need not gather them for it.
        return call(NUMBERED)
    if isinstance(made, exp.Filter):
        aggregate, condition = made.this, made.expression.this
        # All of them pass over NULL.
        at = 1 if aggregate.name in {"min_by", "max_by"} else 0
        seen = aggregate.expressions[at]
        seen.replace(template("if(:fits, :value, null)", fits=condition, value=seen))
        node.set("this", aggregate)
        return node
    if not made.meta.get("aggregate") and (inner := _aggregates_in(made)):
        for aggregate in inner:
            around = node.copy()
            around.set("this", aggregate.copy())
            aggregate.replace(window(around))
        return made
    return node
