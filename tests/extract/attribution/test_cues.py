"""Which words attribute, and which only look as if they did."""

from variorum.extract import extract
from variorum.language.parsing import parse
from variorum.model import Document, Form


def claims_of(text):
    document = Document.from_text(text, publisher="The Paper")
    return [c for c in extract(document, parse(document)) if c.form is not Form.NARRATED]


def test_a_storm_that_claims_lives_says_nothing():
    assert claims_of("The storm has claimed 488 lives so far, and the river is still rising.") == []
    assert claims_of("The storm claimed a total of 12 lives, and 13 people were hurt.") == []
    assert claims_of("The mayor claimed that a total of 12 lives were lost.")


def test_the_lives_that_are_claimed_stand_near():
    assert claims_of("The storm claimed a total of about 12 lives.") == []
    assert claims_of("The party claimed a big share in the better lives of farmers.")
