"""Both engines make the same rows of the same documents, in every table that Spark builds.

Spark is a cluster of a master and two workers on loopback, so that rows are divided among them.
Runs with `--spark` (`make test SPARK=1`), which makes `.venv-spark` where it is missing: it takes
minutes where DuckDB takes seconds, so that the suite leaves it out otherwise.
"""

import json
import shutil
from pathlib import Path

import duckdb
import pytest

from dagster_project.commands import make_venv
from dagster_project.settings import PROJECT_ROOT
from dagster_project.spark.division import is_made_by_duckdb
from dagster_project.spark.hand_over import PYTHON, build_on_spark
from tests.rules.small_warehouse import DATABASE, Dictionaries, load_folder
from tests.spark.standalone import HOST, cluster

RAW = PROJECT_ROOT / "raw"
LABELLED = (
    "articles/2018-11-24-prisoner-swap-al-bab-afp",
    "articles/2019-06-10-256-thousand-refugees-returned-tass",
    "articles/2019-07-22-idlib-market-russia-denies-rferl",
    "articles/2020-01-07-putin-damask-lenta",
    "articles/2021-03-31-brussels-v-6-4-billion",
    "bulletins/2017-04-14-reconciliation-ru",
    "bulletins/2017-04-22-reconciliation",
    "bulletins/2017-04-23-reconciliation",
    "bulletins/2018-04-19-ocha-northwest",
    "bulletins/2018-08-15-deescalation-ru",
    "bulletins/2019-09-17-refugees",
    "bulletins/2019-09-18-refugees",
    "bulletins/2020-05-31-deescalation",
)
# Their keys are hashes, each engine's own; what is found by them is the same.
HASHED = {"int_document_sketches", "int_recorded_document_sketches"}
VARIABLES = {"SITREP_THREADS": "2", "SPARK_LOCAL_IP": HOST}

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def python(request: pytest.FixtureRequest) -> Path:
    """The interpreter of Spark's environment."""
    if not request.config.getoption("--spark"):
        pytest.skip("Spark is compared with `make test SPARK=1` only: it takes minutes")
    if shutil.which("java") is None:
        pytest.skip("there is no Java on the PATH; Spark needs one, 17 or 21")
    if make_venv.main(".venv-spark", "dagster_project/spark/requirements.lock") != 0:
        pytest.skip("Spark's environment cannot be made; see above")
    return PYTHON


@pytest.fixture(scope="module")
def built(
    tmp_path_factory: pytest.TempPathFactory, dictionaries: Dictionaries, python: Path
) -> Path:
    """A folder with DuckDB's build file, and with Spark's tables below `tables`."""
    folder = tmp_path_factory.mktemp("both")
    raw, database = folder / "raw", folder / DATABASE
    for name in LABELLED:
        (raw / name).parent.mkdir(parents=True, exist_ok=True)
        for path in RAW.glob(f"{name}.*"):
            shutil.copy(path, raw / name.split("/")[0])
    shutil.copy(dictionaries.database, database)
    load_folder(raw, database)
    dictionaries.build_models(database)
    with cluster(python, folder / "cluster", workers=2) as master:
        build_on_spark(database, folder / "tables", master, VARIABLES, python)
    return folder


def test_every_table_has_the_same_rows(built: Path, manifest: Path):
    models = [
        node
        for node in json.loads(manifest.read_bytes())["nodes"].values()
        if node["resource_type"] == "model" and not is_made_by_duckdb(node["fqn"])
    ]
    connection = duckdb.connect(built / DATABASE, read_only=True)
    try:
        differing = {
            node["name"]: found
            for node in models
            if node["name"] not in HASHED
            and (found := differences(connection, node, built / "tables"))
        }
    finally:
        connection.close()
    assert len(models) > 150
    assert differing == {}


def differences(
    connection: duckdb.DuckDBPyConnection, model: dict, tables: Path
) -> list[tuple[str, tuple]]:
    """Some rows that one engine has more often than the other, each with the engine's name."""
    relation = f'{model["schema"]}."{model["name"]}"'
    files = tables / model["schema"] / model["name"] / "*.parquet"
    columns = connection.execute(
        "select column_name, data_type from information_schema.columns"
        " where table_schema = ? and table_name = ?",
        [model["schema"], model["name"]],
    ).fetchall()
    names = ", ".join(shown(f'cast("{name}" as {kind})', kind) for name, kind in columns)
    rows = {
        "duckdb": f"select {names} from {relation}",
        "spark": f"select {names} from read_parquet('{files}')",
    }
    return [
        (engine, row)
        for engine, other in (("duckdb", "spark"), ("spark", "duckdb"))
        for row in connection.execute(
            f"({rows[engine]}) except all ({rows[other]}) limit 3"
        ).fetchall()
    ]


def shown(value: str, kind: str) -> str:
    """What of a value is compared: sums of fractions to the ninth digit, lists in no order.

    A model that lists in an order puts it into a text, or joins it away again.
    """
    if kind == "DOUBLE":
        return f"round({value}, 9)"
    if kind.endswith("[]"):
        return f"list_sort({value})::varchar"
    return f"{value}::varchar" if kind.startswith("STRUCT") else value
