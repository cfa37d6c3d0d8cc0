"""Who changed their answer: each history as steps with their quotations."""

from dataclasses import dataclass

from variorum.model import Change, History
from variorum.publish.base.date_labels import date_words
from variorum.publish.base.index import Index
from variorum.publish.base.quoted_claims import Quotation, quotation
from variorum.publish.base.vocabulary import CHANGE_WORDS


@dataclass(frozen=True)
class HistoryView:
    """One speaker's answers to one question, in order.

    A step is when an answer was given, in which words, the quotation, and whether it was given up.
    """

    name: str
    question: str
    question_number: int
    change: str
    because: str
    steps: tuple[tuple[str, str, Quotation, bool], ...]

    @property
    def between(self) -> str:
        """What others answered before the answer was changed."""
        return self.because.partition(" In between: ")[2]


def history_view(index: Index, history: History) -> HistoryView:
    """Return one speaker's answers to one question."""
    claims, questions = index.case.claim_by_id, index.case.question_by_id
    return HistoryView(
        name=history.name[:1].upper() + history.name[1:],
        question=questions[history.question].label,
        question_number=index.question_number[history.question],
        change=CHANGE_WORDS[history.change],
        because=history.because,
        steps=tuple(
            (
                date_words(step.when),
                step.words,
                quotation(index, claims[step.claim]),
                step.claim in history.superseded,
            )
            for step in history.steps
        ),
    )


def history_views(index: Index) -> tuple[tuple[HistoryView, ...], tuple[HistoryView, ...]]:
    """Return the histories in which an answer changed, and those in which it was held."""
    told = [h for h in index.case.histories if h.question in index.question_number]
    changed = tuple(history_view(index, h) for h in told if h.change is not Change.HELD)
    return changed, tuple(history_view(index, h) for h in told if h.change is Change.HELD)
