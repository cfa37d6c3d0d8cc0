"""All minimal unsatisfiable and maximal satisfiable subsets of a set of switches.

MARCO (Liffiton, Previti, Malik and Marques-Silva 2016, "Fast, flexible MUS enumeration"): a map
of the subsets not yet explored hands out maximal seeds; a satisfiable seed is a maximal satisfiable
subset, an unsatisfiable one is shrunk to a minimal unsatisfiable subset, and either is taken off
the map.
"""

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass

import z3

Check = Callable[[frozenset[int]], frozenset[int] | None]
"""Given a subset, return None when it can all be true, else an unsatisfiable part of it."""


@dataclass(frozen=True)
class Subsets:
    """What the enumeration found; `complete` is false when the budget ended first."""

    conflicts: tuple[frozenset[int], ...]
    versions: tuple[frozenset[int], ...]
    complete: bool


class _Map:
    """The subsets not yet explored, as a propositional formula over one variable a member."""

    def __init__(self, size: int) -> None:
        self.members = [z3.Bool(f"m{i}") for i in range(size)]
        self.solver = z3.Solver()
        self.solver.set("random_seed", 0)
        self._conflicts_of: list[list[frozenset[int]]] = [[] for _ in range(size)]

    def block_above(self, conflict: frozenset[int]) -> None:
        """Take off every superset of a conflict."""
        self.solver.add(z3.Or([z3.Not(self.members[i]) for i in conflict]))
        for i in conflict:
            self._conflicts_of[i].append(conflict)

    def block_below(self, version: frozenset[int]) -> None:
        """Take off every subset of a version."""
        self.solver.add(z3.Or([m for i, m in enumerate(self.members) if i not in version]))

    def maximal_seed(self) -> frozenset[int] | None:
        """Return an unexplored subset that cannot be added to, or None when all is explored.

        A subset that no version holds stays so with more members, hence only conflicts bar one.
        """
        if self.solver.check() != z3.sat:
            return None
        model = self.solver.model()
        inside = {i for i, m in enumerate(self.members) if z3.is_true(model.eval(m))}
        for i in range(len(self.members)):
            if i not in inside and not any(c - {i} <= inside for c in self._conflicts_of[i]):
                inside.add(i)
        return frozenset(inside)


def enumerate_subsets(
    size: int,
    check: Check,
    *,
    seconds: float,
    known: Iterable[frozenset[int]] = (),
    most: int = 2000,
) -> Subsets:
    """Return all minimal conflicts and maximal versions among the members 0 to `size` - 1.

    Args:
        size: how many members there are.
        check: decides one subset (see `Check`).
        seconds: the time budget; when it ends, what was found so far is returned as incomplete.
        known: minimal conflicts already proved, so that they need not be found again.
        most: how many conflicts and versions are looked for before giving up as incomplete.
    """
    deadline = time.monotonic() + seconds
    unexplored = _Map(size)
    conflicts = sorted(set(known), key=sorted)
    for conflict in conflicts:
        unexplored.block_above(conflict)
    versions: list[frozenset[int]] = []
    while (seed := unexplored.maximal_seed()) is not None:
        if time.monotonic() > deadline or len(conflicts) + len(versions) >= most:
            return Subsets(tuple(conflicts), tuple(versions), complete=False)
        core = check(seed)
        if core is None:
            versions.append(seed)
            unexplored.block_below(seed)
        else:
            conflict = _shrink(core, check)
            conflicts.append(conflict)
            unexplored.block_above(conflict)
    return Subsets(tuple(conflicts), tuple(versions), complete=True)


def _shrink(core: frozenset[int], check: Check) -> frozenset[int]:
    """Return a part of `core` that cannot all be true and from which nothing can be left out."""
    minimal = core
    for member in sorted(core):
        if member not in minimal:
            continue
        smaller = check(minimal - {member})
        if smaller is not None:
            minimal = smaller
    return minimal
