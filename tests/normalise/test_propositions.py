"""Propositions: who did what to what, and whether it was so."""

import pytest

from variorum.language import parsing
from variorum.model import Document
from variorum.normalise.places.places import places
from variorum.normalise.propositions import propositions
from variorum.normalise.times.dates import dates


def told(text):
    document = Document.from_text(text, published="2021-05-04")
    doc = parsing.parse(document)
    found = propositions(document, doc, dates(document, doc), places(document, doc))
    return [
        (
            ("not " if one.negated else "") + one.predicate,
            one.agent.head if one.agent else None,
            one.patient.head if one.patient else None,
        )
        for one in found
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The navy sank the trawler.", ("sink", "navy", "trawler")),
        ("The trawler was sunk by the navy.", ("sink", "navy", "trawler")),
        ("It was the navy that sank the trawler.", ("sink", "navy", "trawler")),
        ("The guards shot at the boat.", ("shoot", "guard", "boat")),
        ("Militiamen set fire to the archive.", ("set fire", "militiaman", "archive")),
        ("The archive was set on fire by students.", ("set fire", "student", "archive")),
        ("No pilots took part in the raid.", ("not take part", "pilot", "raid")),
        ("The board had never been told of it.", ("not be told", None, "board")),
        ("Colonel Hadan was not at the checkpoint.", ("not be at", "Hadan", "checkpoint")),
        ("The ship went down on Saturday.", ("go down", "ship", None)),
        ("The siren was silent.", ("be silent", "siren", None)),
    ],
)
def test_a_clause_is_read_with_its_agent_and_what_it_is_done_to(text, expected):
    assert expected in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "The navy may have sunk the trawler.",
        "The navy would sink the trawler.",
        "The navy wants to sink the trawler.",
        "The captain asked whether the navy had sunk the trawler.",
        "The navy has not yet left the harbour.",
    ],
)
def test_what_is_open_is_no_proposition(text):
    assert not [one for one in told(text) if "sink" in one[0] or "leave" in one[0]]


def test_day_and_place_of_a_clause_are_kept():
    document = Document.from_text(
        "The prisoners were taken to Orlan on 2 May 2021.", published="2021-05-04"
    )
    doc = parsing.parse(document)
    (one,) = propositions(document, doc, dates(document, doc), places(document, doc))
    assert (one.toward, one.when) == ("Orlan", "2021-05-02")
