"""So many in each times how many there were: "about 100 in every truck" and "50 trucks"."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from variorum.compare.quantities.answers import Reply
from variorum.compare.quantities.rules.arithmetic_rule import ArithmeticRule
from variorum.compare.quantities.rules.contradiction_rule import Placed
from variorum.compare.solver.constraints import Bound, Derived, Variable
from variorum.model import Rule
from variorum.taxonomy import Taxonomy


class ProductRule(ArithmeticRule):
    """A rate times a number, against a total. Only a computation shows it, so it weighs most."""

    name = Rule.PRODUCT
    weight = 3.0
    sign = " × "

    def implied(
        self, facts: Sequence[Placed], number_of: Mapping[int, int], taxonomy: Taxonomy
    ) -> Iterable[Derived]:
        """Yield each rate times a number of what it is per."""
        targets = {reply.variable for _, reply in facts if not reply.variable.per}
        for i, rate in facts:
            if not rate.variable.per:
                continue
            for j, number in _counts_for(rate, facts, taxonomy):
                for target in sorted(_targets(rate, number, targets, taxonomy)):
                    low, high = product_bound(rate, number)
                    yield Derived(
                        premises=tuple(sorted({number_of[i], number_of[j]})),
                        bound=Bound(target, low, high),
                        rule=Rule.PRODUCT,
                    )

    def apply(self, one: float, other: float) -> float:
        """Return the product."""
        return one * other


def _counts_for(rate: Reply, facts: Sequence[Placed], taxonomy: Taxonomy) -> list[Placed]:
    """Return the counts of what the rate is per: those of its own report before any others."""
    counts = [
        (j, reply)
        for j, reply in facts
        if not reply.variable.per
        and not reply.polarity
        and taxonomy.within(reply.variable.kind, rate.variable.per)
    ]
    own = [(j, reply) for j, reply in counts if reply.claim.document == rate.claim.document]
    return own or counts


def _targets(
    rate: Reply, number: Reply, known: Iterable[Variable], taxonomy: Taxonomy
) -> set[Variable]:
    """Return the variables that rate times number is an amount of.

    What is in every truck of a convoy has done what the convoy did: the product bears on the event
    of the rate, else on the one that the container of the count implies.
    """
    subject = number.measure.scope.subject or rate.measure.scope.subject or ""
    event = taxonomy.implied_event(rate.variable.event, subject, rate.variable.kind)
    plain = replace(rate.variable, per="", window="", as_of="", place="", event=event)
    near = {v for v in known if replace(v, window="", as_of="", place="") == plain}
    return near or ({plain} if event else set())


def product_bound(rate: Reply, number: Reply) -> tuple[float | None, float | None]:
    """Return the range of a rate times a number; an open end of either leaves that end open."""
    low = (rate.low or 0) * (number.low or 0)
    open_end = rate.high is None or number.high is None
    return low, None if open_end else (rate.high or 0) * (number.high or 0)
