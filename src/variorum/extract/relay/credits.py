"""Credits: the agency whose dispatch a report is, by its dateline, byline or closing line.

Whoever only took part ("AFP contributed to this report", a photograph) passed on no claim.
"""

from __future__ import annotations

import re

from variorum.extract.document.outlets import names_outlet
from variorum.extract.document.reading import Reading
from variorum.model import Link
from variorum.text import span

__all__ = ["dispatched_by"]

FIRST, LAST = 3, 2
LONGEST_LINE = 160
Patterns = tuple[re.Pattern[str], ...]
_NAME = r"(?P<name>[A-Z][\w.&’'-]*(?: (?:of |for )?[A-Z][\w.&’'-]*){0,5})"
_OPENING = (
    re.compile(r"[A-Z][^\n()]{0,60}\(" + _NAME + r"\) ?[-–—]"),
    re.compile(r"By [A-Z][^\n,]{1,60}, " + _NAME + r"\s*$"),
    re.compile(
        r"(?:This|The) (?:article|report|story|piece) (?:was |has been )?(?:first |originally )?"
        r"(?:published|appeared|printed|reported|released) (?:first )?(?:by|in|on|at) (?:the )?"
        + _NAME
    ),
)
_CLOSING = (
    re.compile(r"(?:Source|Credit|Via): ?(?:the )?" + _NAME + r"\.?\s*$"),
    re.compile(r"(?:[^\n]*[.!?”\"’] ?)?[(\[]" + _NAME + r"[)\]]\.?\s*$"),
    re.compile(r"[-–—©] ?" + _NAME + r"\s*$"),
    _OPENING[2],
)


def dispatched_by(reading: Reading) -> Link | None:
    """Return the agency, or other publisher, that the text itself says it was taken from."""
    last = reading.paragraph_count
    places: list[tuple[int, Patterns]] = [(i, _OPENING) for i in range(min(FIRST, last))]
    places += [(i, _CLOSING) for i in range(max(0, last - LAST), last)]
    for index, patterns in places:
        for pattern in patterns:
            if (link := _credited(reading, index, pattern)) is not None:
                return link
    return None


def _credited(reading: Reading, index: int, pattern: re.Pattern[str]) -> Link | None:
    start, end = reading.paragraph_range(index)
    text = reading.document.text
    while start < end and text[start].isspace():
        start += 1
    # A closing line may be long: what credits stands at its end.
    line = pattern.match(text, start, min(end, start + LONGEST_LINE))
    if line is None and pattern in _CLOSING:
        begin = max(start, end - LONGEST_LINE)
        line = pattern.match(text, begin, end)
    if line is None or not names_outlet(line["name"]):
        return None
    return Link(name=line["name"], span=span(reading.document, *line.span("name")))
