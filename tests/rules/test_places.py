"""Places are read as `places.py` says."""

from collections import defaultdict
from pathlib import Path

import pytest

from tests.rules.places import PLACINGS, Placing
from tests.rules.small_warehouse import rows

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("rules")]


@pytest.fixture(scope="module")
def places(small_warehouse: Path) -> dict[str, list[tuple[str, str]]]:
    """The places of each sample, in the order of the text, those of its title left out."""
    found = rows(
        small_warehouse,
        "select parse_filename(documents.source_path, true), mentions.place_text,"
        " coalesce('in ' || told.parent_location_id,"
        " if(told.mention_id is null, mentions.location_id, 'somewhere'))"
        " from intermediate.int_place_mentions as mentions"
        " left join intermediate.int_text_place_mentions as told using (mention_id)"
        " inner join intermediate.int_sentences as sentences"
        " on mentions.sentence_id = sentences.sentence_id"
        " inner join staging.stg_documents as documents"
        " on mentions.document_id = documents.document_id"
        " where sentences.line_number > 1"
        " order by documents.source_path, mentions.char_start",
    )
    by_sample = defaultdict(list)
    for sample, text, place in found:
        by_sample[sample].append((text, place))
    return by_sample


@pytest.mark.parametrize("placing", PLACINGS, ids=[placing.name for placing in PLACINGS])
def test_places(placing: Placing, places: dict[str, list[tuple[str, str]]]) -> None:
    assert places[f"placing.{placing.name}"] == list(placing.places), placing.text
