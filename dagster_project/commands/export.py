"""`make export`: the files for other tools again, from the file that is published.

Belongs here: what a person at a terminal sees, and the exit status. Does not belong here: the
files (`exporting`).
"""

from __future__ import annotations

import sys

from dagster_project.commands.arguments import parser_of
from dagster_project.exporting.export import ExportError, export
from dagster_project.home import HomeError, prepare_home
from dagster_project.settings import SettingError, load_settings


def main() -> int:
    """Export the published file.

    Returns:
        The exit status: 0, or 1 when it could not be done, 2 for unusable settings.
    """
    try:
        settings = load_settings()
        prepare_home(settings)
        done = export(settings)
    except (SettingError, HomeError) as error:
        print(error, file=sys.stderr)
        return 2
    except ExportError as error:
        print(error, file=sys.stderr)
        return 1
    print(f"{len(done.rows)} files in {done.path} ({done.size_bytes / 1e6:.1f} MB):")
    for folder in sorted({path.split("/")[0] for path in done.rows}):
        print(f"  {folder}/")
    return 0


if __name__ == "__main__":
    parser_of("export", __doc__).parse_args()
    raise SystemExit(main())
