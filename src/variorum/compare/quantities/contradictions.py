"""Minimal conflicts told to a reader: the rule, the sentence, the arithmetic and the gravity."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from variorum.compare.quantities.answers import Reply
from variorum.compare.quantities.components import Component
from variorum.compare.quantities.labels import derivation, promise_sentence, sentence
from variorum.compare.solver.constraints import Derived
from variorum.model import Contradiction, Document, Rule, content_id
from variorum.taxonomy import Taxonomy

__all__ = ["Context", "by_gravity", "contradictions", "gravity", "reply_key"]

# What makes a conflict grave: each independent origin counts, the more so on the side that has
# fewer; how far apart the answers are; how many claims bear on the question; an exact number says
# more than "hundreds"; and what only a computation brings to light was hidden from the reader.
WEIGHT_WEAKER_SIDE = 2.0
WEIGHT_ORIGIN = 0.5
WEIGHT_DISTANCE = 1.0
WEIGHT_QUESTION = 0.5
WEIGHT_EXACT = 1.0
WEIGHT_RULE = {Rule.PRODUCT: 3.0, Rule.SUM: 1.5, Rule.SUBSET: 1.0, Rule.PROMISE: 0.5}
FARTHEST = 5.0


@dataclass(frozen=True)
class Context:
    """What telling a conflict needs to know of the case."""

    documents: dict[str, Document]
    origin_of: Mapping[str, str]
    question_of: Mapping[str, str]
    """The question of each measure, by the key of its reply."""
    claims_of: Mapping[str, int]
    """How many claims each question has."""
    taxonomy: Taxonomy
    copied: frozenset[str] = frozenset()
    """The claims of documents that repeat another; an original speaks before them."""

    def central(self, questions: Sequence[str]) -> int:
        """Return how many claims the best answered of the questions has."""
        return max(self.claims_of[question] for question in questions)


def reply_key(reply: Reply) -> str:
    """Return what identifies a reply in the case."""
    return f"{reply.claim.id}:{reply.measure.span.start}:{reply.measure.span.end}"


def contradictions(
    solved: Sequence[Component], promises: Sequence[tuple[Reply, Reply]], context: Context
) -> tuple[Contradiction, ...]:
    """Return every contradiction, the gravest first; two voices are told once a question."""
    told = [
        _tell(component, conflict, context)
        for component in solved
        for conflict in component.conflicts
    ]
    told += [_promise(promised, happened, context) for promised, happened in promises]
    return by_gravity(_once(told, context))


def by_gravity(found: Iterable[Contradiction]) -> tuple[Contradiction, ...]:
    """Return the contradictions, the gravest first."""
    return tuple(sorted(found, key=lambda c: (-c.severity, c.because, c.id)))


def _tell(component: Component, conflict: frozenset[int], context: Context) -> Contradiction:
    """Return the conflict in words."""
    rule, derived = _rule(component, conflict)
    members = _ordered(component, conflict, derived)
    choices = [component.replies[n] for n in members]
    sides = [_spokesman(choice, choices, context) for choice in choices]
    chosen = tuple(dict.fromkeys(side.claim.id for side in sides))
    also = tuple(
        dict.fromkeys(r.claim.id for choice in choices for r in choice if r.claim.id not in chosen)
    )
    questions = tuple(dict.fromkeys(context.question_of[reply_key(side)] for side in sides))
    origins = [{context.origin_of[r.claim.id] for r in choice} for choice in choices]
    return Contradiction(
        id=content_id("contradiction", rule, *sorted(chosen), *sorted(map(reply_key, sides))),
        questions=questions,
        claims=chosen,
        answers=tuple(side.answer for side in sides),
        rule=rule,
        because=sentence(rule, sides, derived, context.documents, context.taxonomy),
        derivation=derivation(rule, sides, derived, context.documents),
        also=also,
        origins=len(set().union(*origins)),
        severity=_severity(
            rule, sides, origins, _distance(sides, derived), context.central(questions)
        ),
    )


def _rule(component: Component, conflict: frozenset[int]) -> tuple[Rule, Derived | None]:
    """Return the rule without which the conflict would not be one."""
    world = component.world
    answers = [world.answers[n] for n in sorted(conflict)]
    applied = [d for d in world.derived if set(d.premises) <= conflict]
    if applied and world.without_derived.check(conflict) is None:
        needed = [d for d in applied if _enough(component, conflict, d)]
        return (needed or applied)[0].rule, (needed or applied)[0]
    variables = {answer.bound.variable for answer in answers}
    if len(variables) == 1:
        some_or_none = any(answer.polarity or answer.bound.outside for answer in answers)
        return (Rule.POLARITY if some_or_none else Rule.VALUE), None
    if world.without_totals.check(conflict) is None:
        return Rule.SUM, None
    if len({(variable.kind, variable.population) for variable in variables}) > 1:
        return Rule.SUBSET, None
    none = any(answer.polarity and not answer.bound.high for answer in answers)
    return (Rule.POLARITY if none else Rule.ORDER), None


def _enough(component: Component, conflict: frozenset[int], derived: Derived) -> bool:
    world = component.world
    alone = type(world)(world.answers, (derived,), world.parts, world.totals)
    return alone.check(conflict) is not None


def _ordered(component: Component, conflict: frozenset[int], derived: Derived | None) -> list[int]:
    """Return premises first, as the sentence tells them; parts before wholes; then by place."""
    world = component.world
    premises = list(derived.premises) if derived else []

    def rank(n: int) -> tuple[int, int, int]:
        variable = world.answers[n].bound.variable
        return (-len(variable.kind), -len(variable.population), n)

    return premises + sorted((n for n in conflict if n not in premises), key=rank)


def _spokesman(
    choice: Sequence[Reply], choices: Sequence[Sequence[Reply]], context: Context
) -> Reply:
    """Return the reply that stands for an answer: of an own origin, named, early, near the others.

    An answer that several give is told by one who gives no other answer in the conflict.
    """
    others = [c for c in choices if c is not choice]
    elsewhere = {context.origin_of[r.claim.id] for c in others for r in c}
    nearby = {r.claim.document for c in others for r in c}

    def rank(reply: Reply) -> tuple[bool, bool, bool, bool, str, str]:
        document = context.documents[reply.claim.document]
        return (
            context.origin_of[reply.claim.id] in elsewhere,
            reply.claim.id in context.copied,
            reply.claim.form == "narrated",
            reply.claim.document not in nearby,
            document.published or "9999",
            reply_key(reply),
        )

    return min(choice, key=rank)


def _severity(
    rule: Rule,
    sides: Sequence[Reply],
    origins: Sequence[set[str]],
    distance: float,
    central: int,
) -> float:
    """Return the gravity of a conflict.

    Args:
        rule: how it was found.
        sides: a reply for each answer in it.
        origins: the origins behind each answer.
        distance: how many doublings lie between the answers.
        central: how many claims its best answered question has.
    """
    exact = sum(not side.measure.approximate and not side.polarity for side in sides) / len(sides)
    return gravity(rule, origins, distance, central, exact)


def gravity(
    rule: Rule, origins: Sequence[set[str]], distance: float, central: int, exact: float
) -> float:
    """Return the gravity of a conflict; `exact` is the share of its answers that are numbers."""
    weaker = min(len(side) for side in origins)
    everyone = len(set().union(*origins))
    total = (
        WEIGHT_WEAKER_SIDE * weaker
        + WEIGHT_ORIGIN * everyone
        + WEIGHT_DISTANCE * distance
        + WEIGHT_QUESTION * math.log2(1 + central)
        + WEIGHT_EXACT * exact
        + WEIGHT_RULE.get(rule, 0.0)
    )
    return round(total, 3)


def _distance(sides: Sequence[Reply], derived: Derived | None) -> float:
    """Return how many doublings lie between the answers, at most `FARTHEST`."""
    if derived is not None:
        last = sides[len(derived.premises) :]
        ranges = [(derived.bound.low, derived.bound.high), *((r.low, r.high) for r in last)]
    else:
        ranges = [(side.low, side.high) for side in sides]
    lows = [low for low, _ in ranges if low]
    highs = [high for _, high in ranges if high is not None]
    if not lows or not highs:
        return 1.0
    return min(FARTHEST, max(0.0, math.log2(max(lows) / max(min(highs), 1.0))))


def _promise(promised: Reply, happened: Reply, context: Context) -> Contradiction:
    chosen = tuple(dict.fromkeys((promised.claim.id, happened.claim.id)))
    pair = (promised, happened)
    questions = tuple(dict.fromkeys(context.question_of[reply_key(r)] for r in pair))
    origins = [{context.origin_of[r.claim.id]} for r in pair]
    return Contradiction(
        id=content_id("contradiction", Rule.PROMISE, *map(reply_key, pair)),
        questions=questions,
        claims=chosen,
        answers=tuple(reply.answer for reply in pair),
        rule=Rule.PROMISE,
        because=promise_sentence(promised, happened, context.documents),
        derivation=derivation(Rule.PROMISE, pair, None, context.documents),
        origins=len(set().union(*origins)),
        severity=_severity(
            Rule.PROMISE, pair, origins, _distance(pair, None), context.central(questions)
        ),
    )


def _once(told: Sequence[Contradiction], context: Context) -> list[Contradiction]:
    """Return one contradiction for the same voices on the same questions, the gravest.

    The others' claims are kept under `also`: they say it again, and no more is proved by it.
    """
    groups: dict[tuple[object, ...], list[Contradiction]] = defaultdict(list)
    for contradiction in told:
        voices = frozenset(context.origin_of[claim] for claim in contradiction.claims)
        groups[contradiction.rule, contradiction.questions, voices].append(contradiction)
    kept = []
    for group in groups.values():
        first, *rest = sorted(
            group, key=lambda c: (len(context.copied.intersection(c.claims)), -c.severity, c.id)
        )
        more = [claim for c in rest for claim in (*c.claims, *c.also)]
        also = tuple(dict.fromkeys(c for c in (*first.also, *more) if c not in first.claims))
        kept.append(first.model_copy(update={"also": also}))
    return kept
