"""How often was the machine right, by the claims that people have reviewed?

Shares have 95% intervals by Wilson's score (Wilson 1927), which hold for few claims too. Agreement
between people is Krippendorff's alpha for nominal values (Krippendorff, Content Analysis, 2019).
"""

import math
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from variorum.case import Case, in_force
from variorum.grouping import grouped
from variorum.model import Claim, Decision, DecisionKind

# The z of a 95% interval.
Z95 = 1.959964
# What each field of the figures is spoilt by.
SPOILT_BY = {
    "speaker": ("speaker", "speaker_kind"),
    "relay": ("relay",),
    "content": ("content",),
    "stance": ("stance", "certainty"),
    "measures": ("number", "kind", "noun", "low", "high", "unit", "per", "part"),
    "dates": ("when",),
    "places": ("place",),
    "happening": ("happening",),
}
REVIEWED = (DecisionKind.ACCEPT, DecisionKind.CORRECT, DecisionKind.REJECT)


@dataclass(frozen=True)
class FieldFigure:
    """How many of the reviewed claims were right, with the bounds of the share."""

    name: str
    right: int
    of: int

    @property
    def share(self) -> float:
        """The share that was right, 0 to 1."""
        return self.right / self.of

    @property
    def interval(self) -> tuple[float, float]:
        """The 95% interval of the share by Wilson's score."""
        n, p, z = self.of, self.share, Z95
        middle = (p + z * z / (2 * n)) / (1 + z * z / n)
        half = z / (1 + z * z / n) * math.sqrt(p * (1 - p) / n + z * z / (4 * n * n))
        return max(0.0, middle - half), min(1.0, middle + half)


@dataclass(frozen=True)
class Audit:
    """The figures of the reviewed claims; those of languages and sources are of "all right".

    `agreement` has the alpha of each field where two people have judged the same claims.
    """

    reviewed: int
    added: int
    fields: tuple[FieldFigure, ...]
    languages: tuple[FieldFigure, ...]
    sources: tuple[FieldFigure, ...]
    agreement: Mapping[str, float]


def audit(case: Case, judgements: Iterable[Decision] = ()) -> Audit:
    """Return how often the claims that people reviewed were right, by field, language and source.

    A claim is right in a field where it was accepted, or corrected in other fields only; one that
    was rejected is right in none but counts once, as no claim.

    Args:
        case: the case.
        judgements: what people judged apart; they count for the agreement alone.
    """
    log = in_force(case.decisions)
    spoilt: dict[str, set[str]] = {}
    claims: dict[str, Claim] = {claim.id: claim for claim in case.claims if claim.review}
    for claim in claims.values():
        own = [d for d in log if claim.review and d.id in claim.review.decisions]
        if any(d.kind in REVIEWED for d in own) and not any(d.claim for d in own):
            spoilt[claim.id] = _spoilt(own)
    figures = [
        FieldFigure(name, sum(name not in wrong for wrong in spoilt.values()), len(spoilt))
        for name in ("worth keeping", *SPOILT_BY)
    ]
    figures.append(FieldFigure("all", sum(not wrong for wrong in spoilt.values()), len(spoilt)))

    def by(key: Callable[[Claim], str]) -> tuple[FieldFigure, ...]:
        right = grouped((key(claims[claim]), not wrong) for claim, wrong in spoilt.items())
        return tuple(FieldFigure(name, sum(r), len(r)) for name, r in sorted(right.items()))

    return Audit(
        reviewed=len(spoilt),
        added=sum(d.kind is DecisionKind.ADD for d in log),
        fields=tuple(figures) if spoilt else (),
        languages=by(lambda c: case.document_by_id[c.document].language or "unknown"),
        sources=by(lambda c: case.document_by_id[c.document].name),
        agreement=agreement((*log, *judgements)),
    )


def _spoilt(own: Sequence[Decision]) -> set[str]:
    """Return the fields in which a claim was not right."""
    last = [d.kind for d in own if d.kind in REVIEWED][-1]
    if last is DecisionKind.REJECT:
        return {"worth keeping", *SPOILT_BY}
    changed = {name for d in own if d.kind is DecisionKind.CORRECT for name in d.fields}
    return {field for field, names in SPOILT_BY.items() if changed & set(names)}


def agreement(log: Iterable[Decision]) -> dict[str, float]:
    """Return the alpha of each field over the claims that two people have judged."""
    reviews = (decision for decision in log if decision.kind in REVIEWED)
    last = grouped(((decision.about[0], decision.who), decision) for decision in reviews)
    fields = {"keep": ("keep",), **SPOILT_BY}
    figures = {}
    for field, names in fields.items():
        units = grouped((c, _judgement(own, field, names)) for (c, _), own in last.items())
        found = alpha(units.values())
        if found is not None:
            figures[field] = found
    return figures


def _judgement(own: Sequence[Decision], field: str, names: Sequence[str]) -> Hashable:
    """Return what one person says of one field of a claim: as it was read, or what else."""
    if field == "keep":
        return own[-1].kind is not DecisionKind.REJECT
    told = {name: value for d in own for name, value in d.fields.items() if name in names}
    return tuple(sorted(told.items()))


def alpha(units: Iterable[Sequence[Hashable]]) -> float | None:
    """Return Krippendorff's alpha for nominal values, or None where nothing was judged twice.

    Args:
        units: the values that people gave each unit; those with fewer than two count for nothing.
    """
    pairable = [values for values in units if len(values) > 1]
    if not pairable:
        return None
    totals: Counter[Hashable] = Counter(value for values in pairable for value in values)
    every = totals.total()
    observed = sum(_unlike(Counter(values)) / (len(values) - 1) for values in pairable)
    expected = _unlike(totals) / (every - 1)
    return 1 - observed / expected if expected else 1.0


def _unlike(values: Counter[Hashable]) -> int:
    """Return the number of ordered pairs of values that differ."""
    return values.total() ** 2 - sum(often * often for often in values.values())
