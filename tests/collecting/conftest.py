"""An impatient guest of a web server, and the journal of what it fetched."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from dagster_project.collecting.journal import Journal, open_journal
from dagster_project.collecting.web import Limits, Web
from tests.sites import Site, served

LIMITS = Limits(
    max_bytes=200_000, connect_seconds=0.5, total_seconds=1, pause_seconds=0, longest_wait_seconds=5
)


@pytest.fixture
def waits() -> list[float]:
    """The pauses that the web client made, in seconds."""
    return []


@pytest.fixture
def web(waits: list[float]) -> Iterator[Web]:
    with Web(LIMITS, trusted_hosts={"127.0.0.1"}, sleep=waits.append) as client:
        yield client


@pytest.fixture
def other_site() -> Iterator[Site]:
    with served() as site:
        yield site


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Journal]:
    with open_journal(tmp_path / "journal.sqlite") as opened:
        yield opened
