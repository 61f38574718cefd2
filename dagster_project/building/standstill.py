"""Ends this process when what it waits for has stood still for minutes.

Belongs here: when a wait counts as standing still, and the end of it. Does not belong here: what is
waited for (`dbt_runs`), what a refresh that ended so left behind (`resources`, `commands`).

DuckDB 2.0 was seen to wait for its own threads for ever: in a query of a hundred thousand documents
with a limit over a view that keeps what it reads twice, every thread asleep. Others report the like
(https://github.com/duckdb/duckdb/issues/24961). It would hold the writer's lock, and no later
refresh would run; a process that is ended leaves what the next refresh goes on from.
"""

from __future__ import annotations

import contextlib
import os
import resource
import sys
import threading
from collections.abc import Callable, Iterator

SECONDS_BETWEEN_LOOKS = 30.0
# Ten minutes in a row. A process that was stopped, or whose machine slept, takes no look meanwhile.
STILL_LOOKS = 20
# Who builds uses a processor wholly; the threads that only wait, here and in Dagster, far less.
_BUSY_SHARE = 0.01


def work_done() -> float:
    """Processor-seconds that this process has used, and one for each block read or written."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime + used.ru_inblock + used.ru_oublock


_listeners: list[Callable[[str], object]] = []


@contextlib.contextmanager
def told_of_standstill(listener: Callable[[str], object]) -> Iterator[None]:
    """Let somebody hear why before this process is ended, which nothing that he raises prevents."""
    _listeners.append(listener)
    try:
        yield
    finally:
        _listeners.remove(listener)


def end_process() -> None:
    """Say why, and end without waiting for a thread that never comes back."""
    minutes = SECONDS_BETWEEN_LOOKS * STILL_LOOKS / 60
    words = (
        f"The build has stood still for {minutes:.0f} minutes: DuckDB waits for itself. This"
        " refresh ends here; the published file is as it was, and the next refresh goes on from"
        " what was read."
    )
    print(words, file=sys.stderr, flush=True)
    try:
        for listener in _listeners:
            listener(words)
    finally:
        os._exit(1)


@contextlib.contextmanager
def ended_when_still(
    *,
    seconds: float = SECONDS_BETWEEN_LOOKS,
    looks: int = STILL_LOOKS,
    work: Callable[[], float] = work_done,
    end: Callable[[], None] = end_process,
) -> Iterator[None]:
    """End the process when it does nothing while the caller waits for something inside it.

    Args:
        seconds: Between two looks at what was done.
        looks: How many in a row that find nothing done end it.
        work: Gives what was done since the process began, growing by a second for each of work.
        end: Ends the process.
    """
    is_over = threading.Event()

    def watch() -> None:
        before, still = work(), 0
        while not is_over.wait(seconds):
            now = work()
            still = 0 if now - before >= seconds * _BUSY_SHARE else still + 1
            before = now
            if still >= looks:
                end()
                return

    watcher = threading.Thread(target=watch, name="standstill", daemon=True)
    watcher.start()
    try:
        yield
    finally:
        is_over.set()
        watcher.join()
