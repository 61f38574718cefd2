"""What the yml of a model or a seed describes are columns that it has.

Of marts the contract sees to it. Columns that a model only hands on need no description.
"""

import json
from pathlib import Path

import duckdb
import pytest

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("labelled")]


def test_described_columns_are_there(labelled_warehouse: Path, manifest: Path) -> None:
    (build_file,) = (labelled_warehouse.parent / "build").glob("*.duckdb")
    with duckdb.connect(str(build_file), read_only=True) as connection:
        columns = dict(
            connection.execute(
                "select schema_name || '.' || table_name, list(column_name)"
                " from duckdb_columns() where not internal group by all"
            ).fetchall()
        )
    nodes = json.loads(manifest.read_bytes())["nodes"].values()
    described = {
        f"{node['schema']}.{node['name']}": node["columns"].keys()
        for node in nodes
        if node["resource_type"] in {"model", "seed"}
    }
    gone = {
        table: missing
        for table, names in described.items()
        if (missing := sorted(set(names) - set(columns[table])))
    }
    assert len(described) > 200
    assert not gone, gone
