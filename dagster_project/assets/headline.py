"""What the published file says in a glance, for its page in Dagster: a table and a small picture.

Belongs here: the latest day's figures and their change. Does not belong here: the situation report
for analysts.
"""

from __future__ import annotations

import base64
from collections.abc import Sequence
from html import escape

import dagster as dg
import duckdb

from dagster_project.sql import number, query
from dagster_project.tables import markdown_table

_DAYS_DRAWN = 30
_REPORTERS_DRAWN = 3
_COLOURS = ("#3d6fb4", "#d9822b", "#6a994e")
_WIDTH, _HEIGHT = 560, 170
_LEFT, _RIGHT, _TOP, _BOTTOM = 40, 6, 52, 20

# All places together; a day without a figure is no zero, so the change is against the last day
# that has one.
_FIGURES = """
with told as (
    select
        series.date_day,
        series.flow_measure as measure,
        measures.unit,
        actors.actor_name as reported_by,
        sum(series.daily_flow) as value
    from marts.mart_daily_series as series
    left join marts.dim_measure as measures on series.flow_measure = measures.measure
    left join marts.dim_actor as actors on series.reported_by_actor_id = actors.actor_id
    where series.location_id is null and series.daily_flow is not null
    group by all
),
changes as (
    select
        *,
        lag(value) over in_series as value_before,
        lag(date_day) over in_series as day_before
    from told
    window in_series as (partition by measure, reported_by order by date_day)
)
"""
_LATEST = f"""
{_FIGURES}
select
    measure, reported_by, value, unit, value - value_before as change,
    value_before as before, day_before
from changes
where date_day = (select max(date_day) from changes)
order by measure, value desc, reported_by
"""
_DRAWN = f"""
{_FIGURES},
drawn as (
    select measure
    from changes
    where measure in (
        select measure from changes where date_day = (select max(date_day) from changes)
    )
    group by measure
    order by count(*) desc, measure
    limit 1
)
select strftime(date_day, '%Y-%m-%d') as day, coalesce(reported_by, 'unnamed'), value, measure
from changes
where measure in (from drawn)
order by date_day, reported_by
"""


def headline(connection: duckdb.DuckDBPyConnection) -> dict[str, dg.MetadataValue]:
    """The figures of the latest day, a chart of the one told most often, and counts to be plotted.

    Args:
        connection: To the published file.

    Returns:
        Metadata: `headline` and `chart` as Markdown, none where no figure has a day; and numbers,
        which Dagster plots over time.
    """
    columns, latest = query(connection, _LATEST)
    drawn = query(connection, _DRAWN)[1]
    counts = {
        "documents": "select count(*) from marts.dim_document",
        "events": "select count(*) from marts.fct_events",
        "observations": "select count(*) from marts.fct_observations",
        "countable_observations": (
            "select count(*) from marts.fct_observations where is_countable"
        ),
        "open_discrepancies": (
            "select count(*) from marts.fct_reconciliations where status = 'open'"
        ),
    }
    numbers = {name: dg.MetadataValue.int(number(connection, sql)) for name, sql in counts.items()}
    if not latest:
        return numbers
    day = str(drawn[-1][0])
    table = markdown_table(columns, latest)
    picture = svg([(str(d), str(who), float(str(value))) for d, who, value, _ in drawn])
    words = f"{str(drawn[0][3]).replace('_', ' ')}, by who counted, on days with a figure"
    encoded = base64.b64encode(picture.encode()).decode()
    return {
        "headline": dg.MetadataValue.md(f"**{day}**, all places\n\n{table}"),
        "chart": dg.MetadataValue.md(
            f"**{words}**\n\n![{words}](data:image/svg+xml;base64,{encoded})"
        ),
        "latest_day": dg.MetadataValue.text(day),
        **numbers,
    }


def svg(figures: Sequence[tuple[str, str, float]]) -> str:
    """A bar chart of the last days, a colour for each reporter.

    Args:
        figures: Day, reporter and value, in the order of the days. At least one.
    """
    days = list(dict.fromkeys(day for day, _, _ in figures))[-_DAYS_DRAWN:]
    shown = [figure for figure in figures if figure[0] in days]
    counts = {who: sum(1 for figure in shown if figure[1] == who) for _, who, _ in shown}
    reporters = sorted(counts, key=lambda who: (-counts[who], who))[:_REPORTERS_DRAWN]
    top = max([value for _, who, value in shown if who in reporters] + [1.0])
    height_of_one = (_HEIGHT - _TOP - _BOTTOM) / top
    slot = (_WIDTH - _LEFT - _RIGHT) / len(days)
    bar = slot * 0.8 / len(reporters)
    base = _HEIGHT - _BOTTOM
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{_WIDTH}" height="{_HEIGHT}"'
        ' font-family="sans-serif" font-size="11">',
        _box(0, 0, _WIDTH, _HEIGHT, "#ffffff"),
    ]
    for number_of, who in enumerate(reporters):
        y = 14 + 13 * number_of
        parts += [_box(_LEFT, y - 9, 9, 9, _COLOURS[number_of]), _words(_LEFT + 14, y, who)]
    for value in (0.0, top):
        y = base - value * height_of_one
        parts.append(_box(_LEFT, y, _WIDTH - _LEFT - _RIGHT, 0.5, "#999999"))
        parts.append(_words(_LEFT - 4, y + 4, f"{value:g}", "end"))
    for day, who, value in shown:
        if who in reporters:
            place = reporters.index(who)
            x = _LEFT + slot * (days.index(day) + 0.1) + bar * place
            height = value * height_of_one
            parts.append(_box(x, base - height, max(bar, 1), height, _COLOURS[place]))
    parts.append(_words(_LEFT, _HEIGHT - 5, days[0]))
    if len(days) > 1:
        parts.append(_words(_WIDTH - _RIGHT, _HEIGHT - 5, days[-1], "end"))
    return "".join([*parts, "</svg>"])


def _box(x: float, y: float, width: float, height: float, colour: str) -> str:
    size = f'width="{width:.1f}" height="{height:.1f}"'
    return f'<rect x="{x:.1f}" y="{y:.1f}" {size} fill="{colour}"/>'


def _words(x: float, y: float, words: str, anchor: str = "start") -> str:
    at = f'x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}"'
    return f'<text {at} fill="#222222">{escape(words)}</text>'
