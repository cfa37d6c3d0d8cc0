"""What was promised, ordered or foretold against what is said to have happened.

A promise is no testimony: the pair is told as promise against outcome, and never enters the proof
that witnesses contradict each other.
"""

from collections.abc import Sequence

from variorum.compare.quantities.answers import Reply
from variorum.compare.quantities.labels import capital, quoted, reply_verb, who
from variorum.compare.quantities.promises import outcomes
from variorum.compare.quantities.rules.contradiction_rule import (
    Conflict,
    ContradictionRule,
    Pair,
    Sides,
)
from variorum.model import Rule, SpeakerKind, Stance
from variorum.taxonomy import Taxonomy

_VERBS = {
    Stance.PROMISES: "promised",
    Stance.PREDICTS: "said it would be",
    Stance.INTENDS: "meant it to be",
    Stance.ORDERS: "ordered",
}


class PromiseRule(ContradictionRule):
    """A commitment with a fact that shows it was not kept."""

    name = Rule.PROMISE
    weight = 0.5
    verdict = "What happened does not fit what was said beforehand."

    def explains(self, conflict: Conflict) -> bool:
        """Return False: promises are no part of the world of facts."""
        return False

    def pairs(self, found: Sequence[Reply], taxonomy: Taxonomy) -> Sequence[Pair]:
        """Return each commitment with a fact that breaks it."""
        return [(one, other) for one, other, kept in outcomes(found, taxonomy) if not kept]

    def because(self, sides: Sides) -> str:
        """Return what was promised, set against what is said to have happened."""
        promised, happened = sides.replies
        speaker = promised.claim.speaker
        words, after = quoted(promised), quoted(happened)
        reported = sides.documents[promised.claim.document].name
        teller = who(happened, sides.documents)
        if speaker.kind in {SpeakerKind.UNNAMED, SpeakerKind.DOCUMENT}:
            if reported == teller:
                return f"It was to be {words} and was {after}, {reported} says."
            first = f"it was to be {words}, {reported} reports"
        else:
            verb = _VERBS.get(promised.claim.stance, "promised")
            first = f"{who(promised, sides.documents)} {verb} {words}"
        return capital(f"{first}; {teller} {reply_verb(happened)} it was {after}.")
