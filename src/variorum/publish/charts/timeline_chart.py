"""When it happened and when it was said: two bands of days on one axis."""

import datetime
from collections.abc import Sequence

from markupsafe import Markup

from variorum.publish.charts.drawing import Axis, days_axis, days_ticks, element, svg
from variorum.publish.views.timeline_view import Moment, TimelineView

LANE, BAR, HEAD = 13, 9, 20
# In percent of the width: the narrowest bar, and the space between two bars of a lane.
NARROWEST, SPACE = 1.1, 0.3
Days = tuple[datetime.date, datetime.date]


def _place(moment: Moment, axis: Axis, window: Days) -> tuple[float, float]:
    first, last = moment.days(window)
    start = axis.at(first.toordinal())
    return start, max(axis.at(last.toordinal() + 1) - start, NARROWEST)


def _bar(moment: Moment, place: tuple[float, float], top: int) -> Markup:
    """Draw a time as a bar: broken where it is in doubt, with an arrow at an open end."""
    start, width = place
    looks = f"bar o{moment.colour}{' doubt' if moment.doubtful else ''}"
    bar = element(
        "rect",
        element("title", moment.label),
        class_=looks,
        x=f"{start:.2f}%",
        width=f"{width:.2f}%",
        y=top,
        height=BAR,
        rx=2,
        data_edtf=moment.edtf,
    )
    arrows = [(start, moment.first, "‹"), (start + width, moment.last, "›")]
    opened = [
        element("text", arrow, class_="arrow", x=f"{at:.2f}%", y=top + BAR)
        for at, day, arrow in arrows
        if day is None
    ]
    link = Markup("").join([bar, *opened])
    return element("a", link, href=f"#{moment.anchor}", aria_label=moment.label)


def _band(
    name: str, moments: Sequence[Moment], axis: Axis, window: Days, top: int
) -> tuple[list[Markup], int]:
    """Draw one band from `top` on, its bars in as many lanes as they need; return where it ends."""
    lanes: list[float] = []
    parts = [element("text", name, class_="band-name", x="0", y=top + 13)]
    places = {moment: _place(moment, axis, window) for moment in moments}
    for moment in sorted(moments, key=lambda moment: (places[moment][0], moment.label)):
        start, width = places[moment]
        lane = next((n for n, until in enumerate(lanes) if until + SPACE <= start), len(lanes))
        lanes[lane:] = [start + width, *lanes[lane + 1 :]]
        parts.append(_bar(moment, (start, width), top + HEAD + LANE * lane))
    return parts, top + HEAD + LANE * len(lanes) + 6


def timeline_chart(view: TimelineView) -> Markup:
    """Draw the days that claims speak of above the days on which the reports appeared."""
    axis = days_axis(*view.window)
    happened, middle = _band("When it happened", view.happened, axis, view.window, 0)
    said, end = _band("When it was said", view.said, axis, view.window, middle)
    told = f"{len(view.happened)} times told of, above {len(view.said)} reports; listed below."
    lines, dates = days_ticks(axis, view.window, end)
    group = element("g", Markup("").join([*lines, *happened, *said, *dates]))
    return svg([group], end + 18, told, "days", role="group")
