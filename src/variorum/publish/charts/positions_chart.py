"""The positions of a dispute on one axis: a band for each, with a mark for each answer."""

from typing import Any

from markupsafe import Markup

from variorum.publish.charts.drawing import Axis, element, numbers_axis, svg
from variorum.publish.views.board_view import DisputeView, Given, PositionView
from variorum.wording import number

HEIGHT, MIDDLE, DOT = 26, 13, 4.5
# A band has at least this width, in percent, so that a single number is seen.
NARROWEST = 1.2


def _axis(dispute: DisputeView) -> Axis:
    bounds = [b for p in dispute.positions for b in (p.low, p.high)]
    bounds += [b for p in dispute.positions for low, high, _ in p.given for b in (low, high)]
    return numbers_axis([bound for bound in bounds if bound is not None])


def _place(axis: Axis, low: float | None, high: float | None) -> tuple[float, float]:
    """Return where a range begins and ends; an open end is that of the axis."""
    return (0.0 if low is None else axis.at(low), 100.0 if high is None else axis.at(high))


def _numbers(low: float | None, high: float | None) -> dict[str, Any]:
    return {"data_low": low, "data_high": high}


def _band(position: PositionView, axis: Axis) -> Markup:
    start, end = _place(axis, position.low, position.high)
    width = max(end - start, NARROWEST)
    middle = (start + end - width) / 2 if width > end - start else start
    hollow = " hollow" if position.derived else " more" if position.more else ""
    title = element("title", "; ".join(position.derived)) if position.derived else ""
    return element(
        "rect",
        title,
        class_=f"band o{position.colour}{hollow}",
        x=f"{middle:.2f}%",
        width=f"{width:.2f}%",
        y=3,
        height=HEIGHT - 6,
        rx=3,
        **_numbers(position.low, position.high),
    )


def _mark(given: Given, colour: int, axis: Axis) -> Markup:
    """Draw one answer: a dot for a number, a line for a range, with an arrow at an open end."""
    low, high, reprint = given
    start, end = _place(axis, low, high)
    looks = f"mark o{colour}{' hollow' if reprint else ''}"
    told = _numbers(low, high)
    if end - start < NARROWEST:
        middle = f"{(start + end) / 2:.2f}%"
        return element("circle", class_=looks, cx=middle, cy=MIDDLE, r=DOT, **told)
    line = element("line", class_=looks, x1=f"{start}%", x2=f"{end}%", y1=MIDDLE, y2=MIDDLE, **told)
    ends = [(start, low, "‹"), (end, high, "›")]
    return line + Markup("").join(
        element("text", arrow, class_=f"arrow o{colour}", x=f"{at}%", y=MIDDLE + 5)
        if bound is None
        else element("line", class_=looks, x1=f"{at}%", x2=f"{at}%", y1=MIDDLE - 5, y2=MIDDLE + 5)
        for at, bound, arrow in ends
    )


def positions_band(position: PositionView, dispute: DisputeView) -> Markup:
    """Draw one position of a dispute, on the axis that all its positions share."""
    axis = _axis(dispute)
    grid = [
        element("line", class_="grid", x1=f"{at}%", x2=f"{at}%", y1=0, y2=HEIGHT)
        for at in map(axis.at, axis.ticks())
    ]
    drawn = position.low is not None or position.high is not None
    marks = [_mark(given, position.colour, axis) for given in position.given]
    parts = [*grid, *([_band(position, axis)] if drawn else []), *marks]
    return svg(parts, HEIGHT, f"{position.label} of {dispute.label}", "range")


def positions_axis(dispute: DisputeView) -> Markup:
    """Draw the numbers below the bands of a dispute; a broken axis says so with two strokes."""
    axis = _axis(dispute)
    unit = f" {dispute.unit}" if dispute.unit else ""
    ticks = axis.ticks()
    parts = [
        element(
            "text",
            f"{number(tick / dispute.scale)}{unit if tick == ticks[-1] else ''}",
            class_="tick",
            x=f"{axis.at(tick)}%",
            y=12,
            data_value=tick,
        )
        for tick in ticks
    ]
    if axis.broken:
        parts.append(element("text", "//", class_="tick", x="8%", y=12))
    return svg(parts, 16, "", f"ticks {axis.kind}")
