"""What a measure is a measure of: event, subject, place, window, running total or addition."""

from __future__ import annotations

import re

from spacy.tokens import Token

from variorum import taxonomy
from variorum.language.alignment import sentence_of, tokens_at
from variorum.model import Scope
from variorum.normalise.measures.populations import population_of
from variorum.normalise.measures.subjects import container_of, subject_of
from variorum.normalise.nouns.nouns import CALENDAR, Counted, group_names, lemma_of
from variorum.normalise.outcomes.outcomes import event_by_clause, event_of, top_of
from variorum.normalise.places.gazetteer import load as load_gazetteer

__all__ = ["clause_verb", "scope_of"]

PLACE_WORDS = frozenset(
    {
        "from",
        "in",
        "at",
        "near",
        "inside",
        "outside",
        "into",
        "to",
        "of",
        "around",
        "across",
        "towards",
        "toward",
        "throughout",
    }
)
# "Fired at the town" tells a target, which may lie far from whoever fired.
AIMING = frozenset({"aim", "fire", "hurl", "launch", "lob", "shoot", "throw"})
# "In this district" is a place of its own, if a nameless one; "in the town" is the one in question.
POINTING = frozenset({"this", "that", "his", "her", "my", "our", "one"})
PLACE_NOUNS = frozenset(
    {
        "area",
        "borough",
        "building",
        "camp",
        "city",
        "county",
        "country",
        "district",
        "hospital",
        "neighborhood",
        "neighbourhood",
        "province",
        "region",
        "school",
        "state",
        "street",
        "town",
        "valley",
        "village",
    }
)
# With "the" before it a name that ends in one of these is still a place's.
PLACE_NAMES = PLACE_NOUNS | frozenset(
    {
        "airport", "avenue", "bank", "bay", "bridge", "canal", "coast", "desert", "forest", "gulf",
        "governorate", "island", "islands", "lake", "mountains", "ocean", "park", "peninsula",
        "plain", "port", "river", "road", "sea", "square", "strait", "strip", "sector", "territory",
    }
)  # fmt: skip
# "In the market of Orlan", "in the north of the country": parts that are told by what holds them.
PARTS = frozenset(
    {
        "centre", "center", "east", "hamlet", "heart", "market", "middle", "north", "outskirts",
        "quarter", "settlement", "south", "suburb", "township", "vicinity", "west",
    }
)  # fmt: skip
# "At the north gate": told by what describes them, two of these are two places.
SITES = frozenset(
    {
        "bank", "barrier", "block", "checkpoint", "crossing", "district", "end", "entrance", "exit",
        "floor", "gate", "hall", "junction", "platform", "quarter", "shore", "side", "stairs",
        "stand", "station", "terminal", "terrace", "tower", "tunnel", "ward", "wing",
    }
)  # fmt: skip
COMPASS = frozenset({"north", "south", "east", "west"})
TITLES = frozenset({"mr.", "mrs.", "ms.", "dr.", "mr", "mrs", "ms", "dr", "sen.", "rep.", "gov."})
VERBS = frozenset({"VERB", "AUX"})
CUMULATIVE = re.compile(
    r"\b(?:so far|in total|in all|altogether|to date|since (?:the|then)|total of)\b", re.IGNORECASE
)
# "Bringing the total to 310", "the toll now stands at 12": right before the number.
TOTAL = re.compile(
    r"\b(?:total|toll|tally)\b[^.;,]{0,40}\b(?:to|at|is|was|reached)\Z", re.IGNORECASE
)
ADDED = re.compile(r"\b(?:another|a further|an additional|further|additional)\b", re.IGNORECASE)
AFTER = 9
FRONTED = 4
REACH = 7


def scope_of(
    thing: Counted,
    kind: str,
    unit: str | None,
    days: tuple[str | None, str | None],
    denied: bool = False,
) -> Scope:
    """Return the scope of the measure of `thing`; `days` its window and as-of, as EDTF.

    `denied` says that the measure is a none, so that its event is the one denied.
    """
    noun = thing.head if thing.head is not None else thing.anchor
    window, as_of = days
    befallen = thing.kind if kind == "share" and thing.kind else kind
    event = event_of(noun, thing.anchor, befallen, denied)
    if event is None and thing.meant is not None and unit is None:
        event = event_by_clause(thing.meant, befallen)
    event = event or taxonomy.load().occurring.get(kind)
    held = subject_of(thing, kind) if unit else container_of(noun, thing.anchor)
    if kind == "money" and held == "damage":
        event = event or "cost"
    return Scope(
        event=event,
        subject=_owner(noun, thing.anchor) if event in taxonomy.load().owned else held,
        place=_place(noun, thing.anchor, kind, thing.end) or _measured_from(thing, kind),
        window=window,
        as_of=as_of,
        cumulative=_cumulative(thing, window),
        population=population_of(thing, event),
    )


def clause_verb(token: Token) -> Token:
    """Return the nearest verb above `token`, or the root of its sentence."""
    while token.pos_ not in VERBS and token.head.i != token.i:
        token = token.head
    return token


def _owner(noun: Token, number: Token) -> str | None:
    """Return who did it, by the last word of a name: "the Greens won 12 seats"."""
    verb = clause_verb(top_of(noun, number))
    did = (c for c in verb.children if c.dep_ == "nsubj" and c.pos_ == "PROPN")
    return next((str(c.text) for c in did), None)


def _place(noun: Token, number: Token, kind: str, end: int) -> str | None:
    """Return the nearest place that a preposition of the noun or of its verb names, as written."""
    top = top_of(noun, number)
    if end < len(noun.doc) and noun.doc[end].i == end and (found := _named(noun.doc[end], kind)):
        return found
    for holder in (noun, top, clause_verb(top)):
        for prep in holder.children:
            if found := _named(prep, kind):
                return found
    return None


def _named(prep: Token, kind: str, deeper: bool = True) -> str | None:
    """Return the place of "in Paris", "in several places around Paris", "in this district"."""
    if prep.dep_ != "prep" or prep.lower_ not in PLACE_WORDS or _is_leader(prep, kind):
        return None
    if prep.lower_ == "at" and prep.head.lemma_ in AIMING:
        return None
    held = next((child for child in prep.children if child.dep_ == "pobj"), None)
    return None if held is None else _place_of(held, kind, deeper)


def _place_of(held: Token, kind: str, deeper: bool) -> str | None:
    """Return the place that the noun behind a preposition names, or one that it is a part of."""
    if _is_place(held):
        return _name(held)
    pointed = next((c for c in held.lefts if c.lower_ in POINTING), None)
    if pointed is not None and lemma_of(held) in PLACE_NOUNS:
        return str(held.doc[pointed.i : held.i + 1].text)
    of_place = lemma_of(held) in PLACE_NOUNS | PLACE_NAMES | PARTS
    inner = (p for p in held.children if deeper and (of_place or p.lower_ != "of"))
    found = next(filter(None, (_named(p, kind, deeper=False) for p in inner)), None)
    definite = any(c.lower_ == "the" for c in held.lefts)
    described = [
        c.lower_ for c in held.lefts if c.dep_ in {"amod", "compound"} and c.pos_ != "PROPN"
    ]
    site = lemma_of(held) in COMPASS or (lemma_of(held) in SITES and bool(described))
    return found or (" ".join(("the", *described, held.lower_)) if definite and site else None)


def _is_leader(prep: Token, kind: str) -> bool:
    """Return whether it is the "of" of "fighters of X", which names their side, not a place."""
    return prep.lower_ == "of" and kind.startswith(("people.fighters", "people.soldiers"))


def _measured_from(thing: Counted, kind: str) -> str | None:
    """Read the place in "five miles north-east of the city"."""
    doc = thing.anchor.doc
    if kind != "distance":
        return None
    for i in range(thing.end, min(sentence_of(thing.anchor).end, thing.end + REACH)):
        if doc[i].lower_ in {"of", "from", "off"}:
            found = next((p for p in doc[i].children if p.dep_ == "pobj"), None)
            return _name(found) if found is not None and _is_place(found) else None
    return None


def _is_place(token: Token) -> bool:
    if token.lower_ in group_names(token.doc):
        return False
    if token.pos_ == "PROPN":
        return token.lower_ not in CALENDAR and _may_be_place(token)
    named = any(c.pos_ == "PROPN" for c in token.children if c.dep_ == "compound")
    return named and lemma_of(token) in PLACE_NOUNS


def _may_be_place(name: Token) -> bool:
    """Whether a name may be a place's: not a person's with a title, a body's or a people's."""
    before = {c.lower_ for c in name.lefts}
    if before & TITLES:
        return False
    if "the" not in before and not (name.is_upper and len(name) > 1) and name.tag_ != "NNPS":
        return True
    return name.lower_ in PLACE_NAMES or bool(load_gazetteer().find(_name(name)))


def _name(token: Token) -> str:
    first = min([token.i, *(c.i for c in token.children if c.dep_ in {"compound", "nmod"})])
    return str(token.doc[first : token.i + 1].text)


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
