"""Texts give the rows that the readings in `samples.TOLD` say, and no others."""

from collections import defaultdict
from pathlib import Path
from typing import Any

import duckdb
import pytest

from tests.rules.samples import TOLD
from tests.rules.told import Told

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("rules")]

ROWS = """
with

names as (
    select
        location_id,
        replace(location_name, ' Governorate', '') as place
    from intermediate.int_locations
),

shared as (
    select
        observation_id,
        list(place order by place) as places
    from intermediate.int_observation_locations
    inner join names using (location_id)
    group by observation_id
)

select
    parse_filename(documents.source_path, true) as sample,
    rows.measure,
    rows.value,
    names.place,
    shared.places,
    rows.qualifier,
    rows.value_low as low,
    rows.value_high as high,
    rows.subject,
    rows.unit,
    rows.currency,
    rows.period,
    rows.as_of_date as as_of,
    rows.period_start as start,
    rows.modality,
    rows.part_kind as part,
    totals.value as total,
    rows.reported_by_actor_id as reporter,
    told_before.value as restates
from intermediate.int_observations as rows
inner join staging.stg_documents as documents using (document_id)
inner join intermediate.int_observation_tellings as tellings using (observation_id)
left join names on rows.location_id = names.location_id
left join shared on rows.observation_id = shared.observation_id
left join intermediate.int_observations as totals
    on rows.total_observation_id = totals.observation_id
left join intermediate.int_observations as told_before
    on tellings.restates_observation_id = told_before.observation_id
order by sample, rows.figure_start, names.place
"""


@pytest.fixture(scope="module")
def observations(small_warehouse: Path) -> dict[str, list[dict[str, Any]]]:
    """The observations of each sample, in the order of the text."""
    connection = duckdb.connect(small_warehouse, read_only=True)
    try:
        relation = connection.sql(ROWS)
        found = [dict(zip(relation.columns, row, strict=True)) for row in relation.fetchall()]
    finally:
        connection.close()
    by_sample = defaultdict(list)
    for row in found:
        by_sample[row["sample"]].append(row)
    return by_sample


def as_told(found: dict[str, Any], columns: tuple[str, ...]) -> tuple[object, ...]:
    """A found row in the columns that a reading speaks of; numbers without rounding noise."""
    cells = [found[column] for column in ("measure", "value", *columns)]
    return tuple(
        round(cell, 6)
        if isinstance(cell, float)
        else tuple(cell)
        if isinstance(cell, list)
        else cell
        for cell in cells
    )


@pytest.mark.parametrize("told", TOLD, ids=[told.name for told in TOLD])
def test_rows(told: Told, observations: dict[str, list[dict[str, Any]]]) -> None:
    found = observations[f"told.{told.name}"]
    wanted = [(row.measure, row.value, *dict(row.says).values()) for row in told.rows]
    columns = [tuple(column for column, _ in row.says) for row in told.rows]
    columns += [()] * (len(found) - len(columns))
    got = [as_told(row, spoken) for row, spoken in zip(found, columns, strict=False)]
    assert got == wanted, told.text
