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
from dagster_project.reading.documents import MEDIA_TYPES, Rejection, read_document
from dagster_project.reading.sidecars import SUFFIX, as_sidecar_text

_KEY_CHARACTERS = 16
_VERSION = re.compile(rf"([0-9a-f]{{{_KEY_CHARACTERS}}})-(\d+)\.[a-z]+")


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
        # Looked for once: an archive of a hundred thousand documents asks of each.
        self._latest: dict[str, tuple[int, Path]] = self._versions()

    def keep(self, record: Record) -> Kept:
        """Write a record, unless its text is there already.

        Text decides, not bytes: a page's adverts differ each time it is asked for.

        Raises:
            RecordError: It holds no text that can be read.
            OSError: The raw folder cannot be written to.
        """
        key = hashlib.sha256(record.identity.encode()).hexdigest()[:_KEY_CHARACTERS]
        text = self._text(record.content, record.suffix, record.identity)
        number, path = self._last(key)
        if path is not None and self._kept_text(path) == text:
            return Kept.SAME
        name = f"{key}-{number + 1}{record.suffix}"
        self._write(record, name, replaces=path and path.name)
        self._latest[key] = number + 1, self._folder / name
        return Kept.CHANGED if path else Kept.NEW

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

    def _last(self, key: str) -> tuple[int, Path | None]:
        """The last version of a document; 0 and None where there is none."""
        number, path = self._latest.get(key, (0, None))
        if self._is_there(key, number + 1) or (path is not None and not path.exists()):
            # Another collection, or a person, changed the folder meanwhile.
            self._latest = self._versions()
        return self._latest.get(key, (0, None))

    def _versions(self) -> dict[str, tuple[int, Path]]:
        """The last version of each document that is there."""
        found: dict[str, tuple[int, Path]] = {}
        for path in self._folder.glob("*-*"):
            if match := _VERSION.fullmatch(path.name):
                version = int(match[2]), path
                found[match[1]] = max(version, found.get(match[1], version))
        return found

    def _is_there(self, key: str, number: int) -> bool:
        return any((self._folder / f"{key}-{number}{suffix}").exists() for suffix in MEDIA_TYPES)

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
