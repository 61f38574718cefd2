"""The raw folder: which files lie in it, and what each holds.

Belongs here: listing and opening files, and what of them is configuration. Does not belong here:
how bytes become text (`reading`), what is loaded already (`loading`).
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from dagster_project.reading.documents import (
    Document,
    Rejection,
    file_sha256,
    read_document,
    sha256,
)
from dagster_project.reading.rejections import Reason
from dagster_project.reading.sidecars import is_sidecar, sidecar_names

# Configuration that lives beside the documents and is none of them.
CONFIGURATION_FILES = frozenset({"sources.yml"})
GAZETTEER_FOLDER = "gazetteer"
CONFIGURATION_FOLDERS = frozenset({GAZETTEER_FOLDER})


class RawFolderError(Exception):
    """The raw folder is not there or cannot be listed."""


@dataclass(frozen=True)
class RawFile:
    """A regular file in the raw folder that wants a ledger row.

    Attributes:
        path: Below the raw folder, posix.
        size: In bytes.
        modified_ns: Modification time in nanoseconds.
        sidecar_path: Its sidecar's path, None where it has none.
    """

    path: str
    size: int
    modified_ns: int
    sidecar_path: str | None


def scan(raw_dir: Path) -> list[RawFile]:
    """List the files that want a ledger row, in the alphabet's order.

    Names that begin with a dot are left out (editors' and tools' own files), symbolic links to
    files are followed, to folders not. A sidecar belongs to its document; one without a document
    is listed as a file of its own.

    Raises:
        RawFolderError: The folder is not there or cannot be listed.
    """
    found: dict[str, os.stat_result] = {}
    for path, name in _walk(raw_dir):
        try:
            status = os.stat(path)
        except OSError:
            # It vanished between listing and looking: it is not in the folder.
            continue
        if os.path.isfile(path):
            found[name] = status
    documents = [name for name in found if not is_sidecar(name)]
    sidecars = {name for name in found if is_sidecar(name)}
    owned: set[str] = set()
    files: list[RawFile] = []
    for name in documents:
        candidates = [candidate for candidate in sidecar_names(name) if candidate in sidecars]
        owned.update(candidates)
        files.append(_raw_file(name, found[name], candidates[0] if candidates else None))
    files += [_raw_file(name, found[name], None) for name in sidecars - owned]
    return sorted(files, key=lambda file: file.path)


def _walk(raw_dir: Path, below: str = "") -> Iterator[tuple[str, str]]:
    """The files below a folder of the raw folder, without what is configuration at its top."""
    if not raw_dir.is_dir():
        raise RawFolderError(f"The raw folder {raw_dir} is not there (setting SITREP_RAW_DIR).")

    def refuse(error: OSError) -> None:
        raise RawFolderError(f"The raw folder cannot be listed: {error}") from error

    if below and not (raw_dir / below).is_dir():
        return
    for folder, subfolders, names in os.walk(raw_dir / below, onerror=refuse):
        relative = Path(folder).relative_to(raw_dir)
        at_top = relative == Path()
        subfolders[:] = sorted(
            name
            for name in subfolders
            if not name.startswith(".") and not (at_top and name in CONFIGURATION_FOLDERS)
        )
        for name in sorted(names):
            if name.startswith(".") or (at_top and name in CONFIGURATION_FILES):
                continue
            yield os.path.join(folder, name), (relative / name).as_posix()


def _raw_file(name: str, status: os.stat_result, sidecar_path: str | None) -> RawFile:
    return RawFile(name, status.st_size, status.st_mtime_ns, sidecar_path)


def gazetteer_files(raw_dir: Path) -> list[RawFile]:
    """List the gazetteers that a user added, in the alphabet's order; none without the folder.

    Raises:
        RawFolderError: The raw folder is not there or cannot be listed.
    """
    found: list[RawFile] = []
    for path, name in _walk(raw_dir, GAZETTEER_FOLDER):
        try:
            status = os.stat(path)
        except OSError:
            continue
        if os.path.isfile(path):
            found.append(_raw_file(name, status, None))
    return sorted(found, key=lambda file: file.path)


def cheap_fingerprint(raw_dir: Path) -> str:
    """A digest of paths, sizes and modification times, without opening a file.

    For the sensor, which asks every few seconds; the load itself goes by content.

    Raises:
        RawFolderError: The folder is not there or cannot be listed.
    """
    lines: list[str] = []
    for path, name in _walk(raw_dir):
        try:
            status = os.stat(path)
        except OSError:
            continue
        lines.append(f"{name}\t{status.st_size}\t{status.st_mtime_ns}")
    lines += [f"{f.path}\t{f.size}\t{f.modified_ns}" for f in gazetteer_files(raw_dir)]
    return sha256("\n".join(sorted(lines)).encode())


def read_files(
    raw_dir: Path, files: Sequence[RawFile], max_file_bytes: int
) -> Iterator[Document | Rejection]:
    """Read files one by one; a file that vanishes or fails costs only itself.

    Args:
        raw_dir: The raw folder.
        files: What `scan` found.
        max_file_bytes: A larger file is rejected.

    Yields:
        One document or rejection for each file, in the files' order.
    """
    for file in files:
        yield _read_file(raw_dir, file, max_file_bytes)


def _read_file(raw_dir: Path, file: RawFile, max_file_bytes: int) -> Document | Rejection:
    if file.size > max_file_bytes:
        detail = f"{file.size} bytes, the limit is {max_file_bytes} (SITREP_MAX_FILE_BYTES)"
        return Rejection(file.path, _hash_in_pieces(raw_dir / file.path), Reason.TOO_LARGE, detail)
    try:
        content = (raw_dir / file.path).read_bytes()
    except OSError as error:
        return Rejection(file.path, None, Reason.UNREADABLE, _plain(error))
    if is_sidecar(file.path):
        detail = "a sidecar whose document is not there"
        return Rejection(file.path, sha256(content), Reason.ORPHAN_SIDECAR, detail)
    sidecar_content = None
    if file.sidecar_path is not None:
        try:
            sidecar_content = (raw_dir / file.sidecar_path).read_bytes()
        except OSError as error:
            detail = f"{file.sidecar_path}: {_plain(error)}"
            return Rejection(file.path, sha256(content), Reason.BAD_SIDECAR, detail)
    return read_document(file.path, content, sidecar_content)


def _hash_in_pieces(path: Path) -> str | None:
    try:
        return file_sha256(path)
    except OSError:
        return None


def _plain(error: OSError) -> str:
    """The system's words without the absolute path, which differs between machines."""
    return error.strerror or type(error).__name__
