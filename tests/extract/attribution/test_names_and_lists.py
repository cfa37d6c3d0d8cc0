"""Who speaks where several are listed or meant, and what another beside them says."""

from variorum.extract import extract
from variorum.language.parsing import parse
from variorum.model import Certainty, Document


def claims_of(text):
    document = Document.from_text(text, publisher="The Paper")
    return extract(document, parse(document))


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
