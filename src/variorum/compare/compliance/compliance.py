"""For each term: who says that it was kept, who that it was broken."""

import bisect
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial

from variorum.compare.actors.case_actors import Cast
from variorum.compare.actors.sides import Sides, content_words
from variorum.compare.compliance.act_matching import Acts, Compared
from variorum.compare.compliance.actions import Act
from variorum.compare.compliance.areas import places_of
from variorum.compare.compliance.joined_terms import term_id
from variorum.compare.compliance.obligations import FIRE, Duty, duty
from variorum.compare.compliance.who_acted import initials_of, party_in
from variorum.compare.compliance.wholes import MONITORING, of_wholes
from variorum.edtf import days
from variorum.model import (
    Agreement,
    AgreementType,
    BreachStanding,
    Certainty,
    Claim,
    Compliance,
    ComplianceStatus,
    Document,
    Interest,
    Measure,
    Modality,
    NoBearing,
    Span,
    SpeakerKind,
    Term,
)
from variorum.wording import count

Verified = frozenset[tuple[str, str]]
"""Pairs of a term's and a claim's id that a person has found to fit."""

SURE = frozenset({Certainty.CERTAIN, Certainty.CERTAINLY_NOT})
# Reports of a deal come out a few days after it may have begun.
BEFORE = timedelta(days=3)
KEPT, BREACHED = ComplianceStatus.KEPT, ComplianceStatus.BREACHED
PARTLY, NOT_DUE = ComplianceStatus.PARTLY, ComplianceStatus.NOT_DUE


@dataclass(frozen=True)
class _Record:
    """What terms are held against."""

    acts: Acts
    claims: Mapping[str, Claim]
    documents: Mapping[str, Document]
    sides: Sides
    verified: Verified
    latest: date | None


def with_compliance(  # noqa: PLR0913, PLR0917  (the case, and what is said of it)
    agreements: Sequence[Agreement],
    acts: Acts,
    claims: Sequence[Claim],
    documents: Mapping[str, Document],
    people: Cast,
    verified: Verified = frozenset(),
) -> tuple[Agreement, ...]:
    """Return the agreements with each term's evidence and its status.

    Args:
        agreements: as `agreements` returns them.
        acts: what the claims say was done.
        claims: the claims of the case, in order.
        documents: its documents by id.
        people: its actors.
        verified: pairs of a term's and a claim's id that a person has found to fit.
    """
    if not agreements:
        return ()
    record = _Record(
        acts=acts,
        claims={claim.id: claim for claim in claims},
        documents=documents,
        sides=Sides(people.actors, initials_of(agreements)),
        verified=verified,
        latest=last_published(documents.values()),
    )
    whole = of_wholes(
        agreements, record.acts.whole, record.sides, partial(_since, documents), documents
    )
    return tuple(
        _with_terms(agreement, acts, record)
        for agreement, acts in zip(agreements, whole, strict=True)
    )


def _with_terms(
    agreement: Agreement, whole: Sequence[tuple[Act, Compared]], record: _Record
) -> Agreement:
    """Return an agreement with what is said of it as a whole, and of each of its terms."""
    terms = tuple(_judged(term, agreement, whole, record) for term in agreement.terms)
    named = {c.claim for term in terms for c in term.compliance if "same target" in c.steps}
    terms = tuple(_without_likes(term, named, record) for term in terms)
    judged = {said.claim for term in terms for said in term.compliance}
    told = {
        act.claim.id: _evidence(None, agreement, act, found, record)
        for act, found in whole
        if not (act.deeds and act.claim.id in judged)  # "broke the truce by shelling the town"
    }
    return agreement.model_copy(update={"compliance": tuple(told.values()), "terms": terms})


def _without_likes(term: Term, named: set[str], record: _Record) -> Term:
    """Return a term without claims that name what another term is about, and only the like here."""
    likes = {c for c in term.compliance if c.claim in named and "like target" in c.steps}
    if not likes:
        return term
    none = (
        NoBearing(claim=c.claim, steps=("other term", *c.steps))
        for c in term.compliance
        if c in likes
    )
    rest = settled(term, (c for c in term.compliance if c not in likes), None, record.latest)
    return rest.model_copy(update={"no_bearing": (*term.no_bearing, *none)})


def settled(
    term: Term,
    compliance: Iterable[Compliance],
    due: date | None = None,
    latest: date | None = None,
) -> Term:
    """Return a term with its evidence in the order of time, and the status that it leaves.

    A breach that is only potential settles nothing.

    Args:
        term: the term.
        compliance: all its evidence.
        due: the day by which it is to be done.
        latest: the day of the last report.
    """
    found = tuple(sorted(compliance, key=lambda c: ((c.when or "").removeprefix("../"), c.claim)))
    status, because = _status(found)
    if status is ComplianceStatus.UNCLEAR and due and latest and latest < due:
        status, because = NOT_DUE, f"It is due on {due}, after the last report."
    return term.model_copy(update={"compliance": found, "status": status, "because": because})


def _judged(
    term: Term, agreement: Agreement, whole: Sequence[tuple[Act, Compared]], record: _Record
) -> Term:
    want = duty_of(term, agreement, record.documents, record.claims)
    telling = {t.claim for t in term.tellings} | set(agreement.claims)
    found: dict[str, Compliance] = {}
    beside: dict[str, NoBearing] = {}
    held = record.acts.held(want, record.sides, most=1)
    for act, outcome in (*held, *(pair for pair in whole if _is_of_truce(want, pair[1]))):
        if act.claim.id in telling or act.claim.clauses or _overlaps(act.claim, term, record):
            continue
        if outcome.status is not None:
            found.setdefault(act.claim.id, _evidence(term, agreement, act, outcome, record))
        elif outcome.others == 1 and outcome.by is not None and outcome.by in want.obligors:
            beside.setdefault(act.claim.id, NoBearing(claim=act.claim.id, steps=outcome.steps))
    left = tuple(none for claim, none in beside.items() if claim not in found)
    judged = settled(term, found.values(), want.due, record.latest)
    return judged.model_copy(update={"no_bearing": left})


def _overlaps(claim: Claim, term: Term, record: _Record) -> bool:
    """Return whether a claim stands within one that tells the term: what else is agreed."""
    tellings = (record.claims[t.claim] for t in term.tellings if t.claim in record.claims)
    return any(
        a.start < b.end and b.start < a.end
        for told in tellings
        if told.document == claim.document
        for a in told.content
        for b in claim.content
    )


def _is_of_truce(want: Duty, whole: Compared) -> bool:
    """Return whether what is said of a truce as a whole is said of a term: of holding fire alone.

    Who broke it must be bound by the term.
    """
    of_fire = want.ceasefire and not want.right and bool(want.deeds & FIRE)
    return of_fire and (whole.status is KEPT or whole.by in want.obligors)


def duty_of(
    term: Term, agreement: Agreement, documents: Mapping[str, Document], claims: Mapping[str, Claim]
) -> Duty:
    """Return what a term wants, in the window of its agreement.

    Where no report says from when the agreement holds, it is from the day it was reached, or from
    a little before the first report of it.
    """
    clause = term.tellings[0].clause
    start = _since(documents, agreement)
    bound = term.obligors or agreement.parties
    known = Sides((), initials_of([agreement]))
    # "Georgian forces" act where Georgia does.
    owners = (party_in(body, agreement.parties, known) or body for body in bound)
    bound = tuple(dict.fromkeys((*bound, *owners)))
    return duty(
        modality=term.modality,
        predicate=clause.predicate,
        act=clause.gloss or term.act,
        object_=None if clause.gloss else term.object,
        obligors=bound,
        others=tuple(party for party in agreement.parties if party not in bound),
        window=(start, agreement.end),
        due=term.due,
        amount=_amount(claims.get(term.tellings[0].claim), clause.span, claims),
        ceasefire=agreement.type is AgreementType.CEASEFIRE,
        around=places_of(agreement, claims),
        written=clause.span.exact,
    )


def _since(documents: Mapping[str, Document], agreement: Agreement) -> str | None:
    """Return the first day of an agreement, or else a little before the first report."""
    if told := agreement.start or agreement.reached:
        return told
    dates = [d[0] for i in agreement.documents if (d := days(documents[i].published or ""))]
    return (min(dates) - BEFORE).isoformat() if dates else None


def last_published(documents: Iterable[Document]) -> date | None:
    """Return the day of the last report; None where none is dated."""
    published = (days(document.published or "") for document in documents)
    return max((day[1] for day in published if day), default=None)


def is_verified(term: Term, claim: str, verified: Verified) -> bool:
    """Return whether a person has found a term to fit a claim, under any id it has had.

    A term's id is that of the report that knows most of it.
    """
    keys = {term.id, *(term_id(telling.clause.span) for telling in term.tellings)}
    return any((key, claim) in verified for key in keys)


def amount_in(claim: Claim | None, place: Span) -> Measure | None:
    """Return the number that the words of a term name: "60 trucks a day"."""
    if claim is None:
        return None
    measures = claim.measures
    at = bisect.bisect_left([m.span.start for m in measures], place.start)
    return next(
        (m for m in measures[at:] if m.span.end <= place.end and m.low and not m.polarity), None
    )


def _amount(teller: Claim | None, place: Span, claims: Mapping[str, Claim]) -> Measure | None:
    """Return the number of a term; where its own claim was made for it, by the claim it lies in."""
    found = amount_in(teller, place)
    if found is not None or not any(map(str.isdigit, place.exact)):
        return found
    same = (c for c in claims.values() if c.document == place.document and c.measures)
    return next((m for claim in same if (m := amount_in(claim, place)) is not None), None)


def _evidence(
    term: Term | None, agreement: Agreement, act: Act, outcome: Compared, record: _Record
) -> Compliance:
    """Return what an act says of a term, or of an agreement as a whole where no term is given."""
    claim = act.claim
    standing = BreachStanding.ALLEGED if claim.certainty in SURE else BreachStanding.POTENTIAL
    if term is not None and is_verified(term, claim.id, record.verified):
        standing = BreachStanding.VERIFIED
    bound = term.obligors if term is not None else ()
    status = outcome.status or ComplianceStatus.UNCLEAR
    return Compliance(
        claim=claim.id,
        status=status,
        standing=standing,
        by=outcome.by,
        interest=_interest(claim, bound, agreement, record),
        when=act.edtf,
        steps=outcome.steps,
        because=_because(term, act, status, outcome.by),
    )


def _interest(
    claim: Claim, bound: tuple[str, ...], agreement: Agreement, record: _Record
) -> Interest:
    speaks = claim.speaker.kind is not SpeakerKind.DOCUMENT
    name = claim.speaker.name if speaks else record.documents[claim.document].name
    parties = tuple(dict.fromkeys((*bound, *agreement.parties)))
    party = record.sides.any(name, parties) or _party_in(name, parties)
    if party is not None:
        return Interest.OBLIGOR if party in bound else Interest.OTHER_PARTY
    if record.sides.any(name, agreement.mediators) is not None:
        return Interest.MEDIATOR
    return Interest.MONITOR if content_words(name) & MONITORING else Interest.THIRD


def _party_in(name: str, parties: Sequence[str]) -> str | None:
    """Return the party that a spokesman's title names: "media wing of the army"."""
    words = content_words(name)
    return next((p for p in parties if content_words(p) and content_words(p) <= words), None)


def _because(term: Term | None, act: Act, status: ComplianceStatus, by: str | None) -> str:
    """Return one sentence that says who tells what, and when it was."""
    who = by or "somebody who is not named"
    right = term is not None and term.modality is Modality.MAY
    if term is None or (act.whole is not None and not act.deeds):
        did = "the agreement as a whole was kept" if act.whole else f"{who} broke the agreement"
    elif status is PARTLY:
        did = "less was done than the term wants"
    elif status is NOT_DUE:
        did = f"it had not been done before it was due on {term.due}"
    elif right:
        did = f"{who} used the right" if status is KEPT else f"{who} prevented it"
    elif status is KEPT:
        did = f"{by} did as the term wants" if by else "what the term wants was done"
    else:
        did = f"{by} did not do as the term wants" if by else "what the term wants was not done"
    by_then = (act.edtf or "").removeprefix("../")
    when = f", {'' if by_then == act.edtf else 'by '}{by_then}" if by_then else ""
    return f"{act.claim.speaker.name} says that {did}{when}."


def _status(compliance: Sequence[Compliance]) -> tuple[ComplianceStatus, str]:
    firm = [c for c in compliance if c.standing is not BreachStanding.POTENTIAL]
    kept = [c for c in firm if c.status is KEPT]
    broken = [c for c in firm if c.status in {BREACHED, PARTLY}]
    if kept and broken:
        because = f"{count(len(kept), 'claim')} that it was kept, {len(broken)} that it was not."
        return ComplianceStatus.DISPUTED, because
    if broken:
        return (PARTLY if all(c.status is PARTLY for c in broken) else BREACHED), broken[0].because
    if kept:
        return KEPT, kept[0].because
    early = [c for c in firm if c.status is NOT_DUE]
    if early:
        return NOT_DUE, early[0].because
    if compliance:
        return ComplianceStatus.UNCLEAR, "Only potential breaches are reported."
    return ComplianceStatus.UNCLEAR, "No report says whether it was kept."
