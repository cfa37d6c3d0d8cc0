"""Origins: who first said what the record sets side by side, counted once each.

An origin is counted from the stemma and the actors and never from names: reprints, relays and
translations belong to the one whose words they pass on (see `voices`).
"""

from collections.abc import Collection, Iterable, Mapping, Sequence, Set

from variorum.compare.provenance.copies import Copy
from variorum.compare.provenance.voices import Voices
from variorum.grouping import grouped
from variorum.model import Claim, Document, Form, Origin, content_id
from variorum.wording import count, joined

MOST_EVIDENCE = 5
_Links = Mapping[str, Sequence[tuple[int, Copy]]]
"""The links of each copy, with their places among all."""


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


def origins(
    claims: Sequence[Claim], voices: Voices, links: Sequence[Copy] = ()
) -> tuple[Origin, ...]:
    """Return the origins: every claim belongs to exactly one.

    Args:
        claims: the claims of the case.
        voices: whose word each of them is.
        links: which document repeats which (see `copies`).
    """
    told = [(*voices.origin_of(claim), claim) for claim in claims]
    members = grouped((key, claim) for key, _, claim in told)
    labels = grouped((key, label) for key, label, _ in told)
    of_copy = grouped((link.copy, (n, link)) for n, link in enumerate(links))
    found = [
        _origin(key, min(labels[key], key=lambda name: (-len(name), name)), group, voices, of_copy)
        for key, group in members.items()
    ]
    return tuple(sorted(found, key=lambda o: (-len(o.documents), o.label, o.id)))


def behind(found: Iterable[Origin], answering: Set[str]) -> tuple[Origin, ...]:
    """Return the origins of the claims that the record sets side by side.

    Who answers no question and tells of no agreement is somebody the reports quote, and is listed
    with the speakers, but nothing in the record rests on him.

    Args:
        found: the origins of all claims.
        answering: the ids of the claims that answer a question or tell of an agreement.
    """
    return tuple(origin for origin in found if not answering.isdisjoint(origin.claims))


def _origin(
    key: str, label: str, claims: Sequence[Claim], voices: Voices, of_copy: _Links
) -> Origin:
    """Return the origin of claims with one voice, and say how that is known."""
    told = {claim.document for claim in claims if voices.narrated(claim)}
    cited = {claim.document for claim in claims} - told
    own = (row for copy in told for row in of_copy.get(copy, ()) if row[1].original in told)
    copied = {link.copy: link for _, link in sorted(own)}
    credited = sorted(d for d in told if voices.credits[d])
    evidence = [found.span for d in credited if (found := voices.credits[d]) and found.span]
    evidence += [claim.speaker.span for claim in claims if claim.speaker.span]
    return Origin(
        id=content_id("origin", key),
        label=label,
        documents=tuple(sorted(told | cited)),
        claims=tuple(claim.id for claim in claims),
        how=_how(told, credited, copied, claims),
        because=_because(told, cited, claims, voices, copied),
        evidence=tuple(evidence[:MOST_EVIDENCE]),
    )


def _how(
    told: Collection[str],
    credited: Collection[str],
    copied: Collection[str],
    claims: Iterable[Claim],
) -> str:
    if told:
        return "credit" if credited else "copy" if copied or len(told) > 1 else "own"
    quoted = any(claim.form in {Form.DIRECT, Form.MIXED, Form.BLOCK} for claim in claims)
    return "quotation" if quoted else "citation"


def _because(
    told: Collection[str],
    cited: Collection[str],
    claims: Sequence[Claim],
    voices: Voices,
    copied: Mapping[str, Copy],
) -> str:
    """Return which reports tell it themselves and which pass it on, and whose names it goes by."""
    parts = []
    if told:
        parts.append(f"{_list(told, voices)} (in their own voice or after it)")
    if cited:
        parts.append(f"{_list(cited, voices)} (where the relay ends at it)")
    parts += [_copied(link, voices) for link in copied.values()]
    names = dict.fromkeys(claim.speaker.name for claim in claims)
    spoken = f", by the names of {joined(sorted(names))}" if len(names) > 1 else ""
    return f"{count(len(claims), 'claim')}{spoken}: " + "; ".join(parts) + "."


def _copied(link: Copy, voices: Voices) -> str:
    copy, original = (_name(voices.documents[d]) for d in (link.copy, link.original))
    if link.declared:
        return f"{copy} says that it reprints {original}"
    return f"{copy} repeats {link.share:.0%} of {original}"


def _name(document: Document) -> str:
    return document.name + (f" ({document.published})" if document.published else "")


def _list(documents: Iterable[str], voices: Voices) -> str:
    return joined(sorted({voices.documents[key].name for key in documents}))
