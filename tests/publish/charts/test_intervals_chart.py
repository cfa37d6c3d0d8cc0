from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest

from variorum.publish.charts.intervals_chart import intervals_chart
from variorum.publish.views.questions_view import Interval, Intervals

SVG = "{http://www.w3.org/2000/svg}"


def _interval(low: float | None, high: float | None, dot: float | None = None) -> Interval:
    return Interval(label="A  who: <what> & more", low=low, high=high, dot=dot, colour=1)


def _drawn(*intervals: Interval, unit: str | None = None) -> ElementTree.Element:
    return ElementTree.fromstring(
        str(intervals_chart(Intervals(intervals, 'Who says "what"', unit)))
    )


def _texts(drawn: ElementTree.Element) -> list[str]:
    return [element.text or "" for element in drawn.iter(f"{SVG}text")]


def test_a_chart_is_one_labelled_image_without_styles_of_its_own() -> None:
    drawn = _drawn(_interval(1, 3), _interval(2, 2, 2))
    assert (drawn.get("role"), drawn.get("aria-label")) == ("img", 'Who says "what"')
    names = {name for element in drawn.iter() for name in element.attrib}
    assert names.isdisjoint({"style", "class", "id", "font-family", "href"})


def test_colours_are_the_pages_own() -> None:
    text = str(intervals_chart(Intervals((_interval(1, 3), _interval(2, None)), "x", None)))
    assert "var(--o1)" in text
    assert "var(--ink)" in text
    assert re.findall(r"#0[0-9a-f]{5}", text) == []


def test_labels_are_words_never_markup() -> None:
    assert "A  who: <what> & more" in [
        " ".join(t.split(" ")) for t in _texts(_drawn(_interval(1, 2)))
    ]


@pytest.mark.parametrize(
    ("values", "tick"), [((4, 300), "100"), ((0, 4000), "1,000"), ((150, 200), "200")]
)
def test_ticks_are_written_out(values: tuple[float, float], tick: str) -> None:
    texts = _texts(_drawn(*(_interval(value, value, value) for value in values)))
    assert tick in texts
    assert not any("e+" in text for text in texts)


def test_a_wide_spread_is_drawn_on_a_logarithmic_axis() -> None:
    texts = _texts(_drawn(_interval(4, 4, 4), _interval(3600, 4400, 4000)))
    assert {"10", "100", "1,000"} <= set(texts)


def test_the_unit_is_written_under_the_axis() -> None:
    assert "hour" in _texts(_drawn(_interval(6, 6, 6), _interval(72, 72, 72), unit="hour"))


def _triangles(*intervals: Interval) -> int:
    paths = _drawn(*intervals).iter(f"{SVG}path")
    return sum((path.get("d") or "").count("L") == 2 for path in paths)


def test_open_ends_have_an_arrow_each() -> None:
    assert _triangles(_interval(1, 3), _interval(2, 5)) == 0
    assert _triangles(_interval(1, None), _interval(2, 5)) == 1
    assert _triangles(_interval(1, None), _interval(None, 5)) == 2
