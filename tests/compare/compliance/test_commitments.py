"""What was promised, ordered, meant or foretold outside agreements, and what came of it."""

import pytest
from dealt import compared, made, report
from hypothesis import given
from hypothesis import strategies as st

from variorum.model import ComplianceStatus, Stance

KEPT, BREACHED = ComplianceStatus.KEPT, ComplianceStatus.BREACHED
UNCLEAR, DISPUTED = ComplianceStatus.UNCLEAR, ComplianceStatus.DISPUTED

SIX_HOURS = "The contractor promised that the trip would take six hours."
SUM = "The company promised each driver between $4,000 and $6,000."
AIM = "The aim was for no foreign fighter to survive, Minister Ada Lund said."
PLEDGE = "The Stone Column has agreed to free eleven pilots by 12 April."
BRIDGE = "Mayor Ada Lund promised that the town would unlock the bridge by 12 April."


def after(said, *told, published="2031-04-19"):
    later = [report(each, f"Herald {n}", published) for n, each in enumerate(told)]
    return compared(report(said), *later)


@pytest.mark.parametrize(
    ("said", "holder", "told", "status"),
    [
        (SIX_HOURS, "contractor", "The trip took three days, a driver said.", BREACHED),
        (SIX_HOURS, "contractor", "The trip took six hours, a driver said.", KEPT),
        (SIX_HOURS, "contractor", "The meal took three days, a driver said.", UNCLEAR),
        (SUM, "company", "The company paid each driver about $800, the drivers said.", BREACHED),
        (SUM, "company", "The company paid each driver $5,000, the drivers said.", KEPT),
        (SUM, "company", "The company paid each cook $800, the cooks said.", UNCLEAR),
        (AIM, "Ada Lund", "Four foreign fighters got away on 8 April, a baker said.", BREACHED),
        (AIM, "Ada Lund", "Some foreign fighters escaped from the mill.", BREACHED),
        (AIM, "Ada Lund", "All foreign fighters died, a baker said.", KEPT),
        (AIM, "Ada Lund", "Nine nurses got away on 8 April, a baker said.", UNCLEAR),
        (BRIDGE, "Ada Lund", "The town did not unlock the bridge, a baker said.", BREACHED),
        (BRIDGE, "Ada Lund", "The town unlocked the bridge on 11 April, a baker said.", KEPT),
        (BRIDGE, "Ada Lund", "The town unlocked the cellar on Friday, a baker said.", UNCLEAR),
    ],
)
def test_what_was_promised_or_meant_is_held_against_what_came(said, holder, told, status):
    one = made(after(said, told), holder)
    assert one.status is status
    assert bool(one.claims) is (status is not UNCLEAR)


def pledge(case):
    """Return what the Stone Column is told to have agreed to do."""
    (one,) = [c for c in case.commitments if c.due == "2031-04-12"]
    return one


@pytest.mark.parametrize(
    ("told", "status"),
    [
        (["The Stone Column freed the eleven pilots on 10 April."], KEPT),
        (["The Stone Column has not freed the pilots, the ministry said."], BREACHED),
        (["The River Front freed the eleven pilots on 10 April."], UNCLEAR),
        (["The Stone Column freed the eleven pilots on 10 March."], UNCLEAR),
        (["The Stone Column freed its mules on Friday."], UNCLEAR),
        (
            [
                "The Stone Column freed the eleven pilots on 10 April.",
                "The Stone Column has not freed the pilots, the ministry said.",
            ],
            DISPUTED,
        ),
        ([], UNCLEAR),
    ],
)
def test_a_single_pledge_is_kept_broken_disputed_or_unclear(told, status):
    one = pledge(after(PLEDGE, *told))
    assert one.status is status
    assert (one.holder, one.stance) == ("The Stone Column", Stance.PROMISES)
    assert one.content == PLEDGE.removesuffix(".")


def test_a_pledge_that_is_not_due_yet_is_not_broken():
    told = "The Stone Column has not freed the pilots, the ministry said."
    assert pledge(after(PLEDGE, told, published="2031-04-08")).status is UNCLEAR


@pytest.mark.parametrize(
    ("said", "because"),
    [
        (SIX_HOURS, "What was promised did not come about: “six hours” against “three days”."),
        (
            "The trip will take six hours, the contractor said.",
            "What was foretold did not come about: “six hours” against “three days”.",
        ),
    ],
)
def test_the_reason_names_what_was_said_and_what_came(said, because):
    case = after(said, "The trip took three days, a driver said.")
    one = made(case, "contractor")
    assert one.because == because
    assert [case.claim_by_id[claim].text for claim in one.claims] == ["The trip took three days"]


@pytest.mark.parametrize(
    ("said", "holder", "stance", "word"),
    [
        (SIX_HOURS, "contractor", Stance.PROMISES, "promised"),
        (AIM, "Ada Lund", Stance.INTENDS, "intended"),
        ("The envoy ordered the army to unlock the bridge.", "envoy", Stance.ORDERS, "ordered"),
        ("The bridge will be open by May, the mayor said.", "mayor", Stance.PREDICTS, "foretold"),
    ],
)
def test_without_any_report_of_what_came_it_stays_unclear(said, holder, stance, word):
    one = made(after(said), holder)
    assert (one.status, one.stance, one.claims) == (UNCLEAR, stance, ())
    assert one.because == f"No report tells what came of what was {word}."


def test_what_nobody_promised_is_no_commitment():
    assert after("The trip took three days, a driver said.").commitments == ()


@pytest.mark.parametrize("how", ["must", "will", "is to"])
def test_the_terms_of_an_agreement_are_no_commitments_besides(how):
    text = (
        "The Upland Army and the River Front signed a ceasefire on 31 March 2031. "
        f"The army {how} free eleven pilots by 12 April."
    )
    case = compared(report(text))
    acts = [term.act for one in case.agreements for term in one.terms if not term.implied]
    assert acts == ["free eleven pilots by 12 April"]
    assert case.commitments == ()


def test_a_promise_and_its_outcome_may_stand_in_one_report():
    one = made(after(f"{SUM} Each driver was paid about $800, a driver said."), "company")
    assert one.status is BREACHED


def test_one_claim_does_not_both_keep_and_break_a_promise():
    said = "The contractor promised the drivers that the trip would take six hours."
    case = after(f"{said} The trip took three days, a driver said.")
    assert made(case, "contractor").status is BREACHED


LATER = [
    report("The trip took three days, a driver said.", "Herald", "2031-04-19"),
    report("The trip took six hours, a baker said.", "Post", "2031-04-20"),
    report("The Stone Column has not freed the pilots, the ministry said.", "Echo", "2031-04-20"),
    report(SIX_HOURS),
    report(PLEDGE, "Gazette", "2031-04-02"),
]


@given(st.permutations(LATER))
def test_the_order_of_the_reports_changes_nothing(documents):
    def told(case):
        return [
            one.model_copy(update={"claims": tuple(sorted(one.claims))}) for one in case.commitments
        ]

    assert told(compared(*documents)) == told(compared(*LATER))


def test_broken_commitments_come_first_and_those_without_an_outcome_last():
    case = compared(*LATER, report(AIM, "Radio"))
    outcomes = [one.status for one in case.commitments]
    assert outcomes[0] is BREACHED
    assert outcomes[-1] is UNCLEAR
    assert [bool(one.claims) for one in case.commitments] == sorted(
        [bool(one.claims) for one in case.commitments], reverse=True
    )


@pytest.mark.parametrize(
    ("told", "status"),
    [
        ("The town moved 40 families from Tarn on 9 April, a baker said.", KEPT),
        ("The town moved 40 families on 9 April, a baker said.", UNCLEAR),
        ("The town may have moved 40 families from Tarn on 9 April, a baker said.", UNCLEAR),
    ],
)
def test_a_promise_with_a_place_is_kept_there_and_only_by_what_is_sure(told, status):
    said = "Mayor Ada Lund promised that the town would move 40 families from Tarn."
    assert made(after(said, told), "Ada Lund").status is status


def test_a_long_claim_is_quoted_in_part():
    told = (
        "All foreign fighters died on 8 April in the old mill by the river that the town had"
        " unlocked for them that week, a baker said."
    )
    one = made(after(AIM, told), "Ada Lund")
    assert one.status is KEPT
    assert one.because.endswith("that the town had unloc…”.")
