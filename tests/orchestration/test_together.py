"""Tests put together in one query: who stands for whom, and whose fault it is."""

from types import SimpleNamespace

import pytest

from dagster_project.building.dbt_runs import DbtRun
from dagster_project.checks.together import Together

KEY, FILLED, PARENT = "test.sitrep.key.1", "test.sitrep.filled.2", "test.sitrep.parent.3"


def table(*parents: str) -> SimpleNamespace:
    return SimpleNamespace(resource_type="model", depends_on_nodes=list(parents), tags=[])


def generic(name: str, of: str, *more: str, severity: str = "ERROR", **arguments: object):
    config = SimpleNamespace(
        where=None, limit=None, fail_calc="count(*)", warn_if="!= 0", error_if="!= 0"
    )
    config.severity = severity
    parents = [of, *more]
    return SimpleNamespace(
        resource_type="test",
        attached_node=of,
        tags=[],
        config=config,
        depends_on=SimpleNamespace(nodes=parents, macros=[f"macro.{name}"]),
        depends_on_nodes=parents,
        refs=list(parents),
        sources=[],
        raw_code="",
        test_metadata=SimpleNamespace(
            name=name, namespace=None, kwargs={"model": f"{{{{ ref('{of}') }}}}", **arguments}
        ),
    )


@pytest.fixture
def manifest() -> SimpleNamespace:
    return SimpleNamespace(
        nodes={
            "actors": table(),
            "events": table("actors"),
            "later": table("events"),
            KEY: generic("primary_key", "events", column_name="event_id"),
            FILLED: generic("never_null", "events", columns=["quote"]),
            PARENT: generic("relationships", "events", "actors", to="ref('actors')"),
            "below": generic("relationships", "events", "later", to="ref('later')"),
            "warning": generic("never_null", "events", severity="warn", columns=["quote"]),
        }
    )


def said(unique_id: str) -> dict[str, object]:
    return {"info": {}, "data": {"node_info": {"unique_id": unique_id, "node_status": "pass"}}}


def ended(status: str, asking: str) -> DbtRun:
    results = {asking: {"unique_id": asking, "status": status}}
    return DbtRun(status == "pass", [said(asking)], results, [])


def test_tests_of_a_table_and_those_above_it_are_one(manifest):
    Together().put(manifest)
    left = {key for key, item in manifest.nodes.items() if item.resource_type == "test"}
    assert left == {FILLED, "below", "warning"}
    asking = manifest.nodes[FILLED]
    assert "test_never_null(model=ref('events'), columns=['quote'])" in asking.raw_code
    assert "test_relationships(model=ref('events'), to=ref('actors'))" in asking.raw_code
    assert asking.depends_on.nodes == ["actors", "events"]
    assert len(asking.depends_on.macros) == 3


@pytest.mark.parametrize(("made_of_both", "are_one"), [(["later"], True), ([], False)])
def test_tests_of_tables_that_hold_back_the_same_are_one(manifest, made_of_both, are_one):
    manifest.nodes["places"] = table()
    manifest.nodes["of places"] = generic("primary_key", "places", column_name="place_id")
    for name in made_of_both:
        manifest.nodes[name] = table("events", "places")
    Together().put(manifest)
    assert ("places" in manifest.nodes[FILLED].depends_on.nodes) is are_one


def test_no_more_are_put_together_than_memory_bears(manifest):
    for number in range(25):
        manifest.nodes[f"more {number}"] = generic("never_null", "events", columns=["quote"])
    Together().put(manifest)
    left = [item for item in manifest.nodes.values() if item.resource_type == "test"]
    assert len(left) == 4  # two of 28 tests, "below" and "warning"


def test_tests_of_seeds_are_one_whichever_seed_they_read():
    of_units = generic("primary_key", "seed.sitrep.units", column_name="unit")
    of_terms = generic("relationships", "seed.sitrep.terms", "seed.sitrep.units", to="ref('units')")
    of_both = generic("relationships", "events", "seed.sitrep.units", to="ref('units')")
    manifest = SimpleNamespace(
        nodes={"events": table(), "1": of_units, "2": of_terms, "3": of_both}
    )
    Together().put(manifest)
    assert set(manifest.nodes) == {"events", "2", "3"}
    assert manifest.nodes["2"].depends_on.nodes == ["seed.sitrep.terms", "seed.sitrep.units"]


def test_tagged_tests_keep_to_themselves(manifest):
    manifest.nodes[KEY].tags = ["alone"]
    Together().put(manifest, {"alone"})
    assert KEY in manifest.nodes


def test_all_pass_where_the_one_passes(manifest):
    together = Together()
    together.put(manifest)
    done = together.apart(ended("pass", FILLED), pytest.fail)
    told = [event["data"]["node_info"]["unique_id"] for event in done.events]
    assert sorted(told) == sorted(done.results) == sorted([KEY, FILLED, PARENT])


def test_where_the_one_fails_each_is_asked(manifest):
    together = Together()
    together.put(manifest)
    asked: list[str] = []

    def run(names: list[str]) -> DbtRun:
        asked.extend(names)
        return ended("fail", KEY)

    done = together.apart(ended("fail", FILLED), run)
    assert asked == ["filled", "key", "parent"]
    assert not done.successful
    assert {key: result["status"] for key, result in done.results.items()} == {KEY: "fail"}
