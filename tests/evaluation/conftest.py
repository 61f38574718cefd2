"""Fixtures of the evaluation: one warehouse a corpus for all of its tests."""

from pathlib import Path

import pytest

from tests.evaluation.build import build_labelled_warehouse
from tests.evaluation.corpora import OWN


@pytest.fixture(scope="session")
def own_warehouse(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The published DuckDB file of a refresh over the project's own documents."""
    return build_labelled_warehouse(tmp_path_factory.mktemp("own"), OWN)
