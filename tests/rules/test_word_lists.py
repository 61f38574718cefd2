"""The lists of seed word_lists and the models that ask for them by name.

Belongs here: that neither names what the other lacks. What the words are is for the seed's checks.
"""

import re
from pathlib import Path

import pytest

from tests.rules.seeds import SEEDS, seed_rows

DBT = SEEDS.parent
ASKED = re.compile(r"""\bwords\(["'](\w+)["']\)""")


def faults(listed: set[str], asked: set[str]) -> list[str]:
    """Lists that no model asks for, and lists that are asked for and do not exist."""
    return [f"nothing asks for the list {name}" for name in sorted(listed - asked)] + [
        f"there is no list {name}" for name in sorted(asked - listed)
    ]


def asked_lists(folder: Path) -> set[str]:
    """The lists that the SQL files in the folder name."""
    return {
        name
        for layer in ("macros", "models")
        for file in (folder / layer).rglob("*.sql")
        for name in ASKED.findall(re.sub(r"\{#.*?#\}", "", file.read_text("utf-8"), flags=re.S))
    }


def test_each_word_list_is_asked_for_and_each_that_is_asked_for_exists() -> None:
    listed = {row["word_list"] for row in seed_rows("words/word_lists")}
    assert not faults(listed, asked_lists(DBT))


@pytest.mark.parametrize(
    ("listed", "asked", "fault"),
    [
        ({"months"}, set(), "nothing asks for the list months"),
        (set(), {"months"}, "there is no list months"),
    ],
)
def test_an_unused_list_and_a_missing_one_are_told(
    listed: set[str], asked: set[str], fault: str
) -> None:
    assert faults(listed, asked) == [fault]


def test_the_lists_of_a_model_are_found_in_its_code(tmp_path: Path) -> None:
    model = tmp_path / "models" / "int_numbers.sql"
    model.parent.mkdir()
    model.write_text(
        """{#- words("comment") -#} where key in ({{ words("months") }}, {{ words('days') }})""",
        "utf-8",
    )
    assert asked_lists(tmp_path) == {"months", "days"}
