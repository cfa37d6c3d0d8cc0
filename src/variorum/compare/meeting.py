"""Where answers that tell of the same thing in fewer words meet those that tell it in full.

One report says that "4,000 people left", another only that there were "some 4,000 people"; one that
"13 buses drove out", another that "13 buses" were part of the convoy. Nothing here makes answers
contradict each other: an answer moves to a fuller variable only where it gives the same number, and
answers that merely share a question keep the variables by which they are proved.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from variorum.compare.answers import Reply, Standing
from variorum.compare.world import Bound, Variable
from variorum.taxonomy import Taxonomy

__all__ = ["asked", "echoed"]

# Two numbers are the same when the middles of their ranges lie no further apart than this share.
SAME_NUMBER = 0.12
# One or two of a thing are no sign: many counts are that small.
SMALLEST_SIGN = 10
# What says no more of the counted than that there were so many.
BARE_EVENTS = frozenset({"", "composed"})


def echoed(found: Sequence[Reply], taxonomy: Taxonomy) -> list[Reply]:
    """Return the replies with each number that is told elsewhere in full told in full.

    A bare count takes the event that other reports give with the same number of the same kind; of
    several, the one most reports give. Lengths of time recur too often by chance.
    """
    full: dict[tuple[str, ...], list[Reply]] = defaultdict(list)
    for reply in found:
        if _usable(reply) and reply.variable.event in taxonomy.joint:
            full[_block(reply.variable)].append(reply)
    return [_echo(reply, full, taxonomy) for reply in found]


def _block(variable: Variable) -> tuple[str, ...]:
    return (variable.kind, *variable.population)


def _usable(reply: Reply) -> bool:
    """Whether it states a number of something, and not per something else."""
    states = reply.standing is Standing.FACT and not reply.polarity and not reply.variable.per
    return _figure(reply) >= SMALLEST_SIGN and states


def _figure(reply: Reply) -> float:
    """Return the middle of the range, or its one end."""
    ends = [end for end in (reply.low, reply.high) if end is not None]
    return sum(ends) / len(ends) if ends else 0.0


def _echo(reply: Reply, full: dict[tuple[str, ...], list[Reply]], taxonomy: Taxonomy) -> Reply:
    variable = reply.variable
    bare = taxonomy.countable(variable.kind) and variable.event in BARE_EVENTS
    if not (bare and _usable(reply)):
        return reply
    told: dict[str, set[str]] = defaultdict(set)
    for other in full.get(_block(variable), ()):
        if other.claim.document != reply.claim.document and _same_number(reply, other):
            told[other.variable.event].add(other.claim.document)
    if not told:
        return reply
    event = min(told, key=lambda name: (-len(told[name]), name))
    return replace(reply, variable=replace(variable, event=event, subject=""))


def _same_number(one: Reply, other: Reply) -> bool:
    bounds = [Bound(r.variable, r.low, r.high) for r in (one, other)]
    a, b = _figure(one), _figure(other)
    return abs(a - b) <= SAME_NUMBER * max(a, b) and not bounds[0].excludes(bounds[1])


def asked(keys: Iterable[Variable], taxonomy: Taxonomy) -> dict[Variable, Variable]:
    """Return the question under which each variable is shown, for those that join a wider one.

    Of "275 Syrian fighters left" a reader asks how many fighters left, when others are asked just
    that; who is only said to be somewhere, is asked for with those who remained there.
    """
    known = set(keys)
    joined = {}
    for key in known:
        # Of the dead and the hurt, each population is asked for by itself.
        wider = replace(key, population=()) if key.event in taxonomy.joint else key
        if wider not in known:
            wider = key
        there = replace(wider, event="remained")
        if not wider.event and taxonomy.is_people(wider.kind) and there in known:
            wider = there
        if wider != key:
            joined[key] = wider
    return joined
