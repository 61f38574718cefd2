"""One file to one document: sidecars, kinds, reasons."""

import json
from datetime import date

import pytest

from dagster_project.reading.documents import Document, Rejection, read_document
from dagster_project.reading.kinds import kind_from_text, kind_of
from dagster_project.reading.rejections import RejectedError
from dagster_project.reading.sidecars import Sidecar, read_sidecar, sidecar_names
from dagster_project.settings import PROJECT_ROOT

RAW = PROJECT_ROOT / "raw"


def sidecar(**values: object) -> bytes:
    return json.dumps(values).encode()


def test_sidecar_gives_metadata_and_ignores_what_it_does_not_know():
    read = read_sidecar(
        sidecar(
            source_url="http://a", outlet="TASS", published_date="2019-06-10", language="EN-us", x=1
        )
    )
    assert read == Sidecar("http://a", "TASS", date(2019, 6, 10), "en")


def test_url_is_another_name_for_source_url():
    assert read_sidecar(sidecar(url="http://b")).source_url == "http://b"
    assert read_sidecar(sidecar(source_url="http://a", url="http://b")).source_url == "http://a"


def test_empty_and_null_values_say_nothing():
    assert read_sidecar(sidecar(outlet="", published_date=None, language=" ")) == Sidecar()


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"[]",
        b'"text"',
        b"\xff\xfe\x00",
        sidecar(outlet=5),
        sidecar(published_date=20190610),
        sidecar(published_date="10.06.2019"),
        sidecar(published_date="2019-02-30"),
        sidecar(published_date="0001-01-01"),
        sidecar(published_date="9999-12-31"),
        sidecar(published_date="2019-06-10T10:00"),
        sidecar(language="english"),
        sidecar(url=["http://a"]),
    ],
)
def test_bad_sidecar_rejects_its_document(content):
    with pytest.raises(RejectedError):
        read_sidecar(content)
    rejected = read_document("articles/a.txt", b"Some text.", content)
    assert isinstance(rejected, Rejection)
    assert rejected.reason == "bad_sidecar"
    assert rejected.content_sha256 is not None


def test_sidecar_names_the_fuller_first():
    assert sidecar_names("articles/a.b.txt") == (
        "articles/a.b.txt.meta.json",
        "articles/a.b.meta.json",
    )


@pytest.mark.parametrize(
    ("path", "content", "reason"),
    [
        ("articles/a.txt", b"", "empty"),
        ("articles/a.txt", b"a\x00b", "binary"),
        ("articles/a.txt", bytes(range(0x80, 0x100)) * 4, "undecodable"),
        ("articles/a.docx", b"PK", "unsupported_type"),
        ("README", b"Read me", "unsupported_type"),
        ("articles/a.html", b"<html><body></body></html>", "no_text"),
    ],
)
def test_file_that_cannot_be_loaded_is_given_its_reason(path, content, reason):
    rejected = read_document(path, content)
    assert isinstance(rejected, Rejection)
    assert rejected.reason == reason


def test_document_id_comes_from_the_bytes_alone():
    one = read_document("articles/a.txt", b"Some text.")
    other = read_document("bulletins/b.md", b"Some text.", sidecar(outlet="X"))
    assert isinstance(one, Document)
    assert isinstance(other, Document)
    assert one.document_id == other.document_id == one.content_sha256[:24]
    assert (one.kind, other.kind) == ("article", "bulletin")
    assert (one.media_type, other.media_type) == ("text/plain", "text/markdown")


def test_folder_decides_the_kind():
    bulletin = "Bulletin of the Russian Centre (May 1, 2017)\n\nCeasefire observation\n"
    assert kind_of("articles/x.txt", bulletin) == "article"
    assert kind_of("articles/2017/x.txt", bulletin) == "article"
    assert kind_of("bulletins/x.txt", "Putin meets Assad") == "bulletin"
    assert kind_of("x.txt", bulletin) == "bulletin"
    assert kind_of("inbox/x.txt", "Putin meets Assad\n\nThey met.") == "article"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Информационный бюллетень Министерства обороны (2 октября 2017 г.)\n\nТекст.", "bulletin"),
        ("Briefing by Russian Centre for Reconciliation of opposing sides (May 1)", "bulletin"),
        ("UNHCR Syria: flash update on recent events\n\nText.", "bulletin"),
        ("Minister writes a letter\n\nText.\n\nCeasefire observation\n\nDemining\n", "bulletin"),
        ("Moscow denies strikes\n\nA bulletin of the ministry said so.", "article"),
        ("Minister holds a briefing\n\nText.", "article"),
    ],
)
def test_text_decides_where_no_folder_does(text, kind):
    assert kind_from_text(text) == kind


def test_shipped_documents_say_what_they_are():
    wrong = []
    for path in sorted((*RAW.rglob("*.txt"), *RAW.rglob("*.html"))):
        name = path.relative_to(RAW).as_posix()
        document = read_document(name, path.read_bytes())
        assert isinstance(document, Document), name
        if kind_from_text(document.text) != document.kind:
            wrong.append(path.stem)
    # A joint press statement of agencies, which nothing in its words tells from news.
    assert wrong == ["2016-01-11-convoy"]
