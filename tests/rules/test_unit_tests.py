"""The dbt unit tests hold: the reading rules that stand in the yml files beside the models.

Belongs here: running them. The rules themselves are beside their models.
"""

import shutil
from pathlib import Path

import pytest

from tests.rules.small_warehouse import run_dbt

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("unit_tests")]


def test_dbt_unit_tests_hold(small_warehouse: Path, tmp_path: Path, manifest: Path) -> None:
    database = tmp_path / small_warehouse.name
    shutil.copy(small_warehouse, database)
    arguments = ["test", "--select", "test_type:unit"]
    run_dbt(tmp_path, database, arguments, manifest, tests={"unit_test"})
