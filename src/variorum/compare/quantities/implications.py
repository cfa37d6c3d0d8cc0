"""What always holds between quantities, and what several answers imply together."""

from __future__ import annotations

import itertools
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from variorum.compare.quantities.answers import Reply, Standing
from variorum.compare.solver.constraints import Bound, Derived, Part, Total, Variable
from variorum.model import Rule
from variorum.taxonomy import Taxonomy

__all__ = ["implied", "parts", "product_bound", "sum_bound", "totals"]


def parts(variables: Iterable[Variable], taxonomy: Taxonomy) -> list[Part]:
    """Return which variables are part of which: fighters of people, Monday's toll of Tuesday's."""
    scopes: dict[Variable, list[Variable]] = defaultdict(list)
    for variable in sorted(variables):
        if not variable.per:
            scopes[replace(variable, kind="", as_of="", population=())].append(variable)
    found = []
    for members in scopes.values():
        for smaller, larger in itertools.permutations(members, 2):
            same_kind = _counted(smaller) == _counted(larger)
            narrower = not same_kind and _narrower(smaller, larger, taxonomy)
            earlier = same_kind and smaller.event in taxonomy.growing
            if (narrower and smaller.as_of == larger.as_of) or (
                earlier and smaller.as_of < larger.as_of
            ):
                found.append(Part(smaller, larger))
    return found


def _counted(variable: Variable) -> tuple[str, tuple[str, ...]]:
    return variable.kind, variable.population


def _narrower(smaller: Variable, larger: Variable, taxonomy: Taxonomy) -> bool:
    """Whether all of one are of the other: Syrian fighters of fighters, of Syrians, of people."""
    kinds = taxonomy.within(smaller.kind, larger.kind)
    return kinds and set(larger.population) <= set(smaller.population)


def _same_scope(one: Variable, other: Variable) -> bool:
    a, b = ((v.event, v.subject, v.place, v.population) for v in (one, other))
    return a == b


def totals(variables: Iterable[Variable], taxonomy: Taxonomy) -> list[Total]:
    """Return the disjoint parts of a whole, such as passengers and crew of the people aboard."""
    known = set(variables)
    found = []
    for whole in sorted(known):
        if whole.per:
            continue
        for group in taxonomy.disjoint:
            members = tuple(
                part
                for kind in group
                if taxonomy.within(kind, whole.kind) and kind != whole.kind
                for part in [replace(whole, kind=kind)]
                if part in known
            )
            if len(members) > 1:
                found.append(Total(members, whole))
    return found


def implied(found: Sequence[Reply], number_of: dict[int, int], taxonomy: Taxonomy) -> list[Derived]:
    """Return the sums and products that the answers imply.

    Args:
        found: all replies.
        number_of: the answer of each reply that is reasoned with, by its place in `found`.
        taxonomy: the kinds.
    """
    facts = [(i, found[i]) for i in sorted(number_of) if found[i].standing is Standing.FACT]
    derived = [*_sums(facts, number_of, taxonomy), *_products(facts, number_of, taxonomy)]
    unique = {(d.premises, d.bound, d.rule): d for d in derived}
    return list(unique.values())


Placed = tuple[int, Reply]
_PLUS = re.compile(r"\b(?:plus|together with|as well as|in addition to|on top of)\b", re.IGNORECASE)


def _sums(
    facts: Sequence[Placed], number_of: dict[int, int], taxonomy: Taxonomy
) -> Iterable[Derived]:
    by_claim: dict[str, list[Placed]] = defaultdict(list)
    for i, reply in facts:
        by_claim[reply.claim.part_of or reply.claim.id].append((i, reply))
    for group in by_claim.values():
        for members in _added(group):
            yield from _sum(members, number_of, taxonomy)


def _added(group: Sequence[Placed]) -> Iterable[list[Placed]]:
    """Yield the replies of one claim that its words add up, in the order of the text."""
    place = {(r.measure.span.start, r.measure.span.end): k for k, (_, r) in enumerate(group)}
    root = list(range(len(group)))
    for k, (_, reply) in enumerate(group):
        for span in reply.measure.plus:
            other = place.get((span.start, span.end))
            if other is not None:
                joined, lost = root[k], root[other]
                root = [joined if r == lost else r for r in root]
    for r in sorted(set(root)):
        members = [group[k] for k in range(len(group)) if root[k] == r]
        if len(members) > 1:
            yield sorted(members, key=lambda item: item[1].measure.span.start)


def _sum(
    members: Sequence[Placed], number_of: dict[int, int], taxonomy: Taxonomy
) -> Iterable[Derived]:
    first = members[0][1].variable
    kinds = [reply.variable.kind for _, reply in members]
    whole = _common(kinds, taxonomy)
    nested = any(taxonomy.within(a, b) for a, b in itertools.permutations(kinds, 2))
    together = all(_same_scope(reply.variable, first) for _, reply in members)
    if whole is None or nested or not together or any(reply.polarity for _, reply in members):
        return
    replies = [reply for _, reply in members]
    low, high = sum_bound(replies)
    yield Derived(
        premises=tuple(sorted({number_of[i] for i, _ in members})),
        bound=Bound(replace(first, kind=whole), low, high if _exhaustive(replies) else None),
        rule=Rule.SUM,
        because=" + ".join(reply.measure.text for reply in replies),
    )


def _exhaustive(members: Sequence[Reply]) -> bool:
    """Whether the words add up to a whole ("plus"), and do not merely list some of it ("and")."""
    start, end = members[0].measure.span.end, members[-1].measure.span.start
    between = " ".join(
        part.exact[max(0, start - part.start) : max(0, end - part.start)]
        for part in members[0].claim.content
    )
    return bool(_PLUS.search(between))


def sum_bound(members: Sequence[Reply]) -> tuple[float | None, float | None]:
    """Return the range of the sum; an open end of any part leaves that end open."""
    lows = [reply.low or 0 for reply in members]
    highs = [reply.high for reply in members]
    return sum(lows), None if None in highs else sum(high or 0 for high in highs)


def _common(kinds: Sequence[str], taxonomy: Taxonomy) -> str | None:
    """Return the nearest kind that holds all of `kinds`, or None."""
    candidate = taxonomy.parent(kinds[0])
    while candidate and not all(taxonomy.within(kind, candidate) for kind in kinds):
        candidate = taxonomy.parent(candidate)
    return candidate


def _products(
    facts: Sequence[Placed], number_of: dict[int, int], taxonomy: Taxonomy
) -> Iterable[Derived]:
    targets = {reply.variable for _, reply in facts if not reply.variable.per}
    for i, rate in facts:
        if not rate.variable.per:
            continue
        for j, number in _counts_for(rate, facts, taxonomy):
            for target in sorted(_targets(rate, number, targets, taxonomy)):
                low, high = product_bound(rate, number)
                yield Derived(
                    premises=tuple(sorted({number_of[i], number_of[j]})),
                    bound=Bound(target, low, high),
                    rule=Rule.PRODUCT,
                    because=f"{rate.measure.text} × {number.measure.text}",
                )


def _counts_for(rate: Reply, facts: Sequence[Placed], taxonomy: Taxonomy) -> list[Placed]:
    """Return the counts of what the rate is per: those of its own report before any others."""
    counts = [
        (j, reply)
        for j, reply in facts
        if not reply.variable.per
        and not reply.polarity
        and taxonomy.within(reply.variable.kind, rate.variable.per)
    ]
    own = [(j, reply) for j, reply in counts if reply.claim.document == rate.claim.document]
    return own or counts


def _targets(
    rate: Reply, number: Reply, known: Iterable[Variable], taxonomy: Taxonomy
) -> set[Variable]:
    """Return the variables that rate times number is an amount of.

    What is in every truck of a convoy has done what the convoy did: the product bears on the event
    of the rate, else on the one that the container of the count implies.
    """
    subject = number.measure.scope.subject or rate.measure.scope.subject or ""
    event = taxonomy.implied_event(rate.variable.event, subject, rate.variable.kind)
    plain = replace(rate.variable, per="", window="", as_of="", place="", event=event)
    near = {v for v in known if replace(v, window="", as_of="", place="") == plain}
    return near or ({plain} if event else set())


def product_bound(rate: Reply, number: Reply) -> tuple[float | None, float | None]:
    """Return the range of a rate times a number; an open end of either leaves that end open."""
    low = (rate.low or 0) * (number.low or 0)
    open_end = rate.high is None or number.high is None
    return low, None if open_end else (rate.high or 0) * (number.high or 0)
