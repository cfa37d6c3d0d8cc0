"""The world as a solver sees it: what each answer says of a variable, and what always holds.

Every comparable quantity is a variable; every answer bounds one and can be switched off; the
knowledge of the taxonomy (fighters are people) and arithmetic (so many per truck times so many
trucks) cannot. The solver is Z3 (de Moura and Bjørner 2008).
"""

from __future__ import annotations

import functools
import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

import z3

from variorum.model import Rule

__all__ = ["Answer", "Bound", "Derived", "Part", "Range", "Total", "Variable", "World"]

Range = tuple[float, float | None]


@dataclass(frozen=True, order=True)
class Variable:
    """One comparable quantity: how many of what, in which event and scope, in which unit."""

    kind: str
    event: str = ""
    subject: str = ""
    per: str = ""
    place: str = ""
    window: str = ""
    as_of: str = ""
    population: tuple[str, ...] = ()
    """What makes the counted fewer than their kind: of "Syrian fighters", Syrian."""
    phase: str = ""
    """Which side of the case's own event a state is told of: before, where the words say so."""

    @property
    def key(self) -> str:
        """A stable name, for ids and the solver."""
        scope = (self.event, self.subject, self.per, self.place, self.window, self.as_of)
        phase = (f"~{self.phase}",) if self.phase else ()
        return "|".join((self.kind, *scope, *self.population, *phase))


@dataclass(frozen=True)
class Bound:
    """A range for a variable; None is open. `outside` turns it around: not in this range."""

    variable: Variable
    low: float | None
    high: float | None
    outside: bool = False

    def excludes(self, other: Bound) -> bool:
        """Return whether two plain bounds on the same variable leave nothing in common."""
        return _above(self.low, other.high) or _above(other.low, self.high)


def _above(low: float | None, high: float | None) -> bool:
    return low is not None and high is not None and low > high


@dataclass(frozen=True)
class Answer:
    """What one or more claims say of a variable; `claims` give it in the same range."""

    bound: Bound
    claims: tuple[str, ...]
    origins: tuple[str, ...] = ()
    polarity: bool = False


@dataclass(frozen=True)
class Derived:
    """A bound that follows from several answers together, such as a sum or a product."""

    premises: tuple[int, ...]
    bound: Bound
    rule: Rule
    because: str


@dataclass(frozen=True)
class Part:
    """Knowledge that never fails: `smaller` is a part of `larger`."""

    smaller: Variable
    larger: Variable


@dataclass(frozen=True)
class Total:
    """Knowledge that never fails: the parts do not overlap and all belong to the whole."""

    parts: tuple[Variable, ...]
    whole: Variable


@dataclass
class World:
    """Answers and knowledge of one connected component, ready to be asked what can all be true."""

    answers: Sequence[Answer]
    derived: Sequence[Derived] = ()
    parts: Sequence[Part] = ()
    totals: Sequence[Total] = ()
    _solver: z3.Solver = field(init=False, repr=False)
    _switches: list[Any] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        self._solver = z3.Solver()
        self._solver.set("random_seed", 0)
        self._solver.set("unsat_core", True)
        self._switches = [z3.Bool(f"s{i}") for i in range(len(self.answers))]
        self._number_of = {str(switch): i for i, switch in enumerate(self._switches)}
        for variable in sorted(self.variables()):
            self._solver.add(_number(variable) >= 0)
        for switch, answer in zip(self._switches, self.answers, strict=True):
            self._solver.add(z3.Implies(switch, _formula(answer.bound)))
        for rule in self.derived:
            given = z3.And([self._switches[i] for i in rule.premises])
            self._solver.add(z3.Implies(given, _formula(rule.bound)))
        for part in self.parts:
            self._solver.add(_number(part.smaller) <= _number(part.larger))
        for total in self.totals:
            whole = _number(total.whole)
            self._solver.add(z3.Sum([_number(part) for part in total.parts]) <= whole)

    def variables(self) -> set[Variable]:
        """Return every variable that an answer or a rule speaks of."""
        found = {answer.bound.variable for answer in self.answers}
        found |= {rule.bound.variable for rule in self.derived}
        found |= {v for part in self.parts for v in (part.smaller, part.larger)}
        return found | {v for total in self.totals for v in (*total.parts, total.whole)}

    def check(self, members: frozenset[int]) -> frozenset[int] | None:
        """Return None when these answers can all be true, else some of them that cannot.

        Raises:
            ArithmeticError: when the solver gives up, which linear bounds never make it do.
        """
        verdict = self._solver.check([self._switches[i] for i in sorted(members)])
        if verdict == z3.sat:
            return None
        if verdict != z3.unsat:
            raise ArithmeticError(f"the solver gave up: {self._solver.reason_unknown()}")
        return frozenset(self._number_of[str(switch)] for switch in self._solver.unsat_core())

    @functools.cached_property
    def without_derived(self) -> World:
        """The same answers and knowledge, but no sums and products."""
        return World(self.answers, (), self.parts, self.totals)

    @functools.cached_property
    def without_totals(self) -> World:
        """The same answers, but whole and disjoint parts are not added up."""
        return World(self.answers, self.derived, self.parts, ())

    def ranges(self, members: frozenset[int]) -> dict[Variable, Range]:
        """Return what consistent answers leave for each variable; None is open.

        All knowledge has the form "these together are at most that", so bounds carried along it
        until nothing changes are exact: with every quantity at its lower bound all of it holds, and
        so it does with any one of them raised to its upper bound. A denied range is a hole between
        the ends and moves neither, unless it reaches one.
        """
        bounds = [self.answers[n].bound for n in members]
        bounds += [rule.bound for rule in self.derived if members.issuperset(rule.premises)]
        low: dict[Variable, float] = dict.fromkeys(self.variables(), 0.0)
        high: dict[Variable, float] = dict.fromkeys(low, math.inf)
        sums: list[tuple[tuple[Variable, ...], Variable]] = [
            ((part.smaller,), part.larger) for part in self.parts
        ]
        sums += [(total.parts, total.whole) for total in self.totals]
        changed = True
        while changed:
            before = (dict(low), dict(high))
            for bound in bounds:
                _narrow(bound, low, high)
            for parts, whole in sums:
                _carry(parts, whole, low, high)
            changed = before != (low, high)
        return {v: (low[v], None if high[v] == math.inf else high[v]) for v in low}


def _narrow(bound: Bound, low: dict[Variable, float], high: dict[Variable, float]) -> None:
    variable = bound.variable
    floor = -math.inf if bound.low is None else bound.low
    ceiling = math.inf if bound.high is None else bound.high
    if not bound.outside:
        low[variable] = max(low[variable], floor)
        high[variable] = min(high[variable], ceiling)
        return
    if floor <= low[variable] <= ceiling:
        low[variable] = ceiling
    if floor <= high[variable] <= ceiling:
        high[variable] = floor


def _carry(
    parts: Sequence[Variable],
    whole: Variable,
    low: dict[Variable, float],
    high: dict[Variable, float],
) -> None:
    together = sum(low[part] for part in parts)
    low[whole] = max(low[whole], together)
    for part in parts:
        high[part] = min(high[part], high[whole] - together + low[part])


def _number(variable: Variable) -> Any:
    return z3.Real(variable.key)


def _formula(bound: Bound) -> Any:
    x = _number(bound.variable)
    low = None if bound.low is None else z3.RealVal(str(Fraction(bound.low)))
    high = None if bound.high is None else z3.RealVal(str(Fraction(bound.high)))
    if bound.outside:
        sides = ([x < low] if low is not None else []) + ([x > high] if high is not None else [])
        return z3.Or(sides)
    sides = ([x >= low] if low is not None else []) + ([x <= high] if high is not None else [])
    return z3.And(sides)
