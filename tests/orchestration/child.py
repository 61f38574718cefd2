"""A refresh in a process of its own, for tests that run two at once or kill one."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from dagster_project.settings import PROJECT_ROOT, Settings

_REFRESH = """
import sys, warnings
warnings.simplefilter("ignore")
from pathlib import Path
from dagster_project.commands.refresh import refresh
from dagster_project.settings import Settings
raw, home, dbt = map(Path, sys.argv[1:4])
everything = "everything" in sys.argv
done = refresh(Settings(raw_dir=raw, home=home), dbt_project_dir=dbt, everything=everything)
raise SystemExit(done)
"""


def start(
    settings: Settings,
    dbt: Path,
    before: Callable[[], None] | None = None,
    *,
    everything: bool = False,
) -> subprocess.Popen:
    """Start a refresh in a session of its own; `before` runs in the child first."""
    folders = (str(settings.raw_dir), str(settings.home), str(dbt))
    return subprocess.Popen(
        [sys.executable, "-c", _REFRESH, *folders, *(["everything"] if everything else [])],
        cwd=PROJECT_ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        preexec_fn=before,
    )
