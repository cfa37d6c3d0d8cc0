from __future__ import annotations

import pytest

from variorum.normalise.measures.scope import Setting, scope_of
from variorum.normalise.measures.scope_places import place_of
from variorum.normalise.measures.windows import Windows
from variorum.normalise.nouns.named_places import NamedPlaces
from variorum.normalise.places.places import places
from variorum.normalise.times.dates import dates


def setting(read) -> Setting:
    whens, named = dates(read.document, read.doc), places(read.document, read.doc)
    return Setting(Windows(read.doc, whens), NamedPlaces(read.doc, named))


@pytest.mark.parametrize(
    ("text", "cumulative"),
    [
        ("So far 30 people have died.", True),
        ("The toll rose to 30.", True),
        ("Another 30 people died.", False),
        ("They killed 30 people.", None),
    ],
)
def test_totals_and_additions(number, text: str, cumulative: bool | None) -> None:
    read = number(text)
    assert scope_of(read.thing, "people", None, setting(read)).cumulative is cumulative


def test_who_won_is_whose_seats_they_are(number) -> None:
    read = number("The Greens won 12 seats.")
    assert scope_of(read.thing, "seats", None, setting(read)).subject == "Greens"


@pytest.mark.parametrize(
    ("text", "kind", "place"),
    [
        ("They killed 30 people in Raqqa.", "people", "Raqqah"),
        ("They killed 30 people in this district.", "people", "this district"),
        ("They held 30 people at the north gate.", "people", "the north gate"),
        ("They fired 30 shells at Raqqa.", "attacks.shells", None),
        ("They counted 30 fighters of Raqqa.", "people.fighters", None),
        ("They stopped five miles from Raqqa.", "distance", "Raqqah"),
        ("They killed 30 people in silence.", "people", None),
    ],
)
def test_the_place_of_what_is_counted(number, text: str, kind: str, place: str | None) -> None:
    read = number(text)
    assert place_of(read.thing, kind, setting(read).places) == place
