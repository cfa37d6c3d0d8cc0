"""Translated copies: one report told again in another language, by its numbers and their order.

Two reports of one event share some numbers; a translation has nearly all of them, of the same
kinds, in the same order (longest common subsequence), and enough of them that this is no chance.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from variorum.grouping import grouped
from variorum.model import Claim, Document, Measure, Span

# Fewer numbers than this in common may be in the same order by chance.
FEWEST = 5
# The share of the numbers of the shorter report, and of the longer, that must be the same.
SHORTER = 0.85
LONGER = 0.65
MOST_EVIDENCE = 3
Number = tuple[str, float | None, float | None]


Translation = tuple[str, str, int, float | None, tuple[Span, ...]]
"""A document, what it translates, how many numbers they share and their share, and the evidence."""


def translations(
    documents: Sequence[Document], claims: Mapping[str, Sequence[Claim]]
) -> list[Translation]:
    """Return the translations, those that the user laid beside an original first.

    Args:
        documents: the documents of the case.
        claims: the claims of each, by its id.
    """
    by_id = {document.id: document for document in documents}
    found: list[Translation] = [
        (document.id, document.translation_of, 0, None, ())
        for document in documents
        if document.translation_of in by_id and document.translation_of
    ]
    told = {d.id: _told(claims.get(d.id, ())) for d in documents}
    for one, other in _candidates(documents, told):
        a, b = told[one.id], told[other.id]
        shared = _common([n for n, _ in a], [n for n, _ in b])
        close = shared >= SHORTER * min(len(a), len(b)) and shared >= LONGER * max(len(a), len(b))
        if shared >= FEWEST and close:
            original, copy = _directed(one, other)
            first = tuple(m.span for _, m in told[copy.id][:MOST_EVIDENCE])
            found.append((copy.id, original.id, shared, shared / min(len(a), len(b)), first))
    return found


def _told(claims: Sequence[Claim]) -> list[tuple[Number, Measure]]:
    """Return each number of a report once, in the order of the text."""
    by_place = {(m.span.start, m.span.end): m for c in claims for m in c.measures if not m.polarity}
    return [((m.kind, m.low, m.high), m) for _, m in sorted(by_place.items())]


def _candidates(
    documents: Sequence[Document], told: Mapping[str, Sequence[tuple[Number, Measure]]]
) -> Iterable[tuple[Document, Document]]:
    """Yield pairs of two languages with enough numbers in common, found by the numbers."""
    holders = grouped(
        (number, place)
        for place, document in enumerate(documents)
        for number in {n for n, _ in told[document.id]}
    )
    common: dict[tuple[int, int], int] = defaultdict(int)
    for places in holders.values():
        for i, one in enumerate(places):
            for other in places[i + 1 :]:
                if documents[one].language != documents[other].language:
                    common[one, other] += 1
    for (one, other), shared in sorted(common.items()):
        if shared >= FEWEST:
            yield documents[one], documents[other]


def _directed(one: Document, other: Document) -> tuple[Document, Document]:
    """Return the original and its translation: the earlier is the original, else the longer."""
    a, b = one.published or "", other.published or ""
    if a and b and a != b:
        return (one, other) if a < b else (other, one)
    return (one, other) if len(one.text) >= len(other.text) else (other, one)


def _common(one: Sequence[Number], other: Sequence[Number]) -> int:
    """Return the length of the longest common subsequence."""
    row = [0] * (len(other) + 1)
    for number in one:
        before = 0
        for j, candidate in enumerate(other):
            kept = row[j + 1]
            row[j + 1] = before + 1 if number == candidate else max(row[j + 1], row[j])
            before = kept
    return row[-1]
