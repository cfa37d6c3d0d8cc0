"""The world as a solver sees it: what each answer says of a variable, and what always holds.

Every comparable quantity is a variable; every answer bounds one and can be switched off; the
knowledge of the taxonomy (fighters are people) and arithmetic (so many per truck times so many
trucks) cannot. The solver is Z3 (de Moura and Bjørner 2008).
"""

from __future__ import annotations

import functools
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

import z3

from variorum.grouping import grouped

Range = tuple[float, float | None]
# What a place begins with that no words tell: it is that of one report.
UNKNOWN = "#"


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
    """Whether a state holds before the case's own event, where the words say so."""
    figure: str = ""
    """The number itself, where a report tells nothing else of what it counts."""
    event_group: str = ""
    """The event that its report tells of; the one most of the case is about has no name."""

    @property
    def where(self) -> str:
        """The place as people write it, "" where no words tell it."""
        return "" if self.place.startswith(UNKNOWN) else self.place

    @property
    def key(self) -> str:
        """A stable name, for ids and the solver."""
        scope = (self.event, self.subject, self.per, self.place, self.window, self.as_of)
        phase = (f"~{self.phase}",) if self.phase else ()
        figure = (f"#{self.figure}",) if self.figure else ()
        group = (f"@{self.event_group}",) if self.event_group else ()
        return "|".join((self.kind, *scope, *self.population, *phase, *figure, *group))


@dataclass(frozen=True)
class Bound:
    """A range for a variable; None is open. `outside` turns it around: not in this range."""

    variable: Variable
    low: float | None
    high: float | None
    outside: bool = False

    def excludes(self, other: Bound) -> bool:
        """Return whether two plain bounds on the same variable leave nothing in common."""
        return is_above(self.low, other.high) or is_above(other.low, self.high)


def is_above(low: float | None, high: float | None) -> bool:
    """Return whether the least of one range is above the most of another."""
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
    rule: str
    """The name of the rule that derives it."""


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


Support = frozenset[int]
"""The answers from which an end of a range follows."""
Ends = dict[Variable, tuple[float, Support]]
NOBODY: Support = frozenset()


@dataclass
class World:
    """Answers and knowledge of one connected component, ready to be asked what can all be true.

    Two judges agree: ranges carried along the knowledge, which is quick and exact for plain bounds
    (see `ranges`), and Z3, by which every conflict and version that is told has been proved.
    """

    answers: Sequence[Answer]
    derived: Sequence[Derived] = ()
    parts: Sequence[Part] = ()
    totals: Sequence[Total] = ()
    _prover: _Prover | None = field(init=False, repr=False, compare=False, default=None)

    def variables(self) -> set[Variable]:
        """Return every variable that an answer or a rule speaks of."""
        found = {answer.bound.variable for answer in self.answers}
        found |= {rule.bound.variable for rule in self.derived}
        found |= {v for part in self.parts for v in (part.smaller, part.larger)}
        return found | {v for total in self.totals for v in (*total.parts, total.whole)}

    def check(self, members: Support) -> Support | None:
        """Return None when these answers can all be true, else some of them that cannot."""
        if any(self.answers[n].bound.outside for n in members):
            return self.prove(members)
        return self._clash(members)

    def prove(self, members: Support) -> Support | None:
        """Return what `check` returns, by Z3 with one switch an answer.

        Raises:
            ArithmeticError: when the solver gives up, which linear bounds never make it do.
        """
        if self._prover is None:
            self._prover = _Prover(self)
        return self._prover.check(members)

    def release(self) -> None:
        """Let go of the solver, whose memory is not Python's; asked again, it is made anew."""
        self._prover = None

    def _clash(self, members: Support) -> Support | None:
        """Return answers whose ranges leave nothing for some variable, or None.

        Each end of a range knows the answers it follows from, so that a clash names few.
        """
        low: Ends = {}
        high: Ends = {}
        told = [(self.answers[n].bound, frozenset({n})) for n in sorted(members)]
        told += [(d.bound, frozenset(d.premises)) for d in self.derived if members >= {*d.premises}]
        moved: dict[Variable, None] = {}
        for bound, support in told:
            v = bound.variable
            _raise(low, v, bound.low, support)
            _lower(high, v, bound.high, support)
            moved[v] = None
            if clash := _clashing(low, high, v):
                return clash
        while moved:
            first = next(iter(moved))
            del moved[first]
            for parts, whole in self._sums_of.get(first, ()):
                for v in _carried(parts, whole, low, high):
                    moved[v] = None
                    if clash := _clashing(low, high, v):
                        return clash
        return None

    @functools.cached_property
    def _sums(self) -> list[tuple[tuple[Variable, ...], Variable]]:
        """What together cannot be more than what holds it all."""
        alone = [((part.smaller,), part.larger) for part in self.parts]
        return [*alone, *((total.parts, total.whole) for total in self.totals)]

    @functools.cached_property
    def _sums_of(self) -> dict[Variable, list[tuple[tuple[Variable, ...], Variable]]]:
        """The sums that each variable takes part in, so that only what may move is looked at."""
        return grouped((one, (parts, top)) for parts, top in self._sums for one in (*parts, top))

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
        bounds_of = grouped((bound.variable, bound) for bound in bounds)
        moved = dict.fromkeys(bounds_of)
        while moved:
            first = next(iter(moved))
            del moved[first]
            for bound in bounds_of.get(first, ()):
                _narrow(bound, low, high)
            for parts, whole in self._sums_of.get(first, ()):
                moved |= dict.fromkeys(_carry(parts, whole, low, high))
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
) -> Iterator[Variable]:
    """Carry ends between parts and what holds them, and yield each variable that was narrowed."""
    together = sum(low[part] for part in parts)
    if together > low[whole]:
        low[whole] = together
        yield whole
    for part in parts:
        room = high[whole] - together + low[part]
        if room < high[part]:
            high[part] = room
            yield part


def _raise(low: Ends, variable: Variable, value: float | None, support: Support) -> bool:
    """Raise the lower end to a value, if that is higher."""
    if value is None or value <= low.get(variable, (0.0, NOBODY))[0]:
        return False
    low[variable] = (value, support)
    return True


def _lower(high: Ends, variable: Variable, value: float | None, support: Support) -> bool:
    """Lower the upper end to a value, if that is lower."""
    if value is None or value >= high.get(variable, (math.inf, NOBODY))[0]:
        return False
    high[variable] = (value, support)
    return True


def _clashing(low: Ends, high: Ends, variable: Variable) -> Support | None:
    """Return the answers by which the lower end is above the upper, or None."""
    floor, ceiling = low.get(variable), high.get(variable)
    if ceiling is None:
        return None
    bottom, below = floor or (0.0, NOBODY)
    return below | ceiling[1] if bottom > ceiling[0] else None


def _carried(
    parts: Sequence[Variable], whole: Variable, low: Ends, high: Ends
) -> Iterator[Variable]:
    """Carry ends, with what they follow from, and yield each variable that was narrowed."""
    if len(parts) == 1:
        yield from _carried_one(parts[0], whole, low, high)
        return
    ends = [low.get(part, (0.0, NOBODY)) for part in parts]
    together = sum(value for value, _ in ends)
    if _raise(low, whole, together, NOBODY.union(*(support for _, support in ends))):
        yield whole
    ceiling = high.get(whole)
    if ceiling is None:
        return
    for k, part in enumerate(parts):
        others = [end for j, end in enumerate(ends) if j != k]
        room = ceiling[0] - sum(value for value, _ in others)
        if _lower(high, part, room, ceiling[1].union(*(support for _, support in others))):
            yield part


def _carried_one(part: Variable, whole: Variable, low: Ends, high: Ends) -> Iterator[Variable]:
    """Carry ends between a part and the whole that it is of."""
    below, above = low.get(part), high.get(whole)
    if below is not None and _raise(low, whole, *below):
        yield whole
    if above is not None and _lower(high, part, *above):
        yield part


class _Prover:
    """Z3 with the knowledge as hard constraints, and one switch for each answer."""

    def __init__(self, world: World) -> None:
        self._solver = z3.Solver()
        self._solver.set("random_seed", 0)
        self._solver.set("unsat_core", True)
        self._switches = [z3.Bool(f"s{i}") for i in range(len(world.answers))]
        self._number_of = {str(switch): i for i, switch in enumerate(self._switches)}
        for variable in sorted(world.variables()):
            self._solver.add(_number(variable) >= 0)
        for switch, answer in zip(self._switches, world.answers, strict=True):
            self._solver.add(z3.Implies(switch, _formula(answer.bound)))
        for rule in world.derived:
            given = z3.And([self._switches[i] for i in rule.premises])
            self._solver.add(z3.Implies(given, _formula(rule.bound)))
        for part in world.parts:
            self._solver.add(_number(part.smaller) <= _number(part.larger))
        for total in world.totals:
            whole = _number(total.whole)
            self._solver.add(z3.Sum([_number(part) for part in total.parts]) <= whole)

    def check(self, members: Support) -> Support | None:
        verdict = self._solver.check([self._switches[i] for i in sorted(members)])
        if verdict == z3.sat:
            return None
        if verdict != z3.unsat:
            raise ArithmeticError(f"the solver gave up: {self._solver.reason_unknown()}")
        return frozenset(self._number_of[str(switch)] for switch in self._solver.unsat_core())


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
