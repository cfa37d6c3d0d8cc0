from __future__ import annotations

import pytest

from variorum.language.words.lexers import numbers as lex
from variorum.normalise.numbers.number_words import load
from variorum.normalise.numbers.numerals import RATIO_BASES, read_number


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("two hundred and fifty thousand", 250_000),
        ("three and a half million", 3_500_000),
        ("half a million", 500_000),
        ("2 1/2 years", 2.5),
        ("3.5bn", 3_500_000_000),
        ("a dozen", 12),
    ],
)
def test_words_and_digits_are_added_up(text: str, value: float) -> None:
    number = read_number(lex(text), 0, load())
    assert number is not None
    assert (number.low, number.high) == (value, value)


@pytest.mark.parametrize(("text", "share"), [("one in four", 25), ("two thirds of them", 66.67)])
def test_fractions_are_shares(text: str, share: float) -> None:
    number = read_number(lex(text), 0, load())
    assert number is not None
    assert number.fraction
    assert number.low == share


def test_only_round_numbers_are_what_a_share_is_out_of() -> None:
    assert 17 not in RATIO_BASES
    number = read_number(lex("five in 17 villages"), 0, load())
    assert number is not None
    assert not number.fraction
