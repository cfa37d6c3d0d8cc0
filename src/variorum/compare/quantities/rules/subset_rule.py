"""A part is not larger than its whole: fighters are people, Syrian fighters are fighters."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from variorum.compare.quantities.labels import bounds, counted
from variorum.compare.quantities.rules.contradiction_rule import (
    Conflict,
    ContradictionRule,
    Sides,
)
from variorum.compare.solver.constraints import Part, Variable
from variorum.model import Rule
from variorum.taxonomy import Taxonomy

__all__ = ["SubsetRule"]


class SubsetRule(ContradictionRule):
    """A narrower kind or population within a wider one, in one scope and at one time."""

    name = Rule.SUBSET
    weight = 1.0

    def knowledge(self, variables: Iterable[Variable], taxonomy: Taxonomy) -> Sequence[Part]:
        """Return which quantities are part of which."""
        scopes: dict[Variable, list[Variable]] = defaultdict(list)
        for variable in sorted(variables):
            if not variable.per:
                scopes[replace(variable, kind="", population=())].append(variable)
        return [
            Part(smaller, larger)
            for members in scopes.values()
            for smaller, larger in itertools.permutations(members, 2)
            if taxonomy.within(smaller.kind, larger.kind)
            and set(larger.population) <= set(smaller.population)
        ]

    def explains(self, conflict: Conflict) -> bool:
        """Return whether the answers count different kinds or populations."""
        kinds = {(variable.kind, variable.population) for variable in conflict.variables}
        return conflict.derived is None and len(kinds) > 1

    def why(self, sides: Sides) -> str:
        """Return why the part cannot outnumber its whole."""
        small, large = sides.replies[:2]
        return (
            f"{counted(small.variable, sides.taxonomy)} ({bounds(small)}) cannot outnumber "
            f"the {counted(large.variable, sides.taxonomy)} they are part of ({bounds(large)})"
        )
