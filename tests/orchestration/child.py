"""A refresh in a process of its own, for tests that run two at once or kill one.

The processes are forked from one that has imported what a refresh needs: a Python that begins from
nothing imports for as long as a tiny refresh takes.
"""

import multiprocessing
import os
import resource
import signal
import sys
import tempfile
import warnings
from dataclasses import dataclass
from multiprocessing.process import BaseProcess
from pathlib import Path

from dagster_project.settings import Settings

PATIENCE = 240  # seconds until a refresh that does not end is a fault
_IMPORTED = ("dagster_project.commands.refresh", "dbt.cli.main", "dbt.adapters.duckdb")
_FORKS = multiprocessing.get_context("forkserver")
_FORKS.set_forkserver_preload([__name__, *_IMPORTED])


@dataclass(frozen=True)
class Child:
    """A refresh that was started.

    Attributes:
        process: Its process, the first of a session of its own.
        complaints: The file of what it says on its standard error.
    """

    process: BaseProcess
    complaints: Path

    def is_running(self) -> bool:
        """Whether it has not ended yet."""
        return self.process.is_alive()

    def said(self) -> str:
        """What it complained of so far."""
        return self.complaints.read_text()

    def ended(self, seconds: float = PATIENCE) -> int | None:
        """Its exit status, None where it has not ended within so many seconds."""
        self.process.join(seconds)
        return self.process.exitcode

    def kill(self) -> None:
        """End it and what it started without a word."""
        assert self.process.pid is not None
        try:
            os.killpg(self.process.pid, signal.SIGKILL)
        except ProcessLookupError:  # it has no session yet
            self.process.kill()
        self.process.join()


def start(
    settings: Settings, dbt: Path, *, everything: bool = False, largest_file: int | None = None
) -> Child:
    """Start a refresh; none of its files may grow beyond `largest_file` bytes."""
    handle, complaints = tempfile.mkstemp(".err", "refresh-", settings.raw_dir.parent)
    os.close(handle)
    process = _FORKS.Process(
        target=_refresh, args=(settings, dbt, everything, largest_file, complaints)
    )
    process.start()
    return Child(process, Path(complaints))


def _refresh(
    settings: Settings, dbt: Path, everything: bool, largest_file: int | None, complaints: str
) -> None:
    os.setsid()
    for path, stream in ((os.devnull, 1), (complaints, 2)):
        opened = os.open(path, os.O_WRONLY | os.O_APPEND)
        os.dup2(opened, stream)
        os.close(opened)
    if largest_file is not None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (largest_file, largest_file))
    warnings.simplefilter("ignore")
    from dagster_project.commands.refresh import refresh

    sys.exit(refresh(settings, dbt_project_dir=dbt, everything=everything))
