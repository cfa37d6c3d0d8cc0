from __future__ import annotations

import pytest

from variorum.model import FigureRole
from variorum.normalise.numbers.english_quantities import english_quantities


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("between 300 and 500 men", 300, 500, None),
        ("two to three million people", 2_000_000, 3_000_000, None),
        ("$5m", 5_000_000, 5_000_000, "USD"),
        ("5m high", 5, 5, "metre"),
        ("two hours and a half", 2.5, 2.5, "hour"),
        ("tonnes of weapons", 2, None, "tonne"),
    ],
)
def test_ranges_signs_and_units(text: str, low: float, high: float | None, unit: str) -> None:
    (quantity,) = english_quantities(text)
    assert (quantity.low, quantity.high, quantity.unit) == (low, high, unit)


def test_of_a_change_the_first_number_is_the_former() -> None:
    roles = [q.role for q in english_quantities("The toll rose from 12 to 17")]
    assert roles == [FigureRole.FORMER, FigureRole.FIGURE]


def test_a_change_told_too_far_before_is_none() -> None:
    text = "It rose, as he who had long watched them all said, from 12 to 17"
    assert [q.role for q in english_quantities(text)] == [FigureRole.FIGURE]


def test_an_age_that_somebody_is_younger_than_and_a_distance_told_twice() -> None:
    text = "Some were younger than five, others older than ten. It lies 70 kilometres (43 mi) away."
    assert [q.unit for q in english_quantities(text)] == ["kilometre", "mile"]
