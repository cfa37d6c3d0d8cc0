"""Who took from whom, as a tree: each report under its source."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

import altair as alt
from markupsafe import Markup

from variorum.publish.charts.drawing import FAINT, INK, data, origin_colour, svg
from variorum.publish.views.stemma_view import WIDTH, Drawing, Node, Stroke

__all__ = ["stemma_chart"]

ROW_HEIGHT = 26


def stemma_chart(drawing: Drawing) -> Markup:
    """Draw the stemma as an SVG image: a filled dot a report, a hollow one a source outside."""
    nodes = drawing.nodes
    x = alt.X("x:Q", axis=None, scale=alt.Scale(domain=[0, WIDTH], nice=False))
    y = alt.Y("y:Q", axis=None, scale=alt.Scale(domain=[len(nodes) - 0.5, -0.5], nice=False))

    def strokes(rows: Sequence[Stroke], **looks: Any) -> Any:
        drawn = alt.Chart(data([asdict(row) for row in rows])).mark_rule(color=FAINT, **looks)
        return drawn.encode(x=x, y=y, x2="x2:Q", y2="y2:Q")

    def points(outside: bool, **looks: Any) -> Any:
        rows = [_row(node) for node in nodes if node.outside is outside]
        return alt.Chart(data(rows)).mark_point(filled=not outside, opacity=1, **looks)

    labels = alt.Chart(data([_row(node) for node in nodes])).mark_text(
        align="left", dx=9, baseline="middle"
    )
    layers = [
        strokes(drawing.whole, strokeWidth=2.2),
        strokes(drawing.partial, strokeWidth=1.6, strokeDash=[4, 3]),
        strokes(drawing.further, strokeWidth=1, strokeDash=[1, 3]),
        points(False, size=90).encode(x=x, y=y, color=alt.Color("colour:N", scale=None)),
        points(True, size=80, strokeWidth=2).encode(x=x, y=y, color=alt.value(INK)),
        labels.encode(x=x, y=y, text="label:N", color=alt.value(INK)),
    ]
    label = f"Who took from whom among {len(nodes)} reports and sources; the list has each line."
    return svg([layer for layer in layers if layer.data.values], len(nodes), label, ROW_HEIGHT)


def _row(node: Node) -> dict[str, Any]:
    return {"x": node.x, "y": node.y, "label": node.label, "colour": origin_colour(node.colour)}
