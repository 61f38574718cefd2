"""Which files lie in the raw folder, and how many of them are read at once."""

import os

import pytest

from dagster_project.loading import raw_folder
from dagster_project.loading.raw_folder import RawFolderError, cheap_fingerprint, scan
from dagster_project.loading.staged_files import batches


def test_scan_leaves_out_hidden_files_and_configuration(raw, write):
    write("articles/.gitkeep", "")
    write(".hidden/x.txt", "x")
    write("sources.yml", "a: 1")
    write("gazetteer/cities.csv", "1")
    write("articles/sources.yml", "a: 1")
    write("articles/a.txt", "One.")
    write("articles/a.txt.meta.json", "{}")
    write("articles/a.meta.json", "{}")
    found = {file.path: file.sidecar and file.sidecar.path for file in scan(raw)}
    assert found == {
        "articles/a.txt": "articles/a.txt.meta.json",
        "articles/sources.yml": None,
    }


@pytest.mark.parametrize("name", ["nowhere", "x" * 300], ids=["nowhere", "too long"])
def test_missing_folder_is_said_plainly(tmp_path, name):
    with pytest.raises(RawFolderError, match="SITREP_RAW_DIR"):
        scan(tmp_path / name)


def test_fingerprint_sees_added_changed_and_removed_files(raw, write):
    prints = [cheap_fingerprint(raw)]
    path = write("articles/a.txt", "One.")
    prints.append(cheap_fingerprint(raw))
    os.utime(path, (1, 1))
    prints.append(cheap_fingerprint(raw))
    write("articles/a.meta.json", "{}")
    prints.append(cheap_fingerprint(raw))
    path.unlink()
    prints.append(cheap_fingerprint(raw))
    assert len(set(prints)) == len(prints)
    assert cheap_fingerprint(raw) == prints[-1]


def test_large_file_is_hashed_without_being_read_whole(raw, write):
    path = write("articles/a.txt", "x" * 100_000)
    files = scan(raw)
    (rejection,) = raw_folder.read_files(raw, files, 1000)
    assert rejection.content_sha256 == raw_folder.sha256(path.read_bytes())


def test_large_files_are_read_a_few_at_a_time_and_small_ones_many():
    sizes = [1, 1, 1, 20_000_000, 20_000_000, 90_000_000, 1]
    names = list("abcdefg")
    divided = list(batches(names, sizes, 2))
    assert divided == [(0, ["a", "b"]), (2, ["c", "d"]), (4, ["e"]), (5, ["f"]), (6, ["g"])]
    assert list(batches([], [], 2)) == []
