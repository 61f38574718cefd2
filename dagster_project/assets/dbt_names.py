"""How dbt's nodes are named in Dagster: keys, groups, tags, and what their checks make sure of.

Belongs here: what a manifest's node is called. Does not belong here: building it (`model_build`),
what is told of it afterwards (`warehouse`).
"""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from pathlib import Path
from typing import Any

import dagster as dg
from dagster_dbt import DagsterDbtTranslator, DagsterDbtTranslatorSettings, DbtProject
from dagster_dbt.dbt_manifest import validate_manifest

from dagster_project.building.standing import standing_nodes
from dagster_project.checks.words import meaning_of

LAYERS = ("seeds", "staging", "intermediate", "marts")
AUDIT = "audit"
THEME = "sitrep/theme"


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
        """The yml's tags, and the folders as the theme: `sitrep/theme: mentions.places`."""
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
    """The folders of a dbt node within its layer; the layer's own name where it has none."""
    layer = layer_of(node)
    return ".".join(folder for folder in node["fqn"][1:-1] if folder != layer) or layer


def model_keys(manifest: Path, layer: str, folder: str | None = None) -> list[dg.AssetKey]:
    """The asset keys of a layer's models.

    Args:
        manifest: dbt's manifest.
        layer: One of `LAYERS`.
        folder: A folder of that layer, to get its models only.
    """
    nodes = validate_manifest(manifest)["nodes"].values()
    return sorted(
        dg.AssetKey([layer, node["name"]])
        for node in nodes
        if node["resource_type"] == "model"
        and layer_of(node) == layer
        and (folder is None or node["fqn"][2] == folder)
    )


def standing_keys(manifest: Path) -> list[dg.AssetKey]:
    """The asset keys of the seeds and models that no document can change."""
    content = validate_manifest(manifest)
    nodes = (content["nodes"][unique_id] for unique_id in standing_nodes(content))
    return sorted(Translator().get_asset_key(node) for node in nodes)


def nodes_but(
    keys: AbstractSet[dg.AssetKey], manifest: Mapping[str, Any], translator: Translator
) -> set[str]:
    """The models and seeds that are other assets than these."""
    return {
        unique_id
        for unique_id, node in manifest["nodes"].items()
        if node["resource_type"] in {"model", "seed"} and translator.get_asset_key(node) not in keys
    }


def are_audit(
    keys: AbstractSet[dg.AssetKey], manifest: Mapping[str, Any], translator: Translator
) -> bool:
    """Whether only tables are built that tell of the refreshes themselves."""
    audit = {
        translator.get_asset_key(node)
        for node in manifest["nodes"].values()
        if node["resource_type"] == "model" and node["fqn"][1:3] == ["marts", AUDIT]
    }
    return keys <= audit
