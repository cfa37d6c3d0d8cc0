"""What comes later: a count that only grows, and what cannot have followed before it began."""

import itertools
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from variorum.compare.quantities.rules.contradiction_rule import Conflict, ContradictionRule, Sides
from variorum.compare.quantities.whereabouts.count_days import bounds_of
from variorum.compare.solver.constraints import Part, Variable
from variorum.grouping import grouped
from variorum.model import Document, Rule
from variorum.statements.statement import Statement
from variorum.taxonomy import Taxonomy

# Of more counts than this each is held against the next one only: the others follow.
MANY = 40
# A count of an unknown day is no later than one that is told when all is over.
UNKNOWN = "9999-12-30"


class OrderRule(ContradictionRule):
    """A toll of Monday is no higher than that of Tuesday."""

    name = Rule.ORDER

    def knowledge(self, variables: Iterable[Variable], taxonomy: Taxonomy) -> Sequence[Part]:
        """Return that each count which only grows is part of every one that is surely later."""
        growing = [v for v in sorted(variables) if not v.per and v.event in taxonomy.growing]
        scopes = grouped((replace(variable, as_of=""), variable) for variable in growing)
        return [part for members in scopes.values() for part in _in_order(members)]

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


def _in_order(members: Sequence[Variable]) -> Iterator[Part]:
    """Yield each count with those that are surely later; of many only with the next such one."""
    ends = {variable: bounds_of(variable.as_of) for variable in members}
    later = sorted((v for v in members if ends[v][0]), key=lambda v: (ends[v][0], v))
    for one in members:
        end = ends[one][1] or UNKNOWN
        after = (v for v in later if v != one and end < ends[v][0])
        nearest = itertools.islice(after, None if len(members) <= MANY else 1)
        yield from (Part(one, other) for other in nearest)
