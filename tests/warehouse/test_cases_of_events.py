"""Which invented tellings are one event, case by case, through the real SQL."""

from dataclasses import replace
from datetime import date

import pytest

from tests.warehouse.occurrences import (
    ACTORS,
    SITES,
    STORY,
    WORDS,
    Linker,
    Telling,
    Tellings,
    is_one,
    told_on,
)

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("warehouse")]


@pytest.mark.parametrize("keys", ["mza", "maz", "zma", "zam", "amz", "azm"])
def test_of_another_document_the_likest_alone_is_linked(linker: Linker, keys: str) -> None:
    own, alike, less_alike = keys
    telling = told_on(7, own, "agency", "ankara", "moscow")
    other = replace(telling, key=alike, document="paper")
    less = replace(other, key=less_alike, words=WORDS[4:8])
    links = linker.rows(Tellings([telling, other, less]))["int_event_links"]
    assert [{event, met} for event, met, *_ in links] == [{own, alike}]


def test_what_is_still_planned_has_not_happened_before(linker: Linker) -> None:
    undated = {"first_day": None, "last_day": None}
    held = told_on(8, "held", "agency", "ankara", "moscow")
    meeting = replace(held, key="met", document="paper", **undated)
    for day, is_same in ((2, True), (4, True), (10, False)):
        plan = replace(held, key="plan", document="digest", modality="planned", **undated)
        plan = replace(plan, published=date(2020, 1, day))
        assert is_one(linker.occurrences([plan, meeting])) == is_same
        assert is_one(linker.occurrences([plan, held])) == is_same


def test_a_vague_telling_does_not_join_two_meetings(linker: Linker) -> None:
    in_idlib = replace(told_on(6, "in-idlib", "one", *ACTORS[:2]), words=WORDS)
    month = {"first_day": date(2020, 1, 1), "last_day": date(2020, 1, 31)}
    vague = replace(in_idlib, key="vague", document="two", site=None, **month)
    in_aleppo = replace(in_idlib, key="in-aleppo", document="three", site=SITES[4])
    found = linker.occurrences([in_idlib, vague, in_aleppo])
    assert found["in-idlib"] != found["in-aleppo"]
    assert found["vague"] in (found["in-idlib"], found["in-aleppo"])


def test_three_tellings_of_weeks_that_share_no_day_are_not_one_event(linker: Linker) -> None:
    def told_of(published: int, key: str, first: int, last: int) -> Telling:
        telling = told_on(published, key, key, "ankara", "moscow")
        return replace(telling, first_day=date(2020, 1, first), last_day=date(2020, 1, last))

    between = told_of(20, "agency", 7, 13)
    earlier, later = told_of(21, "digest", 2, 8), told_of(21, "paper", 12, 18)
    assert is_one(linker.occurrences([between, later]))
    assert is_one(linker.occurrences([between, earlier]))
    assert not is_one(linker.occurrences([between, earlier, later]))


def test_ministers_sign_on_the_day_that_presidents_agree(linker: Linker) -> None:
    presidents = replace(
        told_on(6, "presidents", "one", *ACTORS[:2]),
        event_type="AGREE",
        people=("erdogan", "putin"),
        words=WORDS,
    )
    ministers = replace(presidents, key="ministers", document="two", people=("akar", "shoigu"))
    states = replace(presidents, key="states", document="three", people=())
    assert not is_one(linker.occurrences([presidents, ministers]))
    assert is_one(linker.occurrences([presidents, states]))
    found = linker.occurrences([presidents, ministers, states])
    assert found["presidents"] != found["ministers"]
    assert found["states"] in (found["presidents"], found["ministers"])


def test_two_states_agree_once_a_day_wherever_it_is_told(linker: Linker) -> None:
    agency = replace(
        told_on(6, "told-by-agency", "agency", "ankara", "moscow"),
        event_type="AGREE",
        states=("state RUS", "state TUR"),
    )
    paper = replace(agency, key="told-by-paper", document="paper", site="Aleppo/Manbij")
    undated = replace(paper, first_day=None, last_day=None)
    assert is_one(linker.occurrences([agency, paper]))
    assert not is_one(linker.occurrences([agency, undated]))


def test_one_man_calls_for_two_things_on_a_day(linker: Linker) -> None:
    call = replace(told_on(6, "call", "agency", "moscow"), event_type="REQUEST", site=None)
    other = replace(call, key="other-call", document="paper", words=WORDS[4:8])
    assert not is_one(linker.occurrences([call, other], STORY))
    assert is_one(linker.occurrences([call, replace(other, words=call.words)], STORY))


def test_a_landmark_is_one_event_however_it_is_told_and_two_are_two(linker: Linker) -> None:
    fall = replace(told_on(6, "fall", "agency", "ankara"), event_type="ASSAULT", landmark="fall")
    year = replace(
        fall,
        key="year",
        document="yearbook",
        published=date(2024, 1, 1),
        first_day=date(2020, 1, 1),
        last_day=date(2020, 12, 31),
        site="Aleppo/Manbij",
        actors=("doha",),
        words=WORDS[5:8],
    )
    assert is_one(linker.occurrences([fall, year]))
    alike = replace(fall, key="alike", document="yearbook")
    assert is_one(linker.occurrences([fall, alike]))
    assert not is_one(linker.occurrences([fall, replace(alike, landmark="rise")], STORY))
    assert not is_one(linker.occurrences([fall, replace(year, landmark=None)]))
    assert linker.rows(Tellings([fall, year]), Tellings([fall])) == linker.rows(
        Tellings([fall, year])
    )


def test_the_sixteenth_of_a_series_is_not_the_seventeenth(linker: Linker) -> None:
    patrol = replace(told_on(6, "patrol", "agency", *ACTORS[:2]), ordinals=("16",))
    other = replace(patrol, key="other", document="paper")
    assert is_one(linker.occurrences([patrol, other]))
    assert is_one(linker.occurrences([patrol, replace(other, ordinals=())]))
    next_one = replace(other, ordinals=("17",))
    assert not is_one(linker.occurrences([patrol, next_one]))
    uncounted = replace(other, key="uncounted", document="digest")
    found = linker.occurrences([patrol, next_one, uncounted])
    assert found["patrol"] != found["other"]


def test_the_arrests_of_a_town_are_not_the_killings_of_that_day(linker: Linker) -> None:
    words = ("gunme", "kille", "five", "teach")
    killing = replace(told_on(7, "killing", "agency"), event_type="ASSAULT", words=words)
    other = replace(killing, key="other", document="paper")
    arrest = replace(other, event_type="MOBILIZE", words=("polic", "detai", "suspe"))
    assert is_one(linker.occurrences([killing, other], STORY))
    assert not is_one(linker.occurrences([killing, arrest], STORY))
    assert is_one(linker.occurrences([killing, replace(arrest, words=words)], STORY))


def test_the_dead_of_a_bomb_are_not_those_of_the_shells_of_that_day(linker: Linker) -> None:
    words = ("shell", "kille", "five", "fight")
    shells = replace(told_on(7, "shells", "agency"), event_type="ASSAULT", words=words)
    shells = replace(shells, tolls=("5",))
    later = replace(shells, key="later", document="paper", tolls=("9",))
    bomb = replace(later, words=("bomb", "kille", "nine", "guard"))
    assert is_one(linker.occurrences([shells, later], STORY))
    assert not is_one(linker.occurrences([shells, bomb], STORY))
    assert is_one(linker.occurrences([shells, replace(bomb, tolls=("5",))], STORY))


def test_a_figure_tells_which_deal_of_a_month_is_meant(linker: Linker) -> None:
    deal = replace(
        told_on(6, "deal", "agency", "doha"),
        event_type="AGREE",
        site=None,
        words=WORDS[:8],
        figures=("7 bn",),
    )
    month = replace(
        deal,
        key="month",
        document="yearbook",
        published=date(2020, 3, 1),
        first_day=date(2020, 1, 1),
        last_day=date(2020, 1, 31),
        words=(*WORDS[:4], *WORDS[8:]),
    )
    assert is_one(linker.occurrences([deal, month]))
    assert not is_one(linker.occurrences([deal, replace(month, figures=())]))
    same_words = replace(month, words=deal.words)
    assert is_one(linker.occurrences([deal, replace(same_words, figures=())]))
    assert not is_one(
        linker.occurrences([deal, replace(same_words, words=WORDS[:6], figures=("2 bn",))])
    )
