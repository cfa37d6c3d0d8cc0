from __future__ import annotations

import pytest

from variorum.model import Scope
from variorum.normalise.measures.counts import OLDEST, counts


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("They saw 25 trucks.", True),
        ("Anyone under 35 may join.", False),
        ("The mayor, who is 61, resigned.", False),
        ("He turned 70.", False),
        ("They shot men of whom the youngest is 20.", False),
        ("They met the Group of Seven.", False),
        ("The 737 crash was studied.", False),
        ("She made a 911 call that night.", False),
        ("Divers of Rescue Team Six landed there.", False),
        ("On Friday Team Blue saved six men.", True),
        ("A teacher of 46 stood in the yard.", False),
        ("An Albanian of 77 stood in the yard.", False),
        ("They had a crew of 20.", True),
        ("They had a militia of 50.", True),
        ("It was hit by two Mirage 2000 jets.", False),
        ("It was hit by 20 jets.", True),
    ],
)
def test_ages_and_labels_count_nothing(number, text: str, told: bool) -> None:
    read = number(text)
    assert counts(read.quantity, read.thing, read.thing.kind or "things", Scope()) is told


def test_nobody_is_older_than_the_oldest(number) -> None:
    assert OLDEST == 120
    for age, told in ((OLDEST, False), (OLDEST + 1, True)):
        read = number(f"The mayor, who is {age}, resigned.")
        assert counts(read.quantity, read.thing, "things", Scope()) is told


def test_one_counts_where_something_happened_to_it(number) -> None:
    read = number("One soldier was killed.")
    assert counts(read.quantity, read.thing, "people.soldiers", Scope(event="killed"))
    assert not counts(read.quantity, read.thing, "people.soldiers", Scope())
