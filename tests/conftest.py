"""Options of the suite."""

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
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
