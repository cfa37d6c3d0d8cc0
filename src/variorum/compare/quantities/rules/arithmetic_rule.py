"""What several answers come to together, by addition or multiplication, against another answer."""

from __future__ import annotations

import functools
from collections.abc import Sequence

from variorum.compare.quantities.answers import Reply
from variorum.compare.quantities.labels import capital, counted, quoted, reply_says, who
from variorum.compare.quantities.rules.contradiction_rule import ContradictionRule, Sides
from variorum.compare.solver.constraints import Derived
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

    def because(self, sides: Sides) -> str:
        """Return one sentence that says what the account implies, and what is said against it."""
        if sides.derived is None:
            return super().because(sides)
        premises = sides.premises
        result = range_words(*self._nominal(premises, sides.derived), self.unit(premises))
        speakers = joined(dict.fromkeys(who(premise, sides.documents) for premise in premises))
        against = joined(reply_says(other, sides.documents) for other in sides.others)
        lead = f"{against}; " if against else ""
        noun = counted(sides.derived.bound.variable, sides.taxonomy)
        steps = self.sign.join(quoted(premise) for premise in premises)
        return capital(f"{lead}the account of {speakers} implies {result} {noun} ({steps}).")

    def _nominal(
        self, premises: Sequence[Reply], derived: Derived
    ) -> tuple[float | None, float | None]:
        """Return the result of the numbers as written, "almost 50" counting as 50."""
        lows, highs = [], []
        for measure in (premise.measure for premise in premises):
            low = measure.nominal_low if measure.nominal_low is not None else measure.low
            high = measure.nominal_high if measure.nominal_high is not None else measure.high
            if low is None or high is None or measure.low is None or measure.high is None:
                return derived.bound.low, derived.bound.high
            lows.append(low)
            highs.append(high)
        return functools.reduce(self.apply, lows), functools.reduce(self.apply, highs)
