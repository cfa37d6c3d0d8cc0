"""Questions told differently: answers that cannot all be given to the same, and may be of several.

A toll that rose, a part, another day: where the text does not tell whether two numbers are about
the same, they are no contradiction, and a reader wants to see them side by side all the same.
"""

from collections.abc import Sequence

from variorum.grouping import grouped
from variorum.model import Answer, Question, QuestionStatus
from variorum.publish.base.answer_ranges import measures_at
from variorum.publish.base.index import Index
from variorum.publish.base.vocabulary import measure_words, speaker_name
from variorum.publish.views.overview.conflicts_view import INFINITE, AnswerLine, Conflict

WHY_NOT_COMPARED = (
    "Not comparable: the reports do not tell whether these are about the same, on the same day."
)
# What the reports count in words of their own, which nobody else may mean.
_OWN_WORDS = "things"


def is_told_differently(question: Question) -> bool:
    """Return whether two answers leave nothing in common, and are not known to be of the same."""
    if question.status is not QuestionStatus.INCOMPARABLE or question.kind.startswith(_OWN_WORDS):
        return False
    lows = [answer.low for answer in question.answers if answer.low is not None]
    highs = [answer.high for answer in question.answers if answer.high is not None]
    return bool(lows and highs) and max(lows) > min(highs)


def differing(index: Index, after: int = 0) -> tuple[Conflict, ...]:
    """Return the questions told differently, those that most origins answer first.

    Args:
        index: the case.
        after: how many disputes are numbered before them.
    """
    told = [question for question in index.ordered_questions if is_told_differently(question)]
    told.sort(key=lambda question: -len(_origins(index, question.answers)))
    return tuple(
        Conflict(number, question.label, _lines(index, question), ())
        for number, question in enumerate(told, after + 1)
    )


def _lines(index: Index, question: Question) -> tuple[AnswerLine, ...]:
    same = grouped(
        ((a.low or 0.0, INFINITE if a.high is None else a.high, _words(index, a)), a)
        for a in question.answers
    )
    return tuple(_line(index, words, given) for (_, _, words), given in sorted(same.items()))


def _words(index: Index, answer: Answer) -> str:
    measures = measures_at(index.case.claim_by_id[answer.claim], [answer.span])
    return measure_words(measures[0]) if measures else ("yes" if answer.low else "no")


def _line(index: Index, words: str, given: Sequence[Answer]) -> AnswerLine:
    claims = (index.case.claim_by_id[answer.claim] for answer in given)
    return AnswerLine(
        label=words,
        low=given[0].low,
        high=given[0].high,
        origins=len(_origins(index, given)),
        speakers=tuple(dict.fromkeys(speaker_name(claim.speaker) for claim in claims)),
        answers=tuple(given),
        reprints=(),
        steps=(),
    )


def _origins(index: Index, given: Sequence[Answer]) -> set[str]:
    badges = (index.badge_of(index.case.claim_by_id[answer.claim]) for answer in given)
    return {badge.siglum if badge else "" for badge in badges}
