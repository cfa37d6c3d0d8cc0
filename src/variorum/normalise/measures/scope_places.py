"""Where what a number counts happened: a named place, or a site told by what describes it."""

from dataclasses import dataclass

from spacy.tokens import Token

from variorum.language import relations
from variorum.language.alignment import sentence_of
from variorum.language.dependents import children_of, clauses_of, first_child, verb_above
from variorum.language.word_lists import words
from variorum.normalise.nouns.named_places import PLACE_NOUNS, NamedPlaces
from variorum.normalise.nouns.nouns import Counted, lemma_of
from variorum.normalise.outcomes.outcomes import top_of

PLACE_WORDS = words("normalise", "place_prepositions")
EVENTS = words("normalise", "event_nouns")
AIMING = words("normalise", "aiming_verbs")
POINTING = words("normalise", "pointing_determiners")
PARTS = PLACE_NOUNS | words("normalise", "place_name_nouns") | words("normalise", "place_parts")
SITES = words("normalise", "site_nouns")
COMPASS = words("normalise", "compass")
DESCRIBING = relations.AMOD | relations.COMPOUND
OF_DISTANCE = frozenset({"of", "from", "off"})
REACH = 7  # So many words after a distance may name where it is measured from


def place_of(thing: Counted, kind: str, named: NamedPlaces) -> str | None:
    """Return the nearest place that a preposition of the noun or of its verb names.

    A place that the gazetteer knows has its name there, so that all spellings are one.
    """
    noun = thing.head if thing.head is not None else thing.anchor
    return _Reader(kind, named).read(noun, thing) or (
        _measured_from(thing, named) if kind == "distance" else None
    )


def _measured_from(thing: Counted, named: NamedPlaces) -> str | None:
    """Read the place in "five miles north-east of the city"."""
    doc = thing.anchor.doc
    for token in doc[thing.end : min(sentence_of(thing.anchor).end, thing.end + REACH)]:
        if token.lower_ in OF_DISTANCE:
            held = first_child(token, relations.COMPLEMENT)
            return None if held is None else named.name(held)
    return None


@dataclass(frozen=True)
class _Reader:
    """Reads the place of one counted thing of a kind."""

    kind: str
    named: NamedPlaces

    def read(self, noun: Token, thing: Counted) -> str | None:
        """Return the place told right after the thing, beside its noun or beside its verb."""
        doc, top = noun.doc, top_of(noun, thing.anchor)
        if thing.end < len(doc) and (found := self._behind(doc[thing.end])):
            return found
        verb = verb_above(top)
        preps = (prep for holder in (noun, top, *clauses_of(verb)) for prep in holder.children)
        found = next(filter(None, map(self._behind, preps)), None)
        return found or self._of_event(verb)

    def _of_event(self, verb: Token) -> str | None:
        """Return the place of the event that did it: "the shooting at X that killed 12"."""
        verb = list(clauses_of(verb))[-1]
        told = [verb.head] if verb.dep_ in relations.RELCL | relations.ACL else []
        told += children_of(verb, relations.SUBJECTS)
        while (
            told and told[0].head.dep_ in relations.ADPOSITION and lemma_of(told[0]) not in EVENTS
        ):
            told = [told[0].head.head]
        events = [noun for noun in told if lemma_of(noun) in EVENTS]
        preps = (prep for event in events for prep in event.rights)
        found = next(filter(None, map(self._behind, preps)), None)
        return found or next(filter(None, map(self.named.before, events)), None)

    def _behind(self, prep: Token, deeper: bool = True) -> str | None:
        """Return the place of "in Paris", "in several places around Paris", "in this district"."""
        if prep.dep_ not in relations.ADPOSITION or prep.lower_ not in PLACE_WORDS:
            return None
        # "Fighters of X" are of its side, and "fired at X" tells a target.
        led = prep.lower_ == "of" and self.kind.startswith(("people.fighters", "people.soldiers"))
        if led or (prep.lower_ == "at" and prep.head.lemma_ in AIMING):
            return None
        held = first_child(prep, relations.COMPLEMENT)
        return None if held is None else self._held(held, deeper)

    def _held(self, held: Token, deeper: bool) -> str | None:
        """Return the place that the noun behind a preposition names, or one that it is part of."""
        if lemma_of(held) in EVENTS:
            return None  # "in Barrel Bomb Attack" of a headline
        if name := self.named.name(held):
            return name
        pointed = next((c for c in held.lefts if c.lower_ in POINTING), None)
        if pointed is not None and lemma_of(held) in PLACE_NOUNS:
            return str(held.doc[pointed.i : held.i + 1].text)
        inner = (p for p in held.children if lemma_of(held) in PARTS or p.lower_ != "of")
        found = (self._behind(p, deeper=False) for p in inner) if deeper else ()
        return next(filter(None, found), None) or self.named.before(held) or _site(held)


def _site(held: Token) -> str | None:
    """Return the site that its description tells from others: "the north gate"."""
    described = [
        c.lower_ for c in children_of(held, DESCRIBING) if c.pos_ != "PROPN" and c.i < held.i
    ]
    site = lemma_of(held) in COMPASS or (lemma_of(held) in SITES and bool(described))
    definite = any(c.lower_ == "the" for c in held.lefts)
    return " ".join(("the", *described, held.lower_)) if site and definite else None
