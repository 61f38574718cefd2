"""What the project's own files are at this moment: fingerprints, and dbt's manifest.

Belongs here: telling whether models or code changed. Does not belong here: the raw folder.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from importlib.metadata import version
from pathlib import Path
from typing import Any

from dagster_project.building.dbt_runs import PARSED, parsed_beside, run_dbt
from dagster_project.settings import Settings

_NOT_SOURCE = frozenset({"target", "logs", "dbt_packages", "__pycache__"})
_MANIFESTS_KEPT = 3
_PACKAGE = "sitrep"


class ManifestError(RuntimeError):
    """dbt could not parse the project; the message holds what it said."""


def is_of_a_tool(path: Path) -> bool:
    """Whether it is an editor's or a tool's own file, such as a lock: dbt passes it over, too."""
    return path.name.startswith((".", "#", "~"))


def _files(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.iterdir()):
        if path.name in _NOT_SOURCE or is_of_a_tool(path):
            continue
        if path.is_dir():
            yield from _files(path)
        elif path.suffix != ".pyc":
            yield path


def _digest(folder: Path, *more: str) -> str:
    digest = hashlib.sha256()
    for path in _files(folder):
        digest.update(path.relative_to(folder).as_posix().encode() + b"\0")
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    for text in more:
        digest.update(text.encode() + b"\0")
    return digest.hexdigest()


def dbt_fingerprint(project_dir: Path) -> str:
    """Changes when a model, seed, macro, test or dbt itself does."""
    return _digest(project_dir, version("dbt-core"), version("dbt-duckdb"))


def project_fingerprint(project_dir: Path) -> str:
    """Changes when the dbt project or this package does: then a refresh has something to do."""
    code = _digest(Path(__file__).resolve().parents[1], version("duckdb"))
    return hashlib.sha256((dbt_fingerprint(project_dir) + code).encode()).hexdigest()


def coder_version(manifest: Path, project_dir: Path) -> str:
    """Changes when a dictionary, macro or model does that decides what a text means.

    These are what the record's models are made of, however far back. Models that look across
    documents are none of them: they are built anew in every refresh.

    Args:
        manifest: dbt's manifest of the project as it is now.
        project_dir: The dbt project.

    Returns:
        Twelve hexadecimal digits.
    """
    content = json.loads(manifest.read_bytes())
    nodes, macros = content["nodes"], content["macros"]
    wanted = record_models(content)
    found: set[str] = set()
    while wanted:
        unique_id = wanted.pop()
        if unique_id in found:
            continue
        found.add(unique_id)
        node = nodes.get(unique_id) or macros.get(unique_id) or {}
        depends_on = node.get("depends_on", {})
        wanted += [*depends_on.get("nodes", []), *depends_on.get("macros", [])]
    digest = hashlib.sha256(version("duckdb").encode())
    for unique_id in sorted(found):
        digest.update(f"{unique_id}\0{_meaning(unique_id, content, project_dir)}\0".encode())
    return digest.hexdigest()[:12]


def record_models(content: Mapping[str, Any]) -> list[str]:
    """The ids of the models that keep the rows of all documents read, from a manifest."""
    return sorted(
        unique_id
        for unique_id, node in content["nodes"].items()
        if node["resource_type"] == "model" and node["fqn"][1:3] == ["intermediate", "record"]
    )


def _meaning(unique_id: str, content: Mapping[str, Any], project_dir: Path) -> str:
    kind, package = unique_id.split(".")[:2]
    if kind == "macro":
        # Those of dbt itself change with its version, and decide nothing about a text.
        return content["macros"][unique_id]["macro_sql"] if package == _PACKAGE else ""
    if kind == "seed":
        node = content["nodes"][unique_id]
        rows = hashlib.sha256((project_dir / node["original_file_path"]).read_bytes()).hexdigest()
        return rows + json.dumps(node["config"].get("column_types", {}), sort_keys=True)
    return content["nodes"][unique_id]["raw_code"] if kind == "model" else ""


def ensure_manifest(settings: Settings, project_dir: Path | None = None) -> Path:
    """The manifest of the dbt project as it is now, parsed where none is there yet.

    Kept by content below the warehouse's folder, so that a stale one is never used, two
    warehouses do not meet, and the UI's several processes can share one. With it lies the parsed
    project for dbt's runs. 10 seconds where dbt has to parse, nothing otherwise.

    Args:
        settings: Whose folder it is kept in.
        project_dir: The dbt project; the product's own when None.

    Returns:
        The manifest's path.

    Raises:
        ManifestError: dbt cannot parse the project.
    """
    project_dir = project_dir or settings.dbt_project_dir
    folder = settings.build_dir / "manifests"
    wanted = folder / f"{dbt_fingerprint(project_dir)}.json"
    files = (parsed_beside(wanted), wanted)
    if all(path.exists() for path in files):
        for path in files:
            os.utime(path)
        return wanted
    folder.mkdir(parents=True, exist_ok=True)
    target = Path(tempfile.mkdtemp(prefix=".parse-", dir=folder))
    try:
        if before := _by_age(folder, files[0].suffix):
            # dbt then parses only what changed since.
            shutil.copy(before[-1], target / PARSED)
        variables = {"SITREP_BUILD_DB": str(settings.build_database)}
        done = run_dbt(["parse"], project_dir, target, variables)
        if not done.successful:
            said = "\n".join(done.errors)
            raise ManifestError(f"dbt cannot parse the project:\n{said}")
        json.loads((target / "manifest.json").read_bytes())
        (target / PARSED).replace(files[0])
        (target / "manifest.json").replace(wanted)
    finally:
        shutil.rmtree(target, ignore_errors=True)
    for path in files:
        for old in _by_age(folder, path.suffix)[:-_MANIFESTS_KEPT]:
            old.unlink(missing_ok=True)
    return wanted


def _by_age(folder: Path, suffix: str) -> list[Path]:
    return sorted(folder.glob(f"*{suffix}"), key=lambda path: path.stat().st_mtime_ns)
