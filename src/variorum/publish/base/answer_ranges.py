"""What each claim answers to a question: the measure that counts, and its range in one unit."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from variorum import taxonomy
from variorum.model import Claim, Measure, Question, Span
from variorum.publish.base.index import Index
from variorum.publish.base.quoted_claims import Quotation, quotation
from variorum.publish.base.vocabulary import measure_words


@dataclass(frozen=True)
class Answer:
    """One claim's answer to one question; a null bound is open.

    The numbers are in the question's common unit; `words` are in the unit the claim was made in.
    """

    words: str
    text: str
    low: float | None
    high: float | None
    quotation: Quotation
    bare: bool = False
    """Whether its report tells nothing of the counted but their number."""
    given_up: bool = False
    """Whether its speaker later put it right or took it back."""

    @property
    def drawable(self) -> bool:
        """Whether there is a number to draw."""
        return self.low is not None or self.high is not None


def measures_at(claim: Claim, spans: Iterable[Span]) -> list[Measure]:
    """Return the measures of `claim` whose words stand at `spans`."""
    places = {(span.start, span.end) for span in spans}
    return [m for m in claim.measures if (m.span.start, m.span.end) in places]


def deciding_measures(claim: Claim, question: Question) -> list[Measure]:
    """Return the measures of `claim` that answer `question`.

    Empty when the claim measures nothing of the sort, as with questions of who or when.
    """
    return measures_at(claim, (a.span for a in question.answers if a.claim == claim.id))


def common_unit(index: Index, question: Question) -> str | None:
    """Return the unit that most answers to a question are made in, None for plain numbers."""
    claims = (index.case.claim_by_id[claim] for claim in question.claims)
    measures = (m for claim in claims for m in deciding_measures(claim, question))
    units = Counter(measure.unit for measure in measures if measure.unit)
    return min(units, key=lambda unit: (-units[unit], unit)) if units else None


def in_unit(value: float | None, kind: str, unit: str | None) -> float | None:
    """Return a bound of a version, which is in the kind's first unit, in `unit`."""
    known = taxonomy.load().units.get(unit or "")
    if value is None or known is None or not known.factor or known.kind != kind.partition(".")[0]:
        return value
    return value / known.factor


def _converted(value: float | None, measure: Measure, unit: str | None) -> float | None:
    if value is None or not measure.unit or not unit:
        return value
    return taxonomy.load().convert(value, measure.unit, unit)


def _answer(shown: Quotation, measure: Measure, unit: str | None) -> Answer:
    if measure.polarity and measure.high != 0:
        # "Some" is an answer, but no number that a chart could show.
        return Answer(measure_words(measure), measure.text, None, None, shown)
    return Answer(
        words=measure_words(measure),
        text=measure.text,
        low=_converted(measure.low, measure, unit),
        high=_converted(measure.high, measure, unit),
        quotation=shown,
    )


def answers(index: Index, question: Question) -> tuple[Answer, ...]:
    """Return the answers to `question`, the smallest first and those without a number last."""
    unit = common_unit(index, question)
    bare = {(a.claim, a.span.start) for a in question.answers if a.standing == "bare"}
    found: list[Answer] = []
    for claim in (index.case.claim_by_id[claim] for claim in question.claims):
        shown = quotation(index, claim)
        given = [
            replace(_answer(shown, m, unit), bare=(claim.id, m.span.start) in bare)
            for m in deciding_measures(claim, question)
        ]
        label = index.position_labels.get((question.id, claim.id))
        given = given or [*_worded(shown, claim, question, label)]
        left = (claim.id, question.id) in index.superseded
        found += [replace(answer, given_up=left) for answer in given]
    return tuple(sorted(found, key=_by_size))


def _worded(
    shown: Quotation, claim: Claim, question: Question, label: str | None
) -> Iterator[Answer]:
    """Yield the answers in words: yes or no, a day, or who; the whole claim where none is told."""
    own = [answer for answer in question.answers if answer.claim == claim.id]
    for answer in own:
        told = " ".join(answer.span.exact.split())
        words = {1.0: "yes", 0.0: "no"}.get(-1.0 if answer.low is None else answer.low, told)
        yield Answer(label or words, told, None, None, shown)
    if not own:
        yield Answer("", claim.text, None, None, shown)


def _by_size(answer: Answer) -> tuple[bool, float, float, int]:
    low = answer.low if answer.low is not None else (answer.high or 0.0)
    high = answer.high if answer.high is not None else float("inf")
    return (not answer.drawable, low, high, answer.quotation.number)
