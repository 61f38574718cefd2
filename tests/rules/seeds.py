"""The seeds' rows, as the tests read them: by column name, empty cells as empty text."""

import csv

from dagster_project.settings import PROJECT_ROOT

SEEDS = PROJECT_ROOT / "dbt" / "seeds"


def seed_rows(name: str) -> list[dict[str, str]]:
    """The rows of a seed named like `quantities/measure_rules`."""
    with (SEEDS / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
