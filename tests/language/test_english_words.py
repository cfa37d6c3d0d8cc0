"""The tables of English words: every row holds together."""

import pytest

from sentences import word
from variorum.language.english_words import (
    cue_words,
    given_names,
    hedge_words,
    is_moment,
    noun_lemma,
    role_of,
    role_words,
)
from variorum.model import Stance

FRAMES = {"clause", "to", "ing", "obj", "objto", "quote", "is"}


def test_every_cue_has_frames_that_are_known():
    for (lemma, _), cue in cue_words().items():
        assert cue.lemma == lemma
        assert cue.frames
        assert {f for f in cue.frames if not f.startswith("p:")} <= FRAMES, lemma
        assert {frame for frame, _, _ in cue.by_frame} <= cue.frames, lemma


def test_to_deny_is_to_deny_and_to_say_is_to_assert():
    assert cue_words()["deny", "VERB"].stance is Stance.DENIES
    assert cue_words()["say", "VERB"].stance is Stance.ASSERTS


def test_the_longest_hedge_of_a_word_comes_first():
    for rows in hedge_words().values():
        lengths = [len(row.words) for row in rows]
        assert lengths == sorted(lengths, reverse=True)


@pytest.mark.parametrize(
    ("text", "noun", "lemma"),
    [
        ("Two women left.", "women", "woman"),
        ("The witnesses left.", "witnesses", "witness"),
        ("Three parties left.", "parties", "party"),
        ("The staff left.", "staff", "staff"),
    ],
)
def test_a_noun_has_its_singular(text, noun, lemma):
    assert noun_lemma(word(text, noun)) == lemma


def test_a_role_of_two_words_is_found_before_that_of_one():
    assert role_of(word("The coast guard left.", "guard")) is role_words()["coast guard"]
    assert role_of(word("The table fell.", "table")) is None
    assert set(given_names().values()) == {"female", "male"}


@pytest.mark.parametrize(
    ("number", "is_year"), [("1499", False), ("1500", True), ("2099", True), ("2101", False)]
)
def test_four_digits_are_a_year_in_the_centuries_that_news_tells_of(number, is_year):
    assert is_moment(word(f"It was {number} then.", number)) == is_year
