"""Fixtures of the evaluation: one warehouse a corpus for all of its tests."""

from pathlib import Path

import pytest

from tests.evaluation.build import copy_labelled_documents
from tests.evaluation.corpora import OWN
from tests.rules.small_warehouse import DATABASE, load_folder, run_dbt


@pytest.fixture(scope="session")
def own_warehouse(tmp_path_factory: pytest.TempPathFactory, manifest: Path) -> Path:
    """The project's own documents, read by all models; the checks are the shipped ones' affair."""
    folder = tmp_path_factory.mktemp("own")
    copy_labelled_documents(folder / "raw", OWN)
    database = folder / DATABASE
    load_folder(folder / "raw", database)
    without_tests = ["--exclude-resource-type", "test", "unit_test"]
    run_dbt(folder, database, ["build", *without_tests], manifest)
    return database
