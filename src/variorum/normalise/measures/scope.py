"""What a measure is a measure of: event, subject, place, window, running total or addition."""

import re
from dataclasses import dataclass

from spacy.tokens import Token

from variorum import taxonomy
from variorum.language import relations
from variorum.language.alignment import sentence_of, tokens_at
from variorum.language.dependents import children_of, verb_above
from variorum.language.verbs import is_negated
from variorum.language.word_lists import alternatives
from variorum.model import Scope
from variorum.normalise.measures.populations import population_of
from variorum.normalise.measures.scope_places import place_of
from variorum.normalise.measures.subjects import container_of, subject_of
from variorum.normalise.measures.windows import Windows
from variorum.normalise.nouns.named_places import NamedPlaces
from variorum.normalise.nouns.nouns import Counted
from variorum.normalise.outcomes.outcomes import event_by_clause, event_of, top_of

CUMULATIVE = re.compile(rf"\b(?:{alternatives('normalise', 'so_far')})\b", re.IGNORECASE)
# "Bringing the total to 310", "the toll now stands at 12": right before the number.
TOTAL = re.compile(
    rf"\b(?:{alternatives('normalise', 'totals')})\b[^.;,]{{0,40}}"
    rf"\b(?:{alternatives('normalise', 'before_totals')})\Z",
    re.IGNORECASE,
)
ADDED = re.compile(rf"\b(?:{alternatives('normalise', 'additions')})\b", re.IGNORECASE)
AFTER = 9
FRONTED = 4


@dataclass(frozen=True)
class Setting:
    """The dates and places of a document, by the words that they stand at."""

    windows: Windows
    places: NamedPlaces


def scope_of(
    thing: Counted, kind: str, unit: str | None, setting: Setting, denied: bool = False
) -> Scope:
    """Return the scope of the measure of `thing`.

    `denied` says that the measure is a none, so that its event is the one denied.
    """
    noun = thing.head if thing.head is not None else thing.anchor
    window, as_of = setting.windows.of(thing)
    counted = thing.kind if kind == "share" and thing.kind else kind
    event = event_of(noun, thing.anchor, counted, denied)
    if event is None and thing.meant is not None and unit is None:
        # "The dead did not number 500" tells of no 500 dead.
        untrue = is_negated(verb_above(thing.anchor))
        event = None if untrue else event_by_clause(thing.meant, counted)
    event = event or taxonomy.load().occurring.get(kind)
    held = subject_of(thing, kind) if unit else container_of(noun, thing.anchor)
    if kind == "money" and held == "damage":
        event = event or "cost"
    return Scope(
        event=event,
        subject=_owner(noun, thing.anchor) if event in taxonomy.load().owned else held,
        place=place_of(thing, kind, setting.places),
        window=window,
        as_of=as_of,
        cumulative=_cumulative(thing, window),
        population=population_of(thing, event),
    )


def _owner(noun: Token, number: Token) -> str | None:
    """Return who did it, by the last word of a name: "the Greens won 12 seats"."""
    verb = verb_above(top_of(noun, number))
    did = (c for c in children_of(verb, relations.NSUBJ) if c.pos_ == "PROPN")
    return next((str(c.text) for c in did), None)


def _cumulative(thing: Counted, window: str | None) -> bool | None:
    """Return True for a total ("so far", "since May"), False for an addition ("another")."""
    doc, here = thing.anchor.doc, thing.anchor
    sentence = sentence_of(here)
    words = tokens_at(doc, thing.start, here.idx + 1)
    before = words.text if words is not None else ""
    after = doc[here.i : min(sentence.end, here.i + AFTER)].text
    more = doc[here.i + 1 : here.i + 3].text.lower()
    if ADDED.search(before) or (more.startswith("more ") and more != "more than"):
        return False
    if TOTAL.search(doc[sentence.start : here.i].text.rstrip()):
        return True
    fronted = doc[max(sentence.start, here.i - FRONTED) : here.i].text
    if any(CUMULATIVE.search(words) for words in (after, before, fronted)):
        return True
    return True if window and window.endswith("/..") else None
