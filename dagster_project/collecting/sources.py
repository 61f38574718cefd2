"""The sources file: what to collect, checked before anything is fetched.

Belongs here: the file's form. Does not belong here: what a source holds.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field, HttpUrl, TypeAdapter, ValidationError

FILE_NAME = "sources.yml"

_Name = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60)]
_Url = HttpUrl
_Language = Annotated[str, Field(pattern=r"^[a-z]{2}$")]


class SourcesFileError(ValueError):
    """The sources file cannot be used; the message names the file, the source and the reason."""


class _Source(BaseModel):
    """What every source has.

    Attributes:
        name: Names the source in tables, file paths and the UI.
        documents: The kind of its documents, which is the folder that they are written to.
        outlet: Who publishes them, where they do not say it themselves.
        language: ISO 639-1, where they do not say it themselves.
        limit: Documents that one collection brings at most; the next one goes on.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: _Name
    documents: Literal["articles", "bulletins"] = "articles"
    outlet: str | None = None
    language: _Language | None = None
    limit: Annotated[int, Field(ge=1)] = 500


class FeedSource(_Source):
    """An RSS or Atom feed.

    Attributes:
        url: Where it lies.
        text: `page` fetches the page that an entry links to; `entry` takes what the feed holds.
    """

    kind: Literal["feed"]
    url: _Url
    text: Literal["page", "entry"] = "page"


class PageSource(_Source):
    """Pages that change: each changed version is a document.

    Attributes:
        urls: Where they lie.
    """

    kind: Literal["pages"]
    urls: Annotated[tuple[_Url, ...], Field(min_length=1)]


class SitemapSource(_Source):
    """Pages that a sitemap lists.

    Attributes:
        url: Where it lies; an index of sitemaps is followed.
        include: Shell patterns of which a page's path must match one.
    """

    kind: Literal["sitemap"]
    url: _Url
    include: tuple[str, ...] = ("*",)


class FolderSource(_Source):
    """A folder of documents outside the raw folder.

    Attributes:
        path: The folder, relative to the raw folder where it is not absolute.
        include: Shell patterns of which a file's relative path must match one.
    """

    kind: Literal["folder"]
    path: Path
    include: tuple[str, ...] = ("*",)


class Columns(BaseModel):
    """Which field of a record holds what; None where none does."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    text: str = "text"
    title: str | None = None
    url: str | None = None
    published_date: str | None = None
    outlet: str | None = None
    language: str | None = None


class ArchiveSource(_Source):
    """One file that holds many documents.

    Attributes:
        path: The file, relative to the raw folder where it is not absolute. Its suffix says how it
            is read: .warc, .jsonl and .csv, packed as .gz or not, .ndjson, .parquet, .zip, .tar,
            .tar.gz, .tgz.
        columns: Of JSON Lines, CSV and Parquet.
    """

    kind: Literal["archive"]
    path: Path
    columns: Columns = Columns()
    limit: Annotated[int, Field(ge=1)] = 1_000_000


Source = FeedSource | PageSource | SitemapSource | FolderSource | ArchiveSource
_SOURCES = TypeAdapter(list[Annotated[Source, Field(discriminator="kind")]])
# What pydantic says of these in its own terms.
_SAID = {
    "extra_forbidden": "there is no such key",
    "missing": "is missing",
    "string_pattern_mismatch": "must match {pattern}",
    "union_tag_invalid": "kind must be one of {expected_tags}",
    "union_tag_not_found": "kind is missing",
}


def read_sources(raw_dir: Path) -> list[Source]:
    """Read the sources file of a raw folder.

    Args:
        raw_dir: The raw folder.

    Returns:
        The sources, in the file's order; none where there is no file.

    Raises:
        SourcesFileError: It is no YAML, or a source is not as it must be.
    """
    path = raw_dir / FILE_NAME
    try:
        if not path.exists():
            return []
        content = yaml.safe_load(_text_of(path))
    except OSError as error:
        raise SourcesFileError(f"{path.name}: {error.strerror}") from error
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        raise SourcesFileError(f"{path.name}: {error}") from error
    if content is None:
        return []
    if not isinstance(content, dict) or set(content) != {"sources"}:
        raise SourcesFileError(f"{path.name}: must hold one key, sources")
    entries = content["sources"] or []
    try:
        sources = _SOURCES.validate_python(entries)
    except ValidationError as error:
        raise SourcesFileError(_in_words(path.name, entries, error)) from error
    names = [source.name for source in sources]
    twice = sorted({name for name in names if names.count(name) > 1})
    if twice:
        raise SourcesFileError(f"{path.name}: more than one source is named {', '.join(twice)}")
    return sources


def _text_of(path: Path) -> str:
    if not path.is_file():  # a pipe would be waited for
        raise OSError(None, "is no file")
    return path.read_text(encoding="utf-8")


def _in_words(file_name: str, entries: object, error: ValidationError) -> str:
    lines = [f"{file_name} cannot be used:"]
    for problem in error.errors(include_url=False):
        where = list(problem["loc"])
        if isinstance(entries, list) and where and isinstance(where[0], int):
            entry = entries[where[0]]
            name = entry.get("name") if isinstance(entry, dict) else None
            where[0] = f"source {where[0] + 1}" + (f" ({name})" if name else "")
        said = _SAID.get(problem["type"], problem["msg"]).format(**problem.get("ctx", {}))
        lines.append(f"  {', '.join(map(str, where)) or 'sources'}: {said}")
    return "\n".join(lines)
