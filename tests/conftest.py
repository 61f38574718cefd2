"""Options of the suite."""

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
