"""Who passed a claim on, and which outlet a paragraph retells."""

import pytest

from sentences import doc, reading
from variorum.extract.attribution.rule_attributions import by_rules
from variorum.extract.relay.intermediaries import passed_through, with_citation
from variorum.extract.relay.retold import Outlets


@pytest.mark.parametrize(
    ("text", "through"),
    [
        ("Three men left, the mayor told Reuters.", ["Reuters"]),
        ("Three men left, the mayor said.", []),
    ],
)
def test_who_was_told_passed_it_on(text, through):
    attribution = by_rules(reading(text), doc(text))[0]
    passed = passed_through(attribution, attribution.source)
    assert [token.text for token in passed] == through


def test_who_is_cited_is_the_source_and_the_outlet_cites():
    text = "The Courier said three men left, citing officials."
    found = with_citation(by_rules(reading(text), doc(text))[0])
    assert (found.source.text, found.citer.text) == ("officials", "Courier")


def test_a_paragraph_that_an_outlet_opens_goes_on_with_it():
    text = "The Harbour Times reported a fire. Three men left, the mayor said."
    found = by_rules(reading(text), doc(text))
    outlets = Outlets(reading(text), found)
    assert [at and at.text for at in map(outlets.of, found)] == [None, "Times"]


def test_the_next_paragraph_is_the_documents_own():
    text = "The Harbour Times reported a fire.\n\nThree men left, the mayor said."
    found = by_rules(reading(text), doc(text))
    assert [at and at.text for at in map(Outlets(reading(text), found).of, found)] == [None, None]
