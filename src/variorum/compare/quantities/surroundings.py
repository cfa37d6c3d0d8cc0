"""The words around a number: its sentence, the clause of it, and what of them is its own."""

import functools
import re
from collections.abc import Iterable, Mapping, Sequence

from variorum.compare.quantities.answers import Reply
from variorum.grouping import grouped
from variorum.model import Document
from variorum.statements.revisions import LISTING, is_marked
from variorum.text import STOPS, words_around

BREAKS = (*STOPS, ", ", "; ", "، ", "؛ ", " – ", " — ")
LINE = "\n"
# An article has no more letters.
ARTICLE = 3
# Arabic writes "and" as one word with what follows.
_JOINED = re.compile(r"^و\w{2}")
_WORD = re.compile(r"\w+")
# The stop in "on 2. May 2014", as many languages write a day, ends nothing.
_DAY = re.compile(r"\b\d{1,2}\. (?=[^\W\d_]+ \d{4}\b)")
Numbers = Mapping[str, Sequence[Reply]]
"""The numbers of each report, in the order of its text."""


def sentence_of(document: Document, reply: Reply) -> tuple[str, int]:
    """Return the words around a number up to the stops on either side, and its place in them."""
    return _between(document, reply, STOPS)


def clause_of(document: Document, reply: Reply) -> tuple[str, int]:
    """Return the words around a number up to the commas and stops, and its place in them."""
    return _between(document, reply, BREAKS)


def paragraph_of(document: Document, reply: Reply) -> str:
    """Return a name for the paragraph in which a number stands."""
    return f"{document.id[:12]}.{document.text.count(LINE, 0, reply.measure.span.start)}"


def _between(document: Document, reply: Reply, stops: tuple[str, ...]) -> tuple[str, int]:
    start, end = reply.measure.span.start, reply.measure.span.end
    first, last = words_around(_without_days(document.text), start, end, stops)
    return document.text[first:last], start - first


@functools.lru_cache(maxsize=1 << 10)
def _without_days(text: str) -> str:
    return _DAY.sub(lambda day: f"{day[0][:-2]}  ", text)


def numbers_of(found: Iterable[Reply]) -> Numbers:
    """Return the numbers of each report, in the order of its text."""
    ordered = sorted(found, key=lambda r: r.measure.span.start)
    return grouped((reply.claim.document, reply) for reply in ordered)


def joins(between: str) -> bool:
    """Return whether the words between two numbers end with one for "and", or it and an article."""
    *_, one, last = ("", "", *_WORD.findall(between))
    return _lists(last) or (_lists(one) and len(last) <= ARTICLE)


def _lists(word: str) -> bool:
    return is_marked(word, LISTING) or _JOINED.match(word) is not None
