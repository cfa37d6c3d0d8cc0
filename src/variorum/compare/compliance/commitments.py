"""Promises, orders, intentions and predictions outside agreements, and what came of them."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from variorum import model
from variorum.compare.actors.case_actors import Cast
from variorum.compare.actors.sides import Sides
from variorum.compare.compliance.act_matching import Acts
from variorum.compare.compliance.compliance import BREACHED, KEPT, PARTLY, SURE, amount_in
from variorum.compare.compliance.obligations import duty
from variorum.compare.quantities.answers import Reply
from variorum.compare.quantities.promises import outcomes
from variorum.taxonomy import Taxonomy
from variorum.wording import shortened

COMMITTING = frozenset(
    {model.Stance.PROMISES, model.Stance.INTENDS, model.Stance.ORDERS, model.Stance.PREDICTS}
)
SAID = frozenset({KEPT, BREACHED, PARTLY})
# So much of a claim is quoted in the reason.
MOST_CHARS = 90
# Deeds that need no object to be told from others.
FATES = frozenset({"survive", "die"})
Outcome = tuple[str, model.ComplianceStatus, str]
"""A claim of what happened, what it makes of a commitment, and the words of both."""
WORDS = {
    model.Stance.PROMISES: "promised",
    model.Stance.INTENDS: "intended",
    model.Stance.ORDERS: "ordered",
    model.Stance.PREDICTS: "foretold",
}


def commitments(  # noqa: PLR0913, PLR0917  (the case, and what is said of it)
    claims: Sequence[model.Claim],
    acts: Acts,
    documents: Mapping[str, model.Document],
    replies: Sequence[Reply],
    people: Cast,
    taxonomy: Taxonomy,
) -> tuple[model.Commitment, ...]:
    """Return what somebody promised, ordered, intended or foretold, with what is said to have come.

    Numbers are set against numbers ("six hours" and "three days"), and deeds against deeds; what
    stands in the terms of an agreement is left to the agreement.
    """
    sides = Sides(people.actors)
    by_numbers = _by_numbers(replies, taxonomy)
    found = [
        _commitment(claim, documents, by_numbers.get(claim.id, []), acts, sides)
        for claim in claims
        if _commits(claim)
    ]
    return tuple(sorted(found, key=lambda c: (not c.claims, c.status is not BREACHED, c.id)))


def _commits(claim: model.Claim) -> bool:
    if claim.part_of is not None or claim.clauses:
        return False
    return claim.stance in COMMITTING or bool(claim.pledges)


def _by_numbers(replies: Sequence[Reply], taxonomy: Taxonomy) -> dict[str, list[Outcome]]:
    """Return, by commitment, what the claims of what happened make of it."""
    found: dict[str, list[Outcome]] = defaultdict(list)
    for wanted, happened, kept in outcomes(replies, taxonomy):
        words = f"“{wanted.measure.text}” against “{happened.measure.text}”"
        whole = wanted.claim.part_of or wanted.claim.id
        status = KEPT if kept else BREACHED
        found[whole].append((happened.claim.part_of or happened.claim.id, status, words))
    return found


def _commitment(
    claim: model.Claim,
    documents: Mapping[str, model.Document],
    numbers: Sequence[Outcome],
    acts: Acts,
    sides: Sides,
) -> model.Commitment:
    document = documents[claim.document]
    since = document.published
    rows = [
        *numbers,
        *(row for pledge in claim.pledges for row in _by_deeds(claim, pledge, acts, sides, since)),
    ]
    stance = claim.stance if claim.stance in COMMITTING else model.Stance.INTENDS
    pledge = claim.pledges[0] if claim.pledges and claim.stance not in COMMITTING else None
    spoken = claim.speaker.kind is not model.SpeakerKind.DOCUMENT
    holder = claim.speaker.name if spoken else document.name
    if pledge is not None and pledge.sworn:
        holder, stance = pledge.obligor, model.Stance.PROMISES
    status, because = _settled(rows, WORDS[stance])
    return model.Commitment(
        id=model.content_id("commitment", claim.id),
        claim=claim.id,
        holder=holder,
        stance=stance,
        content=pledge.span.exact if pledge is not None else claim.text,
        made=_made(claim),
        due=next((pledge.due for pledge in claim.pledges if pledge.due), None),
        status=status,
        claims=tuple(dict.fromkeys(row[0] for row in rows)),
        because=because,
    )


def _made(claim: model.Claim) -> str | None:
    """Return the day on which it was said, where the words before it tell one."""
    start = claim.cue.start if claim.cue is not None else claim.start
    earlier = [w.edtf for w in claim.when if w.dated and w.span.start < start and "X" not in w.edtf]
    return earlier[-1] if earlier else None


def _by_deeds(
    claim: model.Claim, pledge: model.Clause, acts: Acts, sides: Sides, since: str | None
) -> list[Outcome]:
    """Return the claims that tell of the deeds of a pledge, and what they make of it.

    What somebody is told to have promised in this report is kept or broken after it; an aim may be
    told long after.
    """
    want = duty(
        modality=pledge.modality,
        predicate=pledge.predicate,
        act=pledge.act,
        object_=pledge.object,
        obligors=pledge.obligors or (claim.speaker.name,),
        window=(since if pledge.sworn else None, None),
        due=pledge.due,
        amount=amount_in(claim, pledge.span),
    )
    if want.right or pledge.modality is model.Modality.MAY:
        return []
    rows = []
    plain = bool(want.deeds & FATES) or pledge.sworn
    for act, found in acts.held(want, sides, most=0, naming=not plain):
        if act.claim.id == claim.id or act.claim.clauses or act.claim.pledges:
            continue
        if act.claim.certainty not in SURE or found.status not in SAID:
            continue
        if want.places and "same place" not in found.steps:
            continue  # "move families from Tabqa" is not done by whoever moves people elsewhere
        if found.by is not None or (pledge.sworn and act.agent is None):
            words = f"“{pledge.act}” against “{shortened(act.claim.text, MOST_CHARS)}”"
            rows.append((act.claim.id, found.status, words))
    return rows


def _settled(rows: Sequence[Outcome], said: str) -> tuple[model.ComplianceStatus, str]:
    """Return what the outcomes leave of what was `said`, and one sentence that says why."""
    words = {status: told for _, status, told in reversed(rows)}
    if not rows:
        return model.ComplianceStatus.UNCLEAR, f"No report tells what came of what was {said}."
    if BREACHED in words and len(words) > 1:
        because = f"By some it came about, by others not: {words[BREACHED]}."
        return model.ComplianceStatus.DISPUTED, because
    if BREACHED in words:
        return BREACHED, f"What was {said} did not come about: {words[BREACHED]}."
    if PARTLY in words:
        return PARTLY, f"Of what was {said} a part came about: {words[PARTLY]}."
    return KEPT, f"What was {said} came about: {words[KEPT]}."
