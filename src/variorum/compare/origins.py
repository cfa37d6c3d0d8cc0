"""Who stands behind what: copies are one origin, and a claim's origin is the end of its relay.

Near-copies are found with MinHash and locality-sensitive hashing (Broder 1997) over five-word
shingles and confirmed by containment, so that a cut reprint is found too.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from datasketch import MinHash, MinHashLSH

from variorum.compare.actors import Cast
from variorum.compare.names import fold
from variorum.model import Claim, Document, Form, Origin, Span, SpeakerKind, content_id
from variorum.text import span
from variorum.wording import joined

__all__ = ["Copy", "copies", "credit", "families", "origins"]

SHINGLE_WORDS = 5
PERMUTATIONS = 128
MOST_EVIDENCE = 5
# Low, because the hashes measure resemblance while a cut copy is found by containment: half a story
# resembles the whole by 0.5 at best.
CANDIDATE = 0.2
_WORD = re.compile(r"\w+")
_NAME = r"[A-Z][\w.& ]{1,24}"
# A dateline with its agency: a place, perhaps a day, then the name in brackets or between strokes.
_DATELINE = re.compile(
    rf"(?m)^(?:[A-Z][\w.'’-]*,?\s+){{1,5}}(?:\d{{1,2}}\.?\s*)?"
    rf"(?:\((?P<bracket>{_NAME})\)\s*[-–—]|/(?P<slash>{_NAME})/)"
)
HEAD_CHARS = 400
_IN_PUBLISHER = re.compile(rf"\((?P<bracket>{_NAME})\)\s*\Z")
# An explicit credit at the end or under the headline: "Reporting by the Associated Press".
_CREDIT_LINE = re.compile(
    r"(?im)^\W*(?:source|credit|originally published (?:at|by|in)|first published (?:at|by|in))"
    r"\s*:?\s+(?P<bracket>[^\n.]{2,60})"
)


@dataclass(frozen=True)
class Copy:
    """One text that repeats another: which, how much of it, and from where to where."""

    copy: str
    original: str
    share: float
    declared: bool = False


def copies(documents: Sequence[Document], threshold: float) -> list[Copy]:
    """Return each document that repeats another, with the share of it that is repeated.

    Args:
        documents: the documents to compare.
        threshold: the share of the shorter text's shingles from which it is a copy.
    """
    shingles = {document.id: _shingles(document.text) for document in documents}
    index = MinHashLSH(threshold=CANDIDATE, num_perm=PERMUTATIONS)
    hashes = {key: _hash(words) for key, words in shingles.items() if words}
    for key, value in hashes.items():
        index.insert(key, value)
    by_id = {document.id: document for document in documents}
    found: list[Copy] = []
    for one, other in sorted(
        {(a, b) for a, value in hashes.items() for b in index.query(value) if a < b}
    ):
        share = _containment(set(shingles[one]), set(shingles[other]))
        if share >= threshold:
            original, copy = _directed(by_id[one], by_id[other], shingles)
            found.append(Copy(copy.id, original.id, share))
    return found + _declared(documents)


def _directed(
    one: Document, other: Document, shingles: dict[str, list[str]]
) -> tuple[Document, Document]:
    """Return the original and the copy.

    The earlier is the original; where the dates do not say, the one that the other credits, then
    the one that credits an agency at all; else the one with more after the first words they share,
    for reprints are cut at the end and add their lines at the top; else the longer.
    """
    a, b = one.published, other.published
    if a and b and a[:10] != b[:10]:
        return (one, other) if a < b else (other, one)

    def rank(document: Document, against: Document) -> tuple[bool, bool, int, int, str]:
        given = credit(document)
        own = shingles[document.id]
        theirs = set(shingles[against.id])
        first = next((i for i, words in enumerate(own) if words in theirs), 0)
        extra = sum(words not in theirs for words in own[first:])
        credits_it = given is not None and fold(given[0]) == fold(against.name)
        return (credits_it, given is None, -extra, -len(document.text), document.id)

    return (one, other) if rank(one, other) < rank(other, one) else (other, one)


def _declared(documents: Sequence[Document]) -> list[Copy]:
    by_name = {fold(document.name): document.id for document in documents}
    pairs = ((d.id, by_name.get(fold(d.copy_of))) for d in documents if d.copy_of)
    return [Copy(copy, source, 1.0, declared=True) for copy, source in pairs if source]


def _shingles(text: str) -> list[str]:
    words = _WORD.findall(text.casefold())
    return [" ".join(words[i : i + SHINGLE_WORDS]) for i in range(len(words) - SHINGLE_WORDS + 1)]


def _hash(shingles: Iterable[str]) -> MinHash:
    value = MinHash(num_perm=PERMUTATIONS, seed=1)
    value.update_batch([shingle.encode() for shingle in shingles])
    return value


def _containment(one: set[str], other: set[str]) -> float:
    return len(one & other) / (min(len(one), len(other)) or 1)


def credit(document: Document) -> tuple[str, Span | None] | None:
    """Return the agency or outlet that the document credits, and the words that do so."""
    match = _DATELINE.search(document.text[:HEAD_CHARS]) or _CREDIT_LINE.search(document.text)
    if match:
        group = next(name for name, words in match.groupdict().items() if words)
        if fold(match[group]) != fold(document.publisher or ""):
            return match[group].strip(), span(document, *match.span(group))
    match = _IN_PUBLISHER.search(document.publisher or "")
    return (match["bracket"], None) if match else None


def families(documents: Sequence[Document], links: Iterable[Copy]) -> dict[str, str]:
    """Return for each document the id of the original its family goes back to."""
    source = {link.copy: link.original for link in links}
    known = {document.id for document in documents}
    source |= {d.id: d.revision_of for d in documents if d.revision_of in known and d.revision_of}
    roots = {}
    for document in documents:
        seen = [document.id]
        while (before := source.get(seen[-1])) and before not in seen:
            seen.append(before)
        roots[document.id] = seen[-1]
    return roots


@dataclass(frozen=True)
class _Sources:
    """What finding the origin of a claim needs to know of the case."""

    documents: dict[str, Document]
    family: dict[str, str]
    credits: dict[str, tuple[str, Span | None] | None]
    people: Cast

    def voice(self, document: str) -> str:
        """Return who narrates a document: the agency it credits, else its family's publisher."""
        given = self.credits[self.family[document]] or self.credits[document]
        return given[0] if given else self.documents[self.family[document]].name

    def narrated(self, claim: Claim) -> bool:
        """Whether the document itself answers for the claim."""
        own = self.documents[claim.document].name
        return claim.form is Form.NARRATED or claim.speaker.name == own

    def key(self, claim: Claim) -> str:
        """Return what identifies the end of the claim's relay.

        Somebody unnamed is one voice only within what passed it on: the drivers of one report are
        not known to be the drivers of another.
        """
        if self.narrated(claim):
            return self.people.actor_of(self.voice(claim.document))
        if claim.speaker.kind in {SpeakerKind.PERSON, SpeakerKind.ORGANISATION}:
            return self.people.actor_of(claim.speaker.name, claim.document)
        own = self.documents[claim.document].name
        passed_on = claim.relay[-2].name if len(claim.relay) > 1 else own
        if fold(passed_on) == fold(own):
            passed_on = self.voice(claim.document)
        return f"{fold(claim.speaker.name)}\x1f{self.people.actor_of(passed_on)}"


def origins(
    documents: Sequence[Document], claims: Sequence[Claim], people: Cast, links: Sequence[Copy]
) -> tuple[Origin, ...]:
    """Return the origins: every claim belongs to exactly one, every document to at least one.

    Args:
        documents: the documents of the case.
        claims: their claims.
        people: who is who.
        links: which document repeats which (see `copies`).
    """
    by_id = {document.id: document for document in documents}
    sources = _Sources(
        documents=by_id,
        family=families(documents, links),
        credits={document.id: credit(document) for document in documents},
        people=people,
    )
    members: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        members[sources.key(claim)].append(claim)
    found = [_of_claims(key, group, sources) for key, group in sorted(members.items())]
    found += _of_copies(links, by_id, sources.family)
    speaking = {document for origin in found for document in origin.documents}
    found += [_own(document) for document in documents if document.id not in speaking]
    return tuple(sorted(found, key=lambda o: (-len(o.documents), o.label, o.id)))


def _of_claims(key: str, claims: Sequence[Claim], sources: _Sources) -> Origin:
    """Return the origin of the claims whose relays end alike, and say how that is known."""
    told = {claim.document for claim in claims if sources.narrated(claim)}
    cited = {claim.document for claim in claims} - told
    label = sources.voice(min(told)) if told else claims[0].speaker.name
    credited = sorted(d for d in told if sources.credits[d])
    quoted = any(claim.form in {Form.DIRECT, Form.MIXED, Form.BLOCK} for claim in claims)
    if told:
        how = "credit" if credited else "own" if len(told) == 1 else "copy"
    else:
        how = "quotation" if quoted else "citation"
    parts = []
    if told:
        verb = "credit it" if credited else "in its own voice"
        parts.append(f"{_list(told, sources)} ({verb})")
    if cited:
        parts.append(f"{_list(cited, sources)} (where the relay ends at it)")
    evidence = [found[1] for d in credited if (found := sources.credits[d]) and found[1]]
    evidence += [claim.speaker.span for claim in claims if claim.speaker.span]
    return Origin(
        id=content_id("origin", key),
        label=label,
        documents=tuple(sorted(told | cited)),
        claims=tuple(claim.id for claim in claims),
        how=how,
        because=f"{len(claims)} claims: " + "; ".join(parts) + ".",
        evidence=tuple(evidence[:MOST_EVIDENCE]),
    )


def _of_copies(
    links: Sequence[Copy], by_id: dict[str, Document], family: dict[str, str]
) -> list[Origin]:
    """Return one origin for each family of copies, which says who repeats whom."""
    groups: dict[str, list[Copy]] = defaultdict(list)
    for link in links:
        groups[family[link.copy]].append(link)
    found = []
    for root, group in sorted(groups.items()):
        members = sorted({link.copy for link in group} | {link.original for link in group})
        steps = [
            f"{_name(by_id[link.copy])} repeats {link.share:.0%} of {_name(by_id[link.original])}"
            if not link.declared
            else f"{_name(by_id[link.copy])} says that it reprints {_name(by_id[link.original])}"
            for link in group
        ]
        found.append(
            Origin(
                id=content_id("origin", "copies", *members),
                label=by_id[root].name,
                documents=tuple(members),
                how="copy",
                because="; ".join(dict.fromkeys(steps)) + ".",
            )
        )
    return found


def _own(document: Document) -> Origin:
    return Origin(
        id=content_id("origin", "own", document.id),
        label=document.name,
        documents=(document.id,),
        how="own",
        because="No claim was read from it, and it repeats no other report.",
    )


def _name(document: Document) -> str:
    return document.name + (f" ({document.published})" if document.published else "")


def _list(documents: Iterable[str], sources: _Sources) -> str:
    return joined(sorted({sources.documents[key].name for key in documents}))
