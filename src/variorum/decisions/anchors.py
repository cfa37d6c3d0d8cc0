"""Where the words of a decision stand, in a case that may have been read again since."""

from collections.abc import Iterable, Mapping, Sequence

from variorum.model import Claim, Document, Span

# A claim is the one that was decided on if so much of both their words is the same.
SAME_WORDS = 0.5


def span_of(document: Document, words: str, near: int = 0) -> Span | None:
    """Return the place of some words in a document, of several the one nearest to an offset."""
    places = []
    start = document.text.find(words) if words else -1
    while start >= 0:
        places.append(start)
        start = document.text.find(words, start + 1)
    if not places:
        return None
    at = min(places, key=lambda place: (abs(place - near), place))
    return Span(document=document.id, start=at, end=at + len(words), exact=words)


def claim_at(
    anchor: Span, claims: Mapping[str, Sequence[Claim]], documents: Iterable[Document]
) -> Claim | None:
    """Return the one claim that stands where an anchor does, or None where none or several do.

    Args:
        anchor: the words that were decided on.
        claims: the claims of each document, by its id.
        documents: those of the case; the words are looked for in the next revision of theirs, and
            where the file was moved, in any that has them.
    """
    for place in _places(anchor, documents):
        shares = [(_shared(place, claim), claim) for claim in claims.get(place.document, ())]
        best = max((share for share, _ in shares), default=0.0)
        found = [claim for share, claim in shares if share == best]
        if best >= SAME_WORDS and len(found) == 1:
            return found[0]
    return None


def likeliest(anchor: Span, claims: Mapping[str, Sequence[Claim]]) -> Claim | None:
    """Return the claim of the anchor's document that stands nearest to it."""
    return nearest(anchor.start, claims.get(anchor.document, ()))


def nearest(start: int, claims: Sequence[Claim]) -> Claim | None:
    """Return the claim that begins nearest to an offset."""
    return min(claims, key=lambda claim: (abs(claim.start - start), claim.id), default=None)


def _places(anchor: Span, documents: Iterable[Document]) -> Iterable[Span]:
    """Yield the places of the anchor's words: its own, then those of its revisions, then others'.

    Another document that is no revision has to hold the words once: a copy is nobody's place.
    """
    yield anchor
    held = [(d, span) for d in documents if (span := span_of(d, anchor.exact, anchor.start))]
    yield from (span for d, span in held if d.revision_of == anchor.document)
    others = [span for d, span in held if d.id != anchor.document]
    if len(others) == 1:
        yield others[0]


def _shared(anchor: Span, claim: Claim) -> float:
    """Return the share of characters that an anchor and a claim both hold, of those in either."""
    both = sum(
        max(0, min(span.end, anchor.end) - max(span.start, anchor.start)) for span in claim.content
    )
    either = anchor.end - anchor.start + sum(s.end - s.start for s in claim.content) - both
    return both / either
