from __future__ import annotations

from variorum.language.words.lexers import numbers
from variorum.normalise.numbers.number_words import load


def test_money_signs_may_stand_before_their_number() -> None:
    assert {"$", "€", "rs"} <= load().signs
    assert "km" not in load().signs


def test_signs_of_all_languages_are_units_of_english() -> None:
    match = load().unit_words.at(numbers("5 km"), 1)
    assert match is not None
    assert (match.meaning, match.end) == ("kilometre", 2)


def test_a_quantity_begins_with_digits_or_with_one_of_these_words() -> None:
    assert {"about", "dozens", "half", "two", "between"} <= load().opening
    assert "trucks" not in load().opening
