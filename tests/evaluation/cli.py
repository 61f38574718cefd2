"""Arguments of `python -m tests.evaluation`, and what is printed for them."""

import argparse
import json
import tempfile
from collections.abc import Sequence
from pathlib import Path

from tests.evaluation.build import build_labelled_warehouse
from tests.evaluation.floors import FLOORS_FILE, below_floor, load_floors, raised
from tests.evaluation.gold import GoldDocument, load_gold
from tests.evaluation.listing import LISTINGS, list_misses
from tests.evaluation.report import document_table, full_report, of_split, titled
from tests.evaluation.scoring import DocumentScore, figures_by_slice, score_documents
from tests.evaluation.warehouse import load_documents


def main(arguments: Sequence[str] | None = None) -> int:
    """Scores a warehouse and prints it; 0, or 1 when `--check` finds a figure below its floor."""
    options = _parser().parse_args(arguments)
    gold = load_gold()
    if options.db is not None:
        scores = score_file(options.db, gold)
    else:
        with tempfile.TemporaryDirectory(prefix="sitrep-evaluation-") as folder:
            scores = score_file(build_labelled_warehouse(Path(folder)), gold)
    by_slice = figures_by_slice(scores)
    chosen = [s for s in of_split(scores, options.split) if options.doc in s.gold.id]
    if options.misses:
        for kind in options.kind or LISTINGS:
            print(f"== {kind} ({options.split})")
            print("\n".join(list_misses(chosen, kind, options.limit)))
    elif options.documents:
        print(titled(f"Documents ({options.split})", document_table(chosen)))
    else:
        print(full_report(scores, by_slice, options.split))
    if options.json is not None:
        options.json.write_text(json.dumps(by_slice, indent=1) + "\n", encoding="utf-8")
    if options.raise_floors:
        floors = raised(load_floors(), by_slice)
        FLOORS_FILE.write_text(json.dumps(floors, indent=1) + "\n", encoding="utf-8")
    fallen = below_floor(load_floors(), by_slice) if options.check else []
    print("\n".join(fallen), end="\n" if fallen else "")
    return 1 if fallen else 0


def score_file(db_file: Path, gold: list[GoldDocument]) -> list[DocumentScore]:
    """The labels scored against a DuckDB file with the schema `marts`."""
    return score_documents(gold, load_documents(db_file, {document.id for document in gold}))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.evaluation", description=__doc__)
    parser.add_argument("--db", type=Path, help="score this file, do not build")
    parser.add_argument(
        "--split",
        choices=("dev", "held", "all"),
        default="dev",
        help="documents of the detail tables and listings; default: %(default)s",
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
