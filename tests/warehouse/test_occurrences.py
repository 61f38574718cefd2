"""Which invented tellings are one event, drawn by hypothesis, and what a refresh of some changes.

Both through the real SQL; single cases of the rules are in `test_cases_of_events`.
"""

from dataclasses import replace
from datetime import date, timedelta
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.warehouse.occurrences import (
    ACTORS,
    FIRST_DAY,
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


wordings = st.lists(st.sampled_from(WORDS), min_size=1, max_size=6, unique=True).map(tuple)
parties = st.lists(st.sampled_from(ACTORS), min_size=2, max_size=3, unique=True).map(tuple)
days = st.integers(0, 6).map(lambda shift: FIRST_DAY + timedelta(shift))


@st.composite
def paraphrases(draw: st.DrawFn) -> tuple[Telling, Telling]:
    """One event as an agency tells it, and in other words and less exactly a paper."""
    day, place, actors = draw(days), draw(st.sampled_from(SITES[1:3])), draw(parties)
    agency = Telling(
        "told-by-agency", "agency", day, day, day, place, actors, draw(wordings), "CONSULT"
    )
    paper = replace(
        agency,
        key="told-by-paper",
        document="paper",
        published=day + timedelta(draw(st.integers(0, 2))),
        site=draw(st.sampled_from([place, place.split("/")[0], None])),
        words=draw(wordings),
    )
    return agency, paper


@st.composite
def muddles(draw: st.DrawFn) -> list[Telling]:
    """Tellings of a few days, places and actors by a few documents: much is like much."""
    tellings = []
    for number in range(draw(st.integers(2, 14))):
        published = draw(days)
        first = draw(st.sampled_from([published, published - timedelta(1), None]))
        is_month = first is not None and draw(st.booleans())
        if is_month:
            first = first.replace(day=1)
        tellings.append(
            Telling(
                f"telling-{number:02}",
                f"document-{draw(st.integers(0, 4))}",
                published,
                first,
                first + timedelta(30) if is_month else first,
                draw(st.sampled_from([None, *SITES])),
                draw(st.one_of(st.just(()), parties)),
                draw(wordings),
                draw(st.sampled_from(["CONSULT", "AGREE", "COOPERATE", "ASSAULT"])),
                draw(st.sampled_from(["happened", "happened", "denied", "planned"])),
            )
        )
    return tellings


@settings(max_examples=12, deadline=None)
@given(tellings=paraphrases())
def test_a_paraphrase_is_the_same_event(linker: Linker, tellings: tuple[Telling, Telling]) -> None:
    assert is_one(linker.occurrences(tellings))


@pytest.mark.parametrize(
    "change",
    [
        lambda paper: {
            "first_day": paper.first_day + timedelta(1),
            "last_day": paper.last_day + timedelta(1),
        },
        lambda paper: {"site": "Aleppo/Manbij"},
        lambda paper: {"actors": tuple(sorted(set(ACTORS) - set(paper.actors)))},
        lambda paper: {"modality": "called_for"},
        lambda paper: {"event_type": "ASSAULT"},
    ],
    ids=["day", "place", "actors", "mood", "type"],
)
@settings(max_examples=5, deadline=None)
@given(tellings=paraphrases())
def test_another_day_place_actor_or_act_is_another_event(
    linker: Linker, change, tellings: tuple[Telling, Telling]
) -> None:
    agency, paper = tellings
    other = replace(paper, words=agency.words, **change(paper))
    assert not is_one(linker.occurrences([agency, other], STORY))


@settings(max_examples=12, deadline=None)
@given(tellings=muddles(), data=st.data())
def test_no_chain_glues_what_does_not_agree(
    linker: Linker, tellings: list[Telling], data: st.DataObject
) -> None:
    found = linker.occurrences(tellings)
    assert set(found) == {telling.key for telling in tellings}
    for one, other in combinations(tellings, 2):
        if found[one.key] != found[other.key]:
            continue
        assert one.document != other.document or one.modality != other.modality
        if one.first_day and other.first_day:
            assert one.first_day <= other.last_day
            assert other.first_day <= one.last_day
        if one.site and other.site:
            assert one.site.startswith(other.site) or other.site.startswith(one.site)
    shuffled = data.draw(st.permutations(tellings))
    assert linker.occurrences(shuffled) == found


@settings(max_examples=8, deadline=None)
@given(tellings=paraphrases(), words=wordings)
def test_a_later_telling_renames_no_event(
    linker: Linker, tellings: tuple[Telling, Telling], words: tuple[str, ...]
) -> None:
    before = linker.occurrences(tellings)
    later = replace(
        tellings[0],
        key="a-later-telling",
        document="a-later-document",
        published=FIRST_DAY + timedelta(30),
        words=words,
    )
    after = linker.occurrences([*tellings, later])
    assert after == {**before, later.key: before["told-by-agency"]}


@st.composite
def refreshes(draw: st.DrawFn) -> tuple[Tellings, Tellings]:
    """What a warehouse held, and what it holds when documents came, went and were corrected."""
    tellings = draw(muddles())
    documents = sorted({telling.document for telling in tellings})
    before, after = [], []
    for document in documents:
        own = [telling for telling in tellings if telling.document == document]
        before += draw(st.sampled_from([own, own, own, []]))
        shift = timedelta(draw(st.sampled_from([0, 0, 0, 1])))
        corrected = [
            replace(telling, published=telling.published + shift, words=telling.words[-3:])
            for telling in own
        ]
        after += draw(st.sampled_from([own, own, own, corrected, []]))
    pairs = list(combinations(documents, 2))
    told_as_one = (
        st.lists(st.sampled_from(pairs), unique=True, max_size=2) if pairs else st.just([])
    )
    return Tellings(before, draw(told_as_one)), Tellings(after, draw(told_as_one))


@settings(max_examples=12, deadline=None)
@given(refresh=refreshes())
def test_what_a_refresh_touches_is_all_that_changes(
    linker: Linker, refresh: tuple[Tellings, Tellings]
) -> None:
    before, after = refresh
    assert linker.rows(after, before) == linker.rows(after)


def test_an_event_falls_in_two_when_the_telling_between_goes(linker: Linker) -> None:
    between = told_on(7, "between", "paper", "ankara", "moscow", "tehran", "doha")
    one = told_on(8, "one", "agency", "ankara", "moscow")
    other = replace(told_on(9, "other", "digest", "tehran", "doha"), words=WORDS[5:9])
    joined, apart = Tellings([one, between, other]), Tellings([one, other])
    assert is_one(linker.occurrences(joined.tellings))
    assert not is_one(linker.occurrences(apart.tellings))
    assert linker.rows(apart, joined) == linker.rows(apart)
    assert linker.rows(joined, apart) == linker.rows(joined)


def test_an_older_telling_that_comes_late_names_the_event(linker: Linker) -> None:
    later = [told_on(day, f"on-{day}", f"paper-{day}", "ankara", "moscow") for day in (8, 9, 10)]
    first = told_on(7, "first", "agency", "ankara", "moscow")
    known = dict(linker.rows(Tellings(later))["int_event_occurrences"])
    found = dict(linker.rows(Tellings([*later, first]), Tellings(later))["int_event_occurrences"])
    assert is_one(found)
    assert found["on-8"] != known["on-8"]
    assert found == linker.occurrences([*later, first])


def test_a_telling_between_two_in_their_block_keeps_them_apart_until_it_goes(
    linker: Linker,
) -> None:
    # each telling is compared with the next few of a block alone
    crowd = [
        told_on(7, f"told-{number:02}", f"paper-{number:02}", "ankara", "moscow")
        for number in range(12)
    ]
    for few in (crowd[:6], crowd[::2], crowd[3:]):
        assert linker.rows(Tellings(few), Tellings(crowd)) == linker.rows(Tellings(few))
        assert linker.rows(Tellings(crowd), Tellings(few)) == linker.rows(Tellings(crowd))


def test_a_second_visit_in_a_month_parts_tellings_of_documents_that_nobody_touched(
    linker: Linker,
) -> None:
    visit = replace(told_on(20, "visit", "agency", "ankara"), people=("ankara",))
    of_the_month = replace(
        visit,
        key="of-the-month",
        document="yearbook",
        site=SITES[0],
        first_day=date(2020, 1, 1),
        last_day=date(2020, 1, 31),
        words=WORDS[6:],
    )
    second = replace(
        visit,
        key="second",
        document="paper",
        first_day=date(2020, 1, 15),
        last_day=date(2020, 1, 15),
    )
    once, twice = Tellings([visit, of_the_month]), Tellings([visit, of_the_month, second])
    links = [
        [(event, other) for event, other, *_ in linker.rows(told)["int_event_links"]]
        for told in (once, twice)
    ]
    assert ("of-the-month", "visit") in links[0]
    assert ("of-the-month", "visit") not in links[1]
    assert linker.rows(twice, once) == linker.rows(twice)
    assert linker.rows(once, twice) == linker.rows(once)


def test_a_telling_that_is_of_a_landmark_no_more_leaves_the_others_of_its_document(
    linker: Linker,
) -> None:
    fell = replace(told_on(9, "fell", "paper", "ankara"), event_type="ASSAULT", landmark="fall")
    since = replace(told_on(9, "since", "paper", "doha"), event_type="ASSAULT", landmark="fall")
    known, mended = Tellings([fell, since]), Tellings([replace(fell, landmark=None), since])
    assert is_one(linker.occurrences(known.tellings))
    assert not is_one(linker.occurrences(mended.tellings))
    assert linker.rows(mended, known) == linker.rows(mended)
    assert linker.rows(known, mended) == linker.rows(known)
