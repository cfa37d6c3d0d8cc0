"""What is said of an agreement as a whole stays with the agreement."""

import pytest
from dealt import DEAL, NOBODY, TRUCE, compared, judged, only, report

from variorum.compare.compliance.wholes import of_wholes
from variorum.model import ComplianceStatus

TERMS = "The army must open the gate. The front must free 40 prisoners. The front must leave Orrin."


def said(told, published="2031-04-12", *, frame=DEAL):
    about = f"The Upland Army met the River Front. {told}"
    (first, *_) = judged(TERMS, about, published, frame=frame).agreements
    whole = [(found.status.value, found.by) for found in first.compliance]
    return whole, [found.status.value for term in first.terms for found in term.compliance]


@pytest.mark.parametrize(
    ("told", "whole"),
    [
        ("The accord held, the mayor said.", [("kept", None)]),
        ("The accord has not held for a day.", [("breached", None)]),
        ("The accord held by the bank was printed twice.", []),
        ("The deal collapsed on 9 April.", [("breached", None)]),
        ("The Upland Army broke the deal on 9 April.", [("breached", "the Upland Army")]),
        ("The Upland Army respected the deal, monitors said.", [("kept", "the Upland Army")]),
        ("The mayor said the shooting was a violation of the deal.", [("breached", None)]),
        ("Monitors recorded 40 violations of the deal.", [("breached", None)]),
        ("Monitors saw no violation of the deal.", [("kept", None)]),
        ("Brigands broke the deal on 9 April.", []),
        ("The Upland Army broke the deal on 9 March.", []),
        ("The mayor warned of possible violations of the deal.", []),
        ("Monitors will investigate violations of the deal.", []),
        ("The Upland Army broke a truce on 9 April.", []),
        ("The front vowed to respect the deal.", []),
        ("Terms of the deal that had been kept back were printed.", []),
    ],
)
def test_a_verdict_on_the_whole_is_no_verdict_on_a_term(told, whole):
    assert said(told) == (whole, [])


@pytest.mark.parametrize("told", ["The deal collapsed.", "The Upland Army slept. The deal held."])
def test_a_report_that_names_not_both_parties_may_speak_of_another_deal(told):
    (first, *_) = judged(TERMS, told, frame=DEAL).agreements
    assert first.compliance == ()


def test_of_a_truce_it_is_said_of_holding_fire_as_well():
    case = compared(
        report(TRUCE), report("The Upland Army broke the truce on 9 April.", "Herald", "2031-04-12")
    )
    (term,) = only(case).terms
    assert term.implied
    assert [found.status for found in only(case).compliance] == [ComplianceStatus.BREACHED]
    assert [found.status for found in term.compliance] == [ComplianceStatus.BREACHED]


def test_what_breaks_it_by_a_deed_of_a_term_is_said_of_the_term():
    case = judged(
        "The army must not shell the valley towns.",
        "The front accused the Upland Army of breaking the truce by shelling the valley towns.",
    )
    (term,) = [term for term in only(case).terms if not term.implied]
    assert [found.status for found in term.compliance] == [ComplianceStatus.BREACHED]
    assert only(case).compliance == ()


def test_what_may_be_said_of_two_agreements_is_said_of_neither():
    other = report(
        "The Marsh Council and the Salt Guild signed an accord on 30 March 2031 on salt. The "
        "council shall lift its toll.",
        "Gazette",
    )
    one = report(f"{DEAL} {TERMS}")
    names = "The Upland Army, the River Front, the Marsh Council and the Salt Guild met."
    late = report(f"{names} The deal collapsed on 9 April.", "Herald", "2031-04-12")
    case = compared(one, other, late)
    assert [found for agreement in case.agreements for found in agreement.compliance] == []


def test_each_agreement_has_its_list_also_where_nothing_is_said():
    agreement = only(compared(report(TRUCE)))
    assert of_wholes([agreement, agreement], [], NOBODY, lambda _: None, {}) == [[], []]
