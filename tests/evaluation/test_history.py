"""Every table with a history says of each moment what it said then, row by row.

The tables of the labelled warehouse are changed by hand, each in every way, and the models of the
history run on them: what a refresh makes of changed documents is tested elsewhere.
"""

import shutil
from datetime import datetime, timedelta
from pathlib import Path

import duckdb
import pytest
import yaml

from tests.rules.small_warehouse import DATABASE, DBT_PROJECT, run_dbt

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("labelled")]

Rows = list[tuple[object, ...]]
DAY = timedelta(days=1)
PROJECT = yaml.safe_load((DBT_PROJECT / "dbt_project.yml").read_text())
KEYS: dict[str, list[str]] = PROJECT["vars"]["tables_with_history"]
CHANGES = {
    "dim_actor": "country_iso3 = coalesce(country_iso3, '') || '?'",
    "dim_document": "outlet = null",
    "dim_location": "latitude = null",
    "fct_event_actors": "role = 'participant'",
    "fct_events": "modality = 'denied', location_id = null",
    "fct_observations": "value = coalesce(value, 0) + 1",
    "fct_reconciliations": "status = 'not_testable', explanation = ''",
}


class Past:
    """A copy of the labelled build file, on which refreshes are played.

    Attributes:
        states: What the tables were when a refresh was published, by its time.
    """

    def __init__(self, database: Path, manifest: Path) -> None:
        self.database = database
        self.manifest = manifest
        self.first: datetime = self.ask("select max(refreshed_at) from raw.refreshes")[0][0]
        self.states = {self.first: self.now()}
        for table in KEYS:
            self.ask(f"create table main.{table} as from marts.{table}")

    def ask(self, sql: str, **values: object) -> Rows:
        with duckdb.connect(self.database) as connection:
            return connection.execute(sql, values).fetchall()

    def now(self) -> dict[str, Rows]:
        return {table: self.ask(f"from marts.{table} order by all") for table in KEYS}

    def then(self, moment: datetime) -> dict[str, Rows]:
        return {
            table: self.ask(f"from marts.{table}_as_known($at) order by all", at=moment)
            for table in KEYS
        }

    def versions(self) -> dict[str, Rows]:
        return {table: self.ask(f"from marts.history_{table} order by all") for table in KEYS}

    def change(self, number: int) -> None:
        """Of each table: of four rows one changes, one goes and one comes, which ones by number."""
        for table, key in KEYS.items():
            chance = f"hash({' || '.join(key)}, {number}) % 4"
            self.ask(f"delete from marts.{table} where {chance} = 1")
            if table in CHANGES:
                self.ask(f"update marts.{table} set {CHANGES[table]} where {chance} = 2")
            added = f"* replace ({key[0]} || '-{number}' as {key[0]})"
            source = f"marts.{table} where {chance} = 3"
            self.ask(f"insert into marts.{table} select {added} from {source}")

    def take_back(self) -> None:
        """The tables become what they were at first."""
        for table in KEYS:
            self.ask(f"truncate marts.{table}")
            self.ask(f"insert into marts.{table} from main.{table}")

    def refresh(self, days: int, *, published: bool = True) -> datetime:
        """A refresh so many days after the first one, of the tables as they are."""
        at = self.first + days * DAY
        started = "insert into raw.refreshes values ($id, $at, 'running', 0, '', null)"
        self.ask(started, id=f"{at:%Y%m%d}", at=at)
        history = ["--select", "path:models/marts/history", "audit_history"]
        run_dbt(self.database.parent, self.database, ["run", *history], self.manifest)
        ended = "update raw.refreshes set status = $status where refreshed_at = $at"
        self.ask(ended, at=at, status="published" if published else "failed")
        if published:
            self.states[at] = self.now()
        return at


@pytest.fixture(scope="module")
def past(
    labelled_warehouse: Path, manifest: Path, tmp_path_factory: pytest.TempPathFactory
) -> Past:
    """The first refresh; one that failed, one with corrections, one that takes them back."""
    database = tmp_path_factory.mktemp("past") / DATABASE
    shutil.copy(labelled_warehouse.parent / "build" / DATABASE, database)
    past = Past(database, manifest)
    past.change(1)
    past.refresh(1, published=False)
    past.take_back()
    past.change(2)
    past.refresh(2)
    past.take_back()
    past.refresh(3)
    return past


def test_every_table_is_asked_as_it_was(past: Past) -> None:
    assert len(past.states) == 3
    for moment, state in past.states.items():
        assert past.then(moment) == state
        assert past.then(moment + DAY / 2) == state


def test_changes_were_of_every_kind(past: Past) -> None:
    at = past.first + 2 * DAY
    for table, key in KEYS.items():
        before, after = (
            {row[: len(key)]: row for row in past.ask(f"select {', '.join(key)}, * from {source}")}
            for source in (f"main.{table}", f"marts.{table}_as_known(timestamp '{at}')")
        )
        assert before.keys() - after.keys()
        assert after.keys() - before.keys()
        if table in CHANGES:
            assert any(before[name] != after[name] for name in before.keys() & after.keys())


def test_refresh_that_was_not_published_was_never_said(past: Past) -> None:
    assert past.then(past.first + DAY) == past.states[past.first]


def test_moment_before_the_history_is_refused(past: Past) -> None:
    with pytest.raises(duckdb.InvalidInputException, match="the history begins at"):
        past.ask("from marts.fct_events_as_known($at)", at=past.first - DAY)


def test_moment_is_of_any_type_and_in_utc(past: Past) -> None:
    at = past.first + 2 * DAY  # of a refresh; the next one is after the midnight that follows
    ((there,),) = past.ask("select count(*) from marts.fct_events_as_known($at)", at=at)
    with duckdb.connect(past.database) as connection:
        connection.execute("set timezone = 'Asia/Damascus'")
        for written in (
            f"'{at}'",
            f"timestamp '{at}'",
            f"timestamptz '{at}+00'",
            f"date '{at.date() + DAY}'",
        ):
            sql = f"select count(*) from marts.fct_events_as_known({written})"
            assert connection.execute(sql).fetchall() == [(there,)]


def test_retention_ends_the_history_at_its_horizon(
    past: Past, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = past.versions()
    monkeypatch.setenv("SITREP_HISTORY_DAYS", "2")
    last = past.refresh(4)
    monkeypatch.delenv("SITREP_HISTORY_DAYS")
    horizon = last - 2 * DAY
    # Nothing changed: what is kept is as it was, with the times it had.
    for table, versions in past.versions().items():
        assert versions == [row for row in before[table] if (row[-1] or last) > horizon]
        assert len(versions) < len(before[table])
    for moment in (horizon, horizon + DAY, last):
        assert past.then(moment) == past.states[moment]
    # Nor is more said once the setting is taken away.
    past.refresh(5)
    assert past.then(horizon) == past.states[horizon]
    # DuckDB writes no zeros at the end of a second's fraction.
    begins = f"the history begins at {str(horizon).rstrip('0')}"
    with pytest.raises(duckdb.InvalidInputException, match=begins):
        past.ask("from marts.fct_events_as_known($at)", at=horizon - DAY / 24)


def test_table_that_comes_to_have_a_history_has_no_past(past: Past) -> None:
    last = max(past.states)
    past.ask("truncate marts.history_dim_actor")
    past.ask("delete from marts.audit_history where table_name = 'dim_actor'")
    began = past.refresh(6)
    begins = dict(past.ask("select table_name, known_from from marts.audit_history"))
    assert begins.pop("dim_actor") == began
    assert set(begins.values()) < {past.first, *past.states} - {began}
    with pytest.raises(
        duckdb.InvalidInputException, match="dim_actor_as_known: the history begins"
    ):
        past.ask("from marts.dim_actor_as_known($at)", at=last)
    past.refresh(7)
    assert past.then(began) == past.states[began]


def test_counts_of_rows_go_with_the_refresh_that_is_forgotten(past: Past) -> None:
    past.refresh(8)
    past.ask("delete from raw.refreshes where refreshed_at = $at", at=past.first)
    counted = "select distinct refreshed_at from marts.audit_row_counts"
    assert past.ask(counted) == [(past.first,)]
    run_dbt(
        past.database.parent, past.database, ["run", "--select", "audit_row_counts"], past.manifest
    )
    assert past.ask(counted) == [(past.first + 8 * DAY,)]
