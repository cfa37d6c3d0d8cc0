"""The window of an agreement as a band of days, with a mark for each claim that it was broken."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import Any

import altair as alt
from markupsafe import Markup

from variorum.model import ComplianceStatus
from variorum.publish.charts.drawing import FAINT, INK, LINE, data, origin_colour, svg
from variorum.publish.views.time_windows_view import DAY, Mark, WindowDrawing
from variorum.wording import shortened

__all__ = ["window_chart"]

Days = tuple[datetime.date, datetime.date]

LONGEST_NAME = 48
# Three lanes of a row: the party's name, what was broken, what was kept. Marks of both on one day
# would hide each other.
ROW_HEIGHT = 76
NAME, BROKEN, KEPT = -27, -7, 18
FIGURE = 13
# How a claim of each kind is drawn: its shape, its lane and its size.
SHAPES = {
    ComplianceStatus.BREACHED: ("cross", BROKEN, 110),
    ComplianceStatus.PARTLY: ("diamond", BROKEN, 110),
    ComplianceStatus.KEPT: ("circle", KEPT, 80),
}


def _records(rows: Sequence[str], marks: Sequence[Mark]) -> list[dict[str, Any]]:
    """Return a record for each mark; claims of one kind, party and time are drawn as one mark.

    It has the colour of their origin, or the neutral one where they have several.
    """
    together: dict[tuple[str, Days, ComplianceStatus, bool], list[int]] = {}
    for mark in marks:
        key = (mark.party, mark.days, mark.status, mark.potential)
        together.setdefault(key, []).append(mark.colour)
    return [
        {
            "row": rows.index(party),
            "from": days[0].isoformat(),
            "to": (days[1] + DAY).isoformat(),
            # Whoever tells of a month does not mean the first of it.
            "on": _middle(days),
            "long": days[1] - days[0] > DAY,
            "status": status,
            "potential": potential,
            "colour": origin_colour(colours[0] if len(set(colours)) == 1 else 0),
            "several": f"{len(colours)}" if len(colours) > 1 else "",
        }
        for (party, days, status, potential), colours in together.items()
    ]


def _middle(days: Days) -> str:
    start = datetime.datetime.combine(days[0], datetime.time.min)
    end = datetime.datetime.combine(days[1] + DAY, datetime.time.min)
    return (start + (end - start) / 2).isoformat()


def window_chart(drawing: WindowDrawing) -> Markup:
    """Draw the days an agreement was to hold as a band, and the claims of each party in its row."""
    others = dict.fromkeys(
        mark.party for mark in drawing.marks if mark.party not in drawing.parties
    )
    rows = [*drawing.parties, *others]
    records = _records(rows, drawing.marks)
    scale = alt.Scale(type="utc")
    names = [{"row": n, "label": shortened(name, LONGEST_NAME)} for n, name in enumerate(rows)]
    y = alt.Y("row:O", axis=None)
    layers = [
        *_band(drawing.held, records, scale),
        *_drawn(records, scale, y),
        alt.Chart(data(names))
        .mark_text(align="left", dy=NAME)
        .encode(x=alt.value(4), y=y, text="label:N", color=alt.value(INK)),
    ]
    return svg(layers, len(rows), drawing.label, ROW_HEIGHT)


def _band(
    held: tuple[datetime.date | None, datetime.date | None],
    records: Sequence[dict[str, Any]],
    scale: alt.Scale,
) -> list[alt.Chart]:
    """Draw the band and a line at each end that is told; one that is not runs to the last mark."""
    first, last = (day.isoformat() if day else None for day in held)
    ends = [day for day in (first, last) if day]
    days = [*ends, *(record[end] for record in records for end in ("from", "to"))]
    band = [{"from": first or min(days), "to": last or max(days)}]
    axis = alt.Axis(format="%-d %b %Y", labelOverlap=True, labelFlush=True, tickCount=4, title=None)
    area = alt.Chart(data(band)).mark_rect(opacity=0.45)
    lines = alt.Chart(data([{"on": day} for day in ends]))
    return [
        area.encode(x=alt.X("from:T", scale=scale, axis=axis), x2="to:T", color=alt.value(LINE)),
        lines.mark_rule(strokeWidth=1.5, strokeDash=[4, 3]).encode(
            x=alt.X("on:T", scale=scale), color=alt.value(FAINT)
        ),
    ]


def _drawn(records: Sequence[dict[str, Any]], scale: alt.Scale, y: alt.Y) -> list[alt.Chart]:
    """Draw the marks: hollow where a claim only may mean a breach, with their number if several."""
    layers = []
    colour = alt.Color("colour:N", scale=None)
    for status, (shape, lane, size) in SHAPES.items():
        for potential in (False, True):
            rows = [r for r in records if r["status"] is status and r["potential"] is potential]
            if not rows:
                continue
            chart = alt.Chart(data([{**row, "status": status.value} for row in rows]))
            x = alt.X("on:T", scale=scale)
            layers += [
                chart.transform_filter("datum.long")
                .mark_rule(strokeWidth=2, yOffset=lane)
                .encode(x=alt.X("from:T", scale=scale), x2="to:T", y=y, color=colour),
                chart.mark_point(
                    shape=shape, size=size, filled=not potential, opacity=1, yOffset=lane
                ).encode(x=x, y=y, color=colour),
                chart.mark_text(dy=lane + FIGURE, fontSize=11).encode(
                    x=x, y=y, text="several:N", color=alt.value(INK)
                ),
            ]
    return layers
