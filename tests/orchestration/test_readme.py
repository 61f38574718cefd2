"""What the README names is there: settings, targets, folders, files, sections, tables.

Belongs here: names and defaults, which a reader types or looks for. Does not belong here: answers
and measurements, which documents and machines change.
"""

import json
import re
import shutil
from dataclasses import fields
from pathlib import Path

import pytest

from dagster_project.building.seeds import check_seeds
from dagster_project.settings import PREFIX, PROJECT_ROOT, Settings, load_settings

README = (PROJECT_ROOT / "README.md").read_text()
TREE = README.split("```text\nraw/")[1].split("```")[0]
INTERMEDIATE = PROJECT_ROOT / "dbt/models/intermediate"


def folders_below(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir() if path.is_dir() and path.name[0] not in "._"}


def test_settings_stand_with_their_defaults():
    stated = dict(re.findall(r"^\| `(SITREP_\w+)` \| (?:`(.+?)`)? ?\|", README, re.MULTILINE))
    assert stated.keys() == {PREFIX + field.name.upper() for field in fields(Settings)}
    defaults = {name: default for name, default in stated.items() if default}
    assert load_settings(defaults) == Settings()
    for name in stated.keys() - defaults.keys():
        assert getattr(Settings(), name.removeprefix(PREFIX).lower()) is None, name


def test_targets_can_be_made():
    targets = set(re.findall(r"^([a-z]+):", (PROJECT_ROOT / "Makefile").read_text(), re.MULTILINE))
    named = set(re.findall(r"`make ([a-z]+)", README)) | set(
        re.findall(r"^\$ make ([a-z]+)", README, re.MULTILINE)
    )
    assert named
    assert named <= targets


def test_files_are_there():
    named = set(re.findall(r"F=(dbt/[\w/]+\.sql)", README))
    named |= {f"dbt/analyses/cookbook/{name}" for name in re.findall(r"`(\w+\.sql)`", README)}
    named |= {f"dbt/seeds/{name}" for name in re.findall(r"`(\w+/\w+\.csv)`", README)}
    assert len(named) > 10
    assert not [name for name in sorted(named) if not (PROJECT_ROOT / name).exists()]


@pytest.mark.parametrize("block", re.findall(r"```csv\n(.*?)```", README, re.DOTALL))
def test_rows_that_it_shows_can_be_added(block, tmp_path):
    seeds = Path(shutil.copytree(PROJECT_ROOT / "dbt/seeds", tmp_path / "dbt/seeds"))
    by_header = {path.open(encoding="utf-8").readline(): path for path in seeds.rglob("*.csv")}
    for shown in block.split("\n\n"):
        header, _, rows = shown.strip().partition("\n")
        path = by_header[f"{header}\n"]
        content = path.read_text("utf-8").rstrip("\n")
        # A name may be there by now: then it reads as it would have been added.
        added = [row for row in rows.splitlines() if row not in content.splitlines()]
        path.write_text("\n".join([content, *added, ""]), "utf-8")
    check_seeds(seeds.parent)


def test_links_lead_to_sections():
    headings = re.findall(r"^#+ (.+)$", README, re.MULTILINE)
    anchors = {re.sub(r"[^\w -]", "", heading).lower().replace(" ", "-") for heading in headings}
    linked = set(re.findall(r"\]\(#([^)]+)\)", README))
    assert len(linked) > 10
    assert linked <= anchors


def test_tree_is_that_of_the_folders():
    tops = ("raw", "dagster_project", "dbt", "tests")
    there = {path.name for top in tops for path in PROJECT_ROOT.glob(f"{top}/**/")}
    made_by_a_refresh = {"warehouse", "report", "exports", "docs", "build", "dagster"}
    named = set(re.findall(r"(\w+)/", TREE))
    assert named <= there | {"raw"} | made_by_a_refresh
    rooms = folders_below(INTERMEDIATE) | folders_below(PROJECT_ROOT / "dbt/models/marts")
    for divided in ("mentions", "observations", "ledger"):
        rooms |= folders_below(INTERMEDIATE / divided)
    rooms |= folders_below(PROJECT_ROOT / "dagster_project") | folders_below(PROJECT_ROOT / "tests")
    assert rooms <= named


def test_tables_are_models(manifest: Path):
    models = {
        node["name"]
        for node in json.loads(manifest.read_bytes())["nodes"].values()
        if node["resource_type"] == "model"
    }
    named = set(re.findall(r"`((?:int|stg|fct|dim|mart|bridge|audit|export)_\w*[a-z])`", README))
    assert len(named) > 20
    assert named <= models
