"""Terms as agreements and reports of them are really written."""

from __future__ import annotations

import pytest

from variorum.model import Document
from variorum.pipeline import extract

SIGNED = (
    "Marania and Telmora signed a ceasefire in Corvana on 3 May 2011, brokered by Norland. "
    "It took effect at once.\n"
)


def read(text):
    document = Document.from_text(text, published="2011-05-04", publisher="Courier", path="a.txt")
    claims = extract(document)
    pacts = [pact for claim in claims for pact in claim.pacts]
    clauses = [clause for claim in claims for clause in claim.clauses]
    return pacts, sorted(clauses, key=lambda clause: clause.span.start)


def terms(text):
    _, clauses = read(SIGNED + text)
    return [(clause.modality.value, clause.act) for clause in clauses]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "The four points read: no use of force; an end to all raids; Maranian forces withdraw "
            "to their bases; free passage for aid.",
            [
                ("must not", "use of force"),
                ("must", "an end to all raids"),
                ("must", "withdraw to their bases"),
                ("must", "free passage for aid"),
            ],
        ),
        ("Immediate release of all prisoners.", [("must", "immediate release of all prisoners")]),
        (
            "Under the deal Marania will halt its fire from Corr and Telmora will end its raids.",
            [("must", "halt its fire from Corr"), ("must", "end its raids")],
        ),
        (
            "The militia must either leave Corr or hand in its guns.",
            [("must", "leave Corr or hand in its guns")],
        ),
        (
            "The agencies shall have access to all camps.",
            [("may", "have access to all camps")],
        ),
        (
            "Under the deal all men are to be searched and screened by the guards.",
            [("must", "search and screen all men")],
        ),
        ("Raids across the river are forbidden.", [("must not", "Raids across the river")]),
        ("Both sides must free the men of the Lowland Army (LA).", None),
        ('"Marania must free my son," his mother said.', []),
        ("The agreement does not provide for a referendum.", []),
        ("More than 300 people are expected to be moved.", []),
    ],
)
def test_terms_are_read_as_they_are_written(text, told):
    if told is None:
        assert terms(text)[0][1].endswith("(LA)")
    else:
        assert terms(text) == told


def test_what_took_effect_at_once_began_when_it_was_made():
    ((pact, *_), _) = read(SIGNED)
    assert (pact.reached, pact.start) == ("2011-05-03", "2011-05-03")


def test_the_end_is_counted_from_how_long_it_lasts():
    text = "Marania and Telmora have agreed to a truce. "
    text += "It begins on 19 June 2011 and lasts six months."
    ((pact, *_), _) = read(text)
    assert (pact.start, pact.end) == ("2011-06-19", "2011-12-19")


def test_a_war_that_began_is_not_when_an_agreement_began():
    text = SIGNED.replace("It took effect at once.", "")
    text += "Both sides agree to the end of the war that began in 1996."
    ((pact, *_), _) = read(text)
    assert pact.start is None


def test_elders_who_worked_it_out_are_mediators():
    text = "The Corr Civil Council and tribal elders worked out the deal on 3 May. "
    text += "Under the evacuation deal the fighters may leave Corr. The army must search the buses."
    ((pact, *_), _) = read(text)
    assert pact.mediators == ("The Corr Civil Council", "tribal elders")


def test_a_wing_belongs_to_the_name_of_a_party():
    text = "An accord was concluded on 3 May between the Alliance and the Union of Corr (Red)."
    ((pact, *_), _) = read(text)
    assert pact.parties[1] == "the Union of Corr (Red)"
