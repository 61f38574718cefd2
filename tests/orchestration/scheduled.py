"""A code location with the schedule alone: its job does nothing, so that a daemon loads it fast."""

import dagster as dg

from dagster_project.automation import JOB, build_schedule
from dagster_project.settings import Settings


@dg.asset
def refreshed() -> None:
    """Stands for all that a refresh makes."""


_JOB = dg.define_asset_job(JOB, selection=[refreshed])
_SCHEDULE = build_schedule(Settings(), _JOB, audit=[], is_nothing_new=lambda: False)
defs = dg.Definitions(assets=[refreshed], jobs=[_JOB], schedules=[_SCHEDULE])
