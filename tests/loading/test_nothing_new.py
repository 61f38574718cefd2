"""What a refresh that would only repeat the last one is told by."""

import json
from datetime import datetime

import duckdb
import pytest

from dagster_project.loading.gazetteer_files import load_gazetteer_files
from dagster_project.loading.load import load, nothing_is_new
from dagster_project.loading.load_ledger import Load
from dagster_project.loading.raw_tables import set_refresh_status
from dagster_project.settings import Settings

PROJECT = "project"


@pytest.fixture
def settings(raw, tmp_path_factory):
    return Settings(raw_dir=raw, home=tmp_path_factory.mktemp("home"))


def refreshed(settings: Settings, hour: int) -> None:
    """What of a refresh tells whether the next one has anything to do."""
    named = Load(f"{hour:02}", "run", datetime(2030, 1, 1, hour), project_fingerprint=PROJECT)
    settings.build_database.parent.mkdir(exist_ok=True)
    with duckdb.connect(settings.build_database) as connection:
        load(connection, settings.raw_dir, named=named, max_file_bytes=10_000, batch_files=10)
        load_gazetteer_files(connection, settings.raw_dir, named.at)
        set_refresh_status(connection, named.refresh_id, "published")
    settings.published_database.touch()


def test_another_version_that_replaces_a_file_is_something_new(write, settings):
    def replaces(name: str, replaced: dict[str, str]) -> None:
        write(f"articles/{name}.meta.json", json.dumps(replaced))

    for name in "abc":
        write(f"articles/{name}.txt", name.upper())
    replaces("b", {"replaces": "a.txt"})
    replaces("c", {})
    refreshed(settings, 1)
    refreshed(settings, 2)
    assert nothing_is_new(settings, PROJECT)
    replaces("b", {})
    replaces("c", {"replaces": "a.txt"})
    assert not nothing_is_new(settings, PROJECT)
    refreshed(settings, 3)
    later = "select text from raw.articles where document_id = (select superseded_by_document_id"
    with duckdb.connect(settings.build_database) as connection:
        found = connection.execute(f"{later} from raw.articles where text = 'A')").fetchall()
    assert found == [("C",)]
    assert nothing_is_new(settings, PROJECT)
