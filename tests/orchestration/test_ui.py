"""`make ui`, up to the moment when it becomes Dagster; the UI itself is in tests/browser."""

import socket

from dagster_project.commands import ui


def test_taken_port_is_said(monkeypatch, tmp_path, capsys):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        monkeypatch.setenv("SITREP_HOME", str(tmp_path))
        monkeypatch.setenv("SITREP_UI_PORT", str(port))
        assert ui.main() == 2
        assert ui.is_taken(port)
    assert not ui.is_taken(port)
    err = capsys.readouterr().err
    assert f"Port {port} is taken" in err
    assert f"SITREP_UI_PORT={port + 1} make ui" in err


def test_folder_that_cannot_be_used_is_said(monkeypatch, tmp_path, capsys):
    (tmp_path / "home").write_text("a file, not a folder")
    monkeypatch.setenv("SITREP_HOME", str(tmp_path / "home"))
    assert ui.main() == 2
    assert "SITREP_HOME" in capsys.readouterr().err
