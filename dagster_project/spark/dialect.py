"""DuckDB's SQL as Spark's: one dialect for all models.

Belongs here: every difference between the two engines in what a query says. Does not belong here:
how patterns differ (`regex`), where a statement is sent (`session`).

The models are written once, for DuckDB, and know no engine. Behind dispatched macros their
difference would be some two thousand places of the compiled queries, which each new model would
have to remember; here it is some fifty rules over the parsed query, and a model that uses a
function that no rule knows fails with a message. What both engines have and mean otherwise is
found where their rows are compared (`make test SPARK=1`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from sqlglot import exp, parse_one
from sqlglot.dialects.duckdb import DuckDB
from sqlglot.dialects.spark import Spark

from dagster_project.spark.aggregates import (
    NUMBERED,
    array_agg,
    best,
    filtered_aggregate,
    first_value,
    ignoring_nulls,
    string_agg,
    window,
)
from dagster_project.spark.days import (
    days_between,
    difference,
    formatted,
    series,
    shifted,
    truncated,
)
from dagster_project.spark.lists import bracket, concatenated, sliced, struct, zipped
from dagster_project.spark.queries import (
    by_name,
    moves_columns,
    select,
    spell_out_aliases,
    table,
    with_table,
)
from dagster_project.spark.texts import (
    all_extracted,
    extracted,
    greatest,
    joined,
    left_part,
    letters,
    matches,
    matches_whole,
    replaced,
    split_text,
    unaccented,
)
from dagster_project.spark.writing import TranslationError, call, template


class Written(DuckDB):
    """What the models are written in, with indexes left as they stand."""

    INDEX_OFFSET = 0


@dataclass(frozen=True)
class Step:
    """One named query of a model, in Spark's SQL.

    Attributes:
        name: The view that it is to become; None for the model's own rows.
        sql: The query.
        is_shared: Whether several later steps read it, and it does some work.
    """

    name: str | None
    sql: str
    is_shared: bool = False


def steps(sql: str, prefix: str, columns: Callable[[str], list[str]]) -> Iterator[Step]:
    """A model's query of DuckDB's as queries of Spark's, each reading those before.

    Spark would work out a common table expression anew wherever it is named.

    Args:
        sql: One `select`, compiled.
        prefix: What the names of the views begin with.
        columns: Gives the columns of a query of Spark's; every step yielded before is a view.

    Raises:
        TranslationError: It says something that has no rule here.
        PatternError: It holds a pattern that has no equal in Java.
    """
    tree = parse_one(_with_lengths_of_lists(sql), read=Written)
    tables = tree.args.get("with_")
    if tables is None:
        moves_columns(tree, ())
        yield Step(None, _translated(tree, columns))
        return
    tree.set("with_", None)
    named = {table.alias: table.this for table in tables.expressions}
    views = {name: f"{prefix}__{name}" for name in named}
    readers = Counter(
        read.name
        for query in [*named.values(), tree]
        for read in query.find_all(exp.Table)
        if not read.db
    )
    moved: set[str] = set()
    for name, query in named.items():
        if moves_columns(query, moved):
            moved.add(name)
        itself = tables.recursive and any(
            read.name == name and not read.db for read in query.find_all(exp.Table)
        )
        _point_at(query, {key: view for key, view in views.items() if key != name})
        work = _is_work(query)
        if itself:
            written = (
                f"with recursive {name} as ({_translated(query, columns)}) select * from {name}"
            )
        else:
            written = _translated(query, columns)
        yield Step(views[name], written, readers[name] > 1 and work)
    moves_columns(tree, moved)
    _point_at(tree, views)
    yield Step(None, _translated(tree, columns))


def _with_lengths_of_lists(sql: str) -> str:
    """`len` is of lists and `length` of texts: the models keep to that, the parser does not."""
    for token in reversed(Written().tokenize(sql)):
        end = token.end + 1
        if token.text.lower() == "len" and sql[end : end + 1] == "(":
            sql = f"{sql[: token.start]}array_length{sql[end:]}"
    return sql


def _point_at(query: exp.Expression, views: Mapping[str, str]) -> None:
    for read in query.find_all(exp.Table):
        if not read.db and read.name in views:
            if not read.alias:
                read.set("alias", exp.TableAlias(this=exp.to_identifier(read.name)))
            read.set("this", exp.to_identifier(views[read.name]))


def _is_work(query: exp.Expression) -> bool:
    """Whether it does more than take columns and rows from one table."""
    return (
        not isinstance(query, exp.Select)
        or any(query.args.get(part) for part in ("joins", "group", "distinct", "qualify"))
        or query.find(exp.Func, exp.Window, exp.Subquery, exp.Explode) is not None
    )


def _translated(tree: exp.Expression, columns: Callable[[str], list[str]]) -> str:
    for node in reversed(list(tree.walk(bfs=True))):
        if isinstance(node, exp.SetOperation) and node.args.get("by_name"):
            written = by_name(node, columns)
        else:
            if isinstance(node, exp.Select):
                spell_out_aliases(node, columns)
            written = next((rule(node) for kind, rule in _RULES if isinstance(node, kind)), node)
        if written is not node:
            if node is tree:
                tree = written
            else:
                node.replace(written)
    return tree.sql(dialect=Spark)


_FUNCTIONS: dict[str, Callable[..., exp.Expression]] = {
    "strip_accents": unaccented,
    "list_where": lambda items, mask: template(
        "filter(:items, (item, at) -> get(:mask, at))", items=items, mask=mask
    ),
    "list_intersect": lambda one, other: call("array_intersect", one, other),
    "list_has_all": lambda one, other: template(
        "size(array_except(array_compact(:other), :one)) = 0", one=one, other=other
    ),
    "list_position": lambda items, item: template(
        "nullif(array_position(:items, :item), 0)", items=items, item=item
    ),
    "list_slice": sliced,
    "list_zip": lambda *lists: zipped(list(lists)),
    "hash": lambda *parts: template("(:hash & 9223372036854775807)", hash=call("xxhash64", *parts)),
    "md5_number_lower": lambda text: template(
        "cast(conv(regexp_replace(substring(md5(:text), 17), :bytes, :backwards), 16, 10)"
        " as decimal(20, 0))",
        text=text,
        bytes="(..)" * 8,
        backwards="$8$7$6$5$4$3$2$1",
    ),
    "to_months": lambda count: template("make_interval(0, :count)", count=count),
    "to_years": lambda count: template("make_interval(:count)", count=count),
    "isoyear": lambda day: template("extract(yearofweek from :day)", day=day),
    "generate_subscripts": lambda *parts: exp.Anonymous(
        this="generate_subscripts", expressions=list(parts)
    ),
}


def _unknown(node: exp.Anonymous) -> exp.Expression:
    rule = _FUNCTIONS.get(node.name.lower())
    if rule is None:
        raise TranslationError(f"no rule for the function {node.name}")
    return rule(*node.expressions)


def _typed(node: exp.DataType) -> exp.Expression:
    """Spark has no unsigned numbers; those of the models are far from either's end."""
    if node.this == exp.DType.UBIGINT:
        return exp.DataType.build("bigint")
    if node.this in {exp.DType.INT128, exp.DType.UINT128}:
        return exp.DataType.build("decimal(38, 0)")
    return node


def _cast(node: exp.Cast) -> exp.Expression:
    """Numbers that tell rows apart are long in Spark: each task has a range of its own."""
    if isinstance(node.this, exp.Anonymous) and node.this.name == NUMBERED:
        return node.this
    return node


def _unchanged(node: exp.Expression) -> exp.Expression:
    return node


def _by(sql: str) -> Callable[[exp.Expression], exp.Expression]:
    """A rule for a function of one or two arguments."""

    def rule(node: exp.Expression) -> exp.Expression:
        values = {"this": node.this}
        if node.args.get("expression") is not None:
            values["expression"] = node.expression
        return template(sql, **values)

    return rule


_RULES: list[tuple[type[exp.Expression], Callable[..., exp.Expression]]] = [
    (exp.Table, table),
    (exp.CTE, with_table),
    (exp.Select, select),
    (exp.Anonymous, _unknown),
    (exp.Chr, letters),
    (exp.DPipe, joined),
    (exp.RegexpLike, matches),
    (exp.RegexpFullMatch, matches_whole),
    (exp.RegexpReplace, replaced),
    (exp.RegexpExtract, extracted),
    (exp.RegexpExtractAll, all_extracted),
    (exp.Split, split_text),
    (exp.Left, left_part),
    (exp.Bracket, bracket),
    (exp.Struct, struct),
    (exp.ArgMin, best("min_by")),
    (exp.ArgMax, best("max_by")),
    (exp.ArrayAgg, array_agg),
    (exp.GroupConcat, string_agg),
    (exp.First, first_value),
    (exp.IgnoreNulls, ignoring_nulls),
    (exp.Filter, filtered_aggregate),
    (exp.Window, window),
    (exp.Add, shifted),
    (exp.Sub, difference),
    (exp.DateDiff, days_between),
    (exp.TimestampTrunc, truncated),
    (exp.Format, formatted),
    (exp.GenerateSeries, series),
    (exp.ArrayConcat, concatenated),
    (exp.ArrayOverlaps, _by("size(array_intersect(array_compact(:this), :expression)) > 0")),
    (exp.ArrayContains, _by("array_contains(array_compact(:this), :expression)")),
    (exp.ArrayDistinct, _by("array_distinct(array_compact(:this))")),
    (exp.ArrayAppend, _by("array_append(coalesce(:this, array()), :expression)")),
    (exp.ArrayPrepend, _by("array_prepend(coalesce(:this, array()), :expression)")),
    (exp.Div, _by("cast(:this as double) / cast(:expression as double)")),
    (exp.DayOfWeekIso, _by("weekday(:this) + 1")),
    (exp.Monthname, _by("date_format(:this, 'MMMM')")),
    (exp.Dayname, _by("date_format(:this, 'EEEE')")),
    (exp.ToDays, _by("make_interval(0, 0, 0, :this)")),
    (exp.Cast, _cast),
    (exp.DataType, _typed),
    (exp.ArrayMax, greatest),
    (exp.JarowinklerSimilarity, _unchanged),
]
