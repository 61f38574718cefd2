"""What may be set, and what is said of what may not."""

from dataclasses import fields
from pathlib import Path

import pytest

from dagster_project.settings import PROJECT_ROOT, SettingError, Settings, load_settings


def test_defaults_lie_inside_the_project():
    settings = load_settings({"PATH": "/bin"})
    assert settings == Settings()
    assert settings.raw_dir == PROJECT_ROOT / "raw"
    assert settings.published_database == PROJECT_ROOT / "warehouse" / "sitrep.duckdb"
    assert settings.dagster_home == PROJECT_ROOT / "warehouse" / "dagster"


def test_every_setting_can_be_set(tmp_path: Path):
    given = {
        "SITREP_RAW_DIR": str(tmp_path / "in"),
        "SITREP_HOME": "elsewhere",
        "SITREP_TARGET": "spark",
        "SITREP_SPARK_MASTER": "spark://host:7077",
        "SITREP_SPARK_TABLES": "tables",
        "SITREP_THREADS": "3",
        "SITREP_BATCH_DOCUMENTS": "100",
        "SITREP_MEMORY": "1500MB",
        "SITREP_MAX_FILE_BYTES": "1000",
        "SITREP_LOAD_BATCH_FILES": "7",
        "SITREP_SCHEDULE_CRON": "30 6 * * 1-5",
        "SITREP_SCHEDULE_TIMEZONE": "Europe/Berlin",
        "SITREP_SENSOR_DEBOUNCE_SECONDS": "0",
        "SITREP_SENSOR_INTERVAL_SECONDS": "5",
        "SITREP_COLLECT_INTERVAL_SECONDS": "60",
        "SITREP_COLLECT_PAUSE_SECONDS": "2",
        "SITREP_COLLECT_TIMEOUT_SECONDS": "30",
        "SITREP_FRESHNESS_WARN_HOURS": "5",
        "SITREP_FRESHNESS_FAIL_HOURS": "6",
        "SITREP_NOTICE_URL": "https://example.org/hook",
        "SITREP_MAX_ROW_DROP": "1",
        "SITREP_MAX_SET_ASIDE": "0",
        "SITREP_HISTORY_DAYS": "400",
        "SITREP_LEDGER_REFRESHES": "8",
        "SITREP_RUN_RETENTION_DAYS": "9",
        "SITREP_RUNS_KEPT": "10",
        "SITREP_SNAPSHOTS_KEPT": "3",
        "SITREP_UI_PORT": "3001",
        "SITREP_EXPORT_HOURS": "0",
        "SITREP_EXPORT_LICENCE": "ODbL-1.0",
        "SITREP_EXPORT_GUARD_FORMULAS": "yes",
    }
    settings = load_settings(given)
    assert {f"SITREP_{field.name.upper()}" for field in fields(Settings)} == given.keys()
    assert settings.raw_dir == tmp_path / "in"
    assert settings.home == PROJECT_ROOT / "elsewhere"
    assert settings.schedule_cron == "30 6 * * 1-5"
    assert settings.max_row_drop == 1.0
    assert all(getattr(settings, f.name) != f.default for f in fields(Settings))


def test_unknown_setting_raises_and_is_named():
    with pytest.raises(SettingError, match=r"SITREP_RAWDIR.*SITREP_RAW_DIR"):
        load_settings({"SITREP_RAWDIR": "/x"})


def test_variables_for_dbt_are_known():
    assert load_settings({"SITREP_BUILD_DB": ":memory:"}) == Settings()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("SITREP_RAW_DIR", " "),
        ("SITREP_HOME", "~nobody-of-this-name/warehouse"),
        ("SITREP_THREADS", "0"),
        ("SITREP_THREADS", "two"),
        ("SITREP_MEMORY", "1500"),
        ("SITREP_MEMORY", "0MB"),
        ("SITREP_MEMORY", "0.0 GiB"),
        ("SITREP_MEMORY", "99.9MB"),
        ("SITREP_MEMORY", "4GB'; drop table raw.articles; --"),
        ("SITREP_MAX_FILE_BYTES", "-1"),
        ("SITREP_SCHEDULE_CRON", "every day"),
        ("SITREP_SCHEDULE_CRON", "* * * *"),
        ("SITREP_SCHEDULE_CRON", "60 5 * * *"),
        ("SITREP_SCHEDULE_CRON", "0 5,24 * * *"),
        ("SITREP_SCHEDULE_CRON", "0 5 0 * *"),
        ("SITREP_SCHEDULE_CRON", "0 5 * 1-13 *"),
        ("SITREP_SCHEDULE_CRON", "0 5 * * 8"),
        ("SITREP_SCHEDULE_CRON", "*/0 * * * *"),
        ("SITREP_SCHEDULE_CRON", "0 5 * * mo"),
        ("SITREP_SCHEDULE_CRON", "0 5 mon * *"),
        ("SITREP_SCHEDULE_TIMEZONE", "Mars/Olympus"),
        ("SITREP_SCHEDULE_TIMEZONE", "/etc/passwd"),
        ("SITREP_MAX_ROW_DROP", "1.5"),
        ("SITREP_MAX_ROW_DROP", "nan"),
        ("SITREP_MAX_ROW_DROP", "half"),
        ("SITREP_FRESHNESS_WARN_HOURS", "50"),
        ("SITREP_FRESHNESS_FAIL_HOURS", "99999999999999"),
        ("SITREP_HISTORY_DAYS", "99999999999"),
        # a thousand years before now is before all dates
        ("SITREP_RUN_RETENTION_DAYS", "1000000"),
        ("SITREP_UI_PORT", "99999"),
        ("SITREP_EXPORT_LICENCE", "all rights reserved"),
        ("SITREP_EXPORT_GUARD_FORMULAS", "perhaps"),
    ],
)
def test_wrong_value_raises_and_is_named(name: str, value: str):
    with pytest.raises(SettingError, match=name):
        load_settings({name: value})


@pytest.mark.parametrize("cron", ["*/61 0-23/24 1,31 JAN-12 SUN", "59 23 * * 0-7"])
def test_cron_within_its_limits_is_taken(cron: str):
    assert load_settings({"SITREP_SCHEDULE_CRON": cron}).schedule_cron == cron


@pytest.mark.parametrize("memory", ["100MB", "0.1GB", "96 MiB", "1%"])
def test_least_memory_is_taken(memory: str):
    assert load_settings({"SITREP_MEMORY": memory}).memory == memory


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("SITREP_THREADS", "two", "SITREP_THREADS='two': must be a whole number."),
        ("SITREP_MAX_ROW_DROP", "half", "SITREP_MAX_ROW_DROP='half': must be a number between"),
        ("SITREP_MEMORY", "0MB", "SITREP_MEMORY='0MB': must be at least 100MB."),
    ],
)
def test_wrong_value_is_said_in_words(name: str, value: str, said: str):
    with pytest.raises(SettingError) as caught:
        load_settings({name: value})
    assert str(caught.value).startswith(said)


@pytest.mark.parametrize("home", ["reports", "reports/warehouse"])
def test_a_warehouse_is_not_made_of_its_own_report(tmp_path: Path, home: str):
    given = {"SITREP_RAW_DIR": str(tmp_path / "reports"), "SITREP_HOME": str(tmp_path / home)}
    with pytest.raises(SettingError, match=r"SITREP_HOME.*SITREP_RAW_DIR"):
        load_settings(given)
    beside = given | {"SITREP_HOME": str(tmp_path / "reports-warehouse")}
    assert load_settings(beside).home == tmp_path / "reports-warehouse"
