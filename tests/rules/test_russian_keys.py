"""Russian words that the models compare with keys of tokens are written as a key is.

Belongs here: words in SQL. Does not belong here: words in seeds (word_lists has a check of its
own in dbt, the other seeds are folded as the texts are).
"""

import re
from collections.abc import Iterable
from pathlib import Path

import duckdb
import jinja2
import pytest

from tests.rules.seeds import SEEDS

DBT = SEEDS.parent
# Here a text's own letters or beginnings of words are compared, or the stem itself is defined.
NO_KEYS = {"actors.sql", "occurrences.sql", "patterns.sql", "text.sql"}


def keys_of(words: Iterable[str]) -> dict[str, str]:
    """The key of each word, by the macro that the models use."""
    environment = jinja2.Environment(extensions=["jinja2.ext.do"])
    source = (DBT / "macros" / "text.sql").read_text("utf-8")
    key = environment.from_string(source).make_module({"return": str}).token_key("word")  # type: ignore[attr-defined]
    with duckdb.connect() as connection:
        found = connection.execute(
            f"select word, {key} from (select unnest(?::varchar[]) as word)",
            [sorted(set(words))],
        )
        return dict(found.fetchall())


def dead_keys(sql: str) -> list[str]:
    """Russian words of the SQL that no token's key is; what is compared with `lower(...)` aside."""
    code = re.sub(r"\{#.*?#\}|--[^\n]*", "", sql, flags=re.DOTALL)
    code = re.sub(r"lower\([\w.]+\) (?:=|<>|in) *(?:'[^']*'|\([^)]*\))", "", code)
    words = set(re.findall(r"'([а-яё]+)'", code))
    key_of = keys_of(words | {f"{word}е" for word in words})
    # "соглашени" is the key of "соглашение", and its own is shorter
    dead = {
        word
        for word in words
        if key_of[word] != word and not (word.endswith(("ни", "ь")) and key_of[f"{word}е"] == word)
    }
    # keys have no й and no ё: "раион" is the key of "район"
    in_patterns = re.findall(r"regexp_\w+\([^'\n]*key[^'\n]*'([^']*[йё][^']*)'", code)
    return sorted(
        dead
        | {
            word
            for found in in_patterns
            for word in re.findall("[а-яё]+", found)
            if set(word) & set("йё")
        }
    )


@pytest.mark.parametrize(
    "file",
    [
        file
        for folder in ("macros", "models")
        for file in sorted((DBT / folder).rglob("*.sql"))
        if file.name not in NO_KEYS and re.search("[а-яё]", file.read_text("utf-8"))
    ],
    ids=lambda file: file.stem,
)
def test_russian_words_are_keys(file: Path) -> None:
    assert not dead_keys(file.read_text("utf-8"))


@pytest.mark.parametrize(
    ("sql", "dead"),
    [
        ("token_key in ('more', 'других')", ["других"]),
        ("token_key in ('more', 'друг', 'соглашени')", []),
        ("key_before = 'около' -- 'которые'", ["около"]),
        ("lower(own_token) = 'одному' and key_before <> 'по'", []),
        ("regexp_matches(tokens.key_before, '^(?:город|район)')", ["район"]),
        ("regexp_matches(text, '^(?:город|район)')", []),
    ],
)
def test_a_dead_word_is_told(sql: str, dead: list[str]) -> None:
    assert dead_keys(sql) == dead
