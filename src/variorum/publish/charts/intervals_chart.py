"""Answers as dots and whiskers on one axis."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

import altair as alt
from markupsafe import Markup

from variorum.publish.charts.drawing import INK, data, origin_colour, svg
from variorum.publish.views.questions_view import Interval, Intervals

__all__ = ["intervals_chart"]

LOG_FROM_SPREAD = 50
# Marks stand in the lower half of a row, under its words.
BELOW, ABOVE = 9, -9
BIG_NUMBER = 100_000


@dataclass(frozen=True)
class _Axis:
    """The horizontal axis: the kind of scale, its two ends and its ticks, if they are settled."""

    kind: Literal["linear", "log", "symlog"]
    low: float
    high: float
    ticks: tuple[float, ...] | None = None

    def x(self, field: str, axis: alt.Axis | None = None) -> alt.X:
        """Return the encoding of `field` on this axis."""
        scale = alt.Scale(type=self.kind, domain=[self.low, self.high], nice=False, zero=False)
        shown = alt.X(f"{field}:Q", scale=scale)
        return alt.X(f"{field}:Q", scale=scale, axis=axis) if axis else shown

    def drawn(self, unit: str | None) -> alt.Axis:
        """Return how the axis looks."""
        form = "~s" if self.high >= BIG_NUMBER else ",.6~g"
        if self.ticks is None:
            return alt.Axis(format=form, title=unit, tickCount=5)
        return alt.Axis(format=form, title=unit, values=list(self.ticks))


def _log_ticks(low: float, high: float) -> tuple[float, ...]:
    """Return 1, 2, 5 times the powers of ten in the range; only the powers in a wide one."""
    steps = (1, 2, 5) if high / low < 1_500 else (1,)
    powers = range(math.floor(math.log10(low)), math.ceil(math.log10(high)) + 1)
    return tuple(s * 10.0**p for p in powers for s in steps if low <= s * 10.0**p <= high)


def _axis(values: Sequence[float]) -> _Axis:
    """Return an axis for the values, logarithmic where they spread over more than 50 times."""
    low, high = min(values), max(values)
    above = min((value for value in values if value > 0), default=1.0)
    if low >= 0 and high / above > LOG_FROM_SPREAD:
        last = high * 1.6
        if low > 0:
            return _Axis("log", low / 1.6, last, _log_ticks(low / 1.6, last))
        return _Axis("symlog", 0.0, last, (0.0, *_log_ticks(1.0, last)))
    pad = (high - low or abs(high) or 1.0) * 0.12
    start = low - pad
    if low >= 0 and (low < high - low or start < 0):
        start = 0.0
    return _Axis("linear", start, high + pad)


def _rows(intervals: Sequence[Interval], axis: _Axis) -> list[dict[str, Any]]:
    return [
        {
            "row": position,
            "label": interval.label,
            "from": axis.low if interval.low is None else interval.low,
            "to": axis.high if interval.high is None else interval.high,
            "low": None if interval.low == interval.high else interval.low,
            "high": None if interval.low == interval.high else interval.high,
            "dot": interval.dot,
            "open_low": axis.low if interval.low is None else None,
            "open_high": axis.high if interval.high is None else None,
            "colour": origin_colour(interval.colour),
        }
        for position, interval in enumerate(intervals)
    ]


def intervals_chart(drawn: Intervals) -> Markup:
    """Draw answers as dots and whiskers on one axis, as an SVG image.

    An open end runs to the edge of the axis and ends in an arrow. The axis is logarithmic where the
    largest number is more than 50 times the smallest.
    """
    axis = _axis([v for i in drawn.rows for v in (i.low, i.high, i.dot) if v is not None])
    rows = _rows(drawn.rows, axis)
    return svg(_layers(rows, axis, axis.drawn(drawn.unit)), len(rows), drawn.label)


def _layers(rows: list[dict[str, Any]], axis: _Axis, drawn: alt.Axis) -> list[alt.Chart]:
    base = alt.Chart(data(rows)).encode(
        y=alt.Y("row:O", axis=None), color=alt.Color("colour:N", scale=None)
    )
    layers = [
        base.mark_rule(strokeWidth=3, yOffset=BELOW).encode(x=axis.x("from", drawn), x2="to:Q"),
        base.mark_text(align="left", dy=ABOVE).encode(
            x=alt.value(0), text="label:N", color=alt.value(INK)
        ),
    ]
    point = base.mark_point
    marks = {
        "low": base.mark_tick(thickness=2.5, size=11, yOffset=BELOW),
        "high": base.mark_tick(thickness=2.5, size=11, yOffset=BELOW),
        "dot": point(size=85, filled=True, opacity=1, yOffset=BELOW),
        "open_low": point(size=90, shape="triangle-left", filled=True, opacity=1, yOffset=BELOW),
        "open_high": point(size=90, shape="triangle-right", filled=True, opacity=1, yOffset=BELOW),
    }
    for field, mark in marks.items():
        if any(row[field] is not None for row in rows):
            layers.append(mark.encode(x=axis.x(field)))
    return layers
