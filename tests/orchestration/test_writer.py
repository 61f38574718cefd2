"""The one writer of the build file: what it leaves open, and a file that it cannot open."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import dagster as dg
import duckdb
import pytest

from dagster_project.home import HomeError, prepare_home
from dagster_project.resources import Warehouse, set_damaged_aside
from dagster_project.settings import PROJECT_ROOT, Settings


def test_writer_closes_its_connection_when_it_fails(own):
    warehouse = Warehouse(home=str(own.home))
    with pytest.raises(RuntimeError), warehouse.writer():
        raise RuntimeError
    with warehouse.reader() as connection:
        assert connection.execute("select 1").fetchall() == [(1,)]


@contextmanager
def open_elsewhere(database: Path) -> Iterator[None]:
    """Another process has a file open for writing meanwhile."""
    duckdb.connect(database).close()
    holds = (
        "import duckdb, sys; c = duckdb.connect(sys.argv[1]); print('open', flush=True); input()"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", holds, str(database)],
        cwd=PROJECT_ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        assert process.stdout is not None
        assert process.stdout.readline() == "open\n"
        yield
    finally:
        process.communicate("\n")


def test_build_file_that_another_has_open_is_not_damaged(tmp_path):
    database = tmp_path / "sitrep_build.duckdb"
    with open_elsewhere(database), pytest.raises(HomeError, match="open elsewhere"):
        set_damaged_aside(database)
    assert database.exists()
    set_damaged_aside(database)
    assert [path.name for path in tmp_path.iterdir()] == [database.name]


def test_build_file_that_cannot_be_opened_is_said_to_whoever_chose_an_asset(tmp_path):
    warehouse = Warehouse(home=str(tmp_path))
    with pytest.raises(dg.Failure) as missing, warehouse.reader():
        pass
    assert missing.value.description == (
        f"There is no {warehouse.database} yet: run the job `refresh` first."
    )
    with open_elsewhere(warehouse.database):
        for opened in (warehouse.reader, warehouse.writer):
            with pytest.raises(dg.Failure) as held, opened():
                pass
            assert held.value.description == (
                f"{warehouse.database} is open elsewhere. Close it there and refresh again."
            )


@pytest.mark.parametrize("place", ["first header", "both headers", "end"])
def test_damaged_build_file_is_set_aside_whatever_its_folder_is_called(tmp_path, place):
    # DuckDB names the block, and the path: neither says that another program has the file.
    database = tmp_path / "clock" / "sitrep_build.duckdb"
    database.parent.mkdir()
    with duckdb.connect(database) as connection:
        connection.execute("create table numbers as from range(100000)")
    content = bytearray(database.read_bytes())
    if place == "end":
        del content[5000:]
    for at in {"first header": [100], "both headers": [4200, 8300]}.get(place, []):
        content[at] ^= 0xFF
    database.write_bytes(content)
    said: list[str] = []
    set_damaged_aside(database, said.append)
    assert not database.exists()
    assert len(list(database.parent.glob("sitrep_build.damaged-*.duckdb"))) == 1
    assert "sitrep_build.duckdb is damaged" in said[0]


@pytest.mark.parametrize(
    "said",
    [
        'IO Error: Cannot open file "/w/x.duckdb": Permission denied',
        'IO Error: Could not write file "/w/x.duckdb.wal": No space left on device',
        'IO Error: Cannot open file "/w/x.duckdb": Too many open files',
        'IO Error: Could not read from file "/w/x.duckdb": Input/output error',
    ],
)
def test_file_that_the_system_does_not_open_is_not_damaged(tmp_path, monkeypatch, said):
    settings = Settings(home=tmp_path)
    prepare_home(settings)
    settings.build_database.write_bytes(b"whole")

    def connect(_database):
        raise duckdb.IOException(said)

    monkeypatch.setattr(duckdb, "connect", connect)
    with pytest.raises(HomeError, match="cannot be opened"):
        set_damaged_aside(settings.build_database)
    assert settings.build_database.read_bytes() == b"whole"


def test_log_of_a_damaged_file_is_kept_beside_it(tmp_path):
    settings = Settings(home=tmp_path)
    prepare_home(settings)
    settings.build_database.write_bytes(b"no database " * 1000)
    log = settings.build_database.with_name(f"{settings.build_database.name}.wal")
    log.write_bytes(b"written last")
    set_damaged_aside(settings.build_database, lambda line: None)
    (kept,) = settings.build_dir.glob("*.damaged-*.wal")
    assert kept.read_bytes() == b"written last"
    assert not log.exists()
