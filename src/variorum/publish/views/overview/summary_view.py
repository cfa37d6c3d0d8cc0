"""The record at a glance: a line for each dispute, who changed, what was agreed, what is missing.

The terminal, the notebook and `variorum show --json` write the same view.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace

from variorum.case import Case
from variorum.model import Answer, Change, Claim, Contradiction, Dispute, History, Position
from variorum.publish.base.answer_ranges import measures_at
from variorum.publish.base.date_labels import date_words
from variorum.publish.base.index import Index
from variorum.publish.base.vocabulary import GAP_WORDS, RULE_WORDS, speaker_name
from variorum.publish.views.agreed.terms_view import tally
from variorum.publish.views.overview.abstract_view import abstract, as_of
from variorum.publish.views.overview.title_view import title_of
from variorum.wording import count, joined, range_words

ENGLISH = "en"
INFINITE = float("inf")
COUNTED = re.compile(r"How many (.+)\?")


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
        """The two answers furthest apart: the one that ends lowest, the one that begins highest."""
        known = [line for line in self.answers if not line.label.startswith("not ")]
        low = min(known, key=lambda a: INFINITE if a.high is None else a.high, default=None)
        high = max(known, key=lambda a: -INFINITE if a.low is None else a.low, default=None)
        return (low, high) if low and high and low is not high else ()


@dataclass(frozen=True)
class Summary:
    """What fits on one screen, and what is left out of it only where there is no more."""

    title: str
    abstract: tuple[str, ...]
    as_of: str | None
    counts: tuple[tuple[int, str], ...]
    conflicts: tuple[Conflict, ...]
    changes: tuple[str, ...]
    agreements: str
    gaps: tuple[str, ...]


def folded(text: str) -> str:
    """Return a text without case and diacritics, to be found by."""
    plain = unicodedata.normalize("NFKD", text)
    return "".join(c for c in plain if not unicodedata.combining(c)).casefold()


def named_by(case: Case, name: str) -> frozenset[str]:
    """Return the claims that a source makes, passes on or publishes; part of its name will do."""
    wanted = folded(name)

    def names(claim: Claim) -> Iterator[str]:
        yield case.document_by_id[claim.document].name
        yield claim.speaker.name
        yield from (link.name for link in claim.relay)

    return frozenset(c.id for c in case.claims if any(wanted in folded(n) for n in names(c)))


def short(question: str) -> str:
    """Return what a question asks in few words: "foreign fighters left", "people killed"."""
    match = COUNTED.fullmatch(question)
    return match[1].replace(" were ", " ", 1) if match else question


def summary(index: Index, source: str | None = None, question: str | None = None) -> Summary:
    """Return the record at a glance.

    Args:
        index: the case.
        source: only what a source of this name says, or part of it.
        question: only what has this word in its question.
    """
    own = named_by(index.case, source) if source else None
    asked = folded(question or "")
    found = (narrowed(one, own) for one in conflicts(index) if asked in folded(one.label))
    return Summary(
        title=title_of(index.case),
        abstract=tuple(sentence.text for sentence in abstract(index)),
        as_of=as_of(index),
        counts=counts(index),
        conflicts=tuple(one for one in found if one.answers),
        changes=tuple(_changes(index, own, asked)),
        agreements=_agreements(index),
        gaps=_gaps(index.case),
    )


def narrowed(conflict: Conflict, claims: Collection[str] | None) -> Conflict:
    """Return a conflict with the answers alone that some claims give; all of them for None."""
    if claims is None:
        return conflict
    kept = (
        replace(line, answers=tuple(a for a in line.answers if a.claim in claims))
        for line in conflict.answers
    )
    return replace(conflict, answers=tuple(line for line in kept if line.answers))


def conflicts(index: Index) -> tuple[Conflict, ...]:
    """Return the disputes by their rank, then the contradictions that belong to none."""
    proofs = {proof.id: proof for proof in index.case.contradictions}
    disputes = sorted(index.case.disputes, key=lambda dispute: dispute.rank)
    found = [_of_dispute(index, dispute, proofs) for dispute in disputes]
    held = {proof for dispute in disputes for proof in dispute.proofs}
    loose: dict[str, list[Contradiction]] = {}
    for proof in index.case.contradictions:
        if proof.id not in held:
            loose.setdefault(proof.questions[0], []).append(proof)
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
    if index.case.document_by_id[claim.document].language == ENGLISH:
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


def counts(index: Index) -> tuple[tuple[int, str], ...]:
    """Return how many there are of what a record holds, each with what one of them is called."""
    case = index.case
    sets = sum(document.data_set is not None for document in case.documents)
    languages = {document.language for document in case.documents if document.language}
    return (
        (len(case.documents) - sets, "report"),
        *([(sets, "event data set")] if sets else []),
        (len(languages), "language"),
        (index.whole_count, "claim"),
        (len(case.origins), "origin"),
        (len(case.questions), "question"),
        (len(conflicts(index)), "dispute"),
    )


def _changes(index: Index, claims: Collection[str] | None, asked: str) -> Iterator[str]:
    """Yield a line for each history in which an answer changed."""
    for history in index.case.histories:
        question = index.case.question_by_id.get(history.question)
        own = claims is None or any(step.claim in claims for step in history.steps)
        changed = history.change is not Change.HELD and own
        if changed and question and asked in folded(question.label):
            yield _change(history, question.label)


def _change(history: History, question: str) -> str:
    """Return the steps of a history in a line; a day that all were told on stands at its end."""
    name = history.name[:1].upper() + history.name[1:]
    days = [date_words(step.when) for step in history.steps]
    together = f", all told {days[0]}" if len(set(days)) == 1 else ""
    told = zip(history.steps, days, strict=True)
    steps = (f"“{step.words}”" + ("" if together else f" {day}") for step, day in told)
    return f"{name}: {' → '.join(steps)}{together} ({short(question)})"


def _agreements(index: Index) -> str:
    terms = [term for agreement in index.case.agreements for term in agreement.terms]
    told = f" with {tally(terms)}" if terms else ""
    found = len(index.case.agreements)
    promises = sum(bool(commitment.claims) for commitment in index.case.commitments)
    if found:
        return f"{count(found, 'agreement')}{told}"
    return f"{count(promises, 'promise')} with an outcome" if promises else ""


def _gaps(case: Case) -> tuple[str, ...]:
    """Return how many gaps there are of each kind, the most first."""
    kinds = Counter(gap.kind for gap in (*case.gaps, *case.comparison.gaps))
    ordered = sorted(kinds, key=lambda kind: (-kinds[kind], kind))
    return tuple(count(kinds[kind], *GAP_WORDS.get(kind, (kind,))) for kind in ordered)
