"""Documents to files in the raw folder, each once, with a sidecar.

Belongs here: names of files and versions. Does not belong here: where a document came from.

    articles/<source>/<key>-1.html             the first version, and beside it
    articles/<source>/<key>-1.html.meta.json   where and when it was found
    articles/<source>/<key>-2.html             what it said later, with what that replaces
"""

from __future__ import annotations

import hashlib
import json
import os
import re
from enum import StrEnum
from pathlib import Path

from dagster_project.collecting.journal import utc_now
from dagster_project.collecting.records import Record, RecordError
from dagster_project.collecting.sources import Source
from dagster_project.reading.documents import Rejection, read_document
from dagster_project.reading.sidecars import SUFFIX, as_sidecar_text

_KEY_CHARACTERS = 16


class Kept(StrEnum):
    """What became of a record."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"


class Store:
    """The files of one source in the raw folder."""

    def __init__(self, raw_dir: Path, source: Source) -> None:
        self._source = source
        self._folder = raw_dir / source.documents / source.name

    def keep(self, record: Record) -> Kept:
        """Write a record, unless its text is there already.

        Text decides, not bytes: a page's adverts differ each time it is asked for.

        Raises:
            RecordError: It holds no text that can be read.
            OSError: The raw folder cannot be written to.
        """
        key = hashlib.sha256(record.identity.encode()).hexdigest()[:_KEY_CHARACTERS]
        text = self._text(record.content, record.suffix, record.identity)
        latest = self._latest(key)
        if latest is None:
            self._write(record, f"{key}-1{record.suffix}", replaces=None)
            return Kept.NEW
        number, path = latest
        if self._kept_text(path) == text:
            return Kept.SAME
        self._write(record, f"{key}-{number + 1}{record.suffix}", replaces=path.name)
        return Kept.CHANGED

    def _kept_text(self, path: Path) -> str | None:
        """What a file holds; None for one that was cut off or damaged, and is no version."""
        try:
            return self._text(path.read_bytes(), path.suffix, path.name)
        except RecordError:
            return None

    def _text(self, content: bytes, suffix: str, named: str) -> str:
        found = read_document(f"{self._source.documents}/document{suffix}", content)
        if isinstance(found, Rejection):
            raise RecordError(f"{named}: {found.reason}, {found.detail}")
        return found.text

    def _latest(self, key: str) -> tuple[int, Path] | None:
        numbered = re.compile(rf"{key}-(\d+)\.[a-z]+")
        versions = [
            (int(match[1]), path)
            for path in self._folder.glob(f"{key}-*")
            if (match := numbered.fullmatch(path.name))
        ]
        return max(versions, default=None)

    def _write(self, record: Record, name: str, replaces: str | None) -> None:
        said = {
            "source_url": record.source_url,
            "outlet": record.outlet or self._source.outlet,
            "published_date": record.published_date and record.published_date.isoformat(),
            "language": record.language or self._source.language,
            "source": self._source.name,
            "retrieved_at": utc_now(),
            "replaces": replaces,
        }
        sidecar = {key: as_sidecar_text(value) for key, value in said.items() if value is not None}
        self._folder.mkdir(parents=True, exist_ok=True)
        # The sidecar first: a document without one would be loaded without its date.
        self._swap_in(f"{name}{SUFFIX}", json.dumps(sidecar, ensure_ascii=False, indent=1).encode())
        self._swap_in(name, record.content)

    def _swap_in(self, name: str, content: bytes) -> None:
        draft = self._folder / f".{name}.draft"
        try:
            with draft.open("wb") as opened:
                opened.write(content)
                opened.flush()
                # What the journal knows is asked for no more: it has to outlast a power cut.
                os.fsync(opened.fileno())
            draft.replace(self._folder / name)
        finally:
            draft.unlink(missing_ok=True)
