"""One warehouse of generated bulletins, and the same with its rows loaded in another order."""

import shutil
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import duckdb
import pytest

from dagster_project.loading.gazetteer_files import load_gazetteer_files
from dagster_project.loading.load import load
from dagster_project.loading.load_ledger import Load
from dagster_project.loading.reading_list import write_reading_list
from tests.rules.compiled import Compiled
from tests.rules.small_warehouse import DATABASE, Dictionaries, run_dbt
from tests.warehouse.occurrences import Linker
from tests.warehouse.scenarios import Run, draw_runs

RUNS = 54  # six of each fault, about 190 documents
# The one beside which dbt writes what tells the figures that were known on a day.
OF_A_MACRO = "fct_observation_tellings"
WANTED = (
    OF_A_MACRO,
    "fct_reconciliations",
    "mart_daily_series",
    "mart_missing_bulletins",
    "mart_discrepancies",
)


@dataclass(frozen=True)
class Generated:
    """The runs and the build file that was made of them.

    Attributes:
        loaded: The file as it was before models were built in it.
    """

    runs: list[Run]
    database: Path
    loaded: Path


def write_files(raw: Path, files: dict[str, str]) -> None:
    """Write documents and sidecars into a raw folder; names without a folder are bulletins."""
    for name, content in files.items():
        path = raw / (name if "/" in name else f"bulletins/{name}")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")


def load_all(folder: Path, loads: list[dict[str, str]], dictionaries: Dictionaries) -> Path:
    """Load the files beside the dictionaries, one set after the other, all of them to be read."""
    raw, database = folder / "raw", folder / DATABASE
    shutil.copy(dictionaries.database, database)
    connection = duckdb.connect(database)
    try:
        for number, files in enumerate(loads):
            write_files(raw, files)
            named = Load(f"20300101T00000{number}", "test", datetime(2030, 1, 1 + number))
            load(connection, raw, named=named, max_file_bytes=1_000_000, batch_files=1000)
        load_gazetteer_files(connection, raw, datetime(2030, 1, 1))
        write_reading_list(connection, "test", batch_documents=1_000_000)
    finally:
        connection.close()
    return database


@pytest.fixture(scope="session")
def generated(
    tmp_path_factory: pytest.TempPathFactory, dictionaries: Dictionaries, compiled: Compiled
) -> Generated:
    """The generated bulletins, each run's last day before its first; not to be changed."""
    runs = draw_runs(RUNS)
    loads: list[dict[str, str]] = [{}, {}]
    for run in runs:
        last = run.name(run.bulletins[-1])
        for name, content in run.files().items():
            is_early = name.startswith(last) and name.split(".")[0] != run.original_name
            loads[0 if is_early else 1][name] = content
    loaded = load_all(tmp_path_factory.mktemp("loaded"), loads, dictionaries)
    folder = tmp_path_factory.mktemp("generated")
    database = Path(shutil.copy(loaded, folder))
    compiled.build_models(database, dictionaries.manifest, WANTED)
    run_dbt(folder, database, ["run", "--select", OF_A_MACRO], dictionaries.manifest)
    return Generated(runs, database, loaded)


@pytest.fixture(scope="session")
def loaded_otherwise(
    tmp_path_factory: pytest.TempPathFactory,
    generated: Generated,
    manifest: Path,
    compiled: Compiled,
) -> Path:
    """The same as if all files had come in one load, in another order."""
    database = Path(shutil.copy(generated.loaded, tmp_path_factory.mktemp("otherwise")))
    with duckdb.connect(database) as connection:
        connection.execute(
            "create or replace temporary table again as from raw.bulletins"
            " order by sha256(document_id);"
            "delete from raw.bulletins;"
            "insert into raw.bulletins from again;"
            "update raw.bulletins set loaded_at = timestamp '2031-01-01';"
            "update raw.articles set loaded_at = timestamp '2030-01-01'"
        )
    compiled.build_models(database, manifest, WANTED)
    return database


@pytest.fixture(scope="session")
def linker(compiled: Compiled, manifest: Path) -> Linker:
    """The SQL of the models that join tellings."""
    return Linker.make(compiled, manifest)
