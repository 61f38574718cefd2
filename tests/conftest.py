"""Options of the suite, and what tests of several folders look at: the parsed dbt project, the one
warehouse of the shipped documents, and a web server."""

import fcntl
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.sites import Site, served

if TYPE_CHECKING:
    from tests.rules.compiled import Compiled
    from tests.rules.small_warehouse import Dictionaries

# Of the tests that share a warehouse, in the order in which they are begun: the longest first. The
# one that needs no manifest goes on while the project is parsed for the others, and those that need
# its SQL come when dbt has compiled it for the first.
GROUPS = (
    "increments",
    "labelled",
    "bad_files",
    "ui",
    "rules",
    "unit_tests",
    "daily_series",
    "ledger",
    "warehouse",
    "gazetteer",
)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--lines",
        type=int,
        default=500_000,
        help="short lines of the one file in test_memory.py; default: %(default)s",
    )
    parser.addoption(
        "--kills",
        type=int,
        default=5,
        help="refreshes to kill at random points in test_faults.py; default: %(default)s",
    )
    parser.addoption(
        "--orders",
        type=int,
        default=0,
        help="random orders in which all labelled documents arrive in test_increments.py, instead"
        " of one order of some; default: %(default)s",
    )
    parser.addoption(
        "--shuffled",
        type=int,
        default=100,
        help="documents of shuffled paragraphs in test_shuffled.py; default: %(default)s",
    )
    parser.addoption(
        "--spark",
        action="store_true",
        help="build labelled documents on Spark, too, and compare; makes .venv-spark where missing",
    )


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with what takes longest, lest one worker is left with it while the others wait."""

    def place(item: pytest.Item) -> tuple[int, bool]:
        mark = item.get_closest_marker("xdist_group")
        group = mark.args[0] if mark else ""
        if group in GROUPS:
            return GROUPS.index(group), False
        return len(GROUPS), item.get_closest_marker("slow") is None

    items.sort(key=place)


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Let one worker in at a time."""
    with path.open("w") as opened:
        fcntl.flock(opened, fcntl.LOCK_EX)
        yield


@pytest.fixture(scope="session")
def of_all_workers(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """A folder that all workers of this session share."""
    base = tmp_path_factory.getbasetemp()
    folder = (base if worker_id == "master" else base.parent) / "shared"
    folder.mkdir(exist_ok=True)
    return folder


def made_once(path: Path, make: Callable[[], Path]) -> Path:
    """What the first worker that asks for it makes, where all workers find it."""
    path.parent.mkdir(exist_ok=True)
    with locked(path.with_suffix(".lock")):
        if not path.exists():
            shutil.move(make(), path)
    return path


@pytest.fixture(scope="session")
def manifest(of_all_workers: Path) -> Path:
    """The manifest of the project, parsed once: to lie in a home's folder of manifests."""
    from dagster_project.building.project_files import ensure_manifest
    from dagster_project.settings import Settings

    with locked(of_all_workers / "manifest.lock"):
        return ensure_manifest(Settings(home=of_all_workers / "parsed"))


@pytest.fixture(scope="session")
def dictionaries(
    of_all_workers: Path, tmp_path_factory: pytest.TempPathFactory, manifest: Path
) -> "Dictionaries":
    """The dictionaries as tables; not to be changed."""
    from tests.rules.small_warehouse import DATABASE, Dictionaries

    def make() -> Path:
        return Dictionaries.build(tmp_path_factory.mktemp("dictionaries"), manifest).database

    database = made_once(of_all_workers / "dictionaries" / DATABASE, make)
    return Dictionaries(manifest, database)


@pytest.fixture(scope="session")
def compiled(
    of_all_workers: Path, tmp_path_factory: pytest.TempPathFactory, dictionaries: "Dictionaries"
) -> "Compiled":
    """The project's SQL."""
    from tests.rules.compiled import Compiled

    def make() -> Path:
        folder = tmp_path_factory.mktemp("compiled")
        return Compiled.ask(folder, dictionaries).write(folder / "compiled.json")

    return Compiled.read(made_once(of_all_workers / "compiled" / "compiled.json", make))


@pytest.fixture(scope="session")
def labelled_warehouse(tmp_path_factory: pytest.TempPathFactory, manifest: Path) -> Path:
    """The published DuckDB file of a refresh over the shipped documents."""
    from tests.evaluation.build import build_labelled_warehouse
    from tests.evaluation.corpora import SHIPPED

    folder = tmp_path_factory.mktemp("labelled")
    share_manifest(manifest, folder / "home")
    published = build_labelled_warehouse(folder, SHIPPED)
    hand_on(manifest, folder / "home")
    return published


@pytest.fixture
def site() -> Iterator[Site]:
    with served() as running:
        yield running


def share_manifest(manifest: Path, home: Path) -> None:
    """Spare a home its first parse of the project, and what a home before it handed on."""
    from dagster_project.settings import Settings

    build_dir = Settings(home=home).build_dir
    shutil.copytree(manifest.parent, build_dir / manifest.parent.name)
    for path in _made_of_the_project(manifest.parents[1]):
        shutil.copy(path, build_dir)


def hand_on(manifest: Path, home: Path) -> None:
    """Keep beside the manifest what a refresh made in seconds of the project alone."""
    from dagster_project.settings import Settings

    for path in _made_of_the_project(Settings(home=home).build_dir):
        draft = home / path.name
        shutil.copy(path, draft)
        draft.replace(manifest.parents[1] / path.name)


def _made_of_the_project(build_dir: Path) -> list[Path]:
    """The lineage of columns and the drawing library, where a refresh made them."""
    return [*build_dir.glob("column_lineage.json"), *build_dir.glob("vega-*.js")]
