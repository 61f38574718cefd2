"""Days are read as `days.py` says."""

from collections import defaultdict
from pathlib import Path

import pytest

from tests.rules.days import DAYS
from tests.rules.samples import days_key
from tests.rules.small_warehouse import rows

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("rules")]

Spans = list[tuple[str, str]]


@pytest.fixture(scope="module")
def spans(small_warehouse: Path) -> dict[str, Spans]:
    """The days of each sample, in the order of the text, those of its title left out."""
    found = rows(
        small_warehouse,
        "select parse_filename(documents.source_path, true),"
        " cast(date_start as varchar), cast(date_end as varchar)"
        " from intermediate.int_date_mentions as mentions"
        " inner join intermediate.int_sentences as sentences using (sentence_id)"
        " inner join staging.stg_documents as documents"
        " on mentions.document_id = documents.document_id"
        " where sentences.line_number > 1"
        " order by documents.source_path, mentions.char_start",
    )
    by_sample = defaultdict(list)
    for sample, first, last in found:
        by_sample[sample].append((first, last))
    return by_sample


@pytest.mark.parametrize("number", range(len(DAYS)), ids=[days.text for days in DAYS])
def test_days(number: int, spans: dict[str, Spans]) -> None:
    assert spans[days_key(number)] == list(DAYS[number].spans)
