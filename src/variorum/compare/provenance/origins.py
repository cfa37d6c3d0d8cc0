"""Origins: copies are one origin, and a claim's origin is the end of its relay."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from variorum.bylines import Credit, credit
from variorum.compare.actors.case_actors import Cast
from variorum.compare.provenance.copies import Copy
from variorum.language.name_keys import fold
from variorum.model import Claim, Document, Form, Origin, SpeakerKind, content_id
from variorum.wording import joined

__all__ = ["families", "origins"]

MOST_EVIDENCE = 5


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
    credits: dict[str, Credit | None]
    people: Cast

    def voice(self, document: str) -> str:
        """Return who narrates a document: the agency it credits, else its family's publisher."""
        given = self.credits[self.family[document]] or self.credits[document]
        return given.outlet if given else self.documents[self.family[document]].name

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
    evidence = [found.span for d in credited if (found := sources.credits[d]) and found.span]
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
