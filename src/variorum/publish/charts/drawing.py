"""Charts drawn offline: a Vega-Lite specification made with Altair becomes SVG by vl-convert.

A chart is drawn in sentinel colours that stand for roles ("ink", "origin 3"); these are then
replaced by the page's CSS variables, so that one drawing serves light, dark and print.
"""

from __future__ import annotations

import re
from typing import Any

import altair as alt
import vl_convert
from markupsafe import Markup

from variorum.publish.base.index import COLOURS

__all__ = ["FAINT", "INK", "ROW_HEIGHT", "data", "origin_colour", "svg"]

WIDTH = 440
ROW_HEIGHT = 42
INK, FAINT, LINE = "#010101", "#020202", "#030303"
_ORIGIN = tuple(f"#0000{16 + number:02x}" for number in range(COLOURS + 1))
_VARIABLES = {
    INK: "var(--ink)",
    FAINT: "var(--faint)",
    LINE: "var(--line)",
    **{colour: f"var(--o{number})" for number, colour in enumerate(_ORIGIN)},
}
_SENTINEL = re.compile("|".join(_VARIABLES))
# The page's policy forbids style attributes, its fonts are set in its style sheet, and one label
# for the whole image says more to a screen reader than Vega's roles for each mark.
_UNWANTED = re.compile(
    r' (?:style|class|role|aria-[a-z]+|font-family|xmlns:xlink|version|pointer-events)="[^"]*"'
)
_THEME: dict[str, Any] = {
    "aria": False,
    "background": "transparent",
    "padding": {"left": 2, "right": 2, "top": 4, "bottom": 2},
    "view": {"stroke": None},
    "axis": {
        "labelColor": FAINT,
        "labelFontSize": 12.5,
        "labelPadding": 5,
        "titleColor": FAINT,
        "titleFontSize": 12.5,
        "titleFontWeight": "normal",
        "gridColor": LINE,
        "tickColor": LINE,
        "domainColor": LINE,
    },
    "text": {"fontSize": 13.5},
}


def origin_colour(number: int) -> str:
    """Return the sentinel of an origin's colour; 0 is the neutral one."""
    return _ORIGIN[number]


def data(rows: list[dict[str, Any]]) -> alt.InlineData:
    """Return rows as a chart's own data."""
    return alt.InlineData(values=rows)


def svg(layers: list[alt.Chart], rows: int, label: str, row_height: int = ROW_HEIGHT) -> Markup:
    """Draw layers over each other as one image in the page's colours.

    Args:
        layers: charts that share their axes.
        rows: how many rows the chart has.
        label: what the chart shows, for those who do not see it.
        row_height: the height of a row, in pixels.
    """
    specification = alt.layer(*layers).to_dict()
    specification |= {"width": WIDTH, "height": row_height * rows}
    specification["config"] = _THEME
    drawn: str = vl_convert.vegalite_to_svg(specification)
    drawn = _SENTINEL.sub(lambda match: _VARIABLES[match.group()], _UNWANTED.sub("", drawn))
    head = Markup('<svg role="img" aria-label="{}" focusable="false"').format(label)
    return head + Markup(drawn.removeprefix("<svg"))  # Vega has escaped the texts it drew.
