"""From offsets in the text to tokens of its parse and to sentences, in logarithmic time.

spaCy's own `char_span` reads the whole text at every call, which makes long documents quadratic.
"""

import bisect

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
