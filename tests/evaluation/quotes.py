"""Where a label's quote stands in a document's text, and the sentence around it.

Quotes are compared after runs of white space are collapsed; offsets are those of the loaded text.
"""

import re
from bisect import bisect_left, bisect_right

Span = tuple[int, int]

QUOTE_MARKS = str.maketrans("’‘“”«»\u00a0", '\'\'"""" ')
# A full stop after one or two letters ("U.S.", "St.") or before a small letter ends no sentence.
SENTENCE_END = re.compile(r"(?:(?<=\w{3})|(?<=[\d)\"'”»%]))[.!?]+[\"'”»)]*\s+(?=[^a-zа-я])|\n")


class DocumentText:
    """A document's text with what is needed to find quotes in it."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._offsets: list[int] = []
        collapsed: list[str] = []
        blank = True
        for offset, char in enumerate(text.translate(QUOTE_MARKS)):
            if char.isspace():
                if not blank:
                    collapsed.append(" ")
                    self._offsets.append(offset)
                blank = True
            else:
                collapsed.append(char)
                self._offsets.append(offset)
                blank = False
        self._collapsed = "".join(collapsed)
        ends = [match.end() for match in SENTENCE_END.finditer(text)]
        self._sentence_starts = [0, *ends]
        self._sentence_ends = [*ends, len(text)]
        self._known_spans: dict[str, list[Span]] = {}

    def spans(self, quote: str) -> list[Span]:
        """Every place where the quote stands, as (start, end exclusive); empty when it does not."""
        if quote not in self._known_spans:
            self._known_spans[quote] = self._search(quote)
        return self._known_spans[quote]

    def sentence_around(self, span: Span) -> Span:
        """The span widened to the borders of the sentences that it touches."""
        start, end = span
        left = self._sentence_starts[bisect_right(self._sentence_starts, start) - 1]
        right = bisect_left(self._sentence_ends, end)
        return left, [*self._sentence_ends[right : right + 1], len(self.text)][0]

    def _search(self, quote: str) -> list[Span]:
        wanted = " ".join(quote.translate(QUOTE_MARKS).split())
        if not wanted:
            return []
        found = self._find(self._collapsed, wanted)
        # Lower case may change the length of a text (Turkish dotted I): offsets would not hold.
        if not found and len(self._collapsed.lower()) == len(self._collapsed):
            found = self._find(self._collapsed.lower(), wanted.lower())
        return found

    def _find(self, haystack: str, wanted: str) -> list[Span]:
        found = []
        at = haystack.find(wanted)
        while at >= 0:
            found.append((self._offsets[at], self._offsets[at + len(wanted) - 1] + 1))
            at = haystack.find(wanted, at + 1)
        return found


def overlap(span: Span, others: list[Span]) -> float:
    """The largest share (0 to 1) of the shorter span that lies in both."""
    best = 0.0
    for start, end in others:
        common = min(span[1], end) - max(span[0], start)
        shorter = min(span[1] - span[0], end - start)
        if common > 0 and shorter > 0:
            best = max(best, common / shorter)
    return best
