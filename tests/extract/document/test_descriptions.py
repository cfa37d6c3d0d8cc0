"""Who a noun phrase shows somebody to be."""

import pytest

from sentences import doc, word
from variorum.extract.document import brackets, claimants, descriptions, outlets

TEXT = "The mayor, who spoke first, left. He said no."


def test_a_relative_clause_belongs_to_its_noun():
    assert descriptions.antecedent(word(TEXT, "who")).text == "mayor"
    assert descriptions.noun_phrase(word(TEXT, "mayor")) == (1, 2)
    assert descriptions.is_definite(word(TEXT, "mayor"))
    assert descriptions.is_prominent(word(TEXT, "mayor"))


def test_who_is_joined_by_and_is_a_partner():
    assert descriptions.partner(word("Ada and Bo left.", "Ada")).text == "Bo"
    assert descriptions.partner(word("Ada left.", "Ada")) is None


@pytest.mark.parametrize(("noun", "agent"), [("violinist", True), ("table", False)])
def test_some_nouns_are_made_of_what_somebody_does(noun, agent):
    assert descriptions.is_agent(word(f"The {noun} left.", noun)) == agent


def test_the_head_of_a_range_is_who_is_meant():
    assert descriptions.head_of(doc(TEXT), (0, 2)).text == "mayor"


@pytest.mark.parametrize(
    ("text", "start", "end", "closed"),
    [("He said (it rained).", 8, 18, 19), ("He said it rained.", 8, 17, 17)],
)
def test_an_open_bracket_runs_to_the_mark_that_closes_it(text, start, end, closed):
    assert brackets.closed_end(text, start, end) == closed


def test_outlets_are_told_from_people():
    text = "A Reuters reporter left. The Harbour Times said no. The mayor left."
    found = [t for t in ("Times", "mayor") if outlets.is_outlet(word(text, t))]
    assert found == ["Times"]


@pytest.mark.parametrize(
    ("text", "source", "may"),
    [
        ("The mayor said it rained.", "mayor", True),
        ("The week said it rained.", "week", False),
    ],
)
def test_a_week_claims_nothing(text, source, may):
    assert claimants.may_claim(word(text, source), word(text, "said"), "clause") == may
