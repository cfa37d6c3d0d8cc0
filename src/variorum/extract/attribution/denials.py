"""Denials in other words: "called the comments false", "rejected the report as untrue"."""

from dataclasses import replace

from spacy.tokens import Token

from variorum.extract.document.raw_attribution import Range
from variorum.language import relations
from variorum.language.english_words import CueWord, word_list
from variorum.model import Certainty, Stance

_OBJ_OR_NSUBJ = relations.OBJ | relations.NSUBJ
NAMING = relations.of("OBJECT_PREDICATE CCOMP XCOMP ADJ_COMPLEMENT ATTRIBUTE ADPOSITION OBJ")


def as_denial(
    head: Token, word: CueWord, ranges: list[Range], frame: str
) -> tuple[CueWord, list[Range]]:
    """Return the cue as one that denies, with only what it calls untrue, or both as they were."""
    said = _verdict(head) if frame in {"obj", "p:as", "clause"} else None
    if said is None:
        return word, ranges
    start, stop = said
    kept = [(a, min(b, stop)) for a, b in ranges if a < stop]
    if not kept or start >= stop:
        return word, ranges
    return replace(word, stance=Stance.DENIES, certainty=Certainty.CERTAINLY_NOT), kept


def denies(head: Token) -> bool:
    """Whether a cue judges its object to be untrue: "called the comments false"."""
    return _verdict(head) is not None


def _verdict(head: Token) -> Range | None:
    """Return the tokens from the cue to "false", or "as untrue", where it judges its object."""
    if head.lemma_ not in word_list("judging"):
        return None
    after = [*head.rights]
    after += [
        p
        for c in after
        if c.dep_ in relations.OBJ
        for p in c.subtree
        if p.i > c.i and (p.head == c or p.dep_ in relations.OBJECT_PREDICATE)
        if p.dep_ in relations.ADPOSITION | relations.OBJECT_PREDICATE
    ]
    for child in after:
        if child.dep_ not in NAMING:
            continue
        if child.dep_ in relations.ADPOSITION:
            judged = child.lower_ == "as" and any(_is_untrue(c) for c in child.children)
        else:
            judged = _is_untrue(child) and child.dep_ not in relations.OBJ
        if judged:
            objects = [c for c in (*head.rights, *child.lefts) if c.dep_ in _OBJ_OR_NSUBJ]
            first = [c for c in objects if head.i < c.i < child.i]
            if not first:
                return None
            own, inside = child.left_edge.i, first[-1].is_ancestor(child)
            start = own if inside else max(first[-1].right_edge.i + 1, own)
            return first[0].left_edge.i, start
    return None


def _is_untrue(token: Token) -> bool:
    negated = any(c.dep_ in relations.NEG for c in token.children)
    return token.lemma_.lower() in word_list("untrue") and not negated
