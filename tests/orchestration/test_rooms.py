"""The package keeps its rooms: the contracts on imports in `pyproject.toml` hold."""

from pathlib import Path

from importlinter.cli import lint_imports

from dagster_project.settings import PROJECT_ROOT


def test_a_room_asks_only_those_below_it(tmp_path: Path) -> None:
    contracts = str(PROJECT_ROOT / "pyproject.toml")

    assert lint_imports(config_filename=contracts, cache_dir=str(tmp_path)) == 0
