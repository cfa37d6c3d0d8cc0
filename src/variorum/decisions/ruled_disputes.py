"""Disputes that people ruled on: two answers that are not comparable, and two that cannot be true.

Comparing proves what it can from the words. A person who reads them may know that two answers are
about different things, or that two claims exclude each other where no rule shows it.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from variorum import model
from variorum.case import Comparison, Rulings
from variorum.wording import shortened

DECIDED = "decided"
LONGEST = 90


def as_ruled(comparison: Comparison, claims: Iterable[model.Claim], rulings: Rulings) -> Comparison:
    """Return a comparison without the proofs that people dismissed, and with those they decided.

    Args:
        comparison: what comparing found.
        claims: the claims that were compared.
        rulings: what people decided.
    """
    kept = _without(comparison, rulings.dismissed)
    known = {claim.id: claim for claim in claims}
    proved = {frozenset(found.claims) for found in kept.contradictions}
    new = [
        (known[one], known[other], why)
        for (one, other), why in rulings.contradicted.items()
        if {one, other} <= known.keys() and {one, other} not in proved
    ]
    for pair in new:
        kept = _with(kept, *pair)
    return kept


def _without(comparison: Comparison, dismissed: frozenset[frozenset[str]]) -> Comparison:
    """Return a comparison without the contradictions between claims that are not comparable."""
    gone = {c.id: c for c in comparison.contradictions if any(d <= {*c.claims} for d in dismissed)}
    if not gone:
        return comparison
    left = tuple(c for c in comparison.contradictions if c.id not in gone)
    proved = {position for found in left for position in found.positions}
    refuted = {p for found in gone.values() for p in found.positions} - proved
    disputes = []
    for dispute in comparison.disputes:
        proofs = tuple(key for key in dispute.proofs if key not in gone)
        standing = tuple(p for p in dispute.positions if p.id not in refuted)
        if proofs:
            disputes.append(dispute.model_copy(update={"proofs": proofs, "positions": standing}))
    asked = {q for c in left for q in c.questions} | {q for d in disputes for q in d.questions}
    settled = {q for found in gone.values() for q in found.questions} - asked
    return replace(
        comparison,
        contradictions=left,
        disputes=_ranked(disputes),
        questions=tuple(
            q.model_copy(update={"status": model.QuestionStatus.INCOMPARABLE})
            if q.id in settled
            else q
            for q in comparison.questions
        ),
        versions=tuple(
            v for v in comparison.versions if not settled & {x.question for x in v.values}
        ),
    )


def _ranked(disputes: Sequence[model.Dispute]) -> tuple[model.Dispute, ...]:
    return tuple(d.model_copy(update={"rank": n}) for n, d in enumerate(disputes, start=1))


def _with(comparison: Comparison, one: model.Claim, other: model.Claim, why: str) -> Comparison:
    """Return a comparison with a dispute between two claims, as somebody decided."""
    pair = (one, other)
    asked = model.content_id("question", DECIDED, *sorted(claim.id for claim in pair))
    origins = {key: o.id for o in comparison.origins for key in o.claims}
    positions = tuple(_position(claim, asked, origins) for claim in pair)
    answers = tuple(answer for position in positions for answer in position.answers)
    told = [f"“{position.label}”" for position in positions]
    label = f"{one.speaker.name} or {other.speaker.name}: which is so?"
    question = model.Question(
        id=asked,
        label=label,
        kind=f"statement.{DECIDED}",
        claims=tuple(claim.id for claim in pair),
        answers=answers,
        status=model.QuestionStatus.DISPUTED,
    )
    proof = model.Contradiction(
        id=model.content_id("contradiction", asked),
        questions=(asked,),
        positions=tuple(position.id for position in positions),
        claims=question.claims,
        answers=answers,
        rule=DECIDED,
        because=f"{told[0]} and {told[1]}: {why}",
        origins=len({origin for position in positions for origin in position.origins}),
    )
    dispute = model.Dispute(
        id=model.content_id("dispute", asked),
        label=label,
        questions=(asked,),
        positions=positions,
        proofs=(proof.id,),
        rank=0,
    )
    return replace(
        comparison,
        questions=(*comparison.questions, question),
        contradictions=(*comparison.contradictions, proof),
        disputes=_ranked((*comparison.disputes, dispute)),
        suggestions=tuple(
            s for s in comparison.suggestions if not {one.id, other.id} <= {*s.claims}
        ),
    )


def _position(claim: model.Claim, question: str, origins: Mapping[str, str]) -> model.Position:
    words = shortened(claim.text, LONGEST)
    answer = model.Answer(
        claim=claim.id, span=claim.content[0], low=None, high=None, standing="fact"
    )
    return model.Position(
        id=model.content_id("position", question, claim.id),
        label=words,
        low=None,
        high=None,
        value=words,
        answers=(answer,),
        speakers=(claim.speaker.name,),
        origins=tuple({origins[claim.id]} if claim.id in origins else ()),
        first=claim.id,
    )
