"""The dbt unit tests hold: the reading rules that stand in the yml files beside the models.

Belongs here: running them. The rules themselves are beside their models.
"""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

from tests.rules.compiled import Compiled
from tests.rules.small_warehouse import DATABASE, run_dbt
from tests.rules.unit_tests import UnitTests, only_for_dbt

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("unit_tests")]


@pytest.fixture(scope="module")
def unit_tests(small_warehouse: Path, compiled: Compiled, manifest: Path) -> Iterator[UnitTests]:
    project = json.loads(manifest.read_bytes())
    catalog = Path(DATABASE).stem
    with duckdb.connect(config={"threads": 1}) as connection:
        connection.execute(f"attach '{small_warehouse}' as known (read_only); use known")
        connection.execute(f"attach ':memory:' as {catalog}; set timezone = 'UTC'")
        nodes = {**project["nodes"], **project["sources"]}
        yield UnitTests(project["unit_tests"], nodes, compiled.whole, connection, catalog)


def test_unit_tests_hold(unit_tests: UnitTests) -> None:
    tests = [test for test in unit_tests.tests.values() if not only_for_dbt(test)]
    faults = [fault for test in tests if (fault := unit_tests.fault(test))]
    assert not faults, f"{len(faults)} of {len(tests)} unit tests:\n" + "\n\n".join(faults)
    assert len(tests) > 200


def test_what_needs_more_than_the_sql_dbt_finds_to_hold(
    unit_tests: UnitTests, small_warehouse: Path, tmp_path: Path, manifest: Path
) -> None:
    names = [test["name"] for test in unit_tests.tests.values() if only_for_dbt(test)]
    database = tmp_path / small_warehouse.name
    shutil.copy(small_warehouse, database)
    done = run_dbt(tmp_path, database, ["test", "--select", *names], manifest, tests={"unit_test"})
    assert len(done.results) == len(names) > 0


def test_another_row_table_or_column_is_a_fault(unit_tests: UnitTests) -> None:
    test = next(
        test
        for test in unit_tests.tests.values()
        if test["name"] == "reported_speech_names_its_speaker"
    )
    (expected,), given = test["expect"]["rows"], test["given"]
    assert unit_tests.fault(test) == ""
    for altered, told in (
        ({"expect": {**test["expect"], "rows": [{**expected, "actor_count": 7}]}}, "only made"),
        ({"expect": {**test["expect"], "rows": [expected, expected]}}, "only expected"),
        ({"expect": {**test["expect"], "rows": []}}, "only made"),
        ({"given": given[1:]}, "does not exist"),
        ({"given": [*given, given[0]]}, "already exists"),
        ({"given": [{**given[0], "rows": [{"no_such_column": 1}]}, *given[1:]]}, "no_such_column"),
        ({"given": [{**given[0], "input": "ref('no_such_model')"}, *given[1:]]}, "no_such_model"),
    ):
        fault = unit_tests.fault({**test, **altered})
        assert fault.startswith("int_event_contexts: reported_speech_names_its_speaker:")
        assert told in fault
