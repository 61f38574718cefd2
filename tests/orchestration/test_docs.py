"""`make docs`."""

import pytest

from dagster_project.commands import docs


@pytest.mark.slow
def test_page_describes_the_tables_and_needs_no_other_file(own, tiny_dbt):
    page = docs.build_docs(own, tiny_dbt)
    assert page == own.home / "docs" / "index.html"
    text = page.read_text()
    assert "Key of the event; it's stable." in text
    assert "manifest.json" not in [path.name for path in page.parent.iterdir()]
    assert not list(own.build_dir.glob(".docs-*"))


def test_tables_that_are_not_built_yet_are_said(monkeypatch, tmp_path, capsys):
    monkeypatch.setenv("SITREP_HOME", str(tmp_path))
    assert docs.main() == 1
    assert "make refresh" in capsys.readouterr().err
