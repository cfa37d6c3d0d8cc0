"""What people say of two claims: that they are not comparable, or that not both can be so."""

from __future__ import annotations

from pathlib import Path

import pytest

import variorum
from decisions.weighed import claim_of, made_in
from variorum.case import NOTHING_RULED, Comparison, Rulings
from variorum.decisions.ruled_disputes import as_ruled
from variorum.errors import UsageError
from variorum.model import QuestionStatus, Span


@pytest.fixture
def case(tmp_path: Path) -> variorum.Case:
    made_in(tmp_path)
    return variorum.open_case(tmp_path / "case.db")


def pair(case: variorum.Case, *words: str) -> list[str]:
    return [claim_of(case, some) for some in words]


def test_answers_that_are_not_comparable_are_in_no_dispute_until_it_is_undone(case: variorum.Case):
    (dispute,) = case.disputes
    told = pair(case, "40 people", "55 people")
    apart = case.decide("dismiss", *told, who="Ada", why="Another fire.")
    assert (apart.disputes, apart.contradictions) == ((), ())
    (asked,) = [q for q in apart.questions if q.id == dispute.questions[0]]
    assert asked.status is QuestionStatus.INCOMPARABLE
    assert not any(v.question == asked.id for one in apart.versions for v in one.values)
    again = apart.decide("undo", apart.decisions[0].id, who="Ada", why="The same fire.")
    for part in ("disputes", "contradictions", "questions", "versions"):
        assert again.to_dict()[part] == case.to_dict()[part]


def test_two_claims_that_cannot_both_be_so_are_a_dispute_signed_by_who_says_it(case: variorum.Case):
    one, other = pair(case, "40 people", "soldiers were hurt in")
    said = case.decide("contradict", one, other, who="Ada", why="Twelve are somebody.")
    (new,) = [d for d in said.disputes if d.id not in {old.id for old in case.disputes}]
    assert [d.rank for d in said.disputes] == [1, 2]
    assert [a.claim for p in new.positions for a in p.answers] == [one, other]
    (proof,) = [c for c in said.contradictions if c.id in new.proofs]
    assert (proof.rule, proof.origins) == ("decided", 2)
    assert proof.because.endswith("Ada decided that not both are so. Twelve are somebody.")
    assert said.questions[-1].id in new.questions
    gone = said.decide("reject", other, who="Bo", why="No claim.")
    assert gone.to_dict()["disputes"] == case.to_dict()["disputes"]


def test_what_is_proved_already_is_not_told_twice(case: variorum.Case):
    told = pair(case, "40 people", "55 people")
    said = case.decide("contradict", *told, who="Ada", why="So.")
    assert said.to_dict()["disputes"] == case.to_dict()["disputes"]
    assert as_ruled(said.comparison, said.claims, NOTHING_RULED) is said.comparison


def test_it_takes_two_claims(case: variorum.Case):
    for kind in ("contradict", "dismiss"):
        with pytest.raises(UsageError, match="is about 2 of them"):
            case.decide(kind, claim_of(case, "40 people"), who="Ada", why="So.")


def test_a_position_is_told_in_few_words(case: variorum.Case):
    one, other = (c for c in case.claims if c.id in pair(case, "40 people", "55 people"))
    long = one.model_copy(update={"content": (_longer(one.content[0]),)})
    ruled = Rulings(contradicted={(one.id, other.id): "Ada."})
    (dispute,) = as_ruled(Comparison(), (long, other), ruled).disputes
    assert [len(position.label) for position in dispute.positions] == [90, len(other.text)]


def _longer(span: Span) -> Span:
    return span.model_copy(update={"exact": "x" * 91, "end": span.start + 91})
