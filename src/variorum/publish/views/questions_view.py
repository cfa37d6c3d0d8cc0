"""The questions: who answers what, and the answers that are drawn."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from variorum.model import Difference, Question, QuestionStatus
from variorum.publish.base.answer_ranges import Answer, answers, common_unit
from variorum.publish.base.index import Index
from variorum.publish.base.quoted_claims import Quotation
from variorum.publish.base.vocabulary import STATUS_WORDS, unit_words
from variorum.wording import joined, shortened

__all__ = ["Interval", "Intervals", "QuestionView", "SameAnswer", "Voice", "question_views"]

LONGEST_NAME = 30
LONGEST_LABEL = 58
MOST_ROWS = 14


@dataclass(frozen=True)
class Voice:
    """All who give one answer in one speaker's name: the same person in several reports."""

    quotations: tuple[tuple[str, Quotation], ...]
    given_up: bool = False
    """Whether the speaker later put the answer right or took it back."""

    @property
    def first(self) -> Quotation:
        """The quotation that stands for all."""
        return self.quotations[0][1]


@dataclass(frozen=True)
class SameAnswer:
    """The claims that give one answer, by speaker."""

    words: str
    voices: tuple[Voice, ...]
    bare: bool = False
    """Whether the reports tell nothing of the counted but their number."""


@dataclass(frozen=True)
class Interval:
    """One row of an interval chart; null bounds run to the edge, `dot` is a number as written."""

    label: str
    low: float | None
    high: float | None
    dot: float | None
    colour: int


@dataclass(frozen=True)
class Intervals:
    """Answers to draw on one axis, each with at least one bound.

    `label` says what the chart shows, for those who do not see it; `unit` is written under the
    axis, None for plain numbers.
    """

    rows: tuple[Interval, ...]
    label: str
    unit: str | None


@dataclass(frozen=True)
class QuestionView:
    """One question with its answers; no chart where there is nothing to compare."""

    number: int
    label: str
    status: str
    disputed: bool
    answers: tuple[SameAnswer, ...]
    chart: Intervals | None
    undrawn: int
    differs: tuple[tuple[int, str, str], ...] = ()
    """Questions that differ in one aspect of the scope: number, label, and how they differ."""


def _siglum(answer: Answer) -> str:
    return answer.quotation.badge.siglum if answer.quotation.badge else ""


def _voices(same: Sequence[Answer]) -> tuple[Voice, ...]:
    """Gather the answers of one speaker of one origin."""
    by_speaker: dict[tuple[str, str, bool], list[tuple[str, Quotation]]] = {}
    for answer in same:
        key = (_siglum(answer), answer.quotation.speaker, answer.given_up)
        by_speaker.setdefault(key, []).append((answer.text, answer.quotation))
    return tuple(Voice(tuple(said), key[2]) for key, said in by_speaker.items())


def _same_answers(given: Sequence[Answer]) -> tuple[SameAnswer, ...]:
    by_words: dict[object, list[Answer]] = {}
    for answer in given:
        key = (answer.words, answer.low, answer.high, answer.bare)
        by_words.setdefault(key, []).append(answer)
    return tuple(
        SameAnswer(same[0].words, _voices(same), same[0].bare) for same in by_words.values()
    )


def _rows(given: Sequence[Answer]) -> list[list[Answer]]:
    """Gather the answers to draw: a row for each range and origin."""
    rows: dict[object, list[Answer]] = {}
    for answer in given:
        if answer.drawable:
            key = (answer.low, answer.high, answer.dot, _siglum(answer))
            rows.setdefault(key, []).append(answer)
    return list(rows.values())


def _interval(same: Sequence[Answer]) -> Interval:
    first = same[0]
    names = dict.fromkeys(answer.quotation.speaker for answer in same)
    more = f" and {len(names) - 1} more" if len(names) > 1 else ""
    said = f"{shortened(first.quotation.speaker, LONGEST_NAME)}{more}: {first.words}"
    badge = first.quotation.badge
    return Interval(
        label=shortened(f"{_siglum(first)}  {said}".strip(), LONGEST_LABEL),
        low=first.low,
        high=first.high,
        dot=first.dot,
        colour=badge.colour if badge else 0,
    )


def _chart(label: str, rows: Sequence[Sequence[Answer]], unit: str | None) -> Intervals:
    said = joined(f"{same[0].quotation.speaker}, {same[0].words}" for same in rows)
    name = f"Answers to “{label}”: {said}. The table has them all."
    return Intervals(tuple(map(_interval, rows)), name, unit_words(unit))


def _view(index: Index, number: int, question: Question) -> QuestionView:
    given = answers(index, question)
    rows = _rows(given)
    # One answer that all give needs no drawing.
    draw = len({(same[0].low, same[0].high) for same in rows}) > 1
    shown = rows[:MOST_ROWS] if draw else []
    unit = common_unit(index, question)
    return QuestionView(
        number=number,
        label=question.label,
        status=STATUS_WORDS[question.status],
        disputed=question.status is QuestionStatus.DISPUTED,
        answers=_same_answers(given),
        chart=_chart(question.label, shown, unit) if draw else None,
        undrawn=len(rows) - len(shown) if draw else 0,
        differs=tuple(_difference(index, one) for one in question.differs),
    )


def _difference(index: Index, told: Difference) -> tuple[int, str, str]:
    other = index.case.question_by_id[told.question]
    how = f"{told.aspect}: here {told.here or 'not stated'}, there {told.there or 'not stated'}"
    return index.question_number[other.id], other.label, how


def question_views(index: Index) -> tuple[tuple[QuestionView, ...], tuple[QuestionView, ...]]:
    """Return the questions with several claims, the disputed first, and those with one."""
    several: list[QuestionView] = []
    single: list[QuestionView] = []
    for question in index.ordered_questions:
        views = several if len(question.claims) > 1 else single
        views.append(_view(index, index.question_number[question.id], question))
    return tuple(several), tuple(single)
