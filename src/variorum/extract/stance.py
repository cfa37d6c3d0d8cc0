"""Stance, certainty and hedges: what a speaker does with the content, and how surely.

Certainty follows FactBank (Saurí and Pustejovsky 2009): the factuality of the content as its
speaker commits to it. A denying cue gives CT-, a negated saying commits to nothing (Uu), and a
hedge weakens what is certain.
"""

from __future__ import annotations

from spacy.tokens import Token

from variorum.extract.cues import negated
from variorum.extract.lexicon import word_list
from variorum.extract.reading import Reading
from variorum.extract.relations import Attribution, Range
from variorum.model import Certainty, Stance

__all__ = ["hedges", "judge", "weakened"]

FUTURE = frozenset({"will", "would", "'ll", "’ll", "shall"})
POSSIBLE = frozenset(
    {
        "may",
        "might",
        "could",
        "perhaps",
        "maybe",
        "possibly",
        "potentially",
        "conceivably",
        "arguably",
    }
)
WEAKER = {Certainty.CERTAIN: Certainty.PROBABLE, Certainty.CERTAINLY_NOT: Certainty.PROBABLY_NOT}
WEAKEST = {
    Certainty.CERTAIN: Certainty.POSSIBLE,
    Certainty.PROBABLE: Certainty.POSSIBLE,
    Certainty.CERTAINLY_NOT: Certainty.POSSIBLY_NOT,
    Certainty.PROBABLY_NOT: Certainty.POSSIBLY_NOT,
}
MODALS = frozenset({"may", "might", "could"})


def judge(attribution: Attribution, hedging: list[Token]) -> tuple[Stance, Certainty]:
    """Return the stance and certainty of an attribution whose hedges are given."""
    stance, certainty = attribution.word.stance, attribution.word.certainty
    if stance is Stance.ASSERTS and certainty is Certainty.CERTAIN:
        stance = _future(attribution) or stance
    if negated(attribution.head):
        return _negative(stance, certainty)
    return stance, weakened(certainty, hedging)


def weakened(certainty: Certainty, hedging: list[Token]) -> Certainty:
    """Return what a certainty comes down to by the hedges beside it."""
    for token in hedging:
        table = WEAKEST if token.lower_ in POSSIBLE else WEAKER
        certainty = table.get(certainty, certainty)
    return certainty


def _negative(stance: Stance, certainty: Certainty) -> tuple[Stance, Certainty]:
    """Return what is left of a stance that is negated: "does not believe", "did not deny"."""
    if stance in {Stance.DENIES, Stance.DOUBTS}:
        return Stance.ASSERTS, Certainty.POSSIBLE
    if stance is Stance.ASSERTS and certainty is Certainty.PROBABLE:
        return Stance.DOUBTS, Certainty.PROBABLY_NOT
    return stance, Certainty.UNKNOWN


def _future(attribution: Attribution) -> Stance | None:
    """Return what saying "will" does: it predicts, or intends where the subject is the speaker."""
    if attribution.frame != "clause":
        return None
    for child in attribution.head.children:
        if child.dep_ != "ccomp":
            continue
        inside = list(child.children)
        if any(c.dep_ == "aux" and c.lower_ in FUTURE for c in inside):
            own = any(c.dep_ == "nsubj" and c.lower_ in {"i", "we"} for c in inside)
            return Stance.INTENDS if own else Stance.PREDICTS
    return None


def hedges(reading: Reading, cue: Range, content: list[Range]) -> list[Token]:
    """Return the hedging words in a cue (tokens) and its content (characters)."""
    words = word_list("hedge")
    found = [t for t in reading.doc[cue[0] : cue[1]] if t.lower_ in words]
    for start, end in content:
        for token in reading.tokens_in(start, end):
            modal = token.lower_ in MODALS
            if token.lower_ in words and (token.tag_ == "MD" if modal else True):
                found.append(token)
    return sorted(set(found), key=lambda t: t.i)
