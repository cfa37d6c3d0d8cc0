"""Patterns of words: whole words, open stems, alternatives, gaps, and the longest that stands."""

import pytest

from variorum.language.words.lexers import clauses, numbers
from variorum.language.words.patterns import phrases, plain_phrases
from variorum.language.words.tokens import cut


@pytest.mark.parametrize(
    ("phrase", "text", "ends"),
    [
        ("cease fire", "cease fire now", [2]),
        ("cease fire", "cease the fire", []),
        ("agree*", "agreement was", [1]),
        ("agree* to", "agreed to it", [2]),
        ("cease fire*", "cease fires", [2]),
        ("cease", "ceased", []),
        ("left|quit", "quit now", [1]),
        ("the (old) town", "the town", [2]),
        ("kept ... out", "kept all the drivers out", [5]),
    ],
)
def test_a_phrase_is_found_where_its_words_stand(phrase, text, ends):
    found = plain_phrases([(phrase, "it")], clauses).all_at(clauses(text), 0)
    assert [(match.meaning, match.end) for match in found] == [("it", end) for end in ends]


def test_the_longest_phrase_wins_and_all_are_given_on_request():
    known = plain_phrases([("at least", "floor"), ("at", "place")], numbers)
    text = numbers("at least 50")
    assert known.at(text, 0).meaning == "floor"
    assert sorted(known.meanings(text, 0)) == ["floor", "place"]
    assert known.at(text, 5) is None
    assert known.firsts == {"at"}


def test_the_words_of_a_phrase_are_cut_as_the_text_is():
    known = plain_phrases([("twenty-five", 25)], numbers)
    assert known.at(numbers("twenty-five men"), 0).end == 3


def test_the_pattern_of_a_language_is_found_behind_what_is_written_with_the_word():
    known = phrases("ar", [("قال", True)])
    match = known.at(cut("وقال المدير", "ar"), 0)
    assert match is not None
    assert match.prefix == "و"
