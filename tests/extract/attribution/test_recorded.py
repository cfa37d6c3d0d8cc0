import pytest

from variorum.extract import extract
from variorum.language.parsing import parse
from variorum.model import Certainty, Document, Form, Stance


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


def test_who_says_it_according_to_a_paper_says_it_through_the_paper():
    (claim,) = claims_of("The ferry sank with 40 people, Ann Lee said according to Reuters.")
    assert [link.name for link in claim.relay] == ["The Paper", "Reuters", "Ann Lee"]
    assert claim.text == "The ferry sank with 40 people"


def test_what_a_table_lists_is_not_what_another_counts():
    text = "The ministry gave 40 killed and 34 wounded, while the paper's table lists 31 injured."
    assert "40 killed and 34 wounded" in {c.text for c in claims_of(text)}


def test_names_in_a_list_are_all_named():
    (claim,) = claims_of("Ann Lee, Bob Fox and Jim Orr said that 40 left.")
    assert claim.speaker.name == "Ann Lee, Bob Fox and Jim Orr"


def test_this_person_is_whom_the_paragraph_told_of():
    text = (
        "A member of an aid group said: “We do not know.” "
        "Over 50 people died, maybe more, this person said."
    )
    claim = claims_of(text)[-1]
    assert claim.speaker.name == "member of an aid group"
    assert claim.certainty is Certainty.CERTAIN
