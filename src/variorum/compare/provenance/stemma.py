"""Who took from whom: the stemma of the case, each line with its kind and its evidence.

The kinds stand for relations of W3C PROV-O (see `variorum.model.terms.DerivationKind`). A document
is taken to derive from whatever it repeats, credits, cites or quotes; two that only report the same
speaker on the same occasion are a briefing, and neither took from the other.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from variorum.bylines import credits_of
from variorum.compare.actors.case_actors import Cast
from variorum.compare.kept import NOTHING_KEPT, Kept
from variorum.compare.provenance.case_outlets import HEAD_CHARS, OFTEN, Outlets
from variorum.compare.provenance.copies import Copy, shared_passage
from variorum.compare.provenance.translated import translations
from variorum.compare.provenance.voices import Voices
from variorum.edtf import days
from variorum.grouping import grouped
from variorum.model import (
    Claim,
    Derivation,
    DerivationKind,
    Document,
    Form,
    Span,
    SpeakerKind,
    content_id,
)
from variorum.wording import count

MOST_EVIDENCE = 3
QUOTED_WORDS = 5
VERBATIM = frozenset({Form.DIRECT, Form.MIXED, Form.BLOCK})
K = DerivationKind


@dataclass(frozen=True)
class _Case:
    documents: Mapping[str, Document]
    claims: Mapping[str, Sequence[Claim]]
    outlets: Outlets
    people: Cast

    @cached_property
    def numbers(self) -> dict[str, frozenset[tuple[object, ...]]]:
        """The numbers that each document tells."""
        told = grouped(
            (document, (m.kind, m.low, m.high))
            for document, claims in self.claims.items()
            for claim in claims
            for m in claim.measures
            if not m.polarity
        )
        return {document: frozenset(told.get(document, ())) for document in self.documents}


def stemma(
    documents: Sequence[Document],
    claims: Sequence[Claim],
    voices: Voices,
    links: Sequence[Copy],
    kept: Kept = NOTHING_KEPT,
) -> tuple[Derivation, ...]:
    """Return who took from whom, sorted by document, kind and source.

    Of several kinds between the same two documents the strongest is told: a copy that also cites
    its original is a copy.

    Args:
        documents: the documents of the case.
        claims: their claims.
        voices: whose word each claim is.
        links: which document repeats which (see `copying.copies`).
        kept: what was found of each two documents before.
    """
    by_document = grouped((claim.document, claim) for claim in claims)
    case = _Case({d.id: d for d in documents}, by_document, voices.outlets, voices.people)
    found = [
        *_revisions(documents, case),
        *_copies(links, case, kept),
        *_translations(documents, case),
        *_credits(documents, case),
        *_shared(documents, case),
        *_citations(documents, case),
    ]
    strongest: dict[tuple[str, str], Derivation] = {}
    for line in found:
        strongest.setdefault((line.document, line.source or line.name), line)
    originals = grouped(
        (line.document, line.source)
        for line in strongest.values()
        if line.source is not None and line.kind in {K.COPY, K.TRANSLATION}
    )
    lines = [
        line
        for line in strongest.values()
        if not _inherited(line, originals.get(line.document, ()), strongest, case)
    ]
    return tuple(sorted(lines, key=lambda d: (d.document, d.kind, d.source or "", d.name)))


def _inherited(
    line: Derivation,
    originals: Sequence[str],
    lines: Mapping[tuple[str, str], Derivation],
    case: _Case,
) -> bool:
    """Whether a copy only cites what its original cites, or the original's own outlet."""
    return line.kind in {K.CITATION, K.CREDIT} and any(
        (original, line.source or line.name) in lines
        or case.outlets.label(line.name) in case.outlets.of(case.documents[original])
        for original in originals
    )


def _line(  # noqa: PLR0913  (the fields of the record, all by keyword)
    document: Document,
    kind: DerivationKind,
    *,
    source: Document | None,
    because: str,
    name: str = "",
    evidence: Iterable[Span] = (),
    share: float | None = None,
) -> Derivation:
    return Derivation(
        id=content_id("derivation", document.id, kind, source.id if source else name),
        document=document.id,
        source=source.id if source else None,
        name=name or (source.name if source else ""),
        kind=kind,
        share=share,
        because=because,
        evidence=tuple(evidence)[:MOST_EVIDENCE],
    )


def _revisions(documents: Sequence[Document], case: _Case) -> Iterable[Derivation]:
    for document in documents:
        before = case.documents.get(document.revision_of or "")
        if before is not None:
            because = f"{document.name} is a later state of the same file."
            yield _line(document, K.REVISION, source=before, because=because)


def _copies(links: Sequence[Copy], case: _Case, kept: Kept) -> Iterable[Derivation]:
    """Yield the closest original of each copy: of a chain of reprints each takes from the last."""
    best: dict[str, Copy] = {}
    for link in links:
        known = best.get(link.copy)
        if known is None or (link.declared, link.share) > (known.declared, known.share):
            best[link.copy] = link
    for link in best.values():
        copy, original = case.documents[link.copy], case.documents[link.original]
        passage = kept.found(("passage", copy.id, original.id), shared_passage, copy, original)
        because = (
            f"{copy.name} says that it reprints {original.name}."
            if link.declared
            else f"{copy.name} repeats {link.share:.0%} of {original.name}."
        )
        share = min(1.0, link.share)
        yield _line(copy, K.COPY, source=original, because=because, evidence=passage, share=share)


def _translations(documents: Sequence[Document], case: _Case) -> Iterable[Derivation]:
    for translation, original, shared, share, evidence in translations(documents, case.claims):
        one, other = case.documents[translation], case.documents[original]
        because = (
            f"{one.name} tells the same {count(shared, 'number')} as {other.name} "
            "in the same order, in another language."
            if shared
            else f"{one.name} stands beside {other.name} as its translation."
        )
        yield _line(
            one, K.TRANSLATION, source=other, because=because, evidence=evidence, share=share
        )


def _credits(documents: Sequence[Document], case: _Case) -> Iterable[Derivation]:
    for document in documents:
        for given in credits_of(document):
            label = case.outlets.label(given.name) or given.outlet
            if label in case.outlets.of(document):
                continue
            source = _nearest(document, label, case)
            because = f"{document.name} credits {label}."
            evidence = [given.span] if given.span else []
            yield _line(
                document, K.CREDIT, source=source, name=label, because=because, evidence=evidence
            )


def _citations(documents: Sequence[Document], case: _Case) -> Iterable[Derivation]:
    """Yield what each document cites: outlets that claims come by, or that the text leads with."""
    for document in documents:
        own = case.outlets.of(document)
        cited: dict[str, list[Span]] = defaultdict(list)
        for claim in case.claims.get(document.id, ()):
            for name, where in _passed_on(claim):
                label = case.outlets.label(name)
                if label is None and claim.speaker.name == name:
                    label = case.outlets.speaking(claim, document)
                if label and label not in own:
                    cited[label] += [where] if where else []
        for label, spans in _led_with(document, case).items():
            if label not in own:
                cited[label] = cited.get(label) or spans
        for label, spans in sorted(cited.items()):
            source = _nearest(document, label, case)
            name = source.name if source else label
            because = f"{document.name} gives claims on the word of {label}."
            yield _line(
                document, K.CITATION, source=source, name=name, because=because, evidence=spans
            )


def _passed_on(claim: Claim) -> Iterable[tuple[str, Span | None]]:
    """Yield whoever a claim comes by, after the document itself."""
    yield from ((link.name, link.span) for link in claim.relay[1:])
    yield claim.speaker.name, claim.speaker.span


def _led_with(document: Document, case: _Case) -> dict[str, list[Span]]:
    return {
        label: spans
        for label, spans in grouped(case.outlets.mentions(document)).items()
        if spans[0].start < HEAD_CHARS or len(spans) >= OFTEN
    }


def _nearest(document: Document, label: str, case: _Case) -> Document | None:
    """Return the document of an outlet that another most likely took from, or None.

    It must not be later. Of several, the one that shares most numbers with it; with none shared by
    any, nobody can tell which was meant.
    """
    candidates = [
        other
        for other in case.outlets.by(label)
        if other.id != document.id and not _later(other, document)
    ]
    if len(candidates) < 2:
        return candidates[0] if candidates else None
    own = case.numbers[document.id]
    shared = {other.id: len(own & case.numbers[other.id]) for other in candidates}
    best = max(candidates, key=lambda other: (shared[other.id], other.published or "", other.id))
    return best if shared[best.id] else None


def _later(one: Document, other: Document) -> bool:
    a, b = days(one.published or ""), days(other.published or "")
    return a is not None and b is not None and a[0] > b[1]


def _shared(documents: Sequence[Document], case: _Case) -> Iterable[Derivation]:
    """Yield the reports that have words of one speaker in common, by speaker and shingle."""
    by_date = sorted(documents, key=lambda d: (d.published or "9999", d.id))
    order = {document.id: place for place, document in enumerate(by_date)}
    told: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claims in case.claims.values():
        for claim in claims:
            if claim.form in VERBATIM and claim.speaker.kind is SpeakerKind.PERSON:
                actor = case.people.actor_of(claim.speaker.name, claim.document)
                for words in _shingles(claim):
                    told[actor, words].append(claim)
    example: dict[tuple[str, str], tuple[Claim, Claim]] = {}
    for group in told.values():
        first = {claim.document: claim for claim in reversed(group)}
        ordered = sorted(first.values(), key=lambda claim: order[claim.document])
        for one, other in pairwise(ordered):
            example.setdefault((one.document, other.document), (one, other))
    for earlier, later in sorted(example):
        yield _quoted(case.documents[earlier], case.documents[later], example[earlier, later], case)


def _shingles(claim: Claim) -> dict[str, None]:
    """Return the runs of words of a claim, each once and in their order."""
    words = claim.text.casefold().split()
    runs = (words[i : i + QUOTED_WORDS] for i in range(len(words) - QUOTED_WORDS + 1))
    return dict.fromkeys(map(" ".join, runs))


def _quoted(
    earlier: Document, later: Document, claims: tuple[Claim, Claim], case: _Case
) -> Derivation:
    """Return the line between two reports of the same words: a quotation, or one briefing."""
    name = claims[1].speaker.name
    cites = {
        label
        for claim in case.claims[later.id]
        for told, _ in _passed_on(claim)
        if (label := case.outlets.label(told))
    }
    taken = bool(cites & case.outlets.of(earlier))
    because = (
        f"{later.name} has the words of {name} that {earlier.name} had, and cites it."
        if taken
        else f"{earlier.name} and {later.name} have the same words of {name}."
    )
    kind = K.QUOTATION if taken else K.BRIEFING
    words = [claims[1].content[0], claims[0].content[0]]
    return _line(later, kind, source=earlier, because=because, evidence=words)
