"""Term by term: who says that it was kept or broken, how surely, and what that leaves of it."""

from datetime import date

import pytest
from dealt import DEAL, TRUCE, compared, evidence, judged, only, report, statuses, terms
from hypothesis import given
from hypothesis import strategies as st

from variorum.compare.compliance.compliance import amount_in, settled
from variorum.model import BreachStanding, Compliance, ComplianceStatus, Interest

KEPT, BREACHED = ComplianceStatus.KEPT, ComplianceStatus.BREACHED
PARTLY, NOT_DUE = ComplianceStatus.PARTLY, ComplianceStatus.NOT_DUE
UNCLEAR, DISPUTED = ComplianceStatus.UNCLEAR, ComplianceStatus.DISPUTED
POTENTIAL, ALLEGED = BreachStanding.POTENTIAL, BreachStanding.ALLEGED
VERIFIED = BreachStanding.VERIFIED

BAN = "The army must not shell the valley towns."
RELEASE = "The front must free 40 prisoners by 10 April."
SHELLED = "The army shelled the valley towns on 9 April"


@pytest.mark.parametrize(
    ("who", "interest"),
    [
        ("residents said", Interest.THIRD),
        ("the mayor said", Interest.THIRD),
        ("the River Front said", Interest.OTHER_PARTY),
        ("the front said", Interest.OTHER_PARTY),
        ("the Upland Army said", Interest.OBLIGOR),
        ("observers said", Interest.MONITOR),
        ("monitors of the Lake Union said", Interest.MONITOR),
        ("the ceasefire commission said", Interest.MONITOR),
    ],
)
def test_it_is_told_where_whoever_reports_stands(who, interest):
    (found,) = evidence(judged(BAN, f"{SHELLED}, {who}."))
    assert found.interest is interest


def test_a_mediator_is_known_as_such():
    frame = (
        "The Upland Army and the River Front signed a ceasefire mediated by the Lake Union on "
        "31 March 2031. It runs from 1 April to 30 April."
    )
    case = judged(BAN, f"{SHELLED}, the Lake Union said.", frame=frame)
    assert only(case).mediators == ("the Lake Union",)
    assert [found.interest for found in evidence(case)] == [Interest.MEDIATOR]


def test_a_report_that_names_no_speaker_is_that_of_its_publisher():
    told = report(f"{SHELLED}.", "The Upland Army", "2031-04-12")
    (found,) = evidence(compared(report(f"{TRUCE} {BAN}"), told))
    assert found.interest is Interest.OBLIGOR


def test_a_driver_is_a_third_side():
    (found,) = evidence(judged(BAN, f"{SHELLED}, a driver said."))
    assert found.interest is Interest.THIRD


@pytest.mark.parametrize(
    ("told", "standing"),
    [
        (f"{SHELLED}, residents said.", ALLEGED),
        ("The army apparently shelled the valley towns on 9 April.", POTENTIAL),
        ("The army allegedly shelled the valley towns on 9 April.", POTENTIAL),
        ("Perhaps the army shelled the valley towns, he said.", POTENTIAL),
        ("The mayor thinks that the army shelled the valley towns.", POTENTIAL),
    ],
)
def test_a_breach_is_alleged_where_it_is_told_for_sure_and_else_potential(told, standing):
    (found,) = evidence(judged(BAN, told))
    assert (found.status, found.standing) == (BREACHED, standing)


@pytest.mark.xfail(
    strict=True,
    reason="what may have been done has no proposition, and so is no act",
)
def test_what_may_have_been_done_is_a_potential_breach():
    (found,) = evidence(judged(BAN, "The army may have shelled the valley towns, residents said."))
    assert found.standing is POTENTIAL


def test_only_a_person_verifies_and_only_the_pair_that_is_named():
    documents = report(f"{TRUCE} {BAN}"), report(f"{SHELLED}, residents said.", "Herald")
    (found,) = evidence(compared(*documents))
    assert found.standing is ALLEGED
    (term,) = terms(compared(*documents))
    (verified,) = evidence(compared(*documents, verified=frozenset({(term.id, found.claim)})))
    assert verified == found.model_copy(update={"standing": VERIFIED})
    other = frozenset({(term.id, "claim-other"), ("term-other", found.claim)})
    assert evidence(compared(*documents, verified=other)) == [found]


def test_a_potential_breach_leaves_a_term_unclear_until_it_is_verified():
    documents = (
        report(f"{TRUCE} {BAN}"),
        report("The army apparently shelled the valley towns on 9 April.", "Herald", "2031-04-12"),
    )
    case = compared(*documents)
    (term,), (found,) = terms(case), evidence(case)
    assert (term.status, term.because) == (UNCLEAR, "Only potential breaches are reported.")
    (verified,) = terms(compared(*documents, verified=frozenset({(term.id, found.claim)})))
    assert verified.status is BREACHED


def test_claims_that_disagree_leave_a_term_disputed():
    case = compared(
        report(f"{TRUCE} {BAN}"),
        report(f"{SHELLED}, residents said.", "Herald", "2031-04-12"),
        report("The army did not shell the valley towns, the army said.", "Post", "2031-04-12"),
    )
    (term,) = terms(case)
    assert sorted(statuses(case)) == ["breached", "kept"]
    assert term.status is DISPUTED
    assert term.because == "1 claim that it was kept, 1 that it was not."


def test_what_is_due_after_the_last_report_is_not_due():
    (term, _) = terms(compared(report(f"{TRUCE} {RELEASE}")))
    assert term.status is NOT_DUE
    assert term.because == "It is due on 2031-04-10, after the last report."
    later = judged(RELEASE, "It rained in Orrin.", "2031-04-11")
    assert terms(later)[0].status is UNCLEAR
    on_the_day = judged(RELEASE, "It rained in Orrin.", "2031-04-10")
    assert terms(on_the_day)[0].status is UNCLEAR


@pytest.mark.parametrize(
    ("told", "published", "status"),
    [
        ("The front has not freed the prisoners, the army said.", "2031-04-07", NOT_DUE),
        ("The front has not freed the prisoners, the army said.", "2031-04-12", BREACHED),
        ("The front freed 40 prisoners on 8 April.", "2031-04-09", KEPT),
        ("The front freed 12 prisoners on 8 April.", "2031-04-09", PARTLY),
        ("Forty prisoners were freed on 8 April.", "2031-04-09", KEPT),
        ("The army freed 40 prisoners on 8 April.", "2031-04-12", UNCLEAR),
        ("The front fed the prisoners on 8 April.", "2031-04-12", UNCLEAR),
    ],
)
def test_a_duty_with_a_day_is_kept_broken_in_part_or_not_yet_due(told, published, status):
    assert terms(judged(RELEASE, told, published))[0].status is status


def test_fewer_released_than_were_to_be_keep_a_term_in_part():
    case = judged(RELEASE.replace("free", "release"), "The front released 12 prisoners on 8 April.")
    assert terms(case)[0].status is PARTLY


@pytest.mark.parametrize(
    ("wanted", "told", "found"),
    [
        ("free 27 female prisoners", "freed 27 female prisoners", ["kept"]),
        ("free 27 female prisoners", "freed 27 elderly prisoners", []),
        ("free 27 female prisoners", "freed 550 prisoners", []),
        ("free 550 prisoners", "began freeing 550 prisoners", ["partly"]),
        ("destroy its stockpile of chemical weapons", "destroyed a tank and two cannons", []),
        ("free all abductees", "freed 29 abducted children", ["kept"]),
    ],
)
def test_only_what_is_of_the_kind_that_is_told_keeps_a_term(wanted, told, found):
    case = judged(f"The front must {wanted}.", f"The front {told} on 9 April.", frame=DEAL)
    assert statuses(case) == found


def test_what_somebody_has_the_will_to_do_is_not_done():
    told = "The front does not have the will to fight the army, a general said on 9 April."
    assert statuses(judged("The front shall not attack the army.", told)) == []


@pytest.mark.parametrize(
    ("told", "found"),
    [
        ("The River Front entered the mill on 9 April.", ["kept"]),
        ("The army barred the front from the mill on 9 April.", ["breached"]),
        ("The front did not enter the mill on 9 April.", []),
        ("The front barred the army from the mill on 9 April.", []),
    ],
)
def test_a_right_is_used_by_who_has_it_and_prevented_by_the_other(told, found):
    assert statuses(judged("The front may enter the mill at Orrin.", told, frame=DEAL)) == found


@pytest.mark.parametrize(
    ("told", "found"),
    [
        ("The gate at Telm was opened on 9 April.", ["kept"]),
        ("The army closed the gate on 9 April.", ["breached"]),
        ("The army kept the gate at Telm shut on 9 April.", ["breached"]),
        ("The army opened the gate at Surn on 9 April.", []),
        ("The gate at Telm was opened on 9 May.", []),
    ],
)
def test_a_gate_is_opened_or_kept_shut(told, found):
    assert statuses(judged("The army must unlock the gate at Telm.", told, frame=DEAL)) == found


def test_prisoners_who_are_kept_have_not_been_freed():
    assert statuses(judged(RELEASE, "The front kept the prisoners.")) == ["breached"]


@pytest.mark.xfail(
    strict=True,
    reason="no proposition is read of a gate at Telm that stays shut, as it is of a mere gate",
)
def test_a_gate_that_stays_shut_has_not_been_opened():
    case = judged(
        "The army must unlock the gate at Telm.", "The gate at Telm stayed shut on 9 April."
    )
    assert statuses(case) == ["breached"]


def test_what_is_said_of_a_truce_is_said_of_holding_fire_alone():
    case = judged(
        f"{BAN} {RELEASE} The front must repair the mill.",
        "The Upland Army met the River Front. The truce was holding on 12 April, observers said.",
    )
    assert [(t.act, t.status) for t in terms(case) if t.compliance] == [
        ("shell the valley towns", KEPT)
    ]


def test_the_reports_of_the_agreement_itself_are_no_evidence():
    assert statuses(compared(report(f"{TRUCE} {BAN}"), report(f"{TRUCE} {BAN}", "Herald"))) == []


def test_a_sentence_that_tells_a_term_is_no_evidence_of_it():
    told = "The army, which shelled the valley towns on 2 April, must not shell the valley towns."
    assert statuses(compared(report(f"{TRUCE} {told}", published="2031-04-10"))) == []


def test_each_claim_is_heard_once_for_each_term_and_says_who_when_and_what():
    case = judged(f"{BAN} {RELEASE}", f"{SHELLED}, residents said.")
    (found,) = evidence(case)
    assert case.claim_by_id[found.claim].document == case.documents[1].id
    assert (found.by, found.when) == ("The Upland Army", "2031-04-09")
    assert found.because == (
        "residents says that The Upland Army did not do as the term wants, 2031-04-09."
    )
    assert terms(case)[0].because == found.because


def test_the_number_of_a_term_is_the_first_that_stands_in_its_words():
    case = compared(report(f"{TRUCE} {RELEASE} The front must free 20 women by 12 April."))
    amounts = []
    for term in terms(case):
        clause = term.tellings[0].clause
        amounts.append(amount_in(case.claim_by_id[term.claim], clause.span))
    assert [amount.low for amount in amounts if amount] == [40, 20]
    assert amount_in(None, clause.span) is None


# ---- what all evidence leaves of a term

TERM = terms(compared(report(f"{TRUCE} {BAN}")))[0]


def bearing(status, standing=ALLEGED, when="2031-04-09", claim="one"):
    return Compliance(claim=claim, status=status, standing=standing, when=when, because="So it is.")


@pytest.mark.parametrize(
    ("found", "status"),
    [
        ([], UNCLEAR),
        ([KEPT], KEPT),
        ([BREACHED], BREACHED),
        ([PARTLY], PARTLY),
        ([PARTLY, PARTLY], PARTLY),
        ([PARTLY, BREACHED], BREACHED),
        ([KEPT, PARTLY], DISPUTED),
        ([KEPT, BREACHED], DISPUTED),
        ([NOT_DUE], NOT_DUE),
        ([NOT_DUE, KEPT], KEPT),
        ([NOT_DUE, BREACHED], BREACHED),
    ],
    ids=str,
)
def test_the_status_of_a_term_is_what_all_firm_claims_leave(found, status):
    assert settled(TERM, [bearing(each) for each in found]).status is status


SOME = st.lists(
    st.builds(
        bearing,
        st.sampled_from([KEPT, BREACHED, PARTLY, NOT_DUE]),
        st.sampled_from([POTENTIAL, ALLEGED, VERIFIED]),
        st.sampled_from(["2031-04-02", "2031-04-09", "2031-04-20", None]),
        st.sampled_from("abcdef"),
    ),
    max_size=6,
    unique_by=lambda each: each.claim,
)


@given(SOME.flatmap(lambda found: st.tuples(st.just(found), st.permutations(found))))
def test_evidence_stands_in_the_order_of_time_however_it_comes(orders):
    one, other = (settled(TERM, found) for found in orders)
    assert one == other
    times = [found.when or "" for found in one.compliance]
    assert times == sorted(times)


@given(SOME)
def test_what_is_only_potential_settles_nothing(found):
    firm = settled(TERM, [each for each in found if each.standing is not POTENTIAL])
    assert settled(TERM, found).status is firm.status


@given(SOME, st.dates(date(2031, 4, 1), date(2031, 4, 30)), st.dates(date(2031, 4, 1)))
def test_a_term_is_not_due_by_its_day_only_where_nothing_firm_is_told(found, due, latest):
    before = settled(TERM, found).status
    after = settled(TERM, found, due, latest).status
    assert after is (NOT_DUE if before is UNCLEAR and latest < due else before)


@pytest.mark.parametrize(
    ("told", "status"),
    [
        ("The fighters left the valley on 9 April, a baker said.", KEPT),
        ("275 fighters left the valley on 9 April, a baker said.", PARTLY),
    ],
)
def test_a_number_of_those_bound_tells_of_no_others(told, status):
    case = judged("The fighters must leave the valley.", told)
    assert [found.status for term in terms(case) for found in term.compliance] == [status]


def test_a_breach_of_another_truce_is_none_of_this_one():
    told = "The army violated {} in the valley on 9 April, a priest said."
    assert statuses(judged("", told.format("the truce"))) == ["breached"]
    for other in ("a June 17 ceasefire", "the previous ceasefire"):
        case = judged("", told.format(other))
        assert (statuses(case), only(case).compliance) == ([], ())
