"""Mail that is forwarded or quoted within another: its headers, and the day it was sent."""

from __future__ import annotations

import re

from variorum.model import Section
from variorum.read.publication_dates import leading_date

__all__ = ["without_headers"]

_FIELD = r"[ \t>*]*[^\W\d_][^:\n]{1,24}?[ \t]?:[* \t]+[^\n]*\S[^\n]*"
# Mail programs write the headers of another mail in the reader's language: three lines or more of
# a name and a colon, one of them with an address and one with a date.
_HEADERS = re.compile(
    rf"(?:^[^\n]*[-_]{{4,}}[^\n]*\n+)?(?P<fields>(?:^{_FIELD}(?:\n|\Z)){{3,8}})\n*", re.MULTILINE
)
_VALUE = re.compile(r"^[^:\n]+:[* \t]+(?P<value>[^\n]+)$", re.MULTILINE)
_WEEKDAY = re.compile(r"\w+\.?,?\s+(?:den |de |dem )?(?=\w)")
LABEL = "Forwarded"


def without_headers(text: str) -> tuple[str, tuple[Section, ...]]:
    """Return a mail's text without the headers of those forwarded in it, each of which a section.

    A section runs from where its headers stood to the next, or to the end; its date is the one
    that they state.
    """
    kept: list[str] = []
    starts: list[tuple[int, str]] = []
    length = last = 0
    for match in _HEADERS.finditer(text):
        sent = _sent(match["fields"])
        if sent is None or "@" not in match["fields"]:
            continue
        kept.append(text[last : match.start()])
        length, last = length + len(kept[-1]), match.end()
        starts.append((length, sent))
    kept.append(text[last:])
    whole = "".join(kept)
    ends = [*(start for start, _ in starts), len(whole)][1:]
    return whole, tuple(
        Section(label=LABEL, start=start, end=end, published=sent)
        for (start, sent), end in zip(starts, ends, strict=True)
        if start < end
    )


def _sent(fields: str) -> str | None:
    """Return the date among the values of some headers, to the day, or None."""
    for match in _VALUE.finditer(fields):
        value = match["value"].strip()
        date = leading_date(value) or leading_date(_WEEKDAY.sub("", value, count=1))
        if date is not None and len(date) == len("2017-10-12"):
            return date
    return None
