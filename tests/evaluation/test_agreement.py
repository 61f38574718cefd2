"""Two labellers: what their agreement is counted from."""

from copy import deepcopy

import pytest

from tests.evaluation.agreement import SECOND_LABELS, agreement, text_of
from tests.evaluation.corpora import OWN
from tests.evaluation.gold import GoldDocument, load_gold
from tests.evaluation.quotes import DocumentText

SECOND = load_gold(SECOND_LABELS)
FIRST = {label.id: label for label in load_gold(OWN.labels)}


@pytest.fixture(scope="module")
def texts() -> dict[str, DocumentText]:
    return {label.id: text_of(FIRST[label.id], OWN.documents) for label in SECOND}


@pytest.fixture
def labels() -> list[GoldDocument]:
    return [FIRST[label.id] for label in SECOND]


def test_every_second_label_is_of_a_document_that_has_a_first() -> None:
    assert len(SECOND) >= 40
    assert {label.id for label in SECOND} <= set(FIRST)


def test_every_quote_of_the_second_labels_stands_in_its_text(texts: dict) -> None:
    missing = [
        (label.id, row.quote)
        for label in SECOND
        for row in (*label.events, *label.observations)
        if not texts[label.id].spans(row.quote)
    ]
    assert missing == []


def test_labels_agree_with_themselves(texts: dict, labels: list[GoldDocument]) -> None:
    found = agreement(labels, labels, texts)
    for figure in ("events.f1", "events.actors_f1", "observations.f1", "observations.reported_by"):
        assert found[figure] == 1.0


def test_what_one_labeller_alone_sees_is_a_disagreement(
    texts: dict, labels: list[GoldDocument]
) -> None:
    other = deepcopy(labels)
    for label in other:
        label.events = [event for event in label.events if event.types[0] != "CONSULT"]
        for row in label.observations:
            row.accepted["reported_by"] = ["Nobody"]
    found = agreement(labels, other, texts)
    assert found["events.precision"] == 1.0
    assert 0 < found["events.recall"] < 1
    assert found["observations.reported_by"] < 0.5
