"""Claims of a document by lexicon: attributed, quoted without a cue, and narrated."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Doc

from variorum.bylines.chains import chain, credited
from variorum.bylines.told_claims import claim_of
from variorum.extract.document.quotations import Quotation, quotations
from variorum.extract.lexical.clause_grammar import ClauseGrammar
from variorum.extract.lexical.lexical_cues import attributions
from variorum.extract.lexical.lexical_page import Attribution, Range
from variorum.extract.lexical.lexical_speakers import Cast
from variorum.extract.lexical.source_words import Lexicon, lexicon_of
from variorum.language import Text, code_of, cut
from variorum.language.words.lexers import bare_words, has_word
from variorum.model import (
    Certainty,
    Claim,
    Document,
    Form,
    Link,
    Span,
    Speaker,
    SpeakerKind,
    Stance,
)
from variorum.text import merge, span, trim

__all__ = ["extract"]

FEW = 4
"""Fewer quoted words than this are a name or a term, and no statement."""
WHOLE = 8
"""A quotation with this many words is a statement, even without a cue or a source."""
ENDS = ",;:.-–—،؛۔ "
_WEAKER = {
    Certainty.PROBABLE: {Certainty.CERTAIN: Certainty.PROBABLE},
    Certainty.POSSIBLE: {
        Certainty.CERTAIN: Certainty.POSSIBLE,
        Certainty.PROBABLE: Certainty.POSSIBLE,
    },
}


@dataclass(frozen=True)
class _Page:
    document: Document
    text: Text
    words: Lexicon
    quotes: Sequence[Quotation]
    cast: Cast
    credit: Sequence[Link]


def extract(document: Document, doc: Doc | None = None) -> list[Claim]:
    """Return the claims of `document`, sorted by place, without measures, times and places.

    A parse in `doc`, where the language has a pipeline, helps to tell who the source is.

    Raises:
        KeyError: when there is no file for the document's language.
    """
    language = code_of(document.language) or ""
    text, words = cut(document.text, language), lexicon_of(language)
    quotes = [q for q in quotations(document.text) if _length(document, *q.inner) >= FEW]
    page = _Page(document, text, words, quotes, Cast(document, text, words), credited(document))
    masked = {
        i
        for quote in quotes
        for i in range(text.index_at(quote.inner[0]), text.index_at(quote.inner[1]))
    }
    grammar = ClauseGrammar(text, doc if doc is not None and doc.has_annotation("DEP") else None)
    found = list(attributions(text, words, quotes, masked, grammar))
    claims = [claim for one in found if (claim := _attributed(page, one))]
    claims += _orphans(page, claims)
    claims += _narrated(page, claims, found)
    unique = {claim.id: claim for claim in claims}
    return sorted(unique.values(), key=lambda c: (c.start, c.content[-1].end, c.form, c.id))


def _length(document: Document, start: int, end: int) -> int:
    return len(bare_words(document.text, start, end))


def _attributed(page: _Page, found: Attribution) -> Claim | None:
    content = _content(page, found.content)
    if not content:
        return None
    words = page.text.words
    speaker = page.cast.speaker(*found.source)
    cue = span(page.document, words[found.cue[0]].start, words[found.cue[1] - 1].end)
    hedges = _hedges(page, content)
    stance, certainty = _judged(found, [weight for _, weight in hedges])
    form = _form(page, content)
    spans = tuple(span(page.document, *place) for place in content)
    return claim_of(
        page.document,
        speaker,
        spans,
        form=form,
        cue=cue,
        relay=chain(page.document, speaker, through=page.credit),
        stance=stance,
        certainty=certainty,
        hedges=tuple(where for where, _ in hedges),
    )


def _content(page: _Page, places: Sequence[Range]) -> list[Range]:
    """Return the ranges without stops at their ends and the marks of a whole quotation."""
    inner = {(q.start, q.end): q.inner for q in page.quotes}
    text = page.document.text
    cleaned = [trim(text, *inner.get(place, place), strip=ENDS) for place in places]
    return merge([(a, b) for a, b in cleaned if a < b and has_word(text, a, b)], text)


def _form(page: _Page, content: Sequence[Range]) -> Form:
    total = sum(end - start for start, end in content)
    quoted = sum(
        max(0, min(end, q.end) - max(start, q.start)) for start, end in content for q in page.quotes
    )
    if not quoted:
        return Form.INDIRECT
    return Form.DIRECT if quoted >= total - 2 * len(content) else Form.MIXED


def _hedges(page: _Page, content: Sequence[Range]) -> list[tuple[Span, Certainty]]:
    text, found = page.text, []
    for start, end in content:
        places = text.index_at(start), text.index_at(end)
        for match in page.words.hedges.find(text, *places):
            low, high = text.words[match.start].start, text.words[match.end - 1].end
            found.append((span(page.document, low, high), match.meaning))
    return found


def _judged(found: Attribution, weights: Sequence[Certainty]) -> tuple[Stance, Certainty]:
    """Return the stance and certainty of an attribution with its hedges."""
    stance, certainty = found.what.stance, found.what.certainty
    if found.negated and stance in {Stance.DENIES, Stance.DOUBTS}:
        return Stance.ASSERTS, Certainty.POSSIBLE
    if found.negated:
        return stance, Certainty.UNKNOWN
    return stance, _weakened(certainty, weights)


def _weakened(certainty: Certainty, weights: Sequence[Certainty]) -> Certainty:
    for weight in weights:
        certainty = _WEAKER[weight].get(certainty, certainty)
    return certainty


def _orphans(page: _Page, claims: Sequence[Claim]) -> list[Claim]:
    """Return the claims of whole quoted sentences that no cue introduces."""
    taken = [(s.start, s.end) for claim in claims for s in claim.content]
    found = []
    for quote in page.quotes:
        free = not any(a < quote.inner[1] and quote.inner[0] < b for a, b in taken)
        i = page.text.index_at(quote.start)
        opens = i < len(page.text.words) and page.text.sentence_of(i)[0] >= i
        if free and opens and _length(page.document, *quote.inner) >= WHOLE:
            found.append(_orphan(page, quote, claims))
    return found


def _orphan(page: _Page, quote: Quotation, claims: Sequence[Claim]) -> Claim:
    """Return the claim of a quotation without a cue: its source is the last speaker before it."""
    before = [claim for claim in claims if claim.start < quote.start]
    speaker = Speaker(name="unnamed", kind=SpeakerKind.UNNAMED)
    if before and page.document.text.count("\n\n", before[-1].start, quote.start) <= 1:
        speaker = before[-1].speaker.model_copy(update={"span": None})
    content = (span(page.document, *quote.inner),)
    return claim_of(page.document, speaker, content, form=Form.DIRECT)


def _narrated(page: _Page, claims: Sequence[Claim], found: Sequence[Attribution]) -> list[Claim]:
    """Return the claims of the document itself: sentences that hold a number or an event."""
    text = page.text
    held = [(s.start, s.end) for claim in claims for s in claim.content]
    for one in found:
        held += [
            (text.words[a].start, text.words[b - 1].end) for a, b in (one.cue, one.source) if a < b
        ]
    held.sort()
    own, k = [], 0
    for first, end in text.sentences:
        low, high = text.words[first].start, text.words[end - 1].end
        while k < len(held) and held[k][1] <= low:
            k += 1
        inside = [(a, b) for a, b in held[k : k + WHOLE] if a < high and b > low]
        pieces = [
            place
            for place in _left_over(page.document.text, (low, high), inside)
            if _tells(page, place, bool(inside))
        ]
        own += [_own(page, pieces)] if pieces else []
    return own


def _left_over(text: str, place: Range, held: Sequence[Range]) -> list[Range]:
    """Return what is left of a range without the ranges held by others."""
    start, end = place
    pieces = []
    for low, high in held:
        pieces.append((start, min(low, end)))
        start = max(start, high)
    pieces.append((start, end))
    trimmed = (trim(text, a, b, strip=ENDS + '«»“”„"') for a, b in pieces if a < b)
    return [(a, b) for a, b in trimmed if a < b]


def _tells(page: _Page, place: Range, partly: bool) -> bool:
    """Return whether words hold a number or an event; part of a sentence needs more."""
    text = page.text
    low, high = text.index_at(place[0]), text.index_at(place[1])
    if _length(page.document, *place) < FEW:
        return False
    if any(text.words[i].value is not None for i in range(low, high)):
        return True
    return not partly and next(page.words.telling.find(text, low, high), None) is not None


def _own(page: _Page, places: Sequence[Range]) -> Claim:
    content = tuple(span(page.document, *place) for place in places)
    hedges = _hedges(page, places)
    return Claim.narrated(
        page.document,
        content,
        hedges=tuple(where for where, _ in hedges),
        certainty=_weakened(Certainty.CERTAIN, [weight for _, weight in hedges]),
    )
