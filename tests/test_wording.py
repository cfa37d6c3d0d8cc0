"""Numbers and ranges in words: what is written reads as people write it."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.wording import amount, count, days_words, joined, number, range_words, shortened


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (4, "4"),
        (3.5, "3.5"),
        (4_000, "4,000"),
        (999_999, "999,999"),
        (1_000_000, "1 million"),
        (1_500_000, "1.5 million"),
        (2.345, "2.35"),
        (-3, "-3"),
    ],
)
def test_a_number_is_written_with_two_decimals_at_most(value, words):
    assert number(value) == words


@pytest.mark.parametrize(
    ("value", "unit", "words"),
    [
        (4_000, "USD", "$4,000"),
        (1, "day", "1 day"),
        (3, "days", "3 days"),
        (6, "km", "6 km"),
        (40, "%", "40%"),
        (119, "minute", "119 minutes"),
        (120, "minute", "2 hours"),
        (121, "minute", "121 minutes"),
        (24, "hour", "24 hours"),
        (48, "hour", "2 days"),
    ],
)
def test_an_amount_has_its_unit(value, unit, words):
    assert amount(value, unit) == words


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [
        (None, None, "any number"),
        (250, None, "at least 250"),
        (None, 300, "at most 300"),
        (5, 5, "5"),
        (3, 5, "3 to 5"),
    ],
)
def test_an_open_bound_is_said(low, high, words):
    assert range_words(low, high) == words


def test_a_range_says_a_shared_unit_once():
    assert range_words(3, 5, "day") == "3 to 5 days"
    assert range_words(1, 40, "%") == "1% to 40%"


@given(st.lists(st.sampled_from(["Ada", "Bo", "Cy"]), max_size=5))
def test_a_list_in_a_sentence_holds_every_part_once(parts):
    words = joined(parts)
    assert words.replace(" and ", ", ").split(", ") == (parts or [""])


def test_counts_of_none_one_and_many():
    assert [count(n, "claim") for n in (0, 1, 2)] == ["no claims", "1 claim", "2 claims"]
    assert count(2, "party", "parties") == "2 parties"


@given(st.text(), st.integers(2, 60))
def test_shortened_text_is_one_line_and_no_longer_than_asked(text, longest):
    label = shortened(text, longest)
    assert len(label) <= longest
    assert label == " ".join(label.split())
    whole = " ".join(text.split())
    assert label == whole or (label.endswith("…") and whole.startswith(label[:-1]))


def test_days_are_written_as_people_do():
    assert days_words(date(2031, 5, 3), date(2031, 5, 3)) == "3 May 2031"
    assert days_words(date(2031, 5, 3), date(2031, 6, 1)) == "3 May 2031 to 1 June 2031"
