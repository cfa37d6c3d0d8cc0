"""Places of the languages that are read by lexicon."""

import pytest

from variorum.model import Document
from variorum.normalise.places.names_by_lexicon import place_names
from variorum.normalise.places.places_by_lexicon import places


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("de", "Der Zug fuhr von Köln nach Paris.", [("Köln", "DE"), ("Paris", "FR")]),
        ("fr", "Le convoi a quitté Raqqa pour la Syrie.", [("Raqqa", "SY"), ("Syrie", "SY")]),
        ("de", "Es regnete am Montag.", []),
    ],
)
def test_names_after_the_words_for_where_are_places(language, text, found):
    named = places(Document.from_text(text, language=language))
    assert [(place.name, place.country) for place in named] == found


def test_a_language_has_names_of_its_own_for_countries():
    assert place_names("de") is place_names("de")


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("fr", "Dix sont morts dans l'Est du pays, dit la presse.", []),
        ("fr", "Dix sont morts dans l'Est du pays et à Lyon.", ["Lyon"]),
        ("es", "Diez murieron en Pueblo y en Sevilla.", ["Sevilla"]),
        ("ar", "ونقلت الوكالة في خبر مقتل عشرة في دمشق.", ["دمشق"]),
        ("ar", "قتل عشرة في مرفأ المدينة.", []),
    ],
)
def test_a_common_word_that_some_town_bears_is_no_place(language, text, found):
    named = places(Document.from_text(text, language=language))
    assert [place.name for place in named] == found
