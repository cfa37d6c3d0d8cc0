"""What changed on the way from one report to the next: a noun, a bound or a modality.

Reports that take from one source, and the source itself, tell of the same figures. Where one of
them alone has the number of the others with a narrower noun ("4,000 people" becomes "4,000
fighters"), or leaves out the "at least" or the "could" of its source, it is distorted on the way,
and no witness.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from variorum.compare.quantities.answers import Reply, Standing
from variorum.compare.quantities.labels import quoted
from variorum.model import Derivation, Distortion, Document
from variorum.taxonomy import Taxonomy

__all__ = ["NOUN", "distortions"]

NOUN, BOUND, MODALITY = "noun", "bound", "modality"

# Smaller numbers are shared by chance.
SMALLEST = 10
# Numbers are the same where they lie no further apart than this share.
SAME = 0.02
# A noun is that of the source where so many reports have it, and more than have the other.
LEAST_REPORTS = 2


def distortions(
    found: Sequence[Reply],
    lines: Iterable[Derivation],
    documents: Mapping[str, Document],
    taxonomy: Taxonomy,
) -> tuple[Distortion, ...]:
    """Return the figures that reports changed when they took them from others.

    Args:
        found: every reply.
        lines: who took from whom.
        documents: the documents of the case by id.
        taxonomy: the kinds.
    """
    takers: dict[str, set[str]] = defaultdict(set)
    for line in lines:
        if line.source is not None:
            takers[line.source].add(line.document)
    by_document: dict[str, list[Reply]] = defaultdict(list)
    for reply in found:
        if _number(reply) >= SMALLEST and not reply.polarity:
            by_document[reply.claim.document].append(reply)
    told: dict[str, Distortion] = {}
    for source, own in sorted(takers.items()):
        family = [reply for d in sorted({source, *own}) for reply in by_document[d]]
        for changed in (r for r in family if r.claim.document != source):
            row = _noun(changed, family, documents, taxonomy) or _softness(
                changed, by_document[source], documents
            )
            if row is not None:
                told.setdefault(row.to, row)
    return tuple(told.values())


def _number(reply: Reply) -> float:
    """Return the number as written, else the middle of its range or its one end."""
    measure = reply.measure
    ends = [end for end in (measure.low, measure.high) if end is not None]
    middle = sum(ends) / len(ends) if ends else 0.0
    return measure.nominal_low or measure.nominal_high or middle


def _same_figure(one: Reply, other: Reply) -> bool:
    a, b = _number(one), _number(other)
    scopes = [(r.variable.event, r.variable.per, r.variable.event_group) for r in (one, other)]
    return scopes[0] == scopes[1] and bool(scopes[0][0]) and abs(a - b) <= SAME * max(a, b)


def _noun(
    changed: Reply,
    family: Sequence[Reply],
    documents: Mapping[str, Document],
    taxonomy: Taxonomy,
) -> Distortion | None:
    """Return that a report counts fewer than its family does with the same number."""
    same = [r for r in family if _same_figure(r, changed)]
    own = {r.claim.document for r in same if r.variable.kind == changed.variable.kind}
    wider = [
        r
        for r in same
        if r.variable.kind != changed.variable.kind
        and taxonomy.within(changed.variable.kind, r.variable.kind)
        and r.claim.document not in own
    ]
    reports = {r.claim.document for r in wider}
    if len(reports) < LEAST_REPORTS or len(reports) <= len(own):
        return None
    return _row(wider[0], changed, NOUN, documents)


def _softness(
    changed: Reply, source: Sequence[Reply], documents: Mapping[str, Document]
) -> Distortion | None:
    """Return that a report left out "at least" or "could" where its source has it alone."""
    same = [
        r for r in source if _same_figure(r, changed) and r.variable.kind == changed.variable.kind
    ]
    if not same or any(_is_plain(r) for r in same) or not _is_plain(changed):
        return None
    what = BOUND if any(r.standing is Standing.FACT for r in same) else MODALITY
    return _row(same[0], changed, what, documents)


def _is_plain(reply: Reply) -> bool:
    """Return whether a number is stated as a fact and with both ends."""
    closed = reply.measure.low is not None and reply.measure.high is not None
    return reply.standing is Standing.FACT and closed


def _row(told: Reply, changed: Reply, what: str, documents: Mapping[str, Document]) -> Distortion:
    origin, taker = (documents[r.claim.document].name for r in (told, changed))
    took = "what both take from one report" if what == NOUN else "what it took from there"
    return Distortion(
        source=told.claim.id,
        to=changed.claim.id,
        what=what,
        span=changed.measure.span,
        because=f"{origin} has {quoted(told)}; in {taker}, {took} is {quoted(changed)}.",
    )
