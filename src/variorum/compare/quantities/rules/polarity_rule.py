"""Some against none, and yes against no: "nobody was killed" and "three were killed"."""

from collections.abc import Mapping

from variorum.compare.quantities.rules.contradiction_rule import Conflict, ContradictionRule, Sides
from variorum.edtf import days
from variorum.model import Document, Rule
from variorum.statements.statement import Statement, changes, has_mark


class PolarityRule(ContradictionRule):
    """What is said to be, and what is said not to be."""

    name = Rule.POLARITY

    def explains(self, conflict: Conflict) -> bool:
        """Return whether one answer says none, or denies a number."""
        if conflict.is_of_one:
            return any(answer.polarity or answer.bound.outside for answer in conflict.answers)
        none = any(answer.polarity and not answer.bound.high for answer in conflict.answers)
        return conflict.derived is None and none

    def why(self, sides: Sides) -> str:
        """Return why some and none cannot both be so."""
        return "it cannot be both some and none"

    def excludes(self, one: Statement, other: Statement, documents: Mapping[str, Document]) -> bool:
        """Return whether one says yes and the other no: "the army did it", "the army did not"."""
        if one.days is not None and other.days is not None:
            return False
        no, yes = (one, other) if other.holds else (other, one)
        same = {doer.name for doer in no.doers} in ({doer.name for doer in yes.doers}, set())
        return yes.holds != no.holds and same and not _came_later(no, yes, documents)

    def why_excluded(self, said: Statement) -> str:
        """Return why yes and no cannot both be so."""
        return "it cannot be both so and not so"


def _came_later(no: Statement, yes: Statement, documents: Mapping[str, Document]) -> bool:
    """Return whether what was not so when one said it may have become so before the other spoke."""
    told_no, told_yes = (days(documents[s.claim.document].published or "") for s in (no, yes))
    undated = told_no is None or told_yes is None
    if has_mark(no.family, "fades") and no.became:
        return told_no is None or told_yes is None or told_yes[1] < told_no[1]
    return changes(no.family) and (
        undated or (told_no is not None and told_yes is not None and told_no[1] < told_yes[1])
    )
