from __future__ import annotations

import pytest

from variorum.language import cut
from variorum.normalise.numbers.numbers_by_lexicon import LONGEST_GLUED, numbers_of


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("de", "fünfundzwanzigtausend", 25_000),
        ("id", "dua puluh lima", 25),
        ("fr", "quatre-vingt-dix-sept", 97),
        ("ru", "двести пятьдесят тысяч", 250_000),
        ("es", "3.500", 3500),
    ],
)
def test_numbers_are_added_up_in_every_language(language: str, text: str, value: float) -> None:
    page = cut(text, language)
    found, end = next(numbers_of(language).read(page, 0))
    assert (found.low, found.high, end) == (value, value, len(page.words))


def test_a_share_is_a_percentage() -> None:
    found, _ = next(numbers_of("de").read(cut("die Hälfte", "de"), 1))
    assert found.share
    assert found.low == 50


def test_a_word_too_long_is_not_taken_apart() -> None:
    word = "tausend" * (LONGEST_GLUED // 7 + 1)
    assert list(numbers_of("de").read(cut(word, "de"), 0)) == []
