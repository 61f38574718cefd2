"""An impatient guest of a web server, the journal of what it fetched, and one source collected."""

import json
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest

from dagster_project.collecting.collect import Collection, collect
from dagster_project.collecting.journal import Journal, open_journal
from dagster_project.collecting.sources import read_sources
from dagster_project.collecting.web import Limits, Web
from tests.sites import Answer, Site, served

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


@pytest.fixture
def gather(tmp_path: Path, journal: Journal) -> Callable[..., Collection]:
    """Collects one source given as the sources file would have it."""

    def run(**said: object) -> Collection:
        (tmp_path / "sources.yml").write_text(json.dumps({"sources": [{"name": "it"} | said]}))
        (source,) = read_sources(tmp_path)
        return collect(source, tmp_path, journal, LIMITS)

    return run


def unless_known(answer: Answer) -> Answer:
    """An answer that a guest who knows its ETag gets as 304."""

    def write(handler: BaseHTTPRequestHandler) -> None:
        known = handler.headers.get("If-None-Match") == answer.headers["ETag"]
        handler.send_response(304 if known else 200)
        for name, value in answer.headers.items():
            handler.send_header(name, value)
        handler.end_headers()
        if not known:
            assert isinstance(answer.body, str)
            handler.wfile.write(answer.body.encode())

    return Answer(write=write)


def counts(done: Collection) -> tuple[str, int, int, int]:
    """How a source ended, and its items that are new, changed and failed."""
    return done.status, done.items_new, done.items_changed, done.items_failed
