"""The history goes through whole refreshes, and is taken over where the build file lost it."""

import subprocess
import sys

import duckdb
import pytest

from dagster_project.commands.refresh import refresh
from dagster_project.publishing.history import HistoryError, take_over
from tests.orchestration.history import refreshed_at, tables_now, tables_then
from tests.orchestration.homes import published, statuses

pytestmark = pytest.mark.slow


def test_corrected_and_deleted_bulletins_are_asked_as_they_were(own, tiny_dbt):
    said, at = tables_now(own), refreshed_at(own)
    corrected, deleted = sorted((own.raw_dir / "bulletins").glob("2017-09-*.txt"))
    corrected.write_text("Correction. " + corrected.read_text())
    deleted.unlink()
    # A build file that is lost on the way takes no history with it.
    own.build_database.unlink()
    assert refresh(own, dbt_project_dir=tiny_dbt) == 0
    assert tables_now(own) != said
    assert tables_then(own, at) == said
    assert tables_then(own, refreshed_at(own)) == tables_now(own)
    gone = "select valid_to from marts.history_dim_document where source_path = $path"
    path = deleted.relative_to(own.raw_dir).as_posix()
    assert published(own, gone, path=path) == [(refreshed_at(own),)]


def test_refresh_killed_after_the_swap_was_published(own):
    with duckdb.connect(own.build_database) as build:
        build.execute("update raw.refreshes set status = 'running'")
        take_over(build, own.published_database, pytest.fail)
    assert statuses(own) == ["published"]


def test_refresh_killed_before_the_swap_was_not(own):
    with duckdb.connect(own.build_database) as build:
        build.execute(
            "insert into raw.refreshes values ('9', '9999-01-01', 'running', 0, '', null)"
        )
        take_over(build, own.published_database, pytest.fail)
    assert statuses(own) == ["published", "running"]


def test_history_is_not_given_up_for_a_program_that_holds_the_file(own):
    hold = (
        "import duckdb, sys; held = duckdb.connect(sys.argv[1]);"
        " print(flush=True); sys.stdin.read()"
    )
    holder = subprocess.Popen(
        [sys.executable, "-c", hold, own.published_database],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    holder.stdout.readline()
    own.build_database.unlink()
    try:
        with (
            duckdb.connect(own.build_database) as build,
            pytest.raises(HistoryError, match="open for writing"),
        ):
            take_over(build, own.published_database, pytest.fail)
    finally:
        holder.communicate()


@pytest.mark.parametrize("both_headers", [False, True])
def test_damaged_published_file_is_told(own, both_headers):
    content = bytearray(own.published_database.read_bytes())
    for at in (4200, 8300) if both_headers else range(4096):
        content[at] ^= 0xFF
    own.published_database.write_bytes(content)
    own.build_database.unlink()
    said: list[str] = []
    with duckdb.connect(own.build_database) as build:
        take_over(build, own.published_database, said.append)
    assert "No history can be taken over" in said[0]
