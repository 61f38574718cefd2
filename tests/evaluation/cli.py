"""Arguments of `python -m tests.evaluation`, and what is printed for them."""

import argparse
import json
import tempfile
from collections.abc import Sequence
from pathlib import Path

from tests.evaluation.build import build_labelled_warehouse
from tests.evaluation.corpora import CORPORA, SHIPPED, Corpus
from tests.evaluation.floors import FLOORS_FILE, below_floor, load_floors, raised
from tests.evaluation.gold import GoldDocument, load_gold
from tests.evaluation.listing import LISTINGS, list_misses
from tests.evaluation.report import document_table, full_report, of_split, titled
from tests.evaluation.scoring import DocumentScore, Figures, figures_by_slice, score_documents
from tests.evaluation.warehouse import load_documents


def main(arguments: Sequence[str] | None = None) -> int:
    """Scores a warehouse and prints it; 0, or 1 when `--check` finds a figure below its floor."""
    options = _parser().parse_args(arguments)
    corpora = list(CORPORA.values()) if options.corpus == "all" else [CORPORA[options.corpus]]
    by_corpus: dict[str, dict[str, Figures]] = {}
    for corpus in corpora:
        if len(corpora) > 1:
            print(f"# {corpus.name} documents")
        scores = score_corpus(corpus, options.db)
        by_corpus[corpus.name] = figures_by_slice(scores, corpus.slices)
        _print_scores(scores, by_corpus[corpus.name], options)
    if options.json is not None:
        options.json.write_text(json.dumps(by_corpus, indent=1) + "\n", encoding="utf-8")
    floors = load_floors()
    if options.raise_floors:
        floors |= {name: raised(floors[name], by_slice) for name, by_slice in by_corpus.items()}
        FLOORS_FILE.write_text(json.dumps(floors, indent=1) + "\n", encoding="utf-8")
    fallen = [
        f"{name}: {line}"
        for name, by_slice in by_corpus.items()
        for line in below_floor(floors[name], by_slice)
        if options.check
    ]
    print("\n".join(fallen), end="\n" if fallen else "")
    return 1 if fallen else 0


def score_corpus(corpus: Corpus, db_file: Path | None = None) -> list[DocumentScore]:
    """The labels of a corpus scored against a file, or against a warehouse built for it."""
    gold = load_gold(corpus.labels)
    if db_file is not None:
        return score_file(db_file, gold)
    with tempfile.TemporaryDirectory(prefix="sitrep-evaluation-") as folder:
        return score_file(build_labelled_warehouse(Path(folder), corpus), gold)


def _print_scores(
    scores: list[DocumentScore], by_slice: dict[str, Figures], options: argparse.Namespace
) -> None:
    chosen = [s for s in of_split(scores, options.split) if options.doc in s.gold.id]
    if options.misses:
        for kind in options.kind or LISTINGS:
            print(f"== {kind} ({options.split})")
            print("\n".join(list_misses(chosen, kind, options.limit)))
    elif options.documents:
        print(titled(f"Documents ({options.split})", document_table(chosen)))
    else:
        print(full_report(scores, by_slice, options.split))


def score_file(db_file: Path, gold: list[GoldDocument]) -> list[DocumentScore]:
    """The labels scored against a DuckDB file with the schema `marts`."""
    return score_documents(gold, load_documents(db_file, {document.id for document in gold}))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.evaluation", description=__doc__)
    parser.add_argument("--db", type=Path, help="score this file, do not build")
    parser.add_argument(
        "--corpus",
        choices=(*CORPORA, "all"),
        default=SHIPPED.name,
        help="labelled documents to score; default: %(default)s",
    )
    parser.add_argument(
        "--split",
        choices=("dev", "open", "held", "all"),
        default="dev",
        help="documents of the detail tables and listings, dev and open: those not held back; "
        "default: %(default)s",
    )
    parser.add_argument("--misses", action="store_true", help="list misses and false alarms")
    parser.add_argument(
        "--kind", action="append", choices=tuple(LISTINGS), help="what to list; repeatable"
    )
    parser.add_argument("--doc", default="", help="only documents whose id contains this")
    parser.add_argument("--limit", type=int, help="at most so many entries of each kind")
    parser.add_argument("--documents", action="store_true", help="a line a document")
    parser.add_argument("--json", type=Path, help="write the figures of all slices to this file")
    parser.add_argument("--check", action="store_true", help="fail below a floor")
    parser.add_argument("--raise-floors", action="store_true", help="move floors.json up")
    return parser
