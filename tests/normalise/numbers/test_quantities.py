from __future__ import annotations

import random

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from variorum.language.files import table
from variorum.normalise.numbers import meanings
from variorum.normalise.numbers.quantities import quantities

WORDS_OF = table("approximators")["en"]
BOUNDS = meanings.load().bounds
EXAMPLES = [
    ("about 100 people", 90, 110),
    ("nearly 4,000 people", 3600, 4000),
    ("just over 100 people", 100, 110),
    ("at least 250 people", 250, None),
    ("more than 100 vehicles", 100, None),
    ("less than 300 people", None, 300),
    ("as many as 4,000 people", None, 4000),
    ("only four people", 4, 4),
    ("100 or more people", 100, None),
    ("six hours at most", None, 6),
    ("100 or so people", 90, 110),
    ("dozens of people", 24, 99),
    ("scores of people", 40, 99),
    ("tens of people", 20, 99),
    ("hundreds of people", 200, 999),
    ("thousands of people", 2000, 9999),
    ("tens of thousands of people", 20000, 99999),
    ("hundreds of thousands of people", 200000, 999999),
    ("millions of people", 2000000, 9999999),
    ("tens of millions of people", 20000000, 99999999),
    ("hundreds of millions of dollars", 200000000, 999999999),
    ("billions of dollars", 2000000000, 9999999999),
    ("tens of billions of dollars", 20000000000, 99999999999),
    ("several people", 3, 9),
    ("several thousand people", 2000, 9999),
    ("a few people", 2, 9),
    ("a couple of people", 2, 3),
    ("a handful of people", 3, 9),
    ("half a dozen people", 6, 6),
    ("a pair of tanks", 2, 2),
]


@pytest.mark.parametrize(("phrase", "low", "high"), EXAMPLES, ids=[row[0] for row in EXAMPLES])
def test_words_give_their_bounds(phrase: str, low: float, high: float) -> None:
    (quantity,) = quantities(phrase)
    assert (quantity.low, quantity.high) == (low, high)


@pytest.mark.parametrize(
    ("name", "words"), [(n, w) for n, ws in WORDS_OF["before"].items() for w in ws]
)
def test_every_bounding_word_is_read(name: str, words: str) -> None:
    (quantity,) = quantities(f"{words} 100 people")
    assert (quantity.low, quantity.high) == BOUNDS[name].of(100, 100)


@pytest.mark.parametrize(
    ("text", "language", "bounds"),
    [
        ("about 200 people", "en", (180, 220)),
        ("etwa 200 Menschen", "de", (180, 220)),
        ("около 200 человек", "ru", (180, 220)),
        ("at least 200 people", "en", (200, None)),
        ("mindestens 200 Menschen", "de", (200, None)),
        ("не менее 200 человек", "ru", (200, None)),
        ("several thousand people", "en", (2000, 9999)),
        ("mehrere tausend Menschen", "de", (2000, 9999)),
        ("несколько тысяч человек", "ru", (2000, 9999)),
        ("dozens of people", "en", (24, 99)),
        ("Dutzende Menschen", "de", (24, 99)),
    ],
)
def test_words_mean_the_same_in_every_language(
    text: str, language: str, bounds: tuple[float | None, float | None]
) -> None:
    (quantity,) = quantities(text, language)
    assert (quantity.low, quantity.high) == bounds


@pytest.mark.parametrize("language", ["en", "de", "ru", "tr"])
@pytest.mark.parametrize(
    ("text", "unit"), [("5 km", "kilometre"), ("€500", "EUR"), ("$500", "USD"), ("30 %", "percent")]
)
def test_signs_mean_the_same_in_every_language(language: str, text: str, unit: str) -> None:
    (quantity,) = quantities(text, language)
    assert quantity.unit == unit
    assert text[quantity.start : quantity.end] == text


@pytest.mark.parametrize("language", ["en", "de", "ru"])
def test_barred_words_are_no_quantities(language: str) -> None:
    assert [q.low for q in quantities("14 - 200", language, [(0, 2)])] == [200]


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
