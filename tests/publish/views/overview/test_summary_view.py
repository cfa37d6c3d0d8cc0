"""The record at a glance: every dispute, its answers in order, narrowed by source and question."""

from __future__ import annotations

from dataclasses import replace

import pytest

from variorum.case import Case
from variorum.publish.base.index import Index
from variorum.publish.views.overview.conflicts_view import conflicts
from variorum.publish.views.overview.summary_view import folded, named_by, short, summary


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("How many foreign fighters left?", "foreign fighters left"),
        ("How many people were killed (Tabqa)?", "people killed (Tabqa)"),
        ("Was the agreement secret?", "Was the agreement secret?"),
        ("How much did it cost?", "How much did it cost?"),
    ],
)
def test_a_question_in_few_words(question: str, words: str) -> None:
    assert short(question) == words


def test_every_dispute_and_every_contradiction_is_in_one_row(ferry_built: Case, case: Case) -> None:
    for told in (ferry_built, case):
        found = conflicts(Index(told))
        assert [one.number for one in found] == list(range(1, len(found) + 1))
        assert {p.id for one in found for p in one.proofs} == {c.id for c in told.contradictions}
    assert [d.label for d in ferry_built.disputes] == [
        one.label for one in conflicts(Index(ferry_built))[: len(ferry_built.disputes)]
    ]


def test_answers_in_numbers_stand_in_their_order_and_the_first_said_first(
    ferry_built: Case,
) -> None:
    for dispute, one in zip(ferry_built.disputes, conflicts(Index(ferry_built)), strict=False):
        begins = [a.high if a.low is None else a.low for a in one.answers]
        assert begins == sorted(begins, key=float)
        by_label = {position.label: position for position in dispute.positions}
        assert set(by_label) == {answer.label for answer in one.answers}
        for answer in one.answers:
            assert answer.claims[:1] == tuple(filter(None, [by_label[answer.label].first]))


def test_the_ends_are_the_answers_furthest_apart(ferry_built: Case) -> None:
    (killed,) = (c for c in conflicts(Index(ferry_built)) if "killed" in c.label)
    assert [answer.label for answer in killed.ends] == ["23", "37"]


def test_words_of_another_language_are_told_as_a_rough_range(ferry_built: Case) -> None:
    dispute = ferry_built.disputes[0]
    vague = dispute.positions[0].model_copy(update={"label": "“hundert”", "low": 95, "high": 104.5})
    changed = dispute.model_copy(update={"positions": (vague, *dispute.positions[1:])})
    comparison = replace(ferry_built.comparison, disputes=(changed,))
    case = replace(ferry_built, comparison=comparison)
    assert "“hundert”" in {answer.label for answer in conflicts(Index(case))[0].answers}
    foreign = tuple(d.model_copy(update={"language": "de"}) for d in case.documents)
    told = conflicts(Index(replace(case, documents=foreign)))[0]
    assert "about 95 to 100" in {answer.label for answer in told.answers}


def test_a_source_is_found_by_part_of_its_name_and_without_diacritics(ferry_built: Case) -> None:
    assert folded("ÄRDÉL") == "ardel"
    own = named_by(ferry_built, "BRILL")
    assert own
    assert named_by(ferry_built, "nobody") == frozenset()
    view = summary(Index(ferry_built), source="brill")
    claims = {claim for one in view.conflicts for answer in one.answers for claim in answer.claims}
    assert claims
    assert claims <= own


def test_questions_are_found_by_a_word(ferry_built: Case) -> None:
    view = summary(Index(ferry_built), question="RESCUED")
    assert [one.label for one in view.conflicts] == ["How many people were rescued?"]
    assert summary(Index(ferry_built), question="zzz").conflicts == ()


def test_a_change_is_one_line_with_its_days(case: Case) -> None:
    (line, *_) = summary(Index(case)).changes
    assert " → " in line
    assert "4 March 2019" in line


def test_the_day_of_a_change_within_one_report_is_told_once(case: Case) -> None:
    first = case.histories[0]
    steps = tuple(step.model_copy(update={"when": "2019-03-04"}) for step in first.steps)
    one_day = first.model_copy(update={"steps": steps})
    told = replace(case, comparison=replace(case.comparison, histories=(one_day,)))
    (line,) = summary(Index(told)).changes
    assert line.count("4 March 2019") == 1
    assert ", all told 4 March 2019 (" in line


def test_gaps_are_counted_by_their_kind(case: Case, ferry_built: Case) -> None:
    assert all(gap[0].isdigit() for gap in summary(Index(case)).gaps)
    assert any(gap.endswith(("limit", "limits")) for gap in summary(Index(ferry_built)).gaps)


def test_the_counts_are_those_of_the_record(ferry_built: Case) -> None:
    counts = {noun: many for many, noun in summary(Index(ferry_built)).counts}
    assert counts["report"] == len(ferry_built.documents)
    assert counts["origin"] == len(ferry_built.origins)
    assert counts["question"] == len(ferry_built.questions)
