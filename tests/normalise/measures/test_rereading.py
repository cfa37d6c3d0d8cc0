from __future__ import annotations

import pytest

from variorum.normalise.measures.rereading import STRONGEST, reread


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("They handed over 108 women.", 108, 108, None),
        ("They counted 12.450 people.", 12_450, 12_450, None),
        ("The quake measured 6.4.", 6.4, 6.4, "magnitude"),
        ("One train in five was late.", 20, 20, "percent"),
        ("Deaths passed 1,000.", 1000, None, None),
        ("The party leads by 5 points in the poll.", 5, 5, "percentage point"),
        ("They won by 5 points.", 5, 5, None),
    ],
)
def test_the_sentence_says_what_the_number_means(
    number, text: str, low: float, high: float | None, unit: str | None
) -> None:
    read = number(text)
    found = reread(read.doc, read.quantity)
    assert (found.low, found.high, found.unit) == (low, high, unit)


def test_no_quake_is_stronger_than_the_strongest(number) -> None:
    read = number(f"The quake measured {STRONGEST}.4.")
    assert STRONGEST == 10
    assert reread(read.doc, read.quantity).unit is None
