"""What drawings share: elements are escaped, and places lie where their numbers do."""

import datetime
from xml.etree import ElementTree

import pytest
from markupsafe import Markup

from variorum.publish.charts.drawing import (
    LOG_FROM_SPREAD,
    days_axis,
    days_ticks,
    element,
    numbers_axis,
    svg,
)


def test_what_a_drawing_says_is_escaped() -> None:
    image = str(svg([element("text", "<script>alert(1)</script>")], 10, 'What "<it>" shows', "x"))
    assert "<script" not in image
    assert ElementTree.fromstring(image).get("aria-label") == 'What "<it>" shows'


def test_a_drawing_has_no_style_of_its_own_and_leaves_out_what_is_none() -> None:
    drawn = element("line", class_="grid", data_low=None, x1="3%")
    assert drawn == Markup('<line class="grid" x1="3%"></line>')


@pytest.mark.parametrize("values", [(4, 300), (0, 4000), (150, 200), (0.5, 2_000_000), (-5, 5)])
def test_values_keep_their_order_and_ticks_lie_on_the_axis(values: tuple[float, ...]) -> None:
    axis = numbers_axis(values)
    assert 0 <= axis.at(values[0]) < axis.at(values[1]) <= 100
    ticks = axis.ticks()
    assert 2 <= len(ticks) <= 8
    assert list(map(axis.at, ticks)) == sorted({axis.at(tick) for tick in ticks})


def test_an_axis_is_logarithmic_from_a_spread_on_and_breaks_before_zero() -> None:
    spread = LOG_FROM_SPREAD
    assert numbers_axis([1, spread]).kind == "linear"
    assert numbers_axis([1, spread + 1]).kind == "log"
    axis = numbers_axis([0, 1, 4000])
    assert axis.broken
    assert axis.at(0) < axis.at(1) < axis.at(10) < axis.at(100)
    assert axis.at(100) - axis.at(10) == pytest.approx(axis.at(10) - axis.at(1), abs=0.02)
    assert axis.at(axis.low) - axis.at(0) > 5
    assert 0 in axis.ticks()
    assert LOG_FROM_SPREAD == 50


def test_a_line_of_one_value_has_room() -> None:
    axis = numbers_axis([7, 7])
    assert 0 < axis.at(7) < 100


@pytest.mark.parametrize(
    ("first", "last", "shown"),
    [
        ("2020-01-03", "2020-01-09", "03 Jan 2020"),
        ("2020-01-03", "2020-05-09", "Feb 2020"),
        ("2019-01-03", "2029-05-09", "Jan 2020"),
    ],
)
def test_days_have_few_ticks_with_their_dates(first: str, last: str, shown: str) -> None:
    window = datetime.date.fromisoformat(first), datetime.date.fromisoformat(last)
    ticks = [str(tick) for tick in days_ticks(days_axis(*window), window, 50)]
    assert 2 <= len(ticks) <= 8
    assert any(shown.lstrip("0") in tick for tick in ticks)
