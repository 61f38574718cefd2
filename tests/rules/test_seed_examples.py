"""Every rule of the seeds does what its example says, and not what its counter example says.

All failing rules are told at once: an analyst who adds rules wants to see what else they moved.
"""

from pathlib import Path

import duckdb
import pytest

from tests.rules.samples import measure_kind
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


def test_furniture_patterns_match_their_example_only() -> None:
    connection = duckdb.connect()
    failing = []
    for rule in seed_rows("layouts/furniture"):
        # A line from which on all is furniture must be the pattern as a whole.
        matches = "regexp_full_match" if rule["scope"] == "from_here" else "regexp_matches"
        on_example, on_counter_example = connection.execute(
            f"select {matches}($example, $pattern), {matches}($counter_example, $pattern)",
            {name: rule[name] for name in ("example", "counter_example", "pattern")},
        ).fetchone() or (None, None)
        if not on_example:
            failing.append(f"{rule['rule_id']} does not match {rule['example']!r}")
        if on_counter_example:
            failing.append(f"{rule['rule_id']} matches {rule['counter_example']!r}")
    assert not failing, "\n".join(failing)
