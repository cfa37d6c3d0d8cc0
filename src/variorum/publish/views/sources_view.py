"""Who speaks, and which reports and claims go back to one source."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from variorum.model import Claim, Origin
from variorum.publish.base.index import Badge, Index
from variorum.publish.base.quoted_claims import Quotation, quotation

__all__ = ["OriginView", "SpeakerView", "origin_views", "speaker_views"]

HOW_WORDS = {
    "own": "in its own words",
    "copy": "one text, repeated",
    "credit": "credited as the source",
    "citation": "cited as the source",
    "quotation": "quoted as the source",
}


@dataclass(frozen=True)
class SpeakerView:
    """A speaker and all that is claimed on their word."""

    name: str
    what: tuple[str, ...]
    publishers: tuple[str, ...]
    claims: tuple[Quotation, ...]


@dataclass(frozen=True)
class OriginView:
    """A family of documents and claims with one source."""

    badge: Badge
    how: str
    because: str
    claims: tuple[int, ...]


def speaker_views(index: Index) -> tuple[SpeakerView, ...]:
    """Return the speakers by name as written, those with most claims first."""
    said: dict[str, list[Claim]] = defaultdict(list)
    for claim in index.whole_claims:
        said[claim.speaker.name.casefold()].append(claim)
    views = [
        _speaker(tuple(quotation(index, claim) for claim in claims)) for claims in said.values()
    ]
    return tuple(sorted(views, key=lambda view: (-len(view.claims), view.name.casefold())))


def _fullest(descriptions: Iterable[str]) -> tuple[str, ...]:
    """Drop the descriptions that another one only adds to: "person" beside "person, official"."""
    given = list(dict.fromkeys(descriptions))
    return tuple(one for one in given if not any(other.startswith(f"{one},") for other in given))


def _speaker(claims: tuple[Quotation, ...]) -> SpeakerView:
    return SpeakerView(
        name=claims[0].speaker,
        what=_fullest(claim.what for claim in claims),
        publishers=tuple(dict.fromkeys(claim.publisher for claim in claims)),
        claims=claims,
    )


def _origin(index: Index, origin: Origin) -> OriginView:
    return OriginView(
        badge=index.badge[origin.id],
        how=HOW_WORDS.get(origin.how, origin.how),
        because=origin.because,
        claims=tuple(dict.fromkeys(index.claim_number[c] for c in origin.claims)),
    )


def origin_views(index: Index) -> tuple[OriginView, ...]:
    """Return the origins in the order of their sigla."""
    return tuple(_origin(index, origin) for origin in index.origins)
