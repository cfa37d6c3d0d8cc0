"""The words that tell an earlier answer from a later one."""

import pytest

from variorum.statements import revisions
from variorum.statements.revisions import (
    CONFIRMED,
    EARLIER,
    PARTIAL,
    UNCONFIRMED,
    is_marked,
    marks_in,
)


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("13 deaths have been confirmed", CONFIRMED),
        ("UNCONFIRMED reports", UNCONFIRMED),
    ],
)
def test_a_word_of_a_row_marks_the_text(text, mark):
    assert mark in marks_in(text)


def test_words_are_whole_words():
    assert CONFIRMED not in marks_in("unconfirmed reports")
    assert marks_in("Thirteen buses left.") & {CONFIRMED, EARLIER, PARTIAL, UNCONFIRMED} == set()


def test_all_rows_are_found_that_hold_a_word_of_a_text_in_any_case():
    rows = revisions._rows()
    for word in {word for words in rows.values() for word in words}:
        for text in (word, word.upper(), f"x {word.title()}, y"):
            assert marks_in(text) == {row for row in rows if is_marked(text, row)}
