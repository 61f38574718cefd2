"""One UI with its daemon, started as `make ui` does, on a raw folder with a feed on loopback.

It ends with the last test that looks at it: the daemon would go on asking the feed, each time in a
process of some seconds, for as long as other tests run.
"""

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from dagster_project.loading.raw_folder import cheap_fingerprint
from dagster_project.settings import PROJECT_ROOT, Settings
from tests.browser.chromium import CHROMIUM, CHROMIUM_FLAGS
from tests.conftest import hand_on, share_manifest
from tests.sites import Answer, Site, feed, item, page, served

START_SECONDS = 300
REFRESH_SECONDS = 900
DOCUMENTS = ("bulletins/2017-09-11-deescalation", "articles/2020-01-07-putin-assad-damascus-afp")
SECRET = "c0ffee-for-no-eyes"
STORY = "Vladimir Putin met Bashar al-Assad in Damascus on 7 January 2020."


@dataclass
class Ui:
    """A running UI with its daemon, the warehouse it works on, and the feed that it watches.

    Attributes:
        asked_before: How often the site was asked before the story appeared in the feed.
    """

    address: str
    home: Path
    log: Path
    site: Site
    asked_before: int = 0

    def said(self) -> str:
        """What stands in its terminal: several processes write there, one amid another's letter."""
        return self.log.read_text(errors="replace")

    def ask(self, query: str, **variables: object) -> dict:
        """Ask the UI's GraphQL API."""
        body = json.dumps({"query": query, "variables": variables}).encode()
        request = urllib.request.Request(
            self.address + "/graphql", body, {"Content-Type": "application/json"}
        )
        with urllib.request.urlopen(request, timeout=60) as response:
            answer = json.load(response)
        assert "errors" not in answer, answer["errors"]
        return answer["data"]

    def runs(self, job: str) -> list[dict]:
        """The runs of a job, the latest first: `runId`, `status`, `tags`."""
        return self.ask(
            "query ($filter: RunsFilter!) { runsOrError(filter: $filter) { ... on Runs {"
            " results { runId status tags { key value } } } } }",
            filter={"pipelineName": job},
        )["runsOrError"]["results"]


def free_port() -> int:
    with socket.socket() as opened:
        opened.bind(("localhost", 0))
        return opened.getsockname()[1]


@pytest.fixture(scope="package")
def ui(tmp_path_factory: pytest.TempPathFactory, manifest: Path) -> Iterator[Ui]:
    """The UI over two documents that count as loaded, and a feed that is still empty."""
    folder = tmp_path_factory.mktemp("ui")
    settings = Settings(raw_dir=folder / "raw", home=folder / "home")
    for name in DOCUMENTS:
        target = settings.raw_dir / Path(name).parent
        target.mkdir(parents=True, exist_ok=True)
        for path in (PROJECT_ROOT / "raw").glob(f"{name}.*"):
            shutil.copy(path, target)
    port = free_port()
    environment = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith("SITREP_") and name != "DAGSTER_HOME"
    } | {
        "SITREP_RAW_DIR": str(settings.raw_dir),
        "SITREP_HOME": str(settings.home),
        "SITREP_UI_PORT": str(port),
        "SITREP_NOTICE_URL": f"http://127.0.0.1:9/hook?token={SECRET}",
        "SITREP_COLLECT_INTERVAL_SECONDS": "60",
        "SITREP_COLLECT_PAUSE_SECONDS": "0",
        "SITREP_SENSOR_INTERVAL_SECONDS": "2",
        "SITREP_SENSOR_DEBOUNCE_SECONDS": "2",
    }
    log = folder / "ui.log"
    with served() as site, log.open("w") as opened:
        site.answers["/rss"] = feed()
        sources = [{"name": "wire", "kind": "feed", "url": f"{site.url}/rss", "language": "en"}]
        (settings.raw_dir / "sources.yml").write_text(json.dumps({"sources": sources}))
        # Nothing but the feed is to start a refresh.
        share_manifest(manifest, settings.home)
        settings.loaded_fingerprint.write_text(cheap_fingerprint(settings.raw_dir))
        process = subprocess.Popen(
            [sys.executable, "-m", "dagster_project.commands.ui"],
            cwd=PROJECT_ROOT,
            env=environment,
            stdout=opened,
            stderr=subprocess.STDOUT,
            start_new_session=True,
            # Where the tests are a shell's background job, it would not hear Ctrl-C either.
            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
        )
        running = Ui(f"http://localhost:{port}", settings.home, log, site)
        try:
            wait_until_loaded(running, process)
            yield running
        finally:
            os.killpg(process.pid, signal.SIGINT)
            try:
                process.wait(30)
            except subprocess.TimeoutExpired:
                os.killpg(process.pid, signal.SIGKILL)


def wait_until_loaded(running: Ui, process: subprocess.Popen) -> None:
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline:
        assert process.poll() is None, running.said()
        try:
            data = running.ask(
                "{ repositoriesOrError { __typename"
                " ... on RepositoryConnection { nodes { name location { name } } } } }"
            )
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            time.sleep(1)
            continue
        nodes = data["repositoriesOrError"].get("nodes", [])
        if nodes:
            assert [node["location"]["name"] for node in nodes] == ["sitrep"]
            return
        time.sleep(1)
    pytest.fail(f"the UI did not start in {START_SECONDS} s:\n{running.said()[-3000:]}")


def failures(ui: Ui, run_id: str) -> str:
    events = ui.ask(
        "query ($id: ID!) { logsForRun(runId: $id, limit: 100000) {"
        " ... on EventConnection { events {"
        " ... on ExecutionStepFailureEvent { stepKey error { message } } } } } }",
        id=run_id,
    )["logsForRun"]["events"]
    return "\n".join(str(event) for event in events if event)


@pytest.fixture(scope="package")
def browser() -> Iterator[object]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=CHROMIUM, args=CHROMIUM_FLAGS)
        yield launched
        launched.close()


@pytest.fixture(scope="package")
def refreshed(ui: Ui, manifest: Path) -> Ui:
    """The UI after a story appeared in the feed, and a refresh that nobody asked for."""
    ui.site.answers["/story"] = Answer(page("Presidents meet", STORY))
    ui.site.answers["/rss"] = feed(item(f"{ui.site.url}/story", "Presidents meet"))
    ui.asked_before = len(ui.site.paths())
    deadline = time.monotonic() + REFRESH_SECONDS
    while time.monotonic() < deadline:
        for run in ui.runs("refresh"):
            assert run["status"] not in {"FAILURE", "CANCELED"}, failures(ui, run["runId"])
            if run["status"] == "SUCCESS":
                hand_on(manifest, ui.home)
                return ui
        time.sleep(2)
    pytest.fail(f"no refresh in {REFRESH_SECONDS} s; the feed was asked {ui.site.paths()}")
