"""Functions that Spark has no equal of.

Belongs here: tables and Python functions that the dialect's rules need. Does not belong here: the
rules.
"""

from __future__ import annotations

import sys

import duckdb
from pyspark import cloudpickle
from pyspark.sql import SparkSession
from pyspark.sql.types import DoubleType

from dagster_project.spark.names import ACCENTED, LIKENESS, PLAIN


def declare(session: SparkSession) -> None:
    """Make known to a session what the translated models call."""
    for name, letters in zip((ACCENTED, PLAIN), accents(), strict=True):
        session.sql(f"declare or replace variable {name} string default '{letters}'")
    # By its text, since workers have none of this package.
    cloudpickle.register_pickle_by_value(sys.modules[__name__])
    session.udf.register(LIKENESS, likest, DoubleType())


def accents() -> tuple[str, str]:
    """Letters with accents and the same without, for `translate`; what has none is deleted.

    DuckDB is asked itself, so that both engines fold by one edition of Unicode.
    """
    rows = (
        duckdb.connect()
        .execute(
            "select chr(code), strip_accents(chr(code))"
            " from (select cast(range as integer) as code from range(128, 1114112))"
            " where not code between 55296 and 57343 and strip_accents(chr(code)) <> chr(code)"
        )
        .fetchall()
    )
    rows.sort(key=lambda row: not row[1])
    return "".join(row[0] for row in rows), "".join(row[1] for row in rows)


def likest(words: list[str | None] | None, word: str | None) -> float | None:
    """The Jaro-Winkler likeness of a word and the likest of some, 0 to 1; None without words."""
    if words is None or word is None:
        return None
    return max((jaro_winkler(other, word) for other in words if other is not None), default=None)


def jaro_winkler(one: str, other: str) -> float:
    """Likeness of two words, 0 to 1, as DuckDB reckons it."""
    if not one and not other:
        return 1.0
    reach = max(max(len(one), len(other)) // 2 - 1, 0)
    taken = [False] * len(other)
    matched: list[str] = []
    for at, letter in enumerate(one):
        for there in range(max(0, at - reach), min(len(other), at + reach + 1)):
            if not taken[there] and other[there] == letter:
                taken[there] = True
                matched.append(letter)
                break
    if not matched:
        return 0.0
    across = [letter for letter, is_taken in zip(other, taken, strict=True) if is_taken]
    swapped = sum(a != b for a, b in zip(matched, across, strict=True)) // 2
    count = len(matched)
    jaro = (count / len(one) + count / len(other) + (count - swapped) / count) / 3
    prefix = 0
    for a, b in zip(one[:4], other[:4], strict=False):
        if a != b:
            break
        prefix += 1
    return jaro + prefix * 0.1 * (1 - jaro) if jaro > 0.7 else jaro
