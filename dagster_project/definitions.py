"""What the code location offers, put together by one builder.

Belongs here: the list. Does not belong here: any part of it. Nothing is found by autoloading, so
that what is missing is missing from this file; a snapshot test holds the names.
"""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

import dagster as dg
import duckdb

from dagster_project.assets.dbt_names import model_keys, standing_keys
from dagster_project.assets.exports import build_exports_asset
from dagster_project.assets.published import KEY as PUBLISHED
from dagster_project.assets.published import build_published_asset
from dagster_project.assets.raw import build_raw_assets
from dagster_project.assets.reading_list import build_reading_list_asset
from dagster_project.assets.report import build_report_asset
from dagster_project.assets.sources import build_sources_asset
from dagster_project.assets.warehouse import build_warehouse_assets
from dagster_project.automation import build_automation, build_freshness_policy
from dagster_project.building.project_files import (
    coder_version,
    ensure_manifest,
    project_fingerprint,
)
from dagster_project.building.standing import tables_stand
from dagster_project.checks.row_counts import build_row_count_checks
from dagster_project.checks.spans import build_span_checks
from dagster_project.checks.totals import build_total_checks
from dagster_project.home import prepare_home
from dagster_project.loading.load import nothing_is_new
from dagster_project.loading.raw_folder import RawFolderError
from dagster_project.progress import progress_logger
from dagster_project.report.queries import tables_read
from dagster_project.resources import Dbt, Warehouse, place_if_free
from dagster_project.settings import Settings, load_settings
from dagster_project.spark.hand_over import on_spark


def build_definitions(
    settings: Settings | None = None,
    *,
    dbt_project_dir: Path | None = None,
    resources: dict[str, object] | None = None,
) -> dg.Definitions:
    """Put the code location together.

    Args:
        settings: From the environment when None.
        dbt_project_dir: Another dbt project than the product's own, for tests.
        resources: Replace resources of the same name, for tests.

    Returns:
        Assets, checks, jobs, schedule, sensors and resources.

    Raises:
        SettingError: A setting is unknown or cannot be used.
        ManifestError: dbt cannot parse the project.
    """
    settings = settings or load_settings()
    prepare_home(settings)
    project_dir = dbt_project_dir or settings.dbt_project_dir
    manifest = ensure_manifest(settings, project_dir)
    project = project_fingerprint(project_dir)
    raw = build_raw_assets(settings, project)
    coder = coder_version(manifest, project_dir)
    loaded = [key for assets in raw for key in assets.keys]
    listed = build_reading_list_asset(settings, coder, project, loaded)
    models = build_warehouse_assets(settings, manifest, coder, project)
    marts = model_keys(manifest, "marts")
    published = build_published_asset(settings, marts, build_freshness_policy(settings))
    # A project of other models has no report: there would be nothing to put on it.
    reported = tables_read() <= {key.path[-1] for key in marts}
    pages = [build_report_asset(settings)] if reported else []
    audit = [*loaded, *model_keys(manifest, "marts", folder="audit"), PUBLISHED]
    sources = build_sources_asset(settings)
    collecting = dg.AssetSelection.assets(sources)
    standing = standing_keys(manifest)
    jobs, schedule, sensors = build_automation(
        settings,
        everything=dg.AssetSelection.all() - collecting,
        standing=standing,
        audit=audit,
        sources=collecting,
        is_nothing_new=partial(_is_nothing_new, settings, project_dir),
        dictionaries_stand=partial(_dictionaries_stand, settings, project_dir, standing),
    )
    return dg.Definitions(
        assets=[
            sources,
            *raw,
            listed,
            models,
            published,
            build_exports_asset(settings),
            *pages,
        ],
        asset_checks=[
            *build_row_count_checks(settings),
            *build_total_checks(),
            *build_span_checks(),
        ],
        jobs=list(jobs),
        schedules=[schedule],
        sensors=list(sensors),
        resources={
            "warehouse": Warehouse(home=str(settings.home), memory=settings.memory),
            "dbt": Dbt(
                home=str(settings.home),
                project_dir=str(project_dir),
                manifest=str(manifest),
                threads=settings.threads,
                history_days=settings.history_days,
                memory=settings.memory,
                **on_spark(settings),
            ),
            **(resources or {}),
        },
        # As the jobs: what somebody chooses in the UI would start a process for each step.
        executor=dg.in_process_executor,
        loggers={"console": dg.colored_console_logger, "progress": progress_logger},
    )


def _is_nothing_new(settings: Settings, project_dir: Path) -> bool:
    # A refresh that is at work may change it, and a file that is damaged a run sets aside.
    with place_if_free(settings.home) as nobody_writes:
        try:
            return nobody_writes and nothing_is_new(settings, project_fingerprint(project_dir))
        except (RawFolderError, duckdb.Error):
            return False


def _dictionaries_stand(
    settings: Settings, project_dir: Path, standing: Sequence[dg.AssetKey]
) -> bool:
    tables = [(key.path[0], key.path[1]) for key in standing]
    # Of a refresh that is at work nobody knows what will be true at its end.
    with place_if_free(settings.home) as nobody_writes:
        try:
            return nobody_writes and tables_stand(
                settings, project_fingerprint(project_dir), tables
            )
        except duckdb.Error:
            return False


@dg.definitions
def defs() -> dg.Definitions:
    """What Dagster loads; a function, so that importing the builder builds nothing."""
    return build_definitions()
