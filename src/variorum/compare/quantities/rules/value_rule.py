"""Two answers about one quantity leave no value in common: "13" and "31" were killed."""

from variorum.compare.quantities.rules.contradiction_rule import Conflict, ContradictionRule
from variorum.model import Rule


class ValueRule(ContradictionRule):
    """Different values of one quantity."""

    name = Rule.VALUE

    def explains(self, conflict: Conflict) -> bool:
        """Return whether all answers are plain numbers about one quantity."""
        plain = not any(answer.polarity or answer.bound.outside for answer in conflict.answers)
        return conflict.is_of_one and plain
