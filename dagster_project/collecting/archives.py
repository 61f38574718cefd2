"""Archives and folders: one file or folder to the documents in it, one at a time.

Belongs here: the formats, each streamed, so that memory holds one document. Does not belong here:
writing into the raw folder (`store`). Names within an archive never become paths.
"""

from __future__ import annotations

import csv
import fnmatch
import gzip
import hashlib
import json
import re
import tarfile
import zipfile
import zlib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path, PurePosixPath
from typing import IO, Any

import pyarrow as pa
import pyarrow.parquet as pq
from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed

from dagster_project.collecting.feeds import canonical
from dagster_project.collecting.records import Record, RecordError, SourceError, day_of, storable
from dagster_project.collecting.sources import ArchiveSource, Columns, FolderSource
from dagster_project.reading.documents import media_type
from dagster_project.reading.rejections import RejectedError
from dagster_project.reading.sidecars import Sidecar, is_sidecar, read_sidecar, sidecar_names

_PARQUET_ROWS = 256
_HTML = {"text/html", "application/xhtml+xml"}
_BROKEN = (
    OSError,
    EOFError,
    zlib.error,
    zipfile.BadZipFile,
    tarfile.TarError,
    ArchiveLoadFailed,
    pa.ArrowException,
    csv.Error,
    UnicodeDecodeError,
)


def read_archive(
    source: ArchiveSource, raw_dir: Path, max_bytes: int
) -> Iterator[Record | RecordError]:
    """Read the documents of an archive.

    Args:
        source: Which, and how its records are to be understood.
        raw_dir: What a relative path is relative to.
        max_bytes: A larger document costs itself.

    Yields:
        A document, or why one cannot be had.

    Raises:
        SourceError: The archive cannot be opened or is damaged; what was read of it stands.
    """
    path = raw_dir / source.path
    name = path.name.lower()
    try:
        if name.endswith((".warc", ".warc.gz")):
            yield from _warc(path, max_bytes)
        elif name.endswith(".zip"):
            yield from _zip(path, max_bytes)
        elif name.endswith((".tar", ".tar.gz", ".tgz")):
            yield from _tar(path, max_bytes)
        elif name.endswith((".jsonl", ".jsonl.gz", ".ndjson", ".csv", ".csv.gz", ".parquet")):
            for number, row in enumerate(_rows(path, source.columns, max_bytes), start=1):
                yield _record_of_row(row, source.columns, f"{path.name}, record {number}")
        else:
            raise SourceError(f"{path.name}: no archive that is read ends so")
    except _BROKEN as error:
        raise SourceError(f"{path.name}: {_said(error)}") from error


def read_folder(
    source: FolderSource, raw_dir: Path, max_bytes: int
) -> Iterator[Record | RecordError]:
    """Read the documents of a folder, sidecars included.

    Symbolic links are left out, and names that begin with a dot, as in the raw folder.

    Raises:
        SourceError: The folder is not there.
    """
    folder = raw_dir / source.path
    if not folder.is_dir():
        raise SourceError(f"{source.path}: no such folder")
    # Where the raw folder lies in it, what was collected would be collected again, and again.
    collected = (raw_dir / source.documents / source.name).resolve()
    for path in sorted(folder.rglob("*")):
        name = storable(path.relative_to(folder).as_posix())
        wanted = any(fnmatch.fnmatchcase(name, pattern) for pattern in source.include)
        if not wanted or path.is_symlink() or not path.is_file():
            continue
        if path.resolve().is_relative_to(collected):
            continue
        is_hidden = any(part.startswith(".") for part in PurePosixPath(name).parts)
        if is_hidden or is_sidecar(name) or media_type(name) is None:
            continue
        try:
            yield _file_record(path, name, max_bytes)
        except OSError as error:
            yield RecordError(f"{name}: {_said(error)}")
        except RejectedError as rejected:
            yield RecordError(f"{name}: {rejected.detail}")


def _file_record(path: Path, name: str, max_bytes: int) -> Record | RecordError:
    if path.stat().st_size > max_bytes:
        return RecordError(f"{name}: larger than {max_bytes} bytes")
    sidecar = Sidecar()
    for candidate in sidecar_names(path.name):
        if path.with_name(candidate).is_file():
            sidecar = read_sidecar(path.with_name(candidate).read_bytes())
            break
    return Record(
        identity=name,
        content=path.read_bytes(),
        suffix=path.suffix.lower(),
        source_url=sidecar.source_url,
        outlet=sidecar.outlet,
        published_date=sidecar.published_date,
        language=sidecar.language,
    )


def _warc(path: Path, max_bytes: int) -> Iterator[Record | RecordError]:
    with path.open("rb") as opened:
        for record in ArchiveIterator(opened):
            if record.rec_type != "response" or record.http_headers is None:
                continue
            kind = (record.http_headers.get_header("Content-Type") or "").split(";")[0].strip()
            if record.http_headers.get_statuscode() != "200" or kind.lower() not in _HTML:
                continue
            url = storable(record.rec_headers.get_header("WARC-Target-URI") or "")
            content = record.content_stream().read(max_bytes + 1)
            if len(content) > max_bytes:
                yield RecordError(f"{url}: larger than {max_bytes} bytes")
                continue
            yield Record(canonical(url), content, ".html", source_url=url)


def _zip(path: Path, max_bytes: int) -> Iterator[Record | RecordError]:
    with zipfile.ZipFile(path) as archive:
        for member in archive.infolist():
            if member.is_dir() or not _is_document(member.filename):
                continue
            try:
                with archive.open(member) as opened:
                    yield _member(member.filename, opened, max_bytes)
            except (*_BROKEN, NotImplementedError, RuntimeError) as error:
                # Locked, damaged or packed in a way that is not known: the others may be whole.
                yield RecordError(f"{member.filename}: {_said(error)}")


def _tar(path: Path, max_bytes: int) -> Iterator[Record | RecordError]:
    # Read as a stream, which never goes back: a tar may be larger than any memory.
    with tarfile.open(path, mode="r|*") as archive:
        for member in archive:
            opened = archive.extractfile(member) if member.isreg() else None
            if opened is not None and _is_document(member.name):
                yield _member(member.name, opened, max_bytes)


def _is_document(name: str) -> bool:
    """Whether a file of an archive is one; those of a system's own begin with a dot (`._a.txt`)."""
    return media_type(name) is not None and not PurePosixPath(name).name.startswith(".")


def _member(name: str, opened: IO[bytes], max_bytes: int) -> Record | RecordError:
    # A tar's name may be any bytes.
    name = storable(name)
    # The size that an archive states is the archive's word; what counts is what comes out.
    content = opened.read(max_bytes + 1)
    if len(content) > max_bytes:
        return RecordError(f"{name}: larger than {max_bytes} bytes")
    return Record(name, content, PurePosixPath(name).suffix.lower())


def _rows(
    path: Path, columns: Columns, max_bytes: int
) -> Iterator[Mapping[str, Any] | RecordError]:
    name = path.name.lower()
    if name.endswith(".parquet"):
        with pq.ParquetFile(path) as parquet:
            _refuse_unknown(columns, parquet.schema_arrow.names, path)
            for batch in parquet.iter_batches(batch_size=_PARQUET_ROWS):
                yield from batch.to_pylist()
        return
    with gzip.open(path, "rb") if name.endswith(".gz") else path.open("rb") as opened:
        lines = _lines(opened, max_bytes)
        if ".csv" in name:
            csv.field_size_limit(max_bytes)
            rows = csv.DictReader(_decoded(lines, max_bytes))
            # A file without a byte has no header, and no document.
            _refuse_unknown(columns, rows.fieldnames, path)
            yield from rows
            return
        for number, line in enumerate(lines, start=1):
            where = f"{path.name}, line {number}"
            if line is None:
                yield RecordError(f"{where}: larger than {max_bytes} bytes")
            elif line.strip():
                yield _json_row(line, where)


def _refuse_unknown(columns: Columns, names: Sequence[str] | None, path: Path) -> None:
    """A table without a column that the source maps: no row of it can be understood.

    Raises:
        SourceError: It lacks one.
    """
    if names is None:
        return
    lacking = [column for column in columns.model_dump().values() if column and column not in names]
    if lacking:
        said = ", ".join(repr(column) for column in lacking)
        raise SourceError(f"{path.name}: has no column {said}, only {', '.join(names)}")


def _lines(opened: IO[bytes], max_bytes: int) -> Iterator[bytes | None]:
    """The lines of a file; None for one that is too long to be held."""
    while line := opened.readline(max_bytes + 1):
        if len(line) <= max_bytes:
            yield line
            continue
        while line and not line.endswith(b"\n"):
            line = opened.readline(max_bytes)
        if not line:
            raise OSError(f"a line is longer than {max_bytes} bytes, and has no end")
        yield None


def _decoded(lines: Iterator[bytes | None], max_bytes: int) -> Iterator[str]:
    """The lines of a CSV file, whose rows may go over several."""
    for line in lines:
        if line is None:
            raise OSError(f"a line is longer than {max_bytes} bytes")
        yield line.decode("utf-8-sig")


def _json_row(line: bytes, where: str) -> Mapping[str, Any] | RecordError:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError) as error:
        return RecordError(f"{where}: no JSON ({error})")
    return row if isinstance(row, dict) else RecordError(f"{where}: is no JSON object")


def _record_of_row(
    row: Mapping[str, Any] | RecordError, columns: Columns, where: str
) -> Record | RecordError:
    if isinstance(row, RecordError):
        return row
    text = row.get(columns.text)
    if not isinstance(text, str) or not text.strip():
        return RecordError(f"{where}: {columns.text!r} holds no text")
    title = _text(row, columns.title)
    url = _text(row, columns.url)
    content = (f"{title}\n\n{text}" if title else text).encode("utf-8", errors="replace")
    language = (_text(row, columns.language) or "")[:2].lower()
    said = row.get(columns.published_date) if columns.published_date else None
    day = day_of(said)
    return Record(
        identity=canonical(url) if url else hashlib.sha256(content).hexdigest(),
        content=content,
        suffix=".txt",
        source_url=url,
        outlet=_text(row, columns.outlet),
        published_date=day,
        language=language if re.fullmatch("[a-z]{2}", language) else None,
        remark=f"{where}: {str(said)[:40]!r} is no publication date as 2017-09-11"
        if said and day is None
        else None,
    )


def _text(row: Mapping[str, Any], column: str | None) -> str | None:
    value = row.get(column) if column else None
    return storable(value).strip() or None if isinstance(value, str) else None


def _said(error: BaseException) -> str:
    """An error's words without paths of this machine."""
    if isinstance(error, OSError) and error.strerror:
        return error.strerror
    return str(error) or type(error).__name__
