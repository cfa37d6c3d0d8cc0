"""Propositions: who did what to what, when and where, or did not, read off the dependency parse.

A clause becomes one only where it tells what has happened: what may, shall or would be is none, nor
what follows "if". Passives are turned around, so that "the bridge was blown up by rebels" and
"rebels blew up the bridge" are one (after Universal Proposition Banks, without their role numbers).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from variorum.language.alignment import tokens_at
from variorum.language.verbs import has_passive, is_negated
from variorum.model import Argument, Document, Proposition, When
from variorum.text import span

__all__ = ["propositions"]

SUBJECTS = frozenset({"nsubj", "nsubjpass"})
OBJECTS = frozenset({"dobj", "obj"})
NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
RELATIVE = frozenset({"that", "which", "who", "whom"})
PERSONAL = frozenset({"he", "she", "it", "they", "we", "i", "him", "her", "them", "us", "me"})
NOBODY = frozenset({"nobody", "none", "noone"})
NONE = frozenset({"no", "none", "neither"})
DEFINITE = frozenset({"the", "this", "that", "these", "those", "its", "their", "his", "her", "our"})
# With these a verb without an object has what it is done to: "shot at the boat".
SUPPORTED = frozenset({"to", "in", "on", "at", "for"})
TOWARDS = frozenset({"at", "on", "of", "about", "into", "in", "with", "against", "for", "from"})
GOING = frozenset({"to", "into", "for"})
WITHIN = frozenset({"in", "on", "inside", "at", "near", "outside", "within"})
BEING = frozenset({"in", "at", "near", "outside"})
OPEN = frozenset({"if", "whether", "unless", "before", "until", "lest"})
PAST = frozenset({"VBD", "VBN"})
SUPPORT = frozenset({"take part", "set fire", "give order", "open fire", "have part", "play role"})
TELLING = frozenset({"tell", "inform", "notify"})
STILL = frozenset({"yet", "far", "still", "immediately", "necessarily"})
HALVES = frozenset({"a.m.", "p.m.", "am", "pm", "a.m", "p.m", "noon", "midnight", "dawn", "night"})
PRESENT = frozenset({"VBZ", "VBP"})
NEVER = frozenset({"never"})
CLIMBS = 4
LEAD = 3
HOURS, NOON, MINUTES = 24, 12, 60
_TIME = re.compile(
    r"\bat (?P<hour>\d{1,2})(?:[.:](?P<minute>\d{2}))?\s*(?P<half>[ap]\.?m\.?)?(?![\w%])",
    re.IGNORECASE,
)


def propositions(document: Document, doc: Doc, whens: Sequence[When]) -> list[Proposition]:
    """Return what the clauses of the document tell to have happened, or not, in order."""
    days = _days(doc, whens)
    found = [_read(document, verb, days) for verb in doc if verb.pos_ == "VERB" or _is_at(verb)]
    return [one for one in found if one is not None]


@dataclass(frozen=True)
class _Days:
    """The date that stands at each verb, and the tokens of all dates."""

    at: dict[int, str]
    tokens: frozenset[int]


def _days(doc: Doc, whens: Sequence[When]) -> _Days:
    told: dict[int, str] = {}
    tokens: set[int] = set()
    for when in whens:
        place = tokens_at(doc, when.span.start, when.span.end)
        if place is None or not len(place):
            continue
        tokens.update(token.i for token in place)
        token = place.root
        while token.pos_ not in {"VERB", "AUX"} and token.head.i != token.i:
            token = token.head
        told.setdefault(token.i, when.edtf)
    return _Days(told, frozenset(tokens))


def _read(document: Document, verb: Token, days: _Days) -> Proposition | None:
    happened = _has_happened(verb)
    if not happened and not _stands(verb):
        return None
    passive = has_passive(verb) or (verb.tag_ == "VBN" and verb.dep_ == "acl")
    subject = _subject(verb)
    predicate = _predicate(verb)
    object_ = next((c for c in verb.children if c.dep_ in OBJECTS), None)
    object_ = _at(verb) if verb.lemma_ == "be" else object_
    if object_ is not None and f"{verb.lemma_.lower()} {object_.lemma_.lower()}" in SUPPORT:
        object_ = _behind(object_, SUPPORTED, days) or _behind(verb, SUPPORTED, days)
    elif object_ is None and not passive:
        object_ = _behind(verb, TOWARDS, days)
    agent, patient = (_agent(verb), subject) if passive else (subject, object_)
    if agent is None and patient is None:
        return None
    negated = is_negated(verb) or any(c.lower_ in NEVER for c in verb.children)
    who, what = (None if t is None else _argument(document, t) for t in (agent, patient))
    negated ^= any(a is not None and a.nobody for a in (who, what))
    if happened and negated and any(c.lower_ in STILL for c in verb.children):
        return None  # "has not yet left" may have by now
    return Proposition(
        predicate=predicate,
        agent=who,
        patient=what,
        toward=_named_behind(verb, GOING),
        place=_named_behind(verb, BEING),
        when=days.at.get(verb.i) or (_spoken(verb, days) if negated else None),
        clock=_clock(document, verb),
        negated=negated,
        present=not happened,
        span=span(document, verb.idx, verb.idx + len(verb)),
    )


def _spoken(verb: Token, days: _Days) -> str | None:
    """Return the day on which somebody said what has not been done: it had not by then."""
    by_then = any(c.lemma_ == "have" and c.tag_ in PRESENT for c in verb.children)
    return days.at.get(verb.head.i) if by_then and verb.dep_ == "ccomp" else None


def _clock(document: Document, verb: Token) -> str | None:
    """Return the time of day of "fell at 4.16 a.m.", as hours and minutes of the day."""
    first = verb.left_edge
    text = document.text[first.idx : verb.right_edge.idx + len(verb.right_edge)]
    for match in _TIME.finditer(text):
        token = next((t for t in verb.subtree if t.idx >= first.idx + match.start("hour")), verb)
        while token.pos_ not in {"VERB", "AUX"} and token.head.i != token.i:
            token = token.head
        hour, minute = int(match["hour"]), int(match["minute"] or 0)
        half = (match["half"] or "").replace(".", "").lower()
        if token.i != verb.i or hour >= HOURS or minute >= MINUTES or not (half or match["minute"]):
            continue
        if half:
            hour = hour % NOON + (NOON if half == "pm" else 0)
        return f"{hour:02d}:{minute:02d}"
    return None


def _has_happened(verb: Token) -> bool:
    """Return whether the clause is in the past and says that it was so, or was not."""
    helpers = [c for c in verb.children if c.dep_ in {"aux", "auxpass"}]
    if any(c.tag_ in {"MD", "TO"} for c in helpers):
        return False
    if any(c.dep_ == "mark" and c.lower_ in OPEN for c in verb.children):
        return False
    told = (
        verb.tag_ == "VBD"
        or (verb.lemma_ == "be" and verb.tag_ in {"VBZ", "VBP"} and _place_of(verb) is None)
        or any(c.tag_ == "VBD" or c.lemma_ == "have" for c in helpers)
    )
    shared = verb.dep_ == "conj" and verb.tag_ in PAST and verb.head.pos_ == "VERB"
    return told or (shared and _has_happened(verb.head))


def _stands(verb: Token) -> bool:
    """Return whether the clause tells how things stand, without a modal: "the gate stays shut"."""
    helpers = [c for c in verb.children if c.dep_ in {"aux", "auxpass"}]
    if any(c.tag_ in {"MD", "TO"} for c in helpers):
        return False
    if verb.pos_ == "AUX" and _place_of(verb) is None:
        return False
    main = verb.dep_ in {"ROOT", "ccomp", "conj", "parataxis"}
    if not main or any(c.dep_ == "mark" and c.lower_ != "that" for c in verb.children):
        return False
    if any(c.lower_ == "so" for c in verb.children):
        return False
    return verb.tag_ in {"VBZ", "VBP"} or any(c.tag_ in {"VBZ", "VBP"} for c in helpers)


def _predicate(verb: Token) -> str:
    """Return the verb's lemma with its particle, or with the noun that carries its meaning."""
    lemma = str(verb.lemma_).lower()
    if lemma == "be" and _place_of(verb) is not None:
        return "be in"
    if lemma == "be":
        quality = _quality(verb)
        return "be at" if quality is None else f"be {quality.lower_}"
    if lemma in TELLING and has_passive(verb):
        return f"be {verb.lower_}"
    if lemma == "set" and any(c.lower_ == "on" and _burns(c) for c in verb.children):
        return "set fire"
    particle = next((c.lower_ for c in verb.children if c.dep_ == "prt"), None)
    carried = next((c for c in verb.children if c.dep_ in OBJECTS), None)
    if carried is not None and f"{lemma} {carried.lemma_.lower()}" in SUPPORT:
        return f"{lemma} {carried.lemma_.lower()}"
    return f"{lemma} {particle}" if particle else lemma


def _burns(prep: Token) -> bool:
    return any(c.lower_ == "fire" for c in prep.children)


def _is_at(verb: Token) -> bool:
    """Return whether a "be" tells where or how somebody was: "at the checkpoint", "silent"."""
    stated = _at(verb) is not None or _quality(verb) is not None or _place_of(verb) is not None
    return verb.lemma_ == "be" and verb.pos_ == "AUX" and stated


def _place_of(verb: Token) -> Token | None:
    """Return where somebody is now: "the tanks are still in the town"."""
    told = any(c.dep_ in {"attr", "acomp"} for c in verb.children)
    if told or verb.tag_ not in {"VBZ", "VBP"} or verb.pos_ != "AUX":
        return None
    preps = (c for c in verb.children if c.dep_ == "prep" and c.lower_ in WITHIN)
    held = (c for prep in preps for c in prep.children if c.dep_ == "pobj")
    return next((c for c in held if c.pos_ in {"NOUN", "PROPN"}), None)


def _quality(verb: Token) -> Token | None:
    """Return the adjective of "the siren was silent"; one that is graded or likened is none."""
    plain = (c for c in verb.children if c.dep_ == "acomp" and c.pos_ == "ADJ")
    return next((c for c in plain if not any(c.children)), None)


def _at(verb: Token) -> Token | None:
    preps = [c for c in verb.children if c.dep_ == "prep" and c.lower_ == "at"]
    told = any(c.dep_ in {"attr", "acomp"} for c in verb.children)
    held = (c for prep in preps for c in prep.children if c.dep_ == "pobj" and c.pos_ == "NOUN")
    return None if told else next((c for c in held if c.lower_ not in HALVES), None)


def _subject(verb: Token) -> Token | None:
    """Return the subject, that of the verb it is joined to, or what a relative stands for."""
    one = verb
    for _ in range(CLIMBS):
        subject = next((c for c in one.children if c.dep_ in SUBJECTS), None)
        if subject is not None:
            relative = subject.lower_ in RELATIVE and one.dep_ == "relcl"
            return one.head if relative else subject
        if one.dep_ == "acl":
            return one.head
        if one.dep_ != "conj":
            return None
        one = one.head
    return None


def _agent(verb: Token) -> Token | None:
    by = next((c for c in verb.children if c.dep_ == "agent"), None)
    return None if by is None else next((c for c in by.children if c.dep_ == "pobj"), None)


def _behind(head: Token, words: frozenset[str], days: _Days) -> Token | None:
    """Return the noun behind one of the prepositions, where it is no date and no mere place."""
    for prep in head.children:
        if prep.dep_ == "prep" and prep.lower_ in words:
            for held in prep.children:
                dated = any(token.i in days.tokens for token in held.subtree)
                dated = dated or held.lower_ in HALVES
                if held.dep_ == "pobj" and held.pos_ == "NOUN" and not dated:
                    return held
    return None


def _named_behind(verb: Token, words: frozenset[str]) -> str | None:
    for prep in verb.children:
        if prep.dep_ == "prep" and prep.lower_ in words:
            for held in prep.children:
                if held.dep_ == "pobj" and held.pos_ == "PROPN":
                    return str(held.text)
    return None


def _is_not_one(words: Span) -> bool:
    """Read "not a single truck", "not one of the teachers"."""
    before = words.doc[max(0, words.start - LEAD) : words.end].text.lower()
    return re.search(r"\bnot (?:a single|one|a)\b", before) is not None


def _argument(document: Document, head: Token) -> Argument:
    first = min([head.i, *(c.i for c in head.lefts if c.dep_ in {"compound", "nmod", "amod"})])
    words = head.doc[first : head.i + 1]
    before = {c.lower_ for c in head.lefts}
    return Argument(
        head=str(head.lemma_).lower() if head.pos_ != "PROPN" else str(head.text),
        modifiers=tuple(
            str(c.lower_) for c in head.lefts if c.dep_ in {"compound", "amod", "nmod", "poss"}
        ),
        named=head.pos_ == "PROPN",
        definite=head.pos_ == "PROPN" or bool(before & DEFINITE),
        pronoun=head.lower_ in PERSONAL,
        nobody=head.lower_ in NOBODY or bool(before & NONE) or _is_not_one(words),
        span=span(document, words[0].idx, head.idx + len(head)),
    )
