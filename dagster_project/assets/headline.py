"""What the published file says in a glance, for its page in Dagster: a table and a small picture.

Belongs here: the latest day's figures and their change. Does not belong here: the situation report
for analysts.
"""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from urllib.parse import quote

import dagster as dg
import duckdb

from dagster_project.sql import Row, number, query
from dagster_project.tables import markdown_table

# Dagster shows a text of less than a thousand letters where it stands, and a link to a longer one.
_LONGEST_SHOWN = 990
_DAYS_DRAWN = 20
_COLOURS = ("#36b", "#d80")
_LEFT, _SLOT, _BAR, _BASE, _HIGHEST = 6, 19, 7, 90, 65
# What an address may hold as it is; blanks and brackets would end it in Markdown.
_SAFE = "/:=',"

# Day, reporter, value.
Figure = tuple[str, str, float]

# All places together, money by currency. What lies in two series, whose totals count from different
# days, is one figure. A day without a figure is no zero: changes are against the last that has one.
_FIGURES = """
with told as (
    select
        series.date_day,
        series.flow_measure as measure,
        series.currency,
        coalesce(series.currency, measures.unit) as unit,
        actors.actor_name as reported_by,
        sum(series.daily_flow) as value
    from (
        select distinct date_day, flow_measure, reported_by_actor_id, currency, daily_flow
        from marts.mart_daily_series
        where location_id is null and daily_flow is not null
    ) as series
    left join marts.dim_measure as measures on series.flow_measure = measures.measure
    left join marts.dim_actor as actors on series.reported_by_actor_id = actors.actor_id
    group by all
),
changes as (
    select
        *,
        lag(value) over in_series as value_before,
        lag(date_day) over in_series as day_before
    from told
    window in_series as (partition by measure, reported_by, unit order by date_day)
)
"""
_LATEST = f"""
{_FIGURES}
select
    measure, reported_by, value, unit, value - value_before as change, day_before as since
from changes
where date_day = (select max(date_day) from changes)
order by measure, value desc, reported_by, unit
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
select
    strftime(date_day, '%Y-%m-%d') as day,
    concat_ws(', ', coalesce(reported_by, 'unnamed'), currency) as reporter,
    value, measure
from changes
where measure in (from drawn)
order by date_day, reporter
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
    words = f"{str(drawn[0][3]).replace('_', ' ')}, on days with a figure"
    figures = [(str(d), str(who), float(str(value))) for d, who, value, _ in drawn]
    return {
        "headline": dg.MetadataValue.md(_short_table(f"**{day}**, all places", columns, latest)),
        "chart": dg.MetadataValue.md(_short_picture(words, figures)),
        "latest_day": dg.MetadataValue.text(day),
        **numbers,
    }


def _short_table(title: str, columns: Sequence[str], rows: Sequence[Row]) -> str:
    for shown in range(len(rows), 0, -1):
        rest = f"\n\n... and {len(rows) - shown} more" if shown < len(rows) else ""
        table = f"{title}\n\n{markdown_table(columns, rows[:shown])}{rest}"
        if len(table) < _LONGEST_SHOWN:
            break
    return table


def _short_picture(words: str, figures: Sequence[Figure]) -> str:
    for days in range(_DAYS_DRAWN, 0, -1):
        address = quote(svg(figures, days), safe=_SAFE)
        picture = f"{words}\n\n![chart](data:image/svg+xml,{address})"
        if len(picture) < _LONGEST_SHOWN:
            break
    return picture


def svg(figures: Sequence[Figure], most_days: int = _DAYS_DRAWN) -> str:
    """A bar chart of the last days, a colour for each reporter, in few letters.

    Args:
        figures: Day, reporter and value, in the order of the days. At least one.
        most_days: Days drawn; earlier ones are left out.
    """
    days = list(dict.fromkeys(day for day, _, _ in figures))[-most_days:]
    shown = [figure for figure in figures if figure[0] in days]
    counts = {who: sum(1 for figure in shown if figure[1] == who) for _, who, _ in shown}
    reporters = sorted(counts, key=lambda who: (-counts[who], who))[: len(_COLOURS)]
    top = max([value for _, who, value in shown if who in reporters] + [1.0])
    bars = dict.fromkeys(reporters, "")
    for day, who, value in shown:
        if who in reporters:
            x = _SLOT * days.index(day) + _BAR * reporters.index(who) + _LEFT
            bars[who] += f"M{x},{_BASE}v-{round(value / top * _HIGHEST)}"
    parts = [
        f"<svg xmlns='http://www.w3.org/2000/svg' width='400' height='{_BASE + 14}' font-size='10'>"
        f"<path fill='#fff' d='M0,0h400v{_BASE + 14}H0'/>"
    ]
    for place, (who, path) in enumerate(bars.items()):
        colour = _COLOURS[place]
        parts.append(f"<path stroke='{colour}' stroke-width='{_BAR}' d='{path}'/>")
        parts.append(f"<text y='{10 + 10 * place}' fill='{colour}'>{escape(who)}</text>")
    span = days[0] if len(days) == 1 else f"{days[0]} – {days[-1]}"
    parts.append(f"<text y='{_BASE + 11}'>{span}, most {top:g}</text>")
    return "".join([*parts, "</svg>"])
