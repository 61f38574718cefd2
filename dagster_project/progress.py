"""A refresh's progress as lines for a person, instead of Dagster's debug log.

Belongs here: what is said while a refresh runs. Does not belong here: the account after it
(`commands.account`).
"""

import io
import logging
import re
import sys
import time
from collections.abc import Callable
from typing import Any

import dagster as dg

from dagster_project.tables import shown

_BEGAN = time.monotonic()
# Of hundreds of models that are made in a minute, few need be named.
_SECONDS_BETWEEN_MODELS = 2.0
_STEP_WORDS = {
    "raw_documents": "Reading the raw folder",
    "raw_gazetteer": "Looking at the gazetteer",
    "raw__reading_list": "Looking which documents are to be read",
    "dbt_models": "Building and testing the models",
    "published__sitrep": "Publishing",
    "published__exports": "Writing the exports",
    "published__report": "Writing the report",
}
_DBT_LINE = re.compile(
    r"(?P<number>\d+) of (?P<total>\d+) (?P<state>OK|ERROR|FAIL|WARN|SKIP)\b(?P<rest>.*)"
)
_DBT_NAME = re.compile(r"(?:model|seed file) (?P<name>[\w.]+)")


def say(words: str) -> None:
    """Print a line to standard error, with the seconds since the program began."""
    # In one piece: dbt's threads speak at once.
    line = f"{time.monotonic() - _BEGAN:6.1f} s  {shown(words)}\n"
    print(line, end="", file=sys.stderr, flush=True)


class DbtLines(io.TextIOBase):
    """Stands in for standard output while dbt's is echoed: says how far it is, and what failed.

    Args:
        clock: Gives seconds.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__()
        self._clock, self._said_at = clock, float("-inf")

    def write(self, text: str) -> int:
        """Say what is worth saying of dbt's lines."""
        for line in text.splitlines():
            match = _DBT_LINE.search(line)
            name = _DBT_NAME.search(line)
            if not match or not (name or match["state"] in {"ERROR", "FAIL"}):
                continue
            is_due = self._clock() - self._said_at >= _SECONDS_BETWEEN_MODELS
            if match["state"] == "OK" and not is_due:
                continue
            self._said_at = self._clock()
            words = name["name"] if name else match["rest"].strip(" .")
            state = "" if match["state"] == "OK" else f"  {match['state']}"
            say(f"  {match['number']:>4} of {match['total']}  {words}{state}")
        return len(text)


class ProgressHandler(logging.Handler):
    """Says when a step begins, and whatever went wrong."""

    def emit(self, record: logging.LogRecord) -> None:
        """Say a record, if it is one that a person waits for."""
        meta: dict[str, Any] = getattr(record, "dagster_meta", {})
        event: dg.DagsterEvent | None = meta.get("dagster_event")
        line = _of_message(record, meta) if event is None else _of_event(event)
        if line:
            say(line)


def _of_event(event: dg.DagsterEvent) -> str | None:
    if event.event_type == dg.DagsterEventType.STEP_START and event.step_key in _STEP_WORDS:
        return _STEP_WORDS[event.step_key] + " ..."
    if event.event_type == dg.DagsterEventType.ASSET_CHECK_EVALUATION:
        evaluation = event.asset_check_evaluation_data
        if not evaluation.passed:
            warns = evaluation.severity == dg.AssetCheckSeverity.WARN
            where = evaluation.asset_key.to_user_string()
            why = f": {evaluation.description}" if evaluation.description else ""
            return f"  {'warning' if warns else 'FAILED'}: {evaluation.check_name} on {where}{why}"
    if event.event_type == dg.DagsterEventType.STEP_FAILURE and event.step_key in _STEP_WORDS:
        return f"  FAILED: {_STEP_WORDS[event.step_key]}"
    return None


def _of_message(record: logging.LogRecord, meta: dict[str, Any]) -> str | None:
    from_asset = record.levelno >= logging.INFO and meta.get("step_key") in _STEP_WORDS
    message = str(meta.get("orig_message", record.getMessage()))
    # What dagster-dbt says of its command lines, and Dagster of steps that follow a failed one.
    if not from_asset or "dbt" in message or "Not executing" in message:
        return None
    return "  " + message


@dg.logger(description="Lines for a person who waits for a refresh in a terminal.")
def progress_logger(init_context: dg.InitLoggerContext) -> logging.Logger:
    """A logger that prints progress to standard error."""
    logger = logging.Logger("sitrep.progress", logging.DEBUG)
    logger.addHandler(ProgressHandler())
    return logger
