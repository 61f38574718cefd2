"""`make report`: the page again, from the file that is published.

Belongs here: what a person at a terminal sees, and the exit status. Does not belong here: the page
(`report`).
"""

from __future__ import annotations

import sys

import duckdb

from dagster_project.commands.arguments import parser_of
from dagster_project.report.page import write_report
from dagster_project.settings import SettingError, load_settings


def main() -> int:
    """Write the report of the environment's warehouse.

    Returns:
        The exit status: 0 when it was written, 1 when it could not be, 2 for a setting that
        cannot be used or a warehouse that was never published.
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
        made = write_report(settings.published_database, settings.report_page, settings.build_dir)
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
