"""What cannot all be true: each dispute as answers in lines, with the proofs."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from variorum.grouping import grouped
from variorum.model import Answer, Contradiction, Dispute, Position
from variorum.publish.base.answer_ranges import measures_at
from variorum.publish.base.index import Index
from variorum.publish.base.vocabulary import RULE_WORDS, speaker_name
from variorum.wording import count, joined, range_words

INFINITE = float("inf")


@dataclass(frozen=True)
class AnswerLine:
    """One position of a dispute; `steps` are those by which it was worked out, if it was."""

    label: str
    low: float | None
    high: float | None
    origins: int
    speakers: tuple[str, ...]
    answers: tuple[Answer, ...]
    reprints: tuple[str, ...]
    steps: tuple[str, ...]

    @property
    def backing(self) -> str:
        """What stands behind it: how many origins, or whose words it is worked out of."""
        if self.steps:
            return f"worked out from the words of {joined(self.speakers)}"
        again = f", {count(len(self.reprints), 'reprint')}" if self.reprints else ""
        return f"{count(self.origins, 'independent origin')}{again}"

    @property
    def claims(self) -> tuple[str, ...]:
        """The claims that give it, each once."""
        return tuple(dict.fromkeys(answer.claim for answer in self.answers))


A = TypeVar("A", AnswerLine, Position)


@dataclass(frozen=True)
class Conflict:
    """What cannot all be true: a dispute, or contradictions about what belongs to none."""

    number: int
    label: str
    answers: tuple[AnswerLine, ...]
    proofs: tuple[Contradiction, ...]
    settled_by: str | None = None
    against: str = ""
    """Why a single answer cannot be true with those to other questions."""

    @property
    def ends(self) -> tuple[AnswerLine, ...]:
        """The two answers furthest apart, if there are two."""
        low, high = furthest(self.answers)
        return (low, high) if low and high and low is not high else ()


def furthest(answers: Sequence[A]) -> tuple[A | None, A | None]:
    """Return the answer that ends lowest, and the one that begins highest.

    What says only how many there were not is passed over.
    """
    known = [answer for answer in answers if not answer.label.startswith("not ")]
    low = min(known, key=lambda a: INFINITE if a.high is None else a.high, default=None)
    return low, max(known, key=lambda a: -INFINITE if a.low is None else a.low, default=None)


def conflicts(index: Index) -> tuple[Conflict, ...]:
    """Return the disputes by their rank, then the contradictions that belong to none."""
    proofs = {proof.id: proof for proof in index.case.contradictions}
    disputes = sorted(index.case.disputes, key=lambda dispute: dispute.rank)
    found = [_of_dispute(index, dispute, proofs) for dispute in disputes]
    held = {proof for dispute in disputes for proof in dispute.proofs}
    loose = grouped((p.questions[0], p) for p in index.case.contradictions if p.id not in held)
    for question, own in loose.items():
        label = index.case.question_by_id[question].label
        each = {(a.claim, a.span.start): a for p in own for a in p.answers}
        answers = tuple(_of_answer(index, answer) for answer in each.values())
        found.append(Conflict(len(found) + 1, label, answers, tuple(own)))
    return tuple(found)


def _of_dispute(index: Index, dispute: Dispute, proofs: dict[str, Contradiction]) -> Conflict:
    lines = tuple(_line(index, position) for position in by_size(dispute.positions))
    told = tuple(proofs[proof] for proof in dispute.proofs)
    rule = str(told[0].rule) if told and len(lines) == 1 else ""
    against = RULE_WORDS.get(rule, rule)
    return Conflict(dispute.rank, dispute.label, lines, told, dispute.settled_by, against)


def by_size(positions: tuple[Position, ...]) -> list[Position]:
    """Return positions in numbers the smallest first, and those in words as they are."""
    if any(position.value is not None for position in positions):
        return list(positions)
    return sorted(positions, key=_bounds)


def _bounds(position: Position) -> tuple[float, float]:
    """Return what a position in numbers is sorted by: where it begins, or else where it ends."""
    high = INFINITE if position.high is None else position.high
    return high if position.low is None else position.low, high


def _line(index: Index, position: Position) -> AnswerLine:
    first = [a for a in position.answers if a.claim == position.first]
    return AnswerLine(
        label=position_label(index, position),
        low=position.low,
        high=position.high,
        origins=len(position.origins),
        speakers=position.speakers,
        answers=(*first, *(a for a in position.answers if a not in first)),
        reprints=position.reprints,
        steps=position.derived,
    )


def position_label(index: Index, position: Position) -> str:
    """Return the label of a position; what is quoted in another language is told as a range."""
    core = position.answers[0] if position.answers else None
    if core is None or position.value is not None or not position.label.startswith("“"):
        return position.label
    claim = index.case.claim_by_id[core.claim]
    if index.case.document_by_id[claim.document].language == "en":
        return position.label
    # Those of whom there may have been more are told as they were counted.
    counted = next((measure.high for measure in measures_at(claim, [core.span])), None)
    return _roughly(position.low, counted if position.high is None else position.high)


def _roughly(low: float | None, high: float | None) -> str:
    """Return a range of a word such as "hundreds", to two figures: "about 200 to 1,200"."""
    first, last = (None if bound is None else float(f"{bound:.2g}") for bound in (low, high))
    return f"{'' if None in (first, last) else 'about '}{range_words(first, last)}"


def _of_answer(index: Index, answer: Answer) -> AnswerLine:
    speaker = index.case.claim_by_id[answer.claim].speaker
    words = " ".join(answer.span.exact.split())
    who = (speaker_name(speaker),)
    return AnswerLine(f"“{words}”", answer.low, answer.high, 1, who, (answer,), (), ())


def narrowed(conflict: Conflict, claims: Collection[str] | None) -> Conflict:
    """Return a conflict with the answers alone that some claims give; all of them for None."""
    if claims is None:
        return conflict
    kept = (
        replace(line, answers=tuple(a for a in line.answers if a.claim in claims))
        for line in conflict.answers
    )
    return replace(conflict, answers=tuple(line for line in kept if line.answers))
