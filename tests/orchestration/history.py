"""What the published file says now and what it says it said at a moment."""

from datetime import datetime

import duckdb

from dagster_project.settings import Settings
from tests.orchestration.tiny_dbt import HISTORY

Rows = list[tuple[object, ...]]


def ask(settings: Settings, sql: str, **values: object) -> Rows:
    with duckdb.connect(settings.published_database, read_only=True) as connection:
        return connection.execute(sql, values).fetchall()


def tables_then(settings: Settings, moment: datetime) -> dict[str, Rows]:
    return {
        table: ask(settings, f"from marts.{table}_as_known($at) order by all", at=moment)
        for table in HISTORY
    }


def tables_now(settings: Settings) -> dict[str, Rows]:
    found = {}
    for table in HISTORY:
        described = ask(settings, f"describe from marts.{table}_as_known(now())")
        columns = ", ".join(str(row[0]) for row in described)
        found[table] = ask(settings, f"select {columns} from marts.{table} order by all")
    return found


def refreshed_at(settings: Settings) -> datetime:
    ((moment,),) = ask(settings, "select max(refreshed_at) from marts.audit_row_counts")
    assert isinstance(moment, datetime)
    return moment
