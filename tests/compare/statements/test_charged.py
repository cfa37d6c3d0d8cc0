"""Charges that the parties of a case make against each other, and what is denied of them."""

import pytest

from variorum.compare import compare
from variorum.compare.actors.case_actors import cast
from variorum.compare.statements.charged import charged
from variorum.model import Document
from variorum.pipeline import extract
from variorum.settings import Settings


def disputed(*texts, language="en"):
    """Return the rule of each contradiction between reports of one text each, and the question."""
    documents = [
        Document.from_text(text, publisher=f"Outlet {i}", published="2021-05-04", language=language)
        for i, text in enumerate(texts)
    ]
    claims = [claim for document in documents for claim in extract(document)]
    found = compare(documents, claims, Settings())
    asked = {question.id: question.label for question in found.questions}
    return [(str(c.rule), asked[c.questions[0]]) for c in found.contradictions]


ATTACK = "Who was behind the attack?"


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        # Each blames the other; one denies it; the army of the only nation told is the army.
        (
            (
                "The army blamed the rebels for the attack.",
                "The rebels blamed the army for the attack.",
            ),
            [("identity", ATTACK)],
        ),
        (
            (
                "The army said that the rebels attacked the bus.",
                "The rebels denied responsibility.",
            ),
            [("polarity", ATTACK)],
        ),
        (
            (
                "Witnesses said that Danish soldiers attacked the bus.",
                "The army said that the rebels attacked the bus.",
            ),
            [("identity", ATTACK)],
        ),
        # Both sides may have fired at each other, and at others than their own.
        (
            (
                "Norway said that Danish troops shelled the port.",
                "Denmark said that Norwegian troops shelled a bridge.",
            ),
            [],
        ),
        (
            (
                "Norway said that Danish troops fired first.",
                "Denmark said that Norwegian troops fired at the bridge.",
            ),
            [("identity", ATTACK)],
        ),
        (
            (
                "Residents said that soldiers killed farmers in the village.",
                "The army said that the rebels killed two soldiers in the village.",
            ),
            [],
        ),
        # Nobody who is charged answers; another deed is denied.
        (
            (
                "The mayor said that the army attacked the bus.",
                "A nurse said that the rebels attacked it.",
            ),
            [],
        ),
    ],
)
def test_charges_are_held_against_what_is_answered(texts, expected):
    assert disputed(*texts) == expected


def test_without_charges_nothing_is_charged():
    assert charged([], cast([], [])) == []
