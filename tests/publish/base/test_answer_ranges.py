"""What claims answer to a question: in one unit, the smallest first."""

import pytest

from variorum.case import Case
from variorum.publish.base.answer_ranges import (
    answers,
    common_unit,
    deciding_measures,
    in_unit,
    measures_at,
)
from variorum.publish.base.index import Index


def test_answers_are_in_order_of_size_and_those_without_a_number_last(case: Case) -> None:
    index = Index(case)
    for question in case.questions:
        found = answers(index, question)
        assert {a.quotation.number for a in found} == {
            index.claim_number[claim] for claim in question.claims
        }
        sizes = [(not a.drawable, a.low or 0 if a.low is not None else a.high or 0) for a in found]
        assert sizes == sorted(sizes)


def test_only_measures_that_stand_at_the_words_are_taken(case: Case) -> None:
    claim = next(claim for claim in case.claims if claim.measures)
    first = claim.measures[0]
    assert first in measures_at(claim, [first.span])
    assert measures_at(claim, []) == []
    moved = first.span.model_copy(update={"start": first.span.start + 1})
    assert measures_at(claim, [moved]) == []


def test_the_measures_that_decide_are_those_of_the_answers(case: Case) -> None:
    for question in case.questions:
        for answer in question.answers:
            claim = case.claim_by_id[answer.claim]
            for measure in deciding_measures(claim, question):
                assert measure in claim.measures


def test_a_question_without_units_is_asked_in_plain_numbers(case: Case) -> None:
    index = Index(case)
    assert None in {common_unit(index, question) for question in case.questions}


@pytest.mark.parametrize(
    ("value", "kind", "unit", "wanted"),
    [(None, "time", "hour", None), (4, "people", None, 4), (4, "people", "hour", 4)],
)
def test_a_bound_is_left_as_it_is_where_the_unit_is_not_of_its_kind(value, kind, unit, wanted):
    assert in_unit(value, kind, unit) == wanted
