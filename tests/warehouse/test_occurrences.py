"""Which tellings are one event: invented ones, through the real SQL."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.warehouse.occurrences import Linker, Telling

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("warehouse")]

FIRST_DAY = date(2020, 1, 6)
WORDS = ("talks", "meet", "resid", "borde", "troop", "agree", "deleg", "visit", "offic", "ceasf")
ACTORS = ("ankara", "moscow", "tehran", "doha", "amman")
SITES = ("Idlib", "Idlib/Saraqib", "Idlib/Maarat", "Aleppo", "Aleppo/Manbij")
STORY = [("agency", "paper")]

linker = pytest.fixture(scope="module", name="linker")(
    lambda tmp_path_factory, manifest: Linker.compile(
        tmp_path_factory.mktemp("occurrences"), manifest
    )
)
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


def is_one(found: dict[str, str]) -> bool:
    return len(set(found.values())) == 1


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


def test_a_vague_telling_does_not_join_two_meetings(linker: Linker) -> None:
    in_idlib = Telling(
        "in-idlib", "one", FIRST_DAY, FIRST_DAY, FIRST_DAY, SITES[1], ACTORS[:2], WORDS
    )
    month = (FIRST_DAY.replace(day=1), FIRST_DAY.replace(day=31))
    vague = replace(
        in_idlib, key="vague", document="two", first_day=month[0], last_day=month[1], site=None
    )
    in_aleppo = replace(in_idlib, key="in-aleppo", document="three", site=SITES[4])
    found = linker.occurrences([in_idlib, vague, in_aleppo])
    assert found["in-idlib"] != found["in-aleppo"]
    assert found["vague"] in (found["in-idlib"], found["in-aleppo"])


def test_ministers_sign_on_the_day_that_presidents_agree(linker: Linker) -> None:
    presidents = Telling(
        "presidents", "one", FIRST_DAY, FIRST_DAY, FIRST_DAY, SITES[1], ACTORS[:2], WORDS
    )
    presidents = replace(presidents, event_type="AGREE", people=("erdogan", "putin"))
    ministers = replace(presidents, key="ministers", document="two", people=("akar", "shoigu"))
    states = replace(presidents, key="states", document="three", people=())
    assert not is_one(linker.occurrences([presidents, ministers]))
    assert is_one(linker.occurrences([presidents, states]))


def test_two_states_agree_once_a_day_wherever_it_is_told(linker: Linker) -> None:
    agency = Telling(
        "told-by-agency",
        "agency",
        FIRST_DAY,
        FIRST_DAY,
        FIRST_DAY,
        "Idlib/Saraqib",
        ("ankara", "moscow"),
        WORDS[:4],
        "AGREE",
        states=("state RUS", "state TUR"),
    )
    paper = replace(agency, key="told-by-paper", document="paper", site="Aleppo/Manbij")
    undated = replace(paper, first_day=None, last_day=None)
    assert is_one(linker.occurrences([agency, paper]))
    assert not is_one(linker.occurrences([agency, undated]))


def test_one_man_calls_for_two_things_on_a_day(linker: Linker) -> None:
    call = Telling(
        "call",
        "agency",
        FIRST_DAY,
        FIRST_DAY,
        FIRST_DAY,
        None,
        ("moscow",),
        WORDS[:4],
        "REQUEST",
    )
    other = replace(call, key="other-call", document="paper", words=WORDS[4:8])
    assert not is_one(linker.occurrences([call, other], STORY))
    assert is_one(linker.occurrences([call, replace(other, words=call.words)], STORY))
