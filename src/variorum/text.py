"""Spans, the only place where offsets are computed; and hosts of addresses that may be broken."""

import bisect
import itertools
import re
import unicodedata
from collections.abc import Iterable

from variorum.model import CONTEXT_CHARS, Document, Span

STOPS = (". ", ".\n", "\n\n", "؟", "! ", "? ", "。")
"""What ends a sentence, in any language that is read, as far as signs tell."""
_PARAGRAPH_BREAK = re.compile(r"\n[^\S\n]*\n\s*")
_HOST = re.compile(r"[a-z][a-z0-9+.-]*://(?:[^/?#@]*@)?([^/?#:@\[\]]+)", re.IGNORECASE)
_NEWLINES = re.compile(r"\r\n?|\u2028|\u2029|\x85")


def clean(raw: str) -> str:
    """Return `raw` in NFC with Unix line ends and no byte order mark or NUL; all else is kept.

    This runs once, before a Document is made, so that offsets never have to be mapped back.
    """
    # First taken out, then normalised: a mark between a letter and its accent keeps them apart.
    bare = raw.replace("\ufeff", "").replace("\x00", "")
    return unicodedata.normalize("NFC", _NEWLINES.sub("\n", bare))


def host_of(address: str | None) -> str:
    """Return the host of an address in small letters; "" where there is none to be read.

    Reports have any address. What the standard library takes for broken, it refuses by an error,
    in some versions more of it than in others.
    """
    found = _HOST.match(address or "")
    return found[1].lower() if found else ""


def words_around(text: str, start: int, end: int, stops: Iterable[str]) -> tuple[int, int]:
    """Return where the words around a place begin and end, between the stops on either side."""
    ends = tuple(stops)
    first = max(text.rfind(stop, 0, start) for stop in ends) + 1
    after = [at for stop in ends if (at := text.find(stop, end)) >= 0]
    return first, min(after, default=len(text))


def span(document: Document, start: int, end: int) -> Span:
    """Return the span of `document.text[start:end]` with its context and page.

    Raises:
        ValueError: when the offsets do not lie in the document, or the span is empty.
    """
    text = document.text
    if not 0 <= start < end <= len(text):
        raise ValueError(f"offsets {start}:{end} do not lie in a text of {len(text)} characters")
    page = bisect.bisect_right(document.page_starts, start) if document.page_starts else None
    return Span(
        document=document.id,
        start=start,
        end=end,
        exact=text[start:end],
        prefix=text[max(0, start - CONTEXT_CHARS) : start],
        suffix=text[end : end + CONTEXT_CHARS],
        page=page,
    )


def trim(text: str, start: int, end: int, strip: str = "") -> tuple[int, int]:
    """Return the offsets moved inwards past white space and any character of `strip`."""
    while start < end and (text[start].isspace() or text[start] in strip):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in strip):
        end -= 1
    return start, end


def left_over(place: tuple[int, int], held: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return what is left of a range without the ranges held by others."""
    pieces, start = [], place[0]
    for low, high in sorted(held):
        pieces.append((start, min(low, place[1])))
        start = max(start, high)
    return [(a, b) for a, b in (*pieces, (start, place[1])) if a < b]


def merge(ranges: Iterable[tuple[int, int]], text: str) -> list[tuple[int, int]]:
    """Return the ranges sorted, with those joined that overlap or have only space between them."""
    merged: list[tuple[int, int]] = []
    for start, end in sorted(ranges):
        if merged and (start <= merged[-1][1] or not text[merged[-1][1] : start].strip()):
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def paragraphs(text: str) -> list[tuple[int, int]]:
    """Return the offsets of the paragraphs; together they cover the text without a gap.

    White space after a paragraph belongs to it, so that joining the slices gives the text back.
    """
    cuts = [0, *(match.end() for match in _PARAGRAPH_BREAK.finditer(text)), len(text)]
    return [(a, b) for a, b in itertools.pairwise(cuts) if a < b]
