"""IS and WHO in capitals are names, where the words around them are small."""

import pytest
import spacy

from variorum.language import parsing
from variorum.language.words.capital_names import capital_names
from variorum.model import Document


def tags(text):
    doc = parsing.parse(Document.from_text(text, published="2021-05-04"))
    return [token.pos_ for token in doc if token.text in {"IS", "WHO"}]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("IS will cease all operations against the army.", ["PROPN"]),
        ("The army and IS have agreed on a truce.", ["PROPN"]),
        ("Doctors of the WHO came to the town.", ["PROPN"]),
        ("This IS the law of the land.", ["AUX"]),
        ("THE WAR IS OVER", ["AUX"]),
    ],
)
def test_a_name_in_capitals_is_no_small_word(text, expected):
    assert tags(text) == expected


def test_only_a_name_in_capitals_is_given_the_norm_of_a_name_that_is_known():
    blank = spacy.blank("en")
    norms = [t.norm_ for t in capital_names(blank("The army and IS met; this IS so, it is."))]
    assert norms[3] == "isil"
    assert norms.count("is") == 2
