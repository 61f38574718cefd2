"""Options of the suite, and the one warehouse that tests of several folders look at."""

from pathlib import Path

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--lines",
        type=int,
        default=500_000,
        help="short lines of the one file in test_memory.py; default: %(default)s",
    )
    parser.addoption(
        "--kills",
        type=int,
        default=5,
        help="refreshes to kill at random points in test_faults.py; default: %(default)s",
    )
    parser.addoption(
        "--orders",
        type=int,
        default=0,
        help="random orders in which all labelled documents arrive in test_increments.py, instead"
        " of one order of some; default: %(default)s",
    )


@pytest.fixture(scope="session")
def labelled_warehouse(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The published DuckDB file of a refresh over the shipped documents."""
    from tests.evaluation.build import build_labelled_warehouse
    from tests.evaluation.corpora import SHIPPED

    return build_labelled_warehouse(tmp_path_factory.mktemp("labelled"), SHIPPED)
