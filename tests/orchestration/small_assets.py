"""An asset and its check that take no time, and the automation of no asset at all."""

from collections.abc import Callable

import dagster as dg

from dagster_project.automation import build_automation
from dagster_project.settings import Settings


@dg.asset
def number() -> dg.MaterializeResult:
    return dg.MaterializeResult(metadata={"n": 1})


@dg.asset_check(asset=number)
def is_one() -> dg.AssetCheckResult:
    return dg.AssetCheckResult(passed=True)


def automation_of_nothing(
    settings: Settings, dictionaries_stand: Callable[[], bool] = lambda: False
):
    """Jobs, schedule and sensors, where something is new and no dictionary stands."""
    nothing = dg.AssetSelection.assets()
    return build_automation(
        settings,
        everything=nothing,
        standing=[],
        audit=[],
        sources=nothing,
        is_nothing_new=lambda: False,
        dictionaries_stand=dictionaries_stand,
    )
