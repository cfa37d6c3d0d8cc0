from __future__ import annotations

import random
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from variorum.normalise.numbers.number_words import table
from variorum.normalise.numbers.quantities import quantities

GROUPS = {name: table("approximators")["en"][name] for name in ("before", "after", "vague")}
ROWS: list[Any] = [row["test"] for rows in GROUPS.values() for row in rows if "test" in row]


@pytest.mark.parametrize(("phrase", "low", "high"), ROWS, ids=[row[0] for row in ROWS])
def test_row_of_the_table_gives_its_bounds(phrase: str, low: float, high: float) -> None:
    (quantity,) = quantities(phrase)
    assert (quantity.low, quantity.high) == (low, high)


def test_every_row_has_a_test() -> None:
    assert len(ROWS) == sum(len(rows) for rows in GROUPS.values())


@pytest.mark.parametrize(
    "words", [w for row in GROUPS["before"] for w in row["words"]], ids=lambda w: w
)
def test_every_approximator_is_read(words: str) -> None:
    row = next(r for r in GROUPS["before"] if words in r["words"])
    (quantity,) = quantities(f"{words} 100 people")
    low = None if row["floor"] is None else 100 * row["floor"]
    high = None if row["ceiling"] is None else 100 * row["ceiling"]
    assert (quantity.low, quantity.high) == (low, pytest.approx(high) if high else None)


@pytest.mark.parametrize(
    "text",
    [
        "an 18-wheeler: see",
        "M16",
        "resolution 2254",
        "at 10:30",
        "in 2017",
        "aged 25",
        "a 25-year-old",
        "3-2",
        "Article 5",
        "20171014-02",
        "5 p.m.",
        "the 3rd",
        "F-16",
        "No. 5",
    ],
)
def test_names_ages_and_times_are_no_quantities(text: str) -> None:
    assert [q for q in quantities(text) if not q.attributive] == []


@pytest.mark.parametrize("zero", [0x30, 0x660, 0x6F0, 0x966, 0x9E6, 0xE50, 0xFF10, 0x1D7CE])
def test_digits_of_every_script_are_numbers(zero: int) -> None:
    digits = "".join(chr(zero + n) for n in (1, 2, 5))
    (quantity,) = quantities(f"{digits} people")
    assert (quantity.low, quantity.high) == (125, 125)


WORDS = [
    "at least",
    "about",
    "two",
    "hundred",
    "and",
    "a half",
    "million",
    "-",
    "to",
    "between",
    "3,000",
    "4.5",
    "km",
    "$",
    "%",
    "several",
    "dozens",
    "of",
    "½",
    "[",
    ")",
    "or",
    "٣",
    "\x01",
]


@settings(max_examples=500, deadline=None)
@given(st.one_of(st.text(max_size=40), st.lists(st.sampled_from(WORDS)).map(" ".join)))
@example("9" * 400)
def test_any_text_is_read_and_the_laws_hold(text: str) -> None:
    obey_the_laws(text)


def test_ten_thousand_random_strings_are_read() -> None:
    chance = random.Random(2254)
    for _ in range(10_000):
        obey_the_laws(" ".join(chance.choices(WORDS, k=chance.randrange(9))))


def obey_the_laws(text: str) -> None:
    end = 0
    for quantity in quantities(text):
        assert end <= quantity.start < quantity.end <= len(text)
        assert quantity.start <= quantity.core[0] < quantity.core[1] <= quantity.end
        if quantity.low is not None and quantity.high is not None:
            assert quantity.low <= quantity.high
        end = quantity.end


@given(st.integers(min_value=0, max_value=10**12))
def test_at_least_n_contains_n(number: int) -> None:
    (quantity,) = quantities(f"at least {number:,} people")
    assert (quantity.low, quantity.high) == (number, None)
