"""The grammar of norms: what a norm is, who is bound by a verb, and what denies it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

from spacy.tokens import Token

from variorum.language.verbs import SUBJECTS
from variorum.model import Modality

__all__ = [
    "ABSTAINING",
    "CLAUSES",
    "CLIMBS",
    "OBJECTS",
    "Norm",
    "Strength",
    "about",
    "agent_of",
    "behind",
    "clause_of",
    "denies",
    "first_child",
    "gerund_of",
    "has_child",
    "inner_verb",
    "is_negated",
    "object_of",
    "quality_of",
    "subject_of",
]

OBJECTS = frozenset({"dobj", "obj", "attr", "oprd"})
CLAUSES = frozenset({"xcomp", "ccomp", "advcl", "acl", "pcomp"})
RELATIVE = frozenset({"that", "which", "who"})
NOBODY = frozenset({"no", "neither", "none", "nobody", "nothing", "nowhere"})
NONE = frozenset({"no", "neither"})
ABSTAINING = frozenset({"refrain", "abstain", "desist"})
# So many verbs may stand between one and its subject.
CLIMBS = 5


class Strength(IntEnum):
    """How surely a clause states a norm, whatever stands around it."""

    WEAK = 1
    """"will" and "can": as often what happens as what has to."""
    STRONG = 2
    """"must", "may not", "is to", "is obliged to"."""
    PLEDGED = 3
    """"has agreed to", "undertakes to"."""
    STATED = 4
    """An agreement is the subject: "the deal obliges X to"."""


@dataclass(frozen=True)
class Norm:
    """A norm: the verb of the act, the verb that makes it one, and who is bound or free.

    The two verbs are one in "must leave"; in "is obliged to leave" the head is "obliged". `obligor`
    is None where a passive names nobody.
    """

    verb: Token
    head: Token
    modality: Modality
    obligor: Token | None
    strength: Strength
    past: bool = False
    """Whether it is told in the past or as what would be: "was to leave", "would leave"."""
    aimed: bool = False
    """Whether it is somebody's aim: "the goal is for none to survive"."""
    present: bool = False
    """Whether it is told in the present, without a word of duty: only a party's act may be one."""
    joined: bool = False
    """Whether it shares the words of a norm before it: "shall cease fire and withdraw"."""

    @property
    def is_doubtful(self) -> bool:
        """Whether it may but tell what happens or happened: "will leave", "was to leave"."""
        told = self.past and self.strength is Strength.STRONG
        return told or self.strength is Strength.WEAK


def about(
    verb: Token, head: Token, modality: Modality, strength: Strength, past: bool = False
) -> Norm:
    """Return the norm of a verb, with who is bound, turned around where it is denied."""
    if has_child(verb, "auxpass"):
        who = agent_of(verb) or _shared_agent(verb)
        denied = denies(subject_of(head)) or denies(subject_of(verb))
    else:
        who = subject_of(verb) or subject_of(head)
        denied = denies(who)
    denied = denied or is_negated(verb) or (head.i != verb.i and is_negated(head))
    denied = denied or any(denies(c) for c in verb.children if c.dep_ in OBJECTS | {"dative"})
    act = verb
    if verb.lemma_ in ABSTAINING:
        denied = not denied
        inner = behind(verb, "from")
        act = inner if inner is not None and inner.pos_ == "VERB" else verb
    return Norm(act, head, Modality.MUST_NOT if denied else modality, who, strength, past)


def first_child(token: Token, deps: frozenset[str]) -> Token | None:
    """Return the first child of a token that hangs on it by one of the relations."""
    return next((c for c in token.children if c.dep_ in deps), None)


def has_child(token: Token, dep: str) -> bool:
    """Return whether a child hangs on a token by a relation."""
    return any(c.dep_ == dep for c in token.children)


# "Will neither shell the road nor mine the bridge".
NEVER = frozenset({"never", "neither"})


def is_negated(verb: Token) -> bool:
    """Return whether a verb is denied: "not", "never", "no longer", "nor shall"."""
    if verb.dep_ == "conj" and any(c.lower_ == "nor" and c.i < verb.i for c in verb.head.children):
        return True
    longer = any(
        c.lower_ == "longer" and any(n.lower_ == "no" for n in c.children) for c in verb.children
    )
    return longer or any(c.dep_ == "neg" or c.lower_ in NEVER for c in verb.children)


def denies(noun: Token | None) -> bool:
    """Return whether a noun denies its verb: "nobody", "no troops", "neither side"."""
    if noun is None:
        return False
    return noun.lower_ in NOBODY or any(c.lower_ in NONE for c in noun.children)


def quality_of(verb: Token) -> Token | None:
    """Return the adjective of "is free", "stays shut"."""
    return next((c for c in verb.children if c.dep_ in {"acomp", "oprd"}), None)


def object_of(verb: Token) -> Token | None:
    """Return the first object of a verb, what it is said to be among them."""
    return first_child(verb, OBJECTS)


def inner_verb(token: Token) -> Token | None:
    """Return the verb of "to leave", or of "from leaving", behind a verb or an adjective."""
    for child in token.children:
        clause = child.dep_ in {"xcomp", "ccomp", "advcl"} and child.tag_ in {"VB", "VBN", "VBG"}
        if clause and child.i > token.i and child.pos_ in {"VERB", "AUX"}:
            return child
    held = behind(token, "from")
    return held if held is not None and held.tag_ == "VBG" else None


def clause_of(noun: Token) -> Token | None:
    """Return the verb that hangs on a noun: "the right to leave", "a duty that binds"."""
    return next((c for c in noun.children if c.dep_ in {"acl", "relcl"}), None)


def gerund_of(noun: Token) -> Token | None:
    """Return the verb behind "of" or "for": "the duty of guarding"."""
    for prep in noun.children:
        if prep.lower_ in {"of", "for"}:
            return next((c for c in prep.children if c.dep_ == "pcomp"), None)
    return None


def behind(verb: Token, word: str) -> Token | None:
    """Return what stands behind a preposition of a verb: "barred from the port", "from leaving"."""
    for prep in verb.children:
        if prep.dep_ == "prep" and prep.lower_ == word:
            return next((c for c in prep.children if c.dep_ in {"pobj", "pcomp"}), None)
    return None


def subject_of(verb: Token) -> Token | None:
    """Return the subject of a verb, that of the verb it hangs on, or what a relative stands for."""
    one = verb
    for _ in range(CLIMBS):
        subject = first_child(one, SUBJECTS)
        if subject is not None:
            relative = subject.lower_ in RELATIVE and one.dep_ == "relcl"
            return one.head if relative else subject
        if one.dep_ == "acl":
            return one.head
        if one.dep_ not in {"conj", "xcomp"}:
            return None
        one = one.head
        while one.pos_ in {"NOUN", "PROPN"} and one.dep_ in OBJECTS | {"pobj", "conj", "prep"}:
            one = one.head  # a verb that the parser joined to an object
    return None


def _shared_agent(verb: Token) -> Token | None:
    """Return who does both of "is to be searched and screened by the guards"."""
    below = (c for c in verb.children if c.dep_ == "conj" and c.tag_ == "VBN")
    return next((who for c in below if (who := agent_of(c)) is not None), None)


def agent_of(verb: Token) -> Token | None:
    """Return who does what a passive tells; "by bus" is how, not who."""
    by = next((c for c in verb.children if c.dep_ == "agent"), None)
    who = None if by is None else next((c for c in by.children if c.dep_ == "pobj"), None)
    bare = who is not None and who.tag_ == "NN" and not any(who.children)
    return None if bare else who
