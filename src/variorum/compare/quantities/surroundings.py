"""The words around a number: its sentence, the clause of it, and what of them is its own."""

import functools
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

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


def told_of(
    document: Document, reply: Reply, numbers: Numbers, find: Callable[[str], set[str]]
) -> set[str]:
    """Return what is found in a number's own words, else in its sentence before all its numbers.

    Else behind it as far as the next number, or that of a number of another event that follows it:
    "three died and 20 were injured in the clashes".
    """
    around = _around(document, reply, numbers[reply.claim.document])
    return next((found for words in around if (found := find(words))), set())


def _around(document: Document, reply: Reply, rows: Sequence[Reply]) -> Iterator[str]:
    yield _own_words(document, reply, rows)
    sentence, at = sentence_of(document, reply)
    start, end = reply.measure.span.start, reply.measure.span.end
    first, last = start - at, start - at + len(sentence)
    inside = [r for r in rows if first <= r.measure.span.start < last]
    yield document.text[first : inside[0].measure.span.start]
    after = next((r for r in inside if r.measure.span.start >= end), None)
    if after is not None and after.variable.event != reply.variable.event:
        yield _own_words(document, after, rows)
    else:
        yield document.text[end : after.measure.span.start if after else last]


def _own_words(document: Document, reply: Reply, rows: Sequence[Reply]) -> str:
    """Return those words of a clause that tell of a number, and not of another one beside it.

    "Six died in the clashes and 42 in the fire": "in the fire" is told of the 42 alone.
    """
    clause, at = clause_of(document, reply)
    start, end = reply.measure.span.start, reply.measure.span.end
    first, last = start - at, start - at + len(clause)
    before = max((e for r in rows if first < (e := r.measure.span.end) <= start), default=None)
    after = min((s for r in rows if end <= (s := r.measure.span.start) < last), default=None)
    first = first if before is None else _joint(document.text, before, start)
    return document.text[first : last if after is None else _joint(document.text, end, after)]


def _joint(text: str, start: int, end: int) -> int:
    """Return where the last word for "and" stands between two numbers, else the second one."""
    return max((w.start() for w in _WORD.finditer(text, start, end) if _lists(w[0])), default=end)
