"""The sets of labelled documents: where they lie, and which slices of them are reported."""

from dataclasses import dataclass
from pathlib import Path

TESTS = Path(__file__).resolve().parents[1]


@dataclass(frozen=True)
class Corpus:
    """Labelled documents that are built and scored together.

    `documents` holds `articles/` and `bulletins/`; `labels` is searched with its subfolders.
    """

    name: str
    labels: Path
    documents: Path
    slices: tuple[str, ...]


SHIPPED = Corpus(
    "shipped",
    labels=TESTS / "gold",
    documents=TESTS.parent / "raw",
    slices=("all", "dev", "held", "bulletins", "sitrep", "articles", "en", "ru"),
)
# Invented figures must not stand beside reported ones: a warehouse of their own.
OWN = Corpus(
    "own",
    labels=TESTS / "own_documents",
    documents=TESTS / "own_documents",
    slices=(
        *("all", "open", "held", "bulletins", "open bulletins", "held bulletins"),
        *("articles", "open articles", "held articles", "en", "ru"),
    ),
)
CORPORA = {corpus.name: corpus for corpus in (SHIPPED, OWN)}
