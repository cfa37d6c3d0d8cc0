"""Who agreed, by the words of a language's data file."""

import pytest

from variorum.agreements.parties_by_lexicon import Words, called, mediators, parties
from variorum.language.files import section
from variorum.language.words.deed_words import deed_words


def words(language):
    return Words(section(language, "agreements"), deed_words(language))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Une trêve entre Arlon, Bavre et Corme", ("Arlon", "Bavre", "Corme")),
        ("Une trêve entre le Front (FN) et la Ligue", ("le Front", "la Ligue")),
        ("Arlon et Bavre n'ont pas signé la trêve", ()),
        ("La trêve et l'accord ont été signés", ()),
    ],
)
def test_the_parties_of_a_sentence(text, found):
    assert parties(text, words("fr"), text) == found


def test_what_calls_an_agreement_and_who_mediated():
    text = "Arlon et Bavre ont signé une trêve sous la médiation de Corme."
    assert called(words("fr"), text).group() == "trêve"
    assert mediators(text, words("fr"), text) == ("Corme",)
