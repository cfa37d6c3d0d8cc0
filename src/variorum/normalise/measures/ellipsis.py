"""What a number leaves out because the measure before it has said so."""

from collections.abc import Sequence

from variorum.language import relations
from variorum.language.dependents import verb_above
from variorum.language.word_lists import words
from variorum.model import Measure
from variorum.normalise.nouns.nouns import Counted

TELLING = words("normalise", "figure_verbs")
FIGURES = words("normalise", "figure_nouns")
TOLD = relations.OBJ | relations.COMPLEMENT | relations.OBJECT_PREDICATE
GOODS = frozenset({"weight", "volume"})
UNSAID = "things"
FAR = 240


def completed(measure: Measure, thing: Counted, found: Sequence[Measure]) -> Measure:
    """Return the measure with the kind, event or goods that it takes over from one before it."""
    if not found or measure.span.start - found[-1].span.end > FAR:
        return measure
    before = found[-1]
    if measure.difference and measure.kind == UNSAID and not before.unit:
        return measure.model_copy(update={"kind": before.kind, "noun": before.noun})
    if _is_answer(measure, thing, before):
        if before.unit or before.per or before.polarity:
            return measure
        return measure.model_copy(update={"kind": before.kind, "scope": before.scope})
    if measure.kind in GOODS and measure.scope.subject is None and not thing.noun:
        return _of_goods(measure, thing, found)
    return measure


def _is_answer(measure: Measure, thing: Counted, before: Measure) -> bool:
    unsaid = measure.kind in {UNSAID, before.kind}
    if thing.noun or measure.unit or measure.scope.event or not unsaid:
        return False
    number = thing.anchor
    verb = verb_above(number)
    if number.dep_ in TOLD and verb.lemma_ in TELLING:
        return True
    if number.dep_ not in relations.ATTRIBUTE or verb.lemma_ != "be":
        return False
    return any(c.dep_ in relations.EXPL or c.lemma_ in FIGURES for c in verb.children)


def _of_goods(measure: Measure, thing: Counted, found: Sequence[Measure]) -> Measure:
    """Read "there were four tonnes in every lorry" of the food named before."""
    there = any(child.dep_ in relations.EXPL for child in verb_above(thing.anchor).children)
    same = [m for m in found if there and m.kind == measure.kind and m.scope.subject]
    if not same:
        return measure
    said = same[-1].scope
    event = measure.scope.event or said.event
    scope = measure.scope.model_copy(update={"subject": said.subject, "event": event})
    return measure.model_copy(update={"scope": scope})
