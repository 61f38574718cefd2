"""`make report`: the page again, from the file that is published.

Belongs here: what a person at a terminal sees, and the exit status. Does not belong here: the page
(`report`).
"""

from __future__ import annotations

import sys

import duckdb

from dagster_project.commands.arguments import parser_of
from dagster_project.home import HomeError
from dagster_project.report.page import write_report
from dagster_project.resources import writer_lock
from dagster_project.settings import SettingError, load_settings


def main() -> int:
    """Write the report of the environment's warehouse.

    Returns:
        The exit status: 0 when it was written, 1 when it could not be, 2 for a setting or folder
        that cannot be used or a warehouse that was never published.
    """
    try:
        settings = load_settings()
    except SettingError as error:
        print(error, file=sys.stderr)
        return 2
    if not settings.published_database.exists():
        print(
            f"There is no {settings.published_database} yet: `make refresh` makes it, and the"
            " report with it.",
            file=sys.stderr,
        )
        return 2
    try:
        # Two at once would write into one draft.
        with writer_lock(settings.home):
            made = write_report(
                settings.published_database, settings.report_page, settings.build_dir
            )
    except HomeError as error:
        print(error, file=sys.stderr)
        return 2
    except (duckdb.Error, OSError) as error:
        print(f"The report was not made: {error}", file=sys.stderr)
        return 1
    print(f"Report: {made.path} ({made.size_bytes / 1e6:.1f} MB, open it in a browser)")
    if made.left_out:
        print(f"It holds {'; '.join(made.left_out)}.")
    return 0


if __name__ == "__main__":
    parser_of("report", __doc__).parse_args()
    raise SystemExit(main())
