"""Numbers that answer "how many"."""

import pytest

from variorum.language.parsing import parse
from variorum.model import Document
from variorum.normalise.measures.asked_counts import asked_for
from variorum.normalise.measures.measures import measures
from variorum.normalise.nouns.nouns import counted
from variorum.normalise.numbers.quantities import quantities


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Asked how many sailors had drowned, he said: “Twelve.”", "killed"),
        ("How many died? Twelve, as far as we know.", "killed"),
    ],
)
def test_the_question_says_what_is_counted(text: str, event: str):
    (found,) = measures(Document.from_text(text, language="en"))
    assert (found.low, found.scope.event) == (12, event)
    assert found.kind.startswith("people")


def test_a_number_far_from_the_question_answers_nothing():
    between = "and so the talk went on about the boats and the weather " * 2
    found = measures(Document.from_text(f"How many died? {between}until 12.", language="en"))
    assert "people" not in {measure.kind for measure in found}


def test_the_second_number_answers_nothing():
    text = "How many sailors died? Twelve sailors, and 30."
    document = Document.from_text(text, language="en")
    doc = parse(document)
    last = quantities(text)[-1]
    thing = counted(doc, last)
    assert thing is not None
    assert asked_for(doc, last, thing) is None


def test_the_whole_in_a_question_answers_nothing():
    text = "Nobody knows how many of the 30 could swim."
    document = Document.from_text(text, language="en")
    doc = parse(document)
    (whole,) = quantities(text)
    thing = counted(doc, whole)
    assert thing is not None
    assert asked_for(doc, whole, thing) is None
