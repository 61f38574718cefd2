"""`make refresh`: one refresh in this process, with progress and a short account of it.

Belongs here: what a person at a terminal sees, and the exit status. Does not belong here: what a
refresh does (`assets`, `checks`); the schedule, the sensor and the UI start the same job.
"""

from __future__ import annotations

import os
import sqlite3
import sys
import time
import warnings
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, redirect_stdout
from pathlib import Path

import dagster as dg
import duckdb
from sqlalchemy.exc import OperationalError

from dagster_project.assets.published import KEY as PUBLISHED
from dagster_project.assets.raw import LOADING
from dagster_project.assets.reading_list import KEY as READING_LIST
from dagster_project.assets.sources import limits_of
from dagster_project.automation import DOCUMENTS_JOB, JOB, RECORD_JOB, is_work_left
from dagster_project.building.project_files import ManifestError, project_fingerprint
from dagster_project.building.standing import tables_stand
from dagster_project.building.standstill import told_of_standstill
from dagster_project.collecting.sources import SourcesFileError, read_sources
from dagster_project.commands.account import account
from dagster_project.commands.arguments import parser_of
from dagster_project.definitions import build_definitions
from dagster_project.home import HomeError, prepare_home
from dagster_project.loading.load import nothing_is_new
from dagster_project.loading.raw_folder import RawFolderError
from dagster_project.loading.raw_tables import has_raw_tables, set_refresh_status
from dagster_project.loading.reading_list import MonthError, days_of
from dagster_project.notices import tell, tell_of_set_aside
from dagster_project.progress import DbtLines, say
from dagster_project.resources import set_damaged_aside, writer_lock
from dagster_project.settings import SettingError, Settings, load_settings
from dagster_project.sql import query
from dagster_project.tables import shown

# What Dagster makes of an interrupt.
_CANCELLED = "DagsterExecutionInterruptedError"


def main(arguments: Sequence[str] = ()) -> int:
    """Refresh the warehouse of the environment's settings.

    Args:
        arguments: `--full` opens all files and reads all documents anew, `--months` those that
            were published in some months.

    Returns:
        The exit status: 0 when it was published, 1 when anything kept it or what is made of it
        from being, 2 for a setting, folder or month that cannot be used.
    """
    parser = parser_of("refresh", __doc__)
    parser.add_argument("--full", action="store_true", help="open and read all documents anew")
    parser.add_argument(
        "--months",
        nargs="+",
        default=[],
        metavar="MONTH",
        help="read their documents again: 2017-05, or the first and last as 2017-09/2018-02",
    )
    asked = parser.parse_args(arguments)
    try:
        settings = load_settings()
        return refresh(settings, everything=asked.full, months=asked.months)
    except (SettingError, HomeError, RawFolderError, ManifestError, MonthError) as error:
        print(f"{error}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print("Cancelled; the published file is as it was.", file=sys.stderr)
        return 130


def refresh(
    settings: Settings,
    dbt_project_dir: Path | None = None,
    *,
    everything: bool = False,
    months: Sequence[str] = (),
) -> int:
    """Run one refresh and print its account.

    Args:
        settings: Which warehouse.
        dbt_project_dir: Another dbt project than the product's own, for tests.
        everything: Read all documents, whatever was read before.
        months: Read the documents of these months, whatever was read before.

    Returns:
        The exit status.

    Raises:
        MonthError: One of the months is none.
        HomeError: The warehouse's folder cannot be used.
        RawFolderError: The raw folder is not there.
        ManifestError: dbt cannot parse the project.
        KeyboardInterrupt: It was cancelled before it was published.
    """
    for month in months:
        days_of(month)
    try:
        return _refresh(settings, dbt_project_dir, everything=everything, months=months)
    except (HomeError, RawFolderError, ManifestError) as error:
        tell(settings, works=False, said=str(error), log=_complain)
        raise


def _refresh(
    settings: Settings,
    dbt_project_dir: Path | None,
    *,
    everything: bool,
    months: Sequence[str],
) -> int:
    began = time.monotonic()
    # Who asks for Spark wants its rows, be anything new or not.
    everything = everything or settings.target == "spark"
    prepare_home(settings)
    _collect(settings)
    with writer_lock(settings.home), _records(settings) as instance:
        project_dir = dbt_project_dir or settings.dbt_project_dir
        set_damaged_aside(settings.build_database)
        fingerprint = project_fingerprint(project_dir)
        same = not (everything or months) and nothing_is_new(settings, fingerprint)
        quick = same and not is_work_left(instance)
        if quick:
            print("Nothing is new: no file changed, nor a model, since the last refresh.")
        elif same:
            print("No file changed, nor a model; but the last refresh did not come to its end.")
        say("Reading the models ...")
        definitions = build_definitions(settings, dbt_project_dir=dbt_project_dir)
        job = RECORD_JOB if quick else JOB
        if not quick and not everything and _dictionaries_stand(definitions, settings, fingerprint):
            job = DOCUMENTS_JOB
        job_def = definitions.resolve_job_def(job)
        result = _run(job_def, instance, settings, everything=everything, months=months)
        published = _was_published(result)
        if not published:
            _mark_failed(settings)
            if _was_cancelled(result):
                raise KeyboardInterrupt
        works = published and result.success
        why_not = "" if works else _why_not(result)
        tell(settings, works=works, said=why_not, log=_complain)
        if published:
            tell_of_set_aside(settings, _complain)
        print()
        if published:
            print(account(settings, result, quick=quick, standing=job == DOCUMENTS_JOB))
            print(f"\n{time.monotonic() - began:.1f} seconds.")
            if not works:
                said = shown(why_not)
                print(f"\n{said}\n\nThe warehouse is published all the same.", file=sys.stderr)
            return 0 if works else 1
        print(shown(why_not), file=sys.stderr)
        kept = "is as it was" if settings.published_database.exists() else "was not made"
        print(f"\nNot published: {settings.published_database} {kept}.", file=sys.stderr)
        return 1


def _complain(line: str) -> None:
    print(line, file=sys.stderr)


def _collect(settings: Settings) -> None:
    """Ask the sources, if any; whatever they answer, what lies in the raw folder is refreshed."""
    try:
        if not read_sources(settings.raw_dir):
            return
        # what fetches and unpacks takes half a second to import
        from dagster_project.collecting.collect import collect_all

        collect_all(
            settings.raw_dir,
            settings.collecting_journal,
            limits_of(settings),
            lambda line: print(line, flush=True),
        )
    except (SourcesFileError, sqlite3.Error) as error:
        print(shown(f"{error}\nNo source was asked."), file=sys.stderr)


def _dictionaries_stand(
    definitions: dg.Definitions, settings: Settings, project_fingerprint: str
) -> bool:
    whole, part = (
        definitions.resolve_job_def(job).asset_layer.selected_asset_keys
        for job in (JOB, DOCUMENTS_JOB)
    )
    tables = {(key.path[0], key.path[1]) for key in whole - part}
    return tables_stand(settings, project_fingerprint, tables)


@contextmanager
def _records(settings: Settings) -> Iterator[dg.DagsterInstance]:
    """Dagster's record of the runs."""
    os.environ["DAGSTER_HOME"] = str(settings.dagster_home)
    try:
        with dg.DagsterInstance.get() as instance:
            yield instance
    except OperationalError as error:
        # What happens in a run is in its record; this is the record itself.
        if "disk is full" not in str(error):
            raise
        raise HomeError(
            f"There is no space left for the warehouse's folder {settings.home} (setting"
            " SITREP_HOME). Free some and refresh again; the published file is whole."
        ) from error


def _run(
    job: dg.JobDefinition,
    instance: dg.DagsterInstance,
    settings: Settings,
    *,
    everything: bool,
    months: Sequence[str],
) -> dg.ExecuteInProcessResult:
    config: dict[str, object] = {"loggers": {"progress": {}}}
    listing = READING_LIST.to_python_identifier()
    if everything:
        config["ops"] = {step: {"config": {"everything": True}} for step in (LOADING, listing)}
    elif months:
        config["ops"] = {listing: {"config": {"months": list(months)}}}
    with (
        redirect_stdout(DbtLines()),
        # that this process is ended nobody else tells: no sensor knows of it
        told_of_standstill(lambda said: tell(settings, works=False, said=said, log=_complain)),
    ):
        return job.execute_in_process(
            instance=instance,
            raise_on_error=False,
            run_config=config,
            tags={"sitrep/started_by": "make refresh"},
        )


def _was_published(result: dg.ExecuteInProcessResult) -> bool:
    """Whether the file was swapped in, whatever became of what is made of it."""
    return any(
        event.is_step_materialization and event.asset_key == PUBLISHED
        for event in result.all_events
    )


def _was_cancelled(result: dg.ExecuteInProcessResult) -> bool:
    failures = [event for event in result.all_events if event.is_step_failure]
    errors = [event.step_failure_data.error for event in failures]
    return any(error and error.cls_name == _CANCELLED for error in errors)


def _blocking_failures(result: dg.ExecuteInProcessResult) -> list[dg.AssetCheckEvaluation]:
    return [
        evaluation
        for evaluation in result.get_asset_check_evaluations()
        if not evaluation.passed and evaluation.severity == dg.AssetCheckSeverity.ERROR
    ]


def _mark_failed(settings: Settings) -> None:
    """Record the failure in the build file, so that the next refresh is a whole one."""
    if not settings.build_database.exists():
        return
    with duckdb.connect(settings.build_database) as connection:
        if not has_raw_tables(connection):
            return
        running = query(
            connection, "select refresh_id from raw.refreshes where status = 'running'"
        )[1]
        for (refresh_id,) in running:
            set_refresh_status(connection, str(refresh_id), "failed")


def _why_not(result: dg.ExecuteInProcessResult) -> str:
    lines = ["The refresh failed."]
    for evaluation in _blocking_failures(result):
        where = evaluation.asset_key.to_user_string()
        lines.append(f"\nCheck {evaluation.check_name} on {where}: {evaluation.description or ''}")
        lines += _metadata_lines(evaluation.metadata)
    for event in result.all_events:
        if event.event_type == dg.DagsterEventType.STEP_FAILURE:
            data = event.step_failure_data
            if data.error is not None and data.error.cls_name == "DagsterAssetCheckFailedError":
                continue  # said above, with the rows
            cause = data.user_failure_data.description if data.user_failure_data else None
            lines.append(f"\n{event.step_key}: {cause or data.error_display_string.strip()}")
    return "\n".join(lines)


def _metadata_lines(metadata: Mapping[str, dg.MetadataValue]) -> list[str]:
    lines: list[str] = []
    for name in ("message", "failing_rows"):
        if name in metadata:
            lines += [f"  {line}" for line in str(metadata[name].value).splitlines()]
    return lines


if __name__ == "__main__":
    # Dagster's own notices about beta features are for its developers, not for a terminal.
    warnings.simplefilter("ignore")
    raise SystemExit(main(sys.argv[1:]))
