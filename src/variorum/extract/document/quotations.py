"""Quotations: where quoted words begin and end.

Only outermost quotations are kept; what is quoted inside one belongs to it. A quotation never runs
over a paragraph break unless the next paragraph opens with the same mark again, which is how print
carries one quotation over several paragraphs; so a stray mark spoils one paragraph at most.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from variorum.grouping import grouped
from variorum.text import paragraphs

LONGEST_SINGLE = 600
NEAR = 200
CLOSERS = {
    "“": ("”",),
    "„": ("“", "”"),
    "«": ("»",),
    "»": ("«",),
    "「": ("」",),
    "『": ("』",),
    "‚": ("‘", "’"),
    "‘": ("’",),
    '"': ('"',),
    "'": ("'",),
    "''": ("''",),
    "``": ("''",),
}
STRAYS = {"„": ('"',), "“": ('"', "''"), '"': ("”", "''"), "''": ('"', "”")}
SINGLE = frozenset({"‘", "'", "‚"})
DIRECTED = frozenset("“„«「『")
_MARK = re.compile(r"``|''|[“”„«»「」『』\"‘’‚']")
_OPENS_AFTER = re.compile(r"[\s(\[{—–\-…/]")
# German print turns them about: »so«.
_ENDS_WORDS = re.compile(r"[\w.,!?…]")
_CLOSES_BEFORE = re.compile(r"[\s)\]}—–\-…/.,;:?!*،؛؟۔]")


@dataclass(frozen=True)
class Quotation:
    """Quoted words: `start` and `end` hold the marks, `inner` the words without them.

    `joins` says that it carries on the quotation before it, left open at its paragraph's end.
    """

    start: int
    end: int
    inner: tuple[int, int]
    mark: str
    closed: bool = True
    joins: bool = False


@dataclass(frozen=True)
class _Mark:
    start: int
    end: int
    words: str
    can_open: bool
    can_close: bool


def _reads_as(text: str, match: re.Match[str]) -> _Mark:
    """Return the mark with what its neighbours let it be."""
    words = match.group()
    before = text[match.start() - 1 : match.start()]
    after = text[match.end() : match.end() + 1]
    opens_here = not before or bool(_OPENS_AFTER.match(before)) or before in "“‘\"'"
    opens = bool(after) and not after.isspace() and opens_here
    closed_here = not after or bool(_CLOSES_BEFORE.match(after)) or after in "”’\"'"
    closes = bool(before) and not before.isspace() and closed_here
    if words == "«" and _ENDS_WORDS.match(before) and not after.isalnum():
        return _Mark(match.start(), match.end(), words, False, True)
    if words == "»" and opens_here and after.isalnum():
        return _Mark(match.start(), match.end(), words, True, False)
    if words in "“„«「『‚``":
        return _Mark(match.start(), match.end(), words, bool(after), words == "“")
    if words in "”»」』":
        return _Mark(match.start(), match.end(), words, False, True)
    if words in SINGLE:
        opens = opens and after.isalnum()
    return _Mark(match.start(), match.end(), words, opens and words != "’", closes)


def _pairs(text: str, marks: Sequence[_Mark], end: int) -> Iterator[Quotation]:
    """Yield the outermost quotations of one paragraph, whose marks are given; it ends at `end`."""
    backwards = range(len(marks) - 1, -1, -1)
    nearest = grouped((marks[i].words, i) for i in backwards if marks[i].can_close)
    i = 0
    while i < len(marks):
        mark = marks[i]
        if not mark.can_open:
            i += 1
            continue
        close = _close(marks, nearest, i)
        if close is not None:
            last = marks[close]
            yield Quotation(mark.start, last.end, (mark.end, last.start), mark.words)
            i = close + 1
        else:
            if mark.words not in SINGLE:
                stop = mark.end + len(text[mark.end : end].rstrip())
                yield Quotation(mark.start, stop, (mark.end, stop), mark.words, closed=False)
                return
            i += 1


def _close(marks: Sequence[_Mark], nearest: dict[str, list[int]], i: int) -> int | None:
    """Return the index of the mark that closes mark `i`, or None.

    A mark of another style closes only where its own is missing, or comes after the next opening.
    """
    mark = marks[i]
    own = _next(nearest, CLOSERS[mark.words], i)
    if mark.words in SINGLE:
        return own if own is not None and marks[own].start - mark.end <= LONGEST_SINGLE else None
    other = _next(nearest, STRAYS.get(mark.words, ()), i)
    if own is None or other is None or other > own:
        return other if own is None else own
    reopened = any(
        m.words == mark.words and m.can_open for m in marks[other + 1 : min(own, other + NEAR)]
    )
    return other if reopened else own


def _next(nearest: dict[str, list[int]], words: Sequence[str], i: int) -> int | None:
    """Return the index of the first mark after `i` that closes with one of `words`, or None."""
    found: list[int] = []
    for word in words:
        later = nearest.get(word, [])
        while later and later[-1] <= i:
            later.pop()
        found += later[-1:]
    return min(found, default=None)


def quotations(text: str) -> list[Quotation]:
    """Return the outermost quotations of `text` in order; never overlapping, in linear time."""
    found: list[Quotation] = []
    left_open: Quotation | None = None
    for start, end in paragraphs(text):
        marks = [_reads_as(text, match) for match in _MARK.finditer(text, start, end)]
        inside = [q for q in _pairs(text, marks, end) if q.inner[0] < q.inner[1]]
        opens_paragraph = bool(inside) and not text[start : inside[0].start].strip()
        continued = left_open is not None and opens_paragraph
        if left_open is not None and not (continued and inside[0].mark == left_open.mark):
            found = _settle(found, left_open)
            continued = False
        if continued:
            first = inside[0]
            inside[0] = Quotation(
                first.start, first.end, first.inner, first.mark, first.closed, joins=True
            )
        found.extend(inside)
        left_open = inside[-1] if inside and not inside[-1].closed else None
    return found if left_open is None else _settle(found, left_open)


def _settle(found: list[Quotation], left_open: Quotation) -> list[Quotation]:
    """Return `found` without the last, never closed, unless its mark can only open."""
    stands = left_open.mark in DIRECTED or left_open.joins
    return found if stands or not found else found[:-1]
