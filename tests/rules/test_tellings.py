"""Figures have the speakers and counters that `tellings.py` says."""

from collections import defaultdict
from pathlib import Path

import pytest

from tests.rules.small_warehouse import rows
from tests.rules.tellings import TELLINGS, Telling, ToldFigure

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("rules")]


@pytest.fixture(scope="module")
def told(small_warehouse: Path) -> dict[str, list[ToldFigure]]:
    """The figures of each sample, in the order of the text."""
    found = rows(
        small_warehouse,
        "select parse_filename(documents.source_path, true), value, attributed_to_actor_id,"
        " reported_by_actor_id, modality"
        " from intermediate.int_observations as observations"
        " inner join staging.stg_documents as documents using (document_id)"
        " order by documents.source_path, observations.figure_start",
    )
    by_sample = defaultdict(list)
    for sample, *columns in found:
        by_sample[sample].append(ToldFigure(*columns))
    return by_sample


@pytest.mark.parametrize("telling", TELLINGS, ids=[telling.name for telling in TELLINGS])
def test_telling(telling: Telling, told: dict[str, list[ToldFigure]]) -> None:
    assert told[f"telling.{telling.name}"] == list(telling.told), telling.text
