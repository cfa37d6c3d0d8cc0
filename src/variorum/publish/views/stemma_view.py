"""Who took from whom: the stemma as it is drawn, and its lines with what shows them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from variorum.model import Derivation, DerivationKind
from variorum.publish.base.date_labels import date_words
from variorum.publish.base.index import Index
from variorum.publish.base.vocabulary import DERIVATION_WORDS
from variorum.wording import shortened

__all__ = ["WIDTH", "Drawing", "Node", "StemmaLine", "StemmaView", "Stroke", "stemma_view"]

LONGEST_NAME = 46
OUTSIDE = " (not in the case)"
STEP = 26
FIRST = 8
LANE = 7
WIDTH = 440
# Of several sources a report is drawn under the one it took most from.
CLOSENESS = (
    DerivationKind.REVISION,
    DerivationKind.COPY,
    DerivationKind.TRANSLATION,
    DerivationKind.CREDIT,
    DerivationKind.CITATION,
    DerivationKind.QUOTATION,
    DerivationKind.BRIEFING,
)
# Whole texts taken over are drawn with an unbroken line.
WHOLE = frozenset({DerivationKind.REVISION, DerivationKind.COPY, DerivationKind.TRANSLATION})


@dataclass(frozen=True)
class StemmaLine:
    """One line of the stemma: who took, from whom, how, and the words that show it."""

    taker: str
    taker_number: int
    source: str
    source_number: int | None
    kind: str
    share: str
    because: str
    evidence: tuple[str, ...]


@dataclass(frozen=True)
class Node:
    """A report, or a source outside the case, at its place in the drawing."""

    y: int
    x: int
    label: str
    colour: int
    outside: bool


@dataclass(frozen=True)
class Stroke:
    """A line from one place in the drawing to another."""

    x: int
    y: int
    x2: int
    y2: int


@dataclass(frozen=True)
class Drawing:
    """The stemma laid out: a row for each node.

    Strokes are `whole` where a whole text was taken over, `partial` where less was, and `further`
    where they lead to a source that the taker is not drawn under.
    """

    nodes: tuple[Node, ...]
    whole: tuple[Stroke, ...]
    partial: tuple[Stroke, ...]
    further: tuple[Stroke, ...]


@dataclass(frozen=True)
class StemmaView:
    """The drawing, its lines, and the reports that are tied to no other."""

    drawing: Drawing | None
    lines: tuple[StemmaLine, ...]
    alone: tuple[tuple[int, str], ...]


def stemma_view(index: Index) -> StemmaView:
    """Return who took from whom, as the case has it; there is no drawing where nobody did."""
    lines = index.case.stemma
    tied = {end for line in lines for end in (line.document, line.source)}
    return StemmaView(
        drawing=_drawing(index, lines) if lines else None,
        lines=tuple(_line(index, line) for line in lines),
        alone=tuple(
            (index.document_number[document.id], document.name)
            for document in index.case.documents
            if document.id not in tied
        ),
    )


def _line(index: Index, line: Derivation) -> StemmaLine:
    documents = index.case.document_by_id
    return StemmaLine(
        taker=documents[line.document].name,
        taker_number=index.document_number[line.document],
        source=documents[line.source].name if line.source else line.name,
        source_number=index.document_number[line.source] if line.source else None,
        kind=DERIVATION_WORDS[line.kind],
        share="" if line.share is None else f"{line.share:.0%} of the shorter text",
        because=line.because,
        evidence=tuple(dict.fromkeys(span.exact for span in line.evidence)),
    )


def _source(line: Derivation) -> str:
    """Return the id of what was taken from; a source outside the case goes by its name."""
    return line.source or f"outside: {line.name.casefold()}"


def _parents(lines: Sequence[Derivation]) -> dict[str, Derivation]:
    """Return for each taker the line to the source it took most from, so that none goes round."""
    parents: dict[str, Derivation] = {}
    ranked = sorted(lines, key=lambda e: (CLOSENESS.index(e.kind), -(e.share or 0.0), e.id))
    for line in ranked:
        if line.document in parents:
            continue
        above: str | None = _source(line)
        while above in parents:
            above = _source(parents[above])
            if above == line.document:
                break
        if above != line.document:
            parents[line.document] = line
    return parents


def _nodes(index: Index, lines: Sequence[Derivation], first: int) -> dict[str, Node]:
    """Return each report and source at its place: under its source, in the order of time."""
    parents = _parents(lines)
    below: dict[str, list[str]] = {}
    for taker, line in parents.items():
        below.setdefault(_source(line), []).append(taker)
    ends = {end for line in lines for end in (line.document, _source(line))}
    names = {_source(line): line.name for line in lines if line.source is None}
    nodes: dict[str, Node] = {}

    def order(end: str) -> tuple[int, str, str]:
        document = index.case.document_by_id.get(end)
        when = (document.published or "9999") if document else ""
        return (-_size(end, below), when, end)

    def place(end: str, depth: int) -> None:
        nodes[end] = _node(index, end, names, (len(nodes), first + STEP * depth))
        for taker in sorted(below.get(end, ()), key=order):
            place(taker, depth + 1)

    for root in sorted((end for end in ends if end not in parents), key=order):
        place(root, 0)
    return nodes


def _size(end: str, below: Mapping[str, Sequence[str]]) -> int:
    return 1 + sum(_size(taker, below) for taker in below.get(end, ()))


def _node(index: Index, end: str, names: Mapping[str, str], place: tuple[int, int]) -> Node:
    document = index.case.document_by_id.get(end)
    if document is None:
        name = shortened(names[end], LONGEST_NAME - len(OUTSIDE))
        label = f"{name}{OUTSIDE}"
        return Node(*place, label, 0, outside=True)
    badge = index.document_badge(document)
    when = f", {date_words(document.published)}" if document.published else ""
    room = LONGEST_NAME - len(when)
    label = f"{badge.siglum if badge else ''}  {shortened(document.name, room)}{when}".strip()
    return Node(*place, label, badge.colour if badge else 0, outside=False)


def _elbow(source: Node, taker: Node) -> tuple[Stroke, Stroke]:
    """Return the strokes from a source down and across to who took from it."""
    down = Stroke(x=source.x, y=source.y, x2=source.x, y2=taker.y)
    return down, Stroke(x=source.x, y=taker.y, x2=taker.x, y2=taker.y)


def _further(
    parents: Mapping[str, Derivation], lines: Sequence[Derivation]
) -> dict[str, list[str]]:
    """Return the sources that reports are not drawn under, each with who else took from it."""
    drawn = {(taker, _source(line)) for taker, line in parents.items()}
    found: dict[str, list[str]] = {}
    for line in lines:
        if (line.document, _source(line)) not in drawn:
            found.setdefault(_source(line), []).append(line.document)
    return found


def _lanes(nodes: Mapping[str, Node], further: Mapping[str, Sequence[str]]) -> Iterator[Stroke]:
    """Yield a line down the margin for each further source, with a stroke to who took from it."""
    for number, (source, takers) in enumerate(further.items()):
        x = FIRST + LANE * number
        ends = [nodes[end] for end in (source, *takers)]
        rows = [node.y for node in ends]
        yield Stroke(x=x, y=min(rows), x2=x, y2=max(rows))
        yield from (Stroke(x=x, y=node.y, x2=node.x, y2=node.y) for node in ends)


def _drawing(index: Index, lines: Sequence[Derivation]) -> Drawing:
    parents = _parents(lines)
    further = _further(parents, lines)
    nodes = _nodes(index, lines, FIRST + LANE * len(further))
    elbows: dict[bool, list[Stroke]] = {True: [], False: []}
    for taker, line in parents.items():
        elbows[line.kind in WHOLE] += _elbow(nodes[_source(line)], nodes[taker])
    return Drawing(
        nodes=tuple(nodes.values()),
        whole=tuple(elbows[True]),
        partial=tuple(elbows[False]),
        further=tuple(_lanes(nodes, further)),
    )
