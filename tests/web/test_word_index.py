"""Words are found wherever a plain search through all texts finds them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from variorum.web.word_index import WordIndex

TEXT = st.text("ab .*\n", max_size=12)


@given(st.lists(TEXT, max_size=6), TEXT)
def test_what_is_found_holds_the_words_in_a_row(texts: list[str], wanted: str):
    words = " ".join(wanted.split())
    plain = [n for n, text in enumerate(texts) if words and words in " ".join(text.split())]
    assert WordIndex(texts).found(wanted) == plain


def test_a_part_of_a_word_is_enough():
    assert WordIndex(["fifty fighters", "a fight", "fit"]).found("fight") == [0, 1]
