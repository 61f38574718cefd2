"""`make ui`: Dagster's UI and daemon on this warehouse, with its state inside it."""

from __future__ import annotations

import os
import socket
import sys

from dagster_project.commands.arguments import parser_of
from dagster_project.home import HomeError, prepare_home
from dagster_project.settings import PROJECT_ROOT, SettingError, load_settings


def main() -> int:  # noqa: RET503 - execve does not return
    """Become `dagster dev`, from workspace.yaml, on localhost.

    Returns:
        The exit status, where a setting, folder or port cannot be used; otherwise it does not
        return.
    """
    try:
        settings = load_settings()
        prepare_home(settings)
    except (SettingError, HomeError) as error:
        print(error, file=sys.stderr)
        return 2
    if is_taken(settings.ui_port):
        print(
            f"Port {settings.ui_port} is taken, perhaps by a UI that runs already:"
            f" look at http://localhost:{settings.ui_port}.\nFor a second one choose another port:"
            f" SITREP_UI_PORT={settings.ui_port + 1} make ui",
            file=sys.stderr,
        )
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
    # `dg dev`, to which a warning would send whoever types this, starts the same.
    arguments = ["-W", "ignore:Function `dev_command`", "-m", "dagster", "dev"]
    arguments += ["--workspace", str(PROJECT_ROOT / "workspace.yaml")]
    arguments += ["--host", "localhost", "--port", str(settings.ui_port)]
    print(
        f"The Dagster UI: http://localhost:{settings.ui_port}"
        " (it answers after about 20 seconds; Ctrl-C ends it)",
        flush=True,
    )
    os.chdir(PROJECT_ROOT)
    os.execve(sys.executable, [sys.executable, *arguments], environment)  # noqa: S606


def is_taken(port: int) -> bool:
    """Whether something answers on a port of localhost."""
    for address in ("127.0.0.1", "::1"):
        try:
            socket.create_connection((address, port), timeout=1).close()
        except OSError:
            continue
        return True
    return False


if __name__ == "__main__":
    parser_of("ui", __doc__).parse_args()
    raise SystemExit(main())
