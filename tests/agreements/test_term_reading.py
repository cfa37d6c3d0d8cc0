"""Which norms of a text are the terms of an agreement, and which stand apart."""

import pytest

from variorum.agreements.bargains import bargain
from variorum.agreements.term_reading import agreements
from variorum.language import parsing
from variorum.model import Document, Modality, Section
from variorum.pipeline import extract

SIGNED = "Veska and Torlan signed a truce. "


def read(text, **fields):
    document = Document.from_text(text, published="2021-05-04", publisher="The Paper")
    document = document.model_copy(update=fields)
    return agreements(document, parsing.parse(document), (), ())


def terms(text):
    return [clause.span.exact for clause in read(text)[1]]


@pytest.mark.parametrize(
    "text",
    [
        SIGNED + "Veska must open the gate.",
        SIGNED + "Veska will open the gate.",
        "Under a deal between Veska and Torlan, Veska must open the gate.",
        "Veska and Torlan have come to terms. Veska must open the gate.",
        "It has been agreed that Veska must open the gate. Torlan shall pay.",
        SIGNED + "It snowed. It froze. Veska must open the gate.",
    ],
)
def test_what_is_told_beside_an_agreement_is_a_term(text):
    assert [one for one in terms(text) if "the gate" in one]


@pytest.mark.parametrize(
    "text",
    [
        SIGNED + "You must open the gate.",
        SIGNED + "The aim is to open the gate.",
        SIGNED + "The mayor will hope to open the gate.",
        SIGNED + "Must Veska open the gate?",
        SIGNED + "A cook will open the gate.",
        SIGNED + "The truce may be renewed.",
        SIGNED + "It snowed. It froze. It hailed. It rained. It thawed. A cook must open the gate.",
        "The mayor must open the gate.",
    ],
)
def test_what_binds_no_party_or_stands_far_away_is_no_term(text):
    assert terms(text) == []


def test_joined_verbs_are_terms_each():
    text = (
        "The army and the rebels signed a truce. The army shall cease fire and pull its guns back."
    )
    assert [(clause.act, clause.obligors) for clause in read(text)[1]] == [
        ("cease fire", ("The army",)),
        ("pull its guns back", ("The army",)),
    ]


def test_a_weak_norm_is_a_term_only_of_a_party():
    text = SIGNED + "Veska will open the gate. A cook will bake bread."
    assert terms(text) == ["Veska will open the gate"]


def test_what_is_told_in_the_present_is_a_term_only_of_a_party():
    text = "Under the truce between Veska and Torlan, Veska opens the gate and a cook gives bread."
    assert [clause.obligors for clause in read(text)[1]] == [("Veska",)]


def test_all_that_the_text_of_an_agreement_bids_is_a_term():
    text = "TRUCE\n\n1. Veska shall open the gate.\n\n2. Torlan may fish.\n\n3. Nobody shall shout."
    pacts, clauses, _ = read(text)
    assert len(pacts) == 1
    assert [clause.modality for clause in clauses] == [
        Modality.MUST,
        Modality.MAY,
        Modality.MUST_NOT,
    ]


def test_the_terms_of_two_agreements_are_kept_apart_by_section():
    first = SIGNED + "Both sides shall open the gate.\n\n"
    text = first + "Ouden and Tresk signed a deal. Ouden shall pay the fee."
    sections = (
        Section(label="first", start=0, end=len(first)),
        Section(label="second", start=len(first), end=len(text)),
    )
    pacts, clauses, _ = read(text, sections=sections)
    assert [pact.parties for pact in pacts] == [("Veska", "Torlan"), ("Ouden", "Tresk")]
    assert [(clause.agreement, clause.act) for clause in clauses] == [
        (0, "open the gate"),
        (1, "pay the fee"),
    ]


def test_what_is_no_term_is_kept_apart():
    _, clauses, apart = read("The mayor promised to resign. Voters must decide. The gate may open.")
    assert clauses == []
    assert [(one.act, one.agreement, one.sworn) for one in apart] == [
        ("resign", None, True),
        ("decide", None, False),
    ]


def test_a_term_is_not_kept_apart_too():
    _, clauses, apart = read(SIGNED + "Veska must open the gate. Voters must decide.")
    assert not {one.span.start for one in clauses} & {one.span.start for one in apart}


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("The army and the rebels have agreed to open the gate.", "agreed"),
        ("Both sides agreed on the following.", "agreed"),
        ("The ministers of Veska and Torlan agreed to meet.", "agreed"),
        ("It had been agreed that the gate would open.", "agreed"),
        ("Veska and Torlan have come to terms.", "come"),
        ("Veska and Torlan settled on a plan.", "settled"),
        ("What Veska and Torlan had settled was simple.", "settled"),
        ("The army has agreed to open the gate.", None),
        ("The army and the rebels have not agreed to meet.", None),
        ("Veska and Torlan came to an inn.", None),
    ],
)
def test_a_bargain_may_be_told_by_its_verb(text, verb):
    document = Document.from_text(text, published="2021-05-04")
    (sentence,) = parsing.parse(document).sents
    found = bargain(sentence)
    assert (found.text if found is not None else None) == verb


def test_what_the_monitors_plan_is_no_term():
    told = terms(
        "The army and the rebels signed a truce on 3 May 2021. Monitors said their teams would "
        "investigate the claims. The monitors will verify the pullout."
    )
    assert [act for act in told if "investigate" in str(act)] == []
    assert [act for act in told if "verify" in str(act)]


def told_by(text, published):
    """Return the agreements and the terms of a whole reading, with its dates."""
    claims = extract(Document.from_text(text, published=published, publisher="P", path="a.txt"))
    clauses = [clause for claim in claims for clause in claim.clauses]
    return [pact for claim in claims for pact in claim.pacts], clauses


def test_a_number_of_soldiers_is_no_year():
    _, clauses = told_by(
        "The army and the rebels signed a truce on 3 May 2021. The army shall deploy a force of "
        "1960 soldiers.",
        "2021-05-04",
    )
    assert [clause.due for clause in clauses] == [None]


def test_what_was_agreed_was_agreed_before_it_was_reported():
    text = (
        "On Friday, the Upland leader Anna Sorl and rebel leader Ivo Brann agreed to halt fighting "
        "by Saturday evening."
    )
    pacts, _ = told_by(text, "2014-05-11")
    assert [pact.reached for pact in pacts if (pact.reached or "") > "2014-05-11"] == []


def test_an_update_may_tell_of_what_was_agreed_after_the_report():
    pacts, _ = told_by("The army and the rebels signed a truce on 3 June 2021.", "2021-05-04")
    assert [pact.reached for pact in pacts] == ["2021-06-03"]
