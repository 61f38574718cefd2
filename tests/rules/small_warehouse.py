"""A warehouse of documents that a test makes up, built by the real models.

Belongs here: from texts to built models. Does not belong here: which texts, and what is expected
of them (the tests).
"""

import json
import re
import shutil
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import duckdb

from dagster_project.assets.raw import load_gazetteer
from dagster_project.building import dbt_runs
from dagster_project.building.dbt_runs import DbtRun, parsed_beside
from dagster_project.building.standing import LEFT_OUT, leaving_out, standing_nodes
from dagster_project.loading.gazetteer_files import load_gazetteer_files
from dagster_project.loading.load import Load, load
from dagster_project.loading.reading_list import write_reading_list
from dagster_project.settings import Settings

if TYPE_CHECKING:
    from dbt.contracts.graph.manifest import Manifest

    from tests.rules.compiled import Compiled

DBT_PROJECT = Settings().dbt_project_dir
# A parsed project is of databases of this name.
DATABASE = Settings().build_database.name
TITLES = {
    ("bulletin", "en"): "Information bulletin (May 5, 2017)",
    ("bulletin", "ru"): "Информационный бюллетень (5 мая 2017 года)",
    ("article", "en"): "News of the day",
    ("article", "ru"): "Новости дня",
}
OUTPUT_TAIL = 4000  # characters of dbt's output that are worth reading
_LOAD = Load("20170506T000000", "test", datetime(2017, 5, 6))


@dataclass(frozen=True)
class Sample:
    """One document.

    Attributes:
        key: Names its file; letters, digits, dots and dashes.
        text: A sentence, or the lines below the title.
        kind: `bulletin` or `article`.
        title: The lines above it; None for a dated one for bulletins and an undated for articles.
    """

    key: str
    text: str
    kind: str = "bulletin"
    title: str | None = None

    @property
    def language(self) -> str:
        """ISO 639-1 code, from the letters."""
        return "ru" if re.search("[а-яё]", self.text) else "en"


@dataclass(frozen=True)
class Dictionaries:
    """What no document can change, built once: a warehouse begins with a copy of it.

    Attributes:
        manifest: The project's, with what dbt parsed beside it.
        database: A DuckDB file with the seeds, what is made of them alone, and the gazetteer.
    """

    manifest: Path
    database: Path

    @classmethod
    def build(cls, folder: Path, manifest: Path) -> "Dictionaries":
        """Build them in an empty folder. Raises RuntimeError when dbt fails."""
        database = folder / DATABASE
        with duckdb.connect(database) as connection:
            load_gazetteer(connection)
        names = [unique_id.split(".")[2] for unique_id in _standing(manifest)]
        run_dbt(folder, database, ["build", "--select", *names], manifest)
        return cls(manifest, database)

    def build_models(self, database: Path) -> None:
        """Let dbt build all models on a copy that has its documents.

        Raises RuntimeError when dbt fails.
        """
        run_dbt(
            database.parent,
            database,
            ["build", "--exclude", f"tag:{LEFT_OUT}"],
            self.manifest,
            change=leaving_out(_standing(self.manifest)),
        )


def _standing(manifest: Path) -> set[str]:
    return standing_nodes(json.loads(manifest.read_bytes()))


def build(
    folder: Path,
    samples: Iterable[Sample],
    models: Sequence[str],
    dictionaries: Dictionaries,
    compiled: "Compiled",
    gazetteer: Path | None = None,
) -> Path:
    """Load the samples and run the models with all that they read.

    Args:
        folder: Empty; everything is written into it.
        samples: One file each.
        models: Names of the models wanted.
        dictionaries: What the warehouse begins with.
        compiled: The models' SQL.
        gazetteer: A folder whose files a user would lay under `raw/gazetteer/`.

    Returns:
        The DuckDB file.

    Raises:
        AssertionError: A table is not what its contract says.
        ValueError: Two samples of one name.
    """
    raw, database = folder / "raw", folder / DATABASE
    for sample in samples:
        path = raw / f"{sample.kind}s" / f"{sample.key}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.exists():
            raise ValueError(f"two samples are named {sample.key}")
        # The key makes each file one of its own, in a line that is never read.
        title = sample.title or TITLES[sample.kind, sample.language]
        text = f"{title}\n\n{sample.text}\n\nSource: {sample.key}\n"
        path.write_text(text, encoding="utf-8")
        sidecar = path.with_suffix(".meta.json")
        sidecar.write_text(json.dumps({"language": sample.language}), encoding="utf-8")
    if gazetteer is not None:
        shutil.copytree(gazetteer, raw / "gazetteer")
    shutil.copy(dictionaries.database, database)
    load_folder(raw, database)
    compiled.build_models(database, dictionaries.manifest, models)
    return database


def load_folder(raw: Path, database: Path) -> None:
    """Write the raw tables of a folder, all of it to be read, beside the dictionaries."""
    connection = duckdb.connect(database)
    try:
        load(connection, raw, named=_LOAD, max_file_bytes=1_000_000, batch_files=1000)
        load_gazetteer_files(connection, raw, _LOAD.at)
        write_reading_list(connection, "test", batch_documents=1_000_000)
    finally:
        connection.close()


def run_dbt(
    folder: Path,
    database: Path,
    arguments: Sequence[str],
    manifest: Path,
    variables: Mapping[str, str] | None = None,
    change: Callable[[Any], None] = lambda manifest: None,
    tests: Collection[str] = (),
) -> DbtRun:
    """Run dbt with its artefacts in `folder`. Raises RuntimeError when it fails.

    `tests` are kinds of nodes, `test` or `unit_test`, that are not taken out of the project before:
    only to draw their edges takes dbt some seconds.
    """

    def change_more(parsed: "Manifest") -> None:
        left_out = {"test", "analysis"} - set(tests)
        for unique_id, node in list(parsed.nodes.items()):
            if node.resource_type in left_out:
                del parsed.nodes[unique_id]
        if "unit_test" not in tests:
            parsed.unit_tests.clear()
        change(parsed)

    done = dbt_runs.run_dbt(
        arguments,
        DBT_PROJECT,
        folder / "target",
        {"SITREP_BUILD_DB": str(database), **(variables or {})},
        parsed=parsed_beside(manifest),
        change=change_more,
    )
    if not done.successful:
        said = "\n".join(done.errors)
        raise RuntimeError(f"dbt {arguments[0]} failed:\n{said[-OUTPUT_TAIL:]}")
    return done


def rows(database: Path, sql: str, **values: object) -> list[tuple[Any, ...]]:
    """The rows of a query on a built file."""
    connection = duckdb.connect(database, read_only=True)
    try:
        return connection.execute(sql, values).fetchall()
    finally:
        connection.close()
