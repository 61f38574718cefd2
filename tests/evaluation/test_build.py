"""What the evaluation builds: each labelled document with its sidecar, nothing else."""

import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from tests.evaluation import build
from tests.evaluation.corpora import OWN, SHIPPED
from tests.evaluation.gold import load_gold


def test_every_labelled_document_is_copied_with_its_sidecar(tmp_path: Path) -> None:
    assert build.copy_labelled_documents(tmp_path) == len(load_gold())
    files = [file.name for file in tmp_path.rglob("*") if file.is_file()]
    sidecars = [name for name in files if name.endswith(".meta.json")]
    assert len(files) == len(load_gold()) + len(sidecars)
    assert {name.split(".", 1)[0] for name in files} == {document.id for document in load_gold()}


def test_a_label_without_a_document_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "nothing.gold.json").write_text("{}")
    with pytest.raises(FileNotFoundError, match="nothing"):
        build.copy_labelled_documents(tmp_path / "raw", replace(SHIPPED, labels=tmp_path))


def test_own_documents_are_copied_without_their_labels(tmp_path: Path) -> None:
    assert build.copy_labelled_documents(tmp_path, OWN) == len(load_gold(OWN.labels))
    names = [file.name for file in tmp_path.rglob("*") if file.is_file()]
    sidecars = [name for name in names if name.endswith(".meta.json")]
    assert len(names) == 2 * len(sidecars)
    assert not [name for name in names if name.endswith(".gold.json")]


def test_a_failed_refresh_shows_the_end_of_its_output(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(command: list[str], **_: object) -> subprocess.CompletedProcess:
        return subprocess.CompletedProcess(command, 2, stdout="began\n", stderr="no such model\n")

    monkeypatch.setattr(subprocess, "run", fail)
    with pytest.raises(RuntimeError, match="no such model"):
        build.build_labelled_warehouse(tmp_path)
