"""A document's text with its claims marked: a flat run of tokens that nest properly.

Claims may lie inside each other and may overlap. HTML elements may only nest, so that wherever a
claim begins or ends, what would cross is closed and opened again. Joining the text tokens gives the
document's text back, character by character.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from variorum.model import Claim, Document
from variorum.text import merge, paragraphs

__all__ = ["Layer", "Token", "document_tokens"]


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
            layer = self.stack.pop()
            yield Token("close", number=layer.number)

    def open_all(self, wanted: Sequence[Layer]) -> Iterator[Token]:
        for layer in wanted[len(self.stack) :]:
            self.stack.append(layer)
            first = bool(layer.number) and layer.number not in self.seen
            self.seen.add(layer.number)
            yield Token("open", number=layer.number, depth=layer.depth, first=first)


def _layers(document: Document, claims: Sequence[Claim], numbers: Sequence[int]) -> list[Layer]:
    plain = [
        Layer(span.start, span.end, number)
        for claim, number in zip(claims, numbers, strict=True)
        for span in claim.content
    ]
    plain.sort(key=lambda layer: (layer.start, -layer.end, layer.number))
    claimed = [
        Layer(layer.start, layer.end, layer.number, depth=_depth(layer, plain)) for layer in plain
    ]
    spans = [s for claim in claims for m in claim.measures for s in (m.span, *m.plus)]
    marks = merge(((s.start, s.end) for s in spans if s.document == document.id), document.text)
    return [*claimed, *(Layer(start, end, 0) for start, end in marks)]


def _depth(layer: Layer, among: Sequence[Layer]) -> int:
    """Count the layers around this one, itself included."""
    return sum(other.start <= layer.start and layer.end <= other.end for other in among)


@dataclass(frozen=True)
class _Setting:
    """What is set: a text, its layers, and the numbers to write after each place."""

    text: str
    layers: Sequence[Layer]
    refs: dict[int, list[int]]

    def edges(self, start: int, end: int) -> list[int]:
        """Return the places between `start` and `end` where something begins or ends."""
        cuts = {place for layer in self.layers for place in (layer.start, layer.end)}
        return sorted({start, end, *(c for c in (*cuts, *self.refs) if start < c < end)})

    def references(self, first: int, last: int) -> Iterator[Token]:
        """Yield the numbers of the claims that end at `first` to `last`, both included."""
        for place in range(first, last + 1):
            yield from (Token("ref", number=number) for number in self.refs.get(place, []))


def _paragraph(setting: _Setting, start: int, end: int, writer: _Writer) -> Iterator[Token]:
    inner = start + len(setting.text[start:end].rstrip())
    edges = setting.edges(start, inner)
    for left, right in pairwise(edges):
        active = [lay for lay in setting.layers if lay.start <= left and lay.end >= right]
        yield from writer.close_to(active)
        yield from setting.references(max(left, start + 1), left)
        yield from writer.open_all(active)
        yield Token("text", text=setting.text[left:right])
    yield from writer.close_to([])
    # What ends where a paragraph begins ended in the paragraph before it.
    yield from setting.references(max(inner, start + 1), end)
    yield Token("space", text=setting.text[inner:end])


def document_tokens(
    document: Document, claims: Sequence[Claim], numbers: Sequence[int]
) -> tuple[tuple[Token, ...], ...]:
    """Return the tokens of each paragraph of `document`.

    Args:
        document: the document; every span of the claims lies in it.
        claims: its claims.
        numbers: the number under which each claim is referred to.
    """
    refs: dict[int, list[int]] = defaultdict(list)
    for claim, number in zip(claims, numbers, strict=True):
        refs[max(span.end for span in claim.content)].append(number)
    setting = _Setting(document.text, _layers(document, claims, numbers), dict(refs))
    writer = _Writer()
    return tuple(
        tuple(_paragraph(setting, start, end, writer)) for start, end in paragraphs(document.text)
    )
