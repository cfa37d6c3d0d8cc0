"""Phrases in the words of claims: whole words, open stems, and the longest that stands there."""

import pytest

from variorum.language.lexers import clauses
from variorum.statements.statement_phrases import told


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("They didn’t leave.", ["they", "did", "n't", "leave", "."]),
        ("a cease-fire (U.S.)", ["a", "cease-fire", "(", "u.s.", ")"]),
    ],
)
def test_clauses_are_cut_at_their_marks(text, forms):
    assert [word.form for word in clauses(text).words] == forms


def test_a_plain_list_is_english_and_a_mapping_has_both():
    assert told(["left"], english=True) == ["left"]
    assert told(["left"], english=False) == ()
    assert told({"en": ["left"], "other": ["parti"]}, english=False) == ["parti"]
