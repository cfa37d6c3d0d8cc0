"""The questions, and who answers what."""

from collections.abc import Sequence
from dataclasses import dataclass

from variorum.grouping import grouped
from variorum.model import Difference, Question, QuestionStatus
from variorum.publish.base.answer_ranges import Answer, answers
from variorum.publish.base.index import Index
from variorum.publish.base.quoted_claims import Quotation
from variorum.publish.base.vocabulary import STATUS_WORDS
from variorum.publish.views.overview.differing_view import is_told_differently


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
class QuestionView:
    """One question with its answers; no chart where there is nothing to compare."""

    number: int
    label: str
    status: str
    disputed: bool
    differing: bool
    """Whether it is told differently, and nothing tells that all are about the same."""
    answers: tuple[SameAnswer, ...]
    claims: tuple[int, ...]
    differs: tuple[tuple[int, str, str], ...] = ()
    """Questions that differ in one aspect of the scope: number, label, and how they differ."""


def _voices(same: Sequence[Answer]) -> tuple[Voice, ...]:
    """Gather the answers of one speaker of one origin."""
    by_speaker = grouped(
        ((said.badge and said.badge.siglum, said.speaker, answer.given_up), (answer.text, said))
        for answer in same
        for said in [answer.quotation]
    )
    return tuple(Voice(tuple(said), given_up) for (*_, given_up), said in by_speaker.items())


def _same_answers(given: Sequence[Answer]) -> tuple[SameAnswer, ...]:
    by_words = grouped(((one.words, one.low, one.high, one.bare), one) for one in given)
    return tuple(
        SameAnswer(same[0].words, _voices(same), same[0].bare) for same in by_words.values()
    )


def _view(index: Index, number: int, question: Question) -> QuestionView:
    given = answers(index, question)
    return QuestionView(
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
    other = index.case.question_by_id[told.question]
    how = f"{told.aspect}: here {told.here or 'not stated'}, there {told.there or 'not stated'}"
    return index.question_number[other.id], other.label, how


def question_views(index: Index) -> tuple[QuestionView, ...]:
    """Return the questions, the disputed first."""
    return tuple(
        _view(index, index.question_number[question.id], question)
        for question in index.ordered_questions
    )
