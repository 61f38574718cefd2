"""Quantities are read as `readings.py`, `notations.py` and `russian_readings.py` say."""

from collections import defaultdict
from pathlib import Path

import pytest

from tests.rules.notations import NOTATIONS
from tests.rules.quantities import Quantity, Reading
from tests.rules.readings import READINGS
from tests.rules.russian_readings import RUSSIAN_QUANTITIES
from tests.rules.small_warehouse import rows

ALL = (*READINGS, *NOTATIONS, *RUSSIAN_QUANTITIES)

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("rules")]


@pytest.fixture(scope="module")
def quantities(small_warehouse: Path) -> dict[str, list[Quantity]]:
    """The quantities of each sample, in the order of the text, those of its title left out."""
    found = rows(
        small_warehouse,
        "select parse_filename(documents.source_path, true), value, value_low, value_high,"
        " qualifier, unit, currency"
        " from intermediate.int_number_mentions as mentions"
        " inner join intermediate.int_sentences as sentences using (sentence_id)"
        " inner join staging.stg_documents as documents"
        " on mentions.document_id = documents.document_id"
        " where sentences.line_number > 1"
        " order by documents.source_path, mentions.char_start",
    )
    by_sample = defaultdict(list)
    for sample, value, low, high, qualifier, unit, currency in found:
        by_sample[sample].append(
            Quantity(
                *(None if number is None else round(number, 6) for number in (value, low, high)),
                qualifier,
                unit,
                currency,
            )
        )
    return by_sample


@pytest.mark.parametrize("reading", ALL, ids=[reading.name for reading in ALL])
def test_quantity(reading: Reading, quantities: dict[str, list[Quantity]]) -> None:
    assert quantities[f"reading.{reading.name}"] == list(reading.quantities), reading.text
