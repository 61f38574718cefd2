"""dbt inside the caller's process: what it tells, what it leaves open, and how it is stopped."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import duckdb
import pytest

from dagster_project.building.dbt_runs import DbtRun, parsed_beside, run_dbt
from dagster_project.building.project_files import ensure_manifest
from dagster_project.settings import PROJECT_ROOT, Settings

Run = Callable[..., DbtRun]


@pytest.fixture
def run(own: Settings, tiny_dbt: Path) -> Run:
    """Runs dbt on a copy of the tiny warehouse, its project parsed already."""
    parsed = parsed_beside(ensure_manifest(own, tiny_dbt))
    variables = {"SITREP_BUILD_DB": str(own.build_database)}

    def run(*arguments: str, **options: object) -> DbtRun:
        return run_dbt(
            arguments, tiny_dbt, own.build_dir / "target", variables, parsed=parsed, **options
        )

    return run


def test_run_tells_its_results_and_leaves_the_file_and_the_environment(run, own):
    before = dict(os.environ)
    folder = Path.cwd()
    heard = []
    done = run("run", "--select", "dim_actor", hear=heard.append)
    assert done.successful
    assert done.errors == []
    (result,) = done.results.values()
    assert (result["unique_id"], result["status"]) == ("model.sitrep.dim_actor", "success")
    assert "Russia" in result["compiled_code"]
    assert heard == done.events
    assert "LogModelResult" in [event["info"]["name"] for event in heard]
    assert dict(os.environ) == before
    assert Path.cwd() == folder
    # A file that dbt still had open could not be opened in another way.
    duckdb.connect(own.build_database, read_only=True).close()


def test_fault_is_told_and_leaves_the_file(run, own):
    with duckdb.connect(own.build_database) as build:
        build.execute("alter table marts.fct_events drop column event_id")
    done = run("test", "--select", "fct_events")
    assert not done.successful
    assert any("event_id" in error for error in done.errors)
    duckdb.connect(own.build_database, read_only=True).close()


# In a process of its own: an interrupt that comes late must not end the tests.
_INTERRUPTED = """
import os, signal, sys
from pathlib import Path
from dagster_project.building.dbt_runs import run_dbt

project, target, parsed, database = map(Path, sys.argv[1:])
class StoppedError(BaseException): ...
def stop(*_): raise StoppedError
asked = []
def interrupt(event):
    if event["info"]["name"] == "LogStartLine" and not asked:
        asked.append(event)
        os.kill(os.getpid(), signal.SIGINT)
signal.signal(signal.SIGINT, stop)
try:
    variables = {"SITREP_BUILD_DB": str(database)}
    run_dbt(["run"], project, target, variables, parsed=parsed, hear=interrupt)
except StoppedError:
    is_back = signal.getsignal(signal.SIGINT) is stop
    print("stopped by the caller's handler, which is back:", is_back)
"""


def test_interrupt_ends_dbt_and_then_its_caller(own, tiny_dbt):
    parsed = parsed_beside(ensure_manifest(own, tiny_dbt))
    paths = (tiny_dbt, own.build_dir / "target", parsed, own.build_database)
    done = subprocess.run(
        [sys.executable, "-c", _INTERRUPTED, *map(str, paths)],
        cwd=PROJECT_ROOT,
        capture_output=True,
        text=True,
        start_new_session=True,
    )
    assert done.stdout == "stopped by the caller's handler, which is back: True\n", done.stderr
    duckdb.connect(own.build_database, read_only=True).close()


def test_home_without_the_parsed_project_gets_it_anew(own, tiny_dbt):
    manifest = ensure_manifest(own, tiny_dbt)
    parsed_beside(manifest).unlink()
    assert ensure_manifest(own, tiny_dbt) == manifest
    assert parsed_beside(manifest).exists()


def test_parsed_project_serves_another_home(own, tiny_dbt, tmp_path):
    other = Settings(raw_dir=own.raw_dir, home=tmp_path / "other")
    manifest = ensure_manifest(own, tiny_dbt)
    shutil.copytree(manifest.parent, other.build_dir / manifest.parent.name)
    shared = parsed_beside(ensure_manifest(other, tiny_dbt))
    assert shared.read_bytes() == parsed_beside(manifest).read_bytes()
    variables = {"SITREP_BUILD_DB": str(other.build_database)}
    arguments = ["run", "--select", "dim_actor"]
    assert run_dbt(
        arguments, tiny_dbt, other.build_dir / "target", variables, parsed=shared
    ).successful
    with duckdb.connect(other.build_database, read_only=True) as build:
        assert build.execute("from marts.dim_actor").fetchall() == [("rus", "Russia")]
