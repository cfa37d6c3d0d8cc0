"""Nations are told by their country, capital, adjective or people; a state by its name alone."""

import pytest

from variorum.language.words.nations import nations_in, nations_told, state_named


@pytest.mark.parametrize("words", ["Rwandan troops", "troops of Rwanda", "the Rwandan army"])
def test_an_adjective_and_a_country_name_one_nation(words: str) -> None:
    nations, rest = nations_in(words)
    assert nations == nations_in("Rwanda")[0] != frozenset()
    assert "wanda" not in rest


def test_words_without_a_nation_stay_as_they_are() -> None:
    assert nations_in("the river front") == (frozenset(), "the river front")


def test_a_state_is_its_country_or_its_government_and_no_group_in_it() -> None:
    assert state_named("the Irish government") == state_named("Ireland") is not None
    assert state_named("Irish farmers") is None
    assert state_named("the river front") is None


@pytest.mark.parametrize(
    ("language", "words", "nations"),
    [
        ("en", "Kyrgyz guards and the army of Tajikistan", {"Kyrgyz", "Tajik"}),
        ("ru", "пограничники Киргизии и таджикская армия", {"Kyrgyz", "Tajik"}),
        ("fr", "les gardes kirghizes et l'armée du Tadjikistan", {"Kyrgyz", "Tajik"}),
        ("tr", "Kırgız sınır muhafızları", {"Kyrgyz"}),
        ("fr", "les gardes de la frontière", set()),
        (None, "Kyrgyz guards", {"Kyrgyz"}),
    ],
)
def test_nations_are_told_in_every_language_that_is_read(
    language: str | None, words: str, nations: set[str]
) -> None:
    assert nations_told(words, language) == nations
