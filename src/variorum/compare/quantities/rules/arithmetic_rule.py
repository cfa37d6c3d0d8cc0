"""What several answers come to together, by addition or multiplication, against another answer."""

from __future__ import annotations

import functools
from collections.abc import Sequence

from variorum.compare.quantities.agreement import Ends
from variorum.compare.quantities.answers import Reply
from variorum.compare.quantities.labels import capital, counted, quoted, reply_says, who
from variorum.compare.quantities.rules.contradiction_rule import ContradictionRule, Sides
from variorum.wording import joined, range_words

__all__ = ["ArithmeticRule"]


class ArithmeticRule(ContradictionRule):
    """A rule whose conflicts may come from a result that nobody gives."""

    def apply(self, one: float, other: float) -> float:
        """Return what two numbers come to."""
        raise NotImplementedError

    def unit(self, premises: Sequence[Reply]) -> str | None:
        """Return the unit of the result, None where it has none of its own."""
        return None

    def result(self, sides: Sides) -> Ends:
        """Return what the ranges of the premises, as they are told, come to.

        The solver allows besides for the rounding of plain numbers.
        """
        ranges = [(m.low, m.high) for m in (premise.measure for premise in sides.premises)]
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
        result = range_words(*self.result(sides), self.unit(premises))
        speakers = joined(dict.fromkeys(who(premise, sides.documents) for premise in premises))
        against = joined(reply_says(other, sides.documents) for other in sides.others)
        lead = f"{against}; " if against else ""
        noun = counted(sides.derived.bound.variable, sides.taxonomy)
        steps = self.sign.join(quoted(premise) for premise in premises)
        return capital(f"{lead}the account of {speakers} implies {result} {noun} ({steps}).")
