"""The one writer of the build file, and dbt.

Belongs here: who may open the build file, and how dbt is started. Does not belong here: what is
written.
"""

import fcntl
import os
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import dagster as dg
import duckdb
from dagster_dbt import DbtCliInvocation, DbtCliResource
from dagster_dbt.compat import BaseAdapter
from packaging.version import Version
from pydantic import Field

# Everything that opens the build file runs in this pool of one.
WAREHOUSE_POOL = "warehouse_file"

_held: dict[Path, int] = {}


@contextmanager
def writer_lock(
    home: Path, say: Callable[[str], None] = lambda line: print(line, file=sys.stderr)
) -> Iterator[None]:
    """Hold the one writer's place of a warehouse, across processes.

    Waits, with a plain message, while another refresh of the same SITREP_HOME is at work. The
    lock dies with its process, so that a killed refresh blocks nobody. Within the process that
    holds it, it may be taken again.

    Args:
        home: The warehouse's folder.
        say: Gets the message.
    """
    path = (home / "build" / ".writer.lock").resolve()
    if _held.get(path):
        _held[path] += 1
        try:
            yield
        finally:
            _held[path] -= 1
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a") as opened:
        waiting = False
        while True:
            try:
                fcntl.flock(opened, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except BlockingIOError:
                if not waiting:
                    say(f"Another refresh of {home} is running; waiting for it to end ...")
                    waiting = True
                time.sleep(0.2)
        _held[path] = 1
        try:
            yield
        finally:
            _held[path] = 0


def set_damaged_aside(
    database: Path, say: Callable[[str], None] = lambda line: print(line, file=sys.stderr)
) -> None:
    """Rename a build file that cannot be opened, so that the next one is made from the raw folder.

    To be called by whoever holds the writer's place.

    Args:
        database: The build file; it may be missing.
        say: Gets the message.
    """
    if not database.exists():
        return
    try:
        duckdb.connect(database).close()
    except (duckdb.IOException, duckdb.SerializationException, duckdb.InternalException) as error:
        for older in database.parent.glob(f"{database.stem}.damaged-*"):
            older.unlink()
        aside = database.with_name(f"{database.stem}.damaged-{int(time.time())}.duckdb")
        database.replace(aside)
        Path(f"{database}.wal").unlink(missing_ok=True)
        first_line = str(error).splitlines()[0]
        say(f"{database.name} is damaged ({first_line}); it is kept as {aside.name} and made anew.")


class Warehouse(dg.ConfigurableResource):
    """The build file, through which everything that builds and checks goes.

    dagster-duckdb's resource leaves its connection open when an exception passes through, and
    retries a locked file for minutes; here the file lock waits and the connection always closes.
    """

    home: str = Field(description="The warehouse's folder, SITREP_HOME.")
    memory: str = Field(default="80%", description="What DuckDB may hold, SITREP_MEMORY.")

    @property
    def database(self) -> Path:
        """The build file."""
        return Path(self.home) / "build" / "sitrep_build.duckdb"

    @contextmanager
    def writer(self) -> Iterator[duckdb.DuckDBPyConnection]:
        """Open the build file for writing; it is closed whatever happens."""
        with writer_lock(Path(self.home)):
            connection = duckdb.connect(self.database, config={"memory_limit": self.memory})
            try:
                yield connection
            finally:
                connection.close()

    @contextmanager
    def reader(self) -> Iterator[duckdb.DuckDBPyConnection]:
        """Open the build file for reading; it is closed whatever happens.

        Takes the writer's place too: DuckDB lets no process read a file that another writes.
        """
        with writer_lock(Path(self.home)):
            limit = {"memory_limit": self.memory}
            connection = duckdb.connect(self.database, read_only=True, config=limit)
            try:
                yield connection
            finally:
                connection.close()


@contextmanager
def _environment(variables: Mapping[str, str]) -> Iterator[None]:
    before = {name: os.environ.get(name) for name in variables}
    os.environ.update(variables)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value


def dbt_executable() -> str:
    """The dbt that is installed beside this Python, whatever PATH says."""
    return str(Path(sys.executable).parent / "dbt")


class Dbt(DbtCliResource):
    """dbt for one warehouse.

    The stock resource starts `dbt --version` before each command and loads the project a second
    time for an adapter that only its row counts and column metadata use: 5 of 16 seconds of a
    refresh. Both are known or unused here.
    """

    home: str = Field(description="The warehouse's folder, SITREP_HOME.")
    threads: int = Field(default=2, description="Models built at once, SITREP_THREADS.")
    history_days: int | None = Field(
        default=None, description="Days that a history goes back, SITREP_HISTORY_DAYS."
    )
    memory: str = Field(default="80%", description="What DuckDB may hold, SITREP_MEMORY.")

    @property
    def artefacts(self) -> Path:
        """The folder of dbt's artefacts: compiled SQL, results, its log."""
        return Path(self.home) / "build" / "dbt_target"

    @property
    def _cli_version(self) -> Version:
        from dbt.version import __version__

        return Version(__version__)

    def _initialize_dbt_core_adapter(self, args: Sequence[str]) -> BaseAdapter | None:
        return None

    def cli(
        self,
        args: Sequence[str],
        *,
        coder: str = "",
        **options: Any,  # noqa: ANN401
    ) -> DbtCliInvocation:
        """Start dbt on this warehouse's build file, with artefacts inside its folder.

        Args:
            args: As for the dbt command.
            coder: Version of what reads the documents, which goes into the rows.
            options: As for the stock resource. `target_path` is set: one folder for all runs,
                since the writer's lock lets only one be; so partial parsing works and nothing
                piles up.
        """
        build = Path(self.home) / "build"
        variables = {
            "SITREP_HISTORY_DAYS": str(self.history_days or ""),
            "SITREP_BUILD_DB": str(build / "sitrep_build.duckdb"),
            "SITREP_THREADS": str(self.threads),
            "SITREP_CODER_VERSION": coder,
            "SITREP_MEMORY": self.memory,
        }
        with _environment(variables):
            return super().cli(args, **(options | {"target_path": self.artefacts}))
