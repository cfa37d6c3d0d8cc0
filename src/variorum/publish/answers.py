"""What each claim answers to a question: the measure that counts, and its range."""

from __future__ import annotations

from dataclasses import dataclass

from variorum.model import Claim, Measure, Question
from variorum.publish.index import Index
from variorum.publish.quotations import Quotation, quotation
from variorum.publish.words import measure_words

__all__ = ["Answer", "answers", "deciding_measure", "question_unit"]


@dataclass(frozen=True)
class Answer:
    """One claim's answer to one question; a null bound is open, and `dot` a number as written."""

    words: str
    text: str
    low: float | None
    high: float | None
    dot: float | None
    quotation: Quotation

    @property
    def drawable(self) -> bool:
        """Whether there is a number to draw."""
        return self.low is not None or self.high is not None


def deciding_measure(claim: Claim, question: Question) -> Measure | None:
    """Return the measure of `claim` that answers `question`: of its very kind, else of a part.

    None when the claim measures nothing of the sort, as with questions of who or when.
    """
    kinds = (
        lambda kind: kind == question.kind,
        lambda kind: kind.startswith(f"{question.kind}."),
        lambda kind: question.kind.startswith(f"{kind}."),
    )
    for fits in kinds:
        found = [m for m in claim.measures if fits(m.kind)]
        same_scope = [m for m in found if m.scope.event == question.scope.event]
        if found:
            return (same_scope or found)[0]
    return claim.measures[0] if claim.measures else None


def _dot(measure: Measure) -> float | None:
    """Return the one number a measure was written with, or None for a range."""
    if measure.low is not None and measure.low == measure.high:
        return measure.low
    written = measure.nominal_low, measure.nominal_high
    if measure.approximate and written[0] is not None and written[0] == written[1]:
        return written[0]
    return None


def _answer(index: Index, claim: Claim, question: Question) -> Answer:
    measure = deciding_measure(claim, question)
    shown = quotation(index, claim)
    if measure is None:
        return Answer("", claim.text, None, None, None, shown)
    return Answer(
        words=measure_words(measure),
        text=measure.text,
        low=measure.low,
        high=measure.high,
        dot=_dot(measure),
        quotation=shown,
    )


def answers(index: Index, question: Question) -> tuple[Answer, ...]:
    """Return the answers to `question`, the smallest first and those without a number last."""
    claims = index.case.claim_by_id
    found = [_answer(index, claims[claim], question) for claim in question.claims]
    return tuple(sorted(found, key=_by_size))


def _by_size(answer: Answer) -> tuple[bool, float, float, int]:
    low = answer.low if answer.low is not None else (answer.high or 0.0)
    high = answer.high if answer.high is not None else float("inf")
    return (not answer.drawable, low, high, answer.quotation.number)


def question_unit(index: Index, question: Question) -> str | None:
    """Return the unit in which a question is answered, or None for plain numbers."""
    for claim in question.claims:
        measure = deciding_measure(index.case.claim_by_id[claim], question)
        if measure is not None and measure.unit:
            return measure.unit
    return None
