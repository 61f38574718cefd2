"""Which columns each column of a model is made from, read out of its compiled SQL.

Belongs here: walking the SQL. Does not belong here: how Dagster shows it (`column_metadata`).
dagster-dbt can do this too, but opens the database for it while dbt writes, and takes a hundred
seconds for these models where this takes three: it looks each column up through all queries below
it anew.

What a column is made from is what its value is: columns that only filter, join or order are not
named. Where the SQL cannot be understood a model has no lineage; nothing else depends on it.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import sqlglot
from sqlglot import exp
from sqlglot.errors import SqlglotError
from sqlglot.optimizer.qualify import qualify
from sqlglot.optimizer.scope import Scope, build_scope

_DIALECT = "duckdb"
_UNNESTED = (exp.Unnest, exp.Explode)
_KEPT_FOR_EACH_MODEL = 3
# The schema in which the macro `remembered_rows` puts the rows that a refresh replaces.
REPLACED = "replaced"
Column = tuple[str, str]
Relation = tuple[str, str]


class ColumnLineage:
    """The columns of a dbt project's models and what they are made from.

    Each model is read once for each text of it: what was found is kept in a file.
    """

    def __init__(
        self,
        manifest: Mapping[str, Any],
        compiled: Path,
        source_columns: Mapping[Relation, Sequence[str]],
        kept: Path,
    ) -> None:
        """Read what is kept from earlier.

        Args:
            manifest: dbt's manifest.
            compiled: dbt's folder of compiled SQL.
            source_columns: Column names by schema and table, of tables that dbt does not make.
            kept: Where results are kept between refreshes; it may be missing.
        """
        self._compiled = compiled
        self._kept_path = kept
        self._kept: dict[str, dict[str, Any]] = (
            json.loads(kept.read_bytes()) if kept.exists() else {}
        )
        self._has_new = False
        self._nodes = {
            unique_id: node
            for unique_id, node in (manifest["nodes"] | manifest["sources"]).items()
            if node["resource_type"] in {"model", "seed", "source"}
        }
        self._by_relation = {
            relation: key for key, node in self._nodes.items() for relation in _relations(node)
        }
        self._source_columns = source_columns
        self._found: dict[str, dict[str, Any]] = {}

    def columns(self, unique_id: str) -> list[str]:
        """The column names of a node, in its order; none where they are not known."""
        node = self._nodes.get(unique_id)
        if node is None:
            return []
        if node["resource_type"] == "model":
            found = self._of_model(unique_id)["columns"]
            return found or list(node["columns"])
        return list(self._source_columns.get(relation_of(node), node["columns"]))

    def parents(self, unique_id: str) -> dict[str, list[Column]]:
        """By column of a model: the nodes and columns that it is made from, sorted.

        Empty for what is no model, for one whose SQL is not there, and for one that is not
        understood.
        """
        if self._nodes.get(unique_id, {}).get("resource_type") != "model":
            return {}
        made = self._of_model(unique_id)["parents"]
        return {name: [(node, column) for node, column in found] for name, found in made.items()}

    def keep(self) -> None:
        """Write what was found, so that the next refresh need not look again."""
        if not self._has_new:
            return
        newest = list(self._kept.items())[-_KEPT_FOR_EACH_MODEL * len(self._nodes) :]
        draft = self._kept_path.with_suffix(".draft")
        draft.write_text(json.dumps(dict(newest)))
        draft.replace(self._kept_path)
        self._has_new = False

    def _of_model(self, unique_id: str) -> dict[str, Any]:
        if unique_id not in self._found:
            self._found[unique_id] = {"columns": [], "parents": {}}  # of a model that reads itself
            self._found[unique_id] = self._read_model(unique_id)
        return self._found[unique_id]

    def _read_model(self, unique_id: str) -> dict[str, Any]:
        node = self._nodes[unique_id]
        path = self._compiled / node["package_name"] / node["original_file_path"]
        if not path.exists():
            return {"columns": [], "parents": {}}
        sql = path.read_text()
        schema: dict[str, dict[str, dict[str, str]]] = {}
        for parent in node["depends_on"]["nodes"]:
            if parent in self._nodes:
                # The types do not matter here.
                columns = dict.fromkeys(self.columns(parent), "varchar")
                for folder, table in _relations(self._nodes[parent]):
                    schema.setdefault(folder, {})[table] = columns
        key = _key(sql, schema)
        if key not in self._kept:
            self._kept[key] = self._understand(sql, schema)
            self._has_new = True
        # Moved to the end: what is not asked for any more falls out at the front.
        self._kept[key] = self._kept.pop(key)
        return self._kept[key]

    def _understand(
        self, sql: str, schema: Mapping[str, Mapping[str, Mapping[str, str]]]
    ) -> dict[str, Any]:
        try:
            columns, found = column_parents(sql, schema)
        except SqlglotError:
            return {"columns": [], "parents": {}}
        parents = {
            name: sorted(
                {
                    (self._by_relation[relation], column)
                    for relation, column in made_from
                    if relation in self._by_relation
                }
            )
            for name, made_from in found.items()
        }
        return {"columns": columns, "parents": parents}


def column_parents(
    sql: str, schema: Mapping[str, Mapping[str, Mapping[str, str]]]
) -> tuple[list[str], dict[str, set[tuple[Relation, str]]]]:
    """What each column of a query's answer is made from.

    Args:
        sql: One query.
        schema: Types by schema, table and column of the tables that it reads.

    Returns:
        The names of its columns in order; and by column the schema and table, and the column
        there, that it is made from.

    Raises:
        SqlglotError: The query is not understood.
    """
    tables = {folder: dict(inside) for folder, inside in schema.items()}
    tree = sqlglot.parse_one(sql, dialect=_DIALECT)
    for table in tree.find_all(exp.Table):
        table.set("catalog", None)
    query = qualify(tree, schema=tables, dialect=_DIALECT, validate_qualify_columns=False)
    scope = build_scope(query)
    if scope is None:
        return [], {}
    walk = _Walk()
    names = list(dict.fromkeys(query.named_selects))
    return names, {name: set(walk.made_from(scope, name)) for name in names}


class _Walk:
    """Follows columns through the queries of one statement, each column of each query once."""

    def __init__(self) -> None:
        self._known: dict[tuple[int, str], frozenset[tuple[Relation, str]]] = {}

    def made_from(self, scope: Scope, name: str) -> frozenset[tuple[Relation, str]]:
        """The tables' columns that a query's column is made from."""
        key = (id(scope), name)
        if key not in self._known:
            self._known[key] = frozenset()  # a recursive query asks for itself
            self._known[key] = frozenset(self._look(scope, name))
        return self._known[key]

    def _look(self, scope: Scope, name: str) -> Iterator[tuple[Relation, str]]:
        query = scope.expression
        if isinstance(query, exp.SetOperation):
            for branch, its_name in _branches(scope, query, name):
                yield from self.made_from(branch, its_name)
        elif isinstance(query, exp.Select):
            named = [item for item in query.selects if item.alias_or_name == name]
            # Fields that a struct is unnested to have no names in the SQL.
            for projection in named or [item for item in query.selects if item.find(*_UNNESTED)]:
                yield from self._of_expression(scope, projection)
        else:
            # A table function, such as unnest: each of its columns is made from all that it reads.
            yield from self._of_expression(scope, query)

    def _of_expression(
        self, scope: Scope, expression: exp.Expression
    ) -> Iterator[tuple[Relation, str]]:
        inner = {id(child.expression): child for child in scope.subquery_scopes}
        for node in expression.walk(prune=lambda node: id(node) in inner):
            if id(node) in inner:
                child = inner[id(node)]
                for name in child.expression.named_selects:
                    yield from self.made_from(child, name)
            elif isinstance(node, exp.Column):
                yield from self._of_column(scope, node)

    def _of_column(self, scope: Scope, column: exp.Column) -> Iterator[tuple[Relation, str]]:
        here: Scope | None = scope
        while here is not None and column.table and column.table not in here.sources:
            here = here.parent  # a correlated subquery reads the tables of the query around it
        if here is None:
            return
        if column.table:
            source = here.sources[column.table]
        elif len(here.selected_sources) == 1:
            # A field of an unnested struct: only its table can have it.
            ((_, source),) = here.selected_sources.values()
        else:
            return
        if isinstance(source, Scope):
            yield from self.made_from(source, column.name)
        elif isinstance(source, exp.Table):
            yield ((source.db, source.name), column.name)


def _branches(scope: Scope, query: exp.SetOperation, name: str) -> Iterator[tuple[Scope, str]]:
    left, right = scope.set_operation_scopes
    yield left, name
    if query.args.get("by_name"):
        yield right, name
    else:
        position = left.expression.named_selects.index(name)
        yield right, right.expression.named_selects[position]


def relation_of(node: Mapping[str, Any]) -> Relation:
    """The schema and the name of the table of a node in a manifest."""
    return node["schema"], node.get("alias") or node["name"]


def _relations(node: Mapping[str, Any]) -> list[Relation]:
    """A node's table, and the one of its rows that were replaced, where these are remembered."""
    folder, table = relation_of(node)
    remembered = node.get("config", {}).get("remembered")
    return [(folder, table), (REPLACED, table)] if remembered else [(folder, table)]


def _key(sql: str, schema: Mapping[str, Mapping[str, Mapping[str, str]]]) -> str:
    text = json.dumps([sqlglot.__version__, sql, schema], sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()
