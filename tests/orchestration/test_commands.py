"""A command says what it does, and refuses what it does not know before it does anything."""

import pytest

from dagster_project.commands import refresh, snapshots
from dagster_project.commands.arguments import parser_of


@pytest.mark.parametrize("main", [refresh.main, snapshots.main])
def test_help_is_all_that_help_does(main, monkeypatch, tmp_path, capsys):
    monkeypatch.setenv("SITREP_HOME", str(tmp_path / "home"))
    with pytest.raises(SystemExit) as ended:
        main(["--help"])
    assert ended.value.code == 0
    assert capsys.readouterr().out.startswith(f"usage: python -m {main.__module__} ")
    assert not (tmp_path / "home").exists()


@pytest.mark.parametrize(
    ("main", "arguments"),
    [(refresh.main, ["--ful"]), (refresh.main, ["raw"]), (snapshots.main, ["one", "other"])],
)
def test_argument_that_there_is_not_is_refused(main, arguments, monkeypatch, tmp_path, capsys):
    monkeypatch.setenv("SITREP_HOME", str(tmp_path / "home"))
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 2
    assert arguments[-1] in capsys.readouterr().err
    assert not (tmp_path / "home").exists()


def test_command_without_arguments_shows_its_first_line():
    told = parser_of("export", "Files for others.\n\nBelongs here: more.").format_help()
    assert told.startswith("usage: python -m dagster_project.commands.export [-h]\n")
    assert "Files for others." in told
    assert "Belongs here" not in told
