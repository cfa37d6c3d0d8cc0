"""The questions: who answers what, and the chart of the answers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from variorum.model import Question, QuestionStatus
from variorum.publish.answers import Answer, answers, question_unit
from variorum.publish.charts import Interval, intervals_chart, plain_label
from variorum.publish.index import Index
from variorum.publish.words import joined

__all__ = ["QuestionView", "question_views"]

LONGEST_NAME = 52
MOST_ROWS = 14
STATUS_ORDER = (
    QuestionStatus.DISPUTED,
    QuestionStatus.INCOMPARABLE,
    QuestionStatus.AGREED,
    QuestionStatus.SINGLE,
)
STATUS_WORDS = {
    QuestionStatus.DISPUTED: "disputed",
    QuestionStatus.INCOMPARABLE: "differ in scope",
    QuestionStatus.AGREED: "can all be true",
    QuestionStatus.SINGLE: "one answer",
}


@dataclass(frozen=True)
class QuestionView:
    """One question with its answers; the chart is empty where there is nothing to draw."""

    number: int
    label: str
    status: str
    disputed: bool
    answers: tuple[Answer, ...]
    chart: Markup
    undrawn: int


def _colour(answer: Answer) -> int:
    return answer.quotation.badge.colour if answer.quotation.badge else 0


def _row_label(same: Sequence[Answer]) -> str:
    first = same[0]
    sigla = list(dict.fromkeys(a.quotation.badge.siglum for a in same if a.quotation.badge))
    names = list(dict.fromkeys(answer.quotation.speaker for answer in same))
    more = f" +{len(names) - 1}" if len(names) > 1 else ""
    who = plain_label(names[0], 26) + more
    return plain_label(f"{' '.join(sigla[:4])}  {who}: {first.words}".strip(), LONGEST_NAME)


def _same_answers(drawable: Sequence[Answer]) -> list[list[Answer]]:
    """Gather the answers that give the same range into one row."""
    rows: dict[tuple[float | None, float | None, float | None], list[Answer]] = {}
    for answer in drawable:
        rows.setdefault((answer.low, answer.high, answer.dot), []).append(answer)
    return list(rows.values())


def _chart(label: str, rows: Sequence[Sequence[Answer]], unit: str | None) -> Markup:
    intervals = [
        Interval(_row_label(same), same[0].low, same[0].high, same[0].dot, _colour(same[0]))
        for same in rows
    ]
    said = joined(f"{same[0].quotation.speaker}, {same[0].words}" for same in rows)
    return intervals_chart(intervals, f"Answers to “{label}”: {said}.", unit)


def _view(index: Index, number: int, question: Question) -> QuestionView:
    given = answers(index, question)
    rows = _same_answers([answer for answer in given if answer.drawable])
    draw = sum(answer.drawable for answer in given) >= 2
    unit = question_unit(index, question)
    return QuestionView(
        number=number,
        label=question.label,
        status=STATUS_WORDS[question.status],
        disputed=question.status is QuestionStatus.DISPUTED,
        answers=given,
        chart=_chart(question.label, rows[:MOST_ROWS], unit) if draw else Markup(""),
        undrawn=max(0, len(rows) - MOST_ROWS) if draw else 0,
    )


def question_views(index: Index) -> tuple[tuple[QuestionView, ...], tuple[QuestionView, ...]]:
    """Return the questions with several answers, the disputed first, and those with one."""
    ordered = sorted(
        index.case.questions,
        key=lambda q: (STATUS_ORDER.index(q.status), -len(q.claims), q.label, q.id),
    )
    views = [_view(index, number, question) for number, question in enumerate(ordered, start=1)]
    several = tuple(view for view in views if len(view.answers) > 1)
    return several, tuple(view for view in views if len(view.answers) == 1)
