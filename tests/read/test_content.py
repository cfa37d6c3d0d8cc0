"""What readers are given and hand back: lengths are checked, blocks are joined."""

import pytest

from variorum.errors import UnreadableDocument
from variorum.read.content import Source, joined
from variorum.settings import Settings


def source(**more) -> Source:
    return Source("a.txt", ".txt", b"", Settings(**more))


def test_a_text_may_be_as_long_as_the_settings_allow_and_no_longer():
    source(max_text_chars=10).check_length(10)
    with pytest.raises(UnreadableDocument, match="longer than 10 characters"):
        source(max_text_chars=10).check_length(11)


def test_an_unreadable_file_is_named():
    assert "a.txt" in str(source().unreadable("It is broken."))


def test_blocks_without_words_are_left_out():
    assert joined([" One. ", "", "\n", "Two.\r\nThree."]) == "One.\n\nTwo.\nThree."
