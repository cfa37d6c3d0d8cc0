"""The questions, and who answers what."""

from collections.abc import Sequence
from types import SimpleNamespace

from variorum.grouping import grouped
from variorum.model import Difference, Question, QuestionStatus
from variorum.publish.base.answer_ranges import Answer, answers
from variorum.publish.base.index import Index
from variorum.publish.base.quoted_claims import Quotation
from variorum.publish.base.vocabulary import STATUS_WORDS
from variorum.publish.views.overview.differing_view import is_told_differently

Voice = tuple[list[tuple[str, Quotation]], bool]
"""The quotations of one answer in one speaker's name, and whether it was later given up."""
SameAnswer = tuple[str, tuple[Voice, ...], bool]
"""An answer in words, who gives it, and whether the reports tell no more than the number."""


def _voices(same: Sequence[Answer]) -> tuple[Voice, ...]:
    """Gather the answers of one speaker of one origin."""
    by_speaker = grouped(
        ((said.badge and said.badge.siglum, said.speaker, answer.given_up), (answer.text, said))
        for answer in same
        for said in [answer.quotation]
    )
    return tuple((said, given_up) for (*_, given_up), said in by_speaker.items())


def _same_answers(given: Sequence[Answer]) -> tuple[SameAnswer, ...]:
    by_words = grouped(((one.words, one.low, one.high, one.bare), one) for one in given)
    return tuple((same[0].words, _voices(same), same[0].bare) for same in by_words.values())


def _view(index: Index, number: int, question: Question) -> SimpleNamespace:
    given = answers(index, question)
    return SimpleNamespace(
        number=number,
        label=question.label,
        status=STATUS_WORDS[question.status],
        disputed=question.status is QuestionStatus.DISPUTED,
        differing=is_told_differently(question),
        answers=_same_answers(given),
        claims=tuple(dict.fromkeys(answer.quotation.number for answer in given)),
        differs=tuple(_difference(index, one) for one in question.differs),
    )


def _difference(index: Index, told: Difference) -> tuple[int, str, str]:
    """Return the number and the label of a question that differs in one aspect, and how."""
    other = index.case.question_by_id[told.question]
    how = f"{told.aspect}: here {told.here or 'not stated'}, there {told.there or 'not stated'}"
    return index.question_number[other.id], other.label, how


def question_views(index: Index) -> tuple[SimpleNamespace, ...]:
    """Return the questions, the disputed first.

    One is `differing` where it is told differently, and nothing tells that all mean the same.
    """
    return tuple(
        _view(index, index.question_number[question.id], question)
        for question in index.ordered_questions
    )
