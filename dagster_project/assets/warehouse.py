"""The dbt models, seeds and tests as assets and asset checks.

Belongs here: what happens in their step, and what is told of them after a build. Does not belong
here: how they are named (`dbt_names`), what dbt is asked for (`model_build`), SQL (dbt).
"""

from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from functools import cached_property
from pathlib import Path
from typing import Any

import dagster as dg
import duckdb
from dagster._utils.warnings import disable_dagster_warnings
from dagster_dbt import dbt_assets as build_from_dbt
from dagster_dbt.core.dbt_cli_event import DbtCoreCliEventMessage

from dagster_project.assets.column_metadata import ColumnMetadata, reading_meanwhile, rows_metadata
from dagster_project.assets.dbt_names import Translator
from dagster_project.assets.model_build import ModelBuild, failure_text
from dagster_project.assets.setting_aside import SettingAside
from dagster_project.building.dbt_runs import Event
from dagster_project.building.seeds import SeedError, check_seeds
from dagster_project.checks.offending import offending_rows, with_paths
from dagster_project.checks.words import meaning_of
from dagster_project.resources import WAREHOUSE_POOL, Dbt, Warehouse, writer_lock
from dagster_project.settings import Settings
from dagster_project.tables import evidence


def build_warehouse_assets(
    settings: Settings, manifest: Path, coder: str, project: str
) -> dg.AssetsDefinition:
    """All models and seeds of a manifest as one asset function.

    Args:
        settings: How many documents may be set aside.
        manifest: The manifest file, as of now.
        coder: Version of the project's files that read documents.
        project: Version of all its files, those that check what was read among them.
    """
    translator = Translator()

    @build_from_dbt(
        manifest=manifest,
        name="dbt_models",
        dagster_dbt_translator=translator,
        pool=WAREHOUSE_POOL,
    )
    def dbt_models(
        context: dg.AssetExecutionContext, dbt: Dbt, warehouse: Warehouse
    ) -> Iterator[Any]:
        say = context.log.warning
        if any(key.path[0] == "seeds" for key in context.selected_asset_keys):
            try:
                check_seeds(Path(dbt.project_dir))
            except SeedError as error:
                raise dg.Failure(description=str(error)) from None
        with writer_lock(Path(warehouse.home), say=say):
            build = ModelBuild(context, dbt, warehouse, translator, coder)
            nodes = build.manifest
            with warehouse.reader() as connection:
                columns = ColumnMetadata(nodes, dbt.artefacts, connection, translator.get_asset_key)
            aside = SettingAside(settings, warehouse, nodes, coder, project, say)
            few = build.begin_with_few(project)
            with reading_meanwhile(columns) as read_columns:

                def hear(event: Event) -> None:
                    print(event["info"]["msg"])
                    if _message_of(event).is_result_event:
                        read_columns(event["data"]["node_info"]["unique_id"])

                done = build.run(hear, only_touched=few)
                # What was set aside was in the tables: they are written whole without it.
                while build.reads and aside.makes_good(done):
                    few, done = False, build.run(hear, only_touched=False)
            build.note(done, only_touched=few)
            with warehouse.reader() as connection:
                columns.finish(connection)
                for said in done.events:
                    for event in _message_of(said).to_default_asset_events(
                        nodes, translator, context, dbt.artefacts
                    ):
                        yield _with_metadata(event, connection, done.results, columns, nodes)
        if not done.successful:
            raise dg.Failure(description=aside.refusal + failure_text(done))

    return _Models.dagster_internal_init(**dbt_models.get_attributes_dict())


def _message_of(event: Event) -> DbtCoreCliEventMessage:
    """An event of dbt's as dagster-dbt knows it."""
    return DbtCoreCliEventMessage(raw_event=dict(event), event_history_metadata={})


def _with_metadata(
    event: Any,  # noqa: ANN401 - one of five kinds of event
    connection: duckdb.DuckDBPyConnection,
    results: Mapping[str, Mapping[str, Any]],
    columns: ColumnMetadata,
    manifest: Mapping[str, Any],
) -> Any:  # noqa: ANN401
    """Add to a materialization its rows and columns, to a failed check its rows."""
    unique_id = _unique_id(event)
    result = results.get(unique_id, {})
    if isinstance(event, dg.Output):
        relation = result.get("relation_name")
        more = rows_metadata(connection, relation) if relation else {}
        metadata = {**event.metadata, **columns.of(unique_id), **more}
        return dg.Output(None, output_name=event.output_name, metadata=metadata)
    if isinstance(event, dg.AssetCheckResult) and not event.passed:
        more = _failing_rows(connection, result, manifest)
        meaning = meaning_of(manifest["nodes"].get(unique_id, {}))
        return event._replace(
            metadata={**(event.metadata or {}), **more}, description=event.description or meaning
        )
    return event


def _unique_id(event: Any) -> str:  # noqa: ANN401
    value = (getattr(event, "metadata", None) or {}).get("unique_id", "")
    return str(getattr(value, "value", value))


def _failing_rows(
    connection: duckdb.DuckDBPyConnection,
    result: Mapping[str, Any],
    manifest: Mapping[str, Any],
) -> dict[str, dg.MetadataValue]:
    compiled = result.get("compiled_code")
    more: dict[str, dg.MetadataValue] = {}
    if result.get("message"):
        more["message"] = dg.MetadataValue.text(result["message"])
    if not compiled or result.get("status") == "error":
        return more
    test = manifest["nodes"].get(result["unique_id"], {})
    tested = (manifest["nodes"] | manifest["sources"]).get(test.get("attached_node") or "", {})
    columns, rows = offending_rows(connection, compiled, test, tested.get("relation_name") or "")
    shown = evidence(*with_paths(connection, columns, rows))
    return more | {"failing_rows": dg.MetadataValue.md(shown)}


class _Models(dg.AssetsDefinition):
    """The assets and checks of all models, their keys put together once.

    Dagster's own does so for each of 300 tables, again for each: 100 million keys in a refresh.
    """

    @cached_property
    def asset_and_check_keys(self) -> AbstractSet[dg.AssetKey | dg.AssetCheckKey]:
        return super().asset_and_check_keys

    @staticmethod
    def dagster_internal_init(**attributes: Any) -> "_Models":  # noqa: ANN401 - as Dagster's own
        """Make a copy as Dagster does, of this class."""
        with disable_dagster_warnings():  # of arguments that are in beta
            return _Models(**attributes)
