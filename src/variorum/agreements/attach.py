"""Each term goes to the claim whose words state it."""

from collections.abc import Iterable, Sequence

from variorum.agreements.authenticity_claims import Vouched
from variorum.bylines.told_claims import claim_of, own_claim
from variorum.language.word_lists import pattern
from variorum.model import (
    Claim,
    Clause,
    Document,
    Form,
    Modality,
    Pact,
    Span,
    Speaker,
    Stance,
    Verdict,
)

COMMITTING = frozenset({Stance.PROMISES, Stance.INTENDS, Stance.ORDERS, Stance.PREDICTS})
_AIM = pattern(
    "agreements",
    r"(?i)\b{aims}s?\b[^.]{0,40}\b{aiming}\b|\b(?:was|were) not to\b|\b(?:no doubt|made (?:it"
    r" )?clear) that\b",
)
MOST = 0.8  # So much of a term stands in the words of whoever tells it


def told_by(
    claims: Sequence[Claim],
    document: Document,
    pacts: Iterable[Pact],
    clauses: Iterable[Clause],
    vouched: Iterable[Vouched],
) -> list[Claim]:
    """Return the claims with the agreements and terms that their words tell.

    A term that several claims hold, one inside the other, is told by the innermost, whose speaker
    answers for it. One that no claim holds is told by the document: a narrated claim is added.
    """
    kept = list(claims)
    for clause in clauses:
        n = _teller(kept, document, clause.span, own=True)
        kept[n] = kept[n].model_copy(update={"clauses": (*kept[n].clauses, clause)})
    for pact in pacts:
        n = _teller(kept, document, pact.span, own=False)
        kept[n] = kept[n].model_copy(update={"pacts": (*kept[n].pacts, pact)})
    for one in vouched:
        at = _said_by(kept, one)
        if at is None:
            kept.append(_vouching(document, one))
        n = len(kept) - 1 if at is None else at
        kept[n] = kept[n].model_copy(update={"vouchings": (*kept[n].vouchings, one.vouching)})
    return _in_order(kept, claims)


def with_pledges(
    claims: Sequence[Claim], document: Document, clauses: Iterable[Clause]
) -> list[Claim]:
    """Return the claims with what they say shall be; only those that commit somebody have it.

    A claim commits its speaker by its stance, or by telling an aim or what "was to" be. What
    somebody is told to have promised stands in a narrated claim where no claim holds it.
    """
    kept = list(claims)
    for clause in clauses:
        n = _innermost(kept, clause.span, own=True)
        if n is None and clause.sworn:
            n = _teller(kept, document, clause.span, own=True)
        if n is not None and _commits(kept[n], clause):
            kept[n] = kept[n].model_copy(update={"pledges": (*kept[n].pledges, clause)})
    return _in_order(kept, claims)


def _in_order(kept: list[Claim], before: Sequence[Claim]) -> list[Claim]:
    """Return the claims by their place, where some were added."""
    if len(kept) == len(before):
        return kept
    return sorted(kept, key=lambda claim: (claim.start, claim.id))


def _teller(kept: list[Claim], document: Document, place: Span, *, own: bool) -> int:
    """Return which claim tells what stands at a place; one by the document is added at need."""
    at = _innermost(kept, place, own=own)
    if at is None:
        kept.append(own_claim(document, place))
    return len(kept) - 1 if at is None else at


def _innermost(claims: Sequence[Claim], place: Span, *, own: bool) -> int | None:
    """Return the claim with the fewest words that holds most of a place, or None.

    Where a place is not a claim's `own`, such as the sentence of an agreement, any of it will do.
    """
    best: tuple[int, int] | None = None
    least = (place.end - place.start) * MOST if own else 0
    for n, claim in enumerate(claims):
        size = sum(len(part.exact) for part in claim.content)
        shared = (min(p.end, place.end) - max(p.start, place.start) for p in claim.content)
        if any(chars > least for chars in shared) and (best is None or size < best[0]):
            best = (size, n)
    return None if best is None else best[1]


def _commits(claim: Claim, clause: Clause) -> bool:
    """Return whether a claim commits somebody to a clause that its words hold."""
    if claim.clauses or claim.stance is Stance.DENIES:
        return False
    aim = clause.modality is not Modality.MAY and _AIM.search(claim.text) is not None
    return aim or clause.sworn or claim.stance in COMMITTING


def _said_by(claims: Sequence[Claim], one: Vouched) -> int | None:
    """Return the claim whose cue is the verb of a vouching, or that holds it in its own words."""
    verb = one.verb
    for n, claim in enumerate(claims):
        cue = claim.cue
        if cue is not None and cue.start < verb.end and verb.start < cue.end:
            return n
    return None if one.speaker is not None else _innermost(claims, one.vouching.span, own=True)


def _vouching(document: Document, one: Vouched) -> Claim:
    """Return the claim of somebody who affirms or denies what has been told before: "it"."""
    if one.speaker is None:
        return own_claim(document, one.vouching.span)
    name, at, kind = one.speaker
    speaker = Speaker(name=name, kind=kind, span=at, full_span=at)
    stance = Stance.DENIES if one.vouching.verdict is Verdict.DENIED else Stance.ASSERTS
    return claim_of(
        document, speaker, (one.content,), form=Form.INDIRECT, cue=one.verb, stance=stance
    )
