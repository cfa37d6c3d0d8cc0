"""Bargains that a verb tells without their noun: "the army and the rebels have agreed to"."""

from __future__ import annotations

from spacy.tokens import Span, Token

__all__ = ["bargain", "is_impersonal"]

SIDES = frozenset({"both", "two"})
TOLD = frozenset({"VBD", "VBN"})
# What stands behind the verb of "A and B have come to terms", "A and B settled on a plan".
SETTLED = {
    ("come", "to"): frozenset({"term", "agreement"}),
    ("settle", "on"): frozenset({"plan", "arrangement", "term"}),
}


def bargain(sentence: Span) -> Token | None:
    """Return the verb of a sentence that tells that several have agreed, or None.

    Read "A and B have agreed to", "it had been agreed that", "A and B have come to terms".
    """
    return next((token for token in sentence if _is_bargain(token)), None)


def _is_bargain(verb: Token) -> bool:
    settled = verb.lemma_ == "settle" and _is_by_two(verb)
    if settled or (verb.tag_ in TOLD and _is_settled(verb)):
        return True
    if verb.lemma_ != "agree" or verb.tag_ not in TOLD | {"VBP"}:
        return False
    return is_impersonal(verb) or _is_joint(verb)


def is_impersonal(verb: Token) -> bool:
    """Read "it had been agreed that"."""
    return any(c.dep_ == "nsubjpass" and c.lower_ == "it" for c in verb.children)


def _is_by_two(verb: Token) -> bool:
    """Read "what the army and the front had settled was simple"."""
    subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    return subject is not None and any(
        c.dep_ == "conj" and c.pos_ == "PROPN" for c in subject.children
    )


def _is_settled(verb: Token) -> bool:
    """Read "A and B have come to terms", "A and B settled on a plan"."""
    for prep in verb.children:
        wanted = SETTLED.get((verb.lemma_, prep.lower_), frozenset())
        if any(c.dep_ == "pobj" and c.lemma_ in wanted for c in prep.children):
            return True
    return False


def _is_joint(verb: Token) -> bool:
    """Read "both sides have agreed that they shall", "A and B agreed on the following"."""
    subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    if subject is None or any(c.dep_ == "neg" for c in verb.children):
        return False
    several = any(c.dep_ == "conj" or c.lower_ in SIDES for c in subject.children)
    clause = next((c for c in verb.children if c.dep_ in {"ccomp", "xcomp"}), None)
    bidding = clause is not None and any(c.tag_ in {"MD", "TO"} for c in clause.children)
    on = any(c.lower_ == "on" and c.dep_ == "prep" for c in verb.children)
    follows = any(c.lemma_ == "follow" for c in verb.subtree)
    return (several or _is_of_several(subject)) and (bidding or on or follows)


def _is_of_several(noun: Token) -> bool:
    """Read "the ministers of Bel and Cair have agreed"."""
    of = next((c for c in noun.children if c.lower_ == "of"), None)
    if of is None or noun.tag_ not in {"NNS", "NNPS"}:
        return False
    held = next((c for c in of.children if c.dep_ == "pobj"), None)
    joint = held is not None and any(c.dep_ == "conj" for c in held.children)
    return joint or any(c.lower_ == "of" for c in of.children)
