"""Dagster's SQLite event log with connections that are kept open.

The stock one opens and closes a database for each statement, and asks for each event which tables
and columns the log has. A refresh records some 2,000 events (three for each check): that took 45 of
its 85 seconds.

Belongs here: how the log's files are opened. Does not belong here: what is in them.
"""

import os
from collections import OrderedDict
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import sqlalchemy as db
from dagster._core.storage.event_log.schema import AssetCheckExecutionsTable
from dagster._core.storage.event_log.sqlite.sqlite_event_log import SqliteEventLogStorage
from dagster._serdes import ConfigurableClassData
from sqlalchemy.engine import Connection, Engine

# One for the log across runs, the others for the runs that are being written or looked at.
_OPEN_FILES = 8
_BUSY_SECONDS = 30


class PooledSqliteEventLogStorage(SqliteEventLogStorage):
    """The stock event log, one engine for each of its files."""

    def __init__(self, base_dir: str, inst_data: ConfigurableClassData | None = None) -> None:
        self._engines: OrderedDict[str, Engine] = OrderedDict()
        self._tables: set[str] = set()
        self._key_columns: set[str] = set()
        super().__init__(base_dir, inst_data)

    @classmethod
    def from_config_value(
        cls, inst_data: ConfigurableClassData | None, config_value: Mapping[str, Any]
    ) -> "PooledSqliteEventLogStorage":
        """Make the storage from dagster.yaml; Dagster's own would make its own class."""
        return cls(inst_data=inst_data, **config_value)

    @contextmanager
    def _connect(self, shard: str) -> Iterator[Connection]:
        with self._db_lock:
            engine = self._engine(shard)
            if shard not in self._initialized_dbs:
                self._initdb(engine)
                self._initialized_dbs.add(shard)
            with engine.begin() as connection:
                yield connection

    def _engine(self, shard: str) -> Engine:
        engine = self._engines.pop(shard, None)
        if engine is None or not os.path.exists(self.path_for_shard(shard)):
            # A file that was deleted with its run is not written to any more.
            engine = db.create_engine(
                self.conn_string_for_shard(shard), connect_args={"timeout": _BUSY_SECONDS}
            )
            db.event.listen(engine, "connect", _write_without_waiting)
        self._engines[shard] = engine
        while len(self._engines) > _OPEN_FILES:
            self._engines.popitem(last=False)[1].dispose()
        return engine

    def has_table(self, table_name: str) -> bool:
        """Whether the log has a table: what it has it keeps, so that it is asked for once."""
        if table_name not in self._tables and super().has_table(table_name):
            self._tables.add(table_name)
        return table_name in self._tables

    def _has_asset_key_col_on_connection(self, conn: Connection, column_name: str) -> bool:
        if column_name not in self._key_columns and super()._has_asset_key_col_on_connection(
            conn, column_name
        ):
            self._key_columns.add(column_name)
        return column_name in self._key_columns

    def delete_events(self, run_id: str) -> None:
        """Delete all of a run: the stock log keeps its file and its checks for ever."""
        super().delete_events(run_id)
        checks = AssetCheckExecutionsTable
        with self.index_connection() as connection:
            connection.execute(checks.delete().where(checks.c.run_id == run_id))
        with self._db_lock:
            if (engine := self._engines.pop(run_id, None)) is not None:
                engine.dispose()
            self._initialized_dbs.discard(run_id)
            for ending in ("", "-wal", "-shm"):
                Path(self.path_for_shard(run_id) + ending).unlink(missing_ok=True)

    def dispose(self) -> None:
        """Close the files."""
        for engine in self._engines.values():
            engine.dispose()
        self._engines.clear()
        super().dispose()


def _write_without_waiting(connection: Any, _: object) -> None:  # noqa: ANN401
    # The log is in WAL mode, where this cannot damage it: a power cut may cost its last events.
    connection.execute("pragma synchronous = normal")
