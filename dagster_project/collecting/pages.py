"""Sources on the web: feeds, pages and sitemaps to the documents that they show.

Belongs here: which addresses are asked, and which answers are documents. Does not belong here: how
one asks (`web`), what is kept (`store`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import timedelta

from lxml import etree

from dagster_project.collecting.feeds import (
    Entry,
    canonical,
    entry_page,
    path_matches,
    read_feed,
    read_sitemap,
)
from dagster_project.collecting.journal import Journal
from dagster_project.collecting.records import (
    Record,
    RecordError,
    SourceError,
    Validators,
    without_password,
)
from dagster_project.collecting.sources import FeedSource, PageSource, SitemapSource
from dagster_project.collecting.web import Fetched, FetchError, Web
from dagster_project.reading.encodings import decode
from dagster_project.reading.html import declared_encoding, read_page
from dagster_project.reading.rejections import RejectedError

# A page that was read is asked again for corrections, which mostly come within days.
_ASK_AGAIN = timedelta(hours=24)
_STOP_ASKING = timedelta(days=14)
_SITEMAPS = 50

_SUFFIXES = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "text/plain": ".txt",
    "application/pdf": ".pdf",
}
# News has such words and numbers, too: "500 refugees return", "aid workers: access denied to camp".
_STATUS = r"\b(?:40[34]|50\d)\b"
_SAYS_ERROR = re.compile(
    rf"\b(?:error|http|status|code|ошибка)\W{{0,3}}{_STATUS}"
    rf"|{_STATUS}\W{{1,3}}(?:not found|forbidden|error|internal server|bad gateway|gateway time|"
    r"service (?:temporarily )?unavailable)"
    rf"|(?:^|[|–—-])\W*{_STATUS}\W*$"
    r"|^(?:not found|forbidden|access (?:is )?denied|доступ запрещ[её]н)\W*(?:$|[|–—-] )"
    r"|^(?:just a moment|are you a robot)\b"
    r"|\b(?:page|article|content)\b.{0,60}\b(?:not (?:be )?found|no longer available)\b"
    r"|\b(?:page|site|service|server)\b.{0,40}\b(?:temporarily unavailable|under maintenance)\b"
    r"|\bстраница\b.{0,40}\bне найдена\b",
    re.IGNORECASE | re.MULTILINE,
)
_ERROR_CHARACTERS = 600
_HEAD_CHARACTERS = 120


def read_web_source(
    source: FeedSource | PageSource | SitemapSource, web: Web, journal: Journal
) -> Iterator[Record | RecordError]:
    """Ask a source for what is new or changed.

    Args:
        source: Which.
        web: To ask with.
        journal: What was asked before.

    Yields:
        A document, or why one cannot be had. What did not change is not yielded.

    Raises:
        SourceError: The source as a whole cannot be had.
    """
    listings = _Listings(source.name, web, journal)
    if isinstance(source, FeedSource) and source.text == "entry":
        for entry in listings.feed(str(source.url)):
            try:
                content = entry_page(entry) if entry.text.strip() else None
            except (ValueError, etree.ParserError) as error:
                yield RecordError(f"{entry.url}: {error}")
                continue
            if content is None:
                yield RecordError(f"{entry.url}: the feed holds no text of it")
            else:
                yield _record(entry, content, ".html")
    else:
        may_pass = False
        again = [] if isinstance(source, PageSource) else _again(source.name, journal)
        for entry in _new(source, listings, journal):
            for found in _page(source.name, entry, web, journal):
                may_pass = may_pass or (isinstance(found, RecordError) and found.may_pass)
                yield found
        if listings.unread:
            said = f"lists {listings.unread} sitemaps beyond the {_SITEMAPS} that are read"
            yield RecordError(f"{source.url}: {said}: make sources of them")
        for entry in again:
            yield from _page(source.name, entry, web, journal)
        if may_pass:
            return
    # Only now: a collection that was cut short has to see the same listing again, as has one in
    # which a page failed for the moment that no later listing may name.
    listings.done()


def _again(source: str, journal: Journal) -> list[Entry]:
    """What it is time to ask again."""
    return [Entry(url) for url in journal.to_ask_again(source, _ASK_AGAIN, _STOP_ASKING)]


def _new(
    source: FeedSource | PageSource | SitemapSource, listings: _Listings, journal: Journal
) -> Iterator[Entry]:
    """What has not been asked yet."""
    if isinstance(source, PageSource):
        yield from (Entry(str(url)) for url in source.urls)
        return
    if isinstance(source, FeedSource):
        entries: Iterable[Entry] = listings.feed(str(source.url))
    else:
        pages = listings.sitemap(str(source.url))
        entries = (Entry(page) for page in pages if path_matches(page, source.include))
    for entry in entries:
        if not journal.listed(source.name, entry.url):
            yield entry


class _Listings:
    """The feeds and sitemaps of one collection, which say what pages there are.

    Attributes:
        unread: Sitemaps that were listed beyond the most that are read.
    """

    def __init__(self, source: str, web: Web, journal: Journal) -> None:
        self._source = source
        self._web = web
        self._journal = journal
        self._read: dict[str, Validators] = {}
        self.unread = 0

    def feed(self, url: str) -> list[Entry]:
        fetched = self._fetch(url)
        if fetched.content is None:
            return []
        self._read[url] = fetched.validators
        return read_feed(fetched.content, fetched.url)

    def sitemap(self, url: str) -> Iterator[str]:
        waiting = [url]
        for number in range(_SITEMAPS):
            if number == len(waiting):
                return
            fetched = self._fetch(waiting[number])
            if fetched.content is not None:
                pages, further = read_sitemap(fetched.content, fetched.url)
                # One that lists sitemaps may stay as it is when these change: it is read each time.
                self._read[waiting[number]] = Validators() if further else fetched.validators
                waiting += [one for one in further if one not in waiting]
                yield from map(canonical, pages)
        self.unread = len(waiting) - _SITEMAPS

    def done(self) -> None:
        """Remember that these listings were worked through."""
        for url, validators in self._read.items():
            self._journal.asked(self._source, url, validators, is_listing=True)

    def _fetch(self, url: str) -> Fetched:
        known = self._journal.validators(self._source, url)
        try:
            return self._web.fetch(url, known)
        except FetchError as error:
            raise SourceError(str(error)) from error


def _page(source: str, entry: Entry, web: Web, journal: Journal) -> Iterator[Record | RecordError]:
    try:
        fetched = web.fetch(entry.url, journal.validators(source, entry.url))
        if fetched.content is not None:
            suffix = _SUFFIXES.get(fetched.media_type)
            if suffix is None:
                raise FetchError(f"{entry.url}: {fetched.media_type or 'no type'} is not read")
            content = fetched.content
            if suffix == ".html":
                content = _as_declared(content, fetched.charset)
                _refuse_error_page(entry.url, content)
            yield _record(entry, content, suffix)
    except FetchError as error:
        if not error.may_pass:
            journal.refused(source, entry.url)
        yield RecordError(str(error), may_pass=error.may_pass)
        return
    # After the yield: what the store could not write is asked for again.
    journal.asked(source, entry.url, fetched.validators)


def _record(entry: Entry, content: bytes, suffix: str) -> Record:
    return Record(
        identity=entry.url,
        content=content,
        suffix=suffix,
        source_url=without_password(entry.url),
        published_date=entry.published_date,
    )


def _as_declared(content: bytes, charset: str | None) -> bytes:
    """A page in UTF-8 where only the server knew its encoding; any other as it is."""
    if charset is None or declared_encoding(content) is not None:
        return content
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        try:
            return content.decode(charset).encode("utf-8")
        except (UnicodeDecodeError, LookupError):
            return content
    return content


def _refuse_error_page(url: str, content: bytes) -> None:
    """Some servers say 200 and mean that there is no such page."""
    try:
        page = read_page(decode(content)[0])
    except RejectedError as rejected:
        raise FetchError(f"{url}: {rejected.detail}") from rejected
    head = f"{page.title or ''}\n{page.text[:_HEAD_CHARACTERS]}"
    if len(page.text) < _ERROR_CHARACTERS and _SAYS_ERROR.search(head):
        raise FetchError(f"{url}: an error page with status 200")
