"""When the reports appeared, and the days their claims speak of, on one axis."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import Any

import altair as alt
from markupsafe import Markup

from variorum.publish.charts.drawing import INK, data, origin_colour, svg
from variorum.publish.views.timeline_view import TimeRow

__all__ = ["timeline_chart"]

# Marks stand in the lower half of a row, under its words.
BELOW, ABOVE = 9, -9


def _marks(rows: Sequence[TimeRow]) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Return the times claimed and the days of publication, a record for each mark."""
    claimed = [
        {
            "row": position,
            "from": first.isoformat(),
            "to": (last + datetime.timedelta(days=1)).isoformat(),
            "colour": origin_colour(row.colour),
        }
        for position, row in enumerate(rows)
        for first, last in row.claimed
    ]
    published = [
        {"row": position, "on": row.published[0].isoformat(), "changed": row.changed}
        for position, row in enumerate(rows)
        if row.published
    ]
    return claimed, published


def _crosses(rows: list[dict[str, Any]], scale: alt.Scale, y: alt.Y) -> list[alt.Chart]:
    """Draw a cross on the day of each report that holds a changed answer."""
    cross = alt.Chart(data(rows)).mark_point(
        shape="cross", size=110, filled=True, opacity=1, yOffset=BELOW
    )
    drawn = cross.encode(x=alt.X("on:T", scale=scale), y=y, color=alt.value(INK))
    return [drawn] if rows else []


def timeline_chart(rows: Sequence[TimeRow]) -> Markup:
    """Draw, for each report, the day it appeared and the days its claims speak of."""
    claimed, published = _marks(rows)
    names = [{"row": position, "label": row.label} for position, row in enumerate(rows)]
    # Days are days everywhere: a local time zone would shift them.
    scale = alt.Scale(type="utc")
    axis = alt.Axis(format="%-d %b %Y", labelOverlap=True, labelFlush=True, tickCount=4, title=None)
    y = alt.Y("row:O", axis=None)
    layers = [
        alt.Chart(data(claimed))
        .mark_bar(opacity=0.6, height=10, yOffset=BELOW)
        .encode(
            x=alt.X("from:T", scale=scale, axis=axis),
            x2="to:T",
            y=y,
            color=alt.Color("colour:N", scale=None),
        ),
        alt.Chart(data(published))
        .mark_point(
            shape="diamond", size=80, filled=False, opacity=1, strokeWidth=1.8, yOffset=BELOW
        )
        .encode(x=alt.X("on:T", scale=scale), y=y, color=alt.value(INK)),
        *_crosses([row for row in published if row["changed"]], scale, y),
        alt.Chart(data(names))
        .mark_text(align="left", dy=ABOVE)
        .encode(x=alt.value(0), y=y, text="label:N", color=alt.value(INK)),
    ]
    label = f"When {len(rows)} reports appeared, and the days their claims speak of; listed below."
    return svg(layers, len(rows), label)
