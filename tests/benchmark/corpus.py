"""Documents made up for measuring: the shipped ones cut into paragraphs, dealt out anew, refilled.

Belongs here: what a document of the benchmark says. Does not belong here: files, time and memory
(`measure`). Every name, place, number, month and every fifth ordinary word is drawn again, so that
no dictionary, cache or automaton meets the same words over and over.
"""

from __future__ import annotations

import json
import random
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import product

from dagster_project.settings import PROJECT_ROOT
from tests.rules.seeds import seed_rows

MEAN_CHARS = 3500
_OVERSHOOT = 500  # characters that a document has beyond what was wanted, on average
FIRST_DAY = date(2012, 1, 1)
DAYS = 5000
KINDS = ("article", "bulletin")

_MONTHS = {
    "en": "January February March April May June July August September October November December",
    "ru": "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
}
MONTHS = {language: names.split() for language, names in _MONTHS.items()}
_SYLLABLES = {
    "en": "ba be dor fen gar hal in ka lem mar nor os pel ra sen tal um ver wen zor",
    "ru": "ба бе дор фен гар хал ин ка лем мар нор ос пел ра сен тал ум вер вен зор",
}
_ENDINGS = {
    "en": ["a", "el", "in", "or", "ing", "ed", "er", "ly", "tion", "ment", "s", "y"],
    "ru": ["а", "ел", "ин", "ор", "ть", "л", "ость", "ание", "ия", "ов", "ы"],
}
# What a paragraph is cut into: names first, since they hold words and numbers.
_SLOT = re.compile(
    r"(?P<name>@@\d+@@)|(?P<year>\b(?:19|20)\d\d\b)|(?P<number>\d{1,3}(?:[, ]\d{3})+\b|\d+)"
    r"|(?P<word>[^\W\d_]{6,})"
)
Piece = str | tuple[str, str]


@dataclass(frozen=True)
class BenchDocument:
    """One document.

    Attributes:
        name: Of its file, without suffix.
        kind: `article` or `bulletin`.
        text: What it says.
        sidecar: What is known of it beside the text.
    """

    name: str
    kind: str
    text: str
    sidecar: dict[str, str]


@dataclass(frozen=True)
class _Template:
    kind: str
    language: str
    title: list[Piece]
    paragraphs: list[list[Piece]]
    sidecar: dict[str, str]


def draw_documents(count: int, seed: int = 0) -> Iterator[BenchDocument]:
    """Documents in the shipped mixture of kinds and languages.

    Args:
        count: How many.
        seed: The same seed gives the same documents.
    """
    names = {language: _Names(language) for language in MONTHS}
    templates = _templates(names)
    for number in range(count):
        # the document with a number is the same in a small corpus and in a large one
        rng = random.Random(f"{seed}-{number}")
        template = rng.choice(templates)
        kin = [t for t in templates if (t.kind, t.language) == (template.kind, template.language)]
        day = FIRST_DAY + timedelta(days=rng.randrange(DAYS))
        fill = _Filler(rng, names[template.language], day, template.kind).fill
        yield _document(f"{number:07d}", template, kin, rng, fill, day)


def _document(
    name: str,
    template: _Template,
    kin: Sequence[_Template],
    rng: random.Random,
    fill: Callable[[list[Piece]], str],
    day: date,
) -> BenchDocument:
    lines = [fill(template.title)]
    wanted = min(20_000, (MEAN_CHARS - _OVERSHOOT) * rng.lognormvariate(-0.125, 0.5))
    source, length = template, len(lines[0])
    while length < wanted:
        start = rng.randrange(len(source.paragraphs)) if source is not template else 0
        for paragraph in source.paragraphs[start : start + 6]:
            lines.append(fill(paragraph))
            length += len(lines[-1])
        source = rng.choice(kin)
    sidecar = dict(template.sidecar)
    if "published_date" in sidecar:
        sidecar["published_date"] = day.isoformat()
    return BenchDocument(name, template.kind, "\n\n".join(lines) + "\n", sidecar)


class _Names:
    """Names of one language by what they name, and the pattern that finds them in a template."""

    def __init__(self, language: str) -> None:
        self.of_kind: dict[str, list[str]] = {"place": [], "actor": []}
        for kind, seed in (("place", "places/place_aliases"), ("actor", "actors/actor_aliases")):
            self.of_kind[kind] = [
                row["alias"] for row in seed_rows(seed) if row["language"] == language
            ]
        self.kind_of = {
            name: kind
            for kind, names in self.of_kind.items()
            for name in names
            if len(name) > 3 and name[0].isupper()
        }
        ordered = sorted(self.kind_of, key=len, reverse=True)
        self.pattern = re.compile(rf"\b(?:{'|'.join(map(re.escape, ordered))})\b")
        syllables, endings = _SYLLABLES[language].split(), _ENDINGS[language]
        self.words = ["".join(parts) for parts in product(syllables, syllables, endings)]
        self.surnames = ["".join(parts).capitalize() for parts in product(syllables, repeat=3)]
        self.months = MONTHS[language]

    def cut(self, text: str) -> list[Piece]:
        """The text as literals and slots."""
        found: list[str] = []

        def mark(match: re.Match[str]) -> str:
            found.append(match.group())
            return f"@@{len(found) - 1}@@"

        marked = self.pattern.sub(mark, text)
        pieces: list[Piece] = []
        end = 0
        for match in _SLOT.finditer(marked):
            pieces.append(marked[end : match.start()])
            end = match.end()
            kind, value = match.lastgroup or "", match.group()
            if kind == "name":
                name = found[int(value.strip("@"))]
                pieces.append((self.kind_of[name], name))
            elif value in self.months:
                pieces.append(("month", value))
            else:
                pieces.append((kind, value))
        return [piece for piece in [*pieces, marked[end:]] if piece]


class _Filler:
    def __init__(self, rng: random.Random, names: _Names, day: date, kind: str) -> None:
        self.rng, self.names, self.day = rng, names, day
        # bulletins are issued and counted by few
        self.share_of_new = {"place": 0.5, "actor": 0.05 if kind == "bulletin" else 0.5}

    def fill(self, pieces: list[Piece]) -> str:
        return "".join(piece if isinstance(piece, str) else self._drawn(*piece) for piece in pieces)

    def _drawn(self, kind: str, value: str) -> str:
        rng = self.rng
        if kind in ("place", "actor"):
            is_new = rng.random() < self.share_of_new[kind]
            return rng.choice(self.names.of_kind[kind]) if is_new else value
        if kind == "month":
            return self.names.months[self.day.month - 1]
        if kind == "year":
            return str(self.day.year - (rng.randrange(5) if rng.random() < 0.2 else 0))
        if kind == "number" and value.isdigit() and int(value) <= 31:
            return str(rng.randint(1, 28))
        if kind == "number":
            return "".join(
                str(rng.randint(i == 0, 9)) if c.isdigit() else c for i, c in enumerate(value)
            )
        if value[0].isupper():
            return rng.choice(self.names.surnames) if rng.random() < 0.2 else value
        return rng.choice(self.names.words) if rng.random() < 0.2 else value


def _templates(names: dict[str, _Names]) -> list[_Template]:
    templates = []
    for kind in KINDS:
        for file in sorted((PROJECT_ROOT / "raw" / f"{kind}s").glob("*.txt")):
            text = file.read_text(encoding="utf-8")
            meta = file.with_name(f"{file.stem}.meta.json")
            read = json.loads(meta.read_text(encoding="utf-8")) if meta.exists() else {}
            language = "ru" if len(re.findall("[а-я]", text)) * 2 > len(text) else "en"
            title, *rest = [line.strip() for line in text.split("\n") if line.strip()]
            templates.append(
                _Template(
                    kind,
                    language,
                    names[language].cut(title),
                    [names[language].cut(line) for line in rest],
                    {
                        name: read[name]
                        for name in ("outlet", "language", "published_date")
                        if name in read
                    },
                )
            )
    return templates
