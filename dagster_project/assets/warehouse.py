"""The dbt models, seeds and tests as assets and asset checks.

Belongs here: how dbt's nodes are named in Dagster, and what is told of them after a build. Does
not belong here: SQL (dbt).
"""

import json
from collections.abc import Callable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import dagster as dg
import duckdb
from dagster_dbt import DagsterDbtTranslator, DagsterDbtTranslatorSettings, DbtProject
from dagster_dbt import dbt_assets as build_from_dbt
from dagster_dbt.asset_utils import get_updated_cli_invocation_params_for_context
from dagster_dbt.core.dbt_cli_event import DbtCoreCliEventMessage

from dagster_project.assets.column_metadata import ColumnMetadata
from dagster_project.assets.setting_aside import SettingAside
from dagster_project.building.dbt_runs import DbtRun, Event
from dagster_project.building.project_files import record_models
from dagster_project.building.seeds import SeedError, check_seeds
from dagster_project.building.standing import (
    LEFT_OUT,
    WHEN_LEFT_OUT,
    forgetting_tests,
    leaving_out,
    standing_nodes,
    touches_few,
)
from dagster_project.checks.offending import offending_rows
from dagster_project.checks.together import Together
from dagster_project.checks.words import meaning_of
from dagster_project.loading.reading_list import batch_was_read, reading_list, with_gazetteers
from dagster_project.publishing.written import (
    note_touched,
    note_untouched,
    note_whole,
    was_written,
)
from dagster_project.resources import WAREHOUSE_POOL, Dbt, Warehouse, writer_lock
from dagster_project.settings import Settings
from dagster_project.spark.hand_over import SparkError, build_on_spark, reading_rows_of
from dagster_project.sql import number, query
from dagster_project.tables import evidence, markdown_table

RECORD = "models/intermediate/record"
LAYERS = ("seeds", "staging", "intermediate", "marts")
AUDIT = "audit"
THEME = "sitrep/theme"
_PREVIEW_ROWS = 5


class Translator(DagsterDbtTranslator):
    """Names dbt's nodes by layer: `raw/articles`, `seeds/places`, `marts/fct_events`."""

    def __init__(self) -> None:
        super().__init__(DagsterDbtTranslatorSettings(enable_source_tests_as_checks=True))

    def get_asset_key(self, dbt_resource_props: Mapping[str, Any]) -> dg.AssetKey:
        """The layer and the node's name."""
        return dg.AssetKey([layer_of(dbt_resource_props), dbt_resource_props["name"]])

    def get_group_name(self, dbt_resource_props: Mapping[str, Any]) -> str | None:
        """The layer."""
        return layer_of(dbt_resource_props)

    def get_description(self, dbt_resource_props: Mapping[str, Any]) -> str:
        """The yml's description, without the SQL that Dagster would put under it."""
        return dbt_resource_props.get("description") or ""

    def get_tags(self, dbt_resource_props: Mapping[str, Any]) -> Mapping[str, str]:
        """The yml's tags, and the folder as the theme: `sitrep/theme: observations`."""
        return {**super().get_tags(dbt_resource_props), THEME: theme_of(dbt_resource_props)}

    def get_asset_check_spec(
        self,
        asset_spec: dg.AssetSpec,
        manifest: Mapping[str, Any],
        unique_id: str,
        project: DbtProject | None,
    ) -> dg.AssetCheckSpec | None:
        """The test with a sentence that says what it makes sure of."""
        spec = super().get_asset_check_spec(asset_spec, manifest, unique_id, project)
        words = meaning_of(manifest["nodes"][unique_id])
        return spec and spec._replace(description=words)


def layer_of(node: Mapping[str, Any]) -> str:
    """The layer of a dbt node: its source's name, or the first folder below the project."""
    if node["resource_type"] == "source":
        return node["source_name"]
    if node["resource_type"] == "seed":
        return "seeds"
    layer = node["fqn"][1]
    if layer not in LAYERS:
        raise ValueError(f"{node['unique_id']} lies in no layer: {layer}")
    return layer


def theme_of(node: Mapping[str, Any]) -> str:
    """The folder of a dbt node within its layer; the layer's own name where it has none."""
    folders = node["fqn"][1:-1]
    return folders[-1] if folders else layer_of(node)


def model_keys(manifest: Path, layer: str, folder: str | None = None) -> list[dg.AssetKey]:
    """The asset keys of a layer's models.

    Args:
        manifest: dbt's manifest.
        layer: One of `LAYERS`.
        folder: A folder of that layer, to get its models only.
    """
    nodes = json.loads(manifest.read_bytes())["nodes"].values()
    return sorted(
        dg.AssetKey([layer, node["name"]])
        for node in nodes
        if node["resource_type"] == "model"
        and layer_of(node) == layer
        and (folder is None or node["fqn"][2] == folder)
    )


def standing_keys(manifest: Path) -> list[dg.AssetKey]:
    """The asset keys of the seeds and models that no document can change."""
    content = json.loads(manifest.read_bytes())
    nodes = (content["nodes"][unique_id] for unique_id in standing_nodes(content))
    return sorted(Translator().get_asset_key(node) for node in nodes)


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
        # Unit tests pin the rules, not the data: `make test` runs them, a refresh need not.
        arguments = ["build", "--exclude-resource-type", "unit_test"]
        if any(key.path[0] == "seeds" for key in context.selected_asset_keys):
            try:
                check_seeds(Path(dbt.project_dir))
            except SeedError as error:
                raise dg.Failure(description=str(error)) from None
        with writer_lock(Path(warehouse.home), say=context.log.warning):
            chosen = get_updated_cli_invocation_params_for_context(context, {}, translator)
            nodes = chosen.manifest
            with warehouse.reader() as connection:
                version = with_gazetteers(connection, coder)
                columns = ColumnMetadata(nodes, dbt.artefacts, connection, translator.get_asset_key)
            left_out = _nodes_but(context.selected_asset_keys, nodes, translator)
            checked = {check.asset_key for check in context.selected_asset_check_keys}
            left_alone = left_out & _nodes_but(checked, nodes, translator)
            reads = chosen.indirect_selection is None and left_out <= standing_nodes(nodes)
            # What the models' columns are made from is read while dbt goes on.
            with ThreadPoolExecutor(1) as reader:
                looks = []

                def hear(event: Event) -> None:
                    print(event["info"]["msg"])
                    if _message_of(event).is_result_event:
                        unique_id = event["data"]["node_info"]["unique_id"]
                        looks.append(reader.submit(columns.look_at, unique_id))

                def build(*, only_touched: bool = False) -> DbtRun:
                    change = forgetting_tests(left_alone)
                    together = Together()
                    selection, tests = chosen.selection_args, chosen.indirect_selection
                    if dbt.spark_tables and not context.is_subset:
                        change = _build_on_spark(context, dbt, warehouse, version)
                    elif reads:
                        change = leaving_out(left_out)
                        read = _read_all_batches_but_the_last(
                            context, dbt, warehouse, version, change
                        )
                        if not read.successful:
                            return read
                        change = _both(change, lambda manifest: together.put(manifest, {LEFT_OUT}))
                        selection = []
                        if left_out:
                            selection, tests = ["--exclude", f"tag:{LEFT_OUT}"], WHEN_LEFT_OUT
                    done = dbt.run(
                        [*arguments, *selection],
                        coder=version,
                        indirect_selection=tests,
                        only_touched=only_touched,
                        hear=hear,
                        change=change,
                    )
                    return together.apart(
                        done,
                        lambda names: dbt.run(
                            ["test", "--select", *names], coder=version, hear=hear
                        ),
                    )

                aside = SettingAside(
                    settings, warehouse, nodes, coder, project, context.log.warning
                )
                with warehouse.reader() as connection:
                    few = bool(left_out) and reads and touches_few(connection, project)
                    few = few and not was_written(connection)
                if few:
                    with warehouse.writer() as connection:
                        note_whole(connection)
                done = build(only_touched=few)
                # What was set aside was in the tables: they are written whole without it.
                while reads and aside.makes_good(done):
                    few, done = False, build()
            for look in looks:
                look.result()
            kept = {name for name, node in done.results.items() if node["status"] == "success"}
            if done.successful and kept.issuperset(record_models(nodes)):
                with warehouse.writer() as connection:
                    batch_was_read(connection, version)
            with warehouse.writer() as connection:
                if done.successful and few:
                    note_touched(connection, nodes)
                elif done.successful and _are_audit(context.selected_asset_keys, nodes, translator):
                    note_untouched(connection, nodes, AUDIT)
                else:
                    note_whole(connection)
            with warehouse.reader() as connection:
                columns.finish(connection)
                for said in done.events:
                    for event in _message_of(said).to_default_asset_events(
                        nodes, translator, context, dbt.artefacts
                    ):
                        yield _with_metadata(event, connection, done.results, columns, nodes)
        if not done.successful:
            raise dg.Failure(description=aside.refusal + _failure_text(done))

    return dbt_models


def _both(first: Callable[[Any], None], second: Callable[[Any], None]) -> Callable[[Any], None]:
    """Two changes of a parsed project as one."""

    def change(manifest: object) -> None:
        first(manifest)
        second(manifest)

    return change


def _are_audit(
    keys: AbstractSet[dg.AssetKey], manifest: Mapping[str, Any], translator: Translator
) -> bool:
    """Whether only tables are built that tell of the refreshes themselves."""
    audit = {
        translator.get_asset_key(node)
        for node in manifest["nodes"].values()
        if node["resource_type"] == "model" and node["fqn"][1:3] == ["marts", AUDIT]
    }
    return keys <= audit


def _nodes_but(
    keys: AbstractSet[dg.AssetKey], manifest: Mapping[str, Any], translator: Translator
) -> set[str]:
    """The models and seeds that are other assets than these."""
    return {
        unique_id
        for unique_id, node in manifest["nodes"].items()
        if node["resource_type"] in {"model", "seed"} and translator.get_asset_key(node) not in keys
    }


def _build_on_spark(
    context: dg.AssetExecutionContext, dbt: Dbt, warehouse: Warehouse, coder: str
) -> Callable[[Any], None]:
    """Let Spark make the models' rows, all at once; what makes dbt read them."""
    with warehouse.writer() as connection:
        connection.execute("update raw.reading_list set batch = 1")
    done = dbt.run(["seed"], coder=coder)
    if not done.successful:
        raise dg.Failure(description=_failure_text(done))
    context.log.info("Spark makes the rows ...")
    tables = Path(dbt.spark_tables or "")
    variables = {"SITREP_CODER_VERSION": coder, "SITREP_THREADS": str(dbt.threads)}
    try:
        build_on_spark(warehouse.database, tables, dbt.spark_master or "local[*]", variables)
    except SparkError as error:
        raise dg.Failure(description=str(error)) from None
    return reading_rows_of(tables)


def _read_all_batches_but_the_last(
    context: dg.AssetExecutionContext,
    dbt: Dbt,
    warehouse: Warehouse,
    coder: str,
    change: Callable[[Any], None],
) -> DbtRun:
    """Read documents into the record without looking across them, until one batch is left.

    Returns:
        The run that failed, or the last.
    """
    done = DbtRun(successful=True, events=[], results={}, errors=[])
    arguments = ["build", "--select", f"+path:{RECORD}", "--exclude", f"tag:{LEFT_OUT}"]
    arguments += ["--exclude-resource-type", "test", "unit_test"]
    with warehouse.reader() as connection:
        batches = reading_list(connection).batches
    for number_read in range(1, batches):
        context.log.info(f"Reading batch {number_read} of {batches} ...")
        done = dbt.run(arguments, coder=coder, change=change)
        if not done.successful:
            break
        with warehouse.writer() as connection:
            batch_was_read(connection, coder)
        if number_read == 1:
            arguments += ["seed"]  # loaded by the first
    return done


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
        more = _relation_metadata(connection, relation) if relation else {}
        metadata = {**event.metadata, **columns.of(unique_id), **more}
        return dg.Output(None, output_name=event.output_name, metadata=metadata)
    if isinstance(event, dg.AssetCheckResult) and not event.passed:
        more = _failing_rows(connection, result, manifest)
        return event._replace(metadata={**(event.metadata or {}), **more})
    return event


def _unique_id(event: Any) -> str:  # noqa: ANN401
    value = (getattr(event, "metadata", None) or {}).get("unique_id", "")
    return str(getattr(value, "value", value))


def _relation_metadata(
    connection: duckdb.DuckDBPyConnection, relation: str
) -> dict[str, dg.MetadataValue]:
    columns, rows = query(connection, f"from {relation} limit {_PREVIEW_ROWS}")
    count = number(connection, f"select count(*) from {relation}")
    return {
        "dagster/row_count": dg.MetadataValue.int(count),
        "preview": dg.MetadataValue.md(markdown_table(columns, rows)),
    }


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
    return more | {"failing_rows": dg.MetadataValue.md(evidence(columns, rows))}


def _failure_text(done: DbtRun) -> str:
    failed = [
        f"{unique_id.split('.')[2]}: {' '.join(str(result['message']).split())}"
        for unique_id, result in done.results.items()
        if result["status"] in {"error", "fail"}
    ]
    if not failed:
        return f"dbt failed before it built anything. {' '.join(done.errors)}"
    return f"dbt reports {len(failed)} faults: " + "; ".join(failed)
