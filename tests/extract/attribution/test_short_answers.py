"""Short answers, with the question that they answer."""

import pytest

from variorum.extract.attribution.attributions import attributions
from variorum.extract.attribution.short_answers import with_questions
from variorum.extract.document.reading import Reading
from variorum.language.parsing import parse
from variorum.model import Certainty, Document
from variorum.pipeline import extract


def told(text: str):
    return extract(Document.from_text(text, language="en", publisher="The Paper"))


def test_a_short_answer_is_claimed_with_its_question():
    (claim,) = told("Asked how many sailors had drowned, the captain said: “Twelve.”")
    assert claim.speaker.name == "captain"
    assert [span.exact for span in claim.content] == ["how many sailors had drowned", "Twelve"]
    assert claim.certainty is Certainty.CERTAIN


def test_an_answer_that_tells_what_it_is_about_stands_alone():
    claims = told("Asked about the ferry, the captain said: “Twelve sailors have drowned there.”")
    assert "Twelve sailors have drowned there" in [claim.text for claim in claims]


@pytest.mark.parametrize("answer", ["Twelve, as far as we know.", "About twelve."])
def test_questions_and_answers_on_one_line_are_told_apart(answer: str):
    claims = told(f"Q: How many drowned? A: {answer}")
    assert {claim.speaker.name for claim in claims} == {"unnamed"}
    assert f"How many drowned? {answer[:-1]}" in [claim.text for claim in claims]


def test_what_answers_nothing_stays_as_it_is():
    document = Document.from_text("The captain said that twelve had drowned.", language="en")
    reading = Reading(document, parse(document))
    found = attributions(reading)
    assert with_questions(reading, found) == found
