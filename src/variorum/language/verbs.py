"""The small print of a verb: its helpers, its negation, the verbs that share its subject."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

__all__ = ["SUBJECTS", "chain", "has", "has_aux", "has_passive", "is_negated"]

VERBS = frozenset({"VERB", "AUX"})
SUBJECTS = frozenset({"nsubj", "csubj", "nsubjpass"})


def has_aux(verb: Token) -> bool:
    """Return whether a helping verb stands with `verb`."""
    return any(child.dep_ in {"aux", "auxpass"} for child in verb.children)


def has(verb: Token, words: set[str]) -> bool:
    """Return whether one of `words` hangs on `verb`."""
    return any(child.lower_ in words for child in verb.children)


def is_negated(verb: Token) -> bool:
    """Whether the verb is denied; "not fewer than 300 were evacuated" denies nothing."""
    negations = [child for child in verb.children if child.dep_ == "neg"]
    after = verb.doc[negations[0].i + 1].lower_ if negations else ""
    return bool(negations) and after not in {"fewer", "less", "more", "only"}


def has_passive(verb: Token) -> bool:
    """Return whether `verb` is passive: "were killed"."""
    return any(child.dep_ == "auxpass" for child in verb.children)


def chain(verb: Token) -> Iterator[Token]:
    """Yield the verb and the verbs whose subject is the same, in the order they stand."""
    yield verb
    for child in verb.children:
        follows = (
            child.dep_ in {"xcomp", "conj", "ccomp"} and child.pos_ in VERBS and child.i > verb.i
        )
        if follows and not any(below.dep_ in SUBJECTS for below in child.children):
            yield from chain(child)
