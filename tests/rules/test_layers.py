"""The dbt project keeps its structure, and each rule of the structure can fail."""

import json
import pickle
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.rules import layers

pytestmark = pytest.mark.xdist_group("rules")

Tamper = Callable[[dict[str, Any]], None]


@pytest.fixture(scope="module")
def project(manifest: Path) -> dict[str, Any]:
    """What the project's manifest holds."""
    return json.loads(manifest.read_bytes())


@pytest.fixture(scope="module")
def pickled(project: dict[str, Any]) -> bytes:
    """The same, of which a copy is made four times as fast as of the dictionaries themselves."""
    return pickle.dumps(project)


@pytest.mark.parametrize("rule", layers.RULES, ids=lambda rule: rule.__name__)
def test_project_keeps_the_rule(
    rule: Callable[[layers.Manifest], list[str]], project: dict[str, Any]
) -> None:
    faults = rule(project)
    assert not faults, "\n".join(faults)


def model(manifest: dict[str, Any], name: str) -> dict[str, Any]:
    return manifest["nodes"][f"model.sitrep.{name}"]


def reads(name: str, unique_id: str) -> Tamper:
    def tamper(manifest: dict[str, Any]) -> None:
        model(manifest, name)["depends_on"]["nodes"].append(unique_id)

    return tamper


def without_tests(name: str, *tests: str) -> Tamper:
    def tamper(manifest: dict[str, Any]) -> None:
        manifest["nodes"] = {
            key: node
            for key, node in manifest["nodes"].items()
            if node.get("attached_node") != f"model.sitrep.{name}"
            or node["test_metadata"]["name"] not in tests
        }

    return tamper


def changed(name: str, field: str, value: object) -> Tamper:
    def tamper(manifest: dict[str, Any]) -> None:
        model(manifest, name)[field] = value

    return tamper


def column_changed(name: str, column: str, field: str) -> Tamper:
    def tamper(manifest: dict[str, Any]) -> None:
        model(manifest, name)["columns"][column][field] = ""

    return tamper


def strategy(name: str, kept: str) -> Tamper:
    def tamper(manifest: dict[str, Any]) -> None:
        model(manifest, name)["config"]["incremental_strategy"] = kept

    return tamper


def no_contract(manifest: dict[str, Any]) -> None:
    model(manifest, "fct_events")["config"]["contract"]["enforced"] = False


def not_counted(manifest: dict[str, Any]) -> None:
    model(manifest, "audit_row_counts")["depends_on"]["nodes"].remove("model.sitrep.fct_events")


def unknown_test(name: str) -> Tamper:
    def tamper(manifest: dict[str, Any]) -> None:
        for node in manifest["nodes"].values():
            if node["name"] == name:
                node["test_metadata"]["name"] = "somehow_right"

    return tamper


FAULTS = [
    (
        layers.skipped_layers,
        reads("stg_documents", "model.sitrep.int_lines"),
        "stg_documents (staging) reads int_lines (intermediate)",
    ),
    (
        layers.skipped_layers,
        reads("int_lines", "source.sitrep.raw.articles"),
        "int_lines (intermediate) reads articles (raw)",
    ),
    (
        layers.skipped_layers,
        reads("int_lines", "model.sitrep.dim_document"),
        "int_lines (intermediate) reads dim_document (marts)",
    ),
    (
        layers.skipped_layers,
        reads("fct_events", "model.sitrep.stg_documents"),
        "fct_events (marts) reads stg_documents (staging)",
    ),
    (
        layers.skipped_layers,
        reads("dim_document", "source.sitrep.raw.articles"),
        "dim_document (marts) reads articles (raw)",
    ),
    (
        layers.skipped_layers,
        changed("mart_discrepancies", "fqn", ["sitrep", "reports", "mart_discrepancies"]),
        "mart_discrepancies lies in no layer: reports",
    ),
    (
        layers.rooms_that_turn_back,
        reads("int_lines", "model.sitrep.int_date_mentions"),
        "intermediate/mentions/dates and intermediate/text read each other",
    ),
    (
        layers.mixed_readings,
        reads("int_lines", "model.sitrep.stg_documents"),
        "int_lines reads documents one at a time and across each other",
    ),
    (
        layers.mixed_readings,
        reads("int_figure_reporters", "model.sitrep.int_text_actors"),
        "int_figure_reporters reads documents one at a time and across each other",
    ),
    (
        layers.mixed_readings,
        reads("int_document_copies", "model.sitrep.int_sentences"),
        "int_document_copies reads documents one at a time and across each other",
    ),
    (
        layers.mixed_readings,
        reads("dim_measure", "model.sitrep.int_sentences"),
        "dim_measure is a mart of the documents of one refresh alone",
    ),
    (
        layers.kept_wrongly,
        reads("int_recorded_sentences", "model.sitrep.int_document_copies"),
        "int_recorded_sentences keeps int_document_copies, which is no reading of one text",
    ),
    (
        layers.kept_wrongly,
        strategy("int_recorded_sentences", "append"),
        "int_recorded_sentences is not kept by document",
    ),
    (
        layers.without_grain,
        changed("int_lines", "description", "Lines of a text."),
        "int_lines does not end its description with 'Grain: one row ...'",
    ),
    (
        layers.without_grain,
        changed("int_lines", "description", "Grain: one row a line. Lines of a text."),
        "int_lines does not end its description with 'Grain: one row ...'",
    ),
    (
        layers.without_tested_key,
        without_tests("fct_events", "primary_key"),
        "fct_events has no tested primary key",
    ),
    (
        layers.without_tested_key,
        without_tests("int_tokens", "unique_combination"),
        "int_tokens has no tested primary key",
    ),
    (
        layers.without_tested_key,
        without_tests("int_recorded_search_words", "unique_combination"),
        "int_search_words has no tested primary key",
    ),
    (
        layers.unlisted_dictionaries,
        reads("int_title_hits", "seed.sitrep.places"),
        "int_title_hits looks places up in int_ngrams, which int_phrases does not list",
    ),
    (layers.marts_without_contract, no_contract, "fct_events has no enforced contract"),
    (
        layers.undescribed_columns,
        column_changed("fct_events", "quote", "description"),
        "fct_events.quote has no description",
    ),
    (
        layers.undescribed_columns,
        column_changed("fct_events", "quote", "data_type"),
        "fct_events.quote has no type",
    ),
    (
        layers.undescribed_columns,
        changed("fct_events", "columns", {}),
        "fct_events describes no column",
    ),
    (layers.uncounted, not_counted, "fct_events is not in audit_row_counts"),
    (
        layers.patched_elsewhere,
        changed("fct_events", "patch_path", "sitrep://models/marts/schema.yml"),
        "fct_events is described in sitrep://models/marts/schema.yml",
    ),
    (
        layers.checks_without_words,
        unknown_test("primary_key_fct_events_event_id"),
        "primary_key_fct_events_event_id does not say what it makes sure of",
    ),
]


@pytest.mark.parametrize(("rule", "tamper", "fault"), FAULTS, ids=[fault for _, _, fault in FAULTS])
def test_rule_sees_the_fault(
    rule: Callable[[layers.Manifest], list[str]],
    tamper: Tamper,
    fault: str,
    project: dict[str, Any],
    pickled: bytes,
) -> None:
    before = rule(project)
    tampered = pickle.loads(pickled)
    tamper(tampered)
    assert fault in set(rule(tampered)) - set(before)
