"""What models ask for by name is in the seeds, and what the seeds name is asked for.

Belongs here: the lists of `word_lists` and the traits of `trigger_traits`. Does not belong here:
what the rules that name them do.
"""

import re
from pathlib import Path

import pytest

from tests.rules.seeds import SEEDS, seed_rows

DBT = SEEDS.parent
# What a trigger may need besides words: actors, places, sums, several of them.
NEEDS = {"aid_convoy", "armed", "money", "nonperson", "pair", "person", "place", "spot"}


def faults(named: set[str], asked: set[str]) -> list[str]:
    """Names that no model asks for, and names that are asked for and are in no row."""
    return [f"nothing asks for {name}" for name in sorted(named - asked)] + [
        f"{name} is in no row" for name in sorted(asked - named)
    ]


def asked_by(macro: str, folder: Path) -> set[str]:
    """The names with which the SQL files in the folder call a macro."""
    call = re.compile(rf"""\b{macro}\(["'](\w+)["']""")
    return {
        name
        for layer in ("macros", "models")
        for file in (folder / layer).rglob("*.sql")
        for name in call.findall(re.sub(r"\{#.*?#\}", "", file.read_text("utf-8"), flags=re.S))
    }


@pytest.mark.parametrize(
    ("macro", "seed", "column"),
    [
        ("words", "words/word_lists", "word_list"),
        ("is_trigger", "events/trigger_traits", "trait"),
    ],
)
def test_each_name_is_asked_for_and_has_a_row(macro: str, seed: str, column: str) -> None:
    assert not faults({row[column] for row in seed_rows(seed)}, asked_by(macro, DBT))


def test_each_trait_fits_a_trigger() -> None:
    trigger_ids = [row["trigger_id"] for row in seed_rows("events/event_triggers")]
    idle = [
        row["trait"]
        for row in seed_rows("events/trigger_traits")
        if not any(re.search(row["trigger_pattern"], trigger_id) for trigger_id in trigger_ids)
    ]
    assert not idle


def test_what_a_trigger_needs_is_known() -> None:
    known = NEEDS | {row["word_class"] for row in seed_rows("events/clause_words")}
    needed = {
        need
        for row in seed_rows("events/event_triggers")
        for need in row["needs"].split("+")
        if need
    }
    assert not needed - known


def test_each_cue_is_asked_for() -> None:
    cues = {row["term_class"] for row in seed_rows("quantities/terms") if row["term_kind"] == "cue"}
    asked = {
        re.sub("^near:", "", cue)
        for rule in seed_rows("quantities/measure_rules")
        for cues_of_rule in (rule["all_cues"], rule["no_cues"])
        for cue in re.split(r"[ |]", cues_of_rule)
    }
    models = (DBT / "models" / "intermediate").rglob("*.sql")
    asked |= {name for file in models for name in re.findall(r"'(\w+)'", file.read_text("utf-8"))}
    assert not sorted(cues - asked)


@pytest.mark.parametrize(
    ("named", "asked", "fault"),
    [
        ({"months"}, set(), "nothing asks for months"),
        (set(), {"months"}, "months is in no row"),
    ],
)
def test_an_unused_name_and_a_missing_one_are_told(
    named: set[str], asked: set[str], fault: str
) -> None:
    assert faults(named, asked) == [fault]


def test_names_are_found_in_code_and_not_in_comments(tmp_path: Path) -> None:
    model = tmp_path / "models" / "int_numbers.sql"
    model.parent.mkdir()
    model.write_text(
        """{#- words("comment") -#} where key in ({{ words("months") }}, {{ words('days') }})""",
        "utf-8",
    )
    assert asked_by("words", tmp_path) == {"months", "days"}
