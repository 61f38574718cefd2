r"""RE2's patterns as Java's: the same text, matched the same way.

Belongs here: what the two dialects of regular expressions understand differently. Does not belong
here: the functions that take a pattern (`dialect`).

RE2 knows no look-around and no back reference, so that every pattern of DuckDB's can be written
for Java. What differs: in Java `\b` asks Unicode and `\s` knows the vertical tab, `(?i)` folds
ASCII only, `.` and `$` know more ends of lines, a script needs `Is`, and a bracket or `&&` in a
class begins a set.
"""

from __future__ import annotations

_WORD = "A-Za-z0-9_"
_BOUNDARY = f"(?:(?<=[{_WORD}])(?![{_WORD}])|(?<![{_WORD}])(?=[{_WORD}]))"
_NO_BOUNDARY = f"(?:(?<=[{_WORD}])(?=[{_WORD}])|(?<![{_WORD}])(?![{_WORD}]))"
_SPACE = r"\t\n\f\r "
_POSIX = {"alpha": "A-Za-z", "digit": "0-9", "alnum": "A-Za-z0-9", "space": r"\t\n\x0B\f\r "}
_CATEGORIES = frozenset("LMNPSZC")


class PatternError(ValueError):
    """A pattern that has no equal in Java, or that this module does not know."""


def java_pattern(pattern: str) -> str:
    r"""A pattern of RE2's for `java.util.regex`.

    Args:
        pattern: As DuckDB takes it.

    Returns:
        The same for Java; it begins with `(?d)`, so that a line ends at `\n` alone.

    Raises:
        PatternError: It holds something that is not known here.
    """
    return "(?d)" + _Reader(pattern).read()


def java_replacement(replacement: str, groups_before: int = 0) -> str:
    r"""What replaces a match, with `$1` for `\1`.

    Args:
        replacement: As DuckDB takes it.
        groups_before: Groups that the pattern got in front of its own.
    """
    out: list[str] = []
    at = 0
    while at < len(replacement):
        letter = replacement[at]
        following = replacement[at + 1 : at + 2]
        if letter == "\\" and following.isdigit():
            number = int(following)
            # Braces do not exist there: a digit behind the number would be read with it.
            out.append(f"${number + groups_before if number else 0}")
            if replacement[at + 2 : at + 3].isdigit():
                out.append("\\")
            at += 2
        elif letter == "\\" and following == "\\":
            out.append(r"\\")
            at += 2
        else:
            out.append("\\" + letter if letter in "\\$" else letter)
            at += 1
    return "".join(out)


class _Reader:
    """Reads a pattern once from its first character to its last."""

    def __init__(self, pattern: str) -> None:
        self._pattern = pattern
        self._at = 0
        self._multiline = [False]

    def read(self) -> str:
        out: list[str] = []
        while self._at < len(self._pattern):
            out.append(self._next())
        return "".join(out)

    def _next(self) -> str:
        letter = self._take()
        if letter == "\\":
            return self._escape(in_class=False)
        if letter == "[":
            return self._class()
        if letter == "(":
            return self._group()
        if letter == ")":
            self._multiline.pop()
            if not self._multiline:
                raise PatternError(f"a bracket too many in {self._pattern}")
            return letter
        if letter == "$" and not self._multiline[-1]:
            return r"\z"
        return letter

    def _take(self) -> str:
        if self._at >= len(self._pattern):
            raise PatternError(f"{self._pattern} ends too early")
        self._at += 1
        return self._pattern[self._at - 1]

    def _group(self) -> str:
        if not self._pattern.startswith("?", self._at):
            self._multiline.append(self._multiline[-1])
            return "("
        if self._pattern.startswith("?P<", self._at):
            self._at += 3
            self._multiline.append(self._multiline[-1])
            return "(?<"
        self._at += 1
        flags = ""
        while (letter := self._take()) not in ":)":
            flags += letter
        on, _, off = flags.partition("-")
        if not set(on + off) <= set("ims"):
            raise PatternError(f"(?{flags}) in {self._pattern}")
        multiline = ("m" in on) or (self._multiline[-1] and "m" not in off)
        if letter == ":":
            self._multiline.append(multiline)
        else:
            self._multiline[-1] = multiline
        java = on.replace("i", "iu") + ("-" + off.replace("i", "iu") if off else "")
        return f"(?{java}{letter}"

    def _class(self) -> str:
        out = ["["]
        if self._pattern.startswith("^", self._at):
            self._at += 1
            out.append("^")
        first = True
        while True:
            letter = self._take()
            if letter == "]" and not first:
                return "".join([*out, "]"])
            first = False
            if letter == "\\":
                out.append(self._escape(in_class=True))
            elif letter == "[" and self._pattern.startswith(":", self._at):
                end = self._pattern.index(":]", self._at)
                name = self._pattern[self._at + 1 : end]
                if name not in _POSIX:
                    raise PatternError(f"[:{name}:] in {self._pattern}")
                out.append(_POSIX[name])
                self._at = end + 2
            else:
                out.append("\\" + letter if letter in "[]&^" else letter)

    def _escape(self, *, in_class: bool) -> str:
        letter = self._take()
        if letter in "bB":
            if in_class:
                raise PatternError(f"\\{letter} in a class of {self._pattern}")
            return _BOUNDARY if letter == "b" else _NO_BOUNDARY
        if letter in "sS":
            if in_class:
                return _SPACE if letter == "s" else f"[^{_SPACE}]"
            return f"[{_SPACE}]" if letter == "s" else f"[^{_SPACE}]"
        if letter in "pP":
            return f"\\{letter}" + self._property()
        if letter == "C":
            raise PatternError(f"\\C in {self._pattern}")
        return "\\" + letter

    def _property(self) -> str:
        name = self._take()
        if name == "{":
            end = self._pattern.index("}", self._at)
            name, self._at = self._pattern[self._at : end], end + 1
        if name[0] in _CATEGORIES and len(name) <= 2:
            return "{" + name + "}"
        return "{Is" + name + "}"
