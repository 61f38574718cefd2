"""The Dagster UI in a real browser: the graph, a materialization, the checks."""

from collections.abc import Iterator

import duckdb
import pytest

from tests.browser.chromium import CHROMIUM
from tests.browser.ui.conftest import DOCUMENTS, Ui

PAGE_MILLISECONDS = 60_000

pytestmark = [
    pytest.mark.browser,
    pytest.mark.xdist_group("ui"),
    pytest.mark.skipif(CHROMIUM is None, reason="chromium is not installed (apt-get install it)"),
]


@pytest.fixture
def page(ui: Ui, browser) -> Iterator[object]:
    # The dialog of a first visit would lie over the page.
    ui.ask("mutation { setNuxSeen }")
    opened = browser.new_page(viewport={"width": 2400, "height": 1600})
    opened.set_default_timeout(PAGE_MILLISECONDS)
    yield opened
    opened.close()


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
    # The third came by itself.
    assert documents == [(len(DOCUMENTS) + 1,)]
    page.goto(f"{refreshed.address}/assets/published/sitrep")
    page.get_by_text("size_bytes", exact=True).first.wait_for()
    page.get_by_text("refresh_id", exact=True).first.wait_for()
    page.goto(f"{refreshed.address}/runs")
    page.get_by_text("Success").first.wait_for()


def test_published_file_shows_its_headline_and_chart(refreshed: Ui, page):
    page.goto(f"{refreshed.address}/assets/published/sitrep")
    page.get_by_text("ceasefire_violations", exact=True).first.wait_for()
    chart = page.locator("img[src^='data:image/svg']").first
    chart.wait_for()
    assert chart.evaluate("image => image.complete && image.naturalWidth > 0")


def test_columns_have_their_words(refreshed: Ui, page):
    page.goto(f"{refreshed.address}/assets/marts/fct_observations")
    page.get_by_text("How exact the text says it is").first.wait_for()


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
    assert {item["sensorState"]["status"] for item in states["sensors"]} == {"RUNNING"}
