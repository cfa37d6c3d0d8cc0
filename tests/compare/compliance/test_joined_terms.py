"""What several reports say that was agreed is one term where it is one thing."""

import pytest
from dealt import compared, only, report

from variorum.compare.compliance.joined_terms import first_told, term_id

FRAME = "The Upland Army and the River Front signed a truce on 31 March 2031. Both sides are to {}."


def terms(one, other):
    case = compared(
        report(FRAME.format(one)), report(FRAME.format(other), "Herald", published="2031-04-02")
    )
    return [term for term in only(case).terms if not term.implied]


@pytest.mark.parametrize(
    ("one", "other", "many"),
    [
        ("establish a hotline between them", "set up a hot line and a joint room", 1),
        ("tell each other about their plans", "tell each other of troop movements", 1),
        ("establish a hotline between them", "set up a joint camp for the wounded", 2),
        ("tell each other about their plans", "tell the villagers of troop movements", 2),
    ],
)
def test_what_is_set_up_and_what_they_tell_each_other_is_one_term(one, other, many):
    found = terms(one, other)
    assert len(found) == many
    assert {term.id for term in found} == {term_id(term.span) for term in found}


def test_the_first_thing_told_counts():
    assert first_told(["", None, "3 May", "4 May"]) == "3 May"


def test_who_brought_them_together_is_described_as_no_party():
    texts = (
        "The Upland Army and the River Front signed a truce on 31 March 2031, brokered by Norland.",
        "Norland, the Upland Army and the River Front signed a truce on 31 March 2031.",
    )
    agreement = only(compared(*(report(text, f"P{n}") for n, text in enumerate(texts))))
    assert agreement.mediators == ("Norland",)
    assert all("Norland" not in telling.pact.parties for telling in agreement.tellings)
