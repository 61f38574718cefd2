"""PDFs: their words, wrapped lines joined, and what is refused."""

import io

import pypdf
import pytest

from dagster_project.reading import Document, read_document
from dagster_project.reading.pdf import read_pdf
from dagster_project.reading.rejections import RejectedError


def pdf(*lines: str) -> bytes:
    """A PDF of one page with these lines, one below the other."""
    drawn = "".join(f"({line}) Tj 0 -14 Td " for line in lines)
    stream = f"BT /F1 12 Tf 72 720 Td {drawn}ET".encode("latin-1")
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R"
        b" /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    content = b"%PDF-1.4\n"
    offsets = []
    for number, body in enumerate(objects, start=1):
        offsets.append(len(content))
        content += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    size = len(objects) + 1
    trailer = b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (size, len(content))
    return content + b"xref\n0 %d\n0000000000 65535 f \n%s%s" % (size, table, trailer)


def test_wrapped_lines_are_joined_and_headings_stay():
    content = pdf("Situation report", "Five lorries reached the", "town on Tues-", "day morning.")
    assert (
        read_pdf(content) == "Situation report\nFive lorries reached the town on Tuesday morning."
    )


def test_pdf_is_a_document():
    document = read_document("bulletins/a.pdf", pdf("Five lorries came."))
    assert isinstance(document, Document)
    assert (document.text, document.media_type) == ("Five lorries came.", "application/pdf")


def encrypted() -> bytes:
    writer = pypdf.PdfWriter(io.BytesIO(pdf("Secret.")))
    writer.encrypt("key", algorithm="RC4-128")
    opened = io.BytesIO()
    writer.write(opened)
    return opened.getvalue()


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
