"""What the project's own files are at this moment: fingerprints, and dbt's manifest.

Belongs here: telling whether models or code changed. Does not belong here: the raw folder.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

from dagster_project.resources import dbt_executable
from dagster_project.settings import Settings

_NOT_SOURCE = frozenset({"target", "logs", "dbt_packages", "__pycache__", ".user.yml"})
_MANIFESTS_KEPT = 3


class ManifestError(RuntimeError):
    """dbt could not parse the project; the message holds what it said."""


def _files(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.iterdir()):
        if path.name in _NOT_SOURCE:
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
    code = _digest(Path(__file__).resolve().parent, version("duckdb"))
    return hashlib.sha256((dbt_fingerprint(project_dir) + code).encode()).hexdigest()


def ensure_manifest(settings: Settings, project_dir: Path | None = None) -> Path:
    """The manifest of the dbt project as it is now, parsed where none is there yet.

    Kept by content below the warehouse's folder, so that a stale one is never used, two
    warehouses do not meet, and the UI's several processes can share one. 8 seconds where dbt has
    to parse, nothing otherwise.

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
    if wanted.exists():
        os.utime(wanted)
        return wanted
    folder.mkdir(parents=True, exist_ok=True)
    target = Path(tempfile.mkdtemp(prefix=".parse-", dir=folder))
    partial = settings.dbt_target_dir / "partial_parse.msgpack"
    try:
        if partial.exists():
            # dbt then parses only what changed since the last build.
            shutil.copy(partial, target)
        parsed = subprocess.run(  # noqa: S603
            [dbt_executable(), "--quiet", "parse", "--project-dir", str(project_dir)],
            env=os.environ
            | {
                "DBT_TARGET_PATH": str(target),
                "DBT_LOG_PATH": str(target),
                "DBT_PROFILES_DIR": str(project_dir),
                "DBT_SEND_ANONYMOUS_USAGE_STATS": "false",
                "SITREP_BUILD_DB": str(settings.build_database),
            },
            cwd=project_dir,
            capture_output=True,
            text=True,
            check=False,
        )
        if parsed.returncode != 0:
            raise ManifestError(f"dbt cannot parse the project:\n{parsed.stdout}{parsed.stderr}")
        json.loads((target / "manifest.json").read_bytes())
        if not partial.exists():
            # Nor need the first build parse again what was just parsed.
            partial.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(target / partial.name, partial)
        (target / "manifest.json").replace(wanted)
    finally:
        shutil.rmtree(target, ignore_errors=True)
    for old in sorted(folder.glob("*.json"), key=lambda path: path.stat().st_mtime_ns)[
        :-_MANIFESTS_KEPT
    ]:
        old.unlink(missing_ok=True)
    return wanted
