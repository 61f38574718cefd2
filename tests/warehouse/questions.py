"""What tests ask of a warehouse of generated bulletins.

Belongs here: questions of several modules. Does not belong here: what is generated (`scenarios`).
"""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from tests.rules.small_warehouse import rows
from tests.warehouse.bulletins import Bulletin
from tests.warehouse.conftest import Generated
from tests.warehouse.layouts import RUSSIAN_PARTY
from tests.warehouse.scenarios import Run


def runs_with(generated: Generated, fault: str) -> Iterator[Run]:
    found = [run for run in generated.runs if run.fault == fault]
    assert len(found) >= 5
    yield from found


def documents_of(generated: Generated, bulletin: Bulletin) -> list[dict[str, Any]]:
    """The documents of a bulletin's day."""
    names = ("id", "stem", "is_current", "superseded_by", "basis", "duplicate", "retells")
    found = rows(
        generated.database,
        "select document_id, parse_filename(source_path, true), is_current,"
        " superseded_by_document_id, supersession_basis, duplicate_of_document_id,"
        " retells_document_id"
        " from marts.dim_document where published_date = $day",
        day=bulletin.day,
    )
    return [dict(zip(names, row, strict=True)) for row in found]


def total_as_known(database: Path, known_on: date, day: date) -> float:
    """The cases of a day as the Russian side's bulletins told them by another day."""
    ((total,),) = rows(
        database,
        "select sum(value) from marts.observations_as_known($known_on)"
        " where is_countable and measure = 'ceasefire_violations'"
        " and as_of_date = $day and reported_by_actor_id = $reporter",
        known_on=known_on,
        day=day,
        reporter=RUSSIAN_PARTY,
    )
    return total
