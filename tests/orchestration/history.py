"""What the published file says now and what it says it said at a moment."""

from datetime import datetime

from dagster_project.settings import Settings
from tests.orchestration.homes import Rows, published
from tests.orchestration.tiny_dbt import HISTORY


def tables_then(settings: Settings, moment: datetime) -> dict[str, Rows]:
    return {
        table: published(settings, f"from marts.{table}_as_known($at) order by all", at=moment)
        for table in HISTORY
    }


def tables_now(settings: Settings) -> dict[str, Rows]:
    found = {}
    for table in HISTORY:
        described = published(settings, f"describe from marts.{table}_as_known(now())")
        columns = ", ".join(str(row[0]) for row in described)
        found[table] = published(settings, f"select {columns} from marts.{table} order by all")
    return found


def refreshed_at(settings: Settings) -> datetime:
    ((moment,),) = published(settings, "select max(refreshed_at) from marts.audit_row_counts")
    assert isinstance(moment, datetime)
    return moment
