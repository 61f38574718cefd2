"""One file to one document, or to the reason why not."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path, PurePosixPath
from typing import TypeVar

from dagster_project.reading.encodings import decode
from dagster_project.reading.html import declared_encoding, read_page
from dagster_project.reading.kinds import Kind, kind_of
from dagster_project.reading.pdf import read_pdf
from dagster_project.reading.rejections import Reason, RejectedError
from dagster_project.reading.sidecars import Sidecar, read_sidecar

MEDIA_TYPES = {
    ".txt": "text/plain",
    ".md": "text/markdown",
    ".html": "text/html",
    ".htm": "text/html",
    ".pdf": "application/pdf",
}
ID_CHARACTERS = 24
_In = TypeVar("_In")
_Out = TypeVar("_Out")


@dataclass(frozen=True)
class Document:
    """A file's text and metadata, one row of the raw tables.

    Attributes:
        source_path: Path below the raw folder, posix.
        content_sha256: Of the file's bytes, hexadecimal.
        kind: Article or bulletin.
        text: With LF line ends; offsets are counted over it.
        encoding: What the bytes were in; `pdf` for a PDF.
        media_type: By the file's suffix.
        html_title: From the page, None for plain text; so are the next two.
        html_published_date: As the page states it in its metadata.
        html_outlet: As the page states it in its metadata.
        sidecar: What the sidecar states; empty where there is none.
    """

    source_path: str
    content_sha256: str
    kind: Kind
    text: str
    encoding: str
    media_type: str
    html_title: str | None
    html_published_date: date | None
    html_outlet: str | None
    sidecar: Sidecar

    @property
    def document_id(self) -> str:
        """Stable id, derived from the content alone."""
        return self.content_sha256[:ID_CHARACTERS]


@dataclass(frozen=True)
class Rejection:
    """A file that could not be loaded.

    Attributes:
        source_path: Path below the raw folder, posix.
        content_sha256: Of the file's bytes; None where they could not be read.
        reason: A code of `Reason`.
        detail: What was found, in words.
    """

    source_path: str
    content_sha256: str | None
    reason: Reason
    detail: str


def sha256(content: bytes) -> str:
    """The hexadecimal SHA-256 of some bytes."""
    return hashlib.sha256(content).hexdigest()


def file_sha256(path: Path) -> str:
    """The hexadecimal SHA-256 of a file, read in pieces.

    Raises:
        OSError: It cannot be read.
    """
    with path.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()


def media_type(path: str) -> str | None:
    """The media type that a file's suffix promises, None where it is not read."""
    return MEDIA_TYPES.get(PurePosixPath(path).suffix.lower())


def read_document(
    source_path: str, content: bytes, sidecar_content: bytes | None = None
) -> Document | Rejection:
    """Read a document from its bytes.

    Args:
        source_path: Path below the raw folder, posix; its suffix decides how it is read.
        content: The whole file.
        sidecar_content: The whole sidecar, None where there is none.

    Returns:
        The document, or why there is none.
    """
    digest = sha256(content)
    try:
        kind_of_media = media_type(source_path)
        if kind_of_media is None:
            suffix = PurePosixPath(source_path).suffix or "no suffix"
            raise RejectedError(Reason.UNSUPPORTED_TYPE, f"{suffix} is not read")
        if not content.strip():
            raise RejectedError(Reason.EMPTY, "the file has no bytes but white space")
        if kind_of_media == "application/pdf":
            text, encoding = _parsed(read_pdf, content, "PDF"), "pdf"
        else:
            text, encoding = _decode(content, kind_of_media)
        title = published = outlet = None
        if kind_of_media == "text/html":
            page = _parsed(read_page, text, "page")
            text, title = page.text, page.title
            published, outlet = page.published_date, page.outlet
        sidecar = Sidecar() if sidecar_content is None else read_sidecar(sidecar_content)
    except RejectedError as rejected:
        return Rejection(source_path, digest, rejected.reason, rejected.detail)
    return Document(
        source_path=source_path,
        content_sha256=digest,
        kind=kind_of(source_path, text),
        text=text,
        encoding=encoding,
        media_type=kind_of_media,
        html_title=title,
        html_published_date=published,
        html_outlet=outlet,
        sidecar=sidecar,
    )


def _parsed(parse: Callable[[_In], _Out], content: _In, named: str) -> _Out:
    """What a parser makes of a file. Raises RejectedError, whatever the parser raises."""
    try:
        return parse(content)
    except RejectedError:
        raise
    except Exception as error:
        # Parsers of others' formats fail on made-up files in ways that nobody has listed.
        said = " ".join(str(error).split())[:200]
        detail = f"the {named} cannot be read: {type(error).__name__} {said}".rstrip()
        raise RejectedError(Reason.UNREADABLE, detail) from error


def _decode(content: bytes, kind_of_media: str) -> tuple[str, str]:
    if kind_of_media == "text/html" and (name := declared_encoding(content)) is not None:
        # A short Russian page is mostly markup: its own declaration is worth more than statistics.
        try:
            content.decode("utf-8")
        except UnicodeDecodeError:
            text = content.decode(name, errors="replace")
            if "\ufffd" not in text:
                text = text.replace("\r\n", "\n").replace("\r", "\n")
                return text, name.replace("cp", "windows-")
    return decode(content)
