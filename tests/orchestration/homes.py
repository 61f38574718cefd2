"""What tests ask of a warehouse's files, and lay into its raw folder."""

from pathlib import Path

import duckdb

from dagster_project.settings import Settings

Rows = list[tuple[object, ...]]
MARTS = (
    "dim_document",
    "documents",
    "fct_events",
    "fct_event_actors",
    "fct_observations",
    "bridge_document_location",
    "bridge_document_actor",
)
LOAD_COLUMNS = {"loaded_at", "run_id", "refresh_id"}


def rows(database: Path, sql: str, **values: object) -> Rows:
    with duckdb.connect(database, read_only=True) as connection:
        return connection.execute(sql, values).fetchall()


def published(settings: Settings, sql: str, **values: object) -> Rows:
    return rows(settings.published_database, sql, **values)


def in_build(settings: Settings, sql: str) -> Rows:
    return rows(settings.build_database, sql)


def statuses(settings: Settings) -> list[str]:
    """How the refreshes ended, in their order."""
    told = in_build(settings, "select status from raw.refreshes order by refresh_id")
    return [str(status) for (status,) in told]


def facts(settings: Settings) -> dict[str, Rows]:
    """Every row of the published facts, but for the columns that name a load."""
    found = {}
    for table in MARTS:
        columns = [str(row[0]) for row in published(settings, f"describe marts.{table}")]
        kept = ", ".join(column for column in columns if column not in LOAD_COLUMNS)
        found[table] = published(settings, f"select {kept} from marts.{table} order by all")
    return found


def add_news(settings: Settings, name: str) -> None:
    text = f"News of {name}.\n\nThe ministers met."
    (settings.raw_dir / "articles" / f"{name}.txt").write_text(text)
