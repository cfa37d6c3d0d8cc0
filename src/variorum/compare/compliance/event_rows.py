"""Rows of event data sets against the terms of agreements: in its time, its area, about its act."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta

from variorum.compare.actors.sides import Sides
from variorum.compare.compliance import compliance
from variorum.compare.compliance.act_matching import compared
from variorum.compare.compliance.action_lexicon import load, stems
from variorum.compare.compliance.action_reading import verbs_in
from variorum.compare.compliance.actions import Act
from variorum.compare.compliance.areas import area_of, is_near
from variorum.compare.compliance.obligations import Duty
from variorum.compare.compliance.who_acted import initials_of
from variorum.edtf import days
from variorum.model import (
    Actor,
    Agreement,
    BreachStanding,
    Claim,
    Compliance,
    ComplianceStatus,
    Document,
    Event,
    Interest,
    Place,
    Term,
)

# An agreement of which no day is told holds so long from its first report.
UNDATED = timedelta(days=365)


def time_of(
    agreements: Iterable[Agreement], documents: Mapping[str, Document]
) -> tuple[date, date] | None:
    """Return the first and the last day on which any of the agreements holds.

    One without an end holds until further notice, and one without a day for a year from the first
    report of it; None where no report is dated either.
    """
    spans = [_holds(agreement, documents) for agreement in agreements]
    known = [span for span in spans if span is not None]
    return (min(f for f, _ in known), max(e for _, e in known)) if known else None


def _holds(agreement: Agreement, documents: Mapping[str, Document]) -> tuple[date, date] | None:
    """Return the days on which an agreement holds: from its beginning, or from when it was made.

    One of which no day is told was made by its first report.
    """
    first, last = _day(agreement.start or agreement.reached, 0), _day(agreement.end, 1)
    if first is not None:
        return first, last or date.max
    told = [d for i in agreement.documents if (d := _day(documents[i].published, 1)) is not None]
    return (min(told), last or min(told) + UNDATED) if told else None


def bearing_rows(
    agreements: Sequence[Agreement],
    events: Iterable[Event],
    claims: Mapping[str, Claim],
    documents: Mapping[str, Document],
    actors: Iterable[Actor] = (),
) -> Iterator[Event]:
    """Yield the rows that bear on a term, in their order; one row is looked at at a time.

    Args:
        agreements: the agreements of the case.
        events: rows, such as those that may fall into the time of the agreements.
        claims: the claims of the case by id, which tell the area.
        documents: its documents by id.
        actors: its actors, who tell which names are one party's.
    """
    sides = Sides(actors, initials_of(agreements))
    frames = [(a, area_of(a, claims)) for a in agreements if _holds(a, documents)]
    for event in events:
        if any(_rows_of(a, area, event, claims, documents, sides) for a, area in frames):
            yield event


def with_rows(  # noqa: PLR0913  (the case as far as it is asked)
    agreements: Sequence[Agreement],
    rows: Sequence[tuple[Event, Claim]],
    claims: Mapping[str, Claim],
    documents: Mapping[str, Document],
    verified: compliance.Verified = frozenset(),
    *,
    actors: Iterable[Actor] = (),
) -> tuple[Agreement, ...]:
    """Return the agreements with the claims of the rows among the evidence of their terms.

    A row that does not say who did it to whom, or whose agreement names no place, is a potential
    breach only, until a person has found it to fit.

    Args:
        agreements: the agreements of the case, with the evidence of its reports.
        rows: rows, each with the claim that is made of it.
        claims: the claims of the case by id, which tell the area.
        documents: its documents by id.
        verified: pairs of a term's and a claim's id that a person has found to fit.
        actors: the actors of the case, who tell which names are one party's.
    """
    sides = Sides(actors, initials_of(agreements))
    latest = compliance.last_published(documents.values())
    done: list[Agreement] = []
    for agreement in agreements:
        area = area_of(agreement, claims)
        more: dict[str, list[Compliance]] = {}
        for event, claim in rows:
            for term, status, by in _rows_of(agreement, area, event, claims, documents, sides):
                evidence = _evidence(event, claim, status, by, located=bool(area))
                if compliance.is_verified(term, claim.id, verified):
                    evidence = evidence.model_copy(update={"standing": BreachStanding.VERIFIED})
                more.setdefault(term.id, []).append(evidence)
        terms = list(agreement.terms)
        for place, term in enumerate(terms):
            if term.id in more:
                due = compliance.duty_of(term, agreement, documents, claims).due
                terms[place] = compliance.settled(
                    term, (*term.compliance, *more[term.id]), due, latest
                )
        done.append(agreement.model_copy(update={"terms": tuple(terms)}))
    return tuple(done)


def _evidence(
    event: Event, claim: Claim, status: ComplianceStatus, by: str, *, located: bool
) -> Compliance:
    sure = event.directed and located
    when = event.start if event.start == event.end else f"{event.start}/{event.end}"
    acted = f"{by} did it" if event.directed else "it does not say who began it"
    return Compliance(
        claim=claim.id,
        status=status,
        standing=BreachStanding.ALLEGED if sure else BreachStanding.POTENTIAL,
        by=by,
        interest=Interest.DATA_SET,
        when=when,
        because=f"{event.data_set} has “{event.kind}” on {when}; {acted}.",
    )


def _rows_of(  # noqa: PLR0913, PLR0917  (a row with all that it is held against)
    agreement: Agreement,
    area: Sequence[Place],
    event: Event,
    claims: Mapping[str, Claim],
    documents: Mapping[str, Document],
    sides: Sides,
) -> list[tuple[Term, ComplianceStatus, str]]:
    """Return the terms that a row bears on, each with its status and the party that acted."""
    deeds = _deeds_of(event.kind)
    if not deeds or not _is_within(event, _holds(agreement, documents), area):
        return []
    found = []
    for term in agreement.terms:
        want = compliance.duty_of(term, agreement, documents, claims)
        for agent in event.actors[:1] if event.directed else event.actors:
            held = compared(want, _act(event, agent, deeds, claims[term.claim]), sides, most=0)
            if held and held.status and held.by and _may_tell(want, event, held.status):
                found.append((term, held.status, held.by))
                break
    return found


def _deeds_of(kind: str) -> frozenset[str]:
    """Return what a kind of event tells, by its first words: "denial of access" denies."""
    head = kind.split(" of ", maxsplit=1)[0]
    return load().named(head) | verbs_in(head, "") or load().named(kind) | verbs_in(kind, "")


def _may_tell(want: Duty, event: Event, status: ComplianceStatus) -> bool:
    """Return whether a row can tell that a term was kept or broken.

    It tells what was done, so that a ban is never kept by it; nor is a right by its use.
    """
    if status is ComplianceStatus.BREACHED:
        return True
    sure = event.directed or len(event.actors) == 1
    done = sure and want.wanted and not want.right
    return done and status in {ComplianceStatus.KEPT, ComplianceStatus.PARTLY}


def _act(event: Event, agent: str, deeds: frozenset[str], claim: Claim) -> Act:
    start, end = days(event.start), days(event.end)
    others = " ".join(a for a in event.actors if a != agent)
    return Act(
        claim=claim.model_copy(update={"measures": ()}),
        deeds=deeds,
        agent=agent,
        patient=stems(others),
        target=others,
        text=f"{event.kind} {others} in {event.place or ''} {event.notes}",
        when=(start[0], end[1]) if start and end else None,
        edtf=event.start,
    )


def _is_within(event: Event, held: tuple[date, date] | None, area: Sequence[Place]) -> bool:
    start, end = _day(event.start, 0), _day(event.end, 1)
    if held is None or start is None or end is None or end < held[0] or start > held[1]:
        return False
    if not area or event.lat is None or event.lon is None:
        return True
    return any(is_near(event, place) for place in area)


def _day(edtf: str | None, end: int) -> date | None:
    told = days(edtf) if edtf else None
    return told[end] if told else None
