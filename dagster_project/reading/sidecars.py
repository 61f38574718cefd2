"""A document's sidecar: what is known about it from outside its text."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from datetime import date
from pathlib import PurePosixPath

from dagster_project.reading.days import FIRST_YEAR, LAST_YEAR, is_possible
from dagster_project.reading.rejections import Reason, RejectedError

SUFFIX = ".meta.json"
MAX_SIDECAR_BYTES = 1_000_000
# A lone surrogate is no text that can be stored; the others would act on whoever prints it.
_NO_TEXT = re.compile(r"[\x00-\x08\x0a-\x1f\x7f-\x9f\ud800-\udfff]")
_LANGUAGE = re.compile(r"[A-Za-z]{2}(-[A-Za-z0-9]+)*")


@dataclass(frozen=True)
class Sidecar:
    """Metadata from a sidecar; None where it says nothing.

    Attributes:
        source_url: Where the document was published.
        outlet: Who published it.
        published_date: When.
        language: ISO 639-1, lower case.
        replaces: Name of the file in the same folder that holds the version before this one.
    """

    source_url: str | None = None
    outlet: str | None = None
    published_date: date | None = None
    language: str | None = None
    replaces: str | None = None


def is_sidecar(path: str) -> bool:
    """Whether a path names a sidecar."""
    return path.lower().endswith(SUFFIX)


def sidecar_names(path: str) -> tuple[str, str]:
    """The two names a document's sidecar may have, the fuller first, which wins.

    Args:
        path: The document's path, posix.
    """
    document = PurePosixPath(path)
    return (
        str(document.with_name(document.name + SUFFIX)),
        str(document.with_name(document.stem + SUFFIX)),
    )


def read_sidecar(content: bytes) -> Sidecar:
    """Read a sidecar.

    Args:
        content: The file. Keys that are not known are ignored.

    Returns:
        What it states.

    Raises:
        RejectedError: `bad_sidecar`: no JSON object in UTF-8, too large, or a value of a wrong
            type.
    """
    if len(content) > MAX_SIDECAR_BYTES:
        raise _bad(f"larger than {MAX_SIDECAR_BYTES} bytes")
    try:
        data = json.loads(content.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise _bad(f"no UTF-8: {error.reason}") from error
    except (ValueError, RecursionError) as error:
        raise _bad(f"no JSON: {error}") from error
    if not isinstance(data, dict):
        raise _bad(f"must be a JSON object, is {type(data).__name__}")
    source_url = _text(data, "source_url") or _text(data, "url")
    return Sidecar(
        source_url=source_url,
        outlet=_text(data, "outlet"),
        published_date=_date(data, "published_date"),
        language=_language(data),
        replaces=_file_name(data, "replaces"),
    )


def as_sidecar_text(text: str) -> str:
    """A text as `read_sidecar` takes it: a blank for each character that it would refuse."""
    return _NO_TEXT.sub(" ", text)


def _bad(detail: str) -> RejectedError:
    return RejectedError(Reason.BAD_SIDECAR, detail)


def _text(data: dict[str, object], key: str) -> str | None:
    value = data.get(key)
    if value is None:
        return None
    if not isinstance(value, str):
        raise _bad(f"{key} must be text, is {type(value).__name__}")
    value = value.strip()
    if found := _NO_TEXT.search(value):
        raise _bad(f"{key} holds U+{ord(found[0]):04X}, which is no character of a text")
    return value or None


def _date(data: dict[str, object], key: str) -> date | None:
    text = _text(data, key)
    if text is None:
        return None
    if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):
        raise _bad(f"{key} must be a date as 2017-09-11, is {text!r}")
    try:
        day = date.fromisoformat(text)
    except ValueError as error:
        raise _bad(f"{key} is no date: {text!r}") from error
    if not is_possible(day):
        raise _bad(f"{key} must lie between {FIRST_YEAR} and {LAST_YEAR}, is {text!r}")
    return day


def _file_name(data: dict[str, object], key: str) -> str | None:
    text = _text(data, key)
    if text is not None and (text != PurePosixPath(text).name or text == ".."):
        raise _bad(f"{key} must be the name of a file beside it, is {text!r}")
    return text


def _language(data: dict[str, object]) -> str | None:
    text = _text(data, "language")
    if text is None:
        return None
    if not _LANGUAGE.fullmatch(text):
        raise _bad(f"language must be an ISO 639-1 code, is {text!r}")
    return text[:2].lower()
