"""Where names stand, from capitals and tags alone."""

import itertools

import pytest

from sentences import doc
from variorum.language.name_spans import is_acronym, known_words
from variorum.normalise.actors.actor_spans import runs


def test_a_name_has_its_small_words_and_its_titles_apart():
    text = "Colonel Ada van Lund and the U.N. met in Vik."
    found = [(doc(text)[r.start : r.end].text, r.lead) for r in runs(doc(text), known_words())]
    assert found == [("Ada van Lund", ("colonel",)), ("U.N.", ()), ("Vik", ())]


@pytest.mark.parametrize(
    ("word", "yes"),
    [("UN", True), ("U.N.", True), ("Un", False), ("ABCDEFG", True), ("ABCDEFGH", False)],
)
def test_an_acronym_is_two_to_seven_capitals(word, yes):
    assert is_acronym(word) == yes


def test_names_do_not_overlap():
    text = "Ada Lund of the Harbour Board met Bo Krag, Cy Holm and Di Orr in Port Elin."
    found = list(runs(doc(text), known_words()))
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))
