"""The cells of an .xlsx workbook as text, sheet by sheet.

Enough of the format for tables as they are published: strings, numbers, no formulas beyond their
stored values, no styles, so a date is its serial number.
"""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO

from lxml import etree

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_LARGEST_PART = 500_000_000  # bytes of one unpacked sheet: a bomb is larger, a country is not
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_COLUMNS = 16_384  # that a sheet of the format has at most
_REFERENCE = re.compile(r"([A-Z]+)\d+")


_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    etree.XMLSyntaxError,
    EOFError,
    IndexError,
    KeyError,
    OSError,
    RuntimeError,  # a locked part, a packing that is not known
    ValueError,
)


class WorkbookError(Exception):
    """The bytes are no workbook that can be read; the message says why."""


def read_workbook(content: bytes) -> dict[str, list[list[str | None]]]:
    """Read all sheets.

    Args:
        content: The file.

    Returns:
        Rows of cells by sheet name, in the workbook's order. An empty cell is None; rows are as
        long as their last filled cell.

    Raises:
        WorkbookError: No workbook, or a damaged one.
    """
    if content.startswith(_OLD_OFFICE):
        said = "it has a password, or is of the old format .xls: save it as .xlsx without one"
        raise WorkbookError(f"no readable workbook: {said}")
    if not content:
        raise WorkbookError("no readable workbook: the file is empty")
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            if any(part.file_size > _LARGEST_PART for part in archive.infolist()):
                raise WorkbookError("a sheet is too large")
            shared = _shared_strings(archive)
            return {
                name: [_cells(row, shared) for row in _elements(archive, part, "row")]
                for name, part in _sheet_parts(archive)
            }
    except _BROKEN as error:
        raise WorkbookError(f"no readable workbook: {error}") from error


def _sheet_parts(archive: zipfile.ZipFile) -> Iterator[tuple[str, str]]:
    relations = _tree(archive, "xl/_rels/workbook.xml.rels")
    targets = {relation.get("Id"): relation.get("Target", "") for relation in relations}
    for sheet in _tree(archive, "xl/workbook.xml").iter(f"{_MAIN}sheet"):
        target = targets[sheet.get(_RELATION)]
        yield (
            sheet.get("name", ""),
            target.lstrip("/") if target.startswith("/") else f"xl/{target}",
        )


def _shared_strings(archive: zipfile.ZipFile) -> list[str]:
    if "xl/sharedStrings.xml" not in archive.namelist():
        return []
    return [_text(item) for item in _elements(archive, "xl/sharedStrings.xml", "si")]


def _cells(row: etree._Element, shared: list[str]) -> list[str | None]:
    cells: list[str | None] = []
    for cell in row.iter(f"{_MAIN}c"):
        reference = _REFERENCE.match(cell.get("r") or "")
        column = _column_number(reference[1]) if reference else len(cells)
        if column >= _COLUMNS:
            raise WorkbookError(f"cell {cell.get('r')!r} lies beyond the last column of the format")
        cells += [None] * (column - len(cells))
        kind = cell.get("t")
        value = _text(cell) if kind == "inlineStr" else cell.findtext(f"{_MAIN}v")
        if kind == "s" and value is not None:
            value = shared[int(value)]
        cells.append((value or "").strip() or None)
    return cells


def _column_number(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


def _text(element: etree._Element) -> str:
    return "".join(text.text or "" for text in element.iter(f"{_MAIN}t"))


def _elements(archive: zipfile.ZipFile, part: str, name: str) -> Iterator[etree._Element]:
    yield from _tree(archive, part).iter(f"{_MAIN}{name}")


def _tree(archive: zipfile.ZipFile, part: str) -> etree._Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
    return etree.fromstring(archive.read(part), parser)
