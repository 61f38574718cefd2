"""HTML to text: the title, the standfirst and the main paragraphs; what the page says of itself.

The stored text begins with the title as a line of its own, then one paragraph a line, a blank
line between; the day that the page shows below its headline is one where its metadata name none.
Navigation, scripts, adverts, related stories and footers are left out.

A publication date is taken only where the page states it in its metadata. trafilatura's own date
search guesses ("2014-2019" in a footer became 2019-01-01), and a wrong date is worse than none.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from lxml import etree
from lxml import html as lxml_html

from dagster_project.reading.days import is_possible
from dagster_project.reading.rejections import Reason, RejectedError

_BLANKS = re.compile(r"\s+")
_ISO_DATE = re.compile(r"\s*(\d{4}-\d{2}-\d{2})(?!\d)")
_DECLARED = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?\s*([A-Za-z0-9_\-]+)", re.IGNORECASE)
_DATE_PROPERTIES = (
    "article:published_time",
    "og:published_time",
    "datepublished",
    "dc.date.issued",
    "dcterms.issued",
    "dc.date",
    "date",
    "pubdate",
    "publish-date",
    "parsely-pub-date",
    "sailthru.date",
)
# What XML may not hold: written by its number it costs trafilatura the whole text.
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")
_NUMBERED = re.compile(
    r"&#(?:x0*([0-9a-f]{1,6})(?![0-9a-f])|0*([0-9]{1,7})(?![0-9]));?", re.IGNORECASE
)
_STANDFIRST_WORDS = 5
_STAMP_NAMES = re.compile(
    r"(?:^|[-_ ])(?:date|datetime|published|pubdate|posted|time(?:stamp)?)(?:$|[-_ ])"
)
_STAMP = re.compile(r"(?=.*\b(?:19|20)\d\d\b)(?=.*\d\D+\d).{8,60}")
_FURNITURE = re.compile(
    r"nav|menu|foot|related|promo|share|social|comment|cookie|banner|advert|sidebar|newsletter|"
    r"breadcrumb|more|subscribe",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Page:
    """What an HTML page yields.

    Attributes:
        text: Title line and main text; LF line ends.
        title: The headline, if any.
        published_date: As stated in the page's metadata, if at all.
        outlet: The site's name as stated in the page's metadata, if at all.
    """

    text: str
    title: str | None
    published_date: date | None
    outlet: str | None


def declared_encoding(content: bytes) -> str | None:
    """The Windows code page that the page's own head declares, if it is one that is read."""
    match = _DECLARED.search(content[:4096])
    if match is None:
        return None
    name = match.group(1).decode("ascii").lower()
    return {"windows-1251": "cp1251", "cp1251": "cp1251", "windows-1252": "cp1252"}.get(name)


def read_page(markup: str) -> Page:
    """Extract the main text of a page.

    Args:
        markup: The decoded file.

    Returns:
        The page's text and metadata.

    Raises:
        RejectedError: `no_text` where there is no main text, `unreadable` where the page is nested
            deeper than the parser goes.
    """
    # imported where there is a page: most folders hold plain text
    import trafilatura

    markup = _without_control_characters(markup)
    tree = _parse(markup)
    extracted = trafilatura.bare_extraction(
        markup,
        include_comments=False,
        include_tables=True,
        include_links=False,
        favor_recall=True,
        deduplicate=False,
        with_metadata=False,
    )
    body = (extracted.text or "") if extracted is not None else ""
    paragraphs = [_squeeze(line) for line in body.split("\n")]
    paragraphs = [line for line in paragraphs if line]
    if not paragraphs:
        raise RejectedError(Reason.NO_TEXT, "the page has no main text")
    paragraphs = _rows_together(tree, paragraphs)
    title = _title(tree)
    if title is not None:
        paragraphs = [line for line in paragraphs if _squeeze(line.lstrip("# ")) != title]
    standfirst = [
        line for line in _standfirst(tree, paragraphs) if line not in paragraphs and line != title
    ]
    published = _published_date(tree)
    stamp = _stamp(tree, paragraphs) if published is None else None
    above = [line for line in (title, stamp) if line]
    return Page(
        text="\n\n".join([*above, *standfirst, *paragraphs]) + "\n",
        title=title,
        published_date=published,
        outlet=_meta(tree, ("og:site_name", "application-name")),
    )


def _without_control_characters(markup: str) -> str:
    """A blank for each, be it written as it is or by its number."""

    def kept(found: re.Match[str]) -> str:
        code = int(found[1], 16) if found[1] else int(found[2])
        # from 128 to 159 a browser takes a number for that of Windows-1252
        is_control = code in {0x7F, 0xFFFE, 0xFFFF} or (code < 32 and code not in {9, 10, 13})
        return " " if is_control else found[0]

    return _NUMBERED.sub(kept, _CONTROL.sub(" ", markup))


def _parse(markup: str) -> lxml_html.HtmlElement:
    parser = lxml_html.HTMLParser()
    try:
        # An XML declaration with an encoding is refused for a str; its bytes are known by now.
        tree = lxml_html.fromstring(re.sub(r"^\s*<\?xml[^>]*\?>", "", markup), parser=parser)
    except (etree.ParserError, ValueError) as error:
        raise RejectedError(Reason.NO_TEXT, f"no HTML that can be parsed: {error}") from error
    if any(entry.type == etree.ErrorTypes.ERR_RESOURCE_LIMIT for entry in parser.error_log):
        # Without a word the parser drops what lies deeper.
        raise RejectedError(Reason.UNREADABLE, "elements nested deeper than a page is read")
    return tree


def _squeeze(text: str) -> str:
    return _BLANKS.sub(" ", text).strip()


def _rows_together(tree: lxml_html.HtmlElement, paragraphs: list[str]) -> list[str]:
    """The paragraphs, those that are the cells of a table as its rows.

    Of a page with little prose trafilatura takes each cell for a paragraph.
    """
    for table in tree.iter("table"):
        rows = [
            [_squeeze(cell.text_content()) for cell in row.iterchildren("td", "th")]
            for row in table.iter("tr")
        ]
        rows = [row for row in rows if any(row)]
        cells = [cell for row in rows for cell in row if cell]
        if max(map(len, rows), default=0) < 2 or any(True for _ in table.iterdescendants("table")):
            continue
        for start in range(len(paragraphs) - len(cells) + 1):
            if paragraphs[start] == cells[0] and paragraphs[start : start + len(cells)] == cells:
                lines = [_squeeze(f"| {' | '.join(row)} |") for row in rows]
                paragraphs = [*paragraphs[:start], *lines, *paragraphs[start + len(cells) :]]
                break
    return paragraphs


def _title(tree: lxml_html.HtmlElement) -> str | None:
    headlines = [_squeeze(heading.text_content()) for heading in tree.iter("h1")]
    headlines = [headline for headline in headlines if headline]
    # Several h1 mean that one is the site's name; the page's metadata knows the story's.
    if len(headlines) == 1:
        return headlines[0]
    stated = _meta(tree, ("og:title", "twitter:title"))
    if stated:
        return stated
    if headlines:
        return max(headlines, key=len)
    title = tree.find(".//title")
    return _squeeze(title.text_content()) or None if title is not None else None


def _standfirst(tree: lxml_html.HtmlElement, paragraphs: list[str]) -> Iterator[str]:
    """Sub-headings between headline and first paragraph: news sites put the second figure there.

    trafilatura drops them with the rest of the page's head.
    """
    after_headline = False
    for element in tree.iter("h1", "h2", "h3", "p"):
        words = _squeeze(element.text_content())
        if element.tag == "h1":
            after_headline = True
        elif words in paragraphs and element.tag == "p":
            return
        elif (
            after_headline
            and element.tag != "p"
            and len(words.split()) > _STANDFIRST_WORDS
            and not _is_furniture(element)
        ):
            yield words


def _stamp(tree: lxml_html.HtmlElement, paragraphs: list[str]) -> str | None:
    """The day that a reader sees between headline and first paragraph, as it is written there.

    trafilatura drops it with the rest of the page's head; what day it is, is told with the text's.
    """
    after_headline = False
    for element in tree.iter("h1", "p", "time", "span", "div", "li"):
        if element.tag == "h1":
            after_headline = True
            continue
        words = _squeeze(element.text_content())
        if element.tag == "p" and words in paragraphs:
            return None
        names = f"{element.get('class', '')} {element.get('id', '')}".lower()
        if (
            after_headline
            and (element.tag == "time" or _STAMP_NAMES.search(names))
            and _STAMP.fullmatch(words)
            and words not in paragraphs
            and not _is_furniture(element)
        ):
            return words
    return None


def _is_furniture(element: lxml_html.HtmlElement) -> bool:
    for ancestor in (element, *element.iterancestors()):
        if ancestor.tag in {"nav", "aside", "footer"}:
            return True
        names = f"{ancestor.get('class', '')} {ancestor.get('id', '')}"
        if ancestor.tag not in {"body", "html"} and _FURNITURE.search(names):
            return True
    return False


def _meta(tree: lxml_html.HtmlElement, names: tuple[str, ...]) -> str | None:
    values: dict[str, str] = {}
    for meta in tree.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop") or ""
        values.setdefault(name.lower(), _squeeze(meta.get("content") or ""))
    return next((values[name] for name in names if values.get(name)), None)


def _published_date(tree: lxml_html.HtmlElement) -> date | None:
    stated = [_meta(tree, (name,)) for name in _DATE_PROPERTIES]
    stated += list(_json_ld_dates(tree))
    stated += [
        element.get("datetime") or element.get("content")
        for element in tree.iter("time", "span", "meta")
        if element.get("itemprop", "").lower() == "datepublished"
        or element.get("pubdate") is not None
    ]
    # Not trafilatura's guess, but the one stamp that stands in the story's own head.
    stated += [
        element.get("datetime")
        for element in tree.xpath("//article//time[@datetime]")[:1]
        if not _is_furniture(element)
    ]
    for text in stated:
        if text and (match := _ISO_DATE.match(text)):
            try:
                day = date.fromisoformat(match.group(1))
            except ValueError:
                continue
            if is_possible(day):
                return day
    return None


def _json_ld_dates(tree: lxml_html.HtmlElement) -> Iterator[str]:
    for script in tree.iter("script"):
        if script.get("type", "").lower() != "application/ld+json":
            continue
        try:
            data = json.loads(script.text_content())
        except (ValueError, RecursionError):
            continue
        pending = [data]
        while pending:
            item = pending.pop()
            if isinstance(item, list):
                pending.extend(item)
            elif isinstance(item, dict):
                if isinstance(item.get("datePublished"), str):
                    yield item["datePublished"]
                pending.extend(item[key] for key in ("@graph", "mainEntity") if key in item)
