from __future__ import annotations

import pytest

from variorum.normalise.numbers.lexing import BREAK, lex


@pytest.mark.parametrize(
    ("text", "value"),
    [("3,500", 3500), ("3.500", 3500), ("1.234", 1.234), ("3 500", 3500), ("1,23,456", 123456)],
)
def test_groups_of_digits_are_one_number(text: str, value: float) -> None:
    (token,) = lex(text)
    assert token.value == value


def test_a_paragraph_ends_in_a_token_that_no_number_runs_over() -> None:
    assert [t.word for t in lex("twenty\n\nfive")] == ["twenty", BREAK, "five"]


def test_ordinals_are_no_numbers() -> None:
    (token,) = lex("3rd")
    assert token.ordinal
    assert token.value is None
