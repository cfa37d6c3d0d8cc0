"""One thing has one doer, one day and one place: two that are named cannot both be it."""

from collections.abc import Mapping
from datetime import timedelta

from variorum.compare.quantities.rules.contradiction_rule import ContradictionRule
from variorum.language.name_keys import fold
from variorum.model import Document, Form, Rule
from variorum.statements.doers import excludes
from variorum.statements.events_told import causes_exclude
from variorum.statements.revisions import NIGHT, is_marked
from variorum.statements.statement import (
    CAUSED,
    CHARGED,
    DEEDS,
    WHEN,
    WHERE,
    Statement,
    answers_charge,
    are_of_one_deed,
    is_of_one,
)

_WHY = {
    CAUSED: "they name different causes, and can both be right only if these acted together",
    WHEN: "it cannot have been at both times",
    WHERE: "it cannot have been to both places at once",
}
_DOERS = "they name different doers, and can both be right only if these acted together"
# How many characters beside a day may tell that it was at night.
NEAR = 24
_DAYS = "it cannot have been on both days"
_HOURS = "it cannot have been at both hours"


class IdentityRule(ContradictionRule):
    """Who did it, when it was, and where it led."""

    name = Rule.IDENTITY

    def excludes(self, one: Statement, other: Statement, documents: Mapping[str, Document]) -> bool:
        """Return whether two days lie apart, or two doers cannot be the same."""
        if (one.days and other.days) or (one.hour and other.hour):
            return one.family == other.family and _at_other_times(one, other, documents)
        if not (one.holds and other.holds and is_of_one(one.family)):
            return False
        if one.family == CAUSED:
            return any(causes_exclude(a.name, b.name) for a in one.doers for b in other.doers)
        if answers_charge(one, other) or answers_charge(other, one):
            apart = {doer.name for doer in one.doers}.isdisjoint(doer.name for doer in other.doers)
            deed = one.family in {CHARGED, *DEEDS}
            return apart and (not deed or are_of_one_deed(one, other))
        charged = one.family not in DEEDS or (_is_charge(one) and _is_charge(other))
        return charged and excludes(one.doers, other.doers)

    def why_excluded(self, said: Statement) -> str:
        """Return why only one of the two can be it."""
        if said.days or said.hour:
            return _HOURS if said.hour else _DAYS
        return _WHY.get(said.family, _DOERS)


def _at_other_times(one: Statement, other: Statement, documents: Mapping[str, Document]) -> bool:
    """Return whether it cannot have been at both: what began earlier may have gone on."""
    begun, gone = (one, other) if one.began else (other, one)
    went_on = begun.began and not gone.began
    if begun.hour and gone.hour:
        # Of two that began each may be a phase: the shelling, and then the assault.
        later = begun.hour.first >= gone.hour.last and not gone.began
        return begun.hour.apart(gone.hour) and (later or not begun.began)
    if not (begun.days and gone.days):
        return False
    sooner, next_ = (begun, gone) if begun.days <= gone.days else (gone, begun)
    # "Saturday night" may be Sunday, and "in the night to Sunday" Saturday; "Sunday night" is not.
    texts = (_beside(sooner, documents, sooner.span.end + NEAR), _beside(next_, documents))
    least = timedelta(days=any(is_marked(text, NIGHT) for text in texts))
    between = max(begun.days[0], gone.days[0]) - min(begun.days[1], gone.days[1])
    return between > least and (begun.days > gone.days or not went_on)


def _beside(said: Statement, documents: Mapping[str, Document], end: int = 0) -> str:
    """Return the words before a statement, up to `end` where it is told: none without a report."""
    document, start = documents.get(said.claim.document), said.span.start
    return document.text[max(0, start - NEAR) : end or start] if document is not None else ""


def _is_charge(said: Statement) -> bool:
    """Return whether somebody names another: who claims an attack may go by two names."""
    speaker = fold(said.claim.speaker.name)
    named = (fold(doer.name) for doer in said.doers)
    return said.claim.form is not Form.NARRATED and not any(
        name in speaker or speaker in name for name in named
    )
