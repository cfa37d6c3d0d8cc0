"""Verbs: their subject and agent, their auxiliaries, and what negates them.

Every stage asks these; one that wants another reach names the relations that it allows.
"""

from collections.abc import Iterator

from spacy.tokens import Token

from variorum.language import relations
from variorum.language.dependents import OBJECTS, VERBS, first_child, has_child
from variorum.language.features import is_common_noun, is_plural
from variorum.language.relations import SUBJECTS, Labels
from variorum.language.word_lists import words

# A verb shares the subject of the verb that it depends on by these.
SHARING = relations.CONJ | relations.XCOMP
_CHAINED = SHARING | relations.CCOMP
_JOINED_TO_OBJECT = OBJECTS | relations.COMPLEMENT | relations.CONJ | relations.ADPOSITION
CLIMBS = 5  # So many verbs may stand between one and its subject


def has_aux(verb: Token) -> bool:
    """Return whether an auxiliary stands with `verb`."""
    return has_child(verb, relations.AUX | relations.AUX_PASS)


def has(verb: Token, forms: set[str]) -> bool:
    """Return whether one of the words `forms` depends on `verb`."""
    return any(child.lower_ in forms for child in verb.children)


def has_passive(verb: Token) -> bool:
    """Return whether `verb` is passive: "were killed"."""
    return has_child(verb, relations.AUX_PASS)


def is_negated(verb: Token, *, adverbs: bool = True) -> bool:
    """Return whether a verb is negated: "not", "never", "no longer", "nor shall".

    "Not fewer than 300 were evacuated" bounds a number and negates nothing.

    Args:
        verb: the verb.
        adverbs: whether other words than "not" count. They do not where a number is asked for:
            who "no longer claims" that 500 died still says what the 500 are said to have suffered.
    """
    joined = adverbs and verb.dep_ in relations.CONJ
    if joined and any(c.lower_ == "nor" and c.i < verb.i for c in verb.head.children):
        return True
    return any(_is_not(c) or (adverbs and _is_never(c)) for c in verb.children)


def _is_not(word: Token) -> bool:
    bounds = word.i + 1 < len(word.doc) and word.nbor().lower_ in words("language", "bounding")
    return word.dep_ in relations.NEG and not bounds


def _is_never(word: Token) -> bool:
    longer = word.lower_ == "longer" and any(c.lower_ == "no" for c in word.children)
    return longer or word.lower_ in words("language", "never")


def denies(noun: Token | None) -> bool:
    """Return whether a noun negates its verb: "nobody", "no troops", "neither side"."""
    if noun is None:
        return False
    none = words("language", "no_of_it")
    return noun.lower_ in words("language", "nobody") or any(
        c.lower_ in none for c in noun.children
    )


def subject_of(verb: Token, through: Labels = SHARING) -> Token | None:
    """Return the subject of a verb, or of the verb whose subject it shares, or None.

    A relative pronoun gives the noun that it stands for; so does a participle on a noun.

    Args:
        verb: the verb.
        through: the relations by which a verb shares the subject of the verb above it.
    """
    one = verb
    for _ in range(CLIMBS):
        subject = first_child(one, SUBJECTS) or _whoever(one)
        if subject is not None:
            relative = subject.lower_ in words("language", "relative")
            return one.head if relative and one.dep_ in relations.RELCL else subject
        if one.dep_ in relations.ACL:
            return one.head
        if one.dep_ not in through:
            return None
        one = one.head
        while one.pos_ in {"NOUN", "PROPN"} and one.dep_ in _JOINED_TO_OBJECT:
            one = one.head  # a verb that the parser joined to an object
    return None


def _whoever(verb: Token) -> Token | None:
    """Return the verb of a clause that is the subject and names a person: "whoever insults"."""
    clause = first_child(verb, relations.CSUBJ)
    inner = None if clause is None else first_child(clause, SUBJECTS)
    return clause if inner is not None and inner.lower_ in words("language", "whoever") else None


def agent_of(verb: Token) -> Token | None:
    """Return the agent of a passive verb; "by bus" says how and "by May" when, and are none."""
    by = first_child(verb, relations.AGENT)
    who = None if by is None else first_child(by, relations.COMPLEMENT)
    if who is None:
        return None
    bare = is_common_noun(who) and not is_plural(who) and not any(who.children)
    return None if bare or who.lower_ in words("language", "calendar") else who


def chain(verb: Token) -> Iterator[Token]:
    """Yield the verb and the verbs that share its subject, in the order of the text."""
    yield verb
    for child in verb.children:
        follows = child.dep_ in _CHAINED and child.pos_ in VERBS and child.i > verb.i
        if follows and not has_child(child, SUBJECTS):
            yield from chain(child)
