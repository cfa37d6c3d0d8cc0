"""What people ask for, foretell or describe is no term of the agreement that is told near it."""

import pytest

from variorum.model import Document
from variorum.pipeline import extract

SIGNED = (
    "Marania and Telmora signed a ceasefire in Corvana on 3 May 2011, which Norland brokered.\n"
)


def terms(text):
    document = Document.from_text(
        SIGNED + text, published="2011-05-04", publisher="Courier", path="a.txt"
    )
    claims = extract(document)
    return [clause.act for claim in claims for clause in claim.clauses]


@pytest.mark.parametrize(
    "text",
    [
        "If the truce is to hold, the world must send money to the valley at once.",
        "The union wants the mayor to agree to cutting wages.",
        "The main focus of the army has been to keep the road to the coast.",
        "May God punish the gunners, an old man cried.",
        "The next round of talks is to be held in Corvana on 9 May.",
        "The mandate of the observers is limited to two bridges.",
        "The treaty that bans such mines has 160 members.",
        "The envoys must respect the ceasefire, a bishop said.",
        "Experts are supposed to brief the council on Friday.",
    ],
)
def test_what_is_no_term(text):
    assert terms(text) == []


def test_what_must_be_done_is_a_demand_where_the_text_has_gone_on_to_other_things():
    far = "The road to the coast is long. Rain fell. It is cold in the hills. "
    assert terms("The militia must leave Corr.") == ["leave Corr"]
    assert terms("Rain fell all day. The militia must leave Corr.") == ["leave Corr"]
    assert terms(f"{far}The militia must leave Corr.") == []


def test_it_is_the_agreement_that_the_sentence_before_is_about():
    text = "The truce covers two valleys. It obliges Marania to free all miners."
    assert terms(text) == ["free all miners"]


def test_what_the_deal_will_see_somebody_do_is_a_term():
    assert terms("The deal will see Marania release 300 miners.") == ["release 300 miners"]


def test_what_is_hoped_for_and_talks_that_are_attended_are_no_terms():
    assert terms('"I believe that Marania will never see war again," the envoy said.') == []
    assert terms("Both sides agreed to attend the next round of talks.") == []
