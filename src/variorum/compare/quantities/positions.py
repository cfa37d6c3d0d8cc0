"""The positions on each disputed number, and the few proofs that show that they cannot all be true.

A question with thirty answers in three camps is one dispute with three positions. What follows from
answers to other questions, by a product or a sum, is a position of its own, shown as derived.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from variorum.compare.quantities.agreement import agreeing, ends_meet
from variorum.compare.quantities.answers import Reply, Standing
from variorum.compare.quantities.contradictions import Context, Proof
from variorum.compare.quantities.labels import bounds, counted, who
from variorum.grouping import grouped
from variorum.model import Contradiction, Dispute, Position, Rule, content_id

# So many contradictions prove one dispute; more say it again.
MOST_PROOFS = 3


@dataclass(frozen=True)
class Settled:
    """The disputes, and the contradictions that prove them."""

    disputes: tuple[Dispute, ...]
    contradictions: tuple[Contradiction, ...]


def number_disputes(
    proofs: Sequence[Proof], standing: Iterable[Reply], labels: Mapping[str, str], context: Context
) -> Settled:
    """Return the disputes on numbers, each with its positions and at most `MOST_PROOFS` proofs.

    Args:
        proofs: the contradictions, the gravest first, each with the question it disputes.
        standing: the replies that are still given.
        labels: the questions in words.
        context: the case.
    """
    answers = grouped(
        (context.question_of.get(reply.key, ""), reply) for reply in standing if reply.stated
    )
    told = grouped((proof.question, proof) for proof in proofs if proof.question is not None)
    disputes: list[Dispute] = []
    promised = {
        tuple((a.low, a.high) for a in proof.contradiction.answers): proof.contradiction
        for proof in reversed(proofs)
        if proof.question is None
    }
    kept = list(promised.values())
    for question, own in told.items():
        dispute, shown = _dispute(question, own, answers, labels[question], context)
        disputes.append(dispute)
        kept += shown
    return Settled(tuple(disputes), tuple(kept))


def _dispute(
    question: str,
    proofs: Sequence[Proof],
    answers: Mapping[str, Sequence[Reply]],
    label: str,
    context: Context,
) -> tuple[Dispute, list[Contradiction]]:
    positions, position_of = _positions(question, answers.get(question, ()), context)
    shown: list[Contradiction] = []
    told = _telling(proofs, position_of, _vague(positions))
    for key in dict.fromkeys(key for proof in told for key in proof.replies):
        if key not in position_of:
            positions.append(_tied(key, answers[context.question_of[key]], context))
            position_of[key] = positions[-1].id
    for proof in told:
        if proof.derived is not None:
            positions.append(_derived(question, proof, context))
        own = [position_of[key] for key in proof.replies if key in position_of]
        if proof.derived is not None:
            own.append(_derived_id(question, proof))
        found = proof.contradiction
        same = [a.claim for p in positions if p.id in own for a in p.answers]
        like = (p.contradiction for p in proofs if p not in told and _alike(p, proof, position_of))
        said = dict.fromkeys((*found.also, *same, *(c for one in like for c in one.claims)))
        also = tuple(claim for claim in said if claim not in found.claims)
        named = {"positions": tuple(dict.fromkeys(own)), "also": also}
        shown.append(found.model_copy(update=named))
    used = {position for one in shown for position in one.positions}
    vague = [p for p in positions if (p.low, p.high) == (1, None)]  # there were some, no more
    tied = dict.fromkeys(q for one in shown for q in one.questions)
    dispute = Dispute(
        id=content_id("dispute", question),
        label=label,
        questions=tuple(dict.fromkeys((question, *tied))),
        positions=tuple({p.id: p for p in positions if p.id in used or p not in vague}.values()),
        proofs=tuple(one.id for one in shown),
        rank=0,
        settled_by=None,
    )
    return dispute, shown


def _tied(key: str, answers: Sequence[Reply], context: Context) -> Position:
    """Return the position on another question that a proof is about: "500 civilians"."""
    more, position_of = _positions(context.question_of[key], answers, context)
    (own,) = (position for position in more if position.id == position_of[key])
    variable = next(r.variable for r in answers if r.key == key)
    noun = counted(variable, context.taxonomy)
    return own.model_copy(update={"label": f"{own.label} {noun}"})


def _alike(one: Proof, shown: Proof, position_of: Mapping[str, str]) -> bool:
    """Return whether a proof that is not shown says the like of one side of one that is."""
    sides = [{position_of.get(key) for key in proof.replies} for proof in (one, shown)]
    return one.contradiction.rule == shown.contradiction.rule and bool(sides[0] & sides[1])


def _vague(positions: Sequence[Position]) -> set[str]:
    """Return the positions that agree with several others: they prove the least."""
    meet = {
        p.id: sum(ends_meet((p.low, p.high), (o.low, o.high)) for o in positions if o is not p)
        for p in positions
    }
    return {position for position, others in meet.items() if others > 1}


def _telling(
    proofs: Sequence[Proof], position_of: Mapping[str, str], vague: Collection[str]
) -> list[Proof]:
    """Return the gravest proofs, each of which sets two positions against each other anew.

    The gravest between two answers comes first, then the gravest of what answers come to, then
    those between answers that agree with no others.
    """
    proofs = sorted(proofs, key=lambda p: _proves_little(p, position_of, vague))
    told: list[Proof] = []
    seen: set[frozenset[object]] = set()
    direct = next((proof for proof in proofs if proof.derived is None), None)
    derived = next((proof for proof in proofs if proof.derived is not None), None)
    for proof in (*(p for p in (direct, derived) if p), *proofs):
        sides = frozenset((proof.derived, *(position_of.get(key, key) for key in proof.replies)))
        if sides not in seen and len(told) < MOST_PROOFS:
            told.append(proof)
        seen.add(sides)
    return told


def _proves_little(proof: Proof, position_of: Mapping[str, str], vague: Collection[str]) -> bool:
    """Return whether a proof rests on a number that several others fit; "some" is none."""
    plain = proof.contradiction.rule != Rule.POLARITY
    return plain and any(position_of.get(key) in vague for key in proof.replies)


def _positions(
    question: str, answers: Sequence[Reply], context: Context
) -> tuple[list[Position], dict[str, str]]:
    """Return the positions on a question, and that of each answer by the key of its reply."""
    plain = [r for r in answers if r.standing is not Standing.DENIAL]
    denied = [r for r in answers if r.standing is Standing.DENIAL]
    groups = [[plain[n] for n in p] for p in agreeing([r.ends for r in plain])]
    groups += [[r] for r in denied]
    positions: list[Position] = []
    position_of: dict[str, str] = {}
    for group in groups:
        position = _position(question, group, context)
        positions.append(position)
        position_of |= {reply.key: position.id for reply in group}
    positions.sort(key=lambda p: (-len(p.origins), p.label, p.id))
    return positions, position_of


def _position(question: str, group: Sequence[Reply], context: Context) -> Position:
    core = group[0]
    claims = list(dict.fromkeys(r.claim.id for r in group))
    published = {r.claim.id: context.documents[r.claim.document].published or "9999" for r in group}
    original = [claim for claim in claims if claim not in context.copied] or claims
    denied = "not " if core.standing is Standing.DENIAL else ""
    return Position(
        id=content_id("position", question, core.standing, core.low, core.high),
        label=denied + _label(group, context),
        low=core.low,
        high=core.high,
        answers=tuple(r.answer for r in group),
        speakers=tuple(dict.fromkeys(who(r, context.documents) for r in group)),
        origins=tuple(dict.fromkeys(context.origin_of[claim] for claim in claims)),
        reprints=tuple(claim for claim in claims if claim in context.copied),
        first=min(original, key=lambda claim: (published[claim], claim)),
    )


def _label(group: Sequence[Reply], context: Context) -> str:
    """Return an answer as people write it: the number, or "dozens" where words alone tell it."""
    core = group[0]
    if core.measure.polarity and core.low:
        return "some"
    same = [r for r in group if r.ends == core.ends]
    english = (r for r in same if context.documents[r.claim.document].language == "en")
    shown = next(english, core).measure
    words = " ".join(shown.text.split())
    vague = shown.approximate and not shown.polarity and not any(c.isdigit() for c in words)
    return f"“{words}”" if vague else bounds(core)


def _derived_id(question: str, proof: Proof) -> str:
    return content_id("position", question, "derived", *(proof.derived or ()))


def _derived(question: str, proof: Proof, context: Context) -> Position:
    """Return what several answers to other questions come to together."""
    low, high = proof.derived or (None, None)
    origins = dict.fromkeys(context.origin_of[answer.claim] for answer in proof.premises)
    return Position(
        id=_derived_id(question, proof),
        label=proof.words,
        low=low,
        high=high,
        answers=(),
        speakers=proof.speakers,
        origins=tuple(origins),
        derived=proof.arithmetic,
    )


def ranked(disputes: Iterable[Dispute], proofs: Iterable[Contradiction]) -> tuple[Dispute, ...]:
    """Return the disputes in the order of their gravest proof, numbered from 1."""
    weight = {proof.id: proof.severity for proof in proofs}
    ordered = sorted(disputes, key=lambda d: (-max(weight[p] for p in d.proofs), d.label, d.id))
    return tuple(d.model_copy(update={"rank": n}) for n, d in enumerate(ordered, 1))
