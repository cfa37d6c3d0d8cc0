"""A part is not larger than its whole: fighters are people, Syrian fighters are fighters."""

import itertools
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from variorum.compare.happenings.incidents import DIED, FOUND, HURT
from variorum.compare.quantities.labels import bounds, counted
from variorum.compare.quantities.rules.contradiction_rule import Conflict, ContradictionRule, Sides
from variorum.compare.solver.constraints import Part, Variable
from variorum.grouping import grouped
from variorum.model import Rule
from variorum.taxonomy import Taxonomy


class SubsetRule(ContradictionRule):
    """A narrower kind or population within a wider one, in one scope and at one time."""

    name = Rule.SUBSET
    weight = 1.0

    def knowledge(self, variables: Iterable[Variable], taxonomy: Taxonomy) -> Sequence[Part]:
        """Return which quantities are part of which."""
        known = sorted(variables)
        scopes = grouped((replace(v, kind="", population=()), v) for v in known if not v.per)
        parts = [
            Part(smaller, larger)
            for members in scopes.values()
            for smaller, larger in itertools.permutations(members, 2)
            if taxonomy.within(smaller.kind, larger.kind) and _holds(larger, smaller)
        ]
        return [*parts, *_bodies(known)]

    def explains(self, conflict: Conflict) -> bool:
        """Return whether the answers count different kinds or populations."""
        kinds = {(variable.kind, variable.population) for variable in conflict.variables}
        events = {variable.event for variable in conflict.variables}
        return conflict.derived is None and (len(kinds) > 1 or len(events) > 1)

    def why(self, sides: Sides) -> str:
        """Return why the part cannot outnumber its whole."""
        small, large = sides.replies[:2]
        if small.variable.event != large.variable.event:
            found, died = sorted((small, large), key=lambda reply: reply.variable.event != FOUND)
            return f"no more bodies can be found ({bounds(found)}) than died ({bounds(died)})"
        return (
            f"{counted(small.variable, sides.taxonomy)} ({bounds(small)}) cannot outnumber "
            f"the {counted(large.variable, sides.taxonomy)} they are part of ({bounds(large)})"
        )


def _holds(larger: Variable, smaller: Variable) -> bool:
    """Return whether the wider population holds the narrower one.

    Of tolls it is not sure: "the dead" of a report are often those of one side.
    """
    if larger.event in HURT:
        return larger.population == smaller.population
    return set(larger.population) <= set(smaller.population)


def _bodies(known: Sequence[Variable]) -> Iterator[Part]:
    """Yield that no more bodies were found by a day than had died by then."""
    died = {variable for variable in known if variable.event == DIED}
    for found in known:
        whole = replace(found, event=DIED)
        if found.event == FOUND and whole in died:
            yield Part(found, whole)
