"""What the code location offers, by name: what is missing here is missing in the UI."""

from datetime import timedelta

import dagster as dg
import pytest

from dagster_project.assets.published import KEY as PUBLISHED
from dagster_project.assets.sources import KEY as SOURCES
from dagster_project.automation import COLLECT_JOB, DOCUMENTS_JOB, JOB, RECORD_JOB
from dagster_project.definitions import build_definitions
from dagster_project.resources import WAREHOUSE_POOL
from dagster_project.settings import Settings
from tests.orchestration.tiny_dbt import MODELS

RAW = {
    *("articles", "bulletins", "load_ledger", "rejections", "refreshes", "collections"),
    *("reading_list", "set_aside"),
}
GAZETTEER = {
    *("world_cities", "countries"),
    *("gazetteer_files", "gazetteer_names", "gazetteer_pcodes", "gazetteer_places"),
}
PYTHON_CHECKS = {
    "sources/collected": {"every_source_answers"},
    "raw/load_ledger": {"files_are_in_the_ledger", "outcomes_have_their_rows"},
    "marts/dim_document": {"documents_pass_every_layer"},
    "marts/audit_row_counts": {"row_counts_are_true", "rows_against_previous_refresh"},
    "marts/fct_observations": {"observations_are_kept", "quotes_are_in_the_text"},
    "marts/fct_events": {"events_are_kept", "quotes_are_in_the_text"},
    "marts/fct_event_actors": {"event_actors_are_kept"},
    "marts/bridge_document_location": {"mentions_are_in_the_text"},
    "marts/bridge_document_actor": {"mentions_are_in_the_text"},
    "marts/documents": {"published_text_is_the_loaded_text"},
}
DBT_CHECKS = {
    "marts/fct_events": {
        "primary_key_fct_events_event_id",
        "accepted_values_fct_events_event_type__CONSULT",
        "accepted_values_fct_events_quote__nothing",
        "events_have_documents",
    },
    "seeds/row_drop_limits": {
        "never_null_row_drop_limits_max_drop",
        "primary_key_row_drop_limits_model",
    },
}


@pytest.fixture(scope="module")
def definitions(built: Settings, tiny_dbt) -> dg.Definitions:
    return build_definitions(built, dbt_project_dir=tiny_dbt)


def keys(specs) -> set[str]:
    return {spec.key.to_user_string() for spec in specs}


def test_assets_are_all_there_and_no_others(definitions):
    models = {f"{name.split('/')[0]}/{name.split('/')[-1]}" for name in MODELS}
    expected = {f"raw/{table}" for table in RAW | GAZETTEER}
    expected |= models | {
        "seeds/row_drop_limits",
        "published/sitrep",
        "published/exports",
        "sources/collected",
    }
    assert keys(definitions.resolve_all_asset_specs()) == expected


def test_checks_of_python_and_dbt_are_all_there_and_no_others(definitions):
    graph = definitions.resolve_asset_graph()
    found: dict[str, set[str]] = {}
    for key in graph.asset_check_keys:
        found.setdefault(key.asset_key.to_user_string(), set()).add(key.name)
    expected = {
        asset: PYTHON_CHECKS.get(asset, set()) | DBT_CHECKS.get(asset, set())
        for asset in PYTHON_CHECKS.keys() | DBT_CHECKS.keys()
    }
    assert found == expected


def test_errors_block_and_warnings_do_not(definitions):
    graph = definitions.resolve_asset_graph()
    blocking = {key.name: graph.get_check_spec(key).blocking for key in graph.asset_check_keys}
    assert not blocking.pop("accepted_values_fct_events_quote__nothing")
    assert not blocking.pop("every_source_answers")
    assert all(blocking.values())


def test_jobs_schedule_and_sensors_are_those_named(definitions):
    repository = definitions.get_repository_def()
    names = {job.name for job in repository.get_all_jobs() if not job.name.startswith("__")}
    assert names == {"refresh", "documents_refresh", "record_refresh", "collect"}
    assert [schedule.name for schedule in repository.schedule_defs] == ["daily_refresh"]
    assert repository.schedule_defs[0].job_name == JOB
    sensors = {sensor.name: [job.name for job in sensor.jobs] for sensor in repository.sensor_defs}
    assert sensors == {
        "raw_folder_changed": [JOB, DOCUMENTS_JOB],
        "time_to_collect": [COLLECT_JOB],
    }


def test_refresh_holds_everything_but_what_starts_it(definitions):
    job = definitions.resolve_job_def(JOB)
    graph = definitions.resolve_asset_graph()
    assert job.asset_layer.selected_asset_keys == set(graph.get_all_asset_keys()) - {SOURCES}
    checks = {key for key in graph.asset_check_keys if key.asset_key != SOURCES}
    assert {key for key in checks if key in job.asset_layer.asset_graph.asset_check_keys} == checks
    collecting = definitions.resolve_job_def(COLLECT_JOB)
    assert collecting.asset_layer.selected_asset_keys == {SOURCES}
    assert job.executor_def.name == "in_process"


def test_what_is_materialized_together_is_no_backfill(definitions):
    graph = definitions.resolve_asset_graph()
    assert not [key for key in graph.get_all_asset_keys() if graph.get(key).is_partitioned]


def test_what_is_chosen_in_the_ui_runs_in_one_process(definitions):
    assert definitions.resolve_implicit_global_asset_job_def().executor_def.name == "in_process"


def test_documents_refresh_leaves_the_dictionaries(definitions):
    whole, part = (
        {key.to_user_string() for key in job.asset_layer.selected_asset_keys}
        for job in map(definitions.resolve_job_def, (JOB, DOCUMENTS_JOB))
    )
    assert whole - part == {
        "seeds/row_drop_limits",
        "marts/dim_actor",
        "marts/dim_measure",
    }


def test_record_refresh_leaves_the_models(definitions):
    job = definitions.resolve_job_def(RECORD_JOB)
    selected = {key.to_user_string() for key in job.asset_layer.selected_asset_keys}
    assert selected == {
        *(f"raw/{table}" for table in (RAW | GAZETTEER) - {"reading_list"}),
        *(f"marts/audit_{name}" for name in ("history", "ledger", "rejections", "row_counts")),
        "published/sitrep",
    }


def test_assets_say_what_they_are(definitions):
    specs = list(definitions.resolve_all_asset_specs())
    groups = {"sources", "raw", "seeds", "staging", "intermediate", "marts", "published"}
    assert {spec.group_name for spec in specs} == groups
    for spec in specs:
        assert spec.group_name == spec.key.path[0]
        assert spec.owners, spec.key
        assert spec.kinds, spec.key
        if spec.key.path[0] in {"raw", "published", "sources"}:
            assert "Grain:" in (spec.description or ""), spec.key


def test_published_file_is_fresh_or_says_so(definitions):
    (spec,) = [s for s in definitions.resolve_all_asset_specs() if s.key == PUBLISHED]
    assert spec.freshness_policy == dg.FreshnessPolicy.time_window(
        fail_window=timedelta(hours=50),
        warn_window=timedelta(hours=26),
    )
    assert {dep.asset_key.path[0] for dep in spec.deps} == {"marts"}


def test_whatever_touches_the_warehouse_is_in_its_pool(definitions):
    job = definitions.resolve_job_def(JOB)
    pools = {node.name: node.definition.pool for node in job.nodes}
    assert set(pools.values()) == {WAREHOUSE_POOL}, pools
