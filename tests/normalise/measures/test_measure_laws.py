"""What holds for the measures of any text, and for every row of the tables behind them."""

from __future__ import annotations

import functools
import sys
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from variorum import taxonomy
from variorum.language import parsing
from variorum.language.files import table
from variorum.model import Document, Measure
from variorum.normalise.measures.measures import measures
from variorum.normalise.numbers.quantities import quantities

KNOWN = taxonomy.load()
ZEROS = [
    code
    for code in range(sys.maxunicode + 1)
    if unicodedata.category(chr(code)) == "Nd" and unicodedata.digit(chr(code)) == 0
]
PIECES = [
    "12",
    "one in five",
    "two thirds of the",
    "12.450",
    "Syrian",
    "fighters",
    "were killed",
    "each",
    "from 3 to 5",
    "rose",
    ",",
    ".",
    "$",
    "pounds of",
    "no",
    "an hour and a half",
    "٣٤",
    "½",
    "more than",
    "\n\n",
    "of them",
    "a day",
    "-",
    "nineteen ninety-six",
    "magnitude",
    "(5 miles)",
]


def every_measure(found: list[Measure]) -> list[Measure]:
    return [*found, *(other for measure in found for other in measure.also)]


@settings(max_examples=60, deadline=None)
@given(st.one_of(st.text(max_size=60), st.lists(st.sampled_from(PIECES), max_size=9).map(" ".join)))
def test_any_text_is_measured_the_same_twice_and_each_span_is_its_words(text: str) -> None:
    document = Document.from_text(text, published="2020-05-05")
    doc = parsing.parse(document)
    found = measures(document, doc)
    assert measures(document, doc) == found
    for measure in every_measure(found):
        assert document.text[measure.span.start : measure.span.end] == measure.text
        assert measure.low is None or measure.high is None or measure.low <= measure.high


@pytest.mark.parametrize("zero", ZEROS, ids=[unicodedata.name(chr(zero)) for zero in ZEROS])
def test_every_digit_of_unicode_counts(zero: int) -> None:
    digits = "".join(chr(zero + n) for n in (1, 2, 5))
    (quantity,) = quantities(f"{digits} people")
    assert (quantity.low, quantity.high) == (125, 125)


@given(
    st.sampled_from([u.name for u in KNOWN.units.values() if u.factor]),
    st.sampled_from([u.name for u in KNOWN.units.values() if u.factor]),
    st.floats(min_value=1e-3, max_value=1e9),
)
def test_a_unit_turned_into_another_and_back_is_the_same(one: str, two: str, value: float) -> None:
    there = KNOWN.convert(value, one, two)
    if there is None:
        assert KNOWN.units[one].kind != KNOWN.units[two].kind
        return
    assert KNOWN.convert(there, two, one) == pytest.approx(value)


@pytest.mark.parametrize(
    ("unit", "word"),
    [
        (unit, word)
        for unit, words in table("units")["en"]["words"].items()
        for word in words
        if word != "magnitude"
    ],
)
def test_every_unit_word_is_read(unit: str, word: str) -> None:
    before = quantities(f"{word} 12")
    after = quantities(f"12 {word}")
    assert unit in {quantity.unit for quantity in (*before, *after)}


NOUNS = [(word, kind) for word, kind in KNOWN.kind_by_word.items() if "-" not in word]


@functools.cache
def of_nouns() -> dict[str, str]:
    """Parse a sentence for each noun as the paragraphs of one document: the kind each gives."""
    texts = [f"We counted 12 {word}." for word, _ in NOUNS]
    document = Document.from_text("\n\n".join(texts))
    found = measures(document)
    kinds, start = {}, 0
    for text, (word, _) in zip(texts, NOUNS, strict=True):
        inside = [m for m in found if start <= m.span.start < start + len(text)]
        kinds[word] = inside[0].kind if inside else ""
        start += len(text) + 2
    return kinds


def test_nearly_every_noun_of_the_taxonomy_gives_its_kind() -> None:
    wrong = {word: of_nouns()[word] for word, kind in NOUNS if of_nouns()[word] != kind}
    assert len(wrong) <= len(NOUNS) * 0.03, wrong
