"""Where a text may name a place, and what speaks for it."""

from sentences import doc
from variorum.language.words.lexers import names
from variorum.normalise.places.gazetteer import load as gazetteer
from variorum.normalise.places.place_candidates import candidates, runs
from variorum.normalise.places.place_evidence import Reader
from variorum.normalise.places.place_words import load

TEXT = "They drove from Paris to Lyon. Mr London said no."


def test_words_are_cut_at_marks_and_without_possessive_endings():
    words = names("Port Elin's north.")
    assert [(word.text, word.capital) for word in words] == [
        ("Port", True),
        ("Elin", True),
        ("north", False),
    ]


def test_capitals_that_stand_together_are_one_run():
    words = names("The mayor of Port Elin left Paris.")
    assert (3, 5) in list(runs(words, load()))


def reasons():
    words = names(TEXT)
    found = candidates(TEXT, words, gazetteer(), load())
    reader = Reader(words, load(), doc(TEXT), found)
    return {words[c.first].text: set(reader.reasons(c)) for c in found}


def test_a_preposition_speaks_for_a_place_and_a_title_against_it():
    found = reasons()
    assert {"prep=from", "town=1000000"} <= found["Paris"]
    assert "prep=from" in found["Lyon"]
    assert "run-left=title" in found["London"]
    assert not any(reason.startswith("prep=") for reason in found["London"])


def test_words_of_places_do_not_contradict_each_other():
    words = load()
    assert not words.titles & words.inside
    assert words.prepositions
