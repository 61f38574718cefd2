"""Snapshots: a round trip, and what is refused."""

import shutil
import subprocess
from contextlib import contextmanager
from dataclasses import replace

import duckdb
import pytest

from dagster_project.commands import snapshots
from dagster_project.commands.refresh import refresh
from dagster_project.commands.snapshots import SnapshotError, restore, snapshot
from dagster_project.retention import delete_leftovers
from dagster_project.settings import Settings
from tests.orchestration.homes import published

pytestmark = pytest.mark.slow


def content(settings: Settings) -> dict[str, object]:
    """Every row, column, comment and macro of the raw tables and the marts."""
    found: dict[str, object] = {}
    for schema, path in (("raw", settings.build_database), ("marts", settings.published_database)):
        with duckdb.connect(path, read_only=True) as connection:
            tables = connection.execute(
                "select table_name, sql, comment from duckdb_tables() where schema_name = $schema"
                " order by table_name",
                {"schema": schema},
            ).fetchall()
            for name, definition, comment in tables:
                kept = " exclude (project_fingerprint)" if name == "refreshes" else ""
                rows = connection.execute(f"select *{kept} from {schema}.{name} order by all")
                found[f"{schema}.{name}"] = (definition, comment, rows.fetchall())
            found[f"{schema} comments"] = connection.execute(
                "select table_name, column_name, comment from duckdb_columns()"
                " where schema_name = $schema order by all",
                {"schema": schema},
            ).fetchall()
    return found


def test_round_trip_into_an_empty_home(own, tiny_dbt, tmp_path, capfd):
    before = content(own)
    assert len(before["marts.fct_events"][2]) == 5
    folder = snapshot(own)
    other = Settings(raw_dir=own.raw_dir, home=tmp_path / "other")
    restore(other, folder)
    assert content(other) == before
    assert refresh(other, dbt_project_dir=tiny_dbt) == 0
    assert "Nothing is new" not in capfd.readouterr().out
    unchanged = "select count(*) from marts.fct_events"
    begins = "select max(known_from) from marts.audit_history"
    assert published(other, unchanged) == [(5,)]
    assert published(other, begins) == [(before["marts.audit_history"][2][0][2],)]


def test_sums_are_those_of_sha256sum(own):
    folder = snapshot(own)
    done = subprocess.run(["sha256sum", "--check", "--quiet", "SHA256SUMS"], cwd=folder)
    assert done.returncode == 0


def test_older_snapshots_go_when_one_is_made(own):
    folder = own.home / "snapshots"
    for name in ("20200101T000000Z", "20200102T000000Z", "20200103T000000Z", "mine"):
        (folder / name).mkdir(parents=True)
    new = snapshot(replace(own, snapshots_kept=2))
    left = {path.name for path in folder.iterdir()}
    assert left == {"20200103T000000Z", new.name, "mine"}


def test_snapshot_that_waits_for_a_refresh_loses_nothing_to_it(own, monkeypatch):
    @contextmanager
    def lock_of_a_refresh_before(_home):
        delete_leftovers(own)
        yield

    monkeypatch.setattr(snapshots, "writer_lock", lock_of_a_refresh_before)
    assert (snapshot(own) / "SHA256SUMS").exists()


def test_restore_that_was_killed_leaves_nothing_to_the_next(own):
    before = content(own)
    folder = snapshot(own)
    for path in (own.build_database, own.published_database):
        path.with_name(f".{path.name}.restored").write_bytes(b"half a file")
        path.with_name(f".{path.name}.restored.wal").write_bytes(b"half a log")
    restore(own, folder)
    assert content(own) == before
    assert not list(own.home.rglob("*.restored*"))


@pytest.mark.parametrize("folder", [True, False])
def test_folder_that_cannot_be_written_to_is_said(own, monkeypatch, capsys, folder):
    monkeypatch.setenv("SITREP_HOME", str(own.home))
    arguments = [str(snapshot(own))] if folder else []
    # A file or folder in the place: root may write anywhere.
    if folder:
        own.published_database.with_name(".sitrep.duckdb.restored").mkdir()
    else:
        (own.home / "snapshots").write_text("a file where a folder should be")
    assert snapshots.main(arguments) == 1
    assert f"could not be {'restored' if folder else 'made'}" in capsys.readouterr().err


@pytest.mark.parametrize("fault", ["altered", "missing", "no-sums", "no-lines"])
def test_damaged_snapshot_changes_nothing(own, fault):
    folder = snapshot(own)
    victim = folder / "marts" / "fct_events.parquet"
    if fault == "altered":
        victim.write_bytes(victim.read_bytes()[:-1] + b"x")
    elif fault == "missing":
        victim.unlink()
    elif fault == "no-lines":
        (folder / "SHA256SUMS").write_text("no sums\n")
    else:
        (folder / "SHA256SUMS").unlink()
    before = own.published_database.read_bytes()
    with pytest.raises(SnapshotError):
        restore(own, folder)
    assert own.published_database.read_bytes() == before


def test_nothing_to_write_is_told(own):
    shutil.rmtree(own.build_dir)
    with pytest.raises(SnapshotError, match="make refresh"):
        snapshot(own)
    assert not (own.home / "snapshots").exists()
