"""Every rule of the seeds does what its example says, and not what its counter example says.

All failing rules are told at once: an analyst who adds rules wants to see what else they moved.
"""

import re
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from typing import Any

import duckdb
import pytest

from tests.rules.samples import anaphor_key, measure_kind, wording_key
from tests.rules.seeds import seed_rows
from tests.rules.small_warehouse import rows

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("rules")]

# A figure whose noun is in no term counts as bare and takes the noun before it.
READ_TOO_WIDELY = {"agreements-article"}


def measures_by_sample(database: Path, column: str = "measure") -> dict[str, set[str]]:
    """The measures, or the rules that gave them, that were read in each sample."""
    found = rows(
        database,
        f"select parse_filename(documents.source_path, true), list(distinct observations.{column})"
        " from staging.stg_documents as documents"
        " left join intermediate.int_observations as observations using (document_id)"
        " group by all",
    )
    return {key: {measure for measure in measures if measure} for key, measures in found}


def event_types_by_sample(database: Path, events: str) -> dict[str, set[str]]:
    """The types of the events that were read in each sample.

    Args:
        database: The small warehouse.
        events: A table or query in brackets, with document_id and event_type.
    """
    found = rows(
        database,
        "select parse_filename(documents.source_path, true), list(distinct events.event_type)"
        " from staging.stg_documents as documents"
        f" left join {events} as events using (document_id)"
        " group by all",
    )
    return {key: {event_type for event_type in types if event_type} for key, types in found}


def test_measure_rules_give_their_measure(small_warehouse: Path) -> None:
    measures = measures_by_sample(small_warehouse)
    failing = [
        f"{rule['rule_id']} ({measure_kind(rule)}): {rule['example']!r} gives"
        f" {sorted(found) or 'nothing'}, not {rule['measure']}"
        for rule in seed_rows("quantities/measure_rules")
        if rule["measure"] not in (found := measures[f"measure.example.{rule['rule_id']}"])
    ]
    assert not failing, "\n".join(failing)


def test_measure_rules_do_not_fit_their_counter_example(small_warehouse: Path) -> None:
    rule_ids = measures_by_sample(small_warehouse, "rule_id")
    failing = [
        f"{rule['rule_id']} ({measure_kind(rule)}) fits {rule['counter_example']!r}"
        for rule in seed_rows("quantities/measure_rules")
        if rule["rule_id"] not in READ_TOO_WIDELY
        and rule["rule_id"] in rule_ids[f"measure.counter_example.{rule['rule_id']}"]
    ]
    assert not failing, "\n".join(failing)


def test_event_triggers_give_their_type(small_warehouse: Path) -> None:
    types = event_types_by_sample(small_warehouse, "intermediate.int_trigger_mentions")
    failing = [
        f"{trigger['trigger_id']}: {trigger['example']!r} gives {sorted(found) or 'nothing'},"
        f" not {trigger['event_type']}"
        for trigger in seed_rows("events/event_triggers")
        if trigger["event_type"] not in (found := types[f"trigger.example.{trigger['trigger_id']}"])
    ]
    assert not failing, "\n".join(failing)


def test_event_triggers_tell_nothing_that_happened_in_the_counter_example(
    small_warehouse: Path,
) -> None:
    happened = "(select * from intermediate.int_events where modality = 'happened')"
    types = event_types_by_sample(small_warehouse, happened)
    failing = [
        f"{trigger['trigger_id']}: {trigger['counter_example']!r} gives {trigger['event_type']}"
        for trigger in seed_rows("events/event_triggers")
        # To deny an act is to reject: that happened.
        if trigger["event_type"] != "REJECT"
        and trigger["event_type"] in types[f"trigger.counter_example.{trigger['trigger_id']}"]
    ]
    assert not failing, "\n".join(failing)


def test_place_anaphors_refer_back_in_their_example_only(small_warehouse: Path) -> None:
    found = rows(
        small_warehouse,
        "select distinct parse_filename(documents.source_path, true)"
        " from intermediate.int_place_anaphors"
        " inner join staging.stg_documents as documents using (document_id)",
    )
    referring = {sample for (sample,) in found}
    rules = list(enumerate(seed_rows("events/place_anaphors")))
    failing = [
        f"{rule['phrase']}: {rule['example']!r} refers to nothing"
        for number, rule in rules
        if anaphor_key(number, "example") not in referring
    ]
    failing += [
        f"{rule['phrase']}: {rule['counter_example']!r} refers back"
        for number, rule in rules
        if anaphor_key(number, "counter_example") in referring
    ]
    assert not failing, "\n".join(failing)


def test_furniture_patterns_match_their_example_only() -> None:
    connection = duckdb.connect()
    failing = []
    for rule in seed_rows("layouts/furniture"):
        # A line that says something of those below it must be the pattern as a whole.
        is_part = rule["scope"] in {"line", "caption"}
        matches = "regexp_matches" if is_part else "regexp_full_match"
        on_example, on_counter_example = connection.execute(
            f"select {matches}($example, $pattern), {matches}($counter_example, $pattern)",
            {name: rule[name] for name in ("example", "counter_example", "pattern")},
        ).fetchone() or (None, None)
        if not on_example:
            failing.append(f"{rule['rule_id']} does not match {rule['example']!r}")
        if on_counter_example:
            failing.append(f"{rule['rule_id']} matches {rule['counter_example']!r}")
    assert not failing, "\n".join(failing)


def test_date_labels_match_their_example_only() -> None:
    connection = duckdb.connect()
    failing = []
    for rule in seed_rows("dates/date_labels"):
        # A label ends right before its day; one of another day may have words behind it.
        behind = r"[^|;]{0,40}" if rule["role"] == "other" else "(?: (?:on|at|in|the))? ?:? ?"
        on_example, on_counter_example = connection.execute(
            "select regexp_matches($example, $pattern), regexp_matches($counter_example, $pattern)",
            {
                "example": rule["example"],
                "counter_example": rule["counter_example"],
                "pattern": rf"(?i)(?:^|[^\p{{L}}])(?:{rule['pattern']}){behind}$",
            },
        ).fetchone() or (None, None)
        if not on_example:
            failing.append(f"{rule['label_id']} does not match {rule['example']!r}")
        if on_counter_example:
            failing.append(f"{rule['label_id']} matches {rule['counter_example']!r}")
    assert not failing, "\n".join(failing)


def found_by_sample(database: Path, model: str, columns: str) -> dict[str, set[tuple[Any, ...]]]:
    """What a model has of each sample, its title left out.

    Args:
        database: The small warehouse.
        model: A model with sentence_id and document_id.
        columns: Those wanted of it, with commas between them.
    """
    found: dict[str, set[tuple[Any, ...]]] = defaultdict(set)
    for sample, *values in rows(
        database,
        f"select distinct parse_filename(documents.source_path, true), {columns}"
        f" from {model} as found"
        " inner join intermediate.int_sentences as sentences using (sentence_id)"
        " inner join staging.stg_documents as documents"
        " on found.document_id = documents.document_id"
        " where sentences.line_number > 1",
    ):
        found[sample].add(tuple(values))
    return found


def failing_wordings(
    seed: str,
    found: dict[str, set[tuple[Any, ...]]],
    wanted: Callable[[dict[str, str]], tuple[Any, ...]],
) -> list[str]:
    """The rows whose example lacks what they give, or whose counter example has it."""
    failing = []
    for number, row in enumerate(seed_rows(f"quantities/{seed}")):
        value = wanted(row)
        if value not in (given := found[wording_key(seed, "example", number)]):
            failing.append(f"{row['example']!r} gives {sorted(given, key=str)}, not {value}")
        if value in found[wording_key(seed, "counter_example", number)]:
            failing.append(f"{row['counter_example']!r} gives {value}")
    return failing


def examples_without_phrase(seed: str) -> list[str]:
    """The rows whose example says something else than their phrase."""
    return [
        f"{row['phrase']!r} is not in {row['example']!r}"
        for row in seed_rows(f"quantities/{seed}")
        if row["phrase"] not in row["example"].lower().replace("-", " ")
    ]


def test_terms_are_found_in_their_example_only(small_warehouse: Path) -> None:
    found = found_by_sample(
        small_warehouse, "intermediate.int_term_mentions", "found.term_class, found.term_kind"
    )
    failing = failing_wordings("terms", found, lambda row: (row["term_class"], row["term_kind"]))
    assert not failing, "\n".join(failing)


def test_nouns_are_counted_in_their_example(small_warehouse: Path) -> None:
    after, before = (
        found_by_sample(small_warehouse, "intermediate.int_figures", f"found.noun_{side}_class")
        for side in ("after", "before")
    )
    failing = [
        f"{term['term_class']}: no figure of {term['example']!r} counts it"
        for number, term in enumerate(seed_rows("quantities/terms"))
        if term["term_kind"] == "noun"
        and (term["term_class"],)
        not in after[key := wording_key("terms", "example", number)] | before[key]
    ]
    assert not failing, "\n".join(failing)


def test_comparators_qualify_the_number_of_their_example_only(small_warehouse: Path) -> None:
    numbers = found_by_sample(
        small_warehouse, "intermediate.int_number_mentions", "found.qualifier"
    )
    failing = failing_wordings("comparators", numbers, lambda row: (row["qualifier"],))
    failing += examples_without_phrase("comparators")
    failing += [
        f"{row['counter_example']!r} has no number"
        for number, row in enumerate(seed_rows("quantities/comparators"))
        if not numbers[wording_key("comparators", "counter_example", number)]
    ]
    assert not failing, "\n".join(failing)


def test_number_phrases_give_their_value_in_their_example_only(small_warehouse: Path) -> None:
    numbers = found_by_sample(small_warehouse, "intermediate.int_number_mentions", "found.value")
    failing = failing_wordings("number_phrases", numbers, lambda row: (float(row["value"]),))
    failing += examples_without_phrase("number_phrases")
    assert not failing, "\n".join(failing)


def test_landmarks_are_told_by_their_example_only(small_warehouse: Path) -> None:
    found = rows(
        small_warehouse,
        "select parse_filename(documents.source_path, true), profiles.landmark_id"
        " from staging.stg_documents as documents"
        " inner join intermediate.int_event_profiles as profiles using (document_id)"
        " where profiles.landmark_id is not null",
    )
    told = {(sample, landmark) for sample, landmark in found if sample.startswith("landmark.")}
    wanted = {
        (f"landmark.example.{key}", key)
        for key in (row["landmark_id"] for row in seed_rows("events/landmark_events"))
    }
    assert told == wanted


def test_signs_of_landmarks_can_be_found(small_warehouse: Path) -> None:
    known = {
        name
        for column, table in (
            ("actor_id", "seeds.actors"),
            ("location_id", "seeds.places"),
        )
        for (name,) in rows(small_warehouse, f"select {column} from {table}")
    }
    failing = [
        f"{row['landmark_id']}: {sign}"
        for row in seed_rows("events/landmark_events")
        for column in ("signs", "other_signs", "further_signs", "no_signs", "other_doers")
        for sign in row[column].split("|")
        if sign
        and sign not in known
        # a state, a number, or the beginning of a word as telling_words cuts it
        and not re.fullmatch(r"[A-Z]{3}|\d{2,5}|[^\W\d_]{4,5}", sign)
    ]
    assert not failing, "\n".join(failing)
