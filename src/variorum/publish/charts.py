"""The charts: Vega-Lite specifications made with Altair and drawn as SVG by vl-convert, offline.

A chart is drawn in sentinel colours that stand for roles ("ink", "origin 3"); these are then
replaced by the page's CSS variables, so that one drawing serves light, dark and print.
"""

from __future__ import annotations

import datetime
import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import altair as alt
import vl_convert
from markupsafe import Markup

from variorum.publish.index import COLOURS

__all__ = ["Interval", "TimeRow", "intervals_chart", "plain_label", "timeline_chart"]

WIDTH = 440
ROW_HEIGHT = 44
LOG_FROM_SPREAD = 50
INK, FAINT, LINE = "#010101", "#020202", "#030303"
_ORIGIN = [f"#0000{16 + number:02x}" for number in range(COLOURS + 1)]
_VARIABLES = {
    INK: "var(--ink)",
    FAINT: "var(--faint)",
    LINE: "var(--line)",
    **{colour: f"var(--o{number})" for number, colour in enumerate(_ORIGIN)},
}
_SENTINEL = re.compile("|".join(_VARIABLES))
_NOISE = re.compile(
    r' (?:style|class|role|aria-[a-z]+|font-family|xmlns:xlink|version|pointer-events)="[^"]*"'
)


@dataclass(frozen=True)
class Interval:
    """One row of an interval chart; null bounds run to the edge, `dot` is a number as written."""

    label: str
    low: float | None
    high: float | None
    dot: float | None
    colour: int


@dataclass(frozen=True)
class TimeRow:
    """One report on the timeline: when it was published, and the days its claims speak of."""

    label: str
    published: tuple[datetime.date, datetime.date] | None
    claimed: tuple[tuple[datetime.date, datetime.date], ...]
    colour: int


def _svg(chart: alt.LayerChart, label: str) -> Markup:
    """Draw a chart and make it one labelled image in the page's colours."""
    specification = chart.to_dict()
    drawn: str = vl_convert.vegalite_to_svg(specification)
    drawn = _SENTINEL.sub(lambda match: _VARIABLES[match.group()], _NOISE.sub("", drawn))
    head = Markup('<svg role="img" aria-label="{}" focusable="false"').format(label)
    return head + Markup(drawn.removeprefix("<svg"))  # Vega escapes the texts it draws.


def _finish(chart: alt.LayerChart, height: int) -> alt.LayerChart:
    return chart.properties(width=WIDTH, height=height).configure(
        aria=False,
        background="transparent",
        padding={"left": 2, "right": 2, "top": 4, "bottom": 2},
        view=alt.ViewConfig(stroke=None),
        axis=alt.AxisConfig(
            labelColor=FAINT,
            labelFontSize=12.5,
            gridColor=LINE,
            tickColor=LINE,
            domainColor=LINE,
            title=None,
            labelPadding=5,
        ),
        text=alt.MarkConfig(fontSize=13.5),
    )


def _scale(values: Sequence[float]) -> tuple[alt.Scale, list[float]]:
    """Return the x scale, logarithmic over a wide spread, and the ends of its domain."""
    low, high = min(values), max(values)
    if low > 0 and high / low > LOG_FROM_SPREAD:
        ends = [low / 1.6, high * 1.6]
        return alt.Scale(type="log", domain=ends, nice=False), ends
    if low >= 0 and high > LOG_FROM_SPREAD * 20:
        small = min((v for v in values if v > 0), default=1.0)
        if high / small > LOG_FROM_SPREAD:
            ends = [0.0, high * 1.6]
            return alt.Scale(type="symlog", domain=ends, nice=False), ends
    pad = (high - low or abs(high) or 1.0) * 0.12
    start = 0.0 if 0 <= low < (high - low) else max(low - pad, 0.0) if low >= 0 else low - pad
    return alt.Scale(domain=[start, high + pad], zero=False, nice=False), [start, high + pad]


def _log_ticks(low: float, high: float) -> list[float]:
    """Return 1, 2, 5 times the powers of ten in the range; only the powers in a wide one."""
    steps = (1, 2, 5) if high / low < 1_500 else (1,)
    powers = range(math.floor(math.log10(low)), math.ceil(math.log10(high)) + 1)
    return [s * 10.0**p for p in powers for s in steps if low <= s * 10.0**p <= high]


def _ticks(scale: alt.Scale, ends: list[float]) -> dict[str, Any]:
    kind = scale.to_dict().get("type")
    if kind == "log":
        return {"values": _log_ticks(*ends)}
    if kind == "symlog":
        return {"values": [0.0, *_log_ticks(1.0, ends[1])]}
    return {"tickCount": 5}


def _rows(intervals: Sequence[Interval], ends: list[float]) -> list[dict[str, Any]]:
    return [
        {
            "row": position,
            "label": interval.label,
            "low": ends[0] if interval.low is None else interval.low,
            "high": ends[1] if interval.high is None else interval.high,
            "dot": interval.dot,
            "tick_low": None if interval.low == interval.high else interval.low,
            "tick_high": None if interval.low == interval.high else interval.high,
            "arrow": "right" if interval.high is None else "left" if interval.low is None else None,
            "end": ends[1] if interval.high is None else ends[0],
            "colour": _ORIGIN[interval.colour],
        }
        for position, interval in enumerate(intervals)
    ]


def intervals_chart(intervals: Sequence[Interval], label: str, unit: str | None) -> Markup:
    """Draw answers as dots and whiskers on one axis, as an SVG image named by `label`.

    An open end runs to the edge of the axis and ends in an arrow. The axis is logarithmic where the
    largest number is more than 50 times the smallest.

    Args:
        intervals: the answers in the order of their rows; each has at least one bound.
        label: what the chart shows, for those who do not see it.
        unit: the unit written under the axis, None for plain numbers.
    """
    values = [v for i in intervals for v in (i.low, i.high, i.dot) if v is not None]
    scale, ends = _scale(values)
    axis = alt.Axis(
        format="~s" if ends[1] >= 100_000 else ",.6~g", title=unit, **_ticks(scale, ends)
    )
    base = alt.Chart(alt.Data(values=_rows(intervals, ends))).encode(
        y=alt.Y("row:O", axis=None), color=alt.Color("colour:N", scale=None)
    )
    x = alt.X("low:Q", scale=scale, axis=axis)
    whisker = base.mark_rule(strokeWidth=3, opacity=0.9, yOffset=9).encode(x=x, x2="high:Q")
    end_ticks = [
        base.mark_tick(thickness=2.5, size=11, yOffset=9).encode(x=alt.X(f"{end}:Q", scale=scale))
        for end in ("tick_low", "tick_high")
    ]
    dots = base.mark_point(filled=True, size=85, opacity=1, yOffset=9).encode(
        x=alt.X("dot:Q", scale=scale)
    )
    arrows = [
        base.transform_filter(alt.datum.arrow == side)
        .mark_point(filled=True, shape=f"triangle-{side}", size=90, opacity=1, yOffset=9)
        .encode(x=alt.X("end:Q", scale=scale))
        for side in ("left", "right")
    ]
    names = base.mark_text(align="left", dy=-9).encode(
        x=alt.value(0), text="label:N", color=alt.value(INK)
    )
    chart = alt.layer(whisker, *end_ticks, *dots_or_none(dots, intervals), *arrows, names)
    return _svg(_finish(chart, ROW_HEIGHT * len(intervals)), label)


def dots_or_none(dots: alt.Chart, intervals: Sequence[Interval]) -> list[alt.Chart]:
    """Return the layer of dots where any answer was written as one number."""
    return [dots] if any(interval.dot is not None for interval in intervals) else []


def timeline_chart(rows: Sequence[TimeRow], label: str) -> Markup:
    """Draw, for each report, the day it appeared and the days its claims speak of."""
    return Markup("") if not rows else _svg(_finish(_timeline(rows), 24 * len(rows)), label)


def _timeline(rows: Sequence[TimeRow]) -> alt.LayerChart:
    claimed = [
        {
            "row": n,
            "from": str(a),
            "to": str(b + datetime.timedelta(days=1)),
            "colour": _ORIGIN[row.colour],
        }
        for n, row in enumerate(rows)
        for a, b in row.claimed
    ]
    published = [
        {"row": n, "on": str(row.published[0]), "colour": INK}
        for n, row in enumerate(rows)
        if row.published
    ]
    names = [{"row": n, "label": row.label} for n, row in enumerate(rows)]
    y = alt.Y("row:O", axis=None)
    colour = alt.Color("colour:N", scale=None)
    x = alt.X("from:T", axis=alt.Axis(format="%-d %b %Y", labelOverlap=True, tickCount=4))
    bars = alt.Chart(alt.Data(values=claimed)).mark_bar(opacity=0.55, height=9, minBandSize=3)
    marks = alt.Chart(alt.Data(values=published)).mark_point(
        shape="diamond", size=70, filled=False, opacity=1, strokeWidth=1.8
    )
    words = alt.Chart(alt.Data(values=names)).mark_text(align="left", fontSize=12)
    return alt.layer(
        bars.encode(x=x, x2="to:T", y=y, color=colour),
        marks.encode(x="on:T", y=y, color=colour),
        words.encode(x=alt.value(0), y=y, text="label:N", color=alt.value(INK)),
    )


def plain_label(text: str, longest: int) -> str:
    """Return `text` cut to `longest` characters, with an ellipsis where it was cut."""
    return text if len(text) <= longest else f"{text[: longest - 1].rstrip()}…"
