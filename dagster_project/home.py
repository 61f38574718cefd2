"""The warehouse's folder: made on first use, Dagster's own settings included."""

from __future__ import annotations

import json
import re
from pathlib import Path

from dagster_project.settings import Settings

_DAGSTER_YAML = """\
# Written by Sitrep when it was missing; edit freely, but for base_dir, which follows this folder.
telemetry:
  enabled: false

event_log_storage:
  # The stock log, with files that stay open: a refresh in half the time.
  module: dagster_project.event_storage
  class: PooledSqliteEventLogStorage
  config:
    base_dir: ""

concurrency:
  pools:
    # One process writes a DuckDB file, or many read it. A whole run holds the pool: two refreshes
    # whose steps alternate would each see half of the other.
    default_limit: 1
    granularity: run

run_monitoring:
  enabled: true
  # Without it a cancelled run holds its place in the pool for ever.
  free_slots_after_run_end_seconds: 30
  start_timeout_seconds: 180

retention:
  schedule:
    purge_after_days: 90
  sensor:
    # The sensor looks every few seconds and mostly has nothing to say.
    purge_after_days:
      skipped: 1
      failure: 30
      success: 90
"""

# Of the log of events alone: other storages may have a base_dir of their own.
_BASE_DIR = re.compile(r"(PooledSqliteEventLogStorage\s+config:\s+base_dir: ).*")


class HomeError(Exception):
    """The warehouse's folder cannot be used; the message says which and why."""


def prepare_home(settings: Settings) -> None:
    """Make the folders of a warehouse and Dagster's settings where they are missing.

    Raises:
        HomeError: They cannot be made or written to.
    """
    try:
        settings.build_dir.mkdir(parents=True, exist_ok=True)
        settings.dagster_home.mkdir(parents=True, exist_ok=True)
        _write_dagster_yaml(settings)
    except OSError as error:
        raise unusable(settings.home, error) from error


def unusable(home: Path, error: OSError) -> HomeError:
    """What is said of a warehouse's folder that cannot be written to."""
    reason = error.strerror or type(error).__name__
    where = f"The warehouse's folder {home} (setting SITREP_HOME)"
    return HomeError(f"{where} cannot be used: {reason}.")


def _write_dagster_yaml(settings: Settings) -> None:
    config = settings.dagster_home / "dagster.yaml"
    events = json.dumps(str(settings.dagster_home / "history" / "runs"))
    found = config.read_text() if config.exists() else None
    # A folder that was copied or moved would go on writing into the log of the first one.
    wanted = _BASE_DIR.sub(lambda line: line[1] + events, found or _DAGSTER_YAML)
    if wanted != found:
        draft = config.with_suffix(".draft")
        draft.write_text(wanted)
        draft.replace(config)
