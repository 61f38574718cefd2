"""Asking DuckDB from Python.

Results are always fetched whole: DuckDB 2 refuses the next statement on a connection whose last
result was not read to its end, which `fetchone` does not do.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import duckdb

Row = tuple[object, ...]
# What keeps the system from opening or reading a file says nothing of what is in it.
_OF_THE_SYSTEM = tuple(
    os.strerror(number).lower()
    for number in (
        *(errno.EACCES, errno.EPERM, errno.EROFS, errno.ENOSPC, errno.EDQUOT, errno.EFBIG),
        *(errno.EIO, errno.ESTALE, errno.EMFILE, errno.ENFILE, errno.ENOMEM, errno.EISDIR),
    )
)


def open_to_read(database: Path, memory: str | None = None) -> duckdb.DuckDBPyConnection:
    """Open a file for reading: in a `with`, so that it is closed whatever happens.

    Args:
        database: The file.
        memory: What DuckDB may hold, see SITREP_MEMORY; its own default when None.
    """
    limit = {} if memory is None else {"memory_limit": memory}
    return duckdb.connect(database, read_only=True, config=limit)


def is_held_elsewhere(error: duckdb.Error) -> bool:
    """Whether a file cannot be opened since another program has it open, by what DuckDB says."""
    return "could not set lock on file" in str(error).lower()


def is_damage(error: duckdb.Error) -> bool:
    """Whether a file cannot be opened since it is no database, or no longer a whole one."""
    said = str(error).lower()
    if is_held_elsewhere(error) or any(words in said for words in _OF_THE_SYSTEM):
        return False
    kinds = (duckdb.IOException, duckdb.SerializationException, duckdb.InternalException)
    # A wrong checksum has no class of its own.
    return isinstance(error, kinds) or str(error).startswith("Corrupt database file")


@contextmanager
def transaction(connection: duckdb.DuckDBPyConnection) -> Iterator[None]:
    """All of what is done meanwhile, or nothing."""
    connection.begin()
    try:
        yield
        connection.commit()
    except BaseException:
        # A commit that fails has rolled back already.
        with suppress(duckdb.TransactionException):
            connection.rollback()
        raise


def query(
    connection: duckdb.DuckDBPyConnection, sql: str, **parameters: object
) -> tuple[list[str], list[Row]]:
    """Run a query.

    Args:
        connection: To run it on.
        sql: The query, parameters as `$name`.
        parameters: Their values.

    Returns:
        The column names and the rows.
    """
    result = connection.execute(sql, parameters or None)
    columns = [column[0] for column in result.description or []]
    return columns, result.fetchall()


def scalar(connection: duckdb.DuckDBPyConnection, sql: str, **parameters: object) -> object:
    """Run a query that yields one value."""
    ((value,),) = query(connection, sql, **parameters)[1]
    return value


def number(connection: duckdb.DuckDBPyConnection, sql: str, **parameters: object) -> int:
    """Run a query that yields one whole number."""
    return int(str(scalar(connection, sql, **parameters)))
