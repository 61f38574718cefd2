"""What a refresh leaves as it stands: nodes that no document can change."""

import json
from types import SimpleNamespace

import duckdb

from dagster_project.assets import model_build
from dagster_project.assets.model_build import ModelBuild
from dagster_project.building.dbt_runs import parsed_beside, run_dbt
from dagster_project.building.project_files import project_fingerprint
from dagster_project.building.standing import (
    LEFT_OUT,
    WHEN_LEFT_OUT,
    forgetting_tests,
    leaving_out,
    standing_nodes,
    tables_stand,
    touches_few,
)
from dagster_project.loading import raw_tables
from dagster_project.settings import Settings

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


def test_mart_is_held_against_the_dictionaries_that_stand(manifest, tmp_path):
    content = json.loads(manifest.read_bytes())
    variables = {
        "SITREP_BUILD_DB": str(tmp_path / Settings().build_database.name),
        "DBT_INDIRECT_SELECTION": WHEN_LEFT_OUT,
    }
    done = run_dbt(
        ["ls", "--resource-type", "test", "--exclude", f"tag:{LEFT_OUT}"],
        Settings().dbt_project_dir,
        tmp_path / "target",
        variables,
        parsed=parsed_beside(manifest),
        change=leaving_out(standing_nodes(content)),
    )
    listed = {event["info"]["msg"].rpartition(".")[2] for event in done.events}
    nodes = content["nodes"]
    tests = {key: node for key, node in nodes.items() if node["resource_type"] == "test"}
    stand = standing_nodes(content)
    of_others = {
        node["name"] for node in tests.values() if not stand.issuperset(node["depends_on"]["nodes"])
    }
    assert "relationships_fct_events_event_type__event_type__ref_dim_event_type_" in of_others
    assert listed & {node["name"] for node in tests.values()} == of_others


def test_tests_of_left_out_nodes_alone_are_forgotten():
    def parsed(kind: str, *parents: str) -> SimpleNamespace:
        return SimpleNamespace(resource_type=kind, depends_on_nodes=list(parents))

    project = SimpleNamespace(
        nodes={
            "facts": parsed("model"),
            "audit": parsed("model", "facts"),
            "facts_are_unique": parsed("test", "facts"),
            "audit_is_unique": parsed("test", "audit"),
            "audit_counts_facts": parsed("test", "audit", "facts"),
            "files_are_there": parsed("test", "source.files"),
        },
        unit_tests={"facts_add_up": None},
    )
    forgetting_tests({"facts"})(project)
    assert set(project.nodes) == {
        "facts",
        "audit",
        "audit_is_unique",
        "audit_counts_facts",
        "files_are_there",
    }
    assert not project.unit_tests


def test_few_rows_are_touched_by_few_documents_behind_a_published_refresh():
    with duckdb.connect() as connection:
        raw_tables.prepare(connection)

        def refresh(name: str, status: str) -> None:
            connection.execute(
                "insert into raw.refreshes values (?, '2030-01-01', ?, 0, '', ?)",
                [name, status, FINGERPRINT],
            )

        def list_documents(count: int, batch: int = 1) -> None:
            connection.execute(
                "insert into raw.reading_list select 'd' || range, 'new', ? from range(?)"
                " on conflict do nothing",
                [batch, count],
            )

        connection.execute("""
            insert into raw.articles
            select 'd' || range, '', '', '', 0, '', '', null, null, null, null, null, null, null,
                '2030-01-01', '', '1', true, null
            from range(20)
        """)
        refresh("1", "published")
        refresh("2", "running")
        list_documents(4)
        assert touches_few(connection, FINGERPRINT)
        assert not touches_few(connection, "this project")
        list_documents(5)
        assert not touches_few(connection, FINGERPRINT), "a fourth of all"
        connection.execute("delete from raw.reading_list where document_id > 'd1'")
        assert touches_few(connection, FINGERPRINT)
        connection.execute("update raw.reading_list set batch = 2 where document_id = 'd1'")
        assert not touches_few(connection, FINGERPRINT), "two batches"
        connection.execute("delete from raw.reading_list")
        connection.execute("update raw.refreshes set status = 'failed' where refresh_id = '1'")
        assert not touches_few(connection, FINGERPRINT), "the last was not published"


def test_rows_put_aside_have_a_place_before_two_models_would_make_it(monkeypatch):
    build = object.__new__(ModelBuild)
    build._left_out, build.reads = {"seed.words"}, True
    with duckdb.connect() as connection:
        raw_tables.prepare(connection)
        connection.execute(
            "insert into raw.refreshes values ('1', now()::timestamp, 'running', 0, '', null)"
        )
        open_again = SimpleNamespace(reader=connection.cursor, writer=connection.cursor)
        monkeypatch.setattr(build, "_warehouse", open_again, raising=False)
        monkeypatch.setattr(model_build, "touches_few", lambda *_: True)
        assert build.begin_with_few(FINGERPRINT)
        with connection.cursor() as one, connection.cursor() as other:
            for model, transaction in (("one", one), ("other", other)):
                transaction.begin()
                # as the macro `remembered_rows` does
                transaction.execute("create schema if not exists replaced")
                transaction.execute(f"create table replaced.{model} (document_id varchar)")
            one.commit()
            other.commit()
