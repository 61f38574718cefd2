"""A build that waits for ever is ended, one that works or was only slow is not."""

import subprocess
import sys
import threading
from collections.abc import Callable, Iterator

import pytest

from dagster_project.building.standstill import ended_when_still
from dagster_project.settings import PROJECT_ROOT

_LOOK = 0.02


class Ending:
    """What would end the process: notes that it was asked to."""

    def __init__(self) -> None:
        self.asked = threading.Event()

    def __call__(self) -> None:
        self.asked.set()


def doing(*steps: float) -> Callable[[], float]:
    """Work that grows by these steps from look to look, and then no more."""
    looks: Iterator[float] = iter(steps)
    done = 0.0

    def work() -> float:
        nonlocal done
        done += next(looks, 0.0)
        return done

    return work


def test_what_does_nothing_look_after_look_is_ended():
    end = Ending()
    with ended_when_still(seconds=_LOOK, looks=3, work=doing(), end=end):
        assert end.asked.wait(30)


def test_looks_that_found_nothing_count_only_in_a_row():
    end = Ending()
    steps = (0.0, *[0.0, 0.0, _LOOK] * 5)
    seen: list[float] = []
    work = doing(*steps)

    def counted() -> float:
        seen.append(work())
        return seen[-1]

    with ended_when_still(seconds=_LOOK, looks=3, work=counted, end=end):
        assert end.asked.wait(30)
    # It was not ended while some work was done, only three looks after the last of it.
    assert len(seen) == len(steps) + 3


def test_ticking_of_threads_that_wait_is_no_work():
    end = Ending()
    with ended_when_still(seconds=_LOOK, looks=3, work=doing(*[_LOOK / 1000] * 1000), end=end):
        assert end.asked.wait(30)


def test_nothing_is_ended_once_it_is_over():
    end = Ending()
    with ended_when_still(seconds=_LOOK, looks=1_000, work=doing(), end=end):
        pass
    assert not end.asked.is_set()
    assert "standstill" not in {thread.name for thread in threading.enumerate()}


_CHILD = """
import sys, threading, time
from dagster_project.building.standstill import ended_when_still

with ended_when_still(seconds=0.2, looks=5):
    until = time.monotonic() + 2.5
    while sys.argv[1] == "works" and time.monotonic() < until:
        sum(range(1000))
    if sys.argv[1] == "waits":
        threading.Event().wait()
print("done")
"""


@pytest.mark.parametrize(("what", "code", "said"), [("waits", 1, ""), ("works", 0, "done\n")])
def test_process_is_ended_where_it_waits_and_not_where_it_works(what, code, said):
    done = subprocess.run(
        [sys.executable, "-c", _CHILD, what],
        cwd=PROJECT_ROOT,
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert (done.returncode, done.stdout) == (code, said), done.stderr
    assert ("The build has stood still" in done.stderr) == (what == "waits")
