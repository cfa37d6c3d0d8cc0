"""Claimants: whether a noun phrase may claim anything, and which one beside it does.

The parse at times takes words before the speaker for the subject: the object of what was said ("The
deal gives two options, Ann Lee said"), a date, a heading ("Correction: A story said").
"""

from __future__ import annotations

from spacy.tokens import Token

from variorum.extract.lexicon import role_of, word_list

__all__ = ["may_claim", "past_fronted"]

MOMENTS = frozenset({"DATE", "TIME"})
THINGS = frozenset({"what", "whatever", "this", "these", "nothing", "something", "everything"})
RELATIVE = frozenset({"who", "which", "that", "whom"})


def past_fronted(source: Token) -> Token:
    """Return the person whom the parse hung on the end of what is said, or the source as it was."""
    if source.tag_ != "NNS" or role_of(source) is not None:
        return source
    for child in source.rights:
        before = child.doc[child.left_edge.i - 1].text
        alone = not any(c.dep_ == "conj" for c in child.rights)
        if child.dep_ == "appos" and child.ent_type_ == "PERSON" and before == "," and alone:
            return child
    return source


def may_claim(source: Token) -> bool:
    """Whether a source is somebody, or a text, and no date, thing or deed."""
    if source.lower_ in THINGS and source.pos_ != "NOUN":
        return False
    if source.pos_ != "NOUN":
        return True
    if source.ent_type_ in MOMENTS:
        return False
    return True
