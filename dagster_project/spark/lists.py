"""Rules for lists and structs: an index counts from 1, and one beyond the end gives NULL."""

from __future__ import annotations

from sqlglot import exp

from dagster_project.spark.writing import TranslationError, call, template


def bracket(node: exp.Bracket) -> exp.Expression:
    """An item or a slice of a list."""
    (index,) = node.expressions
    if isinstance(index, exp.Slice):
        return sliced(node.this, index.this, index.expression)
    backwards = isinstance(index, exp.Neg)
    if backwards or (isinstance(index, exp.Literal) and index.name != "0"):
        if isinstance(index, exp.Literal) and index.name.startswith("-"):
            backwards = True
        return call("try_element_at", node.this, index)
    return template("get(:list, cast(:index as int) - 1)", list=node.this, index=index)


def sliced(
    items: exp.Expression, first: exp.Expression | None, last: exp.Expression | None
) -> exp.Expression:
    """Items of a list from one place to another, both counted."""
    first = first or exp.Literal.number(1)
    if last is None:
        return template("slice(:list, :first, greatest(size(:list), 0))", list=items, first=first)
    if isinstance(last, exp.Neg):
        last = template("size(:list) + 1 - :back", list=items, back=last.this)
    return template(
        "slice(:list, cast(:first as int),"
        " greatest(cast(:last as int) - cast(:first as int) + 1, 0))",
        list=items,
        first=first,
        last=last,
    )


def struct(node: exp.Struct) -> exp.Expression:
    """A struct with names."""
    parts: list[exp.Expression | str] = []
    for field in node.expressions:
        if not isinstance(field, exp.PropertyEQ):
            raise TranslationError(f"a struct without names: {node.sql('duckdb')}")
        parts += [field.this.name, field.expression]
    return call("named_struct", *parts)


def concatenated(node: exp.ArrayConcat) -> exp.Expression:
    """`list_concat`, which passes over a list that is NULL."""
    made = node.this
    for other in node.expressions:
        if _is_there(made) and _is_there(other):
            made = call("concat", made, other)
        else:
            made = template("coalesce(concat(:one, :other), :one, :other)", one=made, other=other)
    return made


def _is_there(items: exp.Expression) -> bool:
    """Whether a list is seen not to be NULL."""
    if isinstance(items, exp.Coalesce):
        return any(_is_there(item) for item in items.expressions)
    return isinstance(items, exp.Array)


def zipped(lists: list[exp.Expression]) -> exp.Expression:
    """Lists of one type side by side, as lists."""
    one, other, *more = lists
    zipped = template("zip_with(:one, :other, (a, b) -> array(a, b))", one=one, other=other)
    for third in more:
        zipped = template(
            "zip_with(:one, :third, (a, b) -> array_append(a, b))", one=zipped, third=third
        )
    return zipped
