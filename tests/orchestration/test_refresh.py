"""Whole refreshes of the tiny warehouse: accounts, quick path, faults, two at once."""

import os
import shutil
import signal
import subprocess
import sys
import time
from dataclasses import replace

import dagster as dg
import pytest

from dagster_project.assets.raw import build_raw_assets
from dagster_project.automation import BECAUSE, JOB
from dagster_project.building.project_files import project_fingerprint
from dagster_project.commands.refresh import refresh
from dagster_project.definitions import build_definitions
from dagster_project.loading.load import nothing_is_new
from dagster_project.resources import Dbt, Warehouse, writer_lock
from dagster_project.settings import PROJECT_ROOT, Settings
from tests.orchestration.child import start
from tests.orchestration.homes import published, statuses
from tests.orchestration.tiny_dbt import write_tiny_dbt

pytestmark = pytest.mark.slow


def test_second_refresh_is_quick_and_recorded(own, tiny_dbt, capfd):
    documents = "from marts.dim_document order by all"
    before = published(own, documents)
    assert refresh(own, dbt_project_dir=tiny_dbt) == 0
    out = capfd.readouterr().out
    assert "Nothing is new" in out
    assert "unchanged             5" in out
    ledger = "select outcome, count(*) from marts.audit_ledger group by all order by all"
    assert published(own, ledger) == [("loaded", 5), ("unchanged", 5)]
    assert published(own, documents) == before
    assert statuses(own) == ["published", "published"]
    assert published(own, "select count(distinct refresh_id) from marts.audit_row_counts") == [(2,)]


def test_daily_run_with_nothing_new_leaves_the_models(own, tiny_dbt):
    definitions = build_definitions(own, dbt_project_dir=tiny_dbt)
    (schedule,) = definitions.get_repository_def().schedule_defs
    job = definitions.resolve_job_def(JOB)
    with dg.DagsterInstance.local_temp() as instance:
        (asked,) = schedule.evaluate_tick(dg.build_schedule_context(instance)).run_requests
        assert "nothing is new" in asked.tags[BECAUSE]
        done = job.execute_in_process(instance=instance, asset_selection=asked.asset_selection)
        made = {
            event.asset_key.to_user_string() for event in done.get_asset_materialization_events()
        }
        assert {"published/sitrep", "marts/audit_ledger"} <= made
        assert not made & {"marts/dim_document", "raw/reading_list"}
        assert [check for check in done.get_asset_check_evaluations() if not check.passed] == []
        assert statuses(own) == ["published", "published"]
        (own.raw_dir / "articles" / "news.txt").write_text("News.")
        (asked,) = schedule.evaluate_tick(dg.build_schedule_context(instance)).run_requests
        assert asked.asset_selection is None
        assert asked.tags[BECAUSE] == "the daily refresh"


def test_changed_file_is_refreshed_with_the_dictionaries_as_they_stand(
    own, tiny_dbt, capfd, monkeypatch
):
    monkeypatch.setattr("dagster_project.progress._SECONDS_BETWEEN_MODELS", 0)  # names all
    changed = next((own.raw_dir / "articles").glob("*.txt"))
    changed.write_text(changed.read_text() + "\nCorrected.\n")
    (own.raw_dir / "bulletins" / "empty.txt").write_text("")
    (own.raw_dir / "notes.txt").write_text("Presidents met in Sochi on Friday.")
    (own.raw_dir / "articles" / "ar.txt").write_text("باع المخبز في حمص 400 رغيف")
    (own.raw_dir / "articles" / "ar.meta.json").write_text('{"language": "ar"}')
    assert refresh(own, dbt_project_dir=tiny_dbt) == 0
    out, err = capfd.readouterr()
    assert "Nothing is new" not in out
    for line in ("documents found", "loaded", "rejected", "sentences", "checks passed"):
        assert line in out
    assert "For example:" in out
    assert str(own.published_database) in out
    assert "  rejected: bulletins/empty.txt (empty" in out
    assert "told by its own words: notes.txt (article)" in out
    assert "of no language whose figures and events are read: articles/ar.txt (ar)" in out
    assert out.index("Next:") < out.index("make sql") < out.index("make ui")
    assert "marts.fct_events" in err
    assert "seeds.row_drop_limits" not in err
    assert "(the dictionaries and their checks stand as they were)" in out
    current = "select is_present, count(*) from marts.dim_document group by 1 order by 1"
    assert published(own, current) == [(False, 1), (True, 7)]
    assert published(own, "select reason from marts.audit_rejections") == [("empty",)]


# A dbt test, a Python check, and SQL that cannot run: each a fault of ours.
FAULTS = {
    "accepted_values_fct_events_event_type__CONSULT": (
        "select * replace ('MEET' as event_type) from {{ ref('int_recorded_events') }}"
    ),
    "quotes_are_in_the_text": (
        "select * replace (char_start + 1 as char_start) from {{ ref('int_recorded_events') }}"
    ),
    "no_such_column": "select no_such_column from {{ ref('int_recorded_events') }}",
}


def test_fault_keeps_the_published_file_until_it_is_repaired(own, tmp_path, capfd):
    before = own.published_database.read_bytes()
    project = write_tiny_dbt(tmp_path / "dbt")
    model = project / "models" / "marts" / "facts" / "fct_events.sql"
    sound = model.read_text()
    for named, sql in FAULTS.items():
        model.write_text(sql)
        assert refresh(own, dbt_project_dir=project) == 1
        err = capfd.readouterr().err
        assert named in err
        assert "Not published" in err
        if named != "no_such_column":
            assert "|" in err, "the offending rows are shown"
        assert own.published_database.read_bytes() == before
    model.write_text(sound)
    assert refresh(own, dbt_project_dir=project) == 0
    assert "Nothing is new" not in capfd.readouterr().out
    assert statuses(own) == ["published", *["failed"] * len(FAULTS), "published"]
    types = "select distinct event_type from marts.fct_events"
    assert published(own, types) == [("CONSULT",)]


def test_cancelled_refresh_keeps_the_published_file(own, tiny_dbt, monkeypatch):
    def interrupted(*_: object, **__: object) -> None:
        os.kill(os.getpid(), signal.SIGINT)
        time.sleep(60)

    (own.raw_dir / "articles" / "new.txt").write_text("News.\n\nIt is new.")
    before = own.published_database.read_bytes()
    monkeypatch.setattr(Dbt, "run", interrupted)
    with pytest.raises(KeyboardInterrupt):
        refresh(own, dbt_project_dir=tiny_dbt)
    assert own.published_database.read_bytes() == before
    assert statuses(own) == ["published", "failed"]


def test_what_makes_a_refresh_whole(own, tiny_dbt):
    fingerprint = project_fingerprint(tiny_dbt)
    assert nothing_is_new(own, fingerprint)
    assert not nothing_is_new(own, "another model")
    assert not nothing_is_new(replace(own, max_file_bytes=100), fingerprint)
    assert not nothing_is_new(replace(own, home=own.home / "elsewhere"), fingerprint)
    sidecar = next(own.raw_dir.rglob("*.meta.json"))
    content = sidecar.read_text()
    sidecar.write_text('{"outlet": "Another"}')
    assert not nothing_is_new(own, fingerprint)
    sidecar.write_text(content)
    assert nothing_is_new(own, fingerprint)
    (own.raw_dir / "articles" / "empty.txt").touch()
    assert not nothing_is_new(own, fingerprint)
    (own.raw_dir / "articles" / "empty.txt").unlink()
    own.published_database.unlink()
    assert not nothing_is_new(own, fingerprint)


def test_run_checks_and_sizes_are_in_dagster(built):
    with dg.DagsterInstance.from_config(str(built.dagster_home)) as instance:
        (run,) = instance.get_runs()
        assert run.status == dg.DagsterRunStatus.SUCCESS
        event = instance.get_latest_materialization_event(dg.AssetKey(["published", "sitrep"]))
        assert event is not None
        metadata = event.asset_materialization.metadata
        assert metadata["size_bytes"].value == built.published_database.stat().st_size
        event = instance.get_latest_materialization_event(dg.AssetKey(["marts", "fct_events"]))
        assert event is not None
        assert event.asset_materialization.metadata["dagster/row_count"].value == 5
        assert "event_id" in event.asset_materialization.metadata["preview"].value


def test_empty_raw_folder_is_published_with_warnings(own, tiny_dbt, capfd):
    shutil.rmtree(own.raw_dir)
    own.raw_dir.mkdir()
    own.build_database.unlink()
    assert refresh(own, dbt_project_dir=tiny_dbt) == 0
    out, err = capfd.readouterr()
    assert "warning: quotes_are_in_the_text" in err
    assert f"{own.raw_dir} holds no document." in out
    assert published(own, "select count(*) from marts.documents") == [(0,)]


def test_two_builds_at_once_in_two_homes(tmp_path, built, tiny_dbt):
    one = Settings(raw_dir=built.raw_dir, home=tmp_path / "one")
    two = replace(one, home=tmp_path / "two")
    for settings in (one, two):
        shutil.copytree(built.build_dir / "manifests", settings.build_dir / "manifests")
    for child in [start(one, tiny_dbt), start(two, tiny_dbt)]:
        assert child.ended() == 0, child.said()
    rows = "select document_id, quote from marts.fct_events order by all"
    assert published(one, rows) == published(two, rows) == published(built, rows)


def test_two_refreshes_of_one_home_wait_for_each_other(own, tiny_dbt):
    with writer_lock(own.home):
        child = start(own, tiny_dbt)
        while child.is_running() and "\n" not in child.said():
            time.sleep(0.05)
        assert "Another refresh" in child.said()
        assert child.is_running()
    assert child.ended() == 0, child.said()


def test_run_of_the_ui_waits_for_a_refresh_of_the_terminal(own):
    holds = (
        "import sys, time, duckdb\n"
        "from pathlib import Path\n"
        "from dagster_project.resources import writer_lock\n"
        "with writer_lock(Path(sys.argv[1])):\n"
        "    opened = duckdb.connect(sys.argv[2])\n"
        "    print('at work', flush=True)\n"
        "    time.sleep(2)\n"
        "    opened.close()\n"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", holds, str(own.home), str(own.build_database)],
        cwd=PROJECT_ROOT,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "at work\n"
    (raw_documents, _) = build_raw_assets(own, "project")
    done = dg.materialize([raw_documents], resources={"warehouse": Warehouse(home=str(own.home))})
    process.communicate()
    assert done.success
    assert [path.name for path in own.build_dir.glob("*.duckdb")] == [own.build_database.name]


def test_reader_in_a_loop_through_three_refreshes(own, tiny_dbt, tmp_path):
    reader = tmp_path / "reader.py"
    reader.write_text(
        "import os, sys, time, duckdb\n"
        "n = 0\n"
        "while not os.path.exists(sys.argv[2]):\n"
        "    c = duckdb.connect(sys.argv[1], read_only=True)\n"
        "    d = c.execute('select count(*) from marts.documents').fetchall()\n"
        "    e = c.execute('select count(*) from marts.fct_events').fetchall()\n"
        "    assert d == e and d[0][0] >= 5, (d, e)\n"
        "    c.close(); n += 1\n"
        "    time.sleep(0.1)\n"
        "print(n)\n"
    )
    stop = tmp_path / "stop"
    process = subprocess.Popen(
        [sys.executable, str(reader), str(own.published_database), str(stop)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    for number in range(3):
        (own.raw_dir / "articles" / f"new{number}.txt").write_text(f"News {number}.\n\nIt is new.")
        assert refresh(own, dbt_project_dir=tiny_dbt) == 0
    stop.touch()
    out, error = process.communicate(timeout=60)
    assert process.returncode == 0, error
    assert int(out) > 10
    assert published(own, "select count(*) from marts.documents") == [(8,)]


def test_unknown_setting_and_missing_folder_end_plainly(tmp_path):
    environment = os.environ | {"SITREP_HOME": str(tmp_path / "home")}
    for variables, words in (
        ({"SITREP_RAWDIR": "x"}, "Unknown setting SITREP_RAWDIR"),
        ({"SITREP_RAW_DIR": str(tmp_path / "nowhere")}, "nowhere is not there"),
    ):
        done = subprocess.run(
            [sys.executable, "-m", "dagster_project.commands.refresh"],
            cwd=PROJECT_ROOT,
            env=environment | variables,
            capture_output=True,
            text=True,
        )
        assert done.returncode == 2
        assert words in done.stderr
        assert "Traceback" not in done.stderr
