"""Which state somebody is or speaks for, in all languages."""

import pytest

from variorum.statements.states import speaks_for, state_of


@pytest.mark.parametrize(
    ("name", "language", "state"),
    [
        ("Russian Defence Ministry", "en", "Russia"),
        ("le ministère russe de la Défense", "fr", "Russia"),
        ("Минобороны России", "ru", "Russia"),
        ("the Russian opposition", "en", ""),
        ("the army", "en", ""),
        ("Kiew", "de", "Ukraine"),
        ("Moscow", "es", "Russia"),
        ("Дамаск", "ru", "Syria"),
        ("west", "en", ""),
    ],
)
def test_a_state_and_its_forces_go_by_the_country(name, language, state):
    assert state_of(name, language) == state


@pytest.mark.parametrize(
    ("name", "language", "state"),
    [
        ("Ukrainian officials", "en", "Ukraine"),
        ("президент Украины", "ru", "Ukraine"),
        ("porte-parole de l'armée israélienne", "fr", "Israel"),
        ("portavoce dell'esercito israeliano", "it", "Israel"),
        ("profughi israeliani", "it", ""),
        ("Ukrainian refugees", "en", ""),
        ("officials", "en", ""),
        ("representante do movimento libanês", "pt", ""),
        ("representante do governo libanês", "pt", "Lebanon"),
        ("Syrian opposition spokesman", "en", ""),
    ],
)
def test_who_speaks_for_a_state(name, language, state):
    assert speaks_for(name, language) == state
