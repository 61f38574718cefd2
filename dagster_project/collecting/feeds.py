"""Feeds and sitemaps: bytes to the addresses and entries that they list.

Belongs here: their formats. Does not belong here: fetching (`web`), what is done with an address.
"""

from __future__ import annotations

import calendar
import fnmatch
import time
from dataclasses import dataclass
from datetime import UTC, date, datetime
from urllib.parse import urldefrag, urljoin, urlsplit

import feedparser
from courlan import clean_url
from lxml import etree, html

from dagster_project.collecting.records import SourceError, believable, storable

_PARSER = {"resolve_entities": False, "no_network": True, "huge_tree": False}


@dataclass(frozen=True)
class Entry:
    """An entry of a feed, or a page of a sitemap.

    Attributes:
        url: Canonical: without tracking parameters and fragment.
        title: As the feed states it; '' where it does not.
        published_date: As the feed states it, unless that lies in the future.
        text: What the feed holds of the document, as HTML.
    """

    url: str
    title: str = ""
    published_date: date | None = None
    text: str = ""


def canonical(url: str) -> str:
    """An address without what differs between two links to one page."""
    whole = urldefrag(url).url
    return clean_url(whole) or whole


def _joined(base: str, link: str) -> str | None:
    """A link's whole address, None where it is none."""
    try:
        return storable(urljoin(base, link))
    except ValueError:
        return None


def read_feed(content: bytes, url: str) -> list[Entry]:
    """Read an RSS or Atom feed.

    Args:
        content: The feed.
        url: Where it lay; relative links are relative to it.

    Returns:
        Its entries, each address once.

    Raises:
        SourceError: It is no feed.
    """
    parsed = feedparser.parse(content, response_headers={"content-location": url})
    if not parsed.version:
        raise SourceError(f"{url}: is no RSS or Atom feed")
    entries: dict[str, Entry] = {}
    for item in parsed.entries:
        link = item.get("link")
        address = _joined(url, link) if link else None
        if address is None:
            continue
        address = canonical(address)
        bodies = [part.get("value", "") for part in item.get("content", [])]
        text = max([*bodies, item.get("summary", "")], key=len)
        day = _day_of(item.get("published_parsed") or item.get("updated_parsed"))
        entries.setdefault(address, Entry(address, item.get("title", ""), day, text))
    return list(entries.values())


def _day_of(moment: time.struct_time | None) -> date | None:
    """The day of a moment in UTC, None where none is stated or none can be meant."""
    if moment is None:
        return None
    try:
        return believable(datetime.fromtimestamp(calendar.timegm(moment), UTC).date())
    except (ValueError, OverflowError):  # a year that no calendar has, as that of 0000-00-00
        return None


def entry_page(entry: Entry) -> bytes:
    """A page that holds what a feed says of a document, for the feed that holds the whole text."""
    body = html.fromstring(f"<div>{entry.text}</div>")
    page = etree.Element("html")
    head = etree.SubElement(page, "head")
    etree.SubElement(head, "meta", charset="utf-8")
    etree.SubElement(head, "title").text = entry.title
    article = etree.SubElement(etree.SubElement(page, "body"), "article")
    etree.SubElement(article, "h1").text = entry.title
    article.append(body)
    return bytes(html.tostring(page, encoding="utf-8", doctype="<!doctype html>"))


def read_sitemap(content: bytes, url: str) -> tuple[list[str], list[str]]:
    """Read a sitemap.

    Args:
        content: The sitemap.
        url: Where it lay.

    Returns:
        The pages that it lists, and the sitemaps.

    Raises:
        SourceError: It is no sitemap.
    """
    try:
        root = etree.fromstring(content, etree.XMLParser(**_PARSER))
    except etree.XMLSyntaxError as error:
        raise SourceError(f"{url}: is no sitemap ({error})") from error
    kind = etree.QName(root).localname
    if kind not in {"urlset", "sitemapindex"}:
        raise SourceError(f"{url}: is no sitemap, its root is {kind}")
    found = (_joined(url, text.strip()) for text in root.xpath("//*[local-name()='loc']/text()"))
    addresses = list(dict.fromkeys(address for address in found if address is not None))
    return (addresses, []) if kind == "urlset" else ([], addresses)


def path_matches(url: str, patterns: tuple[str, ...]) -> bool:
    """Whether the path of an address matches one of some shell patterns."""
    path = urlsplit(url).path or "/"
    return any(fnmatch.fnmatchcase(path, pattern) for pattern in patterns)
