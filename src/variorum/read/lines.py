"""From the lines of printed pages to running text: paragraphs joined, cut words made whole."""

import itertools
import re
from collections import Counter
from dataclasses import dataclass

from variorum.language.words.lexers import hyphened

_CUT = re.compile(r"(?P<head>\w+(?:-\w+)*)[-\u00ad\u2010]$")
_TAIL = re.compile(r"\w+(?:-\w+)*")
_SENTENCE_END = re.compile(r"[.!?:;…؟。][\"'”’»)\]]*$")
_PAGE_NUMBER = re.compile(r"(?:page\s+)?[-–]?\s?\d{1,4}\s?[-–]?(?:\s*(?:/|of)\s*\d{1,4})?", re.I)
_ITEM = re.compile(r"(?:[•●▪◦*–—-]|\(?\d{1,2}[.)]|\(?[a-z]\))\s")
_NOTE = re.compile(r"\W?(?:\d{1,3}|[*†‡§])[.)]?\s*\S")
# A gap of this many usual line pitches parts two paragraphs; so does a size this much different.
_GAP = 1.3
_SIZE = 1.15
# A line that ends its sentence this far (as a share of the page's width of text) from the right
# edge ends its paragraph; one that begins this many line heights further right begins one.
_SHORT = 0.85
_INDENT = 0.7


@dataclass(frozen=True)
class Line:
    """One printed line: its words, and its place on the page in points from the lower left."""

    words: str
    left: float
    right: float
    bottom: float
    height: float


@dataclass(frozen=True)
class _Layout:
    """What is usual on a page: its left and right edges of text, and the pitch of its lines."""

    left: float
    right: float
    pitch: float


def flow(pages: list[list[Line]]) -> tuple[str, tuple[int, ...]]:
    """Return the running text of the pages, and the offset at which each page begins.

    Paragraphs are told by their gaps, indents, sizes and short last lines, and are a blank line
    apart. A paragraph runs on over a page break when its sentence has not ended. A page without
    text begins where the next one does. Running heads and feet, which stand in the same place on
    several pages and differ in their numbers alone, are left out, as a web page's menus are. Notes
    at the foot of a page stand before a paragraph that runs on to the next, and so on their page.
    """
    pages = _without_running(pages)
    heights = sorted(line.height for page in pages for line in page)
    usual = heights[len(heights) // 2] if heights else 0
    pages = [_notes_first(page, usual) for page in pages]
    running = _Running(frozenset(hyphened(" ".join(line.words for page in pages for line in page))))
    starts: list[int | None] = []
    for page in pages:
        layout = _layout(page)
        begins = [running.add(line, layout if n else None) for n, line in enumerate(page)]
        starts.append(begins[0] if begins else None)
    return "".join(running.parts), _filled(starts, running.length)


class _Running:
    """Text that grows line by line."""

    def __init__(self, known: frozenset[str]) -> None:
        self.known = known
        self.parts: list[str] = []
        self.length = 0
        self.previous: Line | None = None

    def add(self, line: Line, layout: _Layout | None) -> int:
        """Append a line and return its offset; `layout` is None for the first line of a page."""
        previous, self.previous = self.previous, line
        if previous is None:
            return self._append(line.words)
        if _parts(previous, line, layout):
            self._append("\n\n")
        elif (cut := _cut(previous.words, line.words, self.known)) is None:
            self._append(" ")
        elif cut:
            self.parts[-1] = self.parts[-1][:-cut]
            self.length -= cut
        return self._append(line.words)

    def _append(self, words: str) -> int:
        """Append words and return the offset at which they begin."""
        self.parts.append(words)
        self.length += len(words)
        return self.length - len(words)


def _running_key(line: Line) -> tuple[str, int]:
    """Return what a running head keeps from page to page: its words but for numbers, its height."""
    return re.sub(r"\d+", "0", line.words), round(line.bottom)


def _without_running(pages: list[list[Line]]) -> list[list[Line]]:
    """Return the pages without the heads and feet that run through most of them."""
    margins = [{_running_key(line) for line in (*page[:2], *page[-2:])} for page in pages]
    counts = Counter(key for keys in margins for key in keys)
    often = max(2, sum(map(bool, pages)) // 2)
    running = {key for key, count in counts.items() if count >= often}
    kept = [_peeled(_peeled(page, running)[::-1], running)[::-1] for page in pages]
    return [short or page for short, page in zip(kept, pages, strict=True)]


def _peeled(page: list[Line], running: set[tuple[str, int]]) -> list[Line]:
    """Return a page without the first one or two lines, if these run through the other pages."""
    outer = itertools.takewhile(lambda line: _running_key(line) in running, page[:2])
    return page[len(list(outer)) :]


def _notes_first(page: list[Line], usual: float) -> list[Line]:
    """Return a page with its notes before its last paragraph, where that runs on to the next.

    Notes are the last lines, smaller than is usual in the text, of which the first has a mark.
    """
    small = itertools.takewhile(lambda line: line.height * _SIZE < usual, reversed(page))
    first = len(page) - len(list(small))
    body, notes = page[:first], page[first:]
    if not body or not notes or not _NOTE.match(notes[0].words):
        return page
    layout = _layout(body)
    begins = [n for n in range(1, len(body)) if _parts(body[n - 1], body[n], layout)]
    if not begins or _SENTENCE_END.search(body[-1].words):
        return page
    return [*body[: begins[-1]], *notes, *body[begins[-1] :]]


def _layout(page: list[Line]) -> _Layout:
    """Return what is usual on a page; a page of one line has the pitch of its own height."""
    if not page:
        return _Layout(0, 0, 0)
    falls = [above.bottom - below.bottom for above, below in itertools.pairwise(page)]
    usual = [fall for fall in falls if fall > 0]
    return _Layout(
        left=min(line.left for line in page),
        right=max(line.right for line in page),
        # The lower quartile: in a text of short paragraphs most pitches hold a gap.
        pitch=sorted(usual)[len(usual) // 4] if usual else page[0].height * 1.2,
    )


def _parts(previous: Line, line: Line, layout: _Layout | None) -> bool:
    """Return whether a paragraph ends between two lines; `layout` is None over a page break."""
    if _PAGE_NUMBER.fullmatch(previous.words) or _PAGE_NUMBER.fullmatch(line.words):
        return True
    sizes = sorted((previous.height, line.height))
    if sizes[1] > sizes[0] * _SIZE or _ITEM.match(line.words):
        return True
    ended = bool(_SENTENCE_END.search(previous.words))
    fall = previous.bottom - line.bottom
    if layout is None or fall < -line.height:
        return ended or line.words[:1].isupper()
    if fall > layout.pitch * _GAP:
        return True
    short = previous.right - previous.left < (layout.right - layout.left) * _SHORT
    indented = line.left - previous.left > line.height * _INDENT
    return ended and (short or indented)


def _cut(above: str, below: str, known: frozenset[str]) -> int | None:
    """Return how many characters of a cut word's hyphen to take away, or None for no cut word.

    The hyphen goes when the whole word stands elsewhere in the text, stays when the hyphenated
    word does, and else goes between small letters ("govern-ment", but "US-backed", "20-year").
    """
    head, tail = _CUT.search(above), _TAIL.match(below)
    if not head or not tail:
        return None
    whole, hyphenated = head["head"] + tail.group(), f"{head['head']}-{tail.group()}"
    if above.endswith("\u00ad") or whole in known:
        return 1
    letters = head["head"].rpartition("-")[2]
    return int(hyphenated not in known and letters[1:].islower() and tail.group()[:1].islower())


def _filled(starts: list[int | None], length: int) -> tuple[int, ...]:
    """Return the starts, a page without text given that of the next page, or the end."""
    filled: list[int] = []
    following = length
    for start in reversed(starts):
        following = following if start is None else start
        filled.append(following)
    return tuple(reversed(filled))
