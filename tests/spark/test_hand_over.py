"""What DuckDB reads of Spark's tables; needs no Spark."""

from pathlib import Path
from types import SimpleNamespace

import duckdb

from dagster_project.spark.hand_over import reading_rows_of


def model(name: str, *columns: tuple[str, str], is_contract: bool) -> SimpleNamespace:
    """A model of the marts as dbt parsed it."""
    return SimpleNamespace(
        resource_type="model",
        fqn=["sitrep", "marts", "facts", name],
        schema="marts",
        name=name,
        raw_code="select of_its_own",
        columns={column: SimpleNamespace(name=column, data_type=kind) for column, kind in columns},
        config=SimpleNamespace(materialized="kept", contract=SimpleNamespace(enforced=is_contract)),
    )


def test_models_read_the_rows_of_their_table_wherever_it_lies(tmp_path: Path) -> None:
    # a quote, and what a path may hold that is a pattern's
    tables = tmp_path / "it's [1]*"
    promised = model("fct_a", ("n", "integer"), ("day", "date"), is_contract=True)
    plain = model("fct_b", is_contract=False)
    manifest = SimpleNamespace(nodes={"a": promised, "b": plain})
    with duckdb.connect() as connection:
        for name in ("fct_a", "fct_b"):
            (tables / "marts" / name).mkdir(parents=True)
            file = str(tables / "marts" / name / "part-0.parquet")
            connection.sql("select '2020-01-02' as day, 7::bigint as n").write_parquet(file)
        reading_rows_of(tables)(manifest)
        found = [connection.sql(node.raw_code) for node in (promised, plain)]
        assert [list(rows.columns) for rows in found] == [["n", "day"], ["day", "n"]]
        assert list(map(str, found[0].types)) == ["INTEGER", "DATE"]
        assert found[1].fetchall() == [("2020-01-02", 7)]
    assert promised.config.materialized == "table"
