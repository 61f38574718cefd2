"""What the sensor makes of a look at the raw folder: a run, or the reason for none.

Belongs here: the decision and what is remembered for the next one. Does not belong here: Dagster
(`automation`), and how the folder is looked at (`loading`).
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

# After so many seconds a refresh that failed is tried again, once each. What passes by itself, such
# as a full disk or a build file that somebody holds open, passes within hours; a fault of the rules
# does not, and costs three refreshes until the daily one alone goes on trying.
RETRY_AFTER = (600, 3_600, 14_400)


@dataclass(frozen=True)
class Watch:
    """What the sensor remembers between two looks.

    Attributes:
        seen: Fingerprint of the folder at the last look.
        since: When it was first seen so, in seconds since 1970.
        settled: Fingerprint that a run was asked for, or that was there at the start.
        asked: When a run was asked for last.
        retries: How often a refresh that failed was tried again since one succeeded.
    """

    seen: str
    since: float
    settled: str
    asked: float = 0.0
    retries: int = 0


@dataclass(frozen=True)
class Ended:
    """How the last refresh ended.

    Attributes:
        run_id: Dagster's name of it.
        at: When, in seconds since 1970.
        failed: Whether it did; one that somebody cancelled did not.
        cancelled: Whether somebody cancelled it.
    """

    run_id: str
    at: float
    failed: bool
    cancelled: bool = False


@dataclass(frozen=True)
class Decision:
    """What the sensor does after a look: the new memory, whether a run, and the reason."""

    watch: Watch
    run_key: str | None
    reason: str


def decide(
    watch: Watch | None,
    found: str,
    loaded: str | None,
    now: float,
    debounce_seconds: int,
    last: Ended | None = None,
) -> Decision:
    """Decide whether a batch of changes is complete, or a refresh that failed is tried again.

    Args:
        watch: What is remembered; None at the first look.
        found: Fingerprint of the folder now.
        loaded: Fingerprint that the last refresh loaded, None where there was none.
        now: Seconds since 1970.
        debounce_seconds: How long the folder must have been the same.
        last: The last refresh; None where none ended, or one is at work.

    Returns:
        The decision. A run's key holds the batch's beginning beside the fingerprint: files that
        change and change back are two batches, and a tick that is repeated is one.
    """
    if watch is None:
        watch = Watch(seen=found, since=now, settled="")
    # A clock that was put back would leave what it saw before in the future.
    if found != watch.seen or now < watch.since:
        watch = replace(watch, seen=found, since=now)
    if found == loaded:
        watch = replace(watch, settled=found)
        return _after(last, watch, now, "The folder is as it was loaded.")
    if found == watch.settled and _was_answered(watch, last):
        # By what lay there meanwhile. What was there before is there again: a batch of its own.
        watch = replace(watch, settled="", since=now)
    if found == watch.settled:
        return _after(last, watch, now, "A run was asked for already.")
    quiet = now - watch.since
    if quiet < debounce_seconds:
        reason = f"Files changed; quiet for {quiet:.0f} of {debounce_seconds} seconds."
        return Decision(watch, None, reason)
    watch = replace(watch, settled=found, asked=now, retries=0)
    reason = f"files came, changed or went, and were quiet for {quiet:.0f} seconds"
    return Decision(watch, f"{found[:16]}-{watch.since:.3f}", reason)


def _was_answered(watch: Watch, last: Ended | None) -> bool:
    """Whether a refresh succeeded since a run was asked for."""
    return last is not None and not (last.failed or last.cancelled) and last.at > watch.asked


def _after(last: Ended | None, watch: Watch, now: float, reason: str) -> Decision:
    """What is done where the files ask for nothing: what failed may be tried again."""
    if last is None:
        return Decision(watch, None, reason)
    if not last.failed:
        return Decision(replace(watch, retries=0), None, reason)
    tries = len(RETRY_AFTER)
    if watch.retries >= tries:
        reason = (
            f"The last refresh failed after {tries} tries; the daily one or new files are next."
        )
        return Decision(watch, None, reason)
    told = [at for at in (last.at, watch.asked) if at <= now]  # by a clock that was not put back
    wait = max(told, default=0.0) + RETRY_AFTER[watch.retries] - now
    which = f"try {watch.retries + 1} of {tries}"
    if wait > 0:
        reason = f"The last refresh failed; {which} follows in {math.ceil(wait / 60)} minutes."
        return Decision(watch, None, reason)
    watch = replace(watch, asked=now, retries=watch.retries + 1)
    reason = f"the last refresh failed; {which}"
    return Decision(watch, f"after-{last.run_id}", reason)
