"""The Dagster UI in a real browser: the graph, a materialization from its own API, the checks."""

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

import duckdb
import pytest

from dagster_project.settings import PROJECT_ROOT
from tests.browser.chromium import CHROMIUM, CHROMIUM_FLAGS

START_SECONDS = 300
RUN_SECONDS = 600
PAGE_MILLISECONDS = 60_000
DOCUMENTS = ("bulletins/2017-09-11-deescalation", "articles/2020-01-07-putin-assad-damascus-afp")

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="chromium is not installed (apt-get install it)"),
]


@dataclass
class Ui:
    """A running UI with its daemon, and the warehouse it works on."""

    address: str
    home: Path

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


def free_port() -> int:
    with socket.socket() as opened:
        opened.bind(("localhost", 0))
        return opened.getsockname()[1]


@pytest.fixture(scope="module")
def ui(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ui]:
    folder = tmp_path_factory.mktemp("ui")
    for name in DOCUMENTS:
        target = folder / "raw" / Path(name).parent
        target.mkdir(parents=True, exist_ok=True)
        for path in (PROJECT_ROOT / "raw").glob(f"{name}.*"):
            shutil.copy(path, target)
    port = free_port()
    environment = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith("SITREP_") and name != "DAGSTER_HOME"
    } | {
        "SITREP_RAW_DIR": str(folder / "raw"),
        "SITREP_HOME": str(folder / "home"),
        "SITREP_UI_PORT": str(port),
        # The test starts the run itself.
        "SITREP_SENSOR_DEBOUNCE_SECONDS": "86400",
    }
    log = folder / "ui.log"
    with log.open("w") as opened:
        process = subprocess.Popen(
            [sys.executable, "-m", "dagster_project.ui"],
            cwd=PROJECT_ROOT,
            env=environment,
            stdout=opened,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    running = Ui(f"http://localhost:{port}", folder / "home")
    try:
        wait_until_loaded(running, process, log)
        yield running
    finally:
        os.killpg(process.pid, signal.SIGTERM)
        try:
            process.wait(30)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)


def wait_until_loaded(running: Ui, process: subprocess.Popen, log: Path) -> None:
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline:
        assert process.poll() is None, log.read_text()
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
    pytest.fail(f"the UI did not start in {START_SECONDS} s:\n{log.read_text()[-3000:]}")


LAUNCH = """
mutation ($params: ExecutionParams!) {
  launchPipelineExecution(executionParams: $params) {
    __typename
    ... on LaunchRunSuccess { run { runId } }
    ... on PythonError { message }
  }
}
"""


def launch_refresh(ui: Ui) -> str:
    selector = {
        "repositoryLocationName": "sitrep",
        "repositoryName": "__repository__",
        "pipelineName": "refresh",
    }
    launched = ui.ask(LAUNCH, params={"selector": selector, "mode": "default"})
    assert launched["launchPipelineExecution"]["__typename"] == "LaunchRunSuccess", launched
    return launched["launchPipelineExecution"]["run"]["runId"]


def wait_for_run(ui: Ui, run_id: str) -> str:
    status = "query ($id: ID!) { pipelineRunOrError(runId: $id) { ... on Run { status } } }"
    deadline = time.monotonic() + RUN_SECONDS
    while time.monotonic() < deadline:
        state = ui.ask(status, id=run_id)["pipelineRunOrError"]["status"]
        if state in {"SUCCESS", "FAILURE", "CANCELED"}:
            return state
        time.sleep(2)
    return "still running"


def failures(ui: Ui, run_id: str) -> str:
    events = ui.ask(
        "query ($id: ID!) { logsForRun(runId: $id, limit: 100000) {"
        " ... on EventConnection { events {"
        " ... on ExecutionStepFailureEvent { stepKey error { message } } } } } }",
        id=run_id,
    )["logsForRun"]["events"]
    return "\n".join(str(event) for event in events if event)


@pytest.fixture(scope="module")
def refreshed(ui: Ui) -> Ui:
    run_id = launch_refresh(ui)
    assert wait_for_run(ui, run_id) == "SUCCESS", failures(ui, run_id)
    return ui


@pytest.fixture
def page(ui: Ui) -> Iterator[object]:
    from playwright.sync_api import sync_playwright

    # The dialog of a first visit would lie over the page.
    ui.ask("mutation { setNuxSeen }")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=CHROMIUM_FLAGS)
        opened = browser.new_page(viewport={"width": 2400, "height": 1600})
        opened.set_default_timeout(PAGE_MILLISECONDS)
        yield opened
        browser.close()


def test_graph_from_raw_to_published(refreshed: Ui, page):
    page.goto(f"{refreshed.address}/asset-groups")
    for group in ("raw", "seeds", "staging", "intermediate", "marts", "published"):
        page.get_by_text(group, exact=True).first.wait_for()
    page.goto(f"{refreshed.address}/assets/published/sitrep?view=lineage&lineageScope=upstream")
    page.get_by_text("sitrep", exact=True).first.wait_for()
    for name in ("fct_events", "fct_observations", "dim_document"):
        page.get_by_text(name, exact=True).first.wait_for()
    # The graph draws what is near; all that lies upstream of one mart reaches the files.
    page.goto(
        f"{refreshed.address}/assets/staging/stg_documents?view=lineage&lineageScope=neighbors"
    )
    for name in ("articles", "bulletins", "stg_documents"):
        page.get_by_text(name, exact=True).first.wait_for()


def test_materialization_published_the_marts(refreshed: Ui, page):
    connection = duckdb.connect(refreshed.home / "sitrep.duckdb", read_only=True)
    documents = connection.execute("select count(*) from marts.dim_document").fetchall()
    connection.close()
    assert documents == [(len(DOCUMENTS),)]
    page.goto(f"{refreshed.address}/assets/published/sitrep")
    page.get_by_text("size_bytes", exact=True).first.wait_for()
    page.get_by_text("refresh_id", exact=True).first.wait_for()
    page.goto(f"{refreshed.address}/runs")
    page.get_by_text("Success").first.wait_for()


def test_checks_are_shown_with_their_results(refreshed: Ui, page):
    page.goto(f"{refreshed.address}/assets/marts/fct_observations?view=checks")
    page.get_by_text("quotes_are_in_the_text", exact=True).first.wait_for()
    page.get_by_text("observations_are_kept", exact=True).first.wait_for()
    page.get_by_text("Succeeded").first.wait_for()
    page.goto(f"{refreshed.address}/assets/raw/load_ledger?view=checks")
    page.get_by_text("files_are_in_the_ledger", exact=True).first.click()
    page.get_by_text("files_in_folder", exact=True).first.wait_for()


def test_schedule_and_sensors_run(ui: Ui, page):
    page.goto(f"{ui.address}/automation")
    page.get_by_text("daily_refresh", exact=True).first.wait_for()
    page.get_by_text("raw_folder_changed", exact=True).first.wait_for()
    page.get_by_text("time_to_collect", exact=True).first.wait_for()
    states = ui.ask(
        "{ repositoryOrError(repositorySelector: {repositoryLocationName: "
        '"sitrep", repositoryName: "__repository__"}) { ... on Repository {'
        " schedules { scheduleState { status } } sensors { sensorState { status } } } } }"
    )["repositoryOrError"]
    assert [item["scheduleState"]["status"] for item in states["schedules"]] == ["RUNNING"]
    assert [item["sensorState"]["status"] for item in states["sensors"]] == ["RUNNING"] * 2
