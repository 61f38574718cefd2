"""Finding the documents at whose text a model's query raises, by trying halves of them.

Belongs here: narrowing down which rows of a model's parents make its query fail. Does not belong
here: tests, which name their rows themselves (`checks.blame`).

A query that raises at one value gives none of its rows and does not say whose value it was. The
model's own SQL is run again on the rows of some documents only, nothing of it being kept.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import duckdb

from dagster_project.reading.documents import ID_CHARACTERS
from dagster_project.sql import query

# What a value can cause. Memory, disk, names and types are nobody's text.
_OF_THE_DATA = re.compile(r"\b(Conversion|Out of Range|Invalid Input|Constraint) Error\b")
_CONSTRAINT = re.compile(r"\bConstraint Error\b")
_MOST_TRIES = 200
_IDS = ("document_id", "sentence_id", "mention_id", "token_id")


def is_of_the_data(message: str) -> bool:
    """Whether an error may come from a value, by what DuckDB says."""
    return _OF_THE_DATA.search(message) is not None


def breaks_a_constraint(message: str) -> bool:
    """Whether an error is not of a query but of the table that its rows were written to."""
    return _CONSTRAINT.search(message) is not None


def documents_that_fail(
    connection: duckdb.DuckDBPyConnection, compiled: str, parents: Sequence[str], most: int
) -> dict[str, str]:
    """The documents at whose rows a query raises, with what DuckDB says.

    After many tries those that were not told apart yet are named together.

    Args:
        connection: To the build file.
        compiled: The query.
        parents: The tables that it reads, as it names them.
        most: Stop when more than these are found.

    Returns:
        None where it does not raise here, raises without any document, or only at several
        in different halves together.
    """
    search = _Search(connection, compiled, parents, most)
    if search.documents and search.error_at([]) is None:
        search.narrow(search.documents)
    return search.found


class _Search:
    def __init__(
        self,
        connection: duckdb.DuckDBPyConnection,
        compiled: str,
        parents: Sequence[str],
        most: int,
    ) -> None:
        self._connection, self._most, self._tries = connection, most, 0
        self.found: dict[str, str] = {}
        ids = {parent: document for parent in parents if (document := self._id_of(parent))}
        self._query = compiled
        for parent, document in ids.items():
            some = f"(select * from {parent} where {document} in (from temp.tried))"
            self._query = self._query.replace(parent, some)
        self.documents: list[str] = []
        if ids:
            listed = " union ".join(f"select {name} from {parent}" for parent, name in ids.items())
            self.documents = [
                str(document) for (document,) in query(connection, f"{listed} order by 1")[1]
            ]

    def _id_of(self, parent: str) -> str | None:
        names = query(self._connection, f"select * from {parent} limit 0")[0]
        known = [name for name in _IDS if name in names]
        return f"left({known[0]}, {ID_CHARACTERS})" if known else None

    def narrow(self, documents: Sequence[str]) -> None:
        error = self.error_at(documents)
        if error is None or len(self.found) > self._most:
            return
        if len(documents) == 1 or self._tries > _MOST_TRIES:
            self.found |= dict.fromkeys(documents, error)
            return
        middle = len(documents) // 2
        self.narrow(documents[:middle])
        self.narrow(documents[middle:])

    def error_at(self, documents: Sequence[str]) -> str | None:
        """What DuckDB says to the query on the rows of these documents; None where all is well."""
        self._tries += 1
        self._connection.execute(
            "create or replace temporary table tried as select unnest($names) as document_id",
            {"names": list(documents)},
        )
        try:
            self._connection.execute(f"create or replace temporary table made as {self._query}")
        except duckdb.Error as error:
            said = str(error).splitlines()[0]
            return said if is_of_the_data(said) else None
        finally:
            self._connection.execute("drop table if exists temp.made")
        return None
