"""Claims about an agreement itself are kept with it: real, forged, doubted, leaked."""

import pytest
from dealt import TRUCE, claimed, compared, only, report
from hypothesis import given
from hypothesis import strategies as st

from variorum.compare.compliance.authenticity import authenticity, doubts
from variorum.model import Verdict, Vouching

DENIED, AFFIRMED, DOUBTED = Verdict.DENIED, Verdict.AFFIRMED, Verdict.DOUBTED
DEAL = f"{TRUCE} The army must not shell the valley towns."


def vouched(verdict, number=0, words="It is so."):
    claim = claimed(f"{words} {verdict.value} {number}")
    said = Vouching(agreement=number, verdict=verdict, span=claim.content[0])
    return claim.model_copy(update={"document": "one", "vouchings": (said,)})


def words(case, ids):
    return [case.claim_by_id[key].text for key in ids]


@pytest.mark.parametrize(
    ("said", "affirmed", "denied", "disputed"),
    [
        ("The River Front said that the agreement was real.", 1, 0, False),
        ("The document is genuine, a lawyer said.", 1, 0, False),
        ("The agreement is a forgery, the army said.", 0, 1, True),
        ("The army denied that there was any agreement.", 0, 1, True),
        ("The authenticity of the document has been disputed.", 0, 0, True),
        ("The document was leaked, the army said.", 0, 0, False),
    ],
)
def test_what_is_said_of_an_agreement_itself_is_kept_with_it(said, affirmed, denied, disputed):
    agreement = only(compared(report(f"{DEAL} {said}")))
    assert len(agreement.authenticity) == 1
    assert (len(agreement.affirmed), len(agreement.denied)) == (affirmed, denied)
    assert agreement.disputed is disputed


def test_an_agreement_of_which_nothing_is_said_is_not_disputed():
    agreement = only(compared(report(DEAL)))
    assert (agreement.authenticity, agreement.disputed) == ((), False)


def test_what_two_reports_say_of_one_agreement_stands_together():
    case = compared(
        report(f"{DEAL} The River Front said that the agreement was real."),
        report(f"{TRUCE} The agreement is a forgery, the army said.", "Herald", "2031-04-02"),
    )
    agreement = only(case)
    assert words(case, agreement.affirmed) == ["real"]
    assert words(case, agreement.denied) == ["a forgery"]
    assert set(agreement.authenticity) == {*agreement.affirmed, *agreement.denied}
    assert agreement.disputed


def test_what_is_said_of_one_agreement_is_not_said_of_another():
    other = report(
        "The Marsh Council and the Salt Guild reached a ceasefire on 3 May 2031. "
        "The agreement is a forgery, the guild said.",
        "Marsh News",
    )
    disputed = {a.parties[0]: a.disputed for a in compared(report(DEAL), other).agreements}
    assert disputed == {"The Upland Army": False, "The Marsh Council": True}


def test_claims_are_found_by_their_report_and_the_number_of_the_agreement_in_it():
    first, second = vouched(AFFIRMED, 0), vouched(DENIED, 1)
    found = doubts([first, second])
    assert authenticity(found, [("one", 0)])["affirmed"] == (first.id,)
    assert authenticity(found, [("one", 0)])["denied"] == ()
    assert authenticity(found, [("one", 1)])["denied"] == (second.id,)
    assert authenticity(found, [("two", 0)])["authenticity"] == ()


@given(st.lists(st.tuples(st.sampled_from(Verdict), st.integers(0, 1)), max_size=6))
def test_only_what_denies_or_doubts_disputes(said):
    claims = [vouched(v, number, f"Claim {n}.") for n, (v, number) in enumerate(said)]
    about = authenticity(doubts(claims), [("one", 0)])
    own = [verdict for verdict, number in said if number == 0]
    assert about["disputed"] == bool({DENIED, DOUBTED} & set(own))
    assert len(about["authenticity"]) == len(own)
    counts = len(about["affirmed"]), len(about["denied"])
    assert counts == (own.count(AFFIRMED), own.count(DENIED))
