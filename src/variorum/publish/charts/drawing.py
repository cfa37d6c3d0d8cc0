"""What all drawings share: elements of SVG, and axes of numbers and of days.

Places along an axis are in percent of the drawing's width, so that a drawing fits any width while
its text keeps its size. Colours are classes of the page's style sheet.
"""

import datetime
import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from markupsafe import Markup

LOG_FROM_SPREAD = 50
# Of a broken axis, zero has this part on the left to itself, in percent.
BREAK = 9.0
EDGE = 3.0
MOST_TICKS = 6
STEPS = (1, 2, 2.5, 5, 10)


def element(tag: str, content: str | Markup = "", **attributes: object) -> Markup:
    """Return an element of SVG; `class_` is its class, and what is None is left out."""
    given = Markup("").join(
        Markup(' {}="{}"').format(
            name.rstrip("_").replace("_", "-"),
            f"{value:.10g}" if isinstance(value, float) else value,
        )
        for name, value in attributes.items()
        if value is not None
    )
    return Markup("<{0}{1}>{2}</{0}>").format(Markup(tag), given, content)


def svg(parts: Sequence[Markup], height: int, label: str, kind: str, role: str = "img") -> Markup:
    """Return an image as wide as its place; `label` says what it shows.

    One with links in it has the `role` of a group.
    """
    told: dict[str, object] = {"role": role, "aria_label": label} if label else {}
    hidden = None if label else "true"
    return element(
        "svg", Markup("").join(parts), class_=kind, height=height, aria_hidden=hidden, **told
    )


@dataclass(frozen=True)
class Axis:
    """Where values lie: linear or logarithmic between two ends; a broken axis shows zero apart."""

    kind: Literal["linear", "log"]
    low: float
    high: float
    broken: bool = False

    def at(self, value: float) -> float:
        """Return where a value lies, in percent of the width, two decimals."""
        if self.broken and value < self.low:
            return EDGE
        start = BREAK + EDGE if self.broken else EDGE
        part = self._of(value) / (self._of(self.high) or 1.0)
        return round(start + (100 - EDGE - start) * min(max(part, 0.0), 1.0), 2)

    def _of(self, value: float) -> float:
        if self.kind == "log":
            return math.log10(max(value, self.low) / self.low)
        return value - self.low

    def ticks(self) -> tuple[float, ...]:
        """Return round values along the axis, zero first where the axis is broken."""
        if self.kind == "linear":
            return _linear_ticks(self.low, self.high)
        return ((0.0,) if self.broken else ()) + _log_ticks(self.low, self.high)


def _linear_ticks(low: float, high: float) -> tuple[float, ...]:
    rough = (high - low) / MOST_TICKS or 1.0
    power = 10.0 ** math.floor(math.log10(rough))
    step = next(power * s for s in STEPS if power * s >= rough)
    return tuple(n * step for n in range(math.ceil(low / step), math.floor(high / step + 1e-9) + 1))


def _log_ticks(low: float, high: float) -> tuple[float, ...]:
    powers = range(math.floor(math.log10(low)), math.ceil(math.log10(high)) + 1)
    for steps in ((1, 2, 5), (1, 3), (1,)):
        found = tuple(s * 10.0**p for p in powers for s in steps if low <= s * 10.0**p <= high)
        if len(found) <= MOST_TICKS:
            return found
    return found[:: math.ceil(len(found) / MOST_TICKS)]


def numbers_axis(values: Sequence[float]) -> Axis:
    """Return an axis for numbers: logarithmic where they spread over more than 50 times."""
    low, high = min(values), max(values)
    above = min((value for value in values if value > 0), default=1.0)
    if low >= 0 and high / above > LOG_FROM_SPREAD:
        return Axis("log", above / 1.3, high * 1.3, broken=low == 0)
    pad = (high - low or abs(high) or 1.0) * 0.1
    start = low - pad
    if low >= 0 and (low < high - low or start < 0):
        start = 0.0
    return Axis("linear", start, high + pad)


def days_axis(first: datetime.date, last: datetime.date) -> Axis:
    """Return an axis for days, which are counted as `date.toordinal` does."""
    start, end = first.toordinal(), last.toordinal()
    return Axis("linear", float(start), float(max(end, start + 1)))


def _months(first: datetime.date, last: datetime.date) -> list[datetime.date]:
    """Return the first days of the months, or of every so many months, between two days."""
    count = (last.year - first.year) * 12 + last.month - first.month
    step = next((n for n in (1, 2, 3, 6) if count / n <= MOST_TICKS), 12 * math.ceil(count / 72))
    months = range(first.month - 1 + 1, first.month + count)
    starts = [datetime.date(first.year + m // 12, m % 12 + 1, 1) for m in months]
    return [day for day in starts if (day.month - 1 + 12 * day.year) % step == 0]


def days_ticks(
    axis: Axis, window: tuple[datetime.date, datetime.date], height: int
) -> tuple[list[Markup], list[Markup]]:
    """Return lines down a drawing of days, and the dates below them: months, or days where few."""
    first, last = window
    length = (last - first).days
    starts = _months(first, last)
    form = "%b %Y"
    if len(starts) < 2:
        step = max(1, math.ceil(length / MOST_TICKS))
        starts = [first + datetime.timedelta(days=n) for n in range(0, length + 1, step)]
        form = "%d %b %Y"
    places = [(axis.at(day.toordinal()), day.strftime(form).lstrip("0")) for day in starts]
    lines = [
        element("line", class_="grid", x1=f"{x}%", x2=f"{x}%", y1=0, y2=height) for x, _ in places
    ]
    dates = [element("text", day, class_="tick", x=f"{x}%", y=height + 13) for x, day in places]
    return lines, dates
