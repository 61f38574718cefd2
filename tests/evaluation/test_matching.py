"""The evaluation itself: what is a hit, a miss, a false alarm, and what counts neither way."""

from copy import deepcopy
from dataclasses import replace
from datetime import date

import pytest

from tests.evaluation.listing import LISTINGS, list_misses
from tests.evaluation.made_up import (
    HAMA,
    event,
    field_of,
    gold_document,
    gold_event,
    gold_observation,
    gold_place,
    observation,
    scored,
    wrong_fields,
)
from tests.evaluation.report import document_table, full_report, of_split, titled
from tests.evaluation.scoring import (
    figures,
    figures_by_slice,
    occurrence_pairs,
    score_document,
    score_documents,
)
from tests.evaluation.warehouse import Document


def test_a_perfect_copy_scores_one(copy: Document) -> None:
    found = scored(gold_document(), copy)
    kinds = ("observations", "events", "places", "actors")
    assert {found[f"{kind}.f1"] for kind in kinds} == {1.0}
    assert wrong_fields(gold_document(), copy) == []
    assert found["events.actor_roles_f1"] == 1.0
    assert found["places.within_tolerance"] == 1.0


def test_a_missing_row_lowers_recall_alone(copy: Document) -> None:
    copy.observations.pop()
    found = scored(gold_document(), copy)
    assert (found["observations.recall"], found["observations.precision"]) == (0.5, 1.0)


def test_an_extra_row_lowers_precision_alone(copy: Document) -> None:
    copy.observations.append(observation(1, "1 in Homs"))
    found = scored(gold_document(), copy)
    assert found["observations.recall"] == 1.0
    assert found["observations.precision"] == pytest.approx(2 / 3)
    assert found["observations.precision_named"] == pytest.approx(2 / 3)


def test_an_extra_other_row_spares_the_named_precision(copy: Document) -> None:
    copy.observations.append(observation(1, "1 in Homs", measure="other"))
    found = scored(gold_document(), copy)
    assert found["observations.precision"] == pytest.approx(2 / 3)
    assert found["observations.precision_named"] == 1.0


def test_a_document_that_is_not_there_is_all_misses() -> None:
    found = figures(score_documents([gold_document()], {}))
    assert found["observations.recall"] == 0.0
    assert found["observations.precision"] is None
    assert found["documents.present"] == 0.0


@pytest.mark.parametrize("with_row", [True, False])
@pytest.mark.parametrize("neutral", [{"optional": True}, {"restates": 0}])
def test_optional_and_restating_rows_count_neither_way(
    copy: Document, neutral: dict, with_row: bool
) -> None:
    rows = [
        gold_observation(is_stated_total=True),
        gold_observation(value=7, quote="About 7 breaches", **neutral),
    ]
    copy.observations.pop()
    if with_row:
        copy.observations.append(observation(7, "About 7 breaches"))
    found = scored(gold_document(observations=rows), copy)
    assert (found["observations.recall"], found["observations.precision"]) == (1.0, 1.0)
    assert found["observations.n"] == 1


def test_a_required_label_is_served_before_the_one_that_repeats_it(copy: Document) -> None:
    rows = [
        gold_observation(),
        gold_observation(quote="About 7 breaches", restates=0),
    ]
    copy.observations = [observation(7, "About 7 breaches")]
    assert scored(gold_document(observations=rows), copy)["observations.recall"] == 1.0


def test_an_alternate_measure_or_value_is_a_hit(copy: Document) -> None:
    rows = [gold_observation(measure="people_killed", measure_alt=["ceasefire_violations"])]
    copy.observations.pop()
    assert scored(gold_document(observations=rows), copy)["observations.f1"] == 1.0
    rows = [gold_observation(value=8, note="one agreement; 7 is acceptable")]
    assert scored(gold_document(observations=rows), copy)["observations.f1"] == 1.0


def test_a_damaged_figure_is_matched_by_null_alone(copy: Document) -> None:
    damaged = gold_document(observations=[gold_observation(value=None)])
    copy.observations.pop()
    assert scored(damaged, copy)["observations.f1"] == 0.0
    row = copy.observations[0]
    copy.observations[0] = replace(row, value=None, value_low=None, value_high=None)
    assert scored(damaged, copy)["observations.f1"] == 1.0


def test_numbers_agree_within_a_thousandth(copy: Document) -> None:
    rows = gold_document(observations=[gold_observation(value=7.006)])
    copy.observations.pop()
    assert scored(rows, copy)["observations.f1"] == 1.0
    rows = gold_document(observations=[gold_observation(value=7.01)])
    assert scored(rows, copy)["observations.f1"] == 0.0


def test_among_equal_figures_each_row_goes_to_its_own_place(copy: Document) -> None:
    places = [("Homs", "1 in Homs"), ("Hama", "6 in Hama")]
    rows = [
        gold_observation(value=1, place=name, canonical_place=f"{name} Governorate", quote=quote)
        for name, quote in places
    ]
    homs = replace(HAMA, id="homs", name="Homs Governorate", latitude=34.5, longitude=38.0)
    copy.observations = [
        observation(1, "6 in Hama", location=HAMA),
        observation(1, "1 in Homs", location=replace(homs, admin1_name="Homs")),
    ]
    assert scored(gold_document(observations=rows), copy)["observations.place"] == 1.0


def test_a_missing_total_leaves_its_parts_without_a_right_link(copy: Document) -> None:
    copy.observations[1] = replace(copy.observations[1], total_id=None)
    assert wrong_fields(gold_document(), copy) == ["total_link"]


def test_an_open_bound_must_stay_open(copy: Document) -> None:
    rows = [gold_observation(qualifier="more_than")]
    copy.observations = [replace(copy.observations[0], qualifier="more_than", part_kind=None)]
    assert wrong_fields(gold_document(observations=rows), copy) == ["bounds"]


def test_a_figure_that_did_not_happen_must_not_be_countable(copy: Document) -> None:
    rows = [gold_observation(modality="planned")]
    copy.observations = [replace(copy.observations[0], modality="planned", part_kind=None)]
    assert wrong_fields(gold_document(observations=rows), copy) == ["not_countable"]


def test_an_event_needs_the_type_and_the_sentence(copy: Document) -> None:
    other_type = deepcopy(copy)
    other_type.events = [event(event_type="AGREE")]
    assert scored(gold_document(), other_type)["events.f1"] == 0.0
    alternate = gold_document(events=[gold_event(type_alt=["agree"])])
    assert scored(alternate, other_type)["events.f1"] == 1.0
    elsewhere = event("the headline said", event_date=None, date_precision="unknown")
    copy.events = [elsewhere]
    assert scored(gold_document(), copy)["events.f1"] == 0.0


def test_another_telling_of_the_event_is_a_hit_with_its_date_and_an_actor(copy: Document) -> None:
    copy.events = [event("the headline said")]
    assert scored(gold_document(), copy)["events.f1"] == 1.0
    assert wrong_fields(gold_document(), copy) == ["same_sentence"]


def test_a_wrong_date_is_told_from_a_missing_one(copy: Document) -> None:
    copy.events = [event(event_date=None, date_precision="unknown")]
    assert field_of(score_document(gold_document(), copy), "date").missing
    copy.events = [event(event_date=date(2017, 1, 3))]
    found = scored(gold_document(), copy)
    assert (found["events.date"], found["events.date.wrong"]) == (0.0, 1.0)


def test_null_is_a_right_date_where_the_label_says_so(copy: Document) -> None:
    copy.events = [event(event_date=None, date_precision="unknown")]
    label = gold_document(events=[gold_event(date_alt=[None])])
    assert field_of(score_document(label, copy), "date").right


def test_roles_count_in_one_of_the_actor_figures(copy: Document) -> None:
    copy.events[0].actors[0] = ("Bashar al-Assad", "source")
    found = scored(gold_document(), copy)
    assert (found["events.actors_f1"], found["events.actor_roles_f1"]) == (1.0, 0.5)


def test_a_place_is_known_by_its_position_too(copy: Document) -> None:
    near = replace(HAMA, name="Hamah", location_type="settlement", admin1_name=None)
    label = gold_document(places=[gold_place("Khattab", "Khattab", 35.12, 36.91, 15)])
    copy.locations = [near]
    assert scored(label, copy)["places.f1"] == 1.0
    copy.locations = [replace(near, latitude=36.2)]
    assert scored(label, copy)["places.f1"] == 0.0


def test_tellings_of_one_event_are_found_and_false_merges_counted(copy: Document) -> None:
    first = gold_document(events=[gold_event(occurrence="k")])
    second = gold_document(id="two", events=[gold_event(occurrence="k")])
    third = gold_document(id="three", events=[gold_event(occurrence="another")])
    scores = [score_document(gold, copy) for gold in (first, second)]
    pairs = occurrence_pairs(scores)
    assert (len(pairs.expected), len(pairs.found), len(pairs.false_merges)) == (1, 1, 0)
    pairs = occurrence_pairs([*scores, score_document(third, copy)])
    assert (len(pairs.expected), len(pairs.found), len(pairs.false_merges)) == (1, 1, 2)


def test_a_pair_is_read_when_both_tellings_have_a_row_and_counts_once_for_its_documents(
    copy: Document,
) -> None:
    twice = [gold_event(occurrence="k"), gold_event(occurrence="k", optional=True)]
    first = gold_document(events=twice)
    second = gold_document(id="two", events=[gold_event(occurrence="k")])
    third = gold_document(id="three", events=[gold_event(occurrence="k")])
    silent = replace(copy, events=[])
    apart = replace(copy, events=[replace(copy.events[0], occurrence_id="apart")])
    scores = [
        score_document(first, copy),
        score_document(second, apart),
        score_document(third, silent),
    ]
    found = figures(scores)
    assert (found["same_event.n"], found["same_event.read_n"]) == (5, 1)
    assert (found["same_event.found"], found["same_event.found_of_read"]) == (0, 0)
    assert (found["same_event.documents_n"], found["same_event.documents_read_n"]) == (3, 1)
    found = figures([score_document(document, copy) for document in (first, second)])
    assert (found["same_event.found"], found["same_event.found_of_read"]) == (0.5, 1)
    assert found["same_event.documents_found"] == found["same_event.documents_found_of_read"] == 1
    listed = "\n".join(list_misses(scores, "pairs"))
    assert listed.count("APART k") == 1
    assert listed.count("UNREAD k") == 4


def test_pairs_with_a_held_document_are_in_no_listing_of_the_open_ones(copy: Document) -> None:
    told = {"events": [gold_event(occurrence="k")]}
    halves = {name: gold_document(id=name, half=name, **told) for name in ("open", "held")}
    copy.events[0].occurrence_id = None
    scores = [score_document(gold, copy) for gold in halves.values()]
    assert len(list_misses(scores, "pairs")) == 1
    assert list_misses(of_split(scores, "open"), "pairs") == []


def test_reports_and_listings_print_errors(copy: Document) -> None:
    copy.observations[1] = observation(1, "1 in Homs")
    copy.events = [event(event_type="AGREE")]
    scores = [score_document(gold_document(), copy)]
    printed = full_report(scores, figures_by_slice(scores), "all")
    assert "ceasefire_violations" in printed
    assert "1/1/1" in titled("Documents", document_table(scores))
    listed = {kind: "\n".join(list_misses(scores, kind)) for kind in LISTINGS}
    assert "MISS  one  ceasefire_violations=6" in listed["observations"]
    assert "near: AGREE" in listed["events"]
    assert len(list_misses(scores, "observations", limit=1)) == 2
