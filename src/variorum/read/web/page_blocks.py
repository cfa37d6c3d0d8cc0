"""The text of a page, block by block: which of them are the report's.

What trafilatura (Barbaresi 2021) takes for the text, read broadly, as usual and strictly, is what
weighs most; what each block and its neighbours are like mends it. Then every block is weighed once
more beside what was found of those around it and of those made like it (stacking, Wolpert 1992).
"""

import copy
import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import accumulate
from typing import Any

import trafilatura
from lxml import etree

from variorum.grouping import grouped
from variorum.read.content import PARAGRAPH
from variorum.read.table_rows import sentences
from variorum.read.web import pages
from variorum.read.web.headline import bare
from variorum.read.web.weighing import marks_in, probability, size
from variorum.text import clean

_INLINE, _UNSEEN, _TAGS, _HOLDERS = (
    frozenset(pages.page_words(name))
    for name in ("inline", "unseen", "block_tags", "block_holders")
)
_LABELLED = re.compile(r"\W*[^\W\d_][^:.?!]{2,22}:\s")
_ENDED = re.compile(r"[.!?…\"”»؟。]$")
_HIDDEN = re.compile(r"display:\s*none")
# The marks of how a block is made, and into which steps it is told how likely something is.
_MADE = ("own ", "upper ", "under ", "tag ")
_COARSE = (0.05, 0.2, 0.4, 0.6, 0.8, 0.95)
_FINE = (0.01, 0.03, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.97, 0.99)
# From where to where the neighbours of a block stand that are weighed with it.
AROUND = ((-2, -1), (-1, 0), (1, 2), (2, 3), (-5, 0), (1, 6))
_BARS = re.compile(r"[|»›]")
UNMISTAKABLE = 20
"""Words of so many letters that stand in the text of a report are that part of it."""


@dataclass(frozen=True)
class Block:
    """A run of words between two breaks of a page; how much of it is links, from 0 to 1."""

    element: Any
    words: str
    linked: float


@dataclass(frozen=True)
class Placed:
    """A block of a text: its element, and where its words begin and end in the text."""

    element: Any
    words: str
    start: int
    end: int


def placed(found: Sequence[Block]) -> list[Placed]:
    """Return the blocks as they stand in a text, a blank line apart."""
    told: list[Placed] = []
    for block in found:
        words = clean(block.words).strip()
        start = told[-1].end + len(PARAGRAPH) if told else 0
        if words:
            told.append(Placed(block.element, words, start, start + len(words)))
    return told


def own_blocks(tree: Any) -> list[Block]:
    """Return the blocks of a page that are the report's, in their order."""
    told = list(marked(tree))
    sure = [probability("text", marks) for _, marks in told]
    again = weighed_again([marks for _, marks in told], sure)
    likely = (probability("text again", marks) >= 0.6 for marks in again)
    kept = [block for (block, _), own in zip(told, likely, strict=True) if own]
    names = {block.words: bare(block.words) for block in kept}
    return [block for block in kept if not _is_whole_again(names[block.words], names.values())]


def _is_whole_again(name: str, others: Collection[str]) -> bool:
    """Return whether a block is the report once more in one piece, such as one for machines."""
    inside = {one for one in others if len(one) >= pages.LONG and one != name and one in name}
    return len(inside) > 1 and sum(map(len, inside)) > len(name) / 2


def weighed_again(told: Sequence[set[str]], sure: Sequence[float]) -> Iterator[set[str]]:
    """Yield the marks of each block, and of how likely it and those around it are the report's.

    Blocks of the same make, such as the links of a list, are one another's neighbours too.

    Args:
        told: the marks of each block of a page.
        sure: how likely each is the report's, by its own marks.
    """
    makes = [frozenset(mark for mark in marks if mark.startswith(_MADE)) for marks in told]
    alike = grouped(zip(makes, sure, strict=True))
    left = [0.0, *accumulate(sure, max)]
    right = [*[*accumulate(sure[::-1], max)][-2::-1], 0.0]
    for n, (marks, make, likely) in enumerate(zip(told, makes, sure, strict=True)):
        like = len(alike[make]) - 1
        others = [(sum(alike[make]) - likely) / like] if like else []
        around = (_share(sure[max(0, n + start) : max(0, n + end)]) for start, end in AROUND)
        yield marks | {
            f"likely {size(likely, _FINE)}",
            f"alike {_share(others)} {min(3, like)}",
            f"left {size(left[n], _COARSE)} right {size(right[n], _COARSE)}",
            *(f"around {number} {share}" for number, share in enumerate(around)),
        }


def _share(sure: Sequence[float]) -> str:
    return str(size(sum(sure) / len(sure), _COARSE)) if sure else "none"


def blocks(tree: Any) -> list[Block]:
    """Return all blocks of a page that a reader may see, in their order."""
    found: list[Block] = []
    body = tree.find(".//body")
    held = _Held(tree if body is None else body)
    for event, element in _walked(held.holder):
        begins, inline = event == "start", element.tag in _INLINE
        if not inline or element.tag == "br":
            found += held.flushed(element if begins else element.getparent(), element.tag != "br")
        held.links += (begins - (not begins)) * (element.tag == "a")
        held.add(element.text if begins else element.tail)
    return [*found, *held.flushed(held.holder, True)]


class _Held:
    """The words since the last break."""

    def __init__(self, holder: Any) -> None:
        self.holder = holder
        self.links = 0
        self.words: list[str] = []
        self.linked = 0

    def add(self, words: str | None) -> None:
        """Hold some more words."""
        if words:
            self.words.append(words)
            self.linked += len(words.strip()) if self.links else 0

    def flushed(self, holder: Any, whole: bool) -> list[Block]:
        """Return what was held as a block, where it ends here; `holder` holds what follows."""
        if not whole:
            self.words.append(" ")
            return []
        words = " ".join("".join(self.words).split())
        done = [Block(self.holder, words, min(1.0, self.linked / len(words)))] if words else []
        self.holder = self.holder if holder is None else holder
        self.words, self.linked = [], 0
        return done


def _walked(root: Any) -> Iterator[tuple[str, Any]]:
    """Yield the beginning and the end of each element that may be seen; of the others the end."""
    steps = etree.iterwalk(root, events=("start", "end", "comment", "pi"))
    for event, element in steps:
        seen = isinstance(element.tag, str) and element.tag not in _UNSEEN
        if event == "start" and seen:
            yield event, element
        elif event == "start":
            steps.skip_subtree()
        elif element is not root and (seen or element.tail):
            yield "end", element


def marked(tree: Any) -> Iterator[tuple[Block, set[str]]]:
    """Yield each block of a page with its marks; tables of figures become sentences in `tree`."""
    tables_told(tree)
    found = blocks(tree)
    source = pages.without_comments(copy.deepcopy(tree))
    said = {bare(block.words) for block in blocks(source)}
    taken = [bare(block.words) for block in found]
    held = _extracted(source)
    inside = [_readings(name, held) for name in taken]
    often = Counter(taken)
    main = _main_part(found)
    own = [number for number, readings in enumerate(inside) if "usual" in readings]
    for number, block in enumerate(found):
        marks = {*_like(block, inside[number]), *_in_part(block, main)}
        marks |= set(_position(number, own)) | set(_neighbours(number, found, inside))
        marks |= {"a reader's"} if taken[number] not in said else set()
        marks |= {"repeated"} if often[taken[number]] > 1 else set()
        yield block, marks


def tables_told(tree: Any) -> None:
    """Put a paragraph for each row of a table of figures in its place."""
    for table in list(tree.iter("table")):
        body = [row for row in table.iter("tr") if row.find(".//table") is None]
        rows = _grid(body)
        headed = bool(body) and all(cell.tag == "th" for cell in body[0].iterchildren("td", "th"))
        told = sentences(rows, headed) if table.find(".//table") is None else None
        if told is not None:
            for row in body:
                row.getparent().remove(row)
            table.tag = "div"
            for words in told:
                etree.SubElement(table, "p").text = words


def _grid(rows: Sequence[Any]) -> list[list[str]]:
    """Return the cells of each row; one that spans several rows or columns stands in each."""
    grid: list[list[str]] = []
    held: dict[int, tuple[str, int]] = {}
    for row in rows:
        cells = [
            (pages.words_of(cell), _span(cell, "rowspan"))
            for cell in row.iterchildren("td", "th")
            for _ in range(_span(cell, "colspan"))
        ]
        told: list[str] = []
        while cells or len(told) in held:
            words, left = held.pop(len(told)) if len(told) in held else cells.pop(0)
            if left > 1:
                held[len(told)] = (words, left - 1)
            told.append(words)
        grid.append(told)
    return grid


def _span(cell: Any, name: str) -> int:
    told = cell.get(name, "1")
    return min(max(int(told), 1), 50) if told.isdecimal() else 1


Read = dict[str, tuple[frozenset[str], str]]
"""The bare lines of a page in each way that it is read, and its bare text."""


def _extracted(tree: Any) -> Read:
    """Return what trafilatura reads of a page in three ways."""
    ways: dict[str, dict[str, Any]] = {
        "usual": {},
        "strict": {"favor_precision": True},
        "broad": {"favor_recall": True},
    }
    read = partial(trafilatura.extract, include_comments=False)
    texts = {name: read(copy.deepcopy(tree), **way) or "" for name, way in ways.items()}
    return {
        name: (frozenset(map(bare, text.split("\n"))), bare(text)) for name, text in texts.items()
    }


def _readings(name: str, held: Read) -> list[str]:
    """Return the ways in which a block is read: the words of a short one may stand anywhere."""
    return [
        way
        for way, (lines, text) in held.items()
        if name and (name in lines or (len(name) >= UNMISTAKABLE and name in text))
    ]


def _main_part(found: Sequence[Block]) -> Any | None:
    """Return the part of a page in which most of the long unlinked blocks stand."""
    parts: Counter[Any] = Counter()
    for block in found:
        above = block.element.getparent()
        if len(block.words) > 80 and block.linked < 0.3 and above is not None:
            parts[above] += len(block.words)
    return parts.most_common(1)[0][0] if parts else None


def _like(block: Block, readings: Sequence[str]) -> Iterator[str]:
    """Yield the marks of the words of a block."""
    words = block.words
    length = size(len(words), (15, 30, 60, 100, 200, 400))
    short = "short" if length < 4 else "long"
    yield f"in {'+'.join(readings)}"
    yield f"length {length}"
    yield f"linked {size(block.linked, (0.01, 0.2, 0.5, 0.95))} length {min(length, 4)}"
    tag = block.element.tag if block.element.tag in _TAGS else "other"
    yield f"tag {tag} {'in' if readings else 'out'}"
    yield from (f"{mark} {short}" for mark in marks_in(words, "words"))
    if any(marks_in(words, "words", ("elsewhere",))):
        yield f"elsewhere linked {size(block.linked, (0.3,))}"
    if block.linked >= 0.5 and _LABELLED.match(words):
        yield "label and link"
    if _ENDED.search(words):
        yield f"ended {'short' if length < 3 else 'long'}"
    elif words.endswith(":"):
        yield "colon"
    yield from (
        mark
        for mark, holds in (
            ("small", words[0].islower()),
            ("figures", sum(map(str.isdigit, words)) > len(words) * 0.2),
            ("capitals", words.isupper()),
            ("bars", _BARS.search(words)),
            ("address", "@" in words),
        )
        if holds
    )


def _in_part(block: Block, main: Any | None) -> Iterator[str]:
    """Yield the marks of the part of a page that a block stands in."""
    above = [block.element, *block.element.iterancestors()]
    yield from {f"under {one.tag}" for one in above[:5] if one.tag in _HOLDERS}
    if any(one.tag in pages.PAGE_PARTS for one in above):
        yield "in a part"
    yield from (f"own {mark}" for mark in marks_in(pages.names_of(above[:2]), "blocks"))
    yield from (f"upper {mark}" for mark in marks_in(pages.names_of(above[2:6]), "blocks"))
    if any(_HIDDEN.search(one.get("style", "")) for one in above[:4]):
        yield "hidden"
    if main is not None:
        yield (
            "of the main part"
            if block.element.getparent() is main
            else "in the main part"
            if main in above
            else "beside the main part"
            if main.getparent() in above
            else "far from the main part"
        )


def _position(number: int, own: Sequence[int]) -> Iterator[str]:
    """Yield where a block stands to those that trafilatura takes."""
    first, last = (own[0], own[-1]) if own else (0, 0)
    if number > last:
        yield f"after {size(number - last, (2, 5, 15))}"
    elif number < first:
        yield f"before {size(first - number, (2, 5, 15))}"
    elif last > first:
        share = size((number - first) / (last - first), (0.1, 0.5, 0.9, 0.97))
        yield f"at {'first' if number == first else 'last' if number == last else share}"


def _neighbours(
    number: int, found: Sequence[Block], inside: Sequence[Sequence[str]]
) -> Iterator[str]:
    for step in (-2, -1, 1, 2):
        there = 0 <= number + step < len(found)
        taken = inside[number + step] if there else ()
        yield f"next {step} {'in' if taken else 'out' if there else 'none'}"
    if 0 < number < len(found) - 1:
        around = (found[number - 1], found[number + 1])
        yield "around " + " ".join(
            f"{int(one.linked >= 0.3)}{int(len(one.words) >= 60)}" for one in around
        )
