"""The fixed codes under which a file is refused, and the exception that carries one."""

from __future__ import annotations

from enum import StrEnum


class Reason(StrEnum):
    """Why a file could not be loaded; the values are part of the published contract."""

    EMPTY = "empty"
    BINARY = "binary"
    TOO_LARGE = "too_large"
    UNDECODABLE = "undecodable"
    BAD_SIDECAR = "bad_sidecar"
    ORPHAN_SIDECAR = "orphan_sidecar"
    UNSUPPORTED_TYPE = "unsupported_type"
    UNREADABLE = "unreadable"
    NO_TEXT = "no_text"
    BAD_GAZETTEER = "bad_gazetteer"
    BREAKS_A_CHECK = "breaks_a_check"


class RejectedError(Exception):
    """A file cannot be loaded.

    Attributes:
        reason: The code.
        detail: What was found, in words, for the person who has to repair the file.
    """

    def __init__(self, reason: Reason, detail: str) -> None:
        super().__init__(f"{reason}: {detail}")
        self.reason = reason
        self.detail = detail
