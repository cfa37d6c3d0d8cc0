"""What is marked in the text of a document: claims and their parts, each with its places."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from variorum.model import Claim, Span
from variorum.publish.base.index import Index


@dataclass(frozen=True)
class Mark:
    """Something marked: its layer, its places in order, its claim, and what is said of it.

    The layers are Claim, Cue, Speaker, Measure, When and Place.
    """

    layer: str
    spans: tuple[Span, ...]
    claim: str
    facts: dict[str, str] = field(default_factory=dict)


def marks(index: Index, document: str) -> Iterator[Mark]:
    """Yield what is marked in a document, claim by claim; the claim itself comes first."""
    for claim in index.case.claims_of(document):
        yield from _marks(claim)


def _marks(claim: Claim) -> Iterator[Mark]:
    facts = {
        "speaker": claim.speaker.name,
        "stance": claim.stance.value,
        "certainty": claim.certainty.value,
        "form": claim.form.value,
    }
    yield Mark("Claim", claim.content, claim.id, facts)
    yield from _named("Cue", [claim.cue] if claim.cue else [], claim)
    yield from _named("Speaker", [claim.speaker.span] if claim.speaker.span else [], claim)
    for one in claim.measures:
        bounds = {"low": one.low, "high": one.high, "unit": one.unit}
        told = {key: str(value) for key, value in bounds.items() if value is not None}
        yield Mark("Measure", (one.span,), claim.id, {"kind": one.kind, **told})
    for when in claim.when:
        yield Mark("When", (when.span,), claim.id, {"edtf": when.edtf})
    for place in claim.places:
        known = {"geonames": place.geonames} if place.geonames else {}
        yield Mark("Place", (place.span,), claim.id, known)


def _named(layer: str, spans: Iterable[Span], claim: Claim) -> Iterator[Mark]:
    return (Mark(layer, (span,), claim.id) for span in spans if span.document == claim.document)
