"""Folders and archives of every kind, well-meant and not."""

import gzip
import io
import json
import tarfile
import zipfile
from datetime import date
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from dagster_project.collecting.archives import read_archive, read_folder
from dagster_project.collecting.records import Record, RecordError, SourceError
from dagster_project.collecting.sources import ArchiveSource, Columns, FolderSource
from tests.sites import page

MAX_BYTES = 100_000
COLUMNS = Columns(text="body", title="head", url="link", published_date="day", language="lang")
ROW = {
    "body": "Five lorries came.",
    "head": "Lorries",
    "link": "https://example.org/a",
    "day": "2020-07-01",
    "lang": "en-GB",
}


def records(path: Path) -> list[Record | RecordError]:
    source = ArchiveSource(name="it", kind="archive", path=path, columns=COLUMNS)
    return list(read_archive(source, path.parent, MAX_BYTES))


def is_row(record: Record | RecordError) -> bool:
    return record == Record(
        identity="https://example.org/a",
        content=b"Lorries\n\nFive lorries came.",
        suffix=".txt",
        source_url="https://example.org/a",
        published_date=date(2020, 7, 1),
        language="en",
    )


def test_json_lines_give_their_documents_and_name_those_that_are_none(tmp_path):
    path = tmp_path / "a.jsonl"
    path.write_text(json.dumps(ROW) + "\n\n{broken\n[1]\n{}\n" + json.dumps(ROW))
    first, broken, array, empty, last = records(path)
    assert is_row(first)
    assert is_row(last)
    assert [str(one).split(":")[0] for one in (broken, array)] == [
        "a.jsonl, line 3",
        "a.jsonl, line 4",
    ]
    assert "'body' holds no text" in str(empty)


def test_packed_json_lines_are_unpacked(tmp_path):
    path = tmp_path / "a.jsonl.gz"
    path.write_bytes(gzip.compress(json.dumps(ROW).encode()))
    assert [is_row(one) for one in records(path)] == [True]


def test_csv_is_read_with_a_byte_order_mark(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text("\ufeff" + ",".join(ROW) + "\n" + ",".join(f'"{v}"' for v in ROW.values()))
    assert [is_row(one) for one in records(path)] == [True]


def test_parquet_gives_its_documents_and_names_those_without_a_text(tmp_path):
    path = tmp_path / "a.parquet"
    pq.write_table(pa.Table.from_pylist([ROW, {"body": None}]), path)
    first, empty = records(path)
    assert is_row(first)
    assert isinstance(empty, RecordError)


def test_mapped_column_that_a_table_lacks_is_told_once(tmp_path):
    table = [ROW, ROW]
    path = tmp_path / "a.csv"
    path.write_text("body,link,day\nFive lorries came.,https://example.org/a,2020-07-01\n" * 2)
    with pytest.raises(SourceError) as caught:
        records(path)
    assert str(caught.value) == "a.csv: has no column 'head', 'lang', only body, link, day"
    parquet = tmp_path / "a.parquet"
    pq.write_table(pa.Table.from_pylist(table).drop_columns(["body"]), parquet)
    with pytest.raises(SourceError, match="has no column 'body', only head, link"):
        records(parquet)


def test_day_that_is_no_date_costs_the_date_and_is_told(tmp_path):
    path = tmp_path / "a.jsonl"
    path.write_text("".join(json.dumps(ROW | {"day": day}) + "\n" for day in ("7 May 2019", "")))
    wrong, empty = records(path)
    assert (wrong.published_date, empty.published_date) == (None, None)
    assert wrong.remark == "a.jsonl, record 1: '7 May 2019' is no publication date as 2017-09-11"
    assert empty.remark is None


@pytest.mark.parametrize(("said", "language"), [("RU", "ru"), ("e", None), ("1x", None)])
def test_language_is_two_letters_or_none(tmp_path, said, language):
    path = tmp_path / "a.jsonl"
    path.write_text(json.dumps(ROW | {"lang": said}))
    (record,) = records(path)
    assert record.language == language


def test_empty_csv_has_no_documents(tmp_path):
    path = tmp_path / "a.csv"
    path.touch()
    assert records(path) == []


@pytest.mark.parametrize("name", ["a.warc", "a.warc.gz"])
def test_warc_gives_the_pages_that_were_there(tmp_path, name):
    path = tmp_path / name
    with path.open("wb") as opened:
        writer = WARCWriter(opened, gzip=name.endswith(".gz"))
        for url, status, kind in (
            ("https://example.org/a", "200 OK", "text/html; charset=utf-8"),
            ("https://example.org/gone", "404 Not Found", "text/html"),
            ("https://example.org/picture", "200 OK", "image/png"),
        ):
            headers = StatusAndHeaders(status, [("Content-Type", kind)], protocol="HTTP/1.1")
            body = io.BytesIO(page().encode())
            record = writer.create_warc_record(url, "response", payload=body, http_headers=headers)
            writer.write_record(record)
    (record,) = records(path)
    assert (record.source_url, record.suffix) == ("https://example.org/a", ".html")
    assert record.content == page().encode()


def test_zip_takes_documents_and_nothing_else(tmp_path):
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("news/a.txt", "Five lorries came.")
        archive.writestr("run.sh", "rm -rf /")
        archive.writestr("__MACOSX/news/._a.txt", b"\0\5\x16\7")
        archive.writestr("news/", "")
    (record,) = records(path)
    assert (record.identity, record.content) == ("news/a.txt", b"Five lorries came.")


@pytest.mark.parametrize("name", ["a.tar", "a.tar.gz"])
def test_tar_takes_documents_and_no_links(tmp_path, name):
    path = tmp_path / name
    with tarfile.open(path, "w:gz" if name.endswith("gz") else "w") as archive:
        member = tarfile.TarInfo("../../../escape.txt")
        member.size = 3
        archive.addfile(member, io.BytesIO(b"abc"))
        for kind in (tarfile.SYMTYPE, tarfile.LNKTYPE):
            link = tarfile.TarInfo("link.txt")
            link.type, link.linkname = kind, "/etc/passwd"
            archive.addfile(link)
    (record,) = records(path)
    # The name is an identity, never a path.
    assert (record.identity, record.content) == ("../../../escape.txt", b"abc")


def test_zip_bomb_costs_itself(tmp_path):
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("bomb.txt", b"x" * 50_000_000)
        archive.writestr("good.txt", "Five lorries came.")
    bomb, good = records(path)
    assert "larger than 100000 bytes" in str(bomb)
    assert isinstance(good, Record)


@pytest.mark.parametrize(
    "name", ["a.zip", "a.tar", "a.tar.gz", "a.parquet", "a.jsonl.gz", "a.csv.gz", "a.rar"]
)
def test_damaged_or_unknown_archive_is_told(tmp_path, name):
    path = tmp_path / name
    path.write_bytes(b"\x00\x01 this is none of them " * 50)
    with pytest.raises(SourceError, match=name) as caught:
        records(path)
    assert str(tmp_path) not in str(caught.value)


def test_archive_cut_off_keeps_what_came_before(tmp_path):
    path = tmp_path / "a.jsonl.gz"
    lines = "".join(
        json.dumps(ROW | {"link": f"https://example.org/{n}"}) + "\n" for n in range(9999)
    )
    path.write_bytes(gzip.compress(lines.encode())[:-100])
    source = ArchiveSource(name="it", kind="archive", path=path, columns=COLUMNS)
    found: list[Record | RecordError] = []
    with pytest.raises(SourceError):
        found.extend(read_archive(source, tmp_path, MAX_BYTES))
    assert len(found) > 5000


def test_line_without_end_is_refused_in_bounded_memory(tmp_path):
    path = tmp_path / "a.jsonl"
    path.write_bytes(b'{"body": "' + b"x" * 5_000_000)
    with pytest.raises(SourceError, match="a line is longer"):
        records(path)


def test_line_that_is_too_long_costs_itself(tmp_path):
    path = tmp_path / "a.jsonl"
    lines = [json.dumps(ROW), json.dumps(ROW | {"body": "x" * 350_000}), json.dumps(ROW)]
    path.write_text("\n".join(lines))
    first, long, last = records(path)
    assert is_row(first)
    assert is_row(last)
    assert str(long) == "a.jsonl, line 2: larger than 100000 bytes"


def test_folder_gives_documents_with_what_their_sidecars_say(tmp_path):
    drop = tmp_path / "drop"
    (drop / "deep").mkdir(parents=True)
    (drop / "deep" / "a.txt").write_text("Five lorries came.")
    (drop / "deep" / "a.meta.json").write_text('{"outlet": "News", "published_date": "2020-07-01"}')
    (drop / "b.txt").write_text("x" * 200_000)
    (drop / "c.exe").write_text("MZ")
    (drop / "link.txt").symlink_to("/etc/passwd")
    (drop / "deep" / "._a.txt").write_bytes(b"\0\5\x16\7")
    (drop / ".Trash").mkdir()
    (drop / ".Trash" / "old.txt").write_text("Four lorries came.")
    source = FolderSource(name="it", kind="folder", path=drop)
    large, good = read_folder(source, tmp_path, MAX_BYTES)
    assert "b.txt: larger" in str(large)
    assert (good.identity, good.outlet) == ("deep/a.txt", "News")


def test_what_was_collected_is_not_collected_again(tmp_path):
    raw = tmp_path / "raw"
    (raw / "articles" / "it").mkdir(parents=True)
    (raw / "articles" / "it" / "0123456789abcdef-1.txt").write_text("from outside")
    (tmp_path / "incoming.txt").write_text("from outside")
    for path, names in (("..", ["incoming.txt"]), (".", []), ("articles/it", [])):
        source = FolderSource(name="it", kind="folder", path=path)
        assert [record.identity for record in read_folder(source, raw, 1_000)] == names
