"""Which documents a refresh reads: `raw.reading_list`, and `record.documents_read` behind it.

Belongs here: what is to be read and why, in which batches, and what was. Does not belong here:
how the rows of what was read are kept (the models below `intermediate/record`), what names the
coder (`project_files`).

A document stays on the list until its rows are in the record: a refresh that is killed leaves
the rest to the next one, and what was read in part is read again.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import duckdb

from dagster_project.loading.gazetteer_files import READER_VERSION
from dagster_project.loading.raw_tables import DOCUMENTS
from dagster_project.reading.documents import sha256
from dagster_project.sql import number, query, transaction

REASONS = ("new", "changed", "removed", "recoded", "asked")
RECORD_PREFIX = "int_recorded_"
# Characters that count as one document when a list is divided: of long texts fewer are a batch.
_ORDINARY_LENGTH = 5_000
_NAMED_FIRST = 5
_MONTH = r"((?:19|20)\d\d)-(0[1-9]|1[0-2])"
_MONTHS = re.compile(f"{_MONTH}(?:/{_MONTH})?")

_DDL = """
create schema if not exists record;
create table if not exists record.documents_read (
    document_id varchar not null primary key,
    loaded_by varchar not null,
    coder_version varchar not null
);
"""
# Those that are set aside are none.
_READABLE = f"(from {DOCUMENTS} where document_id not in (select document_id from raw.set_aside))"


class MonthError(ValueError):
    """What is asked for is no month and no span of months; the message names it."""


@dataclass(frozen=True)
class ReadingList:
    """What is to be read.

    Attributes:
        counts: Documents by reason, all reasons always there.
        first: Some documents of each reason: their paths, or ids where they are gone.
        batches: Into how many the list is divided; 0 when it is empty.
    """

    counts: dict[str, int]
    first: dict[str, list[str]]
    batches: int

    @property
    def total(self) -> int:
        """Documents on the list."""
        return sum(self.counts.values())


def prepare(connection: duckdb.DuckDBPyConnection) -> None:
    """Make the tables where they are missing."""
    connection.execute(_DDL)


def with_gazetteers(connection: duckdb.DuckDBPyConnection, coder: str) -> str:
    """The coder's version with the places that it knows: other gazetteers make others of names.

    Args:
        connection: To the build file, its gazetteer tables loaded.
        coder: The version of the project's own files.

    Returns:
        Twelve hexadecimal digits.
    """
    comments = query(
        connection,
        "select comment from duckdb_tables() where schema_name = 'raw'"
        " and table_name in ('world_cities', 'countries') order by table_name",
    )[1]
    files = query(
        connection,
        "select source_path, content_sha256 from raw.gazetteer_files"
        " where reason is null order by source_path",
    )[1]
    version = READER_VERSION if files else None
    return sha256(repr((coder, comments, version, files)).encode())[:12]


def write_reading_list(
    connection: duckdb.DuckDBPyConnection,
    coder: str,
    batch_documents: int,
    *,
    everything: bool = False,
) -> ReadingList:
    """Compare the documents with what was read, and list those to be read.

    What an earlier refresh left on the list stays on it. Where another coder reads, or everything
    is asked for, the record is emptied first: its columns may be others.

    Args:
        connection: To the build file, writable, with its raw tables.
        coder: Version of what will read, by `with_gazetteers`.
        batch_documents: Documents of ordinary length in a batch.
        everything: Read all documents whatever was read.

    Returns:
        What is on the list now.
    """
    prepare(connection)
    with transaction(connection):
        recoded = number(
            connection,
            "select count(*) from record.documents_read where coder_version <> $coder",
            coder=coder,
        )
        _list_documents(connection, coder, everything=everything)
        if recoded or everything:
            _forget(connection)
        _divide(connection, batch_documents)
    return reading_list(connection)


def _list_documents(connection: duckdb.DuckDBPyConnection, coder: str, *, everything: bool) -> None:
    connection.execute(f"""
        update raw.reading_list set reason = 'removed'
        where document_id not in (select document_id from {_READABLE})
    """)
    connection.execute(
        f"""
        insert or ignore into raw.reading_list
        select
            document_id,
            case
                when known.document_id is null then 'new'
                when now.document_id is null then 'removed'
                when known.coder_version <> $coder then 'recoded'
                when $everything then 'asked'
                else 'changed'
            end,
            1
        from {_READABLE} as now
        full outer join record.documents_read as known using (document_id)
        where $everything
            or known.document_id is null
            or now.document_id is null
            or known.coder_version <> $coder
            or known.loaded_by <> now.refresh_id
        """,
        {"coder": coder, "everything": everything},
    )


def _divide(connection: duckdb.DuckDBPyConnection, batch_documents: int) -> None:
    connection.execute(
        f"""
        create or replace temporary table divided as
        select
            document_id,
            1 + cast(
                coalesce(
                    sum(greatest(1, coalesce(char_count, 0) // {_ORDINARY_LENGTH})) over (
                        order by document_id
                        rows between unbounded preceding and 1 preceding
                    ),
                    0
                ) // $batch_documents as bigint
            ) as batch
        from raw.reading_list
        left join {_READABLE} as now using (document_id)
        """,
        {"batch_documents": batch_documents},
    )
    connection.execute("""
        update raw.reading_list set batch = divided.batch
        from divided where reading_list.document_id = divided.document_id
    """)
    connection.execute("drop table divided")


def _forget(connection: duckdb.DuckDBPyConnection) -> None:
    tables = query(
        connection,
        "select schema_name, table_name from duckdb_tables()"
        f" where schema_name = 'intermediate' and starts_with(table_name, '{RECORD_PREFIX}')",
    )[1]
    for schema, table in tables:
        connection.execute(f'drop table {schema}."{table}"')
    connection.execute("delete from record.documents_read")


def reading_list(connection: duckdb.DuckDBPyConnection) -> ReadingList:
    """What is on the list."""
    rows = query(
        connection,
        f"""
        select
            reason,
            count(*),
            list(coalesce(source_path, document_id) order by source_path, document_id)[
                1:{_NAMED_FIRST}
            ]
        from raw.reading_list
        left join {_READABLE} as now using (document_id)
        group by reason
        """,
    )[1]
    counts = dict.fromkeys(REASONS, 0)
    first: dict[str, list[str]] = {}
    for reason, count, names in rows:
        assert isinstance(names, list)
        counts[str(reason)] = int(str(count))
        first[str(reason)] = [str(name) for name in names]
    batches = number(connection, "select count(distinct batch) from raw.reading_list")
    return ReadingList(counts, first, batches)


def batch_was_read(connection: duckdb.DuckDBPyConnection, coder: str) -> None:
    """Take the batch whose rows the record now holds off the list.

    Args:
        connection: To the build file, writable.
        coder: Version of what read it.
    """
    batch = "batch = (select min(batch) from raw.reading_list)"
    with transaction(connection):
        connection.execute(f"""
            delete from record.documents_read
            where document_id in (select document_id from raw.reading_list where {batch})
                and document_id not in (select document_id from {_READABLE})
        """)
        connection.execute(
            f"""
            insert or replace into record.documents_read
            select document_id, refresh_id, $coder
            from {_READABLE}
            where document_id in (select document_id from raw.reading_list where {batch})
            """,
            {"coder": coder},
        )
        connection.execute(f"delete from raw.reading_list where {batch}")


def ask_for_months(connection: duckdb.DuckDBPyConnection, months: Sequence[str]) -> int:
    """Put the documents published in some months on the list.

    Args:
        connection: To the build file, writable.
        months: Each as `2017-05`, or the first and the last as `2017-09/2018-02`.

    Returns:
        Documents of these months.

    Raises:
        MonthError: One of them is neither; nothing is put on the list.
    """
    periods = [days_of(month) for month in months]
    prepare(connection)
    dated = number(
        connection,
        "select count(*) from duckdb_tables() where schema_name = 'intermediate'"
        f" and table_name = '{RECORD_PREFIX}document_dates'",
    )
    if not (periods and dated):
        return 0
    asked = (
        f"select document_id from intermediate.{RECORD_PREFIX}document_dates where "
        + " or ".join(
            f"(published_date >= date '{first}' and published_date < date '{end}')"
            for first, end in periods
        )
    )
    connection.execute(
        f"insert or ignore into raw.reading_list select document_id, 'asked', 1 from ({asked})"
    )
    return number(connection, f"select count(*) from ({asked})")


def days_of(months: str) -> tuple[date, date]:
    """The first day of a month or of a span of months, and the day behind the last.

    Raises:
        MonthError: It is neither.
    """
    found = _MONTHS.fullmatch(months.strip())
    if not found:
        raise MonthError(f"{months!r} is no month as 2017-05, nor a span as 2017-09/2018-02.")
    first_year, first_month, last_year, last_month = found.groups()
    first = date(int(first_year), int(first_month), 1)
    year, month = int(last_year or first_year), int(last_month or first_month)
    end = date(year + month // 12, month % 12 + 1, 1)
    if end <= first:
        raise MonthError(f"{months!r} ends before it begins.")
    return first, end
