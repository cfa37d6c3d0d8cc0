"""A document's text with its claims marked: a flat run of tokens that nest properly.

Claims may lie inside each other and may overlap. HTML elements may only nest, so that wherever a
claim begins or ends, what would cross is closed and opened again. Joining the text tokens gives the
document's text back, character by character.
"""

import bisect
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from variorum.model import Claim, Document
from variorum.text import merge, paragraphs


@dataclass(frozen=True)
class Layer:
    """A stretch of text to be marked: part of claim `number`, or (number 0) words of a measure."""

    start: int
    end: int
    number: int
    depth: int = 0


@dataclass(frozen=True)
class Token:
    """One thing to write: `kind` is open, close, text or ref (the number after a claim)."""

    kind: str
    text: str = ""
    number: int = 0
    depth: int = 0
    first: bool = False


@dataclass
class _Writer:
    """Keeps what is open, and writes the closings and openings between two states."""

    seen: set[int] = field(default_factory=set)
    stack: list[Layer] = field(default_factory=list)

    def close_to(self, wanted: Sequence[Layer]) -> Iterator[Token]:
        shared = 0
        while shared < min(len(wanted), len(self.stack)) and wanted[shared] == self.stack[shared]:
            shared += 1
        while len(self.stack) > shared:
            yield Token("close", number=self.stack.pop().number)

    def open_all(self, wanted: Sequence[Layer]) -> Iterator[Token]:
        for layer in wanted[len(self.stack) :]:
            self.stack.append(layer)
            first = bool(layer.number) and layer.number not in self.seen
            self.seen.add(layer.number)
            yield Token("open", number=layer.number, depth=layer.depth, first=first)


def _layers(document: Document, claims: Sequence[Claim], numbers: Sequence[int]) -> list[Layer]:
    """Return what to mark, the outer before the inner, and the words of measures innermost."""
    plain = [
        Layer(span.start, span.end, number)
        for claim, number in zip(claims, numbers, strict=True)
        for span in claim.content
    ]
    plain.sort(key=lambda layer: (layer.start, -layer.end, layer.number))
    spans = [s for claim in claims for m in claim.measures for s in (m.span, *m.plus)]
    marks = merge(((s.start, s.end) for s in spans if s.document == document.id), document.text)
    return [*_deepened(plain), *(Layer(start, end, 0) for start, end in marks)]


def _deepened(layers: Sequence[Layer]) -> Iterator[Layer]:
    """Yield the layers, sorted by start, each with how many lie around it, itself included."""
    around: list[int] = []
    for layer in layers:
        around = [end for end in around if end > layer.start]
        around.append(layer.end)
        yield Layer(layer.start, layer.end, layer.number, sum(end >= layer.end for end in around))


@dataclass
class _Paragraph:
    """A paragraph: its place, what is marked in it, and the numbers to write after each place."""

    start: int
    end: int
    layers: list[Layer] = field(default_factory=list)
    refs: dict[int, list[int]] = field(default_factory=dict)

    def edges(self, end: int) -> list[int]:
        """Return the places up to `end` where something begins or ends."""
        cuts = {place for layer in self.layers for place in (layer.start, layer.end)}
        inside = (cut for cut in (*cuts, *self.refs) if self.start < cut < end)
        return sorted({self.start, end, *inside})

    def references(self, first: int, last: int) -> Iterator[Token]:
        """Yield the numbers of the claims that end at `first` to `last`, both included."""
        for place in sorted(place for place in self.refs if first <= place <= last):
            yield from (Token("ref", number=number) for number in self.refs[place])

    def tokens(self, text: str, writer: _Writer) -> Iterator[Token]:
        """Yield the tokens of the paragraph; `text` is the whole document's."""
        inner = self.start + len(text[self.start : self.end].rstrip())
        for left, right in pairwise(self.edges(inner)):
            active = [lay for lay in self.layers if lay.start <= left and lay.end >= right]
            yield from writer.close_to(active)
            yield from self.references(left, left)
            yield from writer.open_all(active)
            yield Token("text", text=text[left:right])
        yield from writer.close_to([])
        yield from self.references(inner, self.end)
        yield Token("space", text=text[inner : self.end])


def _set(document: Document, layers: Sequence[Layer]) -> list[_Paragraph]:
    """Return the paragraphs of a document, each with the layers that reach into it."""
    found = [_Paragraph(start, end) for start, end in paragraphs(document.text)]
    starts = [paragraph.start for paragraph in found]
    for layer in layers:
        first = bisect.bisect_right(starts, layer.start) - 1
        last = bisect.bisect_left(starts, layer.end)
        for paragraph in found[first:last]:
            paragraph.layers.append(layer)
    return found


def document_tokens(
    document: Document, claims: Sequence[Claim], numbers: Sequence[int]
) -> tuple[tuple[Token, ...], ...]:
    """Return the tokens of each paragraph of `document`.

    Args:
        document: the document; every span of the claims lies in it.
        claims: its claims.
        numbers: the number under which each claim is referred to.
    """
    found = _set(document, _layers(document, claims, numbers))
    starts = [paragraph.start for paragraph in found]
    for claim, number in zip(claims, numbers, strict=True):
        end = max(span.end for span in claim.content)
        # What ends where a paragraph begins ended in the paragraph before it.
        refs = found[bisect.bisect_left(starts, end) - 1].refs
        refs.setdefault(end, []).append(number)
    writer = _Writer()
    return tuple(tuple(paragraph.tokens(document.text, writer)) for paragraph in found)
