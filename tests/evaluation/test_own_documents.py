"""The project's own labelled documents: complete, honest about their half, quoted exactly."""

import json
from pathlib import Path

import pytest

from tests.evaluation.corpora import CORPORA, OWN, SHIPPED, Corpus
from tests.evaluation.gold import label_files, load_gold
from tests.evaluation.warehouse import load_documents


def test_every_label_tells_its_half_and_lies_with_its_kind() -> None:
    for file in label_files(OWN.labels):
        label = json.loads(file.read_text(encoding="utf-8"))
        assert file.name == f"{label['id']}.gold.json"
        assert label["half"] in ("open", "held"), file.name
        assert file.parent.name == f"{label['kind']}s"


def test_no_document_is_in_two_corpora() -> None:
    ids = [document.id for corpus in CORPORA.values() for document in load_gold(corpus.labels)]
    assert len(ids) == len(set(ids))


def test_own_documents_are_not_loaded_by_a_refresh_of_the_shipped_ones() -> None:
    assert not OWN.documents.is_relative_to(SHIPPED.documents)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("corpus", "warehouse"), [(SHIPPED, "labelled_warehouse"), (OWN, "own_warehouse")]
)
def test_every_quote_of_a_label_stands_in_its_document(
    corpus: Corpus, warehouse: str, request: pytest.FixtureRequest
) -> None:
    gold = load_gold(corpus.labels)
    db_file: Path = request.getfixturevalue(warehouse)
    ours = load_documents(db_file, {document.id for document in gold})
    missing = [
        (document.id, row.quote)
        for document in gold
        for row in (*document.observations, *document.events)
        if not ours[document.id].text.spans(row.quote)
    ]
    assert not missing
