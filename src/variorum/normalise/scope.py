"""What a measure is a measure of: event, subject, place, window, running total or addition."""

from __future__ import annotations

import re

from spacy.tokens import Token

from variorum.model import Scope
from variorum.normalise.alignment import sentence_of
from variorum.normalise.events import event_of, top_of
from variorum.normalise.nouns import Counted, group_names
from variorum.normalise.subjects import container_of, subject_of

__all__ = ["clause_verb", "scope_of"]

PLACE_ENTITIES = frozenset({"GPE", "LOC", "FAC"})
NOT_PLACES = frozenset({"PERSON", "DATE", "TIME", "NORP", "MONEY", "CARDINAL", "QUANTITY", "ORG"})
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
VERBS = frozenset({"VERB", "AUX"})
CUMULATIVE = re.compile(
    r"\b(?:so far|in total|in all|altogether|to date|since (?:the|then)|total of)\b", re.IGNORECASE
)
ADDED = re.compile(r"\b(?:another|a further|an additional|further|additional)\b", re.IGNORECASE)
AFTER = 9
REACH = 7


def scope_of(
    thing: Counted, kind: str, unit: str | None, window: str | None, denied: bool = False
) -> Scope:
    """Return the scope of the measure of `thing`; `window` is the EDTF of its clause's date.

    `denied` says that the measure is a none, so that its event is the one denied.
    """
    noun = thing.head if thing.head is not None else thing.anchor
    befallen = thing.kind if kind == "share" and thing.kind else kind
    return Scope(
        event=event_of(noun, thing.anchor, befallen, denied),
        subject=subject_of(thing, kind) if unit else container_of(noun, thing.anchor),
        place=_place(noun, thing.anchor, kind) or _measured_from(thing, kind),
        window=window,
        cumulative=_cumulative(thing, window),
    )


def clause_verb(token: Token) -> Token:
    """Return the nearest verb above `token`, or the root of its sentence."""
    while token.pos_ not in VERBS and token.head.i != token.i:
        token = token.head
    return token


def _place(noun: Token, number: Token, kind: str) -> str | None:
    """Return the nearest place that a preposition of the noun or of its verb names, as written."""
    top = top_of(noun, number)
    for holder in (noun, top, clause_verb(top)):
        for prep in holder.children:
            if prep.dep_ == "prep" and prep.lower_ in PLACE_WORDS and not _is_leader(prep, kind):
                found = next((p for p in prep.children if p.dep_ == "pobj" and _is_place(p)), None)
                if found is not None:
                    return _name(found)
    return None


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
    if token.ent_type_ in PLACE_ENTITIES:
        return True
    if any(c.ent_type_ in PLACE_ENTITIES for c in token.children if c.dep_ == "compound"):
        return True
    return bool(token.pos_ == "PROPN" and token.ent_type_ not in NOT_PLACES)


def _name(token: Token) -> str:
    first = min([token.i, *(c.i for c in token.children if c.dep_ in {"compound", "nmod"})])
    return str(token.doc[first : token.i + 1].text)


def _cumulative(thing: Counted, window: str | None) -> bool | None:
    """Return True for a total ("so far", "since May"), False for an addition ("another")."""
    doc, here = thing.anchor.doc, thing.anchor
    sentence = sentence_of(here)
    before = doc.text[thing.start : here.idx]
    after = doc[here.i : min(sentence.end, here.i + AFTER)].text
    if ADDED.search(before):
        return False
    if CUMULATIVE.search(after) or CUMULATIVE.search(before):
        return True
    return True if window and window.endswith("/..") else None
