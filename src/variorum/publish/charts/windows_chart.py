"""The window of an agreement as a band of days, with a mark for each claim that it was broken."""

from collections.abc import Sequence

from markupsafe import Markup

from variorum.model import ComplianceStatus
from variorum.publish.charts.drawing import Axis, days_axis, days_ticks, element, svg
from variorum.publish.views.agreed.time_windows_view import Key, WindowDrawing

# Three lanes of a row: the party's name, what was broken, what was kept. Marks of both on one day
# would hide each other.
ROW_HEIGHT = 62
NAME, BROKEN, KEPT = 14, 34, 54
# How a claim of each kind is drawn: its sign and its lane.
SIGNS = {
    ComplianceStatus.BREACHED: ("✕", BROKEN),
    ComplianceStatus.PARTLY: ("◆", BROKEN),
    ComplianceStatus.KEPT: ("●", KEPT),
}


def _sign(key: Key, colours: Sequence[int], axis: Axis, top: int) -> Markup:
    """Draw claims of one kind: hollow where they only may mean a breach, with their number."""
    _, days, status, potential = key
    sign, lane = SIGNS[status]
    colour = colours[0] if len(set(colours)) == 1 else 0
    start, end = axis.at(days[0].toordinal()), axis.at(days[1].toordinal() + 1)
    several = f" {len(colours)}" if len(colours) > 1 else ""
    looks = f"sign o{colour}{' hollow' if potential else ''}"
    # Whoever tells of a month does not mean the first of it.
    at, edtf = f"{(start + end) / 2:.2f}%", f"{days[0]}/{days[1]}"
    drawn = element("text", f"{sign}{several}", class_=looks, x=at, y=top + lane, data_edtf=edtf)
    if days[1] == days[0]:
        return drawn
    y = top + lane - 5
    return drawn + element("line", class_=looks, x1=f"{start}%", x2=f"{end}%", y1=y, y2=y)


def window_chart(drawing: WindowDrawing) -> Markup:
    """Draw the days an agreement was to hold as a band, and the claims of each party in its row."""
    rows = list(dict.fromkeys((*drawing.parties, *(party for party, *_ in drawing.marks))))
    days = [day for _, of, *_ in drawing.marks for day in of]
    told = [day for day in drawing.held if day]
    window = min([*days, *told]), max([*days, *told])
    axis, height = days_axis(*window), ROW_HEIGHT * len(rows)
    first, last = (
        axis.at((day or end).toordinal()) for day, end in zip(drawing.held, window, strict=True)
    )
    band = element(
        "rect", class_="held", x=f"{first}%", width=f"{last - first:.2f}%", y=0, height=height
    )
    lines, dates = days_ticks(axis, window, height)
    parts = [band, *lines]
    # They are read in the order in which they are seen: each party, its signs, and the days below.
    for n, name in enumerate(rows):
        own = sorted(
            (k for k in drawing.marks if k[0] == name), key=lambda k: (SIGNS[k[2]][1], k[1])
        )
        parts.append(element("text", name, class_="band-name", x=0, y=ROW_HEIGHT * n + NAME))
        parts += [_sign(key, drawing.marks[key], axis, ROW_HEIGHT * n) for key in own]
    return svg([*parts, *dates], height + 18, drawing.label, "days")
