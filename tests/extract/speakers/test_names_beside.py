"""The name beside a noun."""

import pytest

from sentences import word
from variorum.extract.speakers.names_beside import named_beside


@pytest.mark.parametrize(
    ("text", "noun", "name"),
    [
        ("The mayor, Ada Lund, left.", "mayor", "Lund"),
        ("The mayor left.", "mayor", None),
    ],
)
def test_a_name_in_apposition_is_that_of_the_noun(text, noun, name):
    found = named_beside(word(text, noun))
    assert (found and found.text) == name
