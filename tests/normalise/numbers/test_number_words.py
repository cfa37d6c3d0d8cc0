from __future__ import annotations

from variorum.normalise.numbers.lexing import lex
from variorum.normalise.numbers.number_words import Phrases, load


def test_the_longest_phrase_wins() -> None:
    phrases = Phrases([("more", 1), ("more than", 2), ("more than that", 3)])
    assert phrases.at(lex("more than ten"), 0) == (2, 2)
    assert phrases.at(lex("ten more"), 1) == (1, 2)
    assert phrases.at(lex("ten"), 0) is None


def test_money_signs_may_stand_before_their_number() -> None:
    words = load()
    assert {"$", "€", "rs"} <= words.signs
    assert "km" not in words.signs
    assert words.unit_words.at(lex("km"), 0) == ("kilometre", 1)
