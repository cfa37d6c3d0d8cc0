"""Front matter: known fields are taken, broken YAML is read line by line, and none is invented."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.errors import UnreadableDocument
from variorum.read.content import Source
from variorum.read.frontmatter import FIELDS, split
from variorum.settings import Settings

SOURCE = Source("a.md", ".md", b"", Settings())


def test_known_fields_are_taken_and_the_text_is_what_follows():
    text = "---\ntitle: Fire in the port: what we know\nmood: bad\nlanguage: no\n---\n\nIt burnt."
    assert split(SOURCE, text) == (
        {"title": "Fire in the port: what we know", "language": "no"},
        "It burnt.",
    )


def test_a_line_of_hyphens_above_plain_text_is_text():
    assert split(SOURCE, "---\nIt burnt.\n---\n") == ({}, "---\nIt burnt.\n---\n")


def test_a_block_that_is_never_closed_is_refused():
    with pytest.raises(UnreadableDocument, match="never closed"):
        split(SOURCE, "---\ntitle: Fire\n\nIt burnt.")


@pytest.mark.parametrize(("chars", "refused"), [(63_000, False), (65_000, True)])
def test_a_block_of_more_than_64_000_characters_is_not_closed_in_time(chars, refused):
    text = f"---\ntitle: {'x' * chars}\n---\nIt burnt."
    if refused:
        with pytest.raises(UnreadableDocument, match="never closed"):
            split(SOURCE, text)
    else:
        assert split(SOURCE, text)[1] == "It burnt."


@given(st.dictionaries(st.sampled_from(FIELDS), st.from_regex(r"[a-z]{1,9}", fullmatch=True)))
def test_what_is_written_is_read(fields):
    block = "".join(f"{name}: {value}\n" for name, value in fields.items())
    text = f"---\n{block}---\nIt burnt." if fields else "It burnt."
    assert split(SOURCE, text) == (fields, "It burnt.")
