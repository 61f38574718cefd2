"""What a refresh leaves as it stands: nodes that no document can change."""

from dagster_project.building.project_files import project_fingerprint
from dagster_project.building.standing import standing_nodes, tables_stand

FINGERPRINT = "another project"


def node(kind: str, *parents: str, of: str | None = None) -> dict[str, object]:
    return {"resource_type": kind, "depends_on": {"nodes": list(parents)}, "attached_node": of}


def standing(**nodes: dict[str, object]) -> set[str]:
    return standing_nodes({"nodes": nodes})


def test_seeds_and_what_is_made_of_them_stand():
    found = standing(
        words=node("seed"),
        forms=node("model", "words"),
        phrases=node("model", "forms", "words"),
        mentions=node("model", "phrases", "source.documents"),
        counts=node("model", "mentions"),
    )
    assert found == {"words", "forms", "phrases"}


def test_what_is_held_against_documents_does_not_stand():
    found = standing(
        words=node("seed"),
        roles=node("model", "words"),
        names=node("model", "roles"),
        mentions=node("model", "source.documents"),
        roles_are_mentioned=node("test", "roles", "mentions", of="roles"),
        words_are_unique=node("test", "words", of="words"),
    )
    assert found == {"words"}


def test_tables_stand_for_the_project_that_published_them(own, tiny_dbt):
    fingerprint = project_fingerprint(tiny_dbt)
    tables = [("seeds", "row_drop_limits")]
    assert tables_stand(own, fingerprint, tables)
    assert not tables_stand(own, FINGERPRINT, tables)
    assert not tables_stand(own, fingerprint, [*tables, ("seeds", "lost")])
