"""What comes later: a count that only grows, and what cannot have followed before it began."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from variorum.compare.quantities.rules.contradiction_rule import (
    Conflict,
    ContradictionRule,
    Sides,
)
from variorum.compare.solver.constraints import Part, Variable
from variorum.model import Document, Rule
from variorum.statements.statement import Statement
from variorum.taxonomy import Taxonomy

__all__ = ["OrderRule"]


class OrderRule(ContradictionRule):
    """A toll of Monday is no higher than that of Tuesday."""

    name = Rule.ORDER

    def knowledge(self, variables: Iterable[Variable], taxonomy: Taxonomy) -> Sequence[Part]:
        """Return that each count which only grows is part of every later one."""
        scopes: dict[Variable, list[Variable]] = defaultdict(list)
        for variable in sorted(variables):
            if not variable.per and variable.event in taxonomy.growing:
                scopes[replace(variable, as_of="")].append(variable)
        return [
            Part(earlier, later)
            for members in scopes.values()
            for earlier, later in itertools.permutations(members, 2)
            if earlier.as_of < later.as_of
        ]

    def explains(self, conflict: Conflict) -> bool:
        """Return whether the answers are of one kind at several times."""
        return conflict.derived is None and not conflict.is_of_one

    def why(self, sides: Sides) -> str:
        """Return why the earlier count cannot be higher."""
        return "a count that only grows cannot have been higher before"

    def excludes(self, one: Statement, other: Statement, documents: Mapping[str, Document]) -> bool:
        """Return whether what must come after is told of an earlier day."""
        if one.days is None or other.days is None or one.family == other.family:
            return False
        return one.days[1] < other.days[0]

    def why_excluded(self, said: Statement) -> str:
        """Return why the later thing cannot have come first."""
        return "what came after cannot have been before"
