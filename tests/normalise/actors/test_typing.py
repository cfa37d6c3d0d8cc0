"""Which names are somebody's, and of what sort."""

import pytest

from sentences import doc
from variorum.language.name_spans import known_words
from variorum.model import SpeakerKind
from variorum.normalise.actors.definite import definite
from variorum.normalise.actors.typing import found

PERSON, BODY = SpeakerKind.PERSON, SpeakerKind.ORGANISATION


def named(text):
    return [(doc(text)[f.start : f.end].text, f.kind) for f in found(doc(text), known_words(), ())]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("President Ada Lund met Mr Bo Krag.", [("Ada Lund", PERSON), ("Bo Krag", PERSON)]),
        ("The Harbour Board closed the pier.", [("Harbour Board", BODY)]),
        ("It rained in the morning.", []),
    ],
)
def test_people_and_bodies_are_told_apart(text, names):
    assert named(text) == names


def test_a_title_and_its_gender_are_kept():
    (one,) = found(doc("Mr Bo Krag left."), known_words(), ())
    assert one.gender == "male"


def test_offices_and_bodies_with_the_are_names_of_those_named_before():
    text = "The Harbour Board met. The minister spoke. The board denied it."
    here = found(doc(text), known_words(), ())
    assert [doc(text)[f.start : f.end].text for f in definite(doc(text), here, known_words())] == [
        "minister",
        "board",
    ]
