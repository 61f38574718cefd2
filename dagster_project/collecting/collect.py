"""One collection: every source asked once, each for itself.

Belongs here: the order of things, and what is counted. Does not belong here: how any one kind of
source is read.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from dagster_project.collecting.archives import read_archive, read_folder
from dagster_project.collecting.journal import Collection, Journal, open_journal, utc_now
from dagster_project.collecting.pages import read_web_source
from dagster_project.collecting.records import (
    Record,
    RecordError,
    SourceError,
    storable,
    without_password,
)
from dagster_project.collecting.sources import (
    ArchiveSource,
    FeedSource,
    FolderSource,
    PageSource,
    SitemapSource,
    Source,
    read_sources,
)
from dagster_project.collecting.store import Kept, Store
from dagster_project.collecting.web import Limits, Web
from dagster_project.tables import shown

_FAILURES_TOLD = 5
_AT_ONCE = 4


def collect_all(
    raw_dir: Path, journal_path: Path, limits: Limits, say: Callable[[str], None]
) -> list[Collection]:
    """Ask every source of the sources file, some at a time, so that a slow one delays few.

    Args:
        raw_dir: The raw folder, which holds the sources file.
        journal_path: The journal's file.
        limits: What a fetch may cost.
        say: Gets a line for each source when it is done.

    Returns:
        What became of each, in the file's order.

    Raises:
        SourcesFileError: The sources file cannot be used.
    """
    stopped = threading.Event()

    def one(source: Source) -> Collection:
        with open_journal(journal_path) as journal:
            done = collect(source, raw_dir, journal, limits, stopped)
        say(in_words(done))
        return done

    sources = read_sources(raw_dir)
    with open_journal(journal_path):
        pass  # a damaged one is set aside once, not by each that meets it
    with ThreadPoolExecutor(max_workers=_AT_ONCE) as pool:
        try:
            return list(pool.map(one, sources))
        except BaseException:
            # Whoever cancels waits for what is being fetched, not for all that a source lists.
            stopped.set()
            raise


def in_words(done: Collection) -> str:
    """A collection in a line, and what failed in lines below it."""
    counts = f"{done.items_new} new, {done.items_changed} changed, {done.items_failed} failed"
    line = f"{done.source_name}: {done.status}, {done.items_seen} seen, {counts}"
    return shown("\n  ".join([line, *(done.message or "").splitlines()]))


def collect(
    source: Source,
    raw_dir: Path,
    journal: Journal,
    limits: Limits,
    stopped: threading.Event | None = None,
) -> Collection:
    """Bring what a source has that is new into the raw folder.

    Nothing that goes wrong with the source is raised: what came before it stands, and the
    collection says what went wrong.

    Args:
        source: Which.
        raw_dir: The raw folder.
        journal: What was asked before; the collection is added to it.
        limits: What a fetch may cost.
        stopped: Set when no more is to be fetched; the next collection goes on.

    Returns:
        What became of it.
    """
    started_at = utc_now()
    counts = dict.fromkeys(Kept, 0)
    failures: list[str] = []
    remarks: list[str] = []
    failed: str | None = None
    store = Store(raw_dir, source)
    stopped = stopped or threading.Event()

    def pause(seconds: float) -> None:
        if stopped.wait(seconds):
            raise SourceError("the collection was cancelled")

    web = Web(limits, trusted_hosts=_hosts(source), sleep=pause)
    try:
        with web:
            for record in _records(source, raw_dir, journal, web, limits.max_bytes):
                if isinstance(record, RecordError):
                    failures.append(str(record))
                    continue
                if record.remark:
                    remarks.append(record.remark)
                try:
                    counts[store.keep(record)] += 1
                except RecordError as error:
                    failures.append(str(error))
                if counts[Kept.NEW] + counts[Kept.CHANGED] >= source.limit or stopped.is_set():
                    break
    except SourceError as error:
        failed = str(error)
    except OSError as error:
        failed = f"{error.filename or raw_dir}: {error.strerror or error}"
    except Exception as error:  # noqa: BLE001
        # Parsers of others' formats fail in ways that nobody has listed; the other sources go on.
        failed = storable(f"{type(error).__name__}: {error}")
    told = [*([failed] if failed else []), *failures, *remarks][:_FAILURES_TOLD]
    collection = Collection(
        source_name=source.name,
        source_kind=source.kind,
        started_at=started_at,
        ended_at=utc_now(),
        status="failed" if failed else "partial" if failures else "ok",
        items_seen=sum(counts.values()),
        items_new=counts[Kept.NEW],
        items_changed=counts[Kept.CHANGED],
        items_failed=len(failures),
        message=without_password("\n".join(told)) or None,
    )
    journal.add(collection)
    return collection


def _hosts(source: Source) -> set[str]:
    if isinstance(source, FeedSource | SitemapSource):
        return {source.url.host or ""}
    if isinstance(source, PageSource):
        return {url.host or "" for url in source.urls}
    return set()


def _records(
    source: Source, raw_dir: Path, journal: Journal, web: Web, max_bytes: int
) -> Iterator[Record | RecordError]:
    if isinstance(source, FolderSource):
        return read_folder(source, raw_dir, max_bytes)
    if isinstance(source, ArchiveSource):
        return read_archive(source, raw_dir, max_bytes)
    return read_web_source(source, web, journal)
