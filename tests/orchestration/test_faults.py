"""What happens at three in the morning: kills, a full disk, damaged files, a clock put back."""

import json
import random
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import duckdb
import pytest

from dagster_project.commands import docs, export, report, snapshots
from dagster_project.commands.refresh import refresh
from dagster_project.home import HomeError
from dagster_project.settings import Settings
from tests.orchestration.child import start
from tests.orchestration.history import refreshed_at, tables_now, tables_then
from tests.orchestration.homes import add_news, facts, published

pytestmark = pytest.mark.slow


def test_killed_refreshes_leave_a_whole_file_and_no_trace(own, tiny_dbt, tmp_path, request):
    kills = request.config.getoption("--kills")
    chance = random.Random(20170911)
    before, said, at = facts(own), tables_now(own), refreshed_at(own)
    add_news(own, "kills")
    twin = Settings(raw_dir=own.raw_dir, home=tmp_path / "twin")
    shutil.copytree(own.home, twin.home)
    began = time.monotonic()
    child = start(twin, tiny_dbt, everything=True)
    assert child.ended() == 0, child.said()
    whole = time.monotonic() - began
    after = facts(twin)
    assert after != before
    cut = 0
    for _ in range(kills):
        # Where one ends before it is killed, the next would have nothing to do.
        child = start(own, tiny_dbt, everything=True)
        if child.ended(chance.uniform(0, 1.2 * whole)) is None:
            child.kill()
            cut += 1
        assert facts(own) in (before, after)
    print(f"{cut} of {kills} refreshes were killed")
    assert cut > 0, "no refresh was killed"
    child = start(own, tiny_dbt)
    assert child.ended() == 0, child.said()
    assert facts(own) == after
    assert tables_then(own, at) == said


@pytest.fixture
def mount(tmp_path: Path) -> Iterator[Callable[..., Path]]:
    """Mounts file systems below the test's folder, as root alone can."""
    mounted: list[Path] = []

    def mount(*options: str) -> Path:
        folder = tmp_path / f"mounted-{len(mounted)}"
        folder.mkdir()
        command = ["mount", *options, str(folder)]
        done = subprocess.run(command, capture_output=True, text=True)
        if done.returncode:
            pytest.skip(f"No file system can be mounted here: {done.stderr.strip()}")
        mounted.append(folder)
        return folder

    yield mount
    for folder in mounted:
        subprocess.run(["umount", "--lazy", str(folder)], check=True)


def test_full_disk_leaves_the_published_file(own, tiny_dbt, mount):
    used = sum(path.stat().st_size for path in own.home.rglob("*") if path.is_file())
    disk = mount("-t", "tmpfs", "-o", f"size={used + 3_000_000}", "tmpfs")
    full = replace(own, home=disk / "home")
    shutil.copytree(own.home, full.home)
    before = full.published_database.read_bytes()
    add_news(full, "disk")
    incompressible = random.Random(1).randbytes(4_000_000).hex()
    (full.raw_dir / "articles" / "large.txt").write_text(incompressible)
    child = start(full, tiny_dbt)
    assert child.ended(), "the disk was not filled"
    assert "no space left" in child.said().lower()
    assert full.published_database.read_bytes() == before
    subprocess.run(["mount", "-o", "remount,size=200M", str(disk)], check=True)
    assert refresh(full, dbt_project_dir=tiny_dbt) == 0
    assert len(facts(full)["documents"]) == 7


def test_largest_file_allowed_leaves_the_published_file(own, tiny_dbt):
    before = own.published_database.read_bytes()
    add_news(own, "disk")
    limit = own.build_database.stat().st_size + 300_000
    incompressible = random.Random(1).randbytes(4_000_000).hex()
    (own.raw_dir / "articles" / "large.txt").write_text(incompressible)
    child = start(own, tiny_dbt, largest_file=limit)
    assert child.ended(), "the limit was not met"
    assert child.said()
    assert own.published_database.read_bytes() == before


def test_folder_that_cannot_be_written_to_is_told(own, tiny_dbt, mount):
    before = own.published_database.read_bytes()
    add_news(own, "read-only")
    folder = mount("--bind", str(own.home))
    subprocess.run(["mount", "-o", "remount,bind,ro", str(folder)], check=True)
    with pytest.raises(HomeError, match="SITREP_HOME"):
        refresh(replace(own, home=folder), dbt_project_dir=tiny_dbt)
    assert own.published_database.read_bytes() == before


def test_damaged_build_file_is_made_anew(own, tiny_dbt, capfd):
    before = facts(own)
    own.build_database.write_bytes(b"no database " * 1000)
    assert refresh(own, dbt_project_dir=tiny_dbt) == 0
    assert "is damaged" in capfd.readouterr().err
    assert facts(own) == before
    assert len(list(own.build_dir.glob("*.damaged-*"))) == 1


def test_folder_that_cannot_be_used_is_told(tmp_path, tiny_dbt):
    (tmp_path / "home").write_text("a file where a folder should be")
    settings = Settings(raw_dir=tmp_path, home=tmp_path / "home")
    with pytest.raises(HomeError, match="SITREP_HOME"):
        refresh(settings, dbt_project_dir=tiny_dbt)


def test_lock_that_cannot_be_taken_is_told(own, tiny_dbt, monkeypatch, capsys):
    # What a disk that was remounted read-only does to the lock and the journal, whoever one is.
    sources = {"sources": [{"name": "it", "kind": "folder", "path": ".."}]}
    (own.raw_dir / "sources.yml").write_text(json.dumps(sources))
    for path in (own.build_dir / ".writer.lock", own.collecting_journal):
        path.unlink(missing_ok=True)
        path.mkdir()
    with pytest.raises(HomeError, match="SITREP_HOME"):
        refresh(own, dbt_project_dir=tiny_dbt)
    assert "No source was asked" in capsys.readouterr().err
    monkeypatch.setenv("SITREP_HOME", str(own.home))
    assert [docs.main(), export.main(), report.main(), snapshots.main([])] == [2, 2, 2, 2]
    assert capsys.readouterr().err.count("SITREP_HOME") == 4


def test_clock_that_is_put_back_changes_nothing(own, tiny_dbt, capfd):
    with duckdb.connect(own.build_database) as build:
        for table in ("refreshes", "load_ledger"):
            build.execute(
                f"update raw.{table} set refreshed_at = refreshed_at + interval 2 days,"
                " refresh_id = strftime(refreshed_at + interval 2 days, '%Y%m%dT%H%M%S.%fZ-x')"
            )
    assert refresh(own, dbt_project_dir=tiny_dbt) == 0
    add_news(own, "clock")
    assert refresh(own, dbt_project_dir=tiny_dbt) == 0
    out = capfd.readouterr().out
    assert "loaded                1" in out
    assert refresh(own, dbt_project_dir=tiny_dbt) == 0
    assert "Nothing is new" in capfd.readouterr().out


def test_file_that_changes_while_it_is_read_is_one_of_its_contents(own, tiny_dbt):
    path = own.raw_dir / "articles" / "changing.txt"
    path.write_text("First.\n\nThe ministers met.")
    child = start(own, tiny_dbt)
    number = 0
    while child.is_running():
        number += 1
        path.write_text(f"Version {number}.\n\nThe ministers met.")
        time.sleep(0.01)
    assert child.ended() == 0, child.said()
    found = published(
        own,
        "select d.content_sha256, sha256(t.text) from marts.dim_document as d"
        " inner join marts.documents as t using (document_id)"
        " where d.source_path like '%changing.txt' and d.is_present",
    )
    # whoever writes anew empties the file first, and may be met at that
    emptied = published(
        own, "select reason from marts.audit_rejections where source_path like '%changing.txt'"
    )
    assert number > 1
    assert emptied in ([], [("empty",)])
    assert [stated == counted for stated, counted in found] == ([] if emptied else [True])
