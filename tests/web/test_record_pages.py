"""The record beside its disputes: as the report shows it, with forms, and what is new."""

from __future__ import annotations

import pytest
from served import Served, serving

from decisions.weighed import build, claim_of
from variorum.model import Happening
from variorum.web.record_pages import PARTS, moved, news, state_of, told_happenings, view_of

TRUCE = (
    "The army and the militia signed a ceasefire agreement in Narvik on 3 May 2031. Under the "
    "agreement, the army must withdraw from Narvik by 5 May 2031.\n\n"
    "The mayor said that the army withdrew from Narvik on 4 May 2031.\n"
)


def happening(key: str, *claims: str, main: bool = False) -> Happening:
    told = {"kind": "event", "label": f"label of {key}", "because": "So.", "documents": ("d",)}
    return Happening(id=key, claims=claims, main=main, **told)


@pytest.mark.parametrize("path", [*(f"/{part}" for part in PARTS), "/happenings", "/new"])
def test_every_page_is_there_and_a_reader_has_no_forms_to_decide(team: Served, path: str):
    team.admit("reader")
    page = team.ask(path)
    assert page.status == 200
    assert 'name="why"' not in page.text
    assert 'href="#t' not in page.text


def test_the_stemma_and_the_times_are_those_of_the_report(served: Served):
    shown = served.desk.shown()
    for part in PARTS:
        assert vars(view_of(shown, part, 9))
    assert "When it happened" in served.ask("/timeline").text
    assert "<svg" in served.ask("/timeline").text


def test_of_many_claims_that_tell_one_time_five_are_listed(tmp_path):
    told = (f"Baker {n} said that people were hurt on 3 May 2031." for n in range(1, 13))
    (tmp_path / "day.txt").write_text("\n\n".join(told), encoding="utf-8")
    build(tmp_path)
    with serving(tmp_path / "case.db") as served:
        view = view_of(served.desk.shown(), "timeline", 9).timeline
        assert [len(claims) for *_, claims in view.entries] == [5]


def test_an_agreement_has_its_verdicts_to_verify(tmp_path):
    (tmp_path / "truce.txt").write_text(TRUCE, encoding="utf-8")
    build(tmp_path)
    with serving(tmp_path / "case.db") as served:
        served.let_in()
        (term,) = [t for a in served.desk.shown().case.agreements for t in a.terms if t.compliance]
        assert f'value="{term.id}"' in served.ask("/agreements").text
        form = {"decision": "verify", "about": [term.id, term.compliance[0].claim]}
        assert served.send(**form, back="/agreements").status == 303
        page = served.ask("/agreements").text
        assert "verified" in page
        assert f'value="{term.id}"' not in page


def test_a_happening_is_split_and_the_claims_are_compared_no_more(served: Served):
    claim = claim_of(served.desk.shown().case, "55 people")
    page = served.ask("/happenings").text
    assert f'value="{claim}"' in page
    form = {"decision": "correct", "about": claim, "happening": "the other fire"}
    assert served.send(**form, back="/happenings").status == 303
    assert "Gone: 1 dispute" in served.ask("/happenings").text


def test_several_claims_are_split_off_together_each_by_a_decision(served: Served):
    case = served.desk.shown().case
    two = [claim_of(case, "55 people"), claim_of(case, "40 people")]
    form = {"decision": "correct", "about": two, "happening": "the other fire"}
    assert served.send(**form, back="/happenings").status == 303
    assert [made.about for made in served.desk.shown().case.decisions] == [(c,) for c in two]


def test_of_two_that_are_merged_the_main_one_stays(served: Served):
    case = served.desk.shown().case
    main, one, two = happening("m", "a", main=True), happening("o", "b"), happening("t", "c")
    comparison = case.comparison.__class__(happenings=(main, one, two))
    case = case.__class__(case.documents, case.claims, comparison=comparison)
    assert moved(case, "o", "m") == (["b"], "main")
    assert moved(case, "m", "o") == (["b"], "main")
    assert moved(case, "o", "t") == (["b", "c"], "label of t")
    assert moved(case, "o", "o") == moved(case, "o", "none") == ([], "")


def test_a_split_is_merged_back(served: Served):
    claim = claim_of(served.desk.shown().case, "55 people")
    served.send(decision="correct", about=claim, happening="the other fire")
    shown = served.desk.shown()
    told = [happening for happening, *_ in told_happenings(shown, 9, 9)]
    of = next(happening for happening in told if claim in happening.claims)
    into = next(happening for happening in told if happening.main)
    form = {"of": of.id, "into": into.id}
    assert served.send(decision="correct", **form, back="/happenings").status == 303
    assert "New: 1 dispute" in served.ask("/happenings").text


def test_what_is_new_is_told_from_what_was_seen(team: Served):
    team.admit("reader")
    assert "You have not said yet" in team.ask("/new").text
    assert "New since" not in team.ask("/").text
    assert team.send("/seen").status == 303
    assert "Nothing has changed since last time." in team.ask("/new").text
    claim = claim_of(team.desk.shown().case, "55 people")
    seen = team.desk.people.seen("reader")
    team.admit("reviewer")
    team.send(decision="reject", about=claim, why="Another town.")
    team.admit("reader")
    assert "New since you were here: 1 decision</a>" in team.ask("/").text
    page = team.ask("/new").text
    assert "Gone: 1 dispute" in page
    assert "Another town." in page
    lines, log = news(team.desk.shown().case, seen)
    assert (len(lines), len(log)) == (1, 1)
    assert state_of(team.desk.shown().case) != seen
