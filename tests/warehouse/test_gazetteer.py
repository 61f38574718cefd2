"""A user's gazetteers extend the dictionary: one row a place, the dictionary's own rows first."""

from pathlib import Path

import pytest

from tests.rules.compiled import Compiled
from tests.rules.small_warehouse import Dictionaries, Sample, build, rows

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("gazetteer")]

FIXTURE = Path(__file__).resolve().parents[1] / "reading" / "gazetteer"
SAMPLES = (
    Sample("idlib", "Shells fell near Tell Zeitouneh in Idlib province.", "article"),
    Sample("aleppo", "Shells fell near Tell Zeitouneh in Aleppo province.", "article"),
    Sample("renamed", "Shells fell on the village of Olive Hill Village.", "article"),
    Sample("russian", "Обстрел населенного пункта Телль-Зейтуна в провинции Идлиб.", "article"),
    Sample("coded", "Families came to Deir Lamun from Lower Olives district.", "article"),
    Sample("curated", "Families came to Eskiazaz and to Azaz.", "article"),
    Sample("person", "Nasim said that the road was closed.", "article"),
    Sample("village", "The road to the village of Nasim was closed.", "article"),
)


@pytest.fixture(scope="module")
def places(
    tmp_path_factory: pytest.TempPathFactory, dictionaries: Dictionaries, compiled: Compiled
) -> dict[str, list[tuple[str, str | None]]]:
    """The places of each sample with their parents, in the order of the text."""
    folder = tmp_path_factory.mktemp("gazetteer")
    wanted = ["bridge_document_location", "dim_location", "mart_place_readings"]
    database = build(folder, SAMPLES, wanted, dictionaries, compiled, gazetteer=FIXTURE)
    found = rows(
        database,
        "select parse_filename(d.source_path, true), location_id, parent_location_id"
        " from marts.bridge_document_location as b"
        " inner join marts.dim_location using (location_id)"
        " inner join staging.stg_documents as d using (document_id) order by 1, b.char_start",
    )
    by_sample: dict[str, list[tuple[str, str | None]]] = {}
    for sample, location, parent in found:
        by_sample.setdefault(sample, []).append((location, parent))
    by_sample["dictionary"] = rows(
        database,
        "select location_id, pcode from marts.dim_location where location_name like 'A_zaz%'"
        " or location_name = 'Azaz' order by 1",
    )
    by_sample["unit"] = rows(
        database,
        "select location_name, parent_location_id from marts.dim_location where pcode = 'SY0799'",
    )
    by_sample["runner up"] = rows(
        database,
        "select place_text, location_id from marts.mart_place_readings"
        " where reading_rank = 2 and starts_with(location_id, 'g-900')"
        " order by document_id = (select document_id from staging.stg_documents"
        " where source_path like '%idlib.txt') desc limit 1",
    )
    return by_sample


def test_a_shared_name_is_settled_by_the_governorate_and_its_runner_up_kept(places) -> None:
    assert places["idlib"][0] == ("g-9000001", "SY0799")
    assert places["aleppo"][0] == ("g-9000002", "SY02")
    assert places["runner up"] == [("Tell Zeitouneh", "g-9000002")]


def test_alternate_names_find_the_place_in_both_alphabets(places) -> None:
    assert places["renamed"][0][0] == "g-9000001"
    assert places["russian"][0][0] == "g-9000001"


def test_p_codes_give_villages_and_districts_their_parents(places) -> None:
    assert places["coded"] == [("C9902", "SY0799"), ("SY0799", "SY07")]
    assert places["unit"] == [("Lower Olives District", "SY07")]


def test_the_dictionary_gains_names_and_codes_but_no_second_row(places) -> None:
    assert [location for location, _ in places["curated"]] == ["sy-azaz"]
    assert ("sy-azaz", "C9903") in places["dictionary"]
    assert not [location for location, _ in places["dictionary"] if location.startswith("g-")]


def test_a_village_named_like_a_man_needs_the_words_of_a_place(places) -> None:
    assert "person" not in places
    assert places["village"][0][0] == "g-9000006"
