"""One small warehouse of all the seeds' examples and the reading rules' sentences."""

from pathlib import Path

import pytest

from tests.conftest import made_once
from tests.rules.compiled import Compiled
from tests.rules.increments import Chain
from tests.rules.samples import samples
from tests.rules.small_warehouse import DATABASE, Dictionaries, build

MODELS = (
    "int_observations",
    "int_observation_tellings",
    "int_events",
    "int_event_actors",
    "int_parts_to_total",
    "int_running_totals",
    "int_cross_document",
    "int_event_occurrences",
    "mart_claims",
    "mart_daily_series",
    "export_acled_like",
    "export_gdelt_like",
    "search_terms",
    "history_fct_observations",
)


@pytest.fixture(scope="session")
def small_warehouse(
    of_all_workers: Path,
    tmp_path_factory: pytest.TempPathFactory,
    dictionaries: Dictionaries,
    compiled: Compiled,
) -> Path:
    """The built DuckDB file; not to be changed."""
    return made_once(
        of_all_workers / "rules" / DATABASE,
        lambda: build(tmp_path_factory.mktemp("rules"), samples(), MODELS, dictionaries, compiled),
    )


@pytest.fixture(scope="session")
def chain(
    tmp_path_factory: pytest.TempPathFactory, dictionaries: Dictionaries, compiled: Compiled
) -> Chain:
    """The project's models as dbt compiled them."""
    return Chain.make(tmp_path_factory.mktemp("chain"), dictionaries, compiled)
