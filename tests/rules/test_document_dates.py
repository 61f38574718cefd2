"""Documents are dated as the readings in `samples.DATED` say."""

from datetime import date
from pathlib import Path

import pytest

from tests.rules.datings import Dating
from tests.rules.samples import DATED
from tests.rules.small_warehouse import rows

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("rules")]


@pytest.fixture(scope="module")
def dates(small_warehouse: Path) -> dict[str, tuple[date | None, str]]:
    """Date and basis of each sample."""
    found = rows(
        small_warehouse,
        "select parse_filename(documents.source_path, true), published_date, date_basis"
        " from intermediate.int_document_dates as dates"
        " inner join staging.stg_documents as documents using (document_id)",
    )
    return {key: (day, basis) for key, day, basis in found}


@pytest.mark.parametrize("dating", DATED, ids=[dating.name for dating in DATED])
def test_document_date(dating: Dating, dates: dict[str, tuple[date | None, str]]) -> None:
    assert dates[f"dating.{dating.name}"] == (dating.day, dating.basis), dating.title
