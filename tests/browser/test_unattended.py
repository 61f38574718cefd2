"""The daemon of `make ui` brings in by itself what appears in a feed."""

import duckdb
import pytest

from tests.browser.conftest import STORY, Ui

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("ui")]


def test_new_item_of_a_feed_becomes_an_event_without_a_hand_on_it(refreshed: Ui):
    asked = refreshed.site.paths()[refreshed.asked_before :]
    assert asked[: asked.index("/story")] in ([], ["/rss"]), "it was passed over"
    with duckdb.connect(refreshed.home / "sitrep.duckdb", read_only=True) as connection:
        events = connection.execute(
            "select e.event_type, e.event_date, e.quote from marts.fct_events as e"
            " inner join marts.dim_document as d using (document_id) where d.source_url = $url",
            {"url": f"{refreshed.site.url}/story"},
        ).fetchall()
    assert ("CONSULT", STORY) in [(kind, quote) for kind, _, quote in events]
    (run,) = refreshed.runs("refresh")
    tags = {tag["key"]: tag["value"] for tag in run["tags"]}
    assert tags["dagster/sensor_name"] == "raw_folder_changed"
    assert all(
        {"key": "dagster/sensor_name", "value": "time_to_collect"} in run["tags"]
        for run in refreshed.runs("collect")
    )
