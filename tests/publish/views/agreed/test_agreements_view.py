from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from truce import truce_case

from variorum.case import Case
from variorum.model import Agreement, ComplianceStatus, Domain, SpeakerKind, Stance, Term
from variorum.publish.base.index import Index
from variorum.publish.base.numbering import MOST_UNGROUPED, grouped_terms
from variorum.publish.base.quoted_claims import quotation
from variorum.publish.views.agreed.agreements_view import (
    AgreementView,
    agreement_views,
    agreements_view,
)
from variorum.publish.views.agreed.commitments_view import commitment_views
from variorum.publish.views.agreed.terms_view import TermView, tally, term_groups


@pytest.fixture(scope="module")
def index(truce: Case) -> Index:
    return Index(truce)


@pytest.fixture(scope="module")
def view(index: Index) -> AgreementView:
    return agreements_view(index).open[0]


def _term(view: AgreementView, act: str) -> TermView:
    return next(term for _, terms in view.groups for term in terms if term.act == act)


def _with(case: Case, *agreements: Agreement) -> Case:
    return replace(case, comparison=replace(case.comparison, agreements=agreements))


def _cut(agreement: Agreement, terms: int) -> Agreement:
    """The agreement with so many terms, and nothing told of who agreed, when, or if really."""
    return agreement.model_copy(
        update={
            "terms": tuple(
                term.model_copy(update={"status": ComplianceStatus.UNCLEAR})
                for term in agreement.terms[:terms]
            ),
            "parties": (),
            "start": None,
            "end": None,
            "authenticity": (),
        }
    )


def test_a_fact_that_no_report_tells_has_no_value(view: AgreementView) -> None:
    told = {fact.name: fact for fact in view.facts}
    for name in ("Reached", "Entry into force", "Renewal", "Place", "Stage"):
        assert told[name].values == (), name


def test_every_value_of_a_fact_opens_a_claim_that_tells_it(index: Index) -> None:
    numbers = set(index.claim_number.values())
    for view in agreement_views(index):
        for fact in view.facts:
            for words, voices in fact.values:
                assert words
                assert {said.number for said in voices} <= numbers
                assert voices, fact.name


def test_values_that_cannot_both_be_right_stand_side_by_side(view: AgreementView) -> None:
    (rival,) = (fact for fact in view.facts if fact.rival)
    told = [(words, voices[0].publisher) for words, voices in rival.values]
    assert rival.name == "From"
    assert told == [("12 March 2027", "Office of the Envoy"), ("13 March 2027", "Meridian Wire")]


def test_names_that_differ_are_told_without_being_called_rivals(view: AgreementView) -> None:
    parties = next(fact for fact in view.facts if fact.name == "Parties")
    assert not parties.rival
    assert [words for words, _ in parties.values] == [
        "the government of Orsan and the Dellow Council",
        "Teshkar and the council",
    ]


def test_both_sides_of_the_authenticity_are_shown_and_what_else_is_said(
    view: AgreementView,
) -> None:
    about = view.authenticity
    assert about.disputed
    assert [said.speaker for _, said, *_ in about.affirmed] == ["the envoy"]
    assert [said.speaker for _, said, *_ in about.denied] == ["Benar Hossik"]
    assert [(verdict, said.speaker) for verdict, said, *_ in about.others] == [
        ("said to have been leaked", "Council Radio")
    ]


def test_a_short_claim_of_authenticity_has_the_rest_of_its_sentence_beside_it(
    view: AgreementView,
) -> None:
    ((*_, before, after),) = view.authenticity.affirmed
    assert (before, after) == ("", ", the envoy told Meridian Wire.")


def test_the_words_around_a_short_claim_are_those_of_its_report(truce: Case, index: Index) -> None:
    for view in agreement_views(index):
        about = view.authenticity
        for _, said, before, after in (*about.affirmed, *about.denied, *about.others):
            words = before.removeprefix("…") + said.text + after.removesuffix("…")
            assert words in truce.documents[said.document - 1].text


def test_an_agreement_that_nobody_vouches_for_is_of_unclear_authenticity(index: Index) -> None:
    last = agreement_views(index)[-1].authenticity
    assert (last.words, last.disputed, last.affirmed) == ("unclear", False, ())


def test_many_terms_are_grouped_by_domain_and_numbered_in_the_order_shown(
    view: AgreementView,
) -> None:
    assert [(domain, len(terms)) for domain, terms in view.groups] == [
        ("Military", 4),
        ("Humanitarian", 2),
        ("Detainees", 1),
        ("Domain unclear", 1),
    ]
    numbers = [term.number for _, terms in view.groups for term in terms]
    assert numbers == list(range(1, 9))


def test_few_terms_stand_in_one_group_of_no_domain(index: Index) -> None:
    second = agreements_view(index).open[1]
    assert [(domain, len(terms)) for domain, terms in second.groups] == [("", 1)]


@given(st.lists(st.sampled_from(Domain), max_size=3 * MOST_UNGROUPED))
def test_grouping_loses_no_term_and_keeps_the_order_within_a_domain(domains: list[Domain]) -> None:
    agreement = truce_case().agreements[0]
    first = agreement.terms[0]
    terms = [
        first.model_copy(update={"id": f"term-{n}", "domain": domain})
        for n, domain in enumerate(domains)
    ]
    groups = grouped_terms(agreement.model_copy(update={"terms": tuple(terms)}))
    shown = [term for _, group in groups for term in group]
    assert sorted(shown, key=terms.index) == terms
    for domain, group in groups:
        assert list(group) == [t for t in terms if domain in (None, t.domain)]


def test_who_is_bound_is_told_by_name_with_the_words_of_the_report(view: AgreementView) -> None:
    term = _term(view, "fire on the other's positions")
    assert term.who == "the government of Orsan and the Dellow Council"
    assert (term.as_written, term.modality) == ("Neither side", "must not")


def test_an_obligor_that_nobody_names_is_unclear(view: AgreementView) -> None:
    term = _term(view, "pass the Mill Gate")
    assert (term.who, term.as_written) == ("unclear", "")
    assert ("What or whom", "Convoys of food") in term.parts


def test_parts_that_the_act_already_says_are_not_said_again(view: AgreementView) -> None:
    assert _term(view, "lay new mines along the Hask road").parts == ()
    assert _term(view, "ground its helicopters").parts == (
        ("When", "12 March 2027 to 11 April 2027"),
        ("Except", "a hospital calls for one"),
    )


def test_terms_told_differently_stand_side_by_side_with_who_tells_which(
    view: AgreementView,
) -> None:
    term = _term(view, "release forty prisoners")
    assert term.rival == ("Must or may", "How much")
    assert [(act, fields, said[0].publisher) for act, fields, said in term.versions] == [
        (
            "release forty prisoners",
            (("Must or may", "must"), ("How much", "forty prisoners")),
            "Office of the Envoy",
        ),
        (
            "let fifty prisoners go",
            (("Must or may", "may"), ("How much", "fifty prisoners")),
            "Meridian Wire",
        ),
    ]


def test_a_telling_without_the_field_in_dispute_is_no_version_of_it(truce: Case) -> None:
    agreement = truce.agreements[0]
    bridge = next(term for term in agreement.terms if term.rival == ("due",))
    telling = bridge.tellings[1]
    silent = telling.model_copy(update={"clause": telling.clause.model_copy(update={"due": None})})
    terms = (bridge.model_copy(update={"tellings": (bridge.tellings[0], silent)}),)
    case = _with(truce, agreement.model_copy(update={"terms": terms}))
    (shown,) = agreements_view(Index(case)).open[0].groups[0][1]
    assert [fields for _, fields, _ in shown.versions] == [(("When", "14 March 2027"),)]
    assert len(shown.told_by) == 2


def test_evidence_says_what_how_surely_by_whom_when_and_with_which_interest(
    view: AgreementView,
) -> None:
    first, second, *_, last = _term(view, "ground its helicopters").evidence
    assert (first.status, first.standing, first.interest) == ("breached", "alleged", "a third side")
    assert (second.by, second.when) == ("the government of Orsan", "16 March 2027")
    assert second.interest == "the other party"
    assert last.quotation is None
    assert last.interest == "an event data set"


def test_a_claim_in_quotation_marks_is_not_quoted_twice(view: AgreementView) -> None:
    first = _term(view, "ground its helicopters").evidence[0]
    assert first.words == "Helicopters flew over Sull on 15 March"


def test_a_status_has_the_best_standing_of_the_claims_that_say_it(view: AgreementView) -> None:
    assert _term(view, "fire on the other's positions").standing == "potential"
    assert _term(view, "ground its helicopters").standing == "verified"
    assert _term(view, "open the bridge at Sull").standing == ""


def test_of_long_evidence_each_side_comes_first(truce: Case) -> None:
    agreement = truce.agreements[0]
    flights = agreement.terms[2]
    *broken, last = flights.compliance
    kept = last.model_copy(update={"status": ComplianceStatus.KEPT})
    terms = (flights.model_copy(update={"compliance": (*broken, kept)}),)
    case = _with(truce, agreement.model_copy(update={"terms": terms}))
    (shown,) = agreements_view(Index(case)).open[0].groups[0][1]
    assert [e.status for e in shown.evidence] == ["breached", "kept", "breached", "breached"]


def test_a_reason_is_not_said_twice(truce: Case) -> None:
    agreement = truce.agreements[0]
    first, second, *_ = agreement.terms
    said = first.compliance[0].because
    terms = (
        first.model_copy(update={"because": said}),
        second.model_copy(update={"because": "No report says whether it was kept."}),
        second.model_copy(
            update={"id": "late", "status": ComplianceStatus.NOT_DUE, "because": "It is due late."}
        ),
    )
    case = _with(truce, agreement.model_copy(update={"terms": terms}))
    shown = agreements_view(Index(case)).open[0].groups[0][1]
    assert [term.because for term in shown] == ["", "", "It is due late."]


def test_what_is_not_due_or_not_told_has_no_standing(view: AgreementView) -> None:
    late = _term(view, "pass the Mill Gate")
    assert (late.status, late.standing, late.evidence[0].standing) == ("not due yet", "", "")
    assert _term(view, "keep its small arms").evidence == ()


def test_the_tally_counts_every_term_once(view: AgreementView) -> None:
    assert view.tally == "8 terms: 1 partly kept, 2 breached, 1 disputed, 1 not due yet, 3 unclear"
    assert tally(()) == "No report gives its terms."


def test_agreements_of_which_only_one_term_is_told_are_folded_away(index: Index) -> None:
    shown = agreements_view(index)
    assert [len(view.facts[1].values) for view in shown.open] == [2, 1]
    assert shown.folded[0].label == "A deal with the harbour master"


def test_a_lone_term_of_nobody_makes_no_section(truce: Case) -> None:
    lone = _cut(truce.agreements[0], 1)
    index = Index(_with(truce, lone))
    assert agreements_view(index).open == ()
    assert agreement_views(index) != ()


@pytest.mark.parametrize(
    "told", [{"parties": ("one", "another")}, {"start": "2027"}, {"end": "2028-01"}]
)
def test_two_parties_or_a_window_make_a_section_even_of_one_term(
    truce: Case, told: dict[str, object]
) -> None:
    lone = _cut(truce.agreements[0], 1).model_copy(update=told)
    assert len(agreements_view(Index(_with(truce, lone))).open) == 1


def test_two_terms_make_a_section(truce: Case) -> None:
    lone = _cut(truce.agreements[0], 2)
    assert len(agreements_view(Index(_with(truce, lone))).open) == 1


def test_a_case_without_agreements_has_nothing_to_show(case: Case) -> None:
    shown = agreements_view(Index(case))
    assert (shown.open, shown.folded) == ((), ())


def test_a_claim_knows_the_terms_it_tells_and_where_they_are_shown(index: Index) -> None:
    claim = next(c for c in index.case.claims if c.clauses and "bridge" in c.text)
    (line,) = quotation(index, claim).agreed.terms
    assert line == ("must", "open the bridge at Sull", "a1-5")


def test_a_claim_knows_what_it_says_of_a_term_or_of_the_agreement_itself(index: Index) -> None:
    def lines(words: str):
        return quotation(index, next(c for c in index.case.claims if words in c.text)).agreed

    assert lines("stayed shut").outcomes == (("Term 5 of agreement 1", "a1-5", "breached"),)
    assert lines("stayed shut").places == ((1, "a1"),)
    assert lines("a forgery").verdicts == ("said not to be real",)


def test_what_a_part_of_a_claim_says_is_found_at_the_whole(truce: Case) -> None:
    agreement = truce.agreements[0]
    whole = next(claim for claim in truce.claims if "stayed shut" in claim.text)
    part = whole.model_copy(update={"id": "part", "part_of": whole.id})

    def moved(term: Term) -> Term:
        told = [
            c.model_copy(update={"claim": part.id}) if c.claim == whole.id else c
            for c in term.compliance
        ]
        return term.model_copy(update={"compliance": tuple(told)})

    terms = tuple(moved(term) for term in agreement.terms)
    case = replace(
        _with(truce, agreement.model_copy(update={"terms": terms})), claims=(*truce.claims, part)
    )
    assert quotation(Index(case), whole).agreed.outcomes[0][1] == "a1-5"


def test_without_a_section_no_claim_leads_to_it(truce: Case) -> None:
    index = Index(_with(truce, _cut(truce.agreements[0], 1)))
    for claim in truce.claims:
        lines = quotation(index, claim).agreed
        assert (lines.places, lines.outcomes) == ((), ())
        assert {anchor for *_, anchor in lines.terms} <= {""}


def test_commitments_with_an_outcome_are_told_apart_from_those_without(index: Index) -> None:
    (told,), (rest,) = commitment_views(index)
    assert (told.holder, told.stance, told.made) == ("Benar Hossik", "promised", "20 March 2027")
    assert (told.status, told.grave, told.due) == ("breached", True, "May 2027")
    assert [said.text for said in told.outcome] == ["The mill stands empty"]
    assert (rest.stance, rest.status, rest.outcome) == ("predicted", "unclear", ())


@pytest.mark.parametrize(
    ("stance", "status", "words"),
    [
        (Stance.PROMISES, ComplianceStatus.KEPT, "kept"),
        (Stance.ORDERS, ComplianceStatus.BREACHED, "not carried out"),
        (Stance.PREDICTS, ComplianceStatus.BREACHED, "did not come about"),
        (Stance.INTENDS, ComplianceStatus.DISPUTED, "disputed"),
    ],
)
def test_what_came_of_it_is_said_in_words_that_fit_what_it_was(
    truce: Case, stance: Stance, status: ComplianceStatus, words: str
) -> None:
    told = truce.commitments[1].model_copy(update={"stance": stance, "status": status})
    found = replace(truce.comparison, commitments=(told,))
    (view,), _ = commitment_views(Index(replace(truce, comparison=found)))
    assert view.status == words


def test_a_promise_of_nobody_in_particular_is_that_of_an_unnamed_source(truce: Case) -> None:
    commitment = truce.commitments[0]
    claim = truce.claim_by_id[commitment.claim]
    speaker = claim.speaker.model_copy(update={"name": "unnamed", "kind": SpeakerKind.UNNAMED})
    claims = tuple(
        one.model_copy(update={"speaker": speaker}) if one is claim else one for one in truce.claims
    )
    found = replace(
        truce.comparison,
        commitments=(commitment.model_copy(update={"holder": "unnamed", "because": "So."}),),
    )
    _, (view,) = commitment_views(Index(replace(truce, claims=claims, comparison=found)))
    assert (view.holder, view.because) == ("An unnamed source", "")


@pytest.mark.parametrize(
    ("act", "held", "modality"),
    [
        ("be searched", "anyone who leaves", "must see to it:"),
        ("be ready", None, "must"),
        ("search them", "them", "must"),
    ],
)
def test_what_is_done_to_others_is_not_done_to_who_is_bound(index, act, held, modality) -> None:
    agreement = next(one for one in index.case.agreements if one.terms)
    term = next(one for one in agreement.terms if one.modality.value == "must" and one.obligors)
    told = term.model_copy(update={"act": act, "object": held})
    only = agreement.model_copy(update={"terms": (told,)})
    ((_, terms),) = term_groups(index, only)
    assert [one.modality for one in terms] == [modality]
