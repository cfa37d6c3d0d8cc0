from __future__ import annotations

import pytest

from variorum.language.words.lexers import numbers as lex
from variorum.normalise.numbers.not_counts import is_name
from variorum.normalise.numbers.number_words import load


@pytest.mark.parametrize(
    ("text", "i"),
    [
        ("aged 25", 1),
        ("Article 5", 1),
        ("M16", 1),
        ("+44 20 7946", 2),
        ("0800 555", 0),
        ("in 2017", 1),
        ("in 1988 soldiers came", 1),
        ("release 4 announces it", 1),
    ],
)
def test_ages_names_codes_and_years_count_nothing(text: str, i: int) -> None:
    assert is_name(lex(text), i, i + 1, load(), None)


@pytest.mark.parametrize(
    ("text", "i"),
    [
        ("saw 25 people", 1),
        ("some 2000 people", 1),
        ("will release 20 foreign hostages", 2),
        ("and 1990 prisoners left", 1),
    ],
)
def test_other_numbers_count(text: str, i: int) -> None:
    assert not is_name(lex(text), i, i + 1, load(), None)


def test_a_year_with_a_unit_is_a_number() -> None:
    assert not is_name(lex("2017 tonnes"), 0, 1, load(), "tonne")
