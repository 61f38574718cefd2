"""Fixtures of the evaluation: one warehouse a corpus for all of its tests."""

import shutil
from pathlib import Path

import pytest

from tests.evaluation.build import copy_labelled_documents
from tests.evaluation.corpora import OWN
from tests.evaluation.made_up import perfect_copy
from tests.evaluation.warehouse import Document
from tests.rules.compiled import Compiled
from tests.rules.small_warehouse import DATABASE, Dictionaries, load_folder


@pytest.fixture
def copy() -> Document:
    """A document whose rows say exactly what its labels say, to be changed."""
    return perfect_copy()


@pytest.fixture(scope="session")
def own_warehouse(
    tmp_path_factory: pytest.TempPathFactory, dictionaries: Dictionaries, compiled: Compiled
) -> Path:
    """The project's own documents, read by all models; the checks are the shipped ones' affair."""
    folder = tmp_path_factory.mktemp("own")
    copy_labelled_documents(folder / "raw", OWN)
    database = folder / DATABASE
    shutil.copy(dictionaries.database, database)
    load_folder(folder / "raw", database)
    compiled.build_models(database, dictionaries.manifest)
    return database
