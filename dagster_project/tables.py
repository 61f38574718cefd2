"""Rows as small tables for people: Markdown for Dagster's pages, plain text for the terminal."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal

_WIDEST_CELL = 60
# A sentence is to be read whole where it is the evidence.
_WIDEST_QUOTE = 600
_MARKUP = re.compile(r"([\\|`\[\]<])")
# Control characters, which a terminal obeys, and those that turn the direction of what follows.
_OBEYED = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def shown(text: str) -> str:
    """A text from a document as it may be printed: what a terminal would obey is spelt out."""
    return _OBEYED.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def counted(value: object) -> object:
    """A value as it is; a count as a whole number, whatever its column's type: 14, not 14.0."""
    is_whole = isinstance(value, float) and value.is_integer() and abs(value) < 1e15
    return int(value) if is_whole else value


def _cell(value: object, widest: int | None) -> str:
    if value is None:
        return ""
    text = shown(" ".join(str(counted(value)).split()))
    return text if widest is None or len(text) <= widest else text[: widest - 1] + "…"


def markdown_table(
    columns: Sequence[str], rows: Iterable[Sequence[object]], widest: int = _WIDEST_CELL
) -> str:
    """Rows as a Markdown table; long cells are cut, and a document's words make no link or tag."""
    lines = ["| " + " | ".join(columns) + " |", "|" + " --- |" * len(columns)]
    for row in rows:
        cells = (_MARKUP.sub(r"\\\1", _cell(value, widest)) for value in row)
        lines.append("| " + " | ".join(cells) + " |")
    return "\n".join(lines)


def evidence(columns: Sequence[str], rows: Sequence[Sequence[object]]) -> str:
    """Rows for a check's page: each quote in full, and beside it what else the row says.

    Dagster cuts a table at the width of its dialog, so rows with a `quote` are a list; others are
    a table.
    """
    if "quote" not in columns:
        return markdown_table(columns, rows, widest=_WIDEST_QUOTE)
    lines = []
    for row in rows:
        cells = {
            name: _MARKUP.sub(r"\\\1", _cell(value, _WIDEST_QUOTE))
            for name, value in zip(columns, row, strict=True)
        }
        quote = cells.pop("quote") or "no quote"
        told = [f"{name} {text}" for name, text in cells.items() if text]
        lines.append(" | ".join([f"- “{quote}”", *told]))
    return "\n".join(lines)


def plain_table(
    columns: Sequence[str], rows: Iterable[Sequence[object]], widest: int | None = _WIDEST_CELL
) -> str:
    """Rows as aligned columns; numbers to the right, long cells cut unless `widest` is None."""
    values = [list(row) for row in rows]
    cells = [[_cell(value, widest) for value in row] for row in values]
    widths = [
        max([len(name), *(len(row[index]) for row in cells)]) for index, name in enumerate(columns)
    ]
    numeric = [
        all(isinstance(row[index], int | float | Decimal | None) for row in values) and bool(values)
        for index in range(len(columns))
    ]

    def line(items: Sequence[str]) -> str:
        padded = (
            text.rjust(width) if right else text.ljust(width)
            for text, width, right in zip(items, widths, numeric, strict=True)
        )
        return "  ".join(padded).rstrip()

    ruler = "  ".join("-" * width for width in widths)
    return "\n".join([line(list(columns)), ruler, *map(line, cells)])
