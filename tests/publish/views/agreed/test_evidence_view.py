"""What claims say of a term: their words are short, and the strongest word is told."""

from dataclasses import replace

from variorum.case import Case
from variorum.model import BreachStanding, ComplianceStatus
from variorum.publish.base.index import Index
from variorum.publish.views.agreed.evidence_view import LONGEST_WORDS, evidence, strongest


def terms(case: Case):
    return [term for agreement in case.agreements for term in agreement.terms]


def test_every_claim_on_a_term_is_quoted_in_a_line(truce: Case) -> None:
    index = Index(truce)
    told = [one for term in terms(truce) for one in term.compliance]
    assert told
    for one in told:
        shown = evidence(index, one)
        assert (shown.quotation is not None) == (one.claim in truce.claim_by_id)
        assert bool(shown.words) == (shown.quotation is not None)
        assert len(shown.words) <= LONGEST_WORDS
        assert shown.because == one.because


def test_long_words_are_cut_where_the_line_ends(truce: Case) -> None:
    bearing = [one for term in terms(truce) for one in term.compliance]
    told = next(one for one in bearing if one.claim in truce.claim_by_id)
    claim = truce.claim_by_id[told.claim]
    long = claim.content[0].model_copy(update={"exact": "word " * 60})
    claims = tuple(
        c.model_copy(update={"content": (long,)}) if c is claim else c for c in truce.claims
    )
    words = evidence(Index(replace(truce, claims=claims)), told).words
    assert len(words) == 180
    assert words.endswith("…")


def test_a_claim_that_the_case_does_not_hold_has_no_quotation(truce: Case) -> None:
    (told, *_) = [one for term in terms(truce) for one in term.compliance]
    gone = told.model_copy(update={"claim": "no such claim"})
    assert evidence(Index(truce), gone).quotation is None


def test_the_standing_of_a_term_is_the_strongest_of_its_claims(truce: Case) -> None:
    breached = next(t for t in terms(truce) if t.status is ComplianceStatus.BREACHED)
    one = breached.compliance[0]
    both = [
        one.model_copy(update={"status": breached.status, "standing": standing})
        for standing in (BreachStanding.ALLEGED, BreachStanding.VERIFIED)
    ]
    term = breached.model_copy(update={"compliance": tuple(both)})
    assert strongest(term) == BreachStanding.VERIFIED.value
    assert strongest(term.model_copy(update={"compliance": ()})) == ""
