"""The project's own labelled documents: complete, honest about their half, quoted exactly."""

import json

import pytest

from dagster_project.reading.documents import Document, read_document
from dagster_project.reading.sidecars import read_sidecar
from tests.evaluation.build import KIND_FOLDERS
from tests.evaluation.corpora import CORPORA, OWN, SHIPPED, Corpus
from tests.evaluation.gold import GOLD_SUFFIX, label_files, load_gold
from tests.evaluation.quotes import DocumentText

SIDECAR_SUFFIX = ".meta.json"


def texts(corpus: Corpus) -> dict[str, str]:
    """The documents of a corpus as a refresh reads them, by id."""
    found = {}
    for kind in KIND_FOLDERS:
        for file in (corpus.documents / kind).iterdir():
            if not file.name.endswith((GOLD_SUFFIX, SIDECAR_SUFFIX)):
                document = read_document(f"{kind}/{file.name}", file.read_bytes())
                assert isinstance(document, Document), file.name
                found[file.stem] = document.text
    return found


def test_every_label_tells_its_half_and_lies_with_its_kind() -> None:
    for file in label_files(OWN.labels):
        label = json.loads(file.read_text(encoding="utf-8"))
        assert file.name == f"{label['id']}{GOLD_SUFFIX}"
        assert label["half"] in ("open", "held"), file.name
        assert file.parent.name == f"{label['kind']}s"


def test_every_own_document_has_a_label_and_a_sidecar() -> None:
    labelled = {file.name.removesuffix(GOLD_SUFFIX) for file in label_files(OWN.labels)}
    sidecars = list(OWN.documents.rglob(f"*{SIDECAR_SUFFIX}"))
    assert {file.name.removesuffix(SIDECAR_SUFFIX) for file in sidecars} == labelled
    assert set(texts(OWN)) == labelled
    for file in sidecars:
        read_sidecar(file.read_bytes())


def test_no_document_is_in_two_corpora() -> None:
    ids = [document.id for corpus in CORPORA.values() for document in load_gold(corpus.labels)]
    assert len(ids) == len(set(ids))


def test_own_documents_are_not_loaded_by_a_refresh_of_the_shipped_ones() -> None:
    assert not OWN.documents.is_relative_to(SHIPPED.documents)


@pytest.mark.parametrize("corpus", CORPORA.values(), ids=CORPORA)
def test_every_quote_of_a_label_stands_in_its_document(corpus: Corpus) -> None:
    text_of = texts(corpus)
    missing = []
    for document in load_gold(corpus.labels):
        text = DocumentText(text_of[document.id])
        rows = (*document.observations, *document.events)
        missing += [(document.id, row.quote) for row in rows if not text.spans(row.quote)]
    assert not missing
