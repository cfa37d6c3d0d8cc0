"""The words that tell an earlier answer from a later one."""

import pytest

from variorum.statements.revisions import CONFIRMED, EARLIER, PARTIAL, UNCONFIRMED, marks_in


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
