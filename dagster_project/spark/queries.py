"""Rules for whole queries: names, `qualify`, lists beside rows, unions by name."""

from __future__ import annotations

from collections.abc import Callable, Collection

from sqlglot import exp
from sqlglot.dialects.spark import Spark

from dagster_project.spark.writing import TranslationError, call, template


def table(node: exp.Table) -> exp.Expression:
    """A table without its catalogue."""
    node.set("catalog", None)
    return node


def with_table(node: exp.CTE) -> exp.Expression:
    """A common table, which Spark is told nothing more of."""
    node.set("materialized", None)
    return node


def select(node: exp.Select) -> exp.Expression:
    """A query and what its projections hold."""
    for star in node.expressions:
        inner = star.this if isinstance(star, exp.Column) else star
        if isinstance(inner, exp.Star) and inner.args.get("replace"):
            _spread(node, inner)
    _as_structs(node)
    _write_out_windows(node)
    _unnest(node)
    return _qualified(node) if node.args.get("qualify") else node


def _write_out_windows(node: exp.Select) -> None:
    """Spark lets no window add a frame to a named one."""
    named = {window.name: window for window in node.args.get("windows") or []}
    if not named:
        return
    for window in list(node.find_all(exp.Window)):
        definition = named.get(window.alias)
        if definition is None or window.find_ancestor(exp.Select) is not node:
            continue
        window.set("alias", None)
        for part in ("partition_by", "order", "spec"):
            value = definition.args.get(part)
            if value and not window.args.get(part):
                copied = [one.copy() for one in value] if isinstance(value, list) else value.copy()
                window.set(part, copied)
    node.set("windows", None)


def _qualified(node: exp.Select) -> exp.Expression:
    """`qualify` as a column of the query within."""
    condition = node.args["qualify"].this
    node.set("qualify", None)
    outer = exp.select("* except (_fits)").from_("_rows").where(exp.column("_fits"))
    for moved in ("with_", "order", "limit", "distinct"):
        if node.args.get(moved):
            outer.set(moved, node.args[moved])
            node.set(moved, None)
    node.append("expressions", exp.alias_(exp.paren(condition.copy()), "_fits"))
    inner = exp.Subquery(this=node.copy(), alias=exp.TableAlias(this=exp.to_identifier("_rows")))
    outer.set("from_", exp.From(this=inner))
    return outer


def _unnest(node: exp.Select) -> None:
    """Put a list beside the rows: within a projection Spark takes no number of its items."""
    found = [
        inner
        for projection in node.expressions
        for inner in projection.find_all(exp.Explode, exp.Anonymous)
        if (isinstance(inner, exp.Explode) or inner.name.lower() == "generate_subscripts")
        and inner.find_ancestor(exp.Select) is node
    ]
    if not found:
        return
    lists = [one.this if isinstance(one, exp.Explode) else one.expressions[0] for one in found]
    if any(other != lists[0] for other in lists):
        raise TranslationError(f"several lists at once: {node.sql('duckdb')[:300]}")
    items = lists[0].copy()
    if not node.args.get("from_"):
        if len(found) > 1:
            raise TranslationError(f"a list of no table: {node.sql('duckdb')[:300]}")
        return
    if node.args.get("group") or items.find(exp.Window):
        # What is reckoned over many rows is reckoned before.
        items = _within(node, items)
    for inner in found:
        if isinstance(inner, exp.Explode):
            inner.replace(exp.column("_item", table="_unnested"))
        else:
            inner.replace(template("(_unnested._at + 1)"))
    alias = exp.TableAlias(
        this=exp.to_identifier("_unnested"),
        columns=[exp.to_identifier("_at"), exp.to_identifier("_item")],
    )
    node.append("laterals", exp.Lateral(this=call("posexplode", items), view=True, alias=alias))


def _within(node: exp.Select, items: exp.Expression) -> exp.Expression:
    """Make the query one of another, which has the list as a column."""
    inner = node.copy()
    inner.set("distinct", None)
    kept: list[exp.Expression] = []
    outer: list[exp.Expression] = []
    for projection in node.expressions:
        if projection.find(exp.Explode):
            outer.append(projection)
        elif projection.alias_or_name:
            kept.append(projection.copy())
            outer.append(exp.column(projection.alias_or_name))
        else:
            raise TranslationError(f"a column without a name: {projection.sql('duckdb')}")
    inner.set("expressions", [*kept, exp.alias_(items, "values_of")])
    for part in ("joins", "where", "group", "having", "windows", "qualify"):
        node.set(part, None)
    rows = exp.Subquery(this=inner, alias=exp.TableAlias(this=exp.to_identifier("_lists")))
    node.set("from_", exp.From(this=rows))
    node.set("expressions", outer)
    return exp.column("values_of")


def _as_structs(node: exp.Select) -> None:
    """A table named as a column is its row."""
    tables = [node.args.get("from_"), *(node.args.get("joins") or [])]
    names = {table.this.alias_or_name for table in tables if table is not None}
    for projection in node.expressions:
        name = projection.name
        if isinstance(projection, exp.Column) and not projection.table and name in names:
            projection.replace(exp.alias_(template(f"struct({name}.*)"), name))


def _spread(node: exp.Select, star: exp.Star) -> None:
    """`* replace`: Spark has none, so that what is replaced goes to the end."""
    replaced = star.args["replace"]
    star.set("replace", None)
    star.set(
        "except_",
        [*(star.args.get("except_") or []), *(exp.to_identifier(part.alias) for part in replaced)],
    )
    node.set("expressions", [*node.expressions, *(part.copy() for part in replaced)])


def moves_columns(query: exp.Expression, moved: Collection[str]) -> bool:
    """Whether a query's columns come in another order in Spark: what `* replace` names goes last.

    Args:
        query: As it is written for DuckDB.
        moved: Names of those before it that do.

    Raises:
        TranslationError: It, or a query within it, joins such rows to others by place.
    """
    for union in query.find_all(exp.SetOperation):
        sides = [union.this, union.expression]
        if not union.args.get("by_name") and any(_is_moved(side, moved) for side in sides):
            raise TranslationError(
                f"a replaced column goes last, so say `by name`: {union.sql('duckdb')[:300]}"
            )
    return _is_moved(query, moved)


def _is_moved(query: exp.Expression, moved: Collection[str]) -> bool:
    if isinstance(query, exp.Table):
        return not query.db and query.name in moved
    if isinstance(query, exp.Subquery | exp.SetOperation):
        return _is_moved(query.this, moved)
    if not isinstance(query, exp.Select):
        return False
    read = [query.args.get("from_"), *(query.args.get("joins") or [])]
    sources = {one.this.alias_or_name: one.this for one in read if one is not None}
    for projection in query.expressions:
        star = projection.this if isinstance(projection, exp.Column) else projection
        if not isinstance(star, exp.Star):
            continue
        named = projection.table if isinstance(projection, exp.Column) else ""
        of = [sources[named]] if named in sources else sources.values()
        if star.args.get("replace") or any(_is_moved(source, moved) for source in of):
            return True
    return False


def spell_out_aliases(node: exp.Select, columns: Callable[[str], list[str]]) -> None:
    """Put what a projection says in place of its name, where the query itself calls it by that.

    Spark knows the names of a projection in later projections only, and in no window.
    """
    computed = {
        projection.alias: projection.this
        for projection in node.expressions
        if isinstance(projection, exp.Alias)
        and not (
            isinstance(projection.this, exp.Column) and projection.this.name == projection.alias
        )
    }
    places = [node.args.get("where"), node.args.get("qualify"), *(node.args.get("windows") or [])]
    places += [window for one in node.expressions for window in one.find_all(exp.Window)]
    called = [
        column
        for place in places
        if place is not None
        for column in place.find_all(exp.Column)
        if not column.table and column.name in computed and column.find_ancestor(exp.Select) is node
    ]
    if not called or not node.args.get("from_"):
        return
    sources = exp.select("*")
    for part in ("from_", "joins"):
        value = node.args.get(part)
        copied = (
            [one.copy() for one in value] if isinstance(value, list) else value and value.copy()
        )
        sources.set(part, copied)
    known = columns(sources.sql(dialect=Spark))
    for column in called:
        if column.name not in known:
            column.replace(exp.paren(computed[column.name].copy()))


def by_name(node: exp.SetOperation, columns: Callable[[str], list[str]]) -> exp.Expression:
    """A union by name: what a side lacks is NULL.

    Args:
        node: The union, its sides rewritten.
        columns: Gives the columns of a query of Spark's.
    """
    sides = [node.this, node.expression]
    has = [columns(side.sql(dialect=Spark)) for side in sides]
    names = list(dict.fromkeys([*has[0], *has[1]]))
    for side, known in zip(sides, has, strict=True):
        if known != names:
            wanted = [
                exp.column(name) if name in known else exp.alias_(exp.null(), name)
                for name in names
            ]
            rows = exp.Subquery(
                this=side.copy(), alias=exp.TableAlias(this=exp.to_identifier("_side"))
            )
            side.replace(exp.select(*wanted).from_(rows))
    node.set("by_name", False)
    return node
