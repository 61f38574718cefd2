"""What an operator may set, read once from the environment and typed.

Belongs here: folders, limits, schedule, thresholds. Does not belong here: anything about what a
text means (dbt seeds) and anything an analyst adds (dictionaries, rules).

A variable that begins with `SITREP_` and is not listed here raises: a misspelt setting must not
pass for a default.
"""

from __future__ import annotations

import math
import os
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

PREFIX = "SITREP_"
PROJECT_ROOT = Path(__file__).resolve().parent.parent

_SECRETS = frozenset({"notice_url"})
# Set by Sitrep for the dbt it starts, and read by its profile and macros; not for operators, but
# not unknown either.
OWN_VARIABLES = frozenset({"SITREP_BUILD_DB", "SITREP_CODER_VERSION", "SITREP_ONLY_TOUCHED"})


class SettingError(ValueError):
    """A SITREP_ variable that is unknown or holds a value that cannot be used."""


@dataclass(frozen=True)
class Settings:
    """The settings of one warehouse.

    Attributes:
        raw_dir: Folder that is read; SITREP_RAW_DIR.
        home: Folder that is built into, Dagster's state included; SITREP_HOME.
        target: Engine that builds the models, `duckdb` or `spark`; SITREP_TARGET.
        spark_master: Master URL of the Spark cluster, or local[cores]; SITREP_SPARK_MASTER.
        spark_tables: Folder of Spark's Parquet tables, which every worker must reach;
            SITREP_SPARK_TABLES. Below the warehouse's folder when None.
        threads: Models that dbt builds at once; SITREP_THREADS.
        memory: What DuckDB may hold, as 1500MB, 4GB or a share of the machine's, as 80%; more is
            laid on disk meanwhile; SITREP_MEMORY.
        max_file_bytes: A larger file is rejected as `too_large`; SITREP_MAX_FILE_BYTES.
        load_batch_files: Files read into memory at once; SITREP_LOAD_BATCH_FILES.
        batch_documents: Documents of ordinary length whose reading dbt holds at once;
            SITREP_BATCH_DOCUMENTS.
        schedule_cron: When the daily refresh runs; SITREP_SCHEDULE_CRON.
        schedule_timezone: Its time zone; SITREP_SCHEDULE_TIMEZONE.
        sensor_debounce_seconds: Files must have been quiet this long;
            SITREP_SENSOR_DEBOUNCE_SECONDS.
        sensor_interval_seconds: How often the sensor looks; SITREP_SENSOR_INTERVAL_SECONDS.
        collect_interval_seconds: How often the sources are asked;
            SITREP_COLLECT_INTERVAL_SECONDS.
        collect_pause_seconds: Between two requests to one host; SITREP_COLLECT_PAUSE_SECONDS.
        collect_timeout_seconds: Longest that one document may take;
            SITREP_COLLECT_TIMEOUT_SECONDS.
        freshness_warn_hours: Age of the published file that warns; SITREP_FRESHNESS_WARN_HOURS.
        freshness_fail_hours: Age that fails; SITREP_FRESHNESS_FAIL_HOURS.
        max_row_drop: Share of a model's rows that may vanish between two refreshes, where the
            seed `row_drop_limits` names no other; SITREP_MAX_ROW_DROP.
        max_set_aside: Share of the documents that one refresh may set aside for breaking checks;
            SITREP_MAX_SET_ASIDE.
        history_days: How long rows that changed or went are kept; for ever when None;
            SITREP_HISTORY_DAYS.
        ledger_refreshes: Refreshes whose ledger keeps every file; of earlier ones it keeps what was
            new then; SITREP_LEDGER_REFRESHES.
        run_retention_days: Age at which the record of a run goes, Dagster's and that of a refresh
            and its counts of rows, and days after which an address goes that its source lists no
            more; SITREP_RUN_RETENTION_DAYS.
        runs_kept: Runs of a job beyond which Dagster's record of the older ones goes;
            SITREP_RUNS_KEPT.
        snapshots_kept: Snapshots beyond which the older ones go when one is made; all stay when
            None; SITREP_SNAPSHOTS_KEPT.
        notice_url: Webhook that is told when refreshes fail and when they work again, a secret;
            SITREP_NOTICE_URL.
        ui_port: Port of the UI on localhost; SITREP_UI_PORT.
        export_hours: Age up to which a refresh leaves large exports as they are;
            SITREP_EXPORT_HOURS.
        export_licence: Licence of exported tables, an SPDX name; SITREP_EXPORT_LICENCE.
        export_guard_formulas: Whether texts in exported CSV that a spreadsheet would calculate
            get an apostrophe; SITREP_EXPORT_GUARD_FORMULAS.
    """

    raw_dir: Path = PROJECT_ROOT / "raw"
    home: Path = PROJECT_ROOT / "warehouse"
    target: str = "duckdb"
    spark_master: str = "local[*]"
    spark_tables: Path | None = None
    threads: int = 2
    memory: str = "80%"
    max_file_bytes: int = 10_000_000
    load_batch_files: int = 500
    batch_documents: int = 5_000
    schedule_cron: str = "15 5 * * *"
    schedule_timezone: str = "UTC"
    sensor_debounce_seconds: int = 20
    sensor_interval_seconds: int = 10
    collect_interval_seconds: int = 900
    collect_pause_seconds: int = 1
    collect_timeout_seconds: int = 120
    freshness_warn_hours: int = 26
    freshness_fail_hours: int = 50
    max_row_drop: float = 0.3
    max_set_aside: float = 0.05
    history_days: int | None = None
    ledger_refreshes: int = 10
    run_retention_days: int = 90
    runs_kept: int = 100
    snapshots_kept: int | None = None
    notice_url: str | None = field(default=None, repr=False)
    ui_port: int = 3000
    export_hours: int = 20
    export_licence: str = "CC-BY-4.0"
    export_guard_formulas: bool = False

    @property
    def build_dir(self) -> Path:
        """Folder of everything that is private to the one writer."""
        return self.home / "build"

    @property
    def build_database(self) -> Path:
        """The file that is built in; never read by analysts."""
        return self.build_dir / "sitrep_build.duckdb"

    @property
    def published_database(self) -> Path:
        """The file that analysts read; replaced as a whole, never written to."""
        return self.home / "sitrep.duckdb"

    @property
    def exports(self) -> Path:
        """The folder of files for other tools; replaced as a whole."""
        return self.home / "exports"

    @property
    def sql_history(self) -> Path:
        """What was typed at the prompt of `make sql`."""
        return self.home / "sql_history"

    @property
    def report_page(self) -> Path:
        """The situation report; replaced as a whole."""
        return self.home / "report" / "index.html"

    @property
    def loaded_fingerprint(self) -> Path:
        """Holds the raw folder's cheap fingerprint as last loaded, for the sensor."""
        return self.build_dir / "raw_fingerprint"

    @property
    def collecting_journal(self) -> Path:
        """What was asked of the sources and when."""
        return self.home / "collecting.sqlite"

    @property
    def dagster_home(self) -> Path:
        """Folder of Dagster's runs, events and schedules."""
        return self.home / "dagster"

    @property
    def dbt_project_dir(self) -> Path:
        """The dbt project, which is never written to."""
        return PROJECT_ROOT / "dbt"


def _folder(text: str) -> Path:
    try:
        path = Path(text).expanduser()
        return (path if path.is_absolute() else PROJECT_ROOT / path).resolve()
    except RuntimeError as error:
        raise ValueError("begins with no user's folder, or is a link to itself") from error


def _whole_number(at_least: int, at_most: int | None = None) -> Callable[[str], int]:
    def read(text: str) -> int:
        try:
            number = int(text)
        except ValueError:
            raise ValueError("must be a whole number") from None
        if number < at_least:
            raise ValueError(f"must be at least {at_least}")
        if at_most is not None and number > at_most:
            raise ValueError(f"must be at most {at_most}")
        return number

    return read


# "For ever" is written as many nines; a century reaches no day before the first of all dates.
_CENTURY_DAYS = 36_500


def _engine(text: str) -> str:
    if text not in {"duckdb", "spark"}:
        raise ValueError("must be duckdb or spark")
    return text


def _master(text: str) -> str:
    if not re.fullmatch(r"local(\[(\*|\d+)\])?|(spark|k8s|yarn)(://.+)?", text):
        raise ValueError("is no master URL as spark://host:7077, nor local[cores]")
    return text


_BYTES = {"MB": 1000**2, "GB": 1000**3, "MiB": 1024**2, "GiB": 1024**3}
# With less DuckDB opens no file, or gives up at the first large table, in words of its own.
_LEAST_MEGABYTES = 100


def _memory(text: str) -> str:
    found = re.fullmatch(r"(\d{1,6}(?:\.\d+)?) ?(MB|GB|MiB|GiB)|[1-9]\d?%", text)
    if not found:
        raise ValueError("is no size as 1500MB or 4GB, nor a share as 80%")
    size, unit = found.groups()
    if unit and float(size) * _BYTES[unit] < _LEAST_MEGABYTES * _BYTES["MB"]:
        raise ValueError(f"must be at least {_LEAST_MEGABYTES}MB")
    return text


def _share(text: str) -> float:
    try:
        number = float(text)
    except ValueError:
        number = math.nan
    if not 0 <= number <= 1:
        raise ValueError("must be a number between 0 and 1")
    return number


_CRON_RANGE = r"(\*|[0-9A-Za-z]+(-[0-9A-Za-z]+)?)(/[1-9]\d*)?"
_CRON_FIELD = re.compile(f"{_CRON_RANGE}(,{_CRON_RANGE})*")
_CRON_NUMBER = re.compile(r"(?<![\d/])\d+")
_CRON_NAME = re.compile(r"[A-Za-z]+")
_MONTHS = frozenset(
    {"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"}
)
_WEEKDAYS = frozenset({"sun", "mon", "tue", "wed", "thu", "fri", "sat"})
# Names that stand for numbers in each of the five; the last day of a month is `L`.
_CRON_NAMES = (frozenset(), frozenset(), frozenset("l"), _MONTHS, _WEEKDAYS)
# The least and the most of minute, hour, day, month and day of the week.
_CRON_LIMITS = ((0, 59), (0, 23), (1, 31), (1, 12), (0, 7))


def _cron(text: str) -> str:
    # Shape and numbers only; Dagster checks the rest. Asking it here would cost every `make sql`
    # its two seconds of imports.
    parts = text.split()
    if len(parts) != 5 or not all(_CRON_FIELD.fullmatch(part) for part in parts):
        raise ValueError("is no cron expression of five fields")
    for part, names in zip(parts, _CRON_NAMES, strict=True):
        for name in _CRON_NAME.findall(part):
            if name.lower() not in names:
                raise ValueError(f"{name} in {part} is no number, nor the name of a month or day")
    for part, (least, most) in zip(parts, _CRON_LIMITS, strict=True):
        for number in _CRON_NUMBER.findall(part):
            if not least <= int(number) <= most:
                raise ValueError(f"{number} in {part} is not between {least} and {most}")
    return text


def _timezone(text: str) -> str:
    try:
        ZoneInfo(text)
    except (ZoneInfoNotFoundError, OSError) as error:
        raise ValueError("is no IANA time zone") from error
    return text


def _web_address(text: str) -> str:
    parts = urlsplit(text)
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise ValueError("is no http or https address")
    return text


def _licence(text: str) -> str:
    # What a data package allows as a licence's name.
    if not re.fullmatch(r"[A-Za-z0-9._-]+", text):
        raise ValueError("is no name of a licence, as CC-BY-4.0 is")
    return text


def _yes_or_no(text: str) -> bool:
    known = {"yes": True, "true": True, "1": True, "no": False, "false": False, "0": False}
    if text.lower() not in known:
        raise ValueError("must be yes or no")
    return known[text.lower()]


_READERS: dict[str, Callable[[str], object]] = {
    "raw_dir": _folder,
    "home": _folder,
    "target": _engine,
    "spark_master": _master,
    "spark_tables": _folder,
    "threads": _whole_number(1),
    "memory": _memory,
    "max_file_bytes": _whole_number(1),
    "load_batch_files": _whole_number(1),
    "batch_documents": _whole_number(1),
    "schedule_cron": _cron,
    "schedule_timezone": _timezone,
    "sensor_debounce_seconds": _whole_number(0),
    "sensor_interval_seconds": _whole_number(1),
    "collect_interval_seconds": _whole_number(1),
    "collect_pause_seconds": _whole_number(0),
    "collect_timeout_seconds": _whole_number(1),
    "freshness_warn_hours": _whole_number(1, 24 * _CENTURY_DAYS),
    "freshness_fail_hours": _whole_number(1, 24 * _CENTURY_DAYS),
    "max_row_drop": _share,
    "max_set_aside": _share,
    "history_days": _whole_number(1, _CENTURY_DAYS),
    "ledger_refreshes": _whole_number(1),
    "run_retention_days": _whole_number(1, _CENTURY_DAYS),
    "runs_kept": _whole_number(1),
    "snapshots_kept": _whole_number(1),
    "notice_url": _web_address,
    "ui_port": _whole_number(1, 65_535),
    "export_hours": _whole_number(0),
    "export_licence": _licence,
    "export_guard_formulas": _yes_or_no,
}


def load_settings(environment: Mapping[str, str] | None = None) -> Settings:
    """Read the settings.

    Args:
        environment: Variables by name; the process's own when None.

    Returns:
        The settings, folders absolute. A relative folder is relative to the project.

    Raises:
        SettingError: A SITREP_ variable is unknown, or its value cannot be used.
    """
    environment = os.environ if environment is None else environment
    known = {PREFIX + field.name.upper(): field.name for field in fields(Settings)}
    given = {name: text for name, text in environment.items() if name.startswith(PREFIX)}
    unknown = sorted(given.keys() - known.keys() - OWN_VARIABLES)
    if unknown:
        raise SettingError(
            f"Unknown setting {', '.join(unknown)}. Known are: {', '.join(sorted(known))}."
        )
    values: dict[str, object] = {}
    for variable, name in known.items():
        if variable not in given:
            continue
        try:
            if not given[variable].strip():
                raise ValueError("is empty")
            values[name] = _READERS[name](given[variable].strip())
        except ValueError as error:
            shown = "..." if name in _SECRETS else repr(given[variable])
            raise SettingError(f"{variable}={shown}: {error}.") from error
    settings = Settings(**values)  # type: ignore[arg-type]
    if settings.home.is_relative_to(settings.raw_dir):
        raise SettingError(
            f"SITREP_HOME={settings.home} lies in SITREP_RAW_DIR={settings.raw_dir}: the report"
            " would be read as a document."
        )
    if settings.freshness_warn_hours >= settings.freshness_fail_hours:
        raise SettingError("SITREP_FRESHNESS_WARN_HOURS must be less than _FAIL_HOURS.")
    return settings
