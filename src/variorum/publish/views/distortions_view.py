"""What changed between a report and what it took it from, side by side."""

from collections.abc import Iterator

from variorum.model import Claim, Distortion, Measure, Span
from variorum.publish.base.index import Index
from variorum.publish.base.quoted_claims import Quotation, quotation
from variorum.publish.base.vocabulary import DISTORTION_WORDS
from variorum.text import span

# Between a figure and the noun it counts stand at most so many characters.
NOUN_NEAR = 24


def _with_noun(index: Index, measure: Measure) -> Span:
    """Return the words of a measure up to the noun that it counts, where that stands behind it."""
    document = index.case.document_by_id[measure.span.document]
    after = document.text[measure.span.end : measure.span.end + NOUN_NEAR + len(measure.noun)]
    place = after.find(measure.noun) if measure.noun else -1
    if place < 0 or "\n" in after[:place]:
        return measure.span
    return span(document, measure.span.start, measure.span.end + place + len(measure.noun))


def _alike(one: Measure, other: Measure) -> bool:
    """Return whether two measures may give one number."""
    low = max(one.low or 0, other.low or 0)
    return low <= min(m.high if m.high is not None else float("inf") for m in (one, other))


def _marks(index: Index, told: Distortion) -> Iterator[tuple[Claim, list[Span]]]:
    """Yield the original and the retelling, each with the words that changed."""
    claims = index.case.claim_by_id
    source, taker = claims[told.source], claims[told.to]
    changed = [m for m in taker.measures if m.span.start == told.span.start]
    had = [m for m in source.measures if any(_alike(m, other) for other in changed)]
    yield source, [_with_noun(index, measure) for measure in had]
    yield taker, [_with_noun(index, measure) for measure in changed] or [told.span]


def distortion_views(index: Index) -> tuple[tuple[str, str, Quotation, Quotation], ...]:
    """Return what changed from one report to the next, why, the original and the retelling.

    In both the words are marked that changed.
    """
    found = []
    for told in index.case.distortions:
        source, taker = (quotation(index, *marked) for marked in _marks(index, told))
        found.append((DISTORTION_WORDS.get(told.what, told.what), told.because, source, taker))
    return tuple(found)
