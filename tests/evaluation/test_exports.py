"""The exports of the labelled warehouse, read by the tools that they are for."""

import hashlib
import json
import shutil
from pathlib import Path

import duckdb
import frictionless
import geopandas
import hxl
import pandas
import pytest

from dagster_project.exporting import maps

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("labelled")]

SETS = {"parquet", "csv", "geojson", "hxl", "acled", "gdelt"}
# Long and without foreign keys: frictionless takes a second for each of them.
LONG = {"dim_date", "mart_daily_series", "mart_missing_bulletins", "search_terms"}
IN_SYRIA_OR_NEAR = (-130, -60, 180, 75)


@pytest.fixture
def exports(labelled_warehouse: Path) -> Path:
    return labelled_warehouse.parent / "exports"


@pytest.fixture
def marts(labelled_warehouse: Path):
    with duckdb.connect(labelled_warehouse, read_only=True) as connection:
        connection.execute("set search_path = 'marts'")
        yield connection


def package(exports: Path, name: str) -> dict:
    return json.loads((exports / name / "datapackage.json").read_text())


def one(connection: duckdb.DuckDBPyConnection, sql: str) -> int:
    return connection.execute(sql).fetchall()[0][0]


def test_a_refresh_writes_every_set(exports: Path) -> None:
    assert {path.name for path in exports.iterdir()} == SETS


def test_every_table_is_there_with_its_rows(exports: Path, marts) -> None:
    tables = [
        name for (name,) in marts.execute("select table_name from duckdb_tables()").fetchall()
    ]
    assert {path.stem for path in (exports / "csv").glob("*.csv")} == set(tables)
    for table in tables:
        rows = one(marts, f'select count(*) from "{table}"')
        columns = [c[0] for c in marts.execute(f'from "{table}" limit 0').description]
        for frame in (
            pandas.read_csv(exports / "csv" / f"{table}.csv", dtype=str, keep_default_na=False),
            pandas.read_parquet(exports / "parquet" / f"{table}.parquet"),
        ):
            assert (len(frame), list(frame.columns)) == (rows, columns), table


def test_values_are_those_of_the_marts(exports: Path, marts) -> None:
    path = exports / "csv" / "fct_observations.csv"
    read = pandas.read_csv(path, dtype={"document_id": str}, parse_dates=["as_of_date"])
    sums = marts.execute(
        "select count(value), sum(value), count(as_of_date), max(as_of_date),"
        " count(*) filter (where is_countable) from fct_observations"
    ).fetchall()[0]
    assert (len(read["value"].dropna()), read["value"].sum()) == pytest.approx(sums[:2])
    assert len(read["as_of_date"].dropna()) == sums[2]
    assert (read["as_of_date"].max().date(), read["is_countable"].sum()) == sums[3:]


@pytest.mark.parametrize("name", sorted(SETS))
def test_package_is_valid(exports: Path, name: str) -> None:
    read = frictionless.Package(str(exports / name / "datapackage.json"))
    for resource in list(read.resources):
        if name == "csv" and resource.name in LONG:
            read.remove_resource(resource.name)
    report = read.validate()
    assert report.valid, report.flatten(["name", "rowNumber", "fieldName", "note"])[:10]
    assert report.stats["tasks"] == len(read.resources) > 0


@pytest.mark.parametrize("name", sorted(SETS))
def test_package_says_what_was_made_from_what(exports: Path, name: str, marts) -> None:
    content = package(exports, name)
    assert [licence["name"] for licence in content["licenses"]] == ["CC-BY-4.0"]
    assert content["coder_version"]
    (refresh_id,) = marts.execute("select max(refresh_id) from audit_row_counts").fetchall()[0]
    assert content["version"] == refresh_id
    for resource in content["resources"]:
        file = exports / name / resource["path"]
        digest = hashlib.sha256(file.read_bytes()).hexdigest()
        assert (resource["bytes"], resource["hash"]) == (file.stat().st_size, f"sha256:{digest}")
        assert resource["row_count"] >= 0


def test_keys_are_declared(exports: Path) -> None:
    content = package(exports, "csv")
    schemas = {resource["name"]: resource["schema"] for resource in content["resources"]}
    assert all(schema.get("primaryKey") for schema in schemas.values()), [
        name for name, schema in schemas.items() if not schema.get("primaryKey")
    ]
    assert schemas["fct_event_actors"]["primaryKey"] == ["event_id", "actor_id"]
    keys = schemas["fct_observations"]["foreignKeys"]
    assert {
        "fields": ["document_id"],
        "reference": {"resource": "dim_document", "fields": ["document_id"]},
    } in keys
    assert all(
        field.get("description") for schema in schemas.values() for field in schema["fields"]
    )


def test_whole_texts_are_not_licensed(exports: Path) -> None:
    resources = {resource["name"]: resource for resource in package(exports, "csv")["resources"]}
    for name in ("documents", "sentences", "search_terms"):
        assert resources[name]["licenses"][0]["name"] == "other-closed"
    assert "licenses" not in resources["fct_events"]


def test_hxl_is_read_and_validated_by_libhxl(exports: Path, marts) -> None:
    def source() -> hxl.model.Dataset:
        options = hxl.input.InputOptions(allow_local=True)
        return hxl.data(str(exports / "hxl" / "observations.csv"), options)

    report = hxl.validate(source())
    assert report["stats"]["error"] == 0, report["issues"]
    rows = list(source())
    assert len(rows) == one(marts, "select count(*) from fct_observations")
    measure = "ceasefire_violations"
    counted = source().with_rows("#meta+countable=true").with_rows(f"#indicator+code={measure}")
    total = sum(float(row.get("#indicator+value+num-min-max")) for row in counted)
    stated = f"select sum(value) from fct_observations where is_countable and measure = '{measure}'"
    assert total == pytest.approx(one(marts, stated))


def test_geojson_is_read_by_geopandas(exports: Path, marts) -> None:
    events = geopandas.read_file(exports / "geojson" / "events.geojson")
    placed = """
        select count(*) from fct_events join dim_location using (location_id)
        join dim_document using (document_id)
        where is_current and latitude is not null and longitude is not null"""
    assert len(events) == one(marts, placed) > 0
    assert events.crs.to_epsg() == 4326
    assert events.geometry.is_valid.all()
    west, south, east, north = IN_SYRIA_OR_NEAR
    assert events.cx[west:east, south:north].shape == events.shape
    text = dict(marts.execute("select document_id, text from documents").fetchall())
    for event in events.itertuples():
        assert text[event.document_id][event.char_start : event.char_end] == event.quote


def test_a_figure_shared_by_places_is_one_feature(exports: Path, marts) -> None:
    observations = geopandas.read_file(exports / "geojson" / "observations.geojson")
    assert observations["observation_id"].is_unique
    shared = observations[observations.geom_type == "MultiPoint"]
    known = one(
        marts,
        """select count(*) from (
            select observation_id from bridge_observation_location
            join dim_location using (location_id)
            join fct_observations using (observation_id)
            where is_current
            group by observation_id
            having count(*) > 1 and bool_and(latitude is not null))""",
    )
    assert len(shared) == known > 0


@pytest.mark.parametrize("rows", [maps.EVENTS, maps.OBSERVATIONS], ids=["events", "figures"])
def test_what_was_replaced_or_removed_is_on_no_map(
    rows: str, labelled_warehouse: Path, tmp_path: Path
) -> None:
    with duckdb.connect(shutil.copy(labelled_warehouse, tmp_path)) as marts:
        on_map = f"select distinct document_id from ({rows}) order by all"
        replaced, *others = marts.execute(on_map).fetchall()
        assert others
        for table in ("dim_document", "fct_observations"):
            marts.execute(
                f"update marts.{table} set is_current = false where document_id = ?", replaced
            )
        assert marts.execute(on_map).fetchall() == others


def test_damascus_lies_where_it_lies(exports: Path) -> None:
    events = geopandas.read_file(exports / "geojson" / "events.geojson")
    damascus = events[events["location_name"] == "Damascus (city)"].geometry.iloc[0]
    assert (damascus.x, damascus.y) == pytest.approx((36.3, 33.5), abs=0.1)


def test_acled_like_events_trace_to_their_words(exports: Path, marts) -> None:
    events = pandas.read_csv(exports / "acled" / "acled_like_events.csv")
    text = dict(marts.execute("select document_id, text from documents").fetchall())
    for event in events.itertuples():
        assert text[event.quote_document_id][event.char_start : event.char_end] == event.notes
    rules = pandas.read_csv(exports / "acled" / "acled_event_types.csv")
    merged = events.merge(rules, on="rule_id", suffixes=("", "_of_rule"))
    assert (merged["event_type"] == merged["acled_event_type"]).all()
    assert len(merged) == len(events) > 0


def test_gdelt_like_codes_keep_their_zeros(exports: Path) -> None:
    events = pandas.read_csv(exports / "gdelt" / "gdelt_like_events.csv", dtype={"eventcode": str})
    assert set(events["eventcode"].str.len()) == {3}
    assert events["globaleventid"].is_unique
