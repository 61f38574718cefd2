"""Of a page its story is read, and nothing that stands around or within it."""

from collections import defaultdict
from pathlib import Path

import pytest

from tests.rules.pages import PAGES, Page
from tests.rules.small_warehouse import rows

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("rules")]


@pytest.fixture(scope="module")
def read_lines(small_warehouse: Path) -> dict[str, tuple[str, ...]]:
    """The lines of each sample that are no furniture."""
    found: dict[str, list[str]] = defaultdict(list)
    for key, line in rows(
        small_warehouse,
        "select parse_filename(documents.source_path, true), lines.line_text"
        " from intermediate.int_lines as lines"
        " inner join staging.stg_documents as documents using (document_id)"
        " where lines.line_kind <> 'furniture'"
        " order by documents.source_path, lines.line_number",
    ):
        found[key].append(line)
    return {key: tuple(lines) for key, lines in found.items()}


@pytest.mark.parametrize("page", PAGES, ids=[page.name for page in PAGES])
def test_page(page: Page, read_lines: dict[str, tuple[str, ...]]) -> None:
    assert read_lines[f"page.{page.name}"] == page.read
