"""Who took from whom: the stemma as a tree, and its lines with what shows them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import SimpleNamespace

from variorum.grouping import grouped
from variorum.model import Derivation, DerivationKind
from variorum.publish.base.date_labels import date_words
from variorum.publish.base.index import Index
from variorum.publish.base.vocabulary import DERIVATION_WORDS

# Of several sources a report stands under the one it took most from.
CLOSENESS = (DerivationKind.REVISION, *DerivationKind)
# Whole texts taken over have an unbroken line.
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
class StemmaView:
    """The tree, its lines, and the reports that are tied to no other."""

    roots: tuple[SimpleNamespace, ...]
    lines: tuple[StemmaLine, ...]
    alone: tuple[tuple[int, str], ...]


def stemma_view(index: Index) -> StemmaView:
    """Return who took from whom, as the case has it; there is no tree where nobody did."""
    lines = index.case.stemma
    tied = {end for line in lines for end in (line.document, line.source)}
    return StemmaView(
        roots=_tree(index, lines),
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


def _tree(index: Index, lines: Sequence[Derivation]) -> tuple[SimpleNamespace, ...]:
    """Return each report and source under its source, the largest families first.

    `how` says in what way one took from what it stands under, `whole` whether its whole text, and
    `also` names the further sources it took from.
    """
    parents = _parents(lines)
    below = grouped((_source(line), taker) for taker, line in parents.items())
    names = {_source(line): line.name for line in lines}
    others = (line for line in lines if line is not parents.get(line.document))
    further = grouped((line.document, line.name) for line in others)

    def order(end: str) -> tuple[int, str, str]:
        document = index.case.document_by_id.get(end)
        return (-_size(end, below), (document.published or "9999") if document else "", end)

    def branch(end: str) -> SimpleNamespace:
        document = index.case.document_by_id.get(end)
        line = parents.get(end)
        return SimpleNamespace(
            name=document.name if document else names[end],
            number=index.document_number[end] if document else None,
            when=date_words(document.published) if document and document.published else "",
            badge=index.document_badge(document) if document else None,
            how=DERIVATION_WORDS[line.kind] if line else "",
            whole=line is not None and line.kind in WHOLE,
            also=tuple(dict.fromkeys(further.get(end, ()))),
            below=tuple(map(branch, sorted(below.get(end, ()), key=order))),
        )

    ends = {end for line in lines for end in (line.document, _source(line))}
    return tuple(map(branch, sorted((end for end in ends if end not in parents), key=order)))


def _size(end: str, below: Mapping[str, Sequence[str]]) -> int:
    return 1 + sum(_size(taker, below) for taker in below.get(end, ()))
