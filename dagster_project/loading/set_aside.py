"""Documents that are set aside: loaded, but not read, since what is read of them is faulty.

Belongs here: the rows of `raw.set_aside`, and how long they stay. Does not belong here: which
documents a failed check names (`checks.blame`), how many may be set aside (`assets.setting_aside`).

For the models such a document is not there. Its text stays in the raw tables, and it is read
again when its file or sidecar changes, or whatever reads and checks it does.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import duckdb

from dagster_project.loading.raw_tables import DOCUMENTS, LATEST
from dagster_project.sql import Row, query

# What is kept of a fault's words.
_DETAIL_CHARACTERS = 400


@dataclass(frozen=True)
class Fault:
    """What is wrong with the rows of a document.

    Attributes:
        check: The test or model that failed.
        detail: What it says of the document, in words.
    """

    check: str
    detail: str


def set_aside(
    connection: duckdb.DuckDBPyConnection, faults: Mapping[str, Fault], rules: str
) -> None:
    """Set documents aside in the latest refresh; ids of no document are passed over.

    Args:
        connection: To the build file, writable.
        faults: By document.
        rules: Version of all that reads and checks documents.
    """
    connection.executemany(
        f"""
        insert or replace into raw.set_aside
        select loaded.document_id, refreshes.refresh_id, refreshes.refreshed_at,
            loaded.refresh_id, $rules, $check, $detail
        from {DOCUMENTS} as loaded
        inner join raw.refreshes on refreshes.refresh_id = {LATEST}
        where loaded.document_id = $document
        """,
        [
            {
                "document": name,
                "rules": rules,
                "check": fault.check,
                "detail": fault.detail[:_DETAIL_CHARACTERS],
            }
            for name, fault in sorted(faults.items())
        ],
    )


def release(connection: duckdb.DuckDBPyConnection, rules: str, *, everything: bool = False) -> None:
    """Let those be read again that changed, or that other rules are to read now.

    Args:
        connection: To the build file, writable, its raw tables loaded.
        rules: Version of all that reads and checks documents, as it is now.
        everything: All of them.
    """
    connection.execute(
        f"""
        delete from raw.set_aside
        where $everything
            or rules_version <> $rules
            or (document_id, loaded_by) not in (select (document_id, refresh_id) from {DOCUMENTS})
        """,
        {"rules": rules, "everything": everything},
    )


def take_back(connection: duckdb.DuckDBPyConnection) -> None:
    """Set nothing aside for the latest refresh, which was refused all the same."""
    connection.execute(f"delete from raw.set_aside where refresh_id = {LATEST}")


def documents_set_aside(connection: duckdb.DuckDBPyConnection) -> list[Row]:
    """Path, check and detail of each that still lies in the raw folder."""
    return query(
        connection,
        f"select source_path, check_name, detail from raw.set_aside"
        f" inner join {DOCUMENTS} as loaded using (document_id) where is_present"
        " order by source_path, document_id",
    )[1]
