"""A tiny warehouse, built once for all tests that only look at it."""

import os
import shutil
from pathlib import Path

import pytest

from dagster_project.commands.refresh import refresh
from dagster_project.settings import PROJECT_ROOT, Settings
from tests.conftest import locked
from tests.orchestration.tiny_dbt import write_tiny_dbt

RAW = PROJECT_ROOT / "raw"
BULLETINS = ("2017-04-21-reconciliation-ru", "2017-09-11-deescalation", "2017-09-16-deescalation")
ARTICLES = ("2020-01-07-putin-assad-damascus-afp", "2019-06-10-256-thousand-refugees-returned-tass")


def copy_raw(target: Path) -> Path:
    """A raw folder of five documents with their sidecars."""
    for folder, names in (("bulletins", BULLETINS), ("articles", ARTICLES)):
        (target / folder).mkdir(parents=True)
        for name in names:
            for path in (RAW / folder).glob(f"{name}.*"):
                shutil.copy(path, target / folder)
    return target


@pytest.fixture(autouse=True)
def _no_settings_from_outside(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in list(os.environ):
        if name.startswith("SITREP_") or name == "DAGSTER_HOME":
            monkeypatch.delenv(name)


@pytest.fixture(scope="session")
def shared(of_all_workers: Path) -> Path:
    """The folder of the tiny project and warehouse."""
    folder = of_all_workers / "tiny"
    folder.mkdir(exist_ok=True)
    return folder


@pytest.fixture(scope="session")
def tiny_dbt(shared: Path) -> Path:
    """The tiny dbt project as it is."""
    with locked(shared / "dbt.lock"):
        project = shared / "dbt"
        return project if project.exists() else write_tiny_dbt(project)


@pytest.fixture(scope="session")
def built(shared: Path, tiny_dbt: Path) -> Settings:
    """A refreshed tiny warehouse; not to be changed."""
    settings = Settings(raw_dir=shared / "raw", home=shared / "home")
    with locked(shared / "built.lock"):
        if not settings.published_database.exists():
            copy_raw(settings.raw_dir)
            assert refresh(settings, dbt_project_dir=tiny_dbt) == 0
    return settings


@pytest.fixture
def own(tmp_path: Path, built: Settings) -> Settings:
    """A copy of the tiny warehouse and its raw folder, to be changed."""
    shutil.copytree(built.raw_dir, tmp_path / "raw")
    shutil.copytree(built.home, tmp_path / "home")
    return Settings(raw_dir=tmp_path / "raw", home=tmp_path / "home")
