"""Which state a name is, in all languages."""

import pytest

from variorum.statements.states import state_of


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
