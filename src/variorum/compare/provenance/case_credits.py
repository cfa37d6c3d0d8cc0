"""Credits: the agency or outlet that a report names as its source, outside of its sentences."""

from __future__ import annotations

import re

from variorum.language.name_keys import fold
from variorum.model import Document, Span
from variorum.text import span

__all__ = ["credit"]

_NAME = r"[A-Z][\w.& ]{1,24}"
# A dateline with its agency: a place, perhaps a day, then the name in brackets or between strokes.
_DATELINE = re.compile(
    rf"(?m)^(?:[A-Z][\w.'’-]*,?\s+){{1,5}}(?:\d{{1,2}}\.?\s*)?"
    rf"(?:\((?P<bracket>{_NAME})\)\s*[-–—]|/(?P<slash>{_NAME})/)"
)
HEAD_CHARS = 400
_IN_PUBLISHER = re.compile(rf"\((?P<bracket>{_NAME})\)\s*\Z")
# An explicit credit at the end or under the headline: "Reporting by the Associated Press".
_CREDIT_LINE = re.compile(
    r"(?im)^\W*(?:source|credit|originally published (?:at|by|in)|first published (?:at|by|in))"
    r"\s*:?\s+(?P<bracket>[^\n.]{2,60})"
)


def credit(document: Document) -> tuple[str, Span | None] | None:
    """Return the agency or outlet that the document credits, and the words that do so."""
    match = _DATELINE.search(document.text[:HEAD_CHARS]) or _CREDIT_LINE.search(document.text)
    if match:
        group = next(name for name, words in match.groupdict().items() if words)
        if fold(match[group]) != fold(document.publisher or ""):
            return match[group].strip(), span(document, *match.span(group))
    match = _IN_PUBLISHER.search(document.publisher or "")
    return (match["bracket"], None) if match else None
