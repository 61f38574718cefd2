"""PDF to text: the words of its pages, in the order in which they are drawn.

Scans hold no text and are refused: reading letters off pictures is no work for this project.
"""

from __future__ import annotations

import io
import logging
import re

from dagster_project.reading.rejections import Reason, RejectedError

_MAX_PAGES = 500
_MAX_CHARACTERS = 2_000_000
_HYPHENATED = re.compile(r"(?<=[^\W\d_])-\n(?=[^\W\d_])")
# A line that does not end as a sentence or a heading goes on in the next one.
_WRAPPED = re.compile(r"(?<=[^\s.!?:;])\n(?=[a-zа-яё(\d])")
_BLANK_LINES = re.compile(r"\n{3,}")


def read_pdf(content: bytes) -> str:
    """Read the text of a PDF.

    Args:
        content: The whole file.

    Returns:
        Its text, LF line ends, a blank line between pages.

    Raises:
        RejectedError: `unreadable` (damaged or encrypted), `too_large` or `no_text`.
    """
    # imported where there is a PDF: few folders have one
    import pypdf
    from pypdf.errors import PyPdfError

    # It warns on stderr of every small fault that it mends.
    logging.getLogger("pypdf").setLevel(logging.ERROR)
    try:
        reader = pypdf.PdfReader(io.BytesIO(content))
        if reader.is_encrypted and not reader.decrypt(""):
            raise RejectedError(Reason.UNREADABLE, "the PDF is encrypted")
        if len(reader.pages) > _MAX_PAGES:
            detail = f"{len(reader.pages)} pages, the limit is {_MAX_PAGES}"
            raise RejectedError(Reason.TOO_LARGE, detail)
        text = "\n\n".join(page.extract_text() for page in reader.pages)
    except (PyPdfError, ValueError, KeyError, TypeError, RecursionError) as error:
        detail = f"the PDF cannot be read: {error or type(error).__name__}"
        raise RejectedError(Reason.UNREADABLE, detail) from error
    # A font may map its glyphs to halves of characters: whole ones are put together again.
    text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "")
    text = _WRAPPED.sub(" ", _HYPHENATED.sub("", text))
    text = _BLANK_LINES.sub("\n\n", text).strip()
    if len(text) > _MAX_CHARACTERS:
        raise RejectedError(Reason.TOO_LARGE, f"{len(text)} characters of text")
    if not text:
        raise RejectedError(Reason.NO_TEXT, "the PDF holds no text, as a scan does")
    return text
