"""What columns are made from, as read out of SQL."""

import json
from pathlib import Path

import pytest

from dagster_project.assets.column_lineage import ColumnLineage, column_parents

SCHEMA = {
    "marts": {
        "facts": {"fact_id": "varchar", "place_id": "varchar", "value": "double", "days": "date[]"},
        "places": {"place_id": "varchar", "place_name": "varchar", "value": "double"},
    }
}


def made_from(sql: str) -> dict[str, set[str]]:
    """By column: `table.column` of what it is made from."""
    _, found = column_parents(sql, SCHEMA)
    return {
        name: {f"{table}.{column}" for (_, table), column in parents}
        for name, parents in found.items()
    }


@pytest.mark.parametrize(
    ("sql", "expected"),
    [
        pytest.param(
            'select fact_id as id, value * 2 as twice, 1 as one from "any"."marts"."facts"',
            {"id": {"facts.fact_id"}, "twice": {"facts.value"}, "one": set()},
            id="names, calculations and constants",
        ),
        pytest.param(
            "with f as (select * from marts.facts), final as ("
            " select f.fact_id, p.place_name from f join marts.places as p using (place_id)"
            " where f.value > 1 order by p.value)"
            " select * from final",
            {"fact_id": {"facts.fact_id"}, "place_name": {"places.place_name"}},
            id="joins, filters and orders are no origin",
        ),
        pytest.param(
            "select fact_id as id, value from marts.facts"
            " union all select place_id, value from marts.places",
            {
                "id": {"facts.fact_id", "places.place_id"},
                "value": {"facts.value", "places.value"},
            },
            id="a union by position",
        ),
        pytest.param(
            "select value, place_id from marts.facts"
            " union all by name select place_id, value from marts.places",
            {
                "value": {"facts.value", "places.value"},
                "place_id": {"facts.place_id", "places.place_id"},
            },
            id="a union by name",
        ),
        pytest.param(
            "select (select max(p.value) + f.value from marts.places as p"
            " where p.place_id = f.place_id) as most from marts.facts as f",
            {"most": {"places.value", "facts.value"}},
            id="a correlated subquery",
        ),
        pytest.param(
            "select f.fact_id, d.day from marts.facts as f, unnest(f.days) as d(day)",
            {"fact_id": {"facts.fact_id"}, "day": {"facts.days"}},
            id="a list unnested",
        ),
        pytest.param(
            "with packed as (select fact_id,"
            " unnest([struct_pack(part := value)], recursive := true) from marts.facts)"
            " select fact_id, part from packed",
            {"fact_id": {"facts.fact_id"}, "part": {"facts.value"}},
            id="fields of an unnested struct",
        ),
        pytest.param(
            "with recursive chain as (select fact_id as id, value from marts.facts"
            " union all select id, value + 1 from chain where value < 3) select * from chain",
            {"id": {"facts.fact_id"}, "value": {"facts.value"}},
            id="a query that reads itself",
        ),
        pytest.param(
            "select fact_id, sum(value) over (partition by place_id) as s from marts.facts"
            " group by all",
            {"fact_id": {"facts.fact_id"}, "s": {"facts.value", "facts.place_id"}},
            id="a window",
        ),
    ],
)
def test_columns_are_made_from(sql, expected):
    assert made_from(sql) == expected


def project(folder: Path, **models: str) -> dict:
    """A manifest of models in a row, each reading the one before, and their compiled SQL."""
    source = {"resource_type": "source", "schema": "raw", "name": "files", "columns": {}}
    nodes, before = {}, "source.s.files"
    for name, sql in models.items():
        path = folder / "s" / f"models/{name}.sql"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(sql)
        nodes[f"model.s.{name}"] = {
            "resource_type": "model",
            "schema": "marts",
            "name": name,
            "package_name": "s",
            "original_file_path": f"models/{name}.sql",
            "columns": {"in_yml": {}},
            "depends_on": {"nodes": [before]},
        }
        before = f"model.s.{name}"
    return {"nodes": nodes, "sources": {"source.s.files": source}}


def test_lineage_goes_from_model_to_model(tmp_path):
    manifest = project(
        tmp_path,
        one="select *, path || '!' as loud from raw.files",
        two="select loud as cry from marts.one",
    )
    raw = {("raw", "files"): ["path", "size"]}
    lineage = ColumnLineage(manifest, tmp_path, raw, tmp_path / "kept.json")
    assert lineage.columns("model.s.one") == ["path", "size", "loud"]
    assert lineage.parents("model.s.two") == {"cry": [("model.s.one", "loud")]}
    assert lineage.parents("source.s.files") == {}


def test_rows_that_were_replaced_are_those_of_their_table(tmp_path):
    manifest = project(
        tmp_path,
        one="select path from raw.files",
        two="select path from (select * from replaced.one except select * from marts.one) as gone",
    )
    manifest["nodes"]["model.s.one"]["config"] = {"remembered": True}
    raw = {("raw", "files"): ["path"]}
    lineage = ColumnLineage(manifest, tmp_path, raw, tmp_path / "kept.json")
    assert lineage.parents("model.s.two") == {"path": [("model.s.one", "path")]}


def test_what_is_kept_is_read_and_follows_the_sql(tmp_path):
    manifest = project(tmp_path, one="select path as name from raw.files")
    raw, kept = {("raw", "files"): ["path"]}, tmp_path / "kept.json"
    first = ColumnLineage(manifest, tmp_path, raw, kept)
    assert first.columns("model.s.one") == ["name"]
    first.keep()
    held = json.loads(kept.read_text())
    (key,) = held
    kept.write_text(json.dumps({key: {"columns": ["kept"], "parents": {}}}))
    assert ColumnLineage(manifest, tmp_path, raw, kept).columns("model.s.one") == ["kept"]
    (tmp_path / "s/models/one.sql").write_text("select path as title from raw.files")
    assert ColumnLineage(manifest, tmp_path, raw, kept).columns("model.s.one") == ["title"]


def test_sql_that_is_not_understood_has_the_columns_of_its_yml(tmp_path):
    manifest = project(tmp_path, one="select from where")
    lineage = ColumnLineage(manifest, tmp_path, {}, tmp_path / "kept.json")
    assert lineage.parents("model.s.one") == {}
    assert lineage.columns("model.s.one") == ["in_yml"]
