"""What every source yields, whatever it is.

Belongs here: the record and how dates in it are read. Does not belong here: where it came from.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from dagster_project.reading.days import is_possible

# As in https://reader:password@example.org/rss.
_CREDENTIALS = re.compile(r"//[^/?#\s]*@")
# A clock may be off by its time zone; a publication next month is a mistake.
_AHEAD = timedelta(days=1)


@dataclass(frozen=True)
class Validators:
    """What a server gave to ask with whether a document changed."""

    etag: str | None = None
    last_modified: str | None = None


@dataclass(frozen=True)
class Record:
    """One document of a source.

    Attributes:
        identity: The same whenever the source shows this document: its canonical address, or its
            name within an archive.
        content: The file that is written.
        suffix: Of that file, which says how it is read: .html, .txt.
        source_url: Where the document was published.
        outlet: Who published it, where the record says so.
        published_date: When, where the record says so.
        language: ISO 639-1, where the record says so.
        remark: What of the record cannot be used, which does not cost the document.
    """

    identity: str
    content: bytes
    suffix: str
    source_url: str | None = None
    outlet: str | None = None
    published_date: date | None = None
    language: str | None = None
    remark: str | None = None


class RecordError(Exception):
    """One document of a source cannot be had; the message says which and why.

    Attributes:
        may_pass: Whether it may be had later, with nothing said of it meanwhile.
    """

    def __init__(self, message: str, *, may_pass: bool = False) -> None:
        super().__init__(message)
        self.may_pass = may_pass


class SourceError(Exception):
    """A source as a whole cannot be had; the message says why."""


def storable(text: str) -> str:
    """A text without halves of characters, which neither a file nor a table can hold."""
    return text.encode("utf-8", "backslashreplace").decode()


def without_password(text: str) -> str:
    """A text without the names and passwords in its addresses, which sources.yml alone may hold."""
    return _CREDENTIALS.sub("//", text)


def believable(day: date | None) -> date | None:
    """A publication date, unless it lies in the future or before all documents."""
    if day is None or not is_possible(day) or day > (datetime.now(UTC) + _AHEAD).date():
        return None
    return day


def day_of(value: object) -> date | None:
    """The day that a field of a record names, None where it names none.

    Args:
        value: A date or time, or text that begins with an ISO date.
    """
    if isinstance(value, datetime):
        return believable(value.date())
    if isinstance(value, date):
        return believable(value)
    if not isinstance(value, str):
        return None
    try:
        return believable(date.fromisoformat(value.strip()[:10]))
    except ValueError:
        return None
