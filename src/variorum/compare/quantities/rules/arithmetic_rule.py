"""What several answers come to together, by addition or multiplication, against another answer."""

import functools

from variorum.compare.quantities.agreement import Ends
from variorum.compare.quantities.answers import base_unit
from variorum.compare.quantities.labels import capital, counted, quoted, reply_says, who
from variorum.compare.quantities.rules.contradiction_rule import ContradictionRule, Sides
from variorum.wording import joined, range_words


class ArithmeticRule(ContradictionRule):
    """A rule whose conflicts may come from a result that nobody gives."""

    def apply(self, one: float, other: float) -> float:
        """Return what two numbers come to."""
        raise NotImplementedError

    def result_words(self, sides: Sides) -> str:
        """Return the result in the unit of the premises, where one of them, or all, have one."""
        units = {p.measure.unit for p in sides.premises if p.measure.unit}
        unit = units.pop() if len(units) == 1 else None
        known = sides.taxonomy.units.get(unit or "")
        factor = known.factor if known and known.factor else 1.0
        low, high = (None if end is None else end / factor for end in self.result(sides))
        return range_words(low, high, unit)

    def result(self, sides: Sides) -> Ends:
        """Return what the ranges of the premises, as told, come to in the first unit of the kind.

        The solver allows besides for the rounding of plain numbers.
        """
        ranges = [
            tuple(base_unit(end, m, sides.taxonomy) for end in (m.low, m.high))
            for m in (premise.measure for premise in sides.premises)
        ]
        closed = [(low, high) for low, high in ranges if low is not None and high is not None]
        if len(closed) < len(ranges) or not closed:
            return super().result(sides)
        lows, highs = zip(*closed, strict=True)
        return functools.reduce(self.apply, lows), functools.reduce(self.apply, highs)

    def because(self, sides: Sides) -> str:
        """Return one sentence that says what the account implies, and what is said against it."""
        if sides.derived is None:
            return super().because(sides)
        premises = sides.premises
        result = self.result_words(sides)
        speakers = joined(dict.fromkeys(who(premise, sides.documents) for premise in premises))
        against = joined(reply_says(other, sides.documents) for other in sides.others)
        lead = f"{against}; " if against else ""
        noun = counted(sides.derived.bound.variable, sides.taxonomy)
        steps = self.sign.join(quoted(premise) for premise in premises)
        return capital(f"{lead}the account of {speakers} implies {result} {noun} ({steps}).")
