"""The tables of the schema `raw`: their columns, and how a refresh ended.

Belongs here: what the tables are. Does not belong here: what a load writes into them (`load`).
"""

from __future__ import annotations

import duckdb
import polars as pl

from dagster_project.sql import number, query, transaction

DOCUMENT_SCHEMA: dict[str, pl.DataType | type[pl.DataType]] = {
    "document_id": pl.String,
    "source_path": pl.String,
    "content_sha256": pl.String,
    "text": pl.String,
    "char_count": pl.Int64,
    "encoding": pl.String,
    "media_type": pl.String,
    "html_title": pl.String,
    "html_published_date": pl.Date,
    "html_outlet": pl.String,
    "source_url": pl.String,
    "outlet": pl.String,
    "published_date": pl.Date,
    "language": pl.String,
    "loaded_at": pl.Datetime("us"),
    "run_id": pl.String,
    "refresh_id": pl.String,
    "is_present": pl.Boolean,
    "superseded_by_document_id": pl.String,
}
_DOCUMENT_DDL = """
    document_id varchar not null primary key,
    source_path varchar not null,
    content_sha256 varchar not null,
    text varchar not null,
    char_count bigint not null,
    encoding varchar not null,
    media_type varchar not null,
    html_title varchar,
    html_published_date date,
    html_outlet varchar,
    source_url varchar,
    outlet varchar,
    published_date date,
    language varchar,
    loaded_at timestamp not null,
    run_id varchar not null,
    refresh_id varchar not null,
    is_present boolean not null,
    superseded_by_document_id varchar
"""
_DDL = f"""
create schema if not exists raw;
create table if not exists raw.articles ({_DOCUMENT_DDL});
create table if not exists raw.bulletins ({_DOCUMENT_DDL});
create table if not exists raw.reading_list (
    document_id varchar not null primary key,
    reason varchar not null check (reason in ('new', 'changed', 'removed', 'recoded', 'asked')),
    batch bigint not null
);
create table if not exists raw.load_ledger (
    refresh_id varchar not null,
    refreshed_at timestamp not null,
    source_path varchar not null,
    content_sha256 varchar,
    outcome varchar not null check (outcome in ('loaded', 'unchanged', 'duplicate', 'rejected')),
    reason varchar,
    detail varchar,
    document_id varchar,
    document_kind varchar,
    primary key (refresh_id, source_path)
);
create table if not exists raw.rejections (
    source_path varchar not null primary key,
    content_sha256 varchar,
    reason varchar not null,
    detail varchar,
    first_seen_at timestamp not null
);
create table if not exists raw.set_aside (
    document_id varchar not null primary key,
    refresh_id varchar not null,
    set_aside_at timestamp not null,
    loaded_by varchar not null,
    rules_version varchar not null,
    check_name varchar not null,
    detail varchar not null
);
create table if not exists raw.refreshes (
    refresh_id varchar not null primary key,
    refreshed_at timestamp not null,
    status varchar not null check (status in ('running', 'published', 'failed')),
    files_found bigint not null,
    raw_fingerprint varchar not null,
    project_fingerprint varchar
);
create table if not exists raw.collections (
    source_name varchar not null,
    source_kind varchar not null,
    started_at timestamp not null,
    ended_at timestamp not null,
    status varchar not null check (status in ('ok', 'partial', 'failed')),
    items_seen bigint not null,
    items_new bigint not null,
    items_changed bigint not null,
    items_failed bigint not null,
    message varchar,
    primary key (source_name, started_at)
);
"""
# All documents, as what stands behind `from`; DuckDB reads those columns alone that are asked for.
DOCUMENTS = "(from raw.articles union all from raw.bulletins)"
# The refresh that is at work, or the last one where none is.
LATEST = "(select max(refresh_id) from raw.refreshes)"
# What is compared to see whether a document's row is still right; the rest names the load.
STATE_COLUMNS = (
    "document_id",
    "source_path",
    "html_title",
    "html_published_date",
    "html_outlet",
    "source_url",
    "outlet",
    "published_date",
    "language",
)


def prepare(connection: duckdb.DuckDBPyConnection) -> None:
    """Make the raw tables where they are missing, and anew where an earlier Sitrep made them.

    What such a table held stays, in the columns that both have: versions of documents and what
    became of files are told by no file.
    """
    with duckdb.connect() as empty:
        empty.execute(_DDL)
        wanted = _columns(empty)
    held = _columns(connection)
    others = [table for table in wanted if table in held and held[table] != wanted[table]]
    if not others:
        connection.execute(_DDL)
        return
    with transaction(connection):
        for table in others:
            connection.execute(f"create temporary table held_{table} as from raw.{table}")
            connection.execute(f"drop table raw.{table}")
        connection.execute(_DDL)
        for table in others:
            both = ", ".join(name for name in wanted[table] if name in held[table])
            connection.execute(f"insert into raw.{table} ({both}) select {both} from held_{table}")
            connection.execute(f"drop table held_{table}")


def _columns(connection: duckdb.DuckDBPyConnection) -> dict[str, dict[str, str]]:
    """Names and types of the columns of each raw table."""
    found: dict[str, dict[str, str]] = {}
    for table, name, kind in query(
        connection,
        "select table_name, column_name, data_type from duckdb_columns()"
        " where database_name = current_database() and schema_name = 'raw'"
        " order by table_name, column_index",
    )[1]:
        found.setdefault(str(table), {})[str(name)] = str(kind)
    return found


def set_refresh_status(connection: duckdb.DuckDBPyConnection, refresh_id: str, status: str) -> None:
    """Record how a refresh ended: `published` or `failed`."""
    connection.execute(
        "update raw.refreshes set status = $status where refresh_id = $id",
        {"status": status, "id": refresh_id},
    )


def has_raw_tables(connection: duckdb.DuckDBPyConnection) -> bool:
    """Whether a load has ever written into this file."""
    tables = "select count(*) from duckdb_tables() where schema_name = 'raw'"
    return number(connection, f"{tables} and table_name in ('refreshes', 'load_ledger')") == 2


def last_was_published_by(
    connection: duckdb.DuckDBPyConnection, project_fingerprint: str, *, before_this: bool = False
) -> bool:
    """Whether the last refresh was published, and by these very models and code.

    Args:
        connection: To the build file.
        project_fingerprint: Of models and code.
        before_this: Ask of the one before the last, which is at work.
    """
    if not has_raw_tables(connection):
        return False
    last = query(
        connection,
        "select status, project_fingerprint from raw.refreshes order by refresh_id desc limit 1"
        f" offset {int(before_this)}",
    )[1]
    return last == [("published", project_fingerprint)]
