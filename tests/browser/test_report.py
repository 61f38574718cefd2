"""The situation report in a real browser, opened from its file."""

import json
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import duckdb
import pytest

from dagster_project.report import queries
from dagster_project.report.page import write_report
from tests.browser.chromium import CHROMIUM, CHROMIUM_FLAGS

PAGE_MILLISECONDS = 60_000
LARGEST_BYTES = 5_000_000
HOSTILE = "<script>window.pwned=1</script></script><img src=x onerror=window.pwned=1><!-- \u2028"
CHARTS = ("chart-map", "chart-pairs", "chart-events", "chart-daily-0", "chart-coverage")

pytestmark = [
    pytest.mark.browser,
    pytest.mark.slow,
    pytest.mark.xdist_group("labelled"),
    pytest.mark.skipif(CHROMIUM is None, reason="chromium is not installed (apt-get install it)"),
]


@dataclass
class Opened:
    """A page and what went on behind it."""

    page: object
    said: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)

    def open(self, path: Path, address: str = "") -> "Opened":
        self.page.goto(path.as_uri() + address)
        self.page.wait_for_selector("body[data-ready]")
        return self

    def change(self, name: str, value: str) -> None:
        """Set a filter and wait until all panels follow."""
        before = self.page.locator("body").get_attribute("data-ready")
        control = self.page.locator(f"#filters [name={name}]")
        if control.evaluate("it => it.tagName") == "SELECT":
            control.select_option(value)
        else:
            control.fill(value)
        # No script of the test's own: the page allows none but its own to be evaluated.
        self.page.wait_for_selector(f"body:not([data-ready='{before}'])")

    def counted(self) -> tuple[int, int]:
        """Figures and events that the filters leave, as the page says."""
        text = self.page.locator("#counts").inner_text().replace(",", "")
        figures, events = re.findall(r"(\d+) (?:figure|event)", text)[:2]
        return int(figures), int(events)


@pytest.fixture(scope="module")
def browser() -> Iterator[object]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=CHROMIUM, args=CHROMIUM_FLAGS)
        yield launched
        launched.close()


@contextmanager
def page_of(browser) -> Iterator[Opened]:
    context = browser.new_context(viewport={"width": 1400, "height": 900})
    context.set_default_timeout(PAGE_MILLISECONDS)
    page = context.new_page()
    new = Opened(page)
    page.on("console", lambda message: new.said.append(f"{message.type}: {message.text}"))
    page.on("pageerror", lambda error: new.said.append(str(error)))
    page.on("request", lambda request: new.requests.append(request.url))
    yield new
    context.close()


@pytest.fixture
def opened(browser) -> Iterator[Opened]:
    with page_of(browser) as new:
        yield new


@pytest.fixture(scope="module")
def report(labelled_warehouse: Path) -> Path:
    """The page that the refresh itself wrote."""
    return labelled_warehouse.parent / "report" / "index.html"


@pytest.fixture(scope="module")
def shared(browser, report) -> Iterator[Opened]:
    """The page, opened once for all tests that leave its filters alone."""
    with page_of(browser) as new:
        yield new.open(report)


@pytest.fixture
def unfiltered(shared: Opened) -> Opened:
    """The page as it opens, without a panel over it."""
    if shared.page.locator("#panel[open]").count():
        shared.page.locator("#panel-close").click()
    return shared


def ask(warehouse: Path, sql: str) -> list[tuple]:
    with duckdb.connect(warehouse, read_only=True) as connection:
        return connection.execute(sql).fetchall()


def report_of(warehouse: Path, folder: Path, *statements: str) -> Path:
    """The page of a copy of a warehouse in which something was changed."""
    copy = folder / "sitrep.duckdb"
    shutil.copy(warehouse, copy)
    with duckdb.connect(copy) as connection:
        for statement in statements:
            connection.execute(statement)
    target = folder / "report" / "index.html"
    write_report(copy, target, warehouse.parent / "build")
    return target


def data_of(page: Path) -> dict:
    text = page.read_text(encoding="utf-8")
    return json.loads(re.search(r'id="data">(.*?)</script>', text, re.DOTALL)[1])


def test_page_opens_from_its_file_without_network_or_complaint(unfiltered, report):
    for name in CHARTS:
        assert unfiltered.page.locator(f"#{name} svg").count() == 1, name
    assert unfiltered.page.locator(".claim").count() > 0
    assert unfiltered.page.locator("#discrepancies blockquote").count() > 0
    assert unfiltered.said == []
    assert {url for url in unfiltered.requests if not url.startswith("data:")} == {report.as_uri()}
    assert report.stat().st_size < LARGEST_BYTES


def test_latest_day_is_that_of_the_countable_figures(unfiltered, labelled_warehouse):
    ((day, cases),) = ask(
        labelled_warehouse,
        "select strftime(as_of_date, '%-d %b %Y'), sum(value)::int from marts.fct_observations"
        " where is_countable and measure = 'ceasefire_violations'"
        " and reported_by_actor_id = 'russian-party-of-the-joint-commission'"
        " group by as_of_date order by as_of_date desc limit 1",
    )
    assert unfiltered.page.locator("#latest-title").inner_text() == f"Latest day: {day}"
    card = unfiltered.page.locator(".card", has_text="Russian party").first
    assert card.locator(".big").inner_text().split()[0] == str(cases)
    unfiltered.page.locator("#day-before").click()
    assert unfiltered.page.locator("#latest-title").inner_text() != f"Latest day: {day}"


def test_filters_drive_all_panels(opened, report, labelled_warehouse):
    opened.open(report)
    figures, events = opened.counted()
    ((all_figures, of_measure, all_events),) = ask(
        labelled_warehouse,
        "select count(*), count(*) filter (where measure = 'ceasefire_violations'),"
        " (select count(*) from marts.mart_events where is_current)"
        " from marts.fct_observations join marts.dim_document using (document_id)"
        " where fct_observations.is_current and duplicate_of_document_id is null",
    )
    assert (figures, events) == (all_figures, all_events)
    opened.change("measure", "ceasefire_violations")
    assert opened.counted() == (of_measure, all_events)
    assert opened.page.locator("#multiples article").count() == 1
    opened.change("place", "g:SY05")
    assert 0 < opened.counted()[0] < of_measure
    assert opened.page.locator("#chart-map [aria-label^='Hama Governorate: ']").count() == 1
    opened.change("from", "2017-09-01")
    opened.change("to", "2017-09-30")
    assert "2017" in opened.page.locator("#latest-title").inner_text()
    rows = opened.page.locator("#figures-table tbody th").all_inner_texts()
    assert rows
    assert all(row.endswith("Sep 2017") for row in rows)
    assert opened.page.locator(".claim:visible").count() == 0
    opened.page.locator("#filters [type=reset]").click()
    opened.page.locator("#counts", has_text=str(events)).wait_for()
    opened.change("actor", "vladimir-putin")
    assert 0 < opened.counted()[1] < all_events


def test_a_view_can_be_sent_on_by_its_address(opened, report):
    opened.open(report, "#measure=people_killed&words=Idlib")
    assert opened.page.locator("#filters [name=measure]").input_value() == "people_killed"
    assert opened.page.locator("#filters [name=words]").input_value() == "Idlib"
    opened.page.locator("#figures-table [type=button]").first.click()
    assert "idlib" in opened.page.locator("#panel-list").inner_text().lower()


def test_days_written_into_an_address_are_a_period_of_its_own(opened, report):
    opened.open(report, "#from=2017-09-01&to=2017-09-30")
    assert opened.page.locator("#filters [name=period]").input_value() == "own"
    assert "1 Sep 2017 to 30 Sep 2017" in opened.page.locator("#counts").inner_text()


# First and last day of an event's date, its precision, the day of its first report, what is said.
DATED = (
    ("2030-12-31", "2030-12-31", "day", None, "31 Dec 2030"),
    ("2030-11-02", "2030-11-04", "day", None, "2 Nov 2030 to 4 Nov 2030"),
    ("2030-10-07", "2030-10-13", "week", None, "week of 7 Oct 2030"),
    ("2030-09-01", "2030-09-30", "month", None, "Sep 2030"),
    ("2030-07-01", "2030-09-30", "quarter", None, "Jul 2030 to Sep 2030"),
    ("2030-01-01", "2030-12-31", "year", None, "2030"),
    (None, None, "unknown", "2029-05-05", "reported 5 May 2029"),
)


def test_events_are_dated_no_finer_than_they_are_told(opened, labelled_warehouse, tmp_path):
    keys = ask(
        labelled_warehouse,
        "select occurrence_id from marts.mart_events where is_current"
        f" order by occurrence_id limit {len(DATED)}",
    )
    changes = []
    for (key,), dated in zip(keys, DATED, strict=True):
        first, last, precision, reported = (f"'{it}'" if it else "null" for it in dated[:4])
        changes.append(
            f"update marts.mart_events set event_date = {first}, event_date_end = {last},"
            f" date_precision = {precision}, first_report_date ="
            f" coalesce({reported}, first_report_date) where occurrence_id = '{key}'"
        )
    target = report_of(labelled_warehouse, tmp_path, *changes)
    opened.open(target)
    days = opened.page.locator("#events-table tbody th").all_text_contents()[: len(DATED)]
    assert days == [said for *_, said in DATED]
    opened.page.locator("#lists summary").nth(1).click()
    opened.page.locator("#events-table [type=button]").nth(3).click()
    readings = opened.page.locator("#panel-list .readings").first.inner_text()
    assert "· Sep 2030" in readings


@pytest.mark.parametrize("name", CHARTS)
def test_mark_leads_to_its_sentences_by_keyboard(unfiltered, name, labelled_warehouse):
    mark = unfiltered.page.locator(f"#{name} [role=button][tabindex='0']")
    assert mark.count() == 1, "one stop of the tab key for each chart"
    mark.focus()
    unfiltered.page.keyboard.press("ArrowRight")
    label = unfiltered.page.evaluate("document.activeElement.getAttribute('aria-label')")
    unfiltered.page.keyboard.press("Enter")
    assert unfiltered.page.locator("#panel-title").inner_text() == label
    quote = unfiltered.page.locator("#panel-list blockquote").first.inner_text()
    source = unfiltered.page.locator("#panel-list code").first.inner_text()
    texts = ask(
        labelled_warehouse,
        "select regexp_replace(text, '\\s+', ' ', 'g') from marts.documents"
        f" join marts.dim_document using (document_id) where source_path = '{source}'",
    )
    assert any(" ".join(quote.split()) in text for (text,) in texts)
    unfiltered.page.keyboard.press("Escape")
    assert unfiltered.page.evaluate("document.activeElement.getAttribute('aria-label')") == label


def test_mark_leads_to_its_sentences_by_mouse(unfiltered):
    unfiltered.page.locator("#chart-pairs [role=button]").first.click()
    assert unfiltered.page.locator("#panel[open] blockquote").count() > 0
    unfiltered.page.locator("#panel-close").click()
    unfiltered.page.locator(".claim [data-open]").first.click()
    assert unfiltered.page.locator("#panel[open] blockquote").count() == 1
    assert unfiltered.said == []


def test_every_mark_is_in_the_table_beside_the_chart(unfiltered):
    for name in CHARTS:
        marks = unfiltered.page.locator(f"#{name} [role=button]").count()
        unfiltered.page.locator(f"#{name} summary").click()
        # The table is made when it is opened.
        unfiltered.page.locator(f"#{name} tbody tr").first.wait_for()
        assert unfiltered.page.locator(f"#{name} tbody tr").count() == marks, name
    unfiltered.page.locator("#chart-events tbody button").first.click()
    assert unfiltered.page.locator("#panel[open] blockquote").count() > 0


def test_every_sentence_of_the_page_is_in_its_document(report, labelled_warehouse):
    data = data_of(report)
    path = data["documents"]["columns"].index("path")
    texts = dict(
        ask(
            labelled_warehouse,
            "select source_path, text from marts.documents join marts.dim_document"
            " using (document_id) where is_current",
        )
    )
    sentences = data["sentences"]
    assert len(sentences) > 400
    for document, quote in sentences:
        assert quote in texts[data["documents"]["rows"][document][path]]


def faults(page, *, only: str | None = None, within: str | None = None) -> str:
    from axe_playwright_python.sync_playwright import Axe

    options = {"resultTypes": ["violations"]} | ({"runOnly": [only]} if only else {})
    found = Axe().run(page, context=within, options=options)
    return found.generate_report() if found.violations_count else ""


def test_accessible_by_the_rules_of_axe(browser, report):
    # The page's own policy would keep axe from being put into it.
    context = browser.new_context(bypass_csp=True)
    page = context.new_page()
    Opened(page).open(report)
    page.evaluate("document.querySelectorAll('details').forEach(it => { it.open = true; })")
    # Rows are alike, and axe takes a while for each.
    page.evaluate("document.querySelectorAll('tr:nth-child(n+4)').forEach(it => it.remove())")
    assert not faults(page)
    page.locator("#theme").click()
    assert page.locator("html").get_attribute("data-theme") == "dark"
    assert not faults(page, only="color-contrast")
    page.locator(".card").first.click()
    assert not faults(page, within="#panel")
    context.close()


def test_narrow_and_printed_pages_need_no_sideways_scrolling(browser, report):
    page = browser.new_page(viewport={"width": 390, "height": 800})
    Opened(page).open(report)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.set_viewport_size({"width": 760, "height": 1000})
    page.emulate_media(media="print")
    assert page.evaluate("document.documentElement.scrollWidth") <= 760
    assert not page.locator(".jump").is_visible()
    page.close()


def test_names_without_a_blank_need_no_sideways_scrolling(browser, labelled_warehouse, tmp_path):
    names = ("dim_actor set actor_name", "dim_location set location_name", "dim_document set title")
    changes = [f"update marts.{name} = repeat('name', 60)" for name in names]
    target = report_of(labelled_warehouse, tmp_path, *changes)
    for width in (1400, 320):
        page = browser.new_page(viewport={"width": width, "height": 800})
        Opened(page).open(target)
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        page.close()


@pytest.fixture
def hostile(labelled_warehouse: Path, tmp_path: Path) -> Path:
    """The page of a warehouse whose documents and names are markup."""
    changes = [
        f"update marts.{table} set {column} = '{HOSTILE}' || {column}"
        for table, column in (
            *(("fct_observations", "quote"), ("fct_events", "quote"), ("mart_claims", "quote")),
            *(("mart_discrepancies", "quote"), ("mart_discrepancies", "explanation")),
            *(("mart_claims", "who"), ("mart_claims", "outlet"), ("dim_document", "title")),
            *(("dim_document", "outlet"), ("dim_actor", "actor_name")),
            *(("dim_location", "location_name"), ("dim_measure", "description")),
        )
    ]
    changes.append("update marts.dim_document set source_url = 'javascript:window.pwned=1'")
    return report_of(labelled_warehouse, tmp_path, *changes)


def test_markup_in_documents_and_names_stays_text(opened, hostile):
    opened.open(hostile)
    page = opened.page
    page.evaluate("document.querySelectorAll('details').forEach(it => { it.open = true; })")
    page.locator("#chart-pairs [role=button]").first.hover()
    page.locator("#chart-pairs [role=button]").first.click()
    assert "<script>window.pwned=1</script>" in page.locator("#panel-list").inner_text()
    assert page.evaluate("window.pwned") is None
    assert page.locator("img").count() == 0
    assert page.locator("a[href^=javascript]").count() == 0
    assert page.locator("body script").count() == 3
    assert [said for said in opened.said if "Content Security Policy" in said] == []


def test_what_the_limits_keep_from_the_page_is_said_on_it(
    opened, labelled_warehouse, tmp_path, monkeypatch
):
    limits = dict.fromkeys(queries.LIMITS, 2)
    monkeypatch.setattr(queries, "LIMITS", limits)
    monkeypatch.setattr("dagster_project.report.content.LIMITS", limits)
    target = tmp_path / "index.html"
    made = write_report(labelled_warehouse, target, labelled_warehouse.parent / "build")
    said = opened.open(target).page.locator("#left-out").inner_text()
    assert all(words in said for words in made.left_out)
    for words in (
        r"latest 2 of 4\d\d figures",
        r"latest 2 of 2\d\d events",
        "2 worst of 3 discrep",
    ):
        assert re.search(words, said), words
    assert opened.said == []


def test_warehouse_without_documents_has_a_page(opened, labelled_warehouse, tmp_path):
    emptied = queries.tables_read() - {"dim_measure", "dim_event_type", "data_dictionary"}
    changes = [f"truncate marts.{table}" for table in emptied]
    target = report_of(labelled_warehouse, tmp_path, *changes)
    opened.open(target)
    assert opened.counted() == (0, 0)
    assert "No daily figure" in opened.page.locator("#latest-hint").inner_text()
    assert opened.said == []
