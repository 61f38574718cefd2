"""`make docs`: dbt's documentation of the tables as one page, in the warehouse's folder.

Belongs here: starting dbt for it and saying where the page is. Does not belong here: what it says
(the yml files of the dbt project).
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from dagster_project.building.dbt_runs import dbt_executable
from dagster_project.commands.arguments import parser_of
from dagster_project.home import HomeError, prepare_home
from dagster_project.progress import say
from dagster_project.resources import writer_lock
from dagster_project.settings import SettingError, Settings, load_settings


def main() -> int:
    """Build the page.

    Returns:
        The exit status: 0 when it is there, 1 when dbt cannot make it, 2 for a setting or folder
        that cannot be used.
    """
    try:
        settings = load_settings()
        prepare_home(settings)
    except (SettingError, HomeError) as error:
        print(error, file=sys.stderr)
        return 2
    if not settings.build_database.exists():
        print("There are no tables to describe yet: run `make refresh` first.", file=sys.stderr)
        return 1
    say("dbt reads the project and the tables ...")
    try:
        page = build_docs(settings)
    except HomeError as error:
        print(error, file=sys.stderr)
        return 2
    if page is None:
        return 1
    print(f"The documentation: {page.as_uri()}")
    return 0


def build_docs(settings: Settings, project_dir: Path | None = None) -> Path | None:
    """Make the page, whole or not at all.

    Args:
        settings: Which warehouse; its build file is read, so a refresh has to end first.
        project_dir: Another dbt project than the product's own, for tests.

    Returns:
        The page; None where dbt failed, which has said why.
    """
    project_dir = project_dir or settings.dbt_project_dir
    page = settings.home / "docs" / "index.html"
    arguments = ["docs", "generate", "--static", "--project-dir", str(project_dir)]
    environment = os.environ | {
        "DBT_PROFILES_DIR": str(project_dir),
        "DBT_SEND_ANONYMOUS_USAGE_STATS": "false",
        "SITREP_BUILD_DB": str(settings.build_database),
    }
    # What lies there without the lock was left by a command that was killed.
    with writer_lock(settings.home):
        target = Path(tempfile.mkdtemp(prefix=".docs-", dir=settings.build_dir))
        try:
            done = subprocess.run(  # noqa: S603
                [dbt_executable(), "--quiet", *arguments],
                env=environment | {"DBT_TARGET_PATH": str(target), "DBT_LOG_PATH": str(target)},
                cwd=project_dir,
                check=False,
            )
            if done.returncode != 0:
                return None
            page.parent.mkdir(parents=True, exist_ok=True)
            (target / "static_index.html").replace(page)
        finally:
            shutil.rmtree(target, ignore_errors=True)
    return page


if __name__ == "__main__":
    parser_of("docs", __doc__).parse_args()
    raise SystemExit(main())
