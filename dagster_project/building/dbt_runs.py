"""dbt inside this process, on a project that was parsed before.

Belongs here: starting dbt, hearing what it says, and that it lets go of the build file. Does not
belong here: which models it builds (`assets`), where a parsed project is kept (`project_files`).

A dbt process of its own spends four processor seconds on its imports and on comparing 600 files
with what it parsed, before it builds anything; a long reading list starts it once a batch.
"""

from __future__ import annotations

import contextlib
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING, Any

from dagster_project.building.standstill import ended_when_still

if TYPE_CHECKING:
    # dbt is imported where it runs: `make sql` and the sensors need none of it.
    from dbt.cli.main import dbtRunnerResult
    from dbt.contracts.graph.manifest import Manifest
    from dbt_common.events.base_types import EventMsg

Event = Mapping[str, Any]
# What dbt keeps of a project that it parsed.
PARSED = "partial_parse.msgpack"


@dataclass(frozen=True)
class DbtRun:
    """How a dbt command ended.

    Attributes:
        successful: Whether it did all that it was asked for, and every test passed or warned.
        events: What it said, from its level `info` on, as in its JSON log.
        results: The nodes' results by unique id, as in `run_results.json`.
        errors: What it said at its level `error`.
    """

    successful: bool
    events: list[Event]
    results: dict[str, dict[str, Any]]
    errors: list[str]


def run_dbt(
    arguments: Sequence[str],
    project_dir: Path,
    target: Path,
    variables: Mapping[str, str],
    *,
    parsed: Path | None = None,
    hear: Callable[[Event], None] = lambda event: None,
    change: Callable[[Manifest], None] = lambda manifest: None,
) -> DbtRun:
    """Run a dbt command; what it opened is closed when this returns.

    Args:
        arguments: As behind `dbt` in a shell.
        project_dir: The dbt project, where its profile is, too.
        target: Folder of its artefacts.
        variables: The environment's, as the profile and the macros read them.
        parsed: The project as `parse` left it, where it need not be parsed again.
        hear: Gets each event when it happens, in whatever thread it does.
        change: Makes something else of the parsed project, for this run.

    Raises:
        KeyboardInterrupt: The run was cancelled; or whatever the caller's handler of an interrupt
            raises instead.
    """
    from dbt.cli.main import dbtRunner
    from dbt_common.events.functions import msg_to_dict

    events: list[Event] = []

    def note(message: EventMsg) -> None:
        if message.info.level == "debug":
            return
        event = msg_to_dict(message)
        events.append(event)
        hear(event)

    places = {
        "DBT_PROJECT_DIR": str(project_dir),
        "DBT_PROFILES_DIR": str(project_dir),
        "DBT_TARGET_PATH": str(target),
        "DBT_LOG_PATH": str(target),
        "DBT_SEND_ANONYMOUS_USAGE_STATS": "false",
    }
    # The callback hears what dbt would print. Of a parsed project it need not write two copies.
    options = ["--log-level", "none", *([] if parsed is None else ["--no-write-json"])]
    with (
        _environment({**variables, **places}),
        contextlib.chdir(project_dir),
        _interrupts_that_dbt_knows(),
        ended_when_still(),
    ):
        try:
            manifest = None if parsed is None else _load(parsed)
            if manifest is not None:
                change(manifest)
            done = dbtRunner(manifest, [note]).invoke([*options, *arguments])
        finally:
            _let_go()
    if isinstance(done.exception, KeyboardInterrupt):
        signal.raise_signal(signal.SIGINT)
        raise KeyboardInterrupt
    errors = [event["info"]["msg"] for event in events if event["info"]["level"] == "error"]
    if done.exception is not None and not errors:
        errors = [str(done.exception)]
    return DbtRun(done.success, events, _results(done), errors)


def parsed_beside(manifest: Path) -> Path:
    """The file of the parsed project that goes with a manifest."""
    return manifest.with_suffix(Path(PARSED).suffix)


def dbt_executable() -> str:
    """The dbt that is installed beside this Python, whatever PATH says."""
    return str(Path(sys.executable).parent / "dbt")


def _load(parsed: Path) -> Manifest:
    import dbt.adapters.duckdb  # noqa: F401 - what is parsed has classes of the adapter
    from dbt.contracts.graph.manifest import Manifest

    manifest = Manifest.from_msgpack(parsed.read_bytes())
    manifest.build_flat_graph()
    return manifest


def _results(done: dbtRunnerResult) -> dict[str, dict[str, Any]]:
    return {
        result.node.unique_id: {
            "unique_id": result.node.unique_id,
            "status": str(result.status),
            "message": result.message,
            "relation_name": result.node.relation_name if _is_compiled(result.node) else None,
            "compiled_code": result.node.compiled_code if _is_compiled(result.node) else None,
        }
        for result in getattr(done.result, "results", [])
    }


def _is_compiled(node: object) -> bool:
    return getattr(node, "compiled", False)


def _let_go() -> None:
    """Close the build file and the log: whoever reads next opens the file in other ways."""
    from dbt.adapters.duckdb.connections import DuckDBConnectionManager
    from dbt_common.events.event_manager_client import cleanup_event_logger

    with DuckDBConnectionManager._LOCK:
        opened = DuckDBConnectionManager._ENV
        if opened is not None:
            # A traceback that is still held would keep it open.
            opened.close()
    DuckDBConnectionManager.close_all_connections()
    cleanup_event_logger()


@contextlib.contextmanager
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


@contextlib.contextmanager
def _interrupts_that_dbt_knows() -> Iterator[None]:
    """Interrupts are the one exception at which dbt cancels its queries.

    Dagster's own would leave its threads at work on the file.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    signals = (signal.SIGINT, signal.SIGTERM)
    before = {number: signal.signal(number, _interrupt) for number in signals}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler or signal.SIG_DFL)


def _interrupt(number: int, frame: FrameType | None) -> None:
    raise KeyboardInterrupt
