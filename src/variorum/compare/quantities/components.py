"""The case cut into parts that share no quantity, each solved on its own."""

import math
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from variorum.compare.kept import NOTHING_KEPT, Kept
from variorum.compare.quantities.agreement import Ends, agreeing
from variorum.compare.quantities.answers import LENGTH, Reply, Standing, comparable, tells_size
from variorum.compare.quantities.borne_out import BorneOut
from variorum.compare.quantities.rules import RULES, ContradictionRule
from variorum.compare.quantities.same_voice import may_be_one
from variorum.compare.solver.constraints import Answer, Bound, Derived, Part, Total, Variable, World
from variorum.compare.solver.marco import Subsets, enumerate_subsets
from variorum.grouping import distinct, grouped
from variorum.model import Claim, Form, Rule
from variorum.taxonomy import Taxonomy

# Of more pairs than this in one component nobody reads; the rest is listed as cut.
MOST_PAIRS = 2000
# Of more different answers than this that bear on each other, those with most origins are weighed.
MOST_ANSWERS = 120
# In so many characters a report sums up what it tells.
HEAD = 300
# Accounts of one thing are no further apart than so many times.
MOST_TIMES = 100
# What happens again and again while people count it: attacks, and arrests.
UNENDING = frozenset({"attacks", "attacks.strikes", "attacks.explosions", "attacks.shots"})
ARRESTS = "detained"


@dataclass(frozen=True)
class Component:
    """Answers that bear on each other, the replies behind each, and what was found of them."""

    world: World
    replies: tuple[tuple[Reply, ...], ...]
    """Who gives each answer, or one that agrees with it."""
    cores: tuple[tuple[Reply, ...], ...]
    """Who gives the very answer that the proof is about."""
    subsets: Subsets
    conflicts: tuple[frozenset[int], ...]
    """The conflicts among `subsets` that nobody reconciles, and that the reports bear out."""
    doubted: tuple[frozenset[int], ...] = ()
    """Those that the reports do not bear out: they may be about two things."""
    left_out: int = 0
    """How many more different answers there were than could be weighed."""


def components(  # noqa: PLR0913, PLR0917  (the case, and what is known of it already)
    found: Sequence[Reply],
    origin_of: dict[str, str],
    taxonomy: Taxonomy,
    seconds: float,
    rules: Sequence[ContradictionRule] = RULES,
    kept: Kept = NOTHING_KEPT,
    *,
    borne_out: BorneOut | None = None,
) -> list[Component]:
    """Return the solved components of the case, in a stable order.

    Args:
        found: every reply; those that state or deny facts are reasoned with.
        origin_of: the origin of each claim.
        taxonomy: the kinds.
        seconds: the time budget of each component.
        rules: what always holds, and what answers imply.
        kept: what was solved before.
        borne_out: what the reports of the case bear out; None where nothing is left out for that.
    """
    groups = _group(found, taxonomy)
    number_of = {i: n for n, (_, members) in enumerate(groups) for i in members}
    answers = [_answer(bound, [found[i] for i in members], origin_of) for bound, members in groups]
    derived = _derived(found, number_of, taxonomy, rules)
    by_premise = grouped((d.premises[0], n) for n, d in enumerate(derived))
    # Several numbers of arrests in one report are of several occasions.
    arrests = distinct((r.claim.document, r.ends) for r in found if r.variable.event == ARRESTS)
    several = {document for document, numbers in arrests.items() if len(numbers) > 1}
    solved = []
    for connected in _connected(answers, derived, taxonomy, rules):
        members = _weightiest(connected, answers)
        place = {n: k for k, n in enumerate(members)}
        inside = [
            replace(d, premises=tuple(place[p] for p in d.premises))
            for d in (derived[n] for n in sorted(n for m in members for n in by_premise.get(m, ())))
            if all(p in place for p in d.premises)
        ]
        chosen = [answers[n] for n in members]
        variables = {a.bound.variable for a in chosen} | {d.bound.variable for d in inside}
        always = _knowledge(variables, taxonomy, rules)
        world = World(chosen, inside, *always)
        replies = tuple(tuple(found[i] for i in groups[n][1]) for n in members)
        cores = tuple(tuple(r for r in own if r.ends == own[0].ends) for own in replies)
        key = "solved", chosen[0].bound.variable
        subsets = kept.found(key, _solve, world, seconds)
        conflicts = [
            conflict
            for conflict in subsets.conflicts
            if not _reconciled([cores[n] for n in conflict], origin_of)
            and not _stretched(world, conflict)
            and not _misread(world, conflict)
            and not _goes_on([cores[n] for n in conflict], several)
            and not all(tells_size(cores[n][0].measure) for n in conflict)
        ]
        held = {
            conflict
            for conflict in conflicts
            if borne_out is None or borne_out.holds([replies[n] for n in conflict])
        }
        sure = tuple(conflict for conflict in conflicts if conflict in held)
        doubted = tuple(conflict for conflict in conflicts if conflict not in held)
        left_out = len(connected) - len(members)
        solved.append(Component(world, replies, cores, subsets, sure, doubted, left_out))
    return solved


def parts_of_one_voice(found: Sequence[Reply], taxonomy: Taxonomy) -> list[Reply]:
    """Return the replies with each number that its voice tells beside a higher one made a part.

    Who says in one report that 52 died and that 23 did, or that 49 children died and fewer than 20
    people, tells of some of them, whatever the words. "Dozens" at the head of a report are those
    whom anybody counts further down.
    """
    told: dict[tuple[str, Variable], list[tuple[Claim, str, float]]] = defaultdict(list)

    def beside(reply: Reply) -> list[tuple[Claim, str, float]]:
        return told[reply.claim.document, replace(reply.variable, kind="")]

    for r in found:
        if r.standing is Standing.FACT and r.low and taxonomy.countable(r.variable.kind):
            beside(r).append((r.claim, r.variable.kind, r.low))

    def settled(reply: Reply) -> Reply:
        if reply.standing is not Standing.FACT or not reply.high:
            return reply
        sums_up = reply.measure.span.start < HEAD and tells_size(reply.measure)
        part = any(
            reply.high < low
            and taxonomy.within(kind, reply.variable.kind)
            and (sums_up or may_be_one(claim, reply.claim))
            for claim, kind, low in beside(reply)
        )
        return replace(reply, high=None) if part else reply

    return [settled(reply) for reply in found]


def _derived(
    found: Sequence[Reply],
    number_of: dict[int, int],
    taxonomy: Taxonomy,
    rules: Sequence[ContradictionRule],
) -> list[Derived]:
    """Return the sums, products and the like that the answers imply, each once."""
    facts = [(i, found[i]) for i in sorted(number_of) if found[i].standing is Standing.FACT]
    return list(
        dict.fromkeys(d for rule in rules for d in rule.implied(facts, number_of, taxonomy))
    )


def _knowledge(
    variables: set[Variable], taxonomy: Taxonomy, rules: Sequence[ContradictionRule]
) -> tuple[list[Part], list[Total]]:
    """Return what always holds between the quantities: parts of wholes, and parts that add up."""
    if len(variables) < 2:
        return [], []
    known = [one for rule in rules for one in rule.knowledge(variables, taxonomy)]
    parts = [one for one in known if isinstance(one, Part)]
    return parts, [one for one in known if isinstance(one, Total)]


def _reconciled(choices: Sequence[Sequence[Reply]], origin_of: dict[str, str]) -> bool:
    """Whether one voice gives all these answers in one report.

    "Of the 3,500, fewer than 300 were singled out" is no conflict to a careful reader, so whoever
    says it at once does not contradict himself, nor those who pass on the halves of it. A report
    that nobody else bears out does not contradict the number that it tells in its own voice.
    """

    def one(claim: Claim, other: Claim) -> bool:
        same = claim.document == other.document and origin_of[claim.id] == origin_of[other.id]
        return same or may_be_one(claim, other)

    told = [reply.claim for choice in choices for reply in choice]
    _, *others = choices
    narrated = any(claim.form is Form.NARRATED for claim in told)
    if len(others) == 1 and narrated and len({claim.document for claim in told}) == 1:
        return True
    first, *rest = ([reply.claim for reply in choice] for choice in choices)
    return any(all(any(one(claim, c) for c in side) for side in rest) for claim in first)


def _stretched(world: World, conflict: frozenset[int]) -> bool:
    """Return whether a sum is held against a part of it: who is counted as what may differ."""
    return any(
        world.answers[n].bound.variable.kind != derived.bound.variable.kind
        for derived in world.derived
        if derived.rule == Rule.SUM and conflict > {*derived.premises}
        for n in conflict.difference(derived.premises)
    )


def _misread(world: World, conflict: frozenset[int]) -> bool:
    """Return whether two numbers lie so far apart that one of them must have been misread."""
    bounds = [world.answers[n].bound for n in conflict]
    highest = max((b.low or 0 for b in bounds), default=0)
    lowest = min((b.high for b in bounds if b.high), default=math.inf)
    alike = len({(b.variable.kind.partition(".")[0], b.variable.per) for b in bounds}) == 1
    return alike and highest > MOST_TIMES * lowest


def _goes_on(sides: Sequence[Sequence[Reply]], arrests: Collection[str]) -> bool:
    """Return whether what is measured goes on or comes again, and not over one time.

    Of attacks everybody counts those of his own hours and place, but none and some are told of one.
    So it is of arrests where one of the reports tells several numbers of them.
    A length before a noun is that of one such thing: a 12-hour truce is agreed, and one of three
    days.
    """
    replies = [reply for side in sides for reply in side]
    if all(reply.variable.kind == LENGTH for reply in replies):
        return any(reply.measure.noun for reply in replies)
    if any(
        reply.variable.event == ARRESTS and reply.claim.document in arrests for reply in replies
    ):
        return True
    none = any(reply.polarity or reply.high == 0 for reply in replies)
    attacks = (r.variable.kind in UNENDING and not r.variable.window for r in replies)
    return not none and all(attacks)


def _group(found: Sequence[Reply], taxonomy: Taxonomy) -> list[tuple[Bound, list[int]]]:
    """Return the replies that agree, so that each position is one switch, its core first."""
    groups = grouped(
        ((reply.variable, reply.standing is Standing.DENIAL), i)
        for i, reply in enumerate(found)
        if reply.stated and reply.ends != (None, None) and comparable(reply, taxonomy)
    )
    positions = [
        (Bound(variable, *found[members[k[0]]].ends, outside), [members[n] for n in k])
        for (variable, outside), members in groups.items()
        for k in _agreeing([found[i].ends for i in members], outside)
    ]
    return sorted(positions, key=lambda item: (item[0].variable, item[1][0]))


def _agreeing(ends: Sequence[Ends], outside: bool) -> list[list[int]]:
    """Return the places of answers that agree; denials do where they deny the very same."""
    if not outside:
        return agreeing(ends)
    return list(grouped((one, n) for n, one in enumerate(ends)).values())


def _answer(bound: Bound, members: Sequence[Reply], origin_of: dict[str, str]) -> Answer:
    return Answer(
        bound=bound,
        claims=tuple(dict.fromkeys(reply.claim.id for reply in members)),
        origins=tuple(dict.fromkeys(origin_of[reply.claim.id] for reply in members)),
        polarity=all(reply.polarity for reply in members),
    )


def _connected(
    answers: Sequence[Answer],
    derived: Sequence[Derived],
    taxonomy: Taxonomy,
    rules: Sequence[ContradictionRule],
) -> list[list[int]]:
    """Return the numbers of the answers that some rule or shared variable connects."""
    variables = {a.bound.variable for a in answers} | {d.bound.variable for d in derived}
    root = {variable: variable for variable in variables}

    def find(variable: Variable) -> Variable:
        while root[variable] != variable:
            root[variable] = variable = root[root[variable]]
        return variable

    def join(members: Iterable[Variable]) -> None:
        first, *rest = members
        for other in rest:
            root[find(other)] = find(first)

    parts, totals = _knowledge(variables, taxonomy, rules)
    for part in parts:
        join((part.smaller, part.larger))
    for total in totals:
        join((total.whole, *total.parts))
    for rule in derived:
        join((rule.bound.variable, *(answers[p].bound.variable for p in rule.premises)))
    return sorted(grouped((find(a.bound.variable), n) for n, a in enumerate(answers)).values())


def _weightiest(members: Sequence[int], answers: Sequence[Answer]) -> list[int]:
    """Return the answers to be weighed, in order: all of them, where they are not too many.

    Else for each quantity the lowest and the highest, and those with most origins.
    """
    if len(members) <= MOST_ANSWERS:
        return list(members)
    by_variable = grouped((answers[n].bound.variable, n) for n in members)

    def ceiling(n: int) -> float:
        high = answers[n].bound.high
        return math.inf if high is None else high

    ends = {min(rows, key=ceiling) for rows in by_variable.values()}
    ends |= {max(rows, key=lambda n: answers[n].bound.low or 0.0) for rows in by_variable.values()}

    def rank(n: int) -> tuple[bool, int, int]:
        return (n not in ends, -len(answers[n].origins), n)

    return sorted(sorted(members, key=rank)[:MOST_ANSWERS])


def _solve(world: World, seconds: float) -> Subsets:
    """Return the conflicts and versions of a component, each proved by the solver."""
    size = len(world.answers)
    everything = frozenset(range(size))
    if world.check(everything) is None:
        world.release()
        return Subsets((), (everything,), complete=True)
    known = _pairs(world)
    found = enumerate_subsets(size, world.check, seconds=seconds, known=known)
    if not _proved(world, found):
        # Sums of fractions may differ in their last digit: then the solver judges alone.
        found = enumerate_subsets(size, world.prove, seconds=seconds)
    world.release()
    return found


def _proved(world: World, found: Subsets) -> bool:
    """Return whether the solver finds every conflict impossible, and every version possible."""
    return all(world.prove(conflict) is not None for conflict in found.conflicts) and all(
        world.prove(version) is None for version in found.versions
    )


def _pairs(world: World) -> list[frozenset[int]]:
    """Return the conflicts of two answers: they are most of all there are.

    The ranges pick the candidates, so that not every pair is judged.
    """
    pairs = []
    larger = {(part.smaller, part.larger) for part in world.parts}
    alone = [world.check(frozenset({n})) is None for n in range(len(world.answers))]
    for i, one in enumerate(world.answers):
        for j in range(i):
            a, b = one.bound, world.answers[j].bound
            if not _may_conflict(a, b, larger):
                continue
            if alone[i] and alone[j] and world.check(frozenset({i, j})) is not None:
                pairs.append(frozenset({i, j}))
                if len(pairs) >= MOST_PAIRS:
                    return pairs
    return pairs


def _may_conflict(one: Bound, other: Bound, larger: set[tuple[Variable, Variable]]) -> bool:
    if one.variable == other.variable:
        return one.outside or other.outside or one.excludes(other)
    for small, large in ((one, other), (other, one)):
        if (small.variable, large.variable) in larger:
            return small.low is not None and large.high is not None and small.low > large.high
    return False
