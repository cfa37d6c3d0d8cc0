import pytest

from variorum.extract import extract
from variorum.language.parsing import parse
from variorum.model import Document, Form, Stance


def claims_of(text):
    document = Document.from_text(text, publisher="The Paper")
    return extract(document, parse(document))


@pytest.mark.parametrize(
    "text",
    [
        "Norway, which supports the islanders, and Iceland brokered the pact on Sunday.",
        "Judge Ida Holm drew up the report for the Assembly in March.",
        "Harbour Radio has seen the report on the ferry, which sank in March.",
        "The mayor of Ardel thanked the crews on Sunday for their help.",
        "Anna Berg, of Ardel, did not answer a request for comment on Sunday.",
        "The ferry was expected to reach Ardel on Sunday with the mail.",
        "The pact of Ardel was not meant to cover the trawlers in March.",
    ],
)
def test_an_act_or_an_attitude_is_told_by_the_report_itself_and_in_one_piece(text):
    (claim,) = claims_of(text)
    assert claim.form is Form.NARRATED
    assert [span.exact for span in claim.content] == [text.rstrip(".")]


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("The report supports the claim that the ferry was too old.", Stance.ASSERTS),
        ("The inspector sees the same fault in all ferries of the line.", Stance.ASSERTS),
        ("The owner denied the charges.", Stance.DENIES),
        ("Norway has agreed to hand over 40 sailors.", Stance.PROMISES),
        ("The owner regretted the accident.", Stance.ASSERTS),
    ],
)
def test_what_is_said_of_a_thing_stays_a_claim_of_its_speaker(text, stance):
    assert stance in {c.stance for c in claims_of(text) if c.form is not Form.NARRATED}


def test_what_lies_ahead_stays_a_claim_where_another_speaks_beside_it():
    claims = claims_of("The ferry is expected to sail on; the port called it a great success.")
    assert any(c.text.startswith("The ferry") for c in claims)
