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
from tests.rules.small_warehouse import DATABASE, Dictionaries, run_dbt
from tests.warehouse.occurrences import Linker
from tests.warehouse.scenarios import Run, draw_runs

RUNS = 54  # six of each fault, about 190 documents
WANTED = (
    "+fct_reconciliations",
    "+fct_observation_tellings",
    "+mart_daily_series",
    "+mart_missing_bulletins",
    "+mart_discrepancies",
)


@dataclass(frozen=True)
class Generated:
    """The runs and the build file that was made of them."""

    runs: list[Run]
    database: Path


def write_files(raw: Path, files: dict[str, str]) -> None:
    """Write documents and sidecars into a raw folder; names without a folder are bulletins."""
    for name, content in files.items():
        path = raw / (name if "/" in name else f"bulletins/{name}")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")


def build_marts(folder: Path, loads: list[dict[str, str]], dictionaries: Dictionaries) -> Path:
    """Load the files, one set after the other, and run the models on what is then there.

    Raises RuntimeError when dbt fails.
    """
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
    dictionaries.build_models(database, ["--select", *WANTED])
    return database


@pytest.fixture(scope="session")
def generated(tmp_path_factory: pytest.TempPathFactory, dictionaries: Dictionaries) -> Generated:
    """The generated bulletins, each run's last day before its first; not to be changed."""
    runs = draw_runs(RUNS)
    loads: list[dict[str, str]] = [{}, {}]
    for run in runs:
        last = run.name(run.bulletins[-1])
        for name, content in run.files().items():
            is_early = name.startswith(last) and name.split(".")[0] != run.original_name
            loads[0 if is_early else 1][name] = content
    return Generated(runs, build_marts(tmp_path_factory.mktemp("generated"), loads, dictionaries))


@pytest.fixture(scope="session")
def loaded_otherwise(
    tmp_path_factory: pytest.TempPathFactory, generated: Generated, manifest: Path
) -> Path:
    """The same as if all files had come in one load, in another order."""
    folder = tmp_path_factory.mktemp("otherwise")
    database = folder / generated.database.name
    shutil.copy(generated.database, database)
    with duckdb.connect(database) as connection:
        connection.execute(
            "create or replace temporary table again as from raw.bulletins"
            " order by sha256(document_id);"
            "delete from raw.bulletins;"
            "insert into raw.bulletins from again;"
            "update raw.bulletins set loaded_at = timestamp '2031-01-01';"
            "update raw.articles set loaded_at = timestamp '2030-01-01'"
        )
    # What is made of dictionaries alone stays.
    of_documents = [f"{model},stg_documents+" for model in WANTED]
    run_dbt(folder, database, ["run", "--select", *of_documents], manifest)
    return database


@pytest.fixture(scope="session")
def linker(tmp_path_factory: pytest.TempPathFactory, manifest: Path) -> Linker:
    """The SQL of the models that join tellings."""
    return Linker.compile(tmp_path_factory.mktemp("occurrences"), manifest)
