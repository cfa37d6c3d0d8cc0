"""Two judge the same claims, neither sees the other, and an editor settles where they differ."""

from __future__ import annotations

import pytest
from served import Served

from decisions.weighed import claim_of
from variorum.decisions import agreement
from variorum.errors import UsageError
from variorum.store import Role
from variorum.web.blind import blind_rows, judgement, pairs_of


@pytest.fixture
def two(team: Served) -> Served:
    """A team with a second reviewer."""
    team.desk.people.put("second", Role.REVIEWER)
    return team


def judge(served: Served, who: str, words: str, kind: str, **fields: str):
    served.admit(who)
    claim = claim_of(served.desk.shown().case, words)
    return served.send("/judge", about=claim, decision=kind, **fields)


def test_what_one_judges_is_in_no_log_and_shown_to_nobody_else(two: Served):
    answer = judge(two, "reviewer", "40 people", "correct", speaker="The harbour master")
    assert answer.status == 303
    assert answer.headers["location"].startswith("/blind/claim-")
    assert "1 of 2 judged by you" in two.ask("/blind").text
    assert two.desk.shown().case.decisions == ()
    two.admit("second")
    claim = claim_of(two.desk.shown().case, "40 people")
    for path in (f"/blind/{claim}", "/blind", "/log", f"/claims/{claim}", "/api/decisions"):
        page = two.ask(path)
        assert (page.status, "harbour master" in page.text) == (200, False), path
    assert "0 of 2 judged by you" in two.ask("/blind").text
    assert two.ask("/adjudicate").status == 403


def test_a_claim_that_was_decided_is_judged_as_it_was_read(two: Served):
    claim = claim_of(two.desk.shown().case, "40 people")
    two.admit("editor")
    two.send(decision="correct", about=claim, speaker="The harbour master")
    two.admit("second")
    assert "harbour master" not in two.ask(f"/blind/{claim}").text
    assert judge(two, "second", "40 people", "accept").status == 303


def test_an_editor_sees_the_agreement_and_decides(two: Served):
    judge(two, "reviewer", "40 people", "correct", speaker="The harbour master")
    judge(two, "second", "40 people", "accept")
    judge(two, "reviewer", "55 people", "reject")
    judge(two, "second", "55 people", "reject")
    two.admit("editor")
    page = two.ask("/adjudicate").text
    assert page.count("not the same") == 1
    assert page.index("not the same") < page.index(">the same<")
    log = two.desk.people.judgements()
    assert agreement(log)["keep"] == 1
    assert agreement(log)["speaker"] < 1
    claim = claim_of(two.desk.shown().case, "40 people")
    form = {"decision": "correct", "about": claim, "speaker": "The harbour master"}
    assert two.send(**form, back="/adjudicate").status == 303
    (made,) = two.desk.shown().case.decisions
    assert (made.who, made.fields) == ("editor", {"speaker": "The harbour master"})
    pairs = pairs_of(two.desk.shown(), log)
    assert [(settled, alike) for settled, alike, *_ in pairs] == [(False, True), (True, False)]


def test_a_judgement_that_cannot_be_comes_back_as_it_was_filled_in(two: Served):
    answer = judge(two, "reviewer", "40 people", "correct", low="many")
    assert (answer.status, 'value="many"' in answer.text) == (422, True)
    assert judge(two, "reviewer", "40 people", "merge").status == 422
    assert two.send("/judge", about="claim-0", decision="accept").status == 404
    assert two.ask("/blind/claim-0").status == 404
    assert two.desk.people.judgements() == []


def test_a_judgement_is_of_the_claim_as_it_was_read(two: Served):
    case = two.desk.shown().case
    claim = case.claims[0]
    with pytest.raises(UsageError, match="A judgement is one of"):
        judgement(case, claim, {"decision": "note", "why": "So."}, "Ada")
    made = judgement(case, claim, {"decision": "accept", "why": "So."}, "Ada")
    assert (made.about, made.who) == ((claim.id,), "Ada")


def test_reports_that_somebody_has_begun_come_first(two: Served):
    shown = two.desk.shown()
    last = [c.id for c in shown.case.claims if c.document == shown.case.documents[-1].id]
    rows = blind_rows(shown, {last[0]}, {last[0]}, 9)
    assert rows[0][1:3] == (len(last), 1)
    assert sum(many for _, many, *_ in rows) == len(shown.case.claims)
