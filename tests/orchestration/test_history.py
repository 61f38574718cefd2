"""What the warehouse said at an earlier moment: kept, and right whatever happened meanwhile."""

from dataclasses import replace
from datetime import datetime, timedelta

import duckdb
import pytest

from dagster_project.refresh import refresh
from dagster_project.settings import Settings
from dagster_project.snapshots import restore, snapshot
from tests.orchestration.test_faults import add_news
from tests.orchestration.tiny_dbt import HISTORY

pytestmark = pytest.mark.slow

Rows = list[tuple[object, ...]]


def ask(settings: Settings, sql: str, **values: object) -> Rows:
    with duckdb.connect(settings.published_database, read_only=True) as connection:
        return connection.execute(sql, values).fetchall()


def tables_now(settings: Settings) -> dict[str, Rows]:
    return {
        table: ask(settings, f"select {_columns(settings, table)} from marts.{table} order by all")
        for table in HISTORY
    }


def tables_then(settings: Settings, moment: datetime) -> dict[str, Rows]:
    return {
        table: ask(settings, f"from marts.{table}_as_known($moment) order by all", moment=moment)
        for table in HISTORY
    }


def _columns(settings: Settings, table: str) -> str:
    described = ask(settings, f"describe from marts.{table}_as_known(now())")
    return ", ".join(str(row[0]) for row in described)


def refreshed_at(settings: Settings) -> datetime:
    ((moment,),) = ask(settings, "select max(refreshed_at) from marts.audit_row_counts")
    assert isinstance(moment, datetime)
    return moment


def versions(settings: Settings) -> Rows:
    return [
        row
        for table in HISTORY
        for row in ask(
            settings, f"select '{table}', valid_from, valid_to from marts.history_{table}"
        )
    ]


def test_every_published_state_can_be_asked_again(own, tiny_dbt):
    states = {refreshed_at(own): tables_now(own)}
    bulletin = next((own.raw_dir / "bulletins").glob("2017-09-11*.txt"))
    before = bulletin.read_text()

    def corrected() -> None:
        bulletin.write_text("Correction. " + before)

    def deleted() -> None:
        bulletin.unlink()

    def back() -> None:
        bulletin.write_text(before)

    for change in (corrected, deleted, back):
        change()
        assert refresh(own, dbt_project_dir=tiny_dbt) == 0
        states[refreshed_at(own)] = tables_now(own)
    assert len({str(state) for state in states.values()}) == 4
    for moment, state in states.items():
        assert tables_then(own, moment) == state
        assert tables_then(own, moment + timedelta(seconds=1)) == state


def test_refresh_that_changes_nothing_writes_nothing(own, tiny_dbt):
    before = versions(own)
    project_changes = own.raw_dir / "articles" / "empty.txt"
    project_changes.write_text("")
    assert refresh(own, dbt_project_dir=tiny_dbt) == 0
    assert ask(own, "select count(distinct refresh_id) from marts.audit_ledger") == [(2,)]
    assert versions(own) == before


def test_refresh_that_was_not_published_was_never_said(own, tiny_dbt):
    said, at = tables_now(own), refreshed_at(own)
    add_news(own, "unpublished")
    own.published_database.rename(own.home / "aside")
    own.published_database.mkdir()
    assert refresh(own, dbt_project_dir=tiny_dbt) == 1
    own.published_database.rmdir()
    (own.home / "aside").rename(own.published_database)
    with duckdb.connect(own.build_database, read_only=True) as build:
        (failed,) = build.execute("select max(refreshed_at) from raw.refreshes").fetchone()
        written = "select count(*) from marts.history_dim_document where valid_from = $at"
        assert build.execute(written, {"at": failed}).fetchone() == (1,)
    (own.raw_dir / "articles" / "unpublished.txt").unlink()
    add_news(own, "published")
    assert refresh(own, dbt_project_dir=tiny_dbt) == 0
    assert at < failed < refreshed_at(own)
    assert tables_then(own, failed) == said
    assert tables_then(own, refreshed_at(own)) == tables_now(own)


def test_refresh_killed_after_the_swap_was_published(own, tiny_dbt):
    said, at = tables_now(own), refreshed_at(own)
    with duckdb.connect(own.build_database) as build:
        build.execute("update raw.refreshes set status = 'running'")
    add_news(own, "later")
    assert refresh(own, dbt_project_dir=tiny_dbt) == 0
    assert tables_then(own, at) == said


@pytest.mark.parametrize("loss", ["deleted", "damaged", "restored"])
def test_lost_build_file_costs_no_history(own, tiny_dbt, loss):
    said, at = tables_now(own), refreshed_at(own)
    if loss == "deleted":
        own.build_database.unlink()
    elif loss == "damaged":
        own.build_database.write_bytes(b"no database " * 1000)
    else:
        restore(own, snapshot(own))
    add_news(own, "loss")
    assert refresh(own, dbt_project_dir=tiny_dbt) == 0
    assert tables_then(own, at) == said
    assert tables_then(own, refreshed_at(own)) == tables_now(own)


def test_history_is_not_given_up_for_a_program_that_holds_the_file(own, tiny_dbt, capfd):
    before = own.published_database.read_bytes()
    own.build_database.unlink()
    with duckdb.connect(own.published_database):
        assert refresh_in_a_child(own, tiny_dbt) == 1
    assert own.published_database.read_bytes() == before


def test_retention_ends_the_history_at_its_horizon(own, tiny_dbt):
    for name in ("one", "two"):
        add_news(own, name)
        assert refresh(own, dbt_project_dir=tiny_dbt) == 0
