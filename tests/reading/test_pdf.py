"""PDFs: their words, wrapped lines joined, and what is refused."""

import pytest

from dagster_project.reading.documents import Document, read_document
from dagster_project.reading.pdf import read_pdf
from dagster_project.reading.rejections import RejectedError
from tests.pdfs import encrypted, pdf


def test_wrapped_lines_are_joined_and_headings_stay():
    content = pdf("Situation report", "Five lorries reached the", "town on Tues-", "day morning.")
    assert (
        read_pdf(content) == "Situation report\nFive lorries reached the town on Tuesday morning."
    )


def test_pdf_is_a_document():
    document = read_document("bulletins/a.pdf", pdf("Five lorries came."))
    assert isinstance(document, Document)
    assert (document.text, document.media_type) == ("Five lorries came.", "application/pdf")


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"%PDF-1.4 and then nothing", "unreadable"),
        (pdf("Five lorries came.")[:200], "unreadable"),
        (pdf(), "no_text"),
        (encrypted(), "unreadable"),
    ],
    ids=["no-objects", "cut-off", "a-scan", "encrypted"],
)
def test_what_cannot_be_read_is_refused(content, reason):
    with pytest.raises(RejectedError) as caught:
        read_pdf(content)
    assert caught.value.reason == reason


def test_file_without_a_byte_is_empty_whatever_its_name():
    for suffix in ("pdf", "html", "txt"):
        assert read_document(f"articles/a.{suffix}", b"").reason == "empty"
