"""Bargains that a verb tells without their noun: "the army and the rebels have agreed to"."""

from spacy.tokens import Span, Token

from variorum.agreements.norms.agreement_words import load
from variorum.language import features
from variorum.language import relations as rel
from variorum.language.dependents import first_child, has_child
from variorum.language.files import table

# What follows the verb of "A and B have come to terms", "A and B settled on a plan".
SETTLED: dict[str, list[str]] = table("lists/agreements")["settled"]


def bargain(sentence: Span) -> Token | None:
    """Return the verb of a sentence that tells that several have agreed, or None.

    Read "A and B have agreed to", "it had been agreed that", "A and B have come to terms".
    """
    return next((token for token in sentence if _is_bargain(token)), None)


def _is_bargain(verb: Token) -> bool:
    settled = verb.lemma_ == "settle" and _is_by_two(verb)
    if settled or (features.is_past(verb) and _is_settled(verb)):
        return True
    if verb.lemma_ != "agree" or not (features.is_past(verb) or features.is_present(verb)):
        return False
    return is_impersonal(verb) or _is_joint(verb)


def is_impersonal(verb: Token) -> bool:
    """Read "it had been agreed that"."""
    return any(c.dep_ in rel.NSUBJ_PASS and c.lower_ == "it" for c in verb.children)


def _is_by_two(verb: Token) -> bool:
    """Read "what the army and the front had settled was simple"."""
    subject = first_child(verb, rel.NSUBJ)
    return subject is not None and any(
        c.dep_ in rel.CONJ and c.pos_ == "PROPN" for c in subject.children
    )


def _is_settled(verb: Token) -> bool:
    """Read "A and B have come to terms", "A and B settled on a plan"."""
    for prep in verb.children:
        wanted = SETTLED.get(f"{verb.lemma_} {prep.lower_}", ())
        if any(c.dep_ in rel.COMPLEMENT and c.lemma_ in wanted for c in prep.children):
            return True
    return False


def _is_joint(verb: Token) -> bool:
    """Read "both sides have agreed that they shall", "A and B agreed on the following"."""
    subject = first_child(verb, rel.NSUBJ)
    if subject is None or has_child(verb, rel.NEG):
        return False
    several = any(c.dep_ in rel.CONJ or c.lower_ in load()["two_sides"] for c in subject.children)
    clause = first_child(verb, rel.CCOMP | rel.XCOMP)
    bidding = clause is not None and any(
        features.is_modal(c) or features.is_infinitive_marker(c) for c in clause.children
    )
    on = any(c.lower_ == "on" and c.dep_ in rel.ADPOSITION for c in verb.children)
    follows = any(c.lemma_ == "follow" for c in verb.subtree)
    return (several or _is_of_several(subject)) and (bidding or on or follows)


def _is_of_several(noun: Token) -> bool:
    """Read "the ministers of Bel and Cair have agreed"."""
    of = next((c for c in noun.children if c.lower_ == "of"), None)
    if of is None or not features.is_plural(noun):
        return False
    held = first_child(of, rel.COMPLEMENT)
    joint = held is not None and has_child(held, rel.CONJ)
    return joint or any(c.lower_ == "of" for c in of.children)
