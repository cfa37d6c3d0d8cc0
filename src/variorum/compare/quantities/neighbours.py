"""Questions that differ in one aspect of their scope: before and after, one town and another.

They are told, so that nobody sets their answers against each other.
"""

import itertools
from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import replace

from variorum.compare.solver.constraints import Variable
from variorum.grouping import grouped
from variorum.model import Difference
from variorum.taxonomy import Taxonomy

# More neighbours than this tell a reader nothing about one question.
MOST = 8
# Of more questions in one aspect than this, only the first are set beside each other.
MOST_IN_ASPECT = 40
Aspect = tuple[Callable[[Variable], str], Callable[[Variable], Variable]]


def differences(
    asked: Mapping[Variable, str], taxonomy: Taxonomy
) -> dict[Variable, tuple[Difference, ...]]:
    """Return for each variable the questions that differ from its own in one aspect.

    `asked` has the id of the question of each variable.
    """
    found: dict[Variable, list[Difference]] = defaultdict(list)
    for name, (read, without) in _aspects(taxonomy).items():
        groups = grouped((without(v), v) for v in sorted(asked) if v.event)
        for members in groups.values():
            for one, other in itertools.permutations(members[:MOST_IN_ASPECT], 2):
                kinds = one.kind, other.kind  # of two kinds one is part of the other
                if name != "kind" or any(taxonomy.within(*k) for k in (kinds, kinds[::-1])):
                    ends = {"here": read(one), "there": read(other)}
                    found[one].append(Difference(question=asked[other], aspect=name, **ends))
    return {variable: tuple(rows[:MOST]) for variable, rows in found.items()}


def _aspects(taxonomy: Taxonomy) -> dict[str, Aspect]:
    """Return how each aspect is read and taken away."""
    return {
        "place": (lambda v: v.where, lambda v: replace(v, place="")),
        "phase": (lambda v: v.phase, lambda v: replace(v, phase="")),
        "population": (lambda v: " ".join(v.population), lambda v: replace(v, population=())),
        "kind": (
            lambda v: taxonomy.label(v.kind),
            lambda v: replace(v, kind=v.kind.partition(".")[0]),
        ),
    }
