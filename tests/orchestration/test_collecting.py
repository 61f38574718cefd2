"""From a source to the published file, and what Dagster is told of it."""

import json
from dataclasses import replace

import dagster as dg
import pytest

from dagster_project.assets.raw import build_raw_assets
from dagster_project.assets.sources import CHECK, KEY
from dagster_project.automation import COLLECT_JOB
from dagster_project.commands.refresh import refresh
from dagster_project.definitions import build_definitions
from dagster_project.loading.raw_folder import cheap_fingerprint
from dagster_project.resources import Warehouse
from dagster_project.settings import Settings
from tests.orchestration.homes import in_build, published
from tests.sites import Answer, Site, feed, item, page

pytestmark = pytest.mark.slow


@pytest.fixture
def fed(own: Settings, site: Site) -> Settings:
    """The tiny warehouse with a feed of one story."""
    site.answers["/a"] = Answer(page())
    site.answers["/rss"] = feed(item(f"{site.url}/a"))
    sources = [{"name": "it", "kind": "feed", "url": f"{site.url}/rss", "outlet": "News"}]
    (own.raw_dir / "sources.yml").write_text(json.dumps({"sources": sources}))
    return replace(own, collect_pause_seconds=0)


def test_refresh_publishes_what_a_feed_has_new(fed, tiny_dbt, capfd):
    assert refresh(fed, dbt_project_dir=tiny_dbt) == 0
    assert "it: ok, 1 seen, 1 new" in capfd.readouterr().out
    collected = "select outlet, html_title from marts.dim_document where source_path like '%/it/%'"
    assert published(fed, collected) == [("News", "Convoy reaches town")]
    kept = in_build(fed, "select source_name, status, items_new from raw.collections")
    assert kept == [("it", "ok", 1)]
    assert refresh(fed, dbt_project_dir=tiny_dbt) == 0
    assert "Nothing is new" in capfd.readouterr().out


def test_corrected_page_is_published_beside_what_it_replaces(fed, tiny_dbt, site, capfd):
    pages = [{"name": "it", "kind": "pages", "urls": [f"{site.url}/a"]}]
    (fed.raw_dir / "sources.yml").write_text(json.dumps({"sources": pages}))
    assert refresh(fed, dbt_project_dir=tiny_dbt) == 0
    site.answers["/a"] = Answer(page("Two convoys reach town"))
    assert refresh(fed, dbt_project_dir=tiny_dbt) == 0
    assert "it: ok, 1 seen, 0 new, 1 changed" in capfd.readouterr().out
    versions = (
        "select html_title, is_present, superseded_by_document_id is not null"
        " from marts.dim_document where source_path like '%/it/%' order by source_path"
    )
    assert published(fed, versions) == [
        ("Convoy reaches town", False, True),
        ("Two convoys reach town", True, False),
    ]
    assert refresh(fed, dbt_project_dir=tiny_dbt) == 0
    assert "Nothing is new" in capfd.readouterr().out


def test_journal_that_cannot_be_opened_costs_no_document(own: Settings) -> None:
    own.collecting_journal.unlink(missing_ok=True)
    own.collecting_journal.mkdir()
    (own.raw_dir / "articles" / "news.txt").write_text("News.")
    (raw_documents, _) = build_raw_assets(own, "project")
    done = dg.materialize([raw_documents], resources={"warehouse": Warehouse(home=str(own.home))})
    assert done.success
    assert in_build(own, "select count(*) from raw.articles where text = 'News.'") == [(1,)]
    assert own.loaded_fingerprint.read_text() == cheap_fingerprint(own.raw_dir)


def test_account_of_a_refresh_names_sources_that_did_not_answer(fed, tiny_dbt, site, capfd):
    site.answers["/rss"] = Answer(status=404)
    assert refresh(fed, dbt_project_dir=tiny_dbt) == 0
    account = capfd.readouterr().out.partition("documents found")[2]
    assert "  source: it (failed: " in account
    (fed.raw_dir / "sources.yml").write_text("sources: []")
    assert refresh(fed, dbt_project_dir=tiny_dbt) == 0
    assert "source: it" not in capfd.readouterr().out


def test_broken_sources_file_costs_the_collecting_alone(fed, tiny_dbt, capfd):
    (fed.raw_dir / "sources.yml").write_text("sources: [{name: it}]")
    assert refresh(fed, dbt_project_dir=tiny_dbt) == 0
    assert "No source was asked" in capfd.readouterr().err


def test_run_tells_which_sources_did_not_answer(fed, tiny_dbt, site):
    definitions = build_definitions(fed, dbt_project_dir=tiny_dbt)

    def collect() -> tuple[dg.ExecuteInProcessResult, dg.AssetCheckEvaluation]:
        done = definitions.resolve_job_def(COLLECT_JOB).execute_in_process()
        (check,) = done.get_asset_check_evaluations()
        assert (check.asset_key, check.check_name) == (KEY, CHECK)
        return done, check

    done, check = collect()
    assert check.passed
    (event,) = done.asset_materializations_for_node("sources__collected")
    assert event.metadata["new"].value == 1
    site.answers["/rss"] = Answer(status=404)
    done, check = collect()
    assert done.success
    assert not check.passed
    assert check.severity == dg.AssetCheckSeverity.WARN
    assert "answered 404" in str(check.metadata["failing_rows"].value)
