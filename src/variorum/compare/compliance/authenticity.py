"""Claims about an agreement itself: that it is real or forged, leaked, translated, published."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from variorum.grouping import grouped
from variorum.model import Claim, Verdict

Doubts = Mapping[tuple[str, int], Sequence[tuple[str, Verdict]]]
"""What claims say of agreements, by the document they stand in and the agreement they mean."""


def doubts(claims: Iterable[Claim]) -> Doubts:
    """Return the claims about the authenticity of agreements, by document and agreement."""
    return grouped(
        ((claim.document, one.agreement), (claim.id, one.verdict))
        for claim in claims
        for one in claim.vouchings
    )


def authenticity(found: Doubts, keys: Iterable[tuple[str, int]]) -> dict[str, Any]:
    """Return what the tellings of one agreement hold about it, by the fields of `Agreement`."""
    said = [row for key in keys for row in found.get(key, ())]
    by_verdict = grouped((verdict, claim) for claim, verdict in dict.fromkeys(said))
    denied = by_verdict.get(Verdict.DENIED, [])
    return {
        "authenticity": tuple(dict.fromkeys(claim for claim, _ in said)),
        "affirmed": tuple(by_verdict.get(Verdict.AFFIRMED, ())),
        "denied": tuple(denied),
        "disputed": Verdict.DOUBTED in by_verdict or bool(denied),
    }
