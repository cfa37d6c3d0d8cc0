"""Whose word a term stands on: which claim has which agreement, term, pledge and vouching."""

import pytest

from variorum.agreements.attach import told_by, with_pledges
from variorum.agreements.authenticity_claims import Vouched
from variorum.agreements.term_reading import agreements
from variorum.language import parsing
from variorum.model import (
    Certainty,
    Claim,
    Document,
    Form,
    SpeakerKind,
    Stance,
    Verdict,
    Vouching,
)
from variorum.pipeline import extract
from variorum.text import span

TRUCE = "Veska and Torlan signed a truce."
TERM = "Both sides shall open the gate"


@pytest.fixture(scope="module")
def document():
    text = f"Ilva Brenn said that {TRUCE} {TERM}. The ministry denied it."
    return Document.from_text(text, published="2021-05-04", publisher="The Paper")


@pytest.fixture(scope="module")
def found(document):
    return agreements(document, parsing.parse(document), (), ())


def words(document, exact):
    start = document.text.index(exact)
    return span(document, start, start + len(exact))


def claim(document, exact, stance=Stance.ASSERTS):
    content = (words(document, exact),)
    return Claim.narrated(document, content, hedges=(), certainty=Certainty.CERTAIN, stance=stance)


def vouched(document, verb, *, speaker):
    at = words(document, verb)
    who = words(document, speaker) if speaker else None
    return Vouched(
        vouching=Vouching(agreement=0, verdict=Verdict.DENIED, span=at),
        verb=at,
        content=words(document, "it"),
        speaker=(speaker, who, SpeakerKind.UNNAMED) if who else None,
    )


def test_the_innermost_claim_tells_the_term(document, found):
    pacts, clauses, _ = found
    outer = claim(document, f"{TRUCE} {TERM}. The ministry denied it.")
    inner = claim(document, TERM)
    one, other = told_by([outer, inner], document, pacts, clauses, ())
    assert (one.clauses, other.clauses) == ((), tuple(clauses))
    assert (one.pacts, other.pacts) == (tuple(pacts), ())


def test_a_term_that_no_claim_holds_is_the_documents_own(document, found):
    _, clauses, _ = found
    (made,) = told_by([], document, (), clauses, ())
    assert made.form is Form.NARRATED
    assert made.speaker.name == "The Paper"
    assert (made.text, made.clauses) == (TERM, tuple(clauses))


def test_half_of_a_terms_words_are_not_enough(document, found):
    _, clauses, _ = found
    short = claim(document, "sides shall")
    told = told_by([short], document, (), clauses, ())
    assert [(one.text, len(one.clauses)) for one in told] == [(TERM, 1), ("sides shall", 0)]


def test_claims_that_are_added_stand_in_their_place(document, found):
    pacts, clauses, _ = found
    last = claim(document, "The ministry denied it")
    told = told_by([last], document, pacts, clauses, ())
    assert [one.start for one in told] == sorted(one.start for one in told)
    assert len(told) == 3


def test_what_a_sentence_affirms_is_said_by_the_claim_with_its_verb(document):
    place = words(document, "denied")
    own = claim(document, "it.").model_copy(update={"cue": place})
    (one,) = told_by([own], document, (), (), [vouched(document, "denied", speaker="The ministry")])
    assert [vouching.verdict for vouching in one.vouchings] == [Verdict.DENIED]


def test_who_denies_it_gets_a_claim_where_there_is_none(document):
    (one,) = told_by([], document, (), (), [vouched(document, "denied", speaker="The ministry")])
    assert (one.speaker.name, one.stance, one.form) == (
        "The ministry",
        Stance.DENIES,
        Form.INDIRECT,
    )
    assert [link.name for link in one.relay] == ["The Paper", "The ministry"]


def test_a_denial_by_nobody_is_the_documents_own(document):
    (one,) = told_by([], document, (), (), [vouched(document, "denied", speaker=None)])
    assert (one.speaker.name, one.form) == ("The Paper", Form.NARRATED)


@pytest.mark.parametrize(
    ("text", "stance", "count"),
    [
        ("The mayor will leave the town.", Stance.PROMISES, 1),
        ("The mayor will leave the town.", Stance.ASSERTS, 0),
        ("The mayor will leave the town.", Stance.DENIES, 0),
        ("The mayor was not to leave the town.", Stance.ASSERTS, 1),
    ],
)
def test_a_pledge_is_a_commitment_of_its_claim(text, stance, count):
    document = Document.from_text(text, published="2021-05-04", publisher="The Paper")
    _, _, apart = agreements(document, parsing.parse(document), (), ())
    (one,) = with_pledges([claim(document, text, stance)], document, apart)
    assert len(one.pledges) == count


def test_a_claim_with_terms_makes_no_pledges(document, found):
    _, clauses, _ = found
    own = claim(document, TERM, Stance.PROMISES).model_copy(update={"clauses": tuple(clauses)})
    (one,) = with_pledges([own], document, clauses)
    assert one.pledges == ()


def test_what_somebody_has_promised_is_told_even_where_no_claim_holds_it():
    document = Document.from_text("The mayor promised to leave.", publisher="The Paper")
    _, _, apart = agreements(document, parsing.parse(document), (), ())
    (one,) = with_pledges([], document, apart)
    assert [pledge.act for pledge in one.pledges] == ["leave"]


def test_ids_are_the_same_in_every_run_and_no_two_alike():
    text = f"{TRUCE} {TERM}. The ministry declared the document a fake. Veska has affirmed it."
    document = Document.from_text(text, published="2021-05-04", publisher="The Paper")
    first, second = extract(document), extract(document)
    assert [one.id for one in first] == [one.id for one in second]
    assert len({one.id for one in first}) == len(first)


def test_a_reported_speaker_answers_for_the_terms_in_their_words():
    text = f"{TRUCE} Ilva Brenn said both sides must open the gate."
    document = Document.from_text(text, published="2021-05-04", publisher="The Paper")
    (one,) = [one for one in extract(document) if one.clauses]
    assert one.speaker.name == "Ilva Brenn"
