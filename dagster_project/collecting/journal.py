"""What was asked and when, so that a server is asked only for what may be new.

Belongs here: the journal's file. Does not belong here: documents; the journal may be lost, and the
next collection asks for everything once and finds it in the raw folder already.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import astuple, dataclass, fields
from datetime import UTC, datetime, timedelta
from pathlib import Path

from dagster_project.collecting.records import Validators

_NOTED_EVERY = timedelta(days=1)
_DDL = """
create table if not exists addresses (
    source text not null,
    url text not null,
    is_listing integer not null,
    etag text,
    last_modified text,
    first_asked_at text not null,
    asked_at text not null,
    listed_at text not null,
    primary key (source, url)
) without rowid;
create table if not exists collections (
    source_name text not null,
    source_kind text not null,
    started_at text not null,
    ended_at text not null,
    status text not null,
    items_seen integer not null,
    items_new integer not null,
    items_changed integer not null,
    items_failed integer not null,
    message text,
    primary key (source_name, started_at)
) without rowid;
"""


@dataclass(frozen=True)
class Collection:
    """One collection of one source.

    Attributes:
        source_name: Its name.
        source_kind: Feed, pages, sitemap, folder or archive.
        started_at: ISO 8601, UTC.
        ended_at: ISO 8601, UTC.
        status: `ok`, `partial` (some documents failed) or `failed` (the source as a whole).
        items_seen: Documents that came.
        items_new: Of them, never seen before.
        items_changed: Of them, new versions.
        items_failed: Documents that could not be had.
        message: The first failures in words, None where there were none.
    """

    source_name: str
    source_kind: str
    started_at: str
    ended_at: str
    status: str
    items_seen: int
    items_new: int
    items_changed: int
    items_failed: int
    message: str | None


class Journal:
    """An open journal; use `open_journal`."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def validators(self, source: str, url: str) -> Validators:
        """What a source's address last came with."""
        found = self._connection.execute(
            "select etag, last_modified from addresses where source = ? and url = ?", (source, url)
        ).fetchone()
        return Validators(*found) if found else Validators()

    def listed(self, source: str, url: str) -> bool:
        """Note that a source lists an address; whether that was ever asked with success."""
        now = datetime.now(UTC)
        found = self._connection.execute(
            "select listed_at from addresses where source = ? and url = ?", (source, url)
        ).fetchone()
        # once a day is enough, of a sitemap with thousands of pages
        if found and found[0] < (now - _NOTED_EVERY).isoformat():
            self._connection.execute(
                "update addresses set listed_at = ? where source = ? and url = ?",
                (now.isoformat(), source, url),
            )
            self._connection.commit()
        return bool(found)

    def asked(
        self, source: str, url: str, validators: Validators, *, is_listing: bool = False
    ) -> None:
        """Record that an address was asked with success.

        Args:
            source: Of which source.
            url: The address.
            validators: What its version of now came with. Not those of a former one: a page that
                is put back would be taken for the one that lies here.
            is_listing: Whether it tells of documents and is none.
        """
        now = utc_now()
        self._connection.execute(
            """
            insert into addresses values (?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (source, url) do update set
                etag = excluded.etag,
                last_modified = excluded.last_modified,
                asked_at = excluded.asked_at
            """,
            (source, url, is_listing, validators.etag, validators.last_modified, now, now, now),
        )
        self._connection.commit()

    def refused(self, source: str, url: str) -> None:
        """Record that an address that was there is no more, or gives no document any more.

        It is asked again when the others are, not each time.
        """
        self._connection.execute(
            "update addresses set asked_at = ? where source = ? and url = ?",
            (utc_now(), source, url),
        )
        self._connection.commit()

    def to_ask_again(self, source: str, every: timedelta, until: timedelta) -> list[str]:
        """Documents that may have been corrected.

        Args:
            source: Of which source.
            every: How long ago they were last asked at least.
            until: How long ago they were first asked at most.
        """
        now = datetime.now(UTC)
        rows = self._connection.execute(
            "select url from addresses where source = ? and not is_listing"
            " and asked_at <= ? and first_asked_at >= ? order by asked_at, url",
            (source, (now - every).isoformat(), (now - until).isoformat()),
        )
        return [url for (url,) in rows.fetchall()]

    def add(self, collection: Collection) -> None:
        """Record a collection."""
        marks = ", ".join("?" * len(fields(Collection)))
        self._connection.execute(
            f"insert or replace into collections values ({marks})", astuple(collection)
        )
        self._connection.commit()

    def collections(self) -> list[Collection]:
        """All collections, oldest first."""
        rows = self._connection.execute(
            "select * from collections order by started_at, source_name"
        )
        return [Collection(*row) for row in rows.fetchall()]

    def prune(self, days: int) -> None:
        """Forget collections of more than some days ago, and addresses listed no more for as long.

        What is listed stays, or its document would be asked for again. A source that lists
        nothing, as when it does not answer, makes no address older.
        """
        limit = (datetime.now(UTC) - timedelta(days=days)).isoformat()
        self._connection.execute("delete from collections where ended_at < ?", (limit,))
        for source, last in self._connection.execute(
            "select source, max(listed_at) from addresses where not is_listing group by source"
        ).fetchall():
            limit = (datetime.fromisoformat(last) - timedelta(days=days)).isoformat()
            self._connection.execute(
                "delete from addresses where source = ? and not is_listing"
                " and listed_at < ? and asked_at < ?",
                (source, limit, limit),
            )
        self._connection.commit()


@contextmanager
def open_journal(path: Path) -> Iterator[Journal]:
    """Open the journal; it is made where it is missing, and anew where it is damaged."""
    path.parent.mkdir(parents=True, exist_ok=True)
    _set_damaged_aside(path)
    connection = sqlite3.connect(path, timeout=30)
    try:
        connection.executescript(_DDL)
        columns = connection.execute("pragma table_info(addresses)").fetchall()
        if "listed_at" not in {column[1] for column in columns}:
            connection.execute(
                "alter table addresses add column listed_at text not null default ''"
            )
            connection.execute("update addresses set listed_at = ?", (utc_now(),))
            connection.commit()
        yield Journal(connection)
    finally:
        connection.close()


def _set_damaged_aside(path: Path) -> None:
    """Rename a journal that cannot be read: it would hold up every refresh, and may be lost."""
    connection = sqlite3.connect(path, timeout=30)
    try:
        damaged = connection.execute("pragma quick_check(1)").fetchall() != [("ok",)]
    except sqlite3.OperationalError:
        raise  # locked, or no space left
    except sqlite3.DatabaseError:
        damaged = True
    finally:
        connection.close()
    if damaged:
        path.replace(path.with_name(f"{path.name}.damaged"))


def utc_now() -> str:
    """The time as the journal writes it."""
    return datetime.now(UTC).isoformat()
