from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.language.files import table
from variorum.normalise.times.relative_times import RESOLVERS
from variorum.normalise.times.time_grammar import Grammar, load

RAW = {
    "words": {"COLOUR": {"red": 1, "Blue": 2}, "AND": {"and": 0}},
    "feasts": [],
    "cores": ["COLOUR"],
    "macros": {"PAIR": "(COLOUR AND COLOUR)"},
    "rules": [
        ["one", "paint:COLOUR !AND"],
        ["pair", "both:$PAIR"],
        ["many", "^dark <pair> &sky"],
    ],
}


def read(text: str) -> list[tuple[str, str]]:
    grammar = Grammar(RAW)
    words = grammar.words(text)
    return [
        (m.form, " ".join(words.word(i) for i in range(m.first, m.last)))
        for m in grammar.matches(words)
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a red car", [("one", "red")]),
        ("RED and blue", []),
        ("red and Blue", [("pair", "red and Blue")]),
        ("dark red and red sky", [("pair", "red and red")]),
        ("red\n\nand red", [("one", "red"), ("one", "red")]),
        ("", []),
    ],
)
def test_rules_read_rows_of_classes(text: str, found: list[tuple[str, str]]) -> None:
    assert read(text) == found


def test_every_form_has_its_resolver() -> None:
    assert {form for form, _ in load().rules} == set(RESOLVERS)


def test_no_rule_is_unbounded_so_that_the_search_is_linear() -> None:
    raw = table("times")["en"]
    rules = [*raw["macros"].values(), *(rule for _, rule in raw["rules"])]
    assert not [rule for rule in rules if re.search(r"[*+]", rule)]


@given(st.text())
def test_words_stand_in_their_places(text: str) -> None:
    words = load().words(text)
    assert len(words.places) == len(words.signs)
    assert all(text[a:b].strip() for a, b in words.places if words.text[a] != "\n")


def test_unknown_language_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        load("xx")
