"""Which answers to one question agree, so that they are one position.

Each position has a core, its narrowest answer, and holds the wider ones that it alone fits: "at
least 250" is with 250 where that is the only number it leaves room for. What fits several positions
is one of its own, and contradicts none of them.
"""

import math
from collections.abc import Sequence

from variorum.compare.solver.constraints import is_above
from variorum.grouping import grouped

Ends = tuple[float | None, float | None]
"""The lower and the upper end of an answer; None is open."""


def agreeing(answers: Sequence[Ends]) -> list[list[int]]:
    """Return the places of the answers that agree, the core of each position first."""
    same = grouped((ends, n) for n, ends in enumerate(answers))
    positions: dict[Ends, list[int]] = {}
    cores: list[Ends] = []
    for ends in sorted(same, key=lambda ends: (_width(ends), ends[0] or 0, ends[1] or 0)):
        fits = [core for core in cores if ends_meet(ends, core)]
        if not fits:
            cores.append(ends)
        positions.setdefault(fits[0] if len(fits) == 1 else ends, []).extend(same[ends])
    return list(positions.values())


def _width(ends: Ends) -> float:
    low, high = ends
    return math.inf if low is None or high is None else high - low


def ends_meet(one: Ends, other: Ends) -> bool:
    """Return whether two answers leave a number in common."""
    return not (is_above(one[0], other[1]) or is_above(other[0], one[1]))
