"""The claims of a case as people decided them, and what comparing has to obey."""

import textwrap
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from variorum.case import Rulings, in_force
from variorum.decisions.anchors import claim_at, likeliest
from variorum.decisions.claim_fields import OF_FIGURE, with_fields
from variorum.errors import UsageError
from variorum.grouping import grouped
from variorum.model import Claim, Decision, DecisionKind, Document, Gap, Review, ReviewState, Span

STATES = {
    DecisionKind.ACCEPT: ReviewState.ACCEPTED,
    DecisionKind.CORRECT: ReviewState.CORRECTED,
    DecisionKind.REJECT: ReviewState.REJECTED,
}
# Of the decisions about the same two things the last one counts.
OF_PAIRS = (DecisionKind.MERGE, DecisionKind.SPLIT, DecisionKind.DISMISS, DecisionKind.CONTRADICT)
# The kind of gap that a decision is which finds its claim no more.
UNFOUND = "decision"
MOST_CHARS = 80


@dataclass(frozen=True)
class Decided:
    """The claims as decided, rejected ones among them, and what else follows from the log."""

    claims: tuple[Claim, ...]
    rulings: Rulings
    gaps: tuple[Gap, ...] = ()


def as_read(claims: Iterable[Claim]) -> list[Claim]:
    """Return the claims as the machine read them, without those that people added."""
    found = []
    for claim in claims:
        review = claim.review
        if review is None:
            found.append(claim)
        elif review.read is not None:
            found.append(Claim.model_validate_json(review.read))
    return found


@dataclass
class _Sheet:
    """What the log says of one claim."""

    decisions: list[Decision] = field(default_factory=list)
    fields: dict[str, str] = field(default_factory=dict)
    state: ReviewState = ReviewState.ACCEPTED

    figures: list[Mapping[str, str]] = field(default_factory=list)

    def note(self, decision: Decision) -> None:
        self.decisions.append(decision)
        figure = {name: v for name, v in decision.fields.items() if name in OF_FIGURE}
        # Each decision is about a figure of its own; of all else the last one counts.
        self.figures += [figure] if figure else []
        self.fields |= {name: v for name, v in decision.fields.items() if name not in figure}
        state = STATES[decision.kind]
        kept = (self.fields or self.figures) and state is ReviewState.ACCEPTED
        self.state = ReviewState.CORRECTED if kept else state


def decided(
    documents: Sequence[Document], claims: Iterable[Claim], log: Iterable[Decision]
) -> Decided:
    """Return the claims of a case with all decisions that hold, and the rulings for comparing.

    The same log gives the same result, whatever was decided before. A decision that finds its claim
    no more is a Gap, which names the likeliest place.

    Args:
        documents: the documents of the case.
        claims: their claims, as read or as decided before.
        log: every decision, in order.
    """
    log = in_force(log)
    plain = as_read(claims)
    if not log:
        return Decided(tuple(plain), Rulings())
    by_id = {document.id: document for document in documents}
    added = [made for made in map(_added, log) if made and made.document in by_id]
    taken = {claim.id for claim in plain}
    every = [*plain, *(claim for claim in added if claim.id not in taken)]
    of_document = grouped((claim.document, claim) for claim in every)
    finder = _Finder({claim.id for claim in every}, of_document, documents)
    sheets: dict[str, _Sheet] = defaultdict(_Sheet)
    for decision in log:
        if decision.kind in STATES and (found := finder.claims_of(decision)):
            sheets[found[0]].note(decision)
    order = {document.id: place for place, document in enumerate(documents)}
    judged = [
        _judged(claim, sheets.get(claim.id), by_id[claim.document], of_document, finder.gaps)
        for claim in every
    ]
    judged.sort(key=lambda claim: (order[claim.document], claim.start, claim.id))
    return Decided(tuple(judged), _rulings(log, sheets, finder), tuple(finder.gaps))


def _added(decision: Decision) -> Claim | None:
    if decision.claim is None:
        return None
    made = Claim.model_validate_json(decision.claim)
    review = Review(state=ReviewState.ADDED, decisions=(decision.id,), added=True)
    return made.model_copy(update={"review": review})


@dataclass
class _Finder:
    """Finds the claims that decisions are about, and lists the decisions that have lost theirs."""

    known: set[str]
    of_document: Mapping[str, Sequence[Claim]]
    documents: Sequence[Document]
    gaps: list[Gap] = field(default_factory=list)

    def claims_of(self, decision: Decision) -> tuple[str, ...]:
        """Return the ids of a decision's claims as they are now; none where one is lost."""
        found = []
        anchors = decision.anchors
        for name, anchor in zip(decision.about[-len(anchors) :], anchors, strict=False):
            if name in self.known:
                found.append(name)
                continue
            claim = claim_at(anchor, self.of_document, self.documents)
            if claim is None:
                self._lost(decision, anchor)
                return ()
            found.append(claim.id)
        return tuple(found)

    def of(self, verification: Decision) -> tuple[str, ...]:
        """Return the claim that was verified: of a row of event data, which is no report, by id."""
        reports = {document.id for document in self.documents}
        of_report = any(anchor.document in reports for anchor in verification.anchors)
        return self.claims_of(verification) if of_report else verification.about[1:]

    def _lost(self, decision: Decision, anchor: Span) -> None:
        near = likeliest(anchor, self.of_document)
        place = f"; the likeliest is {near.id}, '{_short(near.text)}'" if near else ""
        told = f"'{decision.kind}' by {decision.who} finds its claim '{_short(anchor.exact)}'"
        self.gaps.append(Gap(what=decision.id, why=f"{told} no more{place}.", kind=UNFOUND))


def _short(words: str) -> str:
    return textwrap.shorten(words, MOST_CHARS, placeholder=" ...")


def _judged(
    claim: Claim,
    sheet: _Sheet | None,
    document: Document,
    of_document: Mapping[str, Sequence[Claim]],
    gaps: list[Gap],
) -> Claim:
    """Return a claim with what was decided about it."""
    if sheet is None:
        return claim
    ids = tuple(decision.id for decision in sheet.decisions)
    made = claim
    fields = {name: value for name, value in sheet.fields.items() if name != "happening"}
    try:
        for step in (fields, *sheet.figures):
            made = with_fields(made, step, document, of_document[document.id])
    except UsageError as error:  # what was read anew has no such figure or place any more
        why = f"What was decided about '{_short(claim.text)}' does not fit it any more: {error}"
        gaps.append(Gap(what=ids[-1], why=why, kind=UNFOUND))
    before = claim.review
    added = before is not None and sheet.state is not ReviewState.REJECTED
    review = Review(
        state=ReviewState.ADDED if added else sheet.state,
        decisions=(*(before.decisions if before else ()), *ids),
        read=None if before else claim.model_dump_json(),
        added=before is not None,
    )
    return made.model_copy(update={"review": review})


def _rulings(log: Sequence[Decision], sheets: Mapping[str, _Sheet], finder: _Finder) -> Rulings:
    last = {frozenset(d.about): d.kind for d in log if d.kind in OF_PAIRS}
    of_pairs = [d for d in log if last.get(frozenset(d.about)) is d.kind]

    def pairs(kind: DecisionKind) -> frozenset[tuple[str, str]]:
        return frozenset((d.about[0], d.about[1]) for d in of_pairs if d.kind is kind)

    moved = {
        claim: "" if sheet.fields["happening"] == "main" else sheet.fields["happening"]
        for claim, sheet in sheets.items()
        if "happening" in sheet.fields
    }
    dismissed = (finder.claims_of(d) for d in of_pairs if d.kind is DecisionKind.DISMISS)
    contradicted = {
        (found[0], found[1]): f"{d.who} decided that not both are so. {d.why}"
        for d in of_pairs
        if d.kind is DecisionKind.CONTRADICT and (found := finder.claims_of(d))
    }
    verified = (
        (d.about[0], claim) for d in log if d.kind is DecisionKind.VERIFY for claim in finder.of(d)
    )
    return Rulings(
        same=pairs(DecisionKind.MERGE),
        apart=pairs(DecisionKind.SPLIT),
        moved=moved,
        dismissed=frozenset(frozenset(found) for found in dismissed if found),
        contradicted=contradicted,
        verified=frozenset(verified),
    )
