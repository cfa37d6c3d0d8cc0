"""Noun phrases as names of parties."""

import pytest

from variorum.language import parsing
from variorum.language.noun_phrases import joined, pair_after, phrase
from variorum.model import Document


def parse(text):
    return parsing.parse(Document.from_text(text, published="2021-05-04"))


def noun(text, word):
    return next(token for token in parse(text) if token.text == word)


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("The Government of Karsa resigned.", "Government", "The Government of Karsa"),
        ("The old salt company, which is broke, closed.", "company", "The old salt company"),
        ("The three guards at the gate slept.", "guards", "The three guards"),
        ("The envoy in the inn of the miners' union slept.", "envoy", "The envoy"),
        (
            "A judge of the high court of Karsa spoke.",
            "judge",
            "A judge of the high court of Karsa",
        ),
        ("1. The Supplier shall deliver salt.", "Supplier", "The Supplier"),
    ],
)
def test_a_noun_is_named_by_what_stands_before_it_and_by_its_of(text, word, expected):
    assert phrase(noun(text, word)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A pact between Veska and the Torlan army holds.", ["Veska", "the Torlan army"]),
        (
            "A pact between Veska, Torlan and the Oudens holds.",
            ["Veska", "Torlan", "the Oudens"],
        ),
        (
            "A pact between the Veska Herders (VH) and the Torlan Bakers (TB) holds.",
            ["the Veska Herders", "the Torlan Bakers"],
        ),
        (
            "A pact between the Duchy of Veska and Torlan holds.",
            ["the Duchy of Veska", "Torlan"],
        ),
        ("A pause between 2 May and 9 May was held.", []),
        ("A pause between Monday and Friday was held.", []),
        ("The wall between them fell.", []),
    ],
)
def test_two_names_stand_behind_between(text, expected):
    assert pair_after(noun(text, "between")) == expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Veska and the Torlan army signed.", "Veska", ["Veska", "the Torlan army"]),
        ("Veska, Torlan and Ouden signed.", "Veska", ["Veska", "Torlan", "Ouden"]),
        ("The Torlan army signed.", "army", ["The Torlan army"]),
        (
            "The three guarantors, Veska, Torlan and Ouden, signed.",
            "guarantors",
            ["Veska", "Torlan", "Ouden"],
        ),
    ],
)
def test_joined_names_are_told_apart(text, word, expected):
    assert joined(noun(text, word)) == expected
