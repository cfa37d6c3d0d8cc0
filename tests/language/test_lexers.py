from __future__ import annotations

import pytest

from variorum.language.lexers import BREAK, numbers


@pytest.mark.parametrize(
    ("text", "value"),
    [("3,500", 3500), ("3.500", 3500), ("1.234", 1.234), ("3 500", 3500), ("1,23,456", 123456)],
)
def test_groups_of_digits_are_one_number(text: str, value: float) -> None:
    (word,) = numbers(text).words
    assert word.value == value


def test_a_paragraph_ends_in_a_word_that_no_number_runs_over() -> None:
    assert [w.form for w in numbers("twenty\n\nfive").words] == ["twenty", BREAK, "five"]


def test_ordinals_are_no_numbers() -> None:
    (word,) = numbers("3rd").words
    assert word.value is None
