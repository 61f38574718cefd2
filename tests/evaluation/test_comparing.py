"""What matching is made of: pairing, names, quotes and the reading of labels."""

from datetime import date

import pytest

from tests.evaluation.assignment import best_pairs
from tests.evaluation.gold import date_answer, load_gold
from tests.evaluation.made_up import TEXT
from tests.evaluation.names import same_name
from tests.evaluation.quotes import DocumentText, overlap


def test_the_best_pairing_is_not_the_greedy_one() -> None:
    assert best_pairs([[5, 4], [4, 0]]) == [(0, 1), (1, 0)]
    assert best_pairs([[0, 3], [0, 2], [1, 0]]) == [(0, 1), (2, 0)]
    assert best_pairs([]) == []


@pytest.mark.parametrize(
    ("label", "ours", "same"),
    [
        ("As-Suwayda Governorate", "Al Suwayda Governorate", True),
        ("Medecins Sans Frontieres", "Médecins Sans Frontières", True),
        ("US Department of Defense", "U.S. Department of Defence", True),
        ("Damascus (city)", "Damascus", True),
        ("Rif Dimashq Governorate", "Damascus Governorate", True),
        ("Aleppo", "Aleppo Governorate", False),
        ("Syria", "Government of Syria", False),
        (None, None, True),
        (None, "Syria", False),
    ],
)
def test_a_name_is_the_same_in_other_spellings_of_it_alone(
    label: str | None, ours: str | None, same: bool
) -> None:
    assert same_name(label, ours) is same


def test_quotes_are_found_across_line_breaks_and_widened_to_sentences() -> None:
    text = DocumentText(TEXT)
    (span,) = text.spans("6 in Hama and 1 in Homs")
    assert TEXT[slice(*span)] == "6 in Hama\nand 1 in Homs"
    (span,) = text.spans("could leave")
    assert TEXT[slice(*text.sentence_around(span))] == "He could leave by U.S. plane."
    assert text.spans("not there") == []
    assert overlap((0, 10), [(5, 9), (20, 30)]) == 1.0


def test_the_date_of_a_label_spans_all_the_days_that_it_says() -> None:
    assert date_answer("2018-02").end == date(2018, 2, 28)
    assert date_answer("2018").precision == "year"
    assert date_answer("2018-08-06", "week").end == date(2018, 8, 12)
    assert date_answer("2013", "year", "2015").end == date(2015, 12, 31)
    assert date_answer(None).start is None


def test_every_label_is_read_and_both_splits_have_all_kinds() -> None:
    gold = load_gold()
    assert {(g.split, g.kind) for g in gold} == {
        (split, kind) for split in ("dev", "held") for kind in ("article", "bulletin")
    }
    quotes = [row.quote for g in gold for row in (*g.observations, *g.events)]
    assert all(quotes)
