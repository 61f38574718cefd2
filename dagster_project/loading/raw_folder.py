"""The raw folder: which files lie in it, and what each holds.

Belongs here: listing and opening files, and what of them is configuration. Does not belong here:
how bytes become text (`reading`), what is loaded already (`load`).
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from dagster_project.reading.documents import (
    Document,
    Rejection,
    file_sha256,
    read_document,
    sha256,
)
from dagster_project.reading.rejections import Reason
from dagster_project.reading.sidecars import MAX_SIDECAR_BYTES, is_sidecar, sidecar_names

# Configuration that lives beside the documents and is none of them.
CONFIGURATION_FILES = frozenset({"sources.yml"})
GAZETTEER_FOLDER = "gazetteer"
CONFIGURATION_FOLDERS = frozenset({GAZETTEER_FOLDER})


class RawFolderError(Exception):
    """The raw folder is not there or cannot be listed."""


@dataclass(frozen=True, slots=True)
class RawFile:
    """Something in the raw folder that wants a ledger row.

    Attributes:
        path: Below the raw folder, posix; text that can be stored, whatever the name's bytes.
        size: In bytes.
        modified_ns: Modification time in nanoseconds.
        sidecar: Its sidecar, None where it has none.
        stored_path: Its path as the file system has it; None where that is `path`.
        fault: Why it is no file that can be opened, None where it is one.
        changed_ns: Time of its last change of any kind, in nanoseconds; no program sets it.
        inode: Its number in its file system.
    """

    path: str
    size: int
    modified_ns: int
    sidecar: RawFile | None = None
    stored_path: str | None = None
    fault: str | None = None
    changed_ns: int = 0
    inode: int = 0

    def below(self, raw_dir: Path) -> Path:
        """Where it can be opened."""
        return raw_dir / (self.stored_path or self.path)


def scan(raw_dir: Path) -> list[RawFile]:
    """List the files that want a ledger row, in the alphabet's order.

    Names that begin with a dot are left out (editors' and tools' own files). Symbolic links are
    followed to files within the raw folder; any other link, pipe, device or folder that cannot be
    listed is told as a fault. A sidecar belongs to its document; one without a document is listed
    as a file of its own.

    Raises:
        RawFolderError: The folder is not there or cannot be listed.
    """
    found = {file.path: file for file in _walk(raw_dir)}
    sidecars = {name for name in found if is_sidecar(name)}
    owned: set[str] = set()
    files: list[RawFile] = []
    for name in found.keys() - sidecars:
        candidates = [candidate for candidate in sidecar_names(name) if candidate in sidecars]
        owned.update(candidates)
        sidecar = _storable(found[candidates[0]]) if candidates else None
        files.append(replace(found[name], sidecar=sidecar))
    files += [found[name] for name in sidecars - owned]
    return _each_by_its_own_path(sorted(files, key=lambda file: file.path))


def _walk(raw_dir: Path, below: str = "") -> Iterator[RawFile]:
    """What lies below a folder of the raw folder, without what is configuration at its top."""
    if not os.path.isdir(raw_dir):  # noqa: PTH112  pathlib's raises where one may not look
        raise RawFolderError(f"The raw folder {raw_dir} is not there (setting SITREP_RAW_DIR).")
    if below and not (raw_dir / below).is_dir():
        return
    inside = os.path.join(os.path.realpath(raw_dir), "")
    folders = [below]
    while folders:
        folder = folders.pop()
        try:
            with os.scandir(os.path.join(raw_dir, folder)) as listed:
                entries = list(listed)
        except OSError as error:
            if folder == below:
                raise RawFolderError(f"The raw folder cannot be listed: {error}") from error
            yield RawFile(folder, 0, 0, fault=f"a folder: {_plain(error)}")
            continue
        for entry in entries:
            name = f"{folder}/{entry.name}" if folder else entry.name
            if entry.name.startswith(".") or name in CONFIGURATION_FILES:
                continue
            if name in CONFIGURATION_FOLDERS and entry.is_dir():
                continue
            if entry.is_dir(follow_symlinks=False):
                folders.append(name)
            elif (file := _look_at(entry, name, inside)) is not None:
                yield file


def _look_at(entry: os.DirEntry[str], name: str, inside: str) -> RawFile | None:
    """An entry that is no folder; None where it vanished between listing and looking."""
    fault = None
    try:
        status = entry.stat()
    except OSError as error:
        try:
            status = entry.stat(follow_symlinks=False)
        except OSError:
            return None
        fault = f"a link: {_plain(error)}"
    else:
        if stat.S_ISDIR(status.st_mode):
            fault = "a link to a folder, which is not followed"
        elif not stat.S_ISREG(status.st_mode):
            fault = "no regular file, but a pipe, socket or device"
        elif entry.is_symlink() and not os.path.realpath(entry.path).startswith(inside):
            # A folder that came from elsewhere must not publish this machine's files.
            fault = "a link that leads out of the raw folder, which is not followed"
    return RawFile(
        name,
        status.st_size,
        status.st_mtime_ns,
        fault=fault,
        changed_ns=status.st_ctime_ns,
        inode=status.st_ino,
    )


def _storable(file: RawFile) -> RawFile:
    """The file by a path that is valid text, where the name's bytes are not."""
    path = file.path.encode("utf-8", "backslashreplace").decode()
    return file if path == file.path else replace(file, path=path, stored_path=file.path)


def _each_by_its_own_path(files: list[RawFile]) -> list[RawFile]:
    taken = {file.path for file in files}
    named: list[RawFile] = []
    for file in files:
        stored = _storable(file)
        while stored.stored_path is not None and stored.path in taken:
            stored = replace(stored, path=stored.path + "?")
        taken.add(stored.path)
        named.append(stored)
    return named


def gazetteer_files(raw_dir: Path) -> list[RawFile]:
    """List the gazetteers that a user added, in the alphabet's order; none without the folder.

    Raises:
        RawFolderError: The raw folder is not there or cannot be listed.
    """
    found = sorted(_walk(raw_dir, GAZETTEER_FOLDER), key=lambda file: file.path)
    return _each_by_its_own_path(found)


def cheap_fingerprint(raw_dir: Path) -> str:
    """A digest of paths, sizes and modification times, without opening a file.

    For the sensor, which asks every few seconds; the load itself goes by content.

    Raises:
        RawFolderError: The folder is not there or cannot be listed.
    """
    found = [*_walk(raw_dir), *_walk(raw_dir, GAZETTEER_FOLDER)]
    lines = sorted(f"{file.path}\t{file.size}\t{file.modified_ns}" for file in found)
    return sha256("\n".join(lines).encode("utf-8", "surrogateescape"))


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
    if file.fault is not None:
        return Rejection(file.path, None, Reason.UNREADABLE, file.fault)
    path = file.below(raw_dir)
    try:
        # Never more than this: a file may grow while it is read.
        content = None if file.size > max_file_bytes else _head(path, max_file_bytes + 1)
        if content is None or len(content) > max_file_bytes:
            size = max(file.size, max_file_bytes + 1)
            detail = f"{size} bytes, the limit is {max_file_bytes} (SITREP_MAX_FILE_BYTES)"
            return Rejection(file.path, file_sha256(path), Reason.TOO_LARGE, detail)
    except OSError as error:
        return Rejection(file.path, None, Reason.UNREADABLE, _plain(error))
    if is_sidecar(file.path):
        detail = "a sidecar whose document is not there"
        return Rejection(file.path, sha256(content), Reason.ORPHAN_SIDECAR, detail)
    if file.sidecar is None:
        return read_document(file.path, content)
    try:
        sidecar_content = _sidecar_content(raw_dir, file.sidecar)
    except OSError as error:
        detail = f"{file.sidecar.path}: {_plain(error)}"
        return Rejection(file.path, sha256(content), Reason.BAD_SIDECAR, detail)
    read = read_document(file.path, content, sidecar_content)
    if isinstance(read, Rejection) and read.reason == Reason.BAD_SIDECAR:
        return replace(read, detail=f"{file.sidecar.path}: {read.detail}")
    return read


def _sidecar_content(raw_dir: Path, sidecar: RawFile) -> bytes:
    if sidecar.fault is not None:
        raise OSError(None, sidecar.fault)
    return _head(sidecar.below(raw_dir), MAX_SIDECAR_BYTES + 1)


def _head(path: Path, size: int) -> bytes:
    """At most the first `size` bytes of a file."""
    with path.open("rb") as opened:
        return opened.read(size)


def _plain(error: OSError) -> str:
    """The system's words without the absolute path, which differs between machines."""
    return error.strerror or type(error).__name__
