"""Whether a document is a bulletin or an article.

The folder decides. Where it does not (a file directly under the raw folder, or in a folder of
another name), the document's own words do: it is a bulletin when one of its first lines names it
so, or when at least two lines are headings that only bulletins have.
"""

from __future__ import annotations

import re
from typing import Literal

Kind = Literal["article", "bulletin"]

_FOLDERS: dict[str, Kind] = {"articles": "article", "bulletins": "bulletin"}

# How a series calls itself, at the start of a short line or after its publisher.
_SELF_NAME = re.compile(
    r"\b(information bulletin|bulletin (of|from|by|no)\b|daily bulletin|"
    r"(news )?briefing (of|by)( the)? [\w ]*centre|situation report|sitrep\b|flash update|"
    r"humanitarian update|situation in north|daily report)"
    r"|\b(информационный бюллетень|бюллетень|сводка|брифинг [\w ]*центра)",
    re.IGNORECASE,
)
_HEADING = re.compile(
    r"(ceasefire observation|observance of (the )?ceasefire( regime)?|"
    r"(provision of )?humanitarian (aid|assistance)( provided)?( to the syrian population)?|"
    r"reconciliation of (opposing|conflicting) (sides|parties)|return of refugees|demining|"
    r"соблюдение режима прекращения (огня|боевых действий)|оказание гуманитарной помощи.*|"
    r"примирение враждующих сторон|возвращение беженцев|разминирование)[:.]?",
    re.IGNORECASE,
)
_LINE = re.compile(r"[^\n]+")
_FIRST_LINES = 4
_TITLE_CHARACTERS = 260


def kind_of(path: str, text: str) -> Kind:
    """Decide the kind of a document.

    Args:
        path: Its path below the raw folder, posix.
        text: Its text as loaded.

    Returns:
        `article` or `bulletin`.
    """
    folder = path.split("/", 1)[0] if "/" in path else ""
    return _FOLDERS[folder] if folder in _FOLDERS else kind_from_text(text)


def is_misplaced(path: str, text: str) -> bool:
    """Whether a document lies among articles and calls itself a bulletin.

    Read as an article it loses the day, the house and the zeros that a bulletin's lines leave out.
    The other way round tells nothing: not every bulletin says what it is.
    """
    return path.startswith("articles/") and kind_from_text(text) == "bulletin"


def kind_from_text(text: str) -> Kind:
    """Decide the kind by what the document says."""
    headings = 0
    # One line at a time: a file may have millions.
    stripped = (match.group().strip() for match in _LINE.finditer(text))
    for number, line in enumerate(line for line in stripped if line):
        headings += bool(_HEADING.fullmatch(line))
        if headings == 2 or _names_the_document(line, number):
            return "bulletin"
    return "article"


def _names_the_document(line: str, number: int) -> bool:
    """Whether one of the first lines, or the start of a later one, is a bulletin's title.

    A line that ends as a sentence does is prose: there a bulletin is only spoken of.
    """
    if len(line) > _TITLE_CHARACTERS or line.endswith((".", "!", "?", "…", ":")):
        return False
    return bool(_SELF_NAME.match(line) or (number < _FIRST_LINES and _SELF_NAME.search(line)))
