"""Numbers that count nothing: years, ages, clock times, and numbers that are part of a name."""

from __future__ import annotations

from variorum.normalise.numbers.lexing import Token
from variorum.normalise.numbers.meanings import YEARS
from variorum.normalise.numbers.number_words import Lexicon
from variorum.normalise.numbers.numerals import HYPHENS, glued

__all__ = ["is_name"]

CENTURIES = frozenset({18, 19, 20})
_JOINERS = HYPHENS | {"/", ":", ".", "_", "@", "#", "\\"}
_QUANTITY_JOINERS = frozenset("–—−")


def is_name(tokens: list[Token], i: int, end: int, words: Lexicon, unit: str | None) -> bool:
    """Return whether tokens[i:end] is a name, an age, a time or a year rather than a quantity."""
    return (
        _is_age(tokens, i, end, words)
        or _is_numbered(tokens, i, words)
        or _is_in_word(tokens, i, end, unit)
        or _is_code(tokens, i)
        or _is_year_in_words(tokens, i, end, words)
        or words.clock_after.at(tokens, end) is not None
        or (unit is None and _is_year(tokens, i, end))
    )


def _word(tokens: list[Token], i: int) -> str:
    return tokens[i].word if 0 <= i < len(tokens) else ""


def _is_age(tokens: list[Token], i: int, end: int, words: Lexicon) -> bool:
    if _word(tokens, i - 1) in words.age_before:
        return True
    if words.age_after.at(tokens, end) or words.age_after.at(tokens, end - 1):
        return True
    return any(words.age_after.at(tokens, k) is not None for k in range(i + 1, end))


def _is_numbered(tokens: list[Token], i: int, words: Lexicon) -> bool:
    """Digits or a number word right after "Article", "Flight", "No." name that thing."""
    before = _word(tokens, i - 1)
    if before == "." and glued(tokens, i - 1):
        before = _word(tokens, i - 2)
    return before in words.names_before and tokens[i].word not in words.articles


def _is_year_in_words(tokens: list[Token], i: int, end: int, words: Lexicon) -> bool:
    """Read "nineteen ninety-six", either half of it."""
    if tokens[i].value is not None:
        return False
    first, rest = (i, end) if words.units.get(_word(tokens, i)) in CENTURIES else (i - 1, i)
    century = words.units.get(_word(tokens, first)) in CENTURIES
    return century and rest == first + 1 and words.units.get(_word(tokens, rest), 0) >= 10


def _is_code(tokens: list[Token], i: int) -> bool:
    """Digits that begin with a nought, or follow such or a plus sign: +44 20 7946, 0800 555."""
    while _is_digits(tokens, i - 1):
        i -= 1
    plus = _word(tokens, i - 1) == "+" and glued(tokens, i) and _is_digits(tokens, i + 1)
    return plus or (
        _is_digits(tokens, i) and tokens[i].word[0] == "0" and tokens[i].word[1:2].isdigit()
    )


def _is_digits(tokens: list[Token], i: int) -> bool:
    return 0 <= i < len(tokens) and tokens[i].word[0].isdigit() and tokens[i].value is not None


def _is_in_word(tokens: list[Token], i: int, end: int, unit: str | None) -> bool:
    """Letters or signs that touch the digits make them part of a word: M16, 18-wheeler, 20:30."""
    if tokens[i].value is None:
        return False
    if glued(tokens, i):
        before = tokens[i - 1]
        if before.value is not None or before.word in _JOINERS - _QUANTITY_JOINERS:
            return True
        if before.word.isalpha():
            return True
    if unit is None and glued(tokens, end):
        after = tokens[end]
        if after.word.isalpha() or after.ordinal:
            return True
        if after.word in _JOINERS and glued(tokens, end + 1):
            return tokens[end + 1].value is not None or after.word not in HYPHENS
    return False


def _is_year(tokens: list[Token], i: int, end: int) -> bool:
    """Four bare digits between 1700 and 2100; whether a noun follows is settled later."""
    token = tokens[i]
    plain = end == i + 1 and len(token.word) == 4 and token.word.isdigit()
    if not plain or int(token.word) not in YEARS:
        return False
    return not (
        _word(tokens, i - 1) in {"some", "than", "least", "nearly", "almost", "of", "as"}
        and int(token.word) % 50 == 0
    )
