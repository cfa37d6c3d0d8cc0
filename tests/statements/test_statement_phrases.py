"""Phrases in the words of claims: whole words, open stems, and the longest that stands there."""

import pytest

from variorum.statements.statement_phrases import Phrases, Word, told


def words(text):
    return [Word(word, 0, 0, False) for word in text.split()]


@pytest.mark.parametrize(
    ("phrase", "text", "found"),
    [
        ("cease fire", "cease fire now", [("it", 2)]),
        ("cease fire", "cease the fire", []),
        ("agree*", "agreement was", [("it", 1)]),
        ("agree* to", "agreed to it", [("it", 2)]),
        ("cease fire*", "cease fires", [("it", 2)]),
        ("cease", "ceased", []),
    ],
)
def test_a_phrase_is_found_where_its_words_stand(phrase, text, found):
    assert list(Phrases([(phrase, "it")]).at(words(text), 0)) == found


def test_an_open_stem_has_two_letters_at_least():
    assert list(Phrases([("ag*", "it")]).at(words("agreement"), 0)) == [("it", 1)]
    assert list(Phrases([("a*", "it")]).at(words("agreement"), 0)) == []


def test_a_plain_list_is_english_and_a_mapping_has_both():
    assert told(["left"], english=True) == ["left"]
    assert told(["left"], english=False) == ()
    assert told({"en": ["left"], "other": ["parti"]}, english=False) == ["parti"]
