"""Figures that somebody gives by a verb that attributes nothing by itself."""

import pytest

from variorum.extract.attribution.attributions import attributions
from variorum.extract.attribution.figures import figure_word, given_figure, with_ellipses
from variorum.extract.document.reading import Reading
from variorum.language.parsing import parse
from variorum.model import Certainty, Document
from variorum.pipeline import extract


def told(text: str) -> list[tuple[str, str]]:
    document = Document.from_text(text, language="en", publisher="The Paper")
    return [(claim.speaker.name, claim.text) for claim in extract(document)]


def parsed(text: str):
    return parse(Document.from_text(text, language="en"))


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        ("The coastguard, meanwhile, put it at 30.", "coastguard", "it at 30"),
        ("A spokesman gave a lower figure, 2,300.", "spokesman", "a lower figure, 2,300"),
        ("That is below the 90 deaths claimed by the union.", "union", "the 90 deaths"),
        ("The toll of 90 given by the union is too low.", "union", "The toll of 90"),
        ("An estimate made by the union was about 300 people.", "union", "about 300 people"),
        (
            "The number of dead on the ferry was put at 12 by the interior ministry.",
            "interior ministry",
            "The number of dead on the ferry at 12",
        ),
        (
            "The Port Ministry later gave 30 killed and 12 wounded.",
            "Port Ministry",
            "30 killed and 12 wounded",
        ),
        (
            "The report documents the deaths of 30 sailors and counts 12 officers among them.",
            "report",
            "12 officers among them",
        ),
    ],
)
def test_a_figure_is_on_the_word_of_who_gives_it(text: str, speaker: str, content: str):
    assert (speaker, content) in told(text)


def test_no_word_of_what_is_given_becomes_a_claim_of_the_paper():
    claims = told("The number of dead on the ferry was put at 12 by the interior ministry.")
    assert [speaker for speaker, _ in claims] == ["interior ministry"]


def test_the_second_of_two_may_leave_the_verb_out():
    claims = told("The union counted 7,000 and the city 2,000.")
    assert claims == [("union", "7,000"), ("city", "2,000")]


def test_what_another_says_to_the_contrary_is_no_part_of_the_content():
    claims = told("The mayor said thirty people had died while the governor put it at twelve.")
    assert claims == [
        ("mayor", "thirty people had died"),
        ("governor", "it at twelve"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The captain put 12 men at the gate.",
        "The storm put the bridge out of use in 12 places.",
        "The colonel gave 30 soldiers their orders.",
        "The mayor put the date at the top.",
        "The flood counted 30 houses.",
    ],
)
def test_a_verb_that_does_something_gives_no_figure(text: str):
    for token in parsed(text):
        assert figure_word(token) is None


def test_an_estimate_is_only_probable():
    (put,) = [t for t in parsed("The mayor put the toll at 12.") if t.lower_ == "put"]
    (counted,) = [t for t in parsed("The mayor counted 12 dead.") if t.lower_ == "counted"]
    words = figure_word(put), figure_word(counted)
    assert [word.certainty for word in words if word] == [Certainty.PROBABLE, Certainty.CERTAIN]
    assert given_figure(put) == [(3, 7)]


def test_what_tells_one_figure_stays_as_it_is():
    document = Document.from_text("The mayor put the toll at 12.", language="en")
    reading = Reading(document, parse(document))
    found = attributions(reading)
    assert with_ellipses(reading, found) == found
