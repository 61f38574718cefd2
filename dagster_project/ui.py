"""`make ui`: Dagster's UI and daemon on this warehouse, with its state inside it."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from dagster_project.settings import PROJECT_ROOT, SettingError, load_settings


def main() -> int:  # noqa: RET503 - execve does not return
    """Become `dagster dev`, from workspace.yaml, on localhost.

    Returns:
        The exit status, where the settings cannot be used; otherwise it does not return.
    """
    from dagster_project.home import HomeError, prepare_home

    try:
        settings = load_settings()
        prepare_home(settings)
    except (SettingError, HomeError) as error:
        print(error, file=sys.stderr)
        return 2
    # Code servers and runs are processes of their own: they read the settings from these.
    environment = os.environ | {
        "DAGSTER_HOME": str(settings.dagster_home),
        "SITREP_HOME": str(settings.home),
        "SITREP_RAW_DIR": str(settings.raw_dir),
        "PYTHONPATH": os.pathsep.join(
            filter(None, [str(PROJECT_ROOT), os.environ.get("PYTHONPATH")])
        ),
    }
    dagster = str(Path(sys.executable).parent / "dagster")
    arguments = ["dev", "--workspace", str(PROJECT_ROOT / "workspace.yaml")]
    arguments += ["--host", "localhost", "--port", str(settings.ui_port)]
    print(f"The Dagster UI: http://localhost:{settings.ui_port} (Ctrl-C ends it)", flush=True)
    os.chdir(PROJECT_ROOT)
    os.execve(dagster, [dagster, *arguments], environment)  # noqa: S606


if __name__ == "__main__":
    raise SystemExit(main())
