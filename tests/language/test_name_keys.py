"""Names folded for comparing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.language.name_keys import fold


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The Harbour Courier", "harbour courier"),
        ("Añá Lund", "ana lund"),
        ("Mr Lund", "Lund"),
    ],
)
def test_names_that_differ_in_writing_only_are_one(one, other):
    assert fold(one) == fold(other)


def test_other_names_are_others():
    assert fold("Ada Lund") != fold("Ada Lind")


@given(st.text(max_size=30))
def test_folding_twice_changes_nothing_in_case_and_space(name):
    folded = fold(name)
    assert folded == folded.strip()
    assert folded == folded.lower()
