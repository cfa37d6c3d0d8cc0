"""Norms: what one is, whom a verb binds, and what negates it."""

from dataclasses import dataclass
from enum import IntEnum

from spacy.tokens import Token

from variorum.language.dependents import OBJECTS, behind
from variorum.language.features import is_modal, is_past_participle
from variorum.language.relations import AUX, CC, CONJ, IOBJ
from variorum.language.verbs import agent_of, denies, has_passive, is_negated, subject_of
from variorum.language.word_lists import words
from variorum.model import Modality


class Strength(IntEnum):
    """How surely a clause states a norm, by its own words."""

    WEAK = 1
    """"will" and "can": often a statement of what happens."""
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
    """Whether it is in the past or conditional: "was to leave", "would leave"."""
    aimed: bool = False
    """Whether it is somebody's aim: "the goal is for none to survive"."""
    present: bool = False
    """Whether it is in the present tense without a word of duty: then only a party's act counts."""
    joined: bool = False
    """Whether it shares the words of a norm before it: "shall cease fire and withdraw"."""
    bounds: tuple[int, int] | None = None
    """The tokens of the term, where no verb holds them: a point of a list, a noun."""

    @property
    def is_demand(self) -> bool:
        """Whether somebody may only ask for it: "must leave", "is supposed to leave"."""
        helpers = {self.head.lemma_, *(c.lower_ for c in self.head.children if c.dep_ in AUX)}
        strong = self.strength is Strength.STRONG and self.modality is Modality.MUST
        return strong and not helpers.isdisjoint(words("agreements", "demanding"))

    @property
    def is_doubtful(self) -> bool:
        """Whether it may only say what happens or happened: "will leave", "was to leave"."""
        return (self.past and self.strength is Strength.STRONG) or self.strength is Strength.WEAK


def about(
    verb: Token, head: Token, modality: Modality, strength: Strength, past: bool = False
) -> Norm:
    """Return the norm of a verb, with who is bound; a negation turns it around."""
    if has_passive(verb):
        # "is to be searched and screened by the guards"
        joined = (c for c in verb.children if c.dep_ in CONJ and is_past_participle(c))
        who = next(filter(None, map(agent_of, (verb, *joined))), None)
        denied = denies(subject_of(head)) or denies(subject_of(verb))
    else:
        who = _torn_subject(verb) or subject_of(verb) or subject_of(head)
        denied = denies(who)
    denied = denied or is_negated(verb) or (head.i != verb.i and is_negated(head))
    denied = denied or any(denies(c) for c in verb.children if c.dep_ in OBJECTS | IOBJ)
    act = verb
    if abstains(verb):
        denied = not denied
        inner = behind(verb, "from")
        act = inner if inner is not None and inner.pos_ == "VERB" else verb
    return Norm(act, head, Modality.MUST_NOT if denied else modality, who, strength, past)


def _torn_subject(verb: Token) -> Token | None:
    """Return the Israel of "halt fire from Gaza and Israel will end its raids".

    The parser joins it to the noun before; it stands between "and" and the helper of its verb.
    """
    helper = next((c for c in verb.children if c.dep_ in AUX and is_modal(c)), None)
    name = verb.doc[helper.i - 1] if helper is not None and helper.i else verb
    joint = verb.doc[name.left_edge.i - 1] if name.left_edge.i else verb
    torn = name.dep_ in CONJ and name.pos_ == "PROPN" and joint.dep_ in CC
    own = subject_of(verb)
    return name if torn and (own is None or name.i not in {t.i for t in own.subtree}) else None


def is_alternative(verb: Token) -> bool:
    """Read "must either leave or surrender": who does one of them has done what was to be done."""
    before = (c for c in verb.head.children if c.dep_ in CC and c.i < verb.i)
    return verb.dep_ in CONJ and any(c.lower_ == "or" for c in before)


def abstains(verb: Token) -> bool:
    """Return whether a verb turns its clause around: "refrain from leaving"."""
    return verb.lemma_ in words("agreements", "abstaining")
