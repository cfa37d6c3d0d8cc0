"""Parts that are added up against a whole: by the words of one claim, or as disjoint kinds."""

import itertools
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from variorum.compare.quantities.answers import Reply
from variorum.compare.quantities.labels import bounds
from variorum.compare.quantities.rules.arithmetic_rule import ArithmeticRule
from variorum.compare.quantities.rules.contradiction_rule import Conflict, Placed, Sides
from variorum.compare.solver.constraints import Bound, Derived, Total, Variable
from variorum.grouping import grouped
from variorum.language.word_lists import alternatives
from variorum.model import Rule
from variorum.taxonomy import Taxonomy
from variorum.wording import range_words

_PLUS = re.compile(rf"\b(?:{alternatives('compare', 'adding')})\b", re.IGNORECASE)


class SumRule(ArithmeticRule):
    """Passengers and crew against all aboard; "12 men plus 30 women" against a total."""

    name = Rule.SUM
    weight = 1.5
    sign = " + "

    def knowledge(self, variables: Iterable[Variable], taxonomy: Taxonomy) -> Sequence[Total]:
        """Return disjoint parts of a whole, such as passengers and crew of the people aboard."""
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

    def implied(
        self, facts: Sequence[Placed], number_of: Mapping[int, int], taxonomy: Taxonomy
    ) -> Iterable[Derived]:
        """Yield the sum of each group of replies that the words of one claim add up."""
        by_claim = grouped((r.claim.part_of or r.claim.id, (i, r)) for i, r in facts)
        for group in by_claim.values():
            for members in _added(group):
                yield from _sum(members, number_of, taxonomy)

    def explains(self, conflict: Conflict) -> bool:
        """Return whether parts were added up, by a claim or because they are disjoint."""
        if conflict.derived is not None:
            return conflict.derived.rule == self.name
        return not conflict.is_of_one and conflict.needs_totals

    def why(self, sides: Sides) -> str:
        """Return what the parts come to, and the whole."""
        parts, whole = sides.replies[:-1], sides.replies[-1]
        least = range_words(sum(part.low or 0 for part in parts), None)
        return f"the parts come to {least}, the whole to {bounds(whole)}"

    def apply(self, one: float, other: float) -> float:
        """Return the sum."""
        return one + other


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
    members: Sequence[Placed], number_of: Mapping[int, int], taxonomy: Taxonomy
) -> Iterable[Derived]:
    first = members[0][1].variable
    kinds = [reply.variable.kind for _, reply in members]
    whole = _common(kinds, taxonomy)
    nested = any(taxonomy.within(a, b) for a, b in itertools.permutations(kinds, 2))
    variables = [reply.variable for _, reply in members]
    together = len({(v.event, v.subject, v.place, v.population) for v in variables}) == 1
    if whole is None or nested or not together or any(reply.polarity for _, reply in members):
        return
    replies = [reply for _, reply in members]
    low, high = sum_bound(replies)
    yield Derived(
        premises=tuple(sorted({number_of[i] for i, _ in members})),
        bound=Bound(replace(first, kind=whole), low, high if _exhaustive(replies) else None),
        rule=Rule.SUM,
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
