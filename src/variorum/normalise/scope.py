"""What a measure is a measure of: the event that befell the counted thing, the subject, the place.

Read off the dependency parse from the counted noun upwards. What cannot be read stays None.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Span, Token

from variorum import taxonomy
from variorum.model import Scope
from variorum.normalise.nouns import Counted, lemma_of
from variorum.normalise.subjects import subject_of

__all__ = ["clause_verb", "event_of", "scope_of"]

SUBJECTS = frozenset({"nsubj", "csubj"})
PASSIVE = frozenset({"nsubjpass"})
OBJECTS = frozenset({"dobj", "obj", "attr", "oprd", "dative", "npadvmod"})
PLACE_ENTITIES = frozenset({"GPE", "LOC", "FAC"})
NOT_PLACES = frozenset({"PERSON", "DATE", "TIME", "NORP", "MONEY", "CARDINAL", "QUANTITY"})
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
CUMULATIVE = (
    "so far",
    "in total",
    "in all",
    "altogether",
    "a total of",
    "to date",
    "since",
    "a further",
    "another",
    "an additional",
)


def scope_of(thing: Counted, kind: str, unit: str | None, window: str | None) -> Scope:
    """Return the scope of the measure of `thing`; `window` is the EDTF of its clause's date."""
    anchor = thing.head if thing.head is not None else thing.anchor
    event = event_of(anchor, thing.anchor)
    return Scope(
        event=event if event and taxonomy.load().can_befall(event, kind) else None,
        subject=subject_of(thing, kind) if unit else None,
        place=_place(anchor, thing.anchor),
        window=window,
        cumulative=True if _is_cumulative(anchor.sent) else None,
    )


def _top(noun: Token, number: Token) -> Token:
    """Climb from the noun to the word that stands to the verb as subject, object or the like."""
    token = noun
    for _ in range(8):
        if (
            token.dep_ == "pobj"
            and token.head.lower_ == "of"
            and _is_amount(token.head.head, number)
        ):
            token = token.head.head
        elif token.dep_ in {
            "nummod",
            "quantmod",
            "conj",
            "appos",
            "compound",
            "poss",
            "amod",
        } and token.head.pos_ in {
            "NOUN",
            "PROPN",
            "NUM",
            "PRON",
        }:
            token = token.head
        else:
            break
    return token


def _is_amount(token: Token, number: Token) -> bool:
    return token.i == number.i or token.pos_ == "NUM" or abs(token.i - number.i) <= 1


def event_of(noun: Token, number: Token) -> str | None:
    """Return the taxonomy id of what happened to the counted thing, or None."""
    top = _top(noun, number)
    own = _said_of(noun, number)
    return (
        own
        or _governed(top)
        or _modified(noun)
        or (_modified(top) if top.i != noun.i else None)
        or _contained(top)
    )


def _said_of(noun: Token, number: Token) -> str | None:
    """Read "12 dead", "300 injured people", "the death toll rose to 12"."""
    known = taxonomy.load()
    words = [noun, *(c for c in noun.children if c.dep_ in {"amod", "compound"} and c.i > number.i)]
    for word in words:
        for form in (word.lower_, lemma_of(word)):
            if form in known.is_words and not (word.i == noun.i and known.kind(form) is None):
                return known.is_words[form]
    return None


def _governed(top: Token) -> str | None:
    """Read the verb that the thing is subject or object of."""
    verb = top.head
    if top.dep_ in SUBJECTS:
        return _verb_event(verb, subject=True)
    if top.dep_ in PASSIVE or top.dep_ in OBJECTS:
        return _verb_event(verb, subject=False)
    if top.dep_ == "pobj" and verb.head.pos_ in {"VERB", "AUX"}:
        return _lookup(verb.head, taxonomy.load().undergoes, phrasal_only=True)
    return None


def _verb_event(verb: Token, subject: bool) -> str | None:
    """Return the event of `verb` for its subject or object, following "were allowed to leave"."""
    known = taxonomy.load()
    for one in _chain(verb):
        if any(child.dep_ == "neg" for child in one.children):
            return None
        if one.lemma_ == "leave" and (one.tag_ == "VBN" and _has_passive(one)):
            return "remained"
        passive = _has_passive(one)
        table = known.does if subject and not passive else known.undergoes
        if found := _lookup(one, table):
            return found
    return _predicate(verb) if subject else None


def _has_passive(verb: Token) -> bool:
    return any(child.dep_ == "auxpass" for child in verb.children)


def _predicate(verb: Token) -> str | None:
    """Read "were dead", "is missing", "are in custody"."""
    known = taxonomy.load()
    for child in verb.children:
        if child.dep_ in {"acomp", "attr", "oprd", "advmod"} and child.lower_ in known.is_words:
            return known.is_words[child.lower_]
        for below in child.children if child.dep_ == "prep" else ():
            if below.lower_ in known.is_words:
                return known.is_words[below.lower_]
    return None


def _chain(verb: Token) -> Iterator[Token]:
    """Yield the verb and the verbs whose subject is the same."""
    yield verb
    for child in verb.children:
        if child.dep_ in {"xcomp", "conj", "ccomp"} and child.pos_ in {"VERB", "AUX"}:
            if not any(grand.dep_ in SUBJECTS | PASSIVE for grand in child.children):
                yield from _chain(child)


def _lookup(verb: Token, table: dict[str, str], phrasal_only: bool = False) -> str | None:
    lemma = str(verb.lemma_).lower()
    for child in verb.children:
        if child.dep_ in {"prt", "advmod", "prep", "dobj"} and f"{lemma} {child.lower_}" in table:
            return table[f"{lemma} {child.lower_}"]
    return None if phrasal_only else table.get(lemma)


def _modified(noun: Token) -> str | None:
    """Read "people killed in the raid", "civilians who came out"."""
    known = taxonomy.load()
    for child in noun.children:
        if child.dep_ == "acl" and child.tag_ == "VBN":
            if child.lemma_ == "leave":
                return "remained"
            if found := _lookup(child, known.undergoes):
                return found
        if child.dep_ == "acl" and child.tag_ == "VBG":
            if found := _lookup(child, known.does):
                return found
        if child.dep_ == "relcl":
            own = {grand.dep_ for grand in child.children if grand.tag_ in {"WDT", "WP"}}
            if found := _verb_event(child, subject=not own & (PASSIVE | OBJECTS)):
                return found
    return None


def _contained(top: Token) -> str | None:
    """Read "a convoy of 50 trucks", "with 250 fighters"."""
    known = taxonomy.load()
    if top.dep_ != "pobj" or top.head.lower_ not in {"of", "with", "including", "carrying"}:
        return None
    return "composed" if lemma_of(top.head.head) in known.containers else None


def clause_verb(token: Token) -> Token:
    """Return the nearest verb above `token`, or the root of its sentence."""
    while token.pos_ not in {"VERB", "AUX"} and token.head.i != token.i:
        token = token.head
    return token


def _place(noun: Token, number: Token) -> str | None:
    """Return the nearest place that a preposition of the noun or of its verb names, as written."""
    top = _top(noun, number)
    for holder in (noun, top, clause_verb(top)):
        for prep in holder.children:
            if prep.dep_ == "prep" and prep.lower_ in PLACE_WORDS:
                for place in prep.children:
                    if place.dep_ == "pobj" and _is_place(place):
                        return _name(place)
    return None


def _is_place(token: Token) -> bool:
    if token.ent_type_ in PLACE_ENTITIES:
        return True
    compounds = [child for child in token.children if child.dep_ in {"compound", "nmod"}]
    if any(child.ent_type_ in PLACE_ENTITIES for child in compounds):
        return True
    return token.pos_ == "PROPN" and token.ent_type_ not in NOT_PLACES | {"ORG"}


def _name(token: Token) -> str:
    first = min([token.i, *(c.i for c in token.children if c.dep_ in {"compound", "nmod"})])
    return str(token.doc[first : token.i + 1].text)


def _is_cumulative(sentence: Span) -> bool:
    words = sentence.text.lower()
    return any(f" {phrase} " in f" {words} " for phrase in CUMULATIVE)
