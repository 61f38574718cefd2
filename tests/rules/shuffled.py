"""Documents made of the paragraphs and sentences of the shipped ones, in an order of chance.

What stands beside what is then nobody's writing: a figure without its noun, a heading over
another list, a date far from its event. No rule may make a faulty row of that.
"""

import random
import re
from pathlib import Path

_PARAGRAPHS = 8
_SENTENCES = 10
_SENTENCE_END = re.compile(r"(?<=[.!?]) +")


def write_shuffled(source: Path, raw: Path, documents: int, seed: int) -> None:
    """Write so many documents, half of them articles, half bulletins.

    Args:
        source: A raw folder to take the words from.
        raw: Folder that is written into.
        documents: How many.
        seed: The same one gives the same texts.
    """
    chance = random.Random(seed)
    texts = {
        kind: [path.read_text(encoding="utf-8") for path in sorted((source / kind).rglob("*.txt"))]
        for kind in ("articles", "bulletins")
    }
    for kind, of_kind in texts.items():
        (raw / kind).mkdir(parents=True)
        for number in range(documents // 2):
            head = chance.choice(of_kind).split("\n\n")[0]
            mixed = [text for some in texts.values() for text in chance.sample(some, 2)]
            paragraphs = [paragraph for text in mixed for paragraph in text.split("\n\n")]
            sentences = [
                sentence
                for text in chance.sample(of_kind, 3)
                for sentence in _SENTENCE_END.split(text.replace("\n", " "))
            ]
            chance.shuffle(paragraphs)
            chance.shuffle(sentences)
            body = [*paragraphs[:_PARAGRAPHS], " ".join(sentences[:_SENTENCES])]
            if chance.random() < 0.3:
                body = [paragraph.replace("\n", " ") for paragraph in body]
            path = raw / kind / f"shuffled-{number}.txt"
            path.write_text("\n\n".join([head, *body]), encoding="utf-8")
