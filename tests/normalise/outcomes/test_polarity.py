from __future__ import annotations

import pytest

from variorum.language import parsing
from variorum.model import Document
from variorum.normalise.outcomes.polarity import presences


@pytest.mark.parametrize(
    ("text", "kind", "present"),
    [
        ("No foreign fighters left.", "people.fighters.foreign", False),
        ("Some foreign fighters left.", "people.fighters.foreign", True),
        ("Foreign fighters left.", "people.fighters.foreign", True),
        ("They denied that any foreign fighters were freed.", "people.fighters.foreign", True),
        ("Nobody was killed in the raid.", "people", False),
        ("None had disappeared.", "people", False),
    ],
)
def test_some_and_none_of_a_population(text: str, kind: str, present: bool) -> None:
    (found,) = presences(parsing.parse(Document.from_text(text)), set())
    assert (found.kind, found.present) == (kind, present)


@pytest.mark.parametrize(
    "text",
    [
        "Foreign fighters may leave.",
        "How many foreign fighters left?",
        "The deal covers foreign fighters.",
        "Nobody spoke.",
        "Nobody was wounded.",
        "None of the horses was killed.",
    ],
)
def test_what_may_be_or_is_asked_says_neither(text: str) -> None:
    assert presences(parsing.parse(Document.from_text(text)), set()) == []


def test_words_that_a_number_counts_are_left_out() -> None:
    doc = parsing.parse(Document.from_text("Some foreign fighters left."))
    assert presences(doc, set(range(len(doc)))) == []
