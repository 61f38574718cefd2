"""The page as one file: template, style, script and data put together, and written whole.

Belongs here: what makes it self-contained and safe. Whatever a document says is data: tables go
through the template's escaping, the rest through JSON that no markup can end, and the policy in
the page's head lets the browser run the scripts of this package only and ask no other address.
"""

from __future__ import annotations

import base64
import hashlib
import json
import os
from dataclasses import dataclass
from pathlib import Path

import vl_convert
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from dagster_project.report import wording
from dagster_project.report.charts import charts
from dagster_project.report.content import Content, collect
from dagster_project.sql import open_to_read

_TEMPLATES = Path(__file__).parent / "templates"
_GOVERNORATES = Path(__file__).parent / "map" / "governorates.json"
_SCRIPTS = ("data", "panel", "charts", "rows", "sections", "main")


@dataclass(frozen=True)
class Report:
    """What was written.

    Attributes:
        path: The page.
        size_bytes: Its size.
        sentences: Sentences that it quotes.
        left_out: What the limits kept from it, in words.
    """

    path: Path
    size_bytes: int
    sentences: int
    left_out: tuple[str, ...]


def write_report(published: Path, target: Path, cache: Path) -> Report:
    """Make the page of a published file.

    The page before stays until the new one is whole.

    Args:
        published: The file that analysts read.
        target: The page; replaced.
        cache: Folder that keeps the drawing library, which takes seconds to put together.

    Returns:
        What was written.

    Raises:
        duckdb.Error: The published file is missing a table, or cannot be read.
        OSError: The page cannot be written.
    """
    with open_to_read(published) as connection:
        content = collect(connection)
    page = render(content, library(cache)).encode()
    _replace(target, page)
    sentences = content.data["sentences"]
    left_out = content.tables["left_out"]
    assert isinstance(sentences, list)
    assert isinstance(left_out, list)
    return Report(target, len(page), len(sentences), tuple(left_out))


def _replace(target: Path, content: bytes) -> None:
    """Write a file whole or not at all."""
    target.parent.mkdir(parents=True, exist_ok=True)
    draft = target.with_name(f".{target.name}.draft")
    try:
        draft.write_bytes(content)
        os.replace(draft, target)  # noqa: PTH105  the one that is known to be atomic
    finally:
        draft.unlink(missing_ok=True)


def library(cache: Path) -> str:
    """Vega, Vega-Lite and Vega-Embed as one script, from the package that carries them."""
    kept = cache / f"vega-{vl_convert.__version__}.js"
    if not kept.exists():
        cache.mkdir(parents=True, exist_ok=True)
        _replace(kept, vl_convert.javascript_bundle().encode())
    return kept.read_text(encoding="utf-8")


def render(content: Content, drawing: str) -> str:
    """The page.

    Args:
        content: What it shows.
        drawing: The drawing library's script.
    """
    own = "\n".join(_read(f"{name}.js") for name in _SCRIPTS)
    # One scope for the page's own scripts, and none of their names in the window.
    own = f'"use strict";\n(() => {{\n{own}\n}})();'
    data = content.data | {
        "charts": charts(),
        "governorates": json.loads(_GOVERNORATES.read_text(encoding="utf-8"))["features"],
    }
    environment = Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(
        words=wording.words,
        number=wording.number,
        day=wording.day,
        figure=wording.figure,
        bar=wording.share,
    )
    return environment.get_template("index.html.j2").render(
        **content.tables,
        style=Markup(_read("style.css")),  # noqa: S704  our own file
        data=as_json(data),
        drawing=_script(drawing),
        own=_script(own),
        policy=_policy(drawing, own),
    )


def as_json(data: object) -> Markup:
    """Data as JSON for a script element: no text in it can end the element or begin a comment."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"), default=str)
    for character in "<>&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return Markup(text)  # noqa: S704  escaped above


def _script(text: str) -> Markup:
    if "</script" in text.lower() or "<!--" in text:
        raise ValueError("a script of the page would end its own element")
    return Markup(text)  # noqa: S704  our own file or the library's


def _policy(*scripts: str) -> str:
    """A content security policy: these scripts and no other, no address but the page's own."""
    digests = (base64.b64encode(hashlib.sha256(text.encode()).digest()) for text in scripts)
    allowed = " ".join(f"'sha256-{digest.decode()}'" for digest in digests)
    return (
        f"default-src 'none'; script-src {allowed}; style-src 'unsafe-inline'; img-src data:;"
        " base-uri 'none'; form-action 'none'"
    )


def _read(name: str) -> str:
    return (_TEMPLATES / name).read_text(encoding="utf-8")
