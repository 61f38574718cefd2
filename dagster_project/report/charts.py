"""How the charts are drawn: Vega-Lite specifications, made with Altair.

Belongs here: marks, scales and axes. The data are put in by the page, which filters them, under
the names below. Colours are the page's own (CSS variables), so that light, dark and print need no
second drawing; amounts are shown by opacity, which mixes with any background.
"""

from __future__ import annotations

import json
from pathlib import Path

import altair as alt

_MAPS = Path(__file__).parent / "map"
_REPORTERS = ["var(--c1)", "var(--c2)", "var(--c3)", "var(--c4)", "var(--c5)", "var(--c6)"]
_SHAPES = ["circle", "square", "triangle-up", "diamond", "cross", "triangle-down"]
_QUADS = {
    "verbal cooperation": "var(--c1)",
    "material cooperation": "var(--c3)",
    "neutral": "var(--muted)",
    "verbal conflict": "var(--c2)",
    "material conflict": "var(--c4)",
}
_CLICKABLE = {"cursor": "pointer"}

Spec = dict[str, object]


def charts() -> dict[str, Spec]:
    """The specifications by name."""
    made = {
        "daily": _daily(),
        "totals": _totals(),
        "map": _map(),
        "events": _events(),
        "pairs": _pairs(),
        "coverage": _coverage(),
    }
    return {name: _finished(chart) for name, chart in made.items()}


def _finished(chart: alt.LayerChart) -> Spec:
    spec = chart.configure(
        background="transparent",
        # A name that a canvas understands too: Vega measures its labels there.
        font="system-ui, sans-serif",
        view=alt.ViewConfig(stroke=None),
        axis=alt.AxisConfig(
            labelColor="var(--ink-2)",
            titleColor="var(--ink-2)",
            gridColor="var(--line)",
            domainColor="var(--line-2)",
            tickColor="var(--line-2)",
            labelFontSize=11,
            titleFontSize=11,
            titleFontWeight="normal",
        ),
        legend=alt.LegendConfig(
            labelColor="var(--ink-2)",
            titleColor="var(--ink-2)",
            labelFontSize=11,
            titleFontSize=11,
            titleFontWeight="normal",
            orient="top",
            labelLimit=260,
            symbolStrokeWidth=1.5,
        ),
    ).to_dict()
    # The page's own reader of specifications is newer than the address, which is never asked.
    spec.pop("$schema", None)
    return spec


def _gaps() -> alt.Chart:
    return (
        alt.Chart(alt.NamedData("gaps"))
        .mark_rect(color="var(--gap)", opacity=1, clip=True)
        .encode(
            x=_days("start:T"),
            x2="end:T",
            description="label:N",
            tooltip=alt.Tooltip("label:N", title="No bulletin"),
        )
    )


def _reporter_scales() -> dict[str, object]:
    legend = alt.Legend(title=None, columns=2)
    return {
        "color": alt.Color("who:N", sort=None, scale=alt.Scale(range=_REPORTERS), legend=legend),
        "shape": alt.Shape("who:N", sort=None, scale=alt.Scale(range=_SHAPES), legend=legend),
    }


def _daily() -> alt.LayerChart:
    scales = _reporter_scales()
    base = alt.Chart(alt.NamedData("rows")).encode(
        x=_days("day:T"),
        y=alt.Y("value:Q", title=None, axis=_count_axis()),
        color=scales["color"],
    )
    stems = (
        alt.Chart(alt.NamedData("rows"))
        .mark_rule(strokeWidth=1.2, color="var(--line-2)", aria=False)
        .encode(x=_days("day:T"), y=alt.Y("zero:Q"), y2="value:Q")
    )
    heads = base.mark_point(size=46, filled=True, opacity=1, **_CLICKABLE).encode(
        shape=scales["shape"], description="label:N", tooltip=alt.Tooltip("label:N", title="Day")
    )
    return _period(alt.layer(_gaps(), stems, heads).properties(height=130))


def _totals() -> alt.LayerChart:
    scales = _reporter_scales()
    base = alt.Chart(alt.NamedData("rows")).encode(x=_days("day:T"), color=scales["color"])
    count = alt.Y("value:Q", title=None, axis=_count_axis(), scale=alt.Scale(zero=False))
    lines = alt.Chart(alt.NamedData("rows")).encode(x=_days("day:T"))
    implied = (
        lines.transform_filter("datum.implied !== null")
        .mark_line(strokeDash=[4, 3], strokeWidth=1.2, color="var(--ink-2)", aria=False)
        .encode(y=alt.Y("implied:Q"), detail="series:N")
    )
    gap = (
        lines.transform_filter("datum.status === 'open'")
        .mark_rule(strokeWidth=3, color="var(--bad)", aria=False)
        .encode(y="implied:Q", y2="value:Q")
    )
    stated = (
        base.transform_filter("datum.value !== null")
        .mark_point(size=46, filled=True, opacity=1, **_CLICKABLE)
        .encode(
            y=count,
            shape=scales["shape"],
            description="label:N",
            tooltip=alt.Tooltip("label:N", title="Running total"),
        )
    )
    return _period(alt.layer(_gaps(), implied, gap, stated).properties(height=130))


def _days(column: str) -> alt.X:
    # One scale for all charts above each other: the page sets these parameters to its period.
    return alt.X(
        column,
        title=None,
        axis=alt.Axis(labelOverlap=True, tickCount=8, grid=False, labelFlush=True),
        scale=alt.Scale(domainMin=alt.ExprRef("period_start"), domainMax=alt.ExprRef("period_end")),
    )


def _period(chart: alt.LayerChart) -> alt.LayerChart:
    return chart.add_params(
        alt.param(name="period_start", value=0), alt.param(name="period_end", value=1)
    ).properties(width="container")


def _count_axis() -> alt.Axis:
    return alt.Axis(tickCount=4, format="~s", domain=False, ticks=False)


def _map() -> alt.LayerChart:
    neighbours = json.loads((_MAPS / "neighbours.json").read_text(encoding="utf-8"))
    land = alt.Chart(alt.Data(values=neighbours["features"])).mark_geoshape(
        fill="var(--land)", stroke="var(--surface)", strokeWidth=1.2, aria=False
    )
    governorates = (
        alt.Chart(alt.NamedData("governorates"))
        .mark_geoshape(fill="var(--c1)", stroke="var(--map-line)", strokeWidth=0.8, **_CLICKABLE)
        .encode(
            fillOpacity=alt.FillOpacity(
                "properties.share:Q",
                scale=alt.Scale(domain=[0, 1], range=[0.05, 0.75]),
                legend=None,
            ),
            description="properties.label:N",
            tooltip=alt.Tooltip("properties.label:N", title="Governorate"),
        )
    )
    names = (
        alt.Chart(alt.NamedData("names"))
        .mark_text(fontSize=10, color="var(--ink-2)", aria=False)
        .encode(longitude="longitude:Q", latitude="latitude:Q", text="name:N")
    )
    places = (
        alt.Chart(alt.NamedData("places"))
        .mark_circle(
            stroke="var(--surface)", strokeWidth=0.8, fillOpacity=0.85, opacity=1, **_CLICKABLE
        )
        .encode(
            longitude="longitude:Q",
            latitude="latitude:Q",
            size=alt.Size(
                "count:Q", scale=alt.Scale(type="sqrt", domainMin=0, range=[0, 420]), legend=None
            ),
            color=alt.Color(
                "kind:N",
                title=None,
                scale=alt.Scale(
                    domain=["figures", "events", "both"],
                    range=["var(--c2)", "var(--c4)", "var(--c6)"],
                ),
            ),
            description="label:N",
            tooltip=alt.Tooltip("label:N", title="Place"),
        )
    )
    # The neighbours' land is cut to the box that is shown, which the projection then fills.
    return (
        alt.layer(land, governorates, places, names)
        .properties(width="container", height=455)
        .project(type="mercator")
    )


def _events() -> alt.LayerChart:
    bars = (
        alt.Chart(alt.NamedData("rows"))
        .mark_rect(stroke="var(--surface)", strokeWidth=0.5, clip=True, **_CLICKABLE)
        .encode(
            x=_days("start:T"),
            x2="end:T",
            y=alt.Y("low:Q", title=None, axis=_count_axis()),
            y2="high:Q",
            color=alt.Color(
                "quad:N",
                title=None,
                scale=alt.Scale(domain=list(_QUADS), range=list(_QUADS.values())),
                legend=alt.Legend(columns=5),
            ),
            description="label:N",
            tooltip=alt.Tooltip("label:N", title="Events"),
        )
    )
    return _period(alt.layer(bars).properties(height=170))


def _pairs() -> alt.LayerChart:
    base = alt.Chart(alt.NamedData("rows")).encode(
        x=alt.X(
            "to:N",
            title=None,
            sort=alt.SortField("to_rank"),
            axis=alt.Axis(orient="top", labelAngle=-50, labelLimit=190, domain=False, ticks=False),
        ),
        y=alt.Y(
            "from:N",
            title=None,
            sort=alt.SortField("from_rank"),
            axis=alt.Axis(labelLimit=180, domain=False, ticks=False),
        ),
    )
    cells = base.mark_rect(fill="var(--c1)", cornerRadius=3, **_CLICKABLE).encode(
        fillOpacity=alt.FillOpacity(
            "share:Q", scale=alt.Scale(domain=[0, 1], range=[0.15, 0.6]), legend=None
        ),
        description="label:N",
        tooltip=alt.Tooltip("label:N", title="Pair"),
    )
    numbers = base.mark_text(fontSize=11, color="var(--ink)", aria=False, **_CLICKABLE).encode(
        text="count:Q", tooltip=alt.Tooltip("label:N", title="Pair")
    )
    return alt.layer(cells, numbers).properties(width=alt.Step(24), height=alt.Step(24))


def _coverage() -> alt.LayerChart:
    rows = (
        alt.Chart(alt.NamedData("rows"))
        .mark_rect(clip=True, **_CLICKABLE)
        .encode(
            x=_days("start:T"),
            x2="end:T",
            y=alt.Y(
                "row:N",
                title=None,
                sort=alt.SortField("rank"),
                axis=alt.Axis(labelLimit=190, grid=True, domain=False, ticks=False),
            ),
            color=alt.Color(
                "kind:N",
                title=None,
                scale=alt.Scale(
                    domain=["documents", "no bulletin"], range=["var(--c1)", "var(--gap)"]
                ),
            ),
            fillOpacity=alt.FillOpacity(
                "share:Q", scale=alt.Scale(domain=[0, 1], range=[0.45, 1]), legend=None
            ),
            description="label:N",
            tooltip=alt.Tooltip("label:N", title="Coverage"),
        )
    )
    # The page sets the height by the number of its rows.
    return _period(alt.layer(rows).properties(height=200))
