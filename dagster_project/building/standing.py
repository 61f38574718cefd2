"""What a refresh may leave as it stands: dictionaries, what is made of them alone, and rows.

Belongs here: which nodes these are, whether they are in the build file as the project's files say
now, and whether of other tables the rows may stand that no document read now touches. Does not
belong here: which documents are read (`loading.reading_list`).
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import TYPE_CHECKING, Any

import duckdb

from dagster_project.loading.raw_tables import DOCUMENTS, last_was_published_by
from dagster_project.loading.reading_list import reading_list
from dagster_project.settings import Settings
from dagster_project.sql import number, open_to_read, query

if TYPE_CHECKING:
    from dbt.contracts.graph.manifest import Manifest

LEFT_OUT = "left_as_it_stands"
# With which indirect selection of dbt's these are to be excluded: of tests, those of nothing else.
WHEN_LEFT_OUT = "cautious"
# Of more than this share of all documents the rows are found slower than all are written.
_FEW = 0.2


def standing_nodes(content: Mapping[str, Any]) -> set[str]:
    """The seeds, and the models made of seeds alone, that no document can change.

    A node with a test that reads another one is none of them: what it is held against changes.

    Args:
        content: dbt's manifest.

    Returns:
        Their unique ids.
    """
    nodes = content["nodes"]
    built = [key for key, node in nodes.items() if node["resource_type"] in {"model", "seed"}]
    found: dict[str, bool] = {}

    def stands(unique_id: str) -> bool:
        if unique_id not in found:
            found[unique_id] = False  # of a model that reads itself
            node = nodes.get(unique_id)
            found[unique_id] = node is not None and all(
                stands(parent) for parent in node.get("depends_on", {}).get("nodes", [])
            )
        return found[unique_id]

    standing = {unique_id for unique_id in built if stands(unique_id)}
    held_against_others = {
        node["attached_node"]
        for node in nodes.values()
        if node.get("attached_node") and not standing.issuperset(node["depends_on"]["nodes"])
    }
    while held_against_others & standing:
        standing -= held_against_others
        held_against_others = {
            unique_id
            for unique_id in standing
            if not standing.issuperset(nodes[unique_id].get("depends_on", {}).get("nodes", []))
        }
    return standing


def tables_stand(
    settings: Settings, project_fingerprint: str, tables: Collection[tuple[str, str]]
) -> bool:
    """Whether the last refresh was published by the same project, and the tables are still there.

    Args:
        settings: Which warehouse.
        project_fingerprint: Of the models and code as they are now.
        tables: Schema and name of each.
    """
    if not settings.build_database.exists():
        return False
    with open_to_read(settings.build_database, settings.memory) as connection:
        if not last_was_published_by(connection, project_fingerprint):
            return False
        there = query(connection, "select schema_name, table_name from duckdb_tables()")[1]
    return set(tables) <= {(str(schema), str(table)) for schema, table in there}


def touches_few(connection: duckdb.DuckDBPyConnection, project_fingerprint: str) -> bool:
    """Whether a refresh need write only the rows that its documents touch.

    It need where all tables are as a refresh by the same project left them that was published, and
    where what is read now is one batch and a small part of all.

    Args:
        connection: To the build file, the reading list written and nothing read yet.
        project_fingerprint: Of the models and code as they are now.
    """
    listed = reading_list(connection)
    documents = number(connection, f"select count(*) from {DOCUMENTS}")
    return (
        listed.batches <= 1
        and listed.total <= _FEW * documents
        and last_was_published_by(connection, project_fingerprint, before_this=True)
    )


def leaving_out(unique_ids: Collection[str]) -> Callable[[Manifest], None]:
    """A change of a parsed project: tags nodes, and the tests of nothing else, as `LEFT_OUT`.

    dbt holds one tag against its nodes much faster than hundreds of names.
    """

    def change(manifest: Manifest) -> None:
        left = {*unique_ids, *_tests_of_only(manifest, unique_ids)}
        for unique_id in manifest.nodes.keys() & left:
            node = manifest.nodes[unique_id]
            node.tags = [*node.tags, LEFT_OUT]

    return change


def forgetting_tests(unique_ids: Collection[str]) -> Callable[[Manifest], None]:
    """A change of a parsed project: takes out the tests of nothing but these nodes.

    dbt draws an edge from each test to each table behind it: with hundreds of tests that is a
    second before a refresh with nothing new builds its six tables, and more with each new test.
    """

    def change(manifest: Manifest) -> None:
        for unique_id in _tests_of_only(manifest, unique_ids):
            del manifest.nodes[unique_id]
        manifest.unit_tests.clear()

    return change


def _tests_of_only(manifest: Manifest, unique_ids: Collection[str]) -> list[str]:
    """The tests that read none but these nodes."""
    these = set(unique_ids)
    return [
        unique_id
        for unique_id, node in manifest.nodes.items()
        if node.resource_type == "test" and these.issuperset(node.depends_on_nodes)
    ]
