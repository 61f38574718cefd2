"""The manifest follows the project's content; its lock is fit to publish, its dbt left alone."""

import re
import shutil
import tomllib

import pytest

from dagster_project.building.project_files import (
    ManifestError,
    coder_version,
    dbt_fingerprint,
    ensure_manifest,
    project_fingerprint,
)
from dagster_project.settings import PROJECT_ROOT, Settings


def test_fingerprint_follows_content_and_ignores_artefacts(tmp_path, tiny_dbt):
    project = shutil.copytree(tiny_dbt, tmp_path / "dbt")
    assert dbt_fingerprint(project) == dbt_fingerprint(tiny_dbt)
    (project / "target").mkdir()
    (project / "target" / "manifest.json").write_text("{}")
    (project / ".user.yml").write_text("id: 1")
    # what Emacs and LibreOffice lay beside a file that is open in them
    (project / "seeds" / "audit" / ".#row_drop_limits.csv").symlink_to("analyst@desk.1:2")
    (project / "seeds" / "audit" / ".~lock.row_drop_limits.csv#").write_text("analyst")
    assert dbt_fingerprint(project) == dbt_fingerprint(tiny_dbt)
    before = project_fingerprint(project)
    seed = project / "seeds" / "audit" / "row_drop_limits.csv"
    seed.write_text(seed.read_text() + "fct_events,0.5\n")
    assert dbt_fingerprint(project) != dbt_fingerprint(tiny_dbt)
    assert project_fingerprint(project) != before


def test_manifest_is_parsed_once(built, tiny_dbt):
    first = ensure_manifest(built, tiny_dbt)
    content = first.read_bytes()
    assert ensure_manifest(built, tiny_dbt) == first
    assert first.read_bytes() == content
    assert not list(first.parent.glob(".parse-*"))


def test_project_that_cannot_be_parsed_is_said_plainly(tmp_path, tiny_dbt):
    project = shutil.copytree(tiny_dbt, tmp_path / "dbt")
    (project / "models" / "broken.sql").write_text("select {{ ref('nothing') }}")
    with pytest.raises(ManifestError, match="nothing"):
        ensure_manifest(Settings(home=tmp_path / "home"), project)
    assert not list((tmp_path / "home" / "build" / "manifests").iterdir())


def test_dbt_project_folder_is_not_written_to(built):
    for name in ("target", "logs", ".user.yml"):
        assert not (built.dbt_project_dir / name).exists()


def test_lock_holds_every_pin_with_hashes_and_names_no_host():
    lock = (PROJECT_ROOT / "requirements.lock").read_text()
    project = tomllib.loads((PROJECT_ROOT / "pyproject.toml").read_text())
    # What the benchmark compares with has an environment and a lock of its own.
    pins = project["project"]["dependencies"] + project["dependency-groups"]["dev"]
    assert len(pins) > 20
    for pin in pins:
        assert re.search(rf"^{re.escape(pin)}\b", lock, re.MULTILINE), pin
    assert "://" not in lock
    assert not re.search(r"^\s*(--(extra-)?index|--find-links|-f|-i|#)", lock, re.MULTILINE)
    for line in lock.splitlines():
        assert re.match(r"[a-z0-9._\-]+==|    --hash=sha256:[0-9a-f]{64}", line), line


def test_coder_version_follows_what_reads_a_text_and_nothing_else(tmp_path, tiny_dbt):
    def version_of(change: dict[str, str]) -> str:
        folder = tmp_path / str(len(list(tmp_path.iterdir())))
        project = shutil.copytree(tiny_dbt, folder / "dbt")
        for name, added in change.items():
            path = project / name
            path.write_text(path.read_text() + added)
        return coder_version(ensure_manifest(Settings(home=folder / "home"), project), project)

    before = version_of({})
    assert version_of({"models/marts/facts/fct_events.sql": " where true"}) == before
    assert version_of({"models/intermediate/text/int_sentences.sql": " where true"}) != before
    assert version_of({"macros/record.sql": "{% macro other() %}{% endmacro %}"}) == before
