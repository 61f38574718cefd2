"""Which files a load opens: those that are not as they were when they were read."""

import os
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import duckdb
import pytest

from dagster_project.loading import known_files, raw_folder
from dagster_project.loading import load as loading
from dagster_project.loading.load import load
from dagster_project.loading.load_ledger import Load
from dagster_project.sql import query

MINUTE = 60_000_000_000


class Loader:
    """Loads a folder, an hour later each time, and tells which files it opened."""

    def __init__(self, raw_dir: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.raw_dir = raw_dir
        self.connection = duckdb.connect()
        self.loads = 0
        self.opened: list[str] = []
        self.hours = 1
        read, now = raw_folder._read_file, loading.time.time_ns
        monkeypatch.setattr(
            raw_folder,
            "_read_file",
            lambda raw, file, limit: self.opened.append(file.path) or read(raw, file, limit),
        )
        monkeypatch.setattr(loading.time, "time_ns", lambda: now() + self.hours * 60 * MINUTE)

    def __call__(self, *, open_all: bool = False, max_file_bytes: int = 1_000) -> list[str]:
        self.loads += 1
        self.opened.clear()
        at = datetime(2026, 1, 1, self.loads)
        load(
            self.connection,
            self.raw_dir,
            named=Load(f"{self.loads:03}", "run", at, open_all=open_all),
            max_file_bytes=max_file_bytes,
            batch_files=2,
        )
        return sorted(self.opened)

    def outcomes(self) -> dict[str, str]:
        sql = (
            "select source_path, outcome from raw.load_ledger"
            " where refresh_id = (select max(refresh_id) from raw.load_ledger)"
        )
        return {str(path): str(outcome) for path, outcome in query(self.connection, sql)[1]}

    def texts(self) -> list[str]:
        sql = "select text from raw.articles where is_present order by text"
        return [str(text) for (text,) in query(self.connection, sql)[1]]


@pytest.fixture
def raw(tmp_path):
    (tmp_path / "articles").mkdir()
    for name in ("a.txt", "b.txt", "copy.txt"):
        (tmp_path / "articles" / name).write_text(f"{name[0]}.")
    return tmp_path


@pytest.fixture
def loader(raw, monkeypatch):
    loaded = Loader(raw, monkeypatch)
    assert loaded() == ["articles/a.txt", "articles/b.txt", "articles/copy.txt"]
    return loaded


def test_what_was_read_is_not_opened_again(loader):
    assert loader() == []
    assert set(loader.outcomes().values()) == {"unchanged"}
    assert loader(open_all=True) == ["articles/a.txt", "articles/b.txt", "articles/copy.txt"]
    assert set(loader.outcomes().values()) == {"unchanged"}


def test_changed_and_new_files_are_opened(raw, loader):
    (raw / "articles" / "a.txt").write_text("A correction.")
    (raw / "articles" / "new.txt").write_text("New.")
    assert loader() == ["articles/a.txt", "articles/new.txt"]
    assert loader.texts() == ["A correction.", "New.", "b.", "c."]


def test_same_size_and_time_do_not_hide_a_change(raw, loader):
    path = raw / "articles" / "a.txt"
    before = path.stat()
    path.write_text("z.")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert path.stat().st_mtime_ns == before.st_mtime_ns
    assert loader() == ["articles/a.txt"]
    assert loader.texts() == ["b.", "c.", "z."]


def test_a_file_in_anothers_place_is_opened(raw, loader):
    (raw / "articles" / "b.txt").rename(raw / "articles" / "a.txt")
    assert loader() == ["articles/a.txt"]
    assert loader.outcomes() == {"articles/a.txt": "loaded", "articles/copy.txt": "unchanged"}


def test_a_sidecar_is_part_of_its_file(raw, loader):
    sidecar = raw / "articles" / "a.txt.meta.json"
    sidecar.write_text('{"outlet": "One"}')
    assert loader() == ["articles/a.txt"]
    assert loader() == []
    sidecar.unlink()
    assert loader() == ["articles/a.txt"]


def test_what_may_change_unseen_is_opened_again(raw, loader):
    (raw / "articles" / "new.txt").write_text("New.")
    loader.hours = 0
    assert loader() == sorted(f"articles/{path.name}" for path in (raw / "articles").iterdir())
    # touched within the clock's tick before it was read
    assert "articles/new.txt" in loader()
    loader.hours = 1
    loader()
    assert loader() == []


def test_rejections_and_limits_are_looked_at_each_time(raw, loader):
    (raw / "articles" / "empty.txt").touch()
    assert loader() == ["articles/empty.txt"]
    assert loader() == ["articles/empty.txt"]
    assert loader(max_file_bytes=1) == sorted(
        f"articles/{path.name}" for path in (raw / "articles").iterdir()
    )
    assert set(loader.outcomes().values()) == {"rejected"}


def test_another_reader_opens_all(loader, monkeypatch):
    monkeypatch.setattr(known_files, "reader_version", lambda: "another")
    assert len(loader()) == 3
    assert loader() == []


def test_a_table_of_other_columns_is_made_anew(loader):
    loader.connection.execute("alter table record.files_read drop column html_outlet")
    assert len(loader()) == 3
    assert loader() == []


def test_bytes_that_are_two_texts_are_read_for_which_is_kept(raw, loader):
    page = "<html><body><p>One and another sentence of a page.</p></body></html>"
    (raw / "articles" / "page.html").write_text(page)
    (raw / "articles" / "page.txt").write_text(page)
    assert loader() == ["articles/page.html", "articles/page.txt"]
    assert page not in loader.texts()
    (raw / "articles" / "page.html").unlink()
    assert loader() == ["articles/page.txt"]
    assert page in loader.texts()
    assert loader() == []


def test_faults_are_never_known():
    file = raw_folder.RawFile("a.txt", 1, 1, changed_ns=1, inode=1)
    assert known_files.state_of(file, MINUTE) == "1,1,1,1"
    assert known_files.state_of(replace(file, fault="a pipe"), MINUTE) is None
    assert known_files.state_of(replace(file, sidecar=replace(file, fault="no")), MINUTE) is None
