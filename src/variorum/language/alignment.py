"""From offsets in the text to tokens of its parse and to sentences, in logarithmic time.

spaCy's own `char_span` reads the whole text at every call, which makes long documents quadratic.
"""

import bisect
from collections.abc import Iterable

from spacy.tokens import Doc, Span, Token

_KEY = "variorum.offsets"
_SENTENCES = "variorum.sentences"


def tokens_at(doc: Doc, start: int, end: int) -> Span | None:
    """Return the tokens that text[start:end] touches, or None where it touches none."""
    offsets = doc.user_data.get(_KEY)
    if offsets is None:
        offsets = doc.user_data[_KEY] = [token.idx for token in doc]
    first = max(0, bisect.bisect_right(offsets, start) - 1)
    last = bisect.bisect_left(offsets, end)
    return doc[first:last] if first < last and start < end else None


def sentence_of(token: Token) -> Span:
    """Return the sentence of `token`; spaCy's `token.sent` checks the whole text at every call."""
    starts = token.doc.user_data.get(_SENTENCES)
    if starts is None:
        starts = [0, *(t.i for t in token.doc if t.is_sent_start and t.i), len(token.doc)]
        token.doc.user_data[_SENTENCES] = starts
    at = bisect.bisect_right(starts, token.i)
    return token.doc[starts[at - 1] : starts[at]]


def pieces(text: str, spans: Iterable[tuple[int, int]]) -> list[tuple[str, int | None]]:
    """Return the words at `spans` with their numbers, and what stands between; all is `text`."""
    found: list[tuple[str, int | None]] = []
    last = 0
    for number, (start, end) in enumerate(spans):
        if last < start:
            found.append((text[last:start], None))
        found.append((text[start:end], number))
        last = end
    if last < len(text):
        found.append((text[last:], None))
    return found
