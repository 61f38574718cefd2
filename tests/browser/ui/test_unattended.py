"""The daemon of `make ui` brings in by itself what appears in a feed, and keeps to itself."""

import re
from pathlib import Path

import duckdb
import pytest

from dagster_project.automation import BECAUSE
from tests.browser.ui.conftest import SECRET, STORY, Ui

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("ui")]

LISTENS = "0A"  # the state of a socket in /proc/net/tcp
LOOPBACK = {
    "0100007F",
    "00000000000000000000000001000000",
    "0000000000000000FFFF00000100007F",
}


def test_new_item_of_a_feed_becomes_an_event_without_a_hand_on_it(refreshed: Ui):
    asked = refreshed.site.paths()[refreshed.asked_before :]
    assert asked[: asked.index("/story")] in ([], ["/rss"]), "it was passed over"
    with duckdb.connect(refreshed.home / "sitrep.duckdb", read_only=True) as connection:
        events = connection.execute(
            "select e.event_type, e.quote from marts.fct_events as e"
            " inner join marts.dim_document as d using (document_id) where d.source_url = $url",
            {"url": f"{refreshed.site.url}/story"},
        ).fetchall()
    assert ("CONSULT", STORY.rstrip(".")) in [(kind, quote.rstrip(".")) for kind, quote in events]
    (run,) = refreshed.runs("refresh")
    assert tag(run, "dagster/sensor_name") == "raw_folder_changed"
    assert tag(run, BECAUSE).startswith("files came, changed or went")
    asking = refreshed.runs("collect")
    assert {tag(run, "dagster/sensor_name") for run in asking} == {"time_to_collect"}


def tag(run: dict, name: str) -> str | None:
    return {tag["key"]: tag["value"] for tag in run["tags"]}.get(name)


def test_terminal_shows_no_warnings_that_are_for_developers(refreshed: Ui):
    said = refreshed.said()
    assert "raw_folder_changed" in said
    assert not re.findall(r"\w*(?:Beta|Preview|Supersession|Deprecation)Warning.*", said)


def test_secret_of_the_environment_is_written_nowhere(refreshed: Ui):
    files = [path for path in refreshed.home.rglob("*") if path.is_file()]
    assert {path.suffix for path in files} >= {".db", ".duckdb", ".err", ".json", ".yaml"}
    holding = [path for path in (*files, refreshed.log) if SECRET.encode() in content(path)]
    assert not holding
    with duckdb.connect(refreshed.home / "sitrep.duckdb", read_only=True) as connection:
        connection.execute("use marts")
        for (table,) in connection.execute("show tables").fetchall():
            rows = f"select count(*) from {table} as t where cast(t as varchar) like $like"
            found = connection.execute(rows, {"like": f"%{SECRET}%"}).fetchall()
            assert found == [(0,)], table


def content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return b""


@pytest.mark.skipif(not Path("/proc/net/tcp").exists(), reason="needs Linux's /proc")
def test_every_server_listens_on_loopback_alone(ui: Ui):
    listening = {}
    for table in ("tcp", "tcp6"):
        for line in Path("/proc/net", table).read_text().splitlines()[1:]:
            address, _, state, *_, inode = line.split()[1:10]
            if state == LISTENS:
                listening[f"socket:[{inode}]"] = address.split(":")
    own = {link: listening[link] for link in sockets_of(ui) if link in listening}
    port = int(ui.address.rpartition(":")[2])
    assert port in {int(number, 16) for _, number in own.values()}
    assert {host for host, _ in own.values()} <= LOOPBACK


def sockets_of(ui: Ui) -> set[str]:
    """The sockets of every process that works on this UI's warehouse."""
    found = set()
    for process in Path("/proc").glob("[0-9]*"):
        try:
            if f"SITREP_HOME={ui.home}".encode() not in (process / "environ").read_bytes():
                continue
            found |= {str(handle.readlink()) for handle in (process / "fd").iterdir()}
        except (PermissionError, FileNotFoundError, ProcessLookupError):
            continue
    return found
