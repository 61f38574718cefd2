"""The one writer of the build file, and dbt.

Belongs here: who may open the build file, and how dbt is started. Does not belong here: what is
written.
"""

from __future__ import annotations

import fcntl
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import dagster as dg
import duckdb
from pydantic import Field

from dagster_project.building.dbt_runs import DbtRun, Event, parsed_beside, run_dbt
from dagster_project.home import HomeError, unusable
from dagster_project.settings import Settings
from dagster_project.sql import is_damage, is_held_elsewhere, open_to_read

if TYPE_CHECKING:
    from dbt.contracts.graph.manifest import Manifest

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

    Raises:
        HomeError: The folder cannot be written to.
    """
    path = (Settings(home=home).build_dir / ".writer.lock").resolve()
    if _held.get(path):
        _held[path] += 1
        try:
            yield
        finally:
            _held[path] -= 1
        return
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        lock = path.open("a")
    except OSError as error:
        raise unusable(home, error) from error
    with lock as opened:
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


@contextmanager
def place_if_free(home: Path) -> Iterator[bool]:
    """Keep the writer's place from being taken, unless somebody has it; several may at once.

    For who looks at the build file beside the refreshes, as schedule and sensors do: a refresh that
    begins meanwhile waits, and does not find the file open.

    Args:
        home: The warehouse's folder.

    Yields:
        Whether nobody had it.
    """
    try:
        lock = (home / "build" / ".writer.lock").open("a")
    except OSError:
        yield False
        return
    with lock as opened:
        try:
            fcntl.flock(opened, fcntl.LOCK_SH | fcntl.LOCK_NB)
        except BlockingIOError:
            is_free = False
        else:
            is_free = True
        yield is_free


def set_damaged_aside(
    database: Path, say: Callable[[str], None] = lambda line: print(line, file=sys.stderr)
) -> None:
    """Rename a build file that cannot be opened, so that the next one is made from the raw folder.

    To be called by whoever holds the writer's place.

    Args:
        database: The build file; it may be missing.
        say: Gets the message.

    Raises:
        HomeError: Another program has it open, or the system lets nobody: that is no damage.
    """
    if not database.exists():
        return
    try:
        duckdb.connect(database).close()
    except duckdb.Error as error:
        if is_held_elsewhere(error):
            raise HomeError(_held_elsewhere(database)) from error
        first_line = str(error).splitlines()[0]
        if not is_damage(error):
            raise HomeError(f"{database} cannot be opened: {first_line}") from error
        for older in database.parent.glob(f"{database.stem}.damaged-*"):
            older.unlink()
        aside = database.with_name(f"{database.stem}.damaged-{int(time.time())}.duckdb")
        database.replace(aside)
        if (log := Path(f"{database}.wal")).exists():
            # what was written last, without which the file is an earlier one
            log.replace(f"{aside}.wal")
        say(f"{database.name} is damaged ({first_line}); it is kept as {aside.name} and made anew.")


def _held_elsewhere(database: Path) -> str:
    return f"{database} is open elsewhere. Close it there and refresh again."


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
        return Settings(home=Path(self.home)).build_database

    @contextmanager
    def writer(self) -> Iterator[duckdb.DuckDBPyConnection]:
        """Open the build file for writing; it is closed whatever happens."""
        limit = {"memory_limit": self.memory}
        with (
            writer_lock(Path(self.home)),
            self._opened(lambda: duckdb.connect(self.database, config=limit)) as connection,
        ):
            yield connection

    @contextmanager
    def reader(self) -> Iterator[duckdb.DuckDBPyConnection]:
        """Open the build file for reading; it is closed whatever happens.

        Takes the writer's place too: DuckDB lets no process read a file that another writes.
        """
        with (
            writer_lock(Path(self.home)),
            self._opened(lambda: open_to_read(self.database, self.memory)) as connection,
        ):
            yield connection

    def _opened(
        self, connect: Callable[[], duckdb.DuckDBPyConnection]
    ) -> duckdb.DuckDBPyConnection:
        """Open the build file, or fail in words for whoever pressed a button."""
        try:
            return connect()
        except duckdb.Error as error:
            if is_held_elsewhere(error):
                raise dg.Failure(_held_elsewhere(self.database)) from error
            if not self.database.exists():
                raise dg.Failure(
                    f"There is no {self.database} yet: run the job `refresh` first."
                ) from error
            raise


class Dbt(dg.ConfigurableResource):
    """dbt for one warehouse.

    dagster-dbt's own resource starts a process for each command, in which dbt looks anew at all
    that it parsed: 9 of the 18 seconds of a refresh with nothing new.
    """

    home: str = Field(description="The warehouse's folder, SITREP_HOME.")
    project_dir: str = Field(description="The dbt project.")
    manifest: str = Field(description="What dbt parsed of it, its manifest.json.")
    threads: int = Field(default=2, description="Models built at once, SITREP_THREADS.")
    history_days: int | None = Field(
        default=None, description="Days that a history goes back, SITREP_HISTORY_DAYS."
    )
    memory: str = Field(default="80%", description="What DuckDB may hold, SITREP_MEMORY.")
    spark_master: str | None = Field(
        default=None, description="Master URL of the Spark that builds the models, if any does."
    )
    spark_tables: str | None = Field(default=None, description="Folder of Spark's tables.")

    @property
    def artefacts(self) -> Path:
        """The folder of dbt's artefacts: compiled SQL and its log.

        One for all runs, since the writer's lock lets only one be; so nothing piles up.
        """
        return Settings(home=Path(self.home)).build_dir / "dbt_target"

    def run(
        self,
        arguments: Sequence[str],
        *,
        coder: str,
        indirect_selection: str | None = None,
        only_touched: bool = False,
        hear: Callable[[Event], None] = lambda event: None,
        change: Callable[[Manifest], None] = lambda manifest: None,
    ) -> DbtRun:
        """Run a dbt command on this warehouse's build file, which nobody may have open.

        Args:
            arguments: As for the dbt command.
            coder: Version of what reads the documents, which goes into the rows.
            indirect_selection: Which tests come with the models selected, dbt's own when None.
            only_touched: Write of kept tables the rows alone that the documents read now touch.
            hear: Gets what dbt says while it says it.
            change: Makes something else of the parsed project, for this run.
        """
        variables = {
            "SITREP_HISTORY_DAYS": str(self.history_days or ""),
            "SITREP_BUILD_DB": str(Settings(home=Path(self.home)).build_database),
            "SITREP_THREADS": str(self.threads),
            "SITREP_CODER_VERSION": coder,
            "SITREP_MEMORY": self.memory,
            "SITREP_ONLY_TOUCHED": "yes" if only_touched else "",
            **({"DBT_INDIRECT_SELECTION": indirect_selection} if indirect_selection else {}),
        }
        return run_dbt(
            arguments,
            Path(self.project_dir),
            self.artefacts,
            variables,
            parsed=parsed_beside(Path(self.manifest)),
            hear=hear,
            change=change,
        )
