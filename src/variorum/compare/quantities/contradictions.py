"""Minimal conflicts told to a reader: the rule, the sentence, the arithmetic and the gravity."""

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from variorum.compare.quantities.answers import Reply, tells_size
from variorum.compare.quantities.borne_out import BorneOut, is_sure
from variorum.compare.quantities.components import Component
from variorum.compare.quantities.labels import who
from variorum.compare.quantities.rules import RULES, ContradictionRule
from variorum.compare.quantities.rules.contradiction_rule import Conflict, Sides
from variorum.compare.quantities.scopes import question_key
from variorum.compare.solver.constraints import Derived, Variable
from variorum.grouping import grouped
from variorum.model import Answer, Contradiction, Document, Form, Rule, Suggestion, content_id
from variorum.taxonomy import Taxonomy

# What makes a conflict grave: each independent origin counts, the more so on the side that has
# fewer; how far apart the answers are; how many claims bear on the question; an exact number says
# more than "hundreds"; and what only a computation brings to light was hidden from the reader.
WEIGHT_WEAKER_SIDE = 2.0
WEIGHT_ORIGIN = 0.5
WEIGHT_DISTANCE = 1.0
WEIGHT_QUESTION = 0.5
WEIGHT_EXACT = 1.0
FARTHEST = 5.0
# So many pairs of numbers that may disagree are shown of one question.
MOST_DOUBTED = 2
# Numbers that lie nearer than this share are one toll that rose, or was counted an hour later.
NEAREST_DOUBTED = 0.7


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
    borne_out: BorneOut | None = None
    """What the reports of the case bear out; None where nothing is left out for that."""

    question_by_variable: Mapping[Variable, str] = field(default_factory=dict)

    def asked_of(self, variable: Variable) -> str | None:
        """Return the question that a quantity answers, if anybody answers it."""
        return self.question_by_variable.get(question_key(variable))

    def central(self, questions: Sequence[str]) -> int:
        """Return how many claims the best answered of the questions has."""
        return max(self.claims_of[question] for question in questions)


@dataclass(frozen=True)
class Proof:
    """A contradiction, with what it says of the question that it disputes."""

    contradiction: Contradiction
    question: str | None
    """The question that it disputes; None of a promise and what came of it."""
    replies: tuple[str, ...]
    """The keys of the replies in conflict."""
    derived: tuple[float | None, float | None] | None = None
    """What some of them come to together, by a sum or a product."""
    premises: tuple[Answer, ...] = ()
    speakers: tuple[str, ...] = ()
    words: str = ""
    """What they come to, in words."""
    arithmetic: tuple[str, ...] = ()
    """How they come to it, one line each."""


def contradictions(
    solved: Sequence[Component],
    standing: Sequence[Reply],
    context: Context,
    rules: Sequence[ContradictionRule] = RULES,
) -> list[Proof]:
    """Return every contradiction, the gravest first; two voices are told once a question.

    `standing` are the replies that are still given.
    """
    found = [
        _of_conflict(component, conflict, context, rules)
        for component in solved
        for conflict in component.conflicts
    ]
    found += [
        _tell(rule, [[one], [other]], None, context, (one.key, other.key))
        for rule in rules
        for one, other in rule.pairs(standing, context.taxonomy)
        if context.borne_out is None or is_sure(one) or is_sure(other)
    ]
    return sorted(_once(found, context), key=lambda p: _grave(p.contradiction))


def doubted(
    solved: Sequence[Component], context: Context, rules: Sequence[ContradictionRule] = RULES
) -> list[Suggestion]:
    """Return the pairs of named voices whose numbers may disagree, though no report opposes them.

    They are told by the sentence of the contradiction that they would be, the gravest first and
    `MOST_DOUBTED` of a question, none of numbers as near as those of a toll that rose.
    """
    found = [
        _of_conflict(component, conflict, context, rules)
        for component in solved
        for conflict in component.doubted
        if len(conflict) == 2
        and all(any(map(is_sure, component.replies[n])) for n in conflict)
        and not any(tells_size(component.cores[n][0].measure) for n in conflict)
    ]
    once = by_gravity(proof.contradiction for proof in _once(found, context))
    asked = grouped((c.questions, c) for c in once if _nearness(c) < NEAREST_DOUBTED).values()
    shown = by_gravity(c for own in asked for c in own[:MOST_DOUBTED])
    return [Suggestion(claims=c.claims, why=c.because, score=_nearness(c)) for c in shown]


def _nearness(found: Contradiction) -> float:
    """Return the lower of two numbers as a share of the higher."""
    lower, higher = sorted(a.high or a.low or 0.0 for a in found.answers)
    return round(lower / higher, 3) if higher else 0.0


def by_gravity(found: Iterable[Contradiction]) -> tuple[Contradiction, ...]:
    """Return the contradictions, the gravest first."""
    return tuple(sorted(found, key=_grave))


def _grave(found: Contradiction) -> tuple[float, str, str]:
    return (-found.severity, found.because, found.id)


def _of_conflict(
    component: Component,
    members: frozenset[int],
    context: Context,
    rules: Sequence[ContradictionRule],
) -> Proof:
    """Return a conflict that the solver found, told by the first rule that explains it."""
    conflict = Conflict(component.world, members, _needed(component, members))
    rule = next(rule for rule in rules if rule.explains(conflict))
    ordered = _ordered(component, members, conflict.derived)
    cores = [component.cores[n] for n in ordered]
    agreeing = [component.replies[n] for n in ordered]
    if rule.name == Rule.POLARITY:
        # Whoever says that there were some contradicts who says that there were none.
        both = zip(agreeing, cores, strict=True)
        cores = [tuple(r for r in side if r.low or r in core) for side, core in both]
    opposed = context.borne_out.opposed(agreeing) if context.borne_out else []
    cores = [tuple(own) for own in opposed] or cores  # who sets them against each other, tells it
    return _tell(rule, cores, conflict.derived, context, agreeing=agreeing)


def _tell(  # noqa: PLR0913, PLR0917  (the parts of a conflict)
    rule: ContradictionRule,
    choices: Sequence[Sequence[Reply]],
    derived: Derived | None,
    context: Context,
    key: tuple[str, ...] = (),
    agreeing: Sequence[Sequence[Reply]] = (),
) -> Proof:
    """Return a conflict in words; `key` identifies it, else its claims and replies do.

    `choices` give the answers in conflict, `agreeing` also those that agree with them.
    """
    agreeing = agreeing or choices
    sides = [_spokesman(choice, choices, context) for choice in choices]
    chosen = tuple(dict.fromkeys(side.claim.id for side in sides))
    also = tuple(
        dict.fromkeys(r.claim.id for side in agreeing for r in side if r.claim.id not in chosen)
    )
    questions = tuple(dict.fromkeys(context.question_of[side.key] for side in sides))
    origins = [{context.origin_of[r.claim.id] for r in side} for side in agreeing]
    told = Sides(sides, derived, context.documents, context.taxonomy)
    outside = bool(key)
    key = key or (*sorted(chosen), *sorted(side.key for side in sides))
    exact = sum(not side.measure.approximate and not side.polarity for side in sides) / len(sides)
    found = Contradiction(
        id=content_id("contradiction", rule.name, *key),
        questions=questions,
        claims=chosen,
        answers=tuple(side.answer for side in sides),
        rule=rule.name,
        because=rule.because(told),
        derivation=rule.derivation(told),
        also=also,
        origins=len(set().union(*origins)),
        severity=gravity(rule.weight, origins, _distance(told), context.central(questions), exact),
    )
    disputed = context.asked_of(derived.bound.variable) if derived else None
    disputed = disputed or context.question_of[(told.others or sides)[-1].key]
    return Proof(
        contradiction=found,
        question=None if outside else disputed,
        replies=tuple(side.key for side in told.others),
        derived=rule.result(told) if derived else None,
        words=rule.result_words(told) if derived else "",
        arithmetic=rule.arithmetic(told) if derived else (),
        premises=tuple(side.answer for side in told.premises),
        speakers=tuple(dict.fromkeys(who(side, context.documents) for side in told.premises)),
    )


def _needed(component: Component, conflict: frozenset[int]) -> Derived | None:
    """Return the sum or product without which the conflict would not be one, if there is any."""
    world = component.world
    applied = [d for d in world.derived if set(d.premises) <= conflict]
    if not applied or world.without_derived.check(conflict) is not None:
        return None
    return next((d for d in applied if _enough(component, conflict, d)), applied[0])


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
            reply.claim.form is Form.NARRATED,
            reply.claim.document not in nearby,
            document.published or "9999",
            reply.key,
        )

    return min(choice, key=rank)


def gravity(
    weight: float, origins: Sequence[set[str]], distance: float, central: int, exact: float
) -> float:
    """Return the gravity of a conflict.

    Args:
        weight: that of its rule.
        origins: the origins behind each answer.
        distance: how many doublings lie between the answers.
        central: how many claims its best answered question has.
        exact: the share of its answers that are exact numbers.
    """
    weaker = min(len(side) for side in origins)
    everyone = len(set().union(*origins))
    total = (
        WEIGHT_WEAKER_SIDE * weaker
        + WEIGHT_ORIGIN * everyone
        + WEIGHT_DISTANCE * distance
        + WEIGHT_QUESTION * math.log2(1 + central)
        + WEIGHT_EXACT * exact
        + weight
    )
    return round(total, 3)


def _distance(told: Sides) -> float:
    """Return how many doublings lie between the answers, at most `FARTHEST`."""
    ranges = [(side.low, side.high) for side in told.others]
    if told.derived is not None:
        ranges.append((told.derived.bound.low, told.derived.bound.high))
    lows = [low for low, _ in ranges if low]
    highs = [high for _, high in ranges if high is not None]
    if not lows or not highs:
        return 1.0
    return min(FARTHEST, max(0.0, math.log2(max(lows) / max(min(highs), 1.0))))


def _once(told: Sequence[Proof], context: Context) -> list[Proof]:
    """Return one contradiction for the same voices on the same questions, the gravest.

    The others' claims are kept under `also`: they say it again, and no more is proved by it.
    """
    groups: dict[tuple[object, ...], list[Proof]] = defaultdict(list)
    for proof in told:
        found = proof.contradiction
        voices = frozenset(context.origin_of[claim] for claim in found.claims)
        groups[found.rule, found.questions, voices].append(proof)
    kept = []
    for group in groups.values():
        best, *rest = sorted(
            group,
            key=lambda p: (
                len(context.copied.intersection(p.contradiction.claims)),
                -p.contradiction.severity,
                p.contradiction.id,
            ),
        )
        first = best.contradiction
        more = [c for p in rest for c in (*p.contradiction.claims, *p.contradiction.also)]
        also = tuple(dict.fromkeys(c for c in (*first.also, *more) if c not in first.claims))
        kept.append(replace(best, contradiction=first.model_copy(update={"also": also})))
    return kept
