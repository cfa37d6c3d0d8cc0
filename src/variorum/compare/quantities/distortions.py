"""What changed on the way from one report to the next: a number, a noun, a bound or a modality.

Reports that take from one source, and the source itself, tell of the same figures. A hedge is lost
on the way and not added: what two retellings that know nothing of each other have ("at least 250"),
their source had, and who leaves it out has changed it. Where one report alone has the number of the
others with a narrower noun ("4,000 people" becomes "4,000 fighters"), or another number among the
same figures, that has changed. What a retelling has from somebody else is no change.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from enum import StrEnum

from variorum.compare.quantities.answers import Reply, Standing
from variorum.compare.quantities.labels import quoted
from variorum.compare.solver.constraints import Variable
from variorum.grouping import distinct, grouped
from variorum.model import Claim, Derivation, DerivationKind, Distortion, Document
from variorum.taxonomy import Taxonomy

NUMBER, NOUN, BOUND, MODALITY = "number", "noun", "bound", "modality"

# Smaller numbers are shared by chance.
SMALLEST = 10
# Numbers are the same where they lie no further apart than this share.
SAME = 0.02
# A noun or a hedge is that of the source where so many reports have it.
LEAST_REPORTS = 2
# A number is that of the source where so many reports have it, and one alone has another.
AGREEING_REPORTS = 3
# Two reports list the same figures where so many others of them agree.
SHARED_FIGURES = 2


class _Shape(StrEnum):
    """What the words beside a number make of it."""

    LEAST = "at least"
    MOST = "at most"
    ABOUT = "about"
    PLAIN = "exactly"


# What each shape loses where it turns into another.
HARDER = {
    _Shape.LEAST: {_Shape.PLAIN, _Shape.ABOUT},
    _Shape.MOST: {_Shape.PLAIN, _Shape.ABOUT},
    _Shape.ABOUT: {_Shape.PLAIN},
}


def distortions(
    found: Sequence[Reply],
    lines: Iterable[Derivation],
    documents: Mapping[str, Document],
    taxonomy: Taxonomy,
    taken: Callable[[Claim, str], bool],
) -> tuple[Distortion, ...]:
    """Return the figures that reports changed when they took them from others.

    Args:
        found: every reply.
        lines: who took from whom.
        documents: the documents of the case by id.
        taxonomy: the kinds.
        taken: whether a claim is on the word of a document, or of its own report, and of nobody
            else.
    """
    sourced = [(line, line.source) for line in lines if line.source is not None]
    takers = distinct((source, line.document) for line, source in sourced)
    root = {line.document: source for line, source in sourced if line.kind is DerivationKind.COPY}
    told_of = (reply for reply in found if _number(reply) >= SMALLEST and not reply.polarity)
    by_document = grouped((reply.claim.document, reply) for reply in told_of)
    told: dict[str, Distortion] = {}
    for source, own in sorted(takers.items()):
        members = [r for d in sorted({source, *own}) for r in by_document.get(d, ())]
        family = _Family(source, [r for r in members if taken(r.claim, source)], root, taxonomy)
        for changed in (r for r in family.replies if r.claim.document != source):
            for what, original in family.changes(changed):
                row = _row(original, changed, what, documents)
                told.setdefault(f"{row.to} {row.span.start}", row)
    return tuple(told.values())


class _Family:
    """What a source and the reports that took from it say on its word."""

    def __init__(
        self, source: str, replies: Sequence[Reply], root: Mapping[str, str], taxonomy: Taxonomy
    ) -> None:
        self.source = source
        self.replies = replies
        self._root = root
        self._taxonomy = taxonomy

    def changes(self, changed: Reply) -> Iterable[tuple[str, Reply]]:
        """Yield what a report changed, with a reply that has it as it was: one at most."""
        told = self._noun(changed) or self._softer(changed) or self._other_number(changed)
        if told is not None:
            yield told

    def _reports(self, replies: Iterable[Reply]) -> set[str]:
        """Return the reports of replies, a copy as the one that it copies."""
        return {self._root.get(r.claim.document, r.claim.document) for r in replies}

    def _noun(self, changed: Reply) -> tuple[str, Reply] | None:
        """Return that a report counts fewer than its family does with the same number."""
        same = [r for r in self.replies if _same_figure(r, changed)]
        own = {r.claim.document for r in same if _same_kind(r, changed)}
        wider = [
            r
            for r in same
            if not _same_kind(r, changed)
            and self._taxonomy.within(changed.variable.kind, r.variable.kind)
            and r.claim.document not in own
        ]
        reports = self._reports(wider)
        alone = len(reports) >= LEAST_REPORTS and len(reports) > len(own)
        return (NOUN, wider[0]) if alone else None

    def _softer(self, changed: Reply) -> tuple[str, Reply] | None:
        """Return that a report left out "at least" or "could" where its source has it."""
        others = [
            r
            for r in self.replies
            if _same_figure(r, changed) and _same_kind(r, changed) and not self._one(r, changed)
        ]
        first = [r for r in others if r.claim.document == self.source]
        fact = changed.standing is Standing.FACT
        if first and fact and not any(r.standing is Standing.FACT for r in first):
            return (MODALITY, first[0]) if _shape(changed) is _Shape.PLAIN else None
        if any(_shape(r) is _Shape.PLAIN for r in first):
            return None
        for shape, harder in HARDER.items():
            softer = [r for r in others if _shape(r) is shape]
            had = any(r in first for r in softer) or len(self._reports(softer)) >= LEAST_REPORTS
            if had and _shape(changed) in harder and fact:
                return BOUND, softer[0]
        return None

    def _other_number(self, changed: Reply) -> tuple[str, Reply] | None:
        """Return that a report has another number among figures that others tell alike."""
        own = [r for r in self.replies if r.claim.document == changed.claim.document]
        others = [r for r in self.replies if _same_count(r, changed) and not self._one(r, changed)]
        if not others or sum(_same_count(r, changed) for r in own) > 1:
            return None
        usual, _ = Counter(_number(r) for r in others).most_common(1)[0]
        alike = ((r, r.measure) for r in others if _number(r) == usual)
        agreeing = [r for r, m in alike if m.nominal_low == m.nominal_high]
        if len(self._reports(agreeing)) < AGREEING_REPORTS or _allows(changed, usual):
            return None
        listed = {
            r.variable.kind
            for r in own
            if any(
                _same_figure(r, o) and _same_kind(r, o) and not self._one(o, r)
                for o in self.replies
            )
        }
        return (NUMBER, agreeing[0]) if len(listed) >= SHARED_FIGURES else None

    def _one(self, reply: Reply, other: Reply) -> bool:
        return len(self._reports((reply, other))) == 1


def _shape(reply: Reply) -> _Shape:
    measure = reply.measure
    if measure.high is None:
        return _Shape.LEAST
    if measure.low is None:
        return _Shape.MOST
    return _Shape.PLAIN if measure.low == measure.high else _Shape.ABOUT


def _allows(reply: Reply, number: float) -> bool:
    """Return whether the words for a number may mean another."""
    low, high = reply.measure.low, reply.measure.high
    return (low is None or low <= number) and (high is None or number <= high)


def _number(reply: Reply) -> float:
    """Return the number as written, or the middle of its range, or its one end."""
    measure = reply.measure
    written = [end for end in (measure.nominal_low, measure.nominal_high) if end is not None]
    ends = written or [end for end in (measure.low, measure.high) if end is not None]
    return sum(ends) / len(ends) if ends else 0.0


def as_witnesses(found: Iterable[Reply], changed: Iterable[Distortion]) -> list[Reply]:
    """Return the replies without what was changed on the way: no retelling is its witness.

    Who left out "at least" answers as the source does; another number or noun is no answer.

    Args:
        found: every reply.
        changed: the distortions.
    """
    found = list(found)
    rows = {(row.to, row.span.start): row for row in changed}
    told = {(r.claim.id, _whenever(r)): r for r in found}
    kept: list[Reply] = []
    for reply in found:
        row = rows.get((reply.claim.id, reply.measure.span.start))
        original = told.get((row.source, _whenever(reply))) if row else None
        if row is None or (row.what == MODALITY and original is None):
            kept.append(reply)
        elif original is not None and row.what in {BOUND, MODALITY}:
            kept.append(_as_told(reply, original))
    return kept


def _whenever(reply: Reply) -> Variable:
    """Return what is counted, on whatever day."""
    return replace(reply.variable, as_of="", window="")


def _as_told(reply: Reply, original: Reply) -> Reply:
    """Return a reply with the range of what it was taken from, in its own words."""
    ends = ("low", "high", "nominal_low", "nominal_high", "approximate")
    measure = reply.measure.model_copy(update={e: getattr(original.measure, e) for e in ends})
    return replace(reply, low=original.low, high=original.high, measure=measure)


def _scope(reply: Reply) -> tuple[object, ...]:
    variable = reply.variable
    return variable.event, variable.per, variable.event_group


def _same_kind(one: Reply, other: Reply) -> bool:
    return one.variable.kind == other.variable.kind


def _same_count(one: Reply, other: Reply) -> bool:
    """Return whether two replies count the same, whatever the number."""
    return _scope(one) == _scope(other) and bool(one.variable.event) and _same_kind(one, other)


def _same_figure(one: Reply, other: Reply) -> bool:
    a, b = _number(one), _number(other)
    return (
        _scope(one) == _scope(other) and bool(one.variable.event) and abs(a - b) <= SAME * max(a, b)
    )


def _row(told: Reply, changed: Reply, what: str, documents: Mapping[str, Document]) -> Distortion:
    origin, taker = (documents[r.claim.document].name for r in (told, changed))
    return Distortion(
        source=told.claim.id,
        to=changed.claim.id,
        what=what,
        span=changed.measure.span,
        because=f"{origin} has {quoted(told)}; {taker}, from the same source, {quoted(changed)}.",
    )
