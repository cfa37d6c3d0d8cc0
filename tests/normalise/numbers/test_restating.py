from __future__ import annotations

import pytest

from variorum.normalise.numbers.quantity import Quantity
from variorum.normalise.numbers.restating import AGREEMENT, restated


def of(text: str, words: str, value: float, unit: str) -> Quantity:
    start = text.index(words)
    return Quantity(start, start + len(words), (start, start + 1), value, value, value, value, unit)


def test_a_bracket_that_restates_the_amount_is_no_second_amount() -> None:
    text = "six miles (ten kilometres) away"
    (one,) = restated(
        [of(text, "six miles", 6, "mile"), of(text, "ten kilometres", 10, "kilometre")], text
    )
    assert one.unit == "mile"
    assert one.also is not None
    assert one.also.unit == "kilometre"
    assert text[one.start : one.end] == "six miles (ten kilometres)"


@pytest.mark.parametrize(("kilometres", "count"), [(10, 1), (11, 1), (12, 2)])
def test_restated_amounts_may_differ_by_what_rounding_leaves(kilometres: int, count: int) -> None:
    text = "six miles (ten kilometres)"
    pair = [of(text, "six miles", 6, "mile"), of(text, "ten kilometres", kilometres, "kilometre")]
    assert len(restated(pair, text)) == count
    assert AGREEMENT == 0.15


def test_the_smaller_unit_goes_on_with_the_larger() -> None:
    text = "three hours and forty minutes"
    (one,) = restated(
        [of(text, "three hours", 3, "hour"), of(text, "forty minutes", 40, "minute")], text
    )
    assert (one.low, one.unit) == (220, "minute")
