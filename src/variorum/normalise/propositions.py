"""Propositions: who did what to what, when and where, or did not, read off the dependency parse.

A clause becomes one only if it says what has happened, not what may or would happen and not after
"if". Passives are turned around, so that "the bridge was blown up by rebels" and
"rebels blew up the bridge" are one (after Universal Proposition Banks, without their role numbers).
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from variorum.language import features, relations
from variorum.language.alignment import tokens_at
from variorum.language.dependents import (
    children_of,
    first_child,
    first_word,
    governed,
    has_child,
    verb_above,
)
from variorum.language.verbs import agent_of, has_passive, is_negated, subject_of
from variorum.language.word_lists import words
from variorum.model import Argument, Document, Place, Proposition, When
from variorum.normalise.nouns.named_places import NamedPlaces
from variorum.text import span

PERSONAL = words("normalise", "personal_pronouns")
NOBODY = words("normalise", "nobody_or_none")
NONE = words("normalise", "no_determiners")
DEFINITE = words("normalise", "definite_determiners")
SUPPORTED = words("normalise", "support_prepositions")
TOWARDS = words("normalise", "target_prepositions")
GOING = words("normalise", "going_prepositions")
WITHIN = words("normalise", "where_prepositions")
BEING = words("normalise", "being_prepositions")
OPEN = words("normalise", "open_conjunctions")
SUPPORT = words("normalise", "support_verbs")
TELLING = words("normalise", "telling_verbs")
STILL = words("normalise", "not_yet")
HALVES = words("normalise", "times_of_day")
LEAD = 3
HOURS, NOON, MINUTES = 24, 12, 60
_TIME = re.compile(
    r"\bat (?P<hour>\d{1,2})(?:[.:](?P<minute>\d{2}))?\s*(?P<half>[ap]\.?m\.?)?(?![\w%])",
    re.IGNORECASE,
)


def propositions(
    document: Document, doc: Doc, whens: Sequence[When], named: Sequence[Place]
) -> list[Proposition]:
    """Return what the clauses of the document tell to have happened, or not, in order."""
    days, places = _days(doc, whens), NamedPlaces(doc, named)
    found = [
        _read(document, verb, days, places) for verb in doc if verb.pos_ == "VERB" or _is_at(verb)
    ]
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
        told.setdefault(verb_above(place.root).i, when.edtf)
    return _Days(told, frozenset(tokens))


def _read(document: Document, verb: Token, days: _Days, places: NamedPlaces) -> Proposition | None:
    happened = _has_happened(verb)
    if not happened and not _stands(verb):
        return None
    passive = has_passive(verb) or (
        features.is_past_participle(verb) and verb.dep_ in relations.ACL
    )
    subject = subject_of(verb, relations.CONJ)
    predicate = _predicate(verb)
    object_ = first_child(verb, relations.OBJ)
    object_ = _at(verb) if verb.lemma_ == "be" else object_
    if object_ is not None and f"{verb.lemma_.lower()} {object_.lemma_.lower()}" in SUPPORT:
        object_ = _behind(object_, SUPPORTED, days) or _behind(verb, SUPPORTED, days)
    elif object_ is None and not passive:
        object_ = _behind(verb, TOWARDS, days)
    agent, patient = (agent_of(verb), subject) if passive else (subject, object_)
    if agent is None and patient is None:
        return None
    negated = is_negated(verb)
    who, what = (None if t is None else _argument(document, t) for t in (agent, patient))
    negated ^= any(a is not None and a.nobody for a in (who, what))
    if happened and negated and any(c.lower_ in STILL for c in verb.children):
        return None  # "has not yet left" may have by now
    return Proposition(
        predicate=predicate,
        agent=who,
        patient=what,
        toward=next((str(c.text) for c in governed(verb, GOING) if c.pos_ == "PROPN"), None),
        place=next(filter(None, map(places.name, governed(verb, BEING))), None),
        when=days.at.get(verb.i) or (_spoken(verb, days) if negated else None),
        clock=_clock(document, verb),
        negated=negated,
        present=not happened,
        span=span(document, verb.idx, verb.idx + len(verb)),
    )


def _spoken(verb: Token, days: _Days) -> str | None:
    """Return the day on which somebody said what has not been done: it had not by then."""
    by_then = any(c.lemma_ == "have" and features.is_present(c) for c in verb.children)
    return days.at.get(verb.head.i) if by_then and verb.dep_ in relations.CCOMP else None


def _clock(document: Document, verb: Token) -> str | None:
    """Return the time of day of "fell at 4.16 a.m.", as hours and minutes of the day."""
    first = verb.left_edge
    text = document.text[first.idx : verb.right_edge.idx + len(verb.right_edge)]
    for match in _TIME.finditer(text):
        token = next((t for t in verb.subtree if t.idx >= first.idx + match.start("hour")), verb)
        hour, minute = int(match["hour"]), int(match["minute"] or 0)
        half = (match["half"] or "").replace(".", "").lower()
        if (
            verb_above(token).i != verb.i
            or hour >= HOURS
            or minute >= MINUTES
            or not (half or match["minute"])
        ):
            continue
        if half:
            hour = hour % NOON + (NOON if half == "pm" else 0)
        return f"{hour:02d}:{minute:02d}"
    return None


def _has_happened(verb: Token) -> bool:
    """Return whether the clause is in the past and says that it was so, or was not."""
    helpers = children_of(verb, relations.HELPERS)
    if any(features.is_modal(c) or features.is_infinitive_marker(c) for c in helpers):
        return False
    if any(c.dep_ in relations.MARK and c.lower_ in OPEN for c in verb.children):
        return False
    told = (
        features.is_past_tense(verb)
        or (verb.lemma_ == "be" and features.is_present(verb) and _place_of(verb) is None)
        or any(features.is_past_tense(c) or c.lemma_ == "have" for c in helpers)
    )
    shared = verb.dep_ in relations.CONJ and features.is_past(verb) and verb.head.pos_ == "VERB"
    return told or (shared and _has_happened(verb.head))


def _stands(verb: Token) -> bool:
    """Return whether the clause tells how things stand, without a modal: "the gate stays shut"."""
    helpers = children_of(verb, relations.HELPERS)
    if any(features.is_modal(c) or features.is_infinitive_marker(c) for c in helpers):
        return False
    if verb.pos_ == "AUX" and _place_of(verb) is None:
        return False
    main = verb.dep_ in relations.ROOT | relations.CCOMP | relations.CONJ | relations.PARATAXIS
    if not main or any(c.dep_ in relations.MARK and c.lower_ != "that" for c in verb.children):
        return False
    if any(c.lower_ == "so" for c in verb.children):
        return False
    return features.is_present(verb) or any(features.is_present(c) for c in helpers)


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
    if lemma == "set" and any(
        c.lower_ == "on" and any(o.lower_ == "fire" for o in c.children) for c in verb.children
    ):
        return "set fire"
    particle = next((c.lower_ for c in children_of(verb, relations.PARTICLE)), None)
    carried = first_child(verb, relations.OBJ)
    if carried is not None and f"{lemma} {carried.lemma_.lower()}" in SUPPORT:
        return f"{lemma} {carried.lemma_.lower()}"
    return f"{lemma} {particle}" if particle else lemma


def _is_at(verb: Token) -> bool:
    """Return whether a "be" tells where or how somebody was: "at the checkpoint", "silent"."""
    if verb.lemma_ != "be" or verb.pos_ != "AUX":
        return False
    return _at(verb) is not None or _quality(verb) is not None or _place_of(verb) is not None


def _place_of(verb: Token) -> Token | None:
    """Return where somebody is now: "the tanks are still in the town"."""
    told = has_child(verb, relations.ATTRIBUTE | relations.ADJ_COMPLEMENT)
    if told or not features.is_present(verb) or verb.pos_ != "AUX":
        return None
    return next((c for c in governed(verb, WITHIN) if c.pos_ in {"NOUN", "PROPN"}), None)


def _quality(verb: Token) -> Token | None:
    """Return the adjective of "the siren was silent"; not one that is graded or compared."""
    plain = (c for c in children_of(verb, relations.ADJ_COMPLEMENT) if c.pos_ == "ADJ")
    return next((c for c in plain if not any(c.children)), None)


def _at(verb: Token) -> Token | None:
    """Return the noun of "at the checkpoint" where nothing else is said of the subject."""
    told = has_child(verb, relations.ATTRIBUTE | relations.ADJ_COMPLEMENT)
    held = (c for c in governed(verb, {"at"}) if c.pos_ == "NOUN" and c.lower_ not in HALVES)
    return None if told else next(held, None)


def _behind(head: Token, words: frozenset[str], days: _Days) -> Token | None:
    """Return the noun behind one of the prepositions, if it is not a date."""
    for held in governed(head, words):
        dated = any(token.i in days.tokens for token in held.subtree)
        if held.pos_ == "NOUN" and held.lower_ not in HALVES and not dated:
            return held
    return None


def _is_not_one(words: Span) -> bool:
    """Read "not a single truck", "not one of the teachers"."""
    before = words.doc[max(0, words.start - LEAD) : words.end].text.lower()
    return re.search(r"\bnot (?:a single|one|a)\b", before) is not None


def _argument(document: Document, head: Token) -> Argument:
    first = first_word(head, relations.COMPOUND | relations.NMOD | relations.AMOD)
    words = head.doc[first : head.i + 1]
    before = {c.lower_ for c in head.lefts}
    return Argument(
        head=str(head.lemma_).lower() if head.pos_ != "PROPN" else str(head.text),
        modifiers=tuple(
            str(c.lower_)
            for c in head.lefts
            if c.dep_ in relations.COMPOUND | relations.AMOD | relations.NMOD | relations.POSS
        ),
        named=head.pos_ == "PROPN",
        definite=head.pos_ == "PROPN" or bool(before & DEFINITE),
        pronoun=head.lower_ in PERSONAL,
        nobody=head.lower_ in NOBODY or bool(before & NONE) or _is_not_one(words),
        span=span(document, words[0].idx, head.idx + len(head)),
    )
