"""What Dagster is told of tables: first rows, columns' types, and what columns are made from.

Belongs here: putting it in Dagster's words. Does not belong here: reading the SQL
(`column_lineage`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import dagster as dg
import duckdb

from dagster_project.assets.column_lineage import Column, ColumnLineage, relation_of
from dagster_project.sql import number, query
from dagster_project.tables import markdown_table

_KEPT = "column_lineage.json"
_ORIGINS_NAMED = 4
_PREVIEW_ROWS = 5


class ColumnMetadata:
    """Column schema and column lineage of the nodes of a manifest."""

    def __init__(
        self,
        manifest: Mapping[str, Any],
        target: Path,
        connection: duckdb.DuckDBPyConnection,
        key_of: Callable[[Mapping[str, Any]], dg.AssetKey],
    ) -> None:
        """Look at the tables that dbt finds.

        Args:
            manifest: dbt's manifest.
            target: dbt's target folder, where compiled SQL appears.
            connection: To the build file, before dbt starts.
            key_of: Names a dbt node's asset.
        """
        self._nodes = manifest["nodes"] | manifest["sources"]
        self._key_of = key_of
        raw = {
            relation: list(types)
            for relation, types in _types_by_relation(connection).items()
            if relation[0] == "raw"
        }
        self._lineage = ColumnLineage(manifest, target / "compiled", raw, target.parent / _KEPT)
        self._types: dict[tuple[str, str], dict[str, str]] = {}

    def look_at(self, unique_id: str) -> None:
        """Read a model's SQL, see `reading_meanwhile`."""
        self._lineage.parents(unique_id)

    def finish(self, connection: duckdb.DuckDBPyConnection) -> None:
        """Read the tables' types and keep what was found.

        Args:
            connection: To the build file, after dbt has ended.
        """
        self._types = _types_by_relation(connection)
        self._lineage.keep()

    def of(self, unique_id: str) -> dict[str, dg.MetadataValue]:
        """The metadata of a node's materialization; empty for a node that has no columns."""
        node = self._nodes.get(unique_id)
        if node is None:
            return {}
        metadata: dict[str, dg.MetadataValue] = {}
        parents = self._lineage.parents(unique_id)
        types = self._types.get(relation_of(node))
        if types:
            origins = {column: _origin(made_from) for column, made_from in parents.items()}
            schema = table_schema(types, node["columns"], origins)
            metadata["dagster/column_schema"] = dg.MetadataValue.table_schema(schema)
        if parents:
            deps = {column: self._deps(made_from) for column, made_from in parents.items()}
            metadata["dagster/column_lineage"] = dg.MetadataValue.column_lineage(
                dg.TableColumnLineage(deps)
            )
        return metadata

    def _deps(self, made_from: Sequence[Column]) -> list[dg.TableColumnDep]:
        return [
            dg.TableColumnDep(self._key_of(self._nodes[parent]), column)
            for parent, column in made_from
        ]


@contextmanager
def reading_meanwhile(columns: ColumnMetadata) -> Iterator[Callable[[str], None]]:
    """Read models' SQL while dbt goes on with the next one.

    Args:
        columns: What reads it.

    Yields:
        To be called with a model's unique id when dbt is done with it.
    """
    looks: list[Future[None]] = []
    with ThreadPoolExecutor(1) as reader:
        yield lambda unique_id: looks.append(reader.submit(columns.look_at, unique_id))
    for look in looks:
        look.result()


def _origin(made_from: Sequence[Column]) -> str:
    named = [f"`{parent.split('.')[-1]}.{column}`" for parent, column in made_from]
    more = [f"{len(named) - _ORIGINS_NAMED} more"] if len(named) > _ORIGINS_NAMED else []
    return f"Made from {', '.join(named[:_ORIGINS_NAMED] + more)}." if named else ""


def rows_metadata(
    connection: duckdb.DuckDBPyConnection, relation: str
) -> dict[str, dg.MetadataValue]:
    """How many rows a table has, and the first ones."""
    columns, rows = query(connection, f"from {relation} limit {_PREVIEW_ROWS}")
    count = number(connection, f"select count(*) from {relation}")
    return {
        "dagster/row_count": dg.MetadataValue.int(count),
        "preview": dg.MetadataValue.md(markdown_table(columns, rows)),
    }


def table_schema(
    types: Mapping[str, str],
    described: Mapping[str, Mapping[str, Any]],
    origins: Mapping[str, str],
) -> dg.TableSchema:
    """A table's columns for Dagster, whose open-source pages draw no lineage of columns.

    Args:
        types: Type by column, in the table's order.
        described: The columns of its yml, by name.
        origins: By column, a sentence that says what it is made from.
    """

    def words(name: str) -> str | None:
        told = described.get(name, {}).get("description") or ""
        return f"{told} {origins.get(name, '')}".strip() or None

    return dg.TableSchema(
        [
            dg.TableColumn(name, type=kind.lower(), description=words(name))
            for name, kind in types.items()
        ]
    )


def _types_by_relation(
    connection: duckdb.DuckDBPyConnection,
) -> dict[tuple[str, str], dict[str, str]]:
    found: dict[tuple[str, str], dict[str, str]] = {}
    for schema, table, column, kind in query(
        connection,
        "select schema_name, table_name, column_name, data_type from duckdb_columns()"
        " where not internal order by schema_name, table_name, column_index",
    )[1]:
        found.setdefault((str(schema), str(table)), {})[str(column)] = str(kind)
    return found
