"""Cues: which words of a document attribute, and in which construction."""

import itertools
from collections.abc import Iterable, Iterator

from spacy.tokens import Token

from variorum.extract.attribution.figures import TALLIES, figure_word
from variorum.language import relations
from variorum.language.english_words import CueWord, cue_words, word_list
from variorum.language.features import is_base_form, is_modal, is_possessive_pronoun
from variorum.language.word_lists import words
from variorum.model import Certainty, Stance

_ADPOSITION_OR_ADVMOD = relations.ADPOSITION | relations.ADVMOD
_NSUBJ_OR_ATTRIBUTE = relations.NSUBJ | relations.ATTRIBUTE
_ASIDE = relations.PARATAXIS | relations.CCOMP | relations.ADVCL
_PARTICLE_OR_NEG = relations.PARTICLE | relations.NEG
_ROOT_OR_PARATAXIS = relations.ROOT | relations.PARATAXIS
VERB_LIKE = frozenset({"VERB", "AUX"})
# How many words behind "claimed" the lives may stand.
TAKEN = 6
BEFORE_CUE = relations.HELPERS | relations.NEG | relations.PARTICLE
JOINED = relations.PARTICLE | relations.OBJ
DESCRIBING = words("extract", "describing")
PLAIN = words("extract", "plain")
PUT_AT = CueWord("put", "VERB", frozenset({"obj"}), Stance.ASSERTS, Certainty.PROBABLE)
REVISING = words("extract", "revising")
MAKE_CLEAR = CueWord("make", "VERB", frozenset({"clause"}), Stance.ASSERTS, Certainty.CERTAIN)
FINDING = words("extract", "finding")
SIGNS = words("extract", "signs_of_fact")
NO_SIGN = CueWord("see", "VERB", frozenset({"obj"}), Stance.DOUBTS, Certainty.PROBABLY_NOT)
LINE = CueWord("line", "NOUN", frozenset({"is"}), Stance.ASSERTS, Certainty.CERTAIN)
QUOTED_AS = words("extract", "quoted_as")
BLAMES = CueWord("hold", "VERB", frozenset({"obj"}), Stance.ASSERTS, Certainty.CERTAIN)
BLAMED = words("extract", "blamed")
NOBODY = words("extract", "nobody")
NEGATIONS = words("extract", "negations")


def cue_word(token: Token) -> CueWord | None:
    """Return the table's entry for a token, under the part of speech it is used in.

    A verb with its particle or its object goes before the verb alone: "rule out", "cast doubt".
    """
    lemma = token.lemma_.lower()
    pos = "VERB" if token.pos_ in VERB_LIKE else token.pos_
    if pos == "VERB":
        for child in token.rights:
            joined = cue_words().get((f"{lemma} {child.lemma_.lower()}", pos))
            if child.dep_ in JOINED and joined is not None and (lemma != "go" or _tells(token)):
                return joined
    found = cue_words().get((lemma, pos))
    if found is None and token.pos_ in {"PROPN", "NOUN"} and token.dep_ in _ROOT_OR_PARATAXIS:
        found = cue_words().get((token.lower_.removesuffix("s"), "VERB"))
    return found


def _is_own_tally(token: Token) -> bool:
    """Read "raised its figure to 340": whoever revises a figure of his own, states it."""
    tally = token.dep_ in relations.OBJ and token.lemma_.lower() in TALLIES
    return tally and any(is_possessive_pronoun(c) for c in token.lefts)


def candidates(tokens: Iterable[Token]) -> Iterator[tuple[Token, CueWord]]:
    """Yield each of some tokens that may be a cue, with its entry, in order."""
    for token in tokens:
        word = cue_entry(token)
        if word is not None:
            yield token, word


def says_nothing(head: Token) -> bool:
    """Whether a verb only takes, "the storm claimed 40 lives", describes, or leads to another."""
    if head.lemma_ in DESCRIBING and (_only_describes(head) or _leads_on(head)):
        return True
    # "The storm claimed a total of 40 lives", not "he claimed that lives were lost".
    after = head.doc[head.i + 1 : head.i + 1 + TAKEN]
    taken = itertools.takewhile(lambda t: t.pos_ not in {*VERB_LIKE, "SCONJ"}, after)
    return head.lemma_ == "claim" and any(t.lower_ in word_list("claimed") for t in taken)


def _leads_on(head: Token) -> bool:
    """Whether another verb says what is said: "the minister is said to have told them that"."""
    for verb in head.rights:
        helpers = [c.lower_ for c in verb.lefts if c.dep_ in relations.HELPERS]
        if verb.dep_ in relations.XCOMP and helpers == ["to", "have"]:
            tells = any(c.dep_ in relations.CCOMP for c in verb.rights)
            return tells and (verb.lemma_.lower(), "VERB") in cue_words()
    return False


def _only_describes(head: Token) -> bool:
    """Whether a verb only says what a noun is taken for: "a photo said to show a deal came out".

    The main verb follows, which the parse and the model often miss; then all of it is reported.
    """
    after, before = head.doc[head.i + 1 : head.i + 3], head.doc[max(0, head.i - 1)]
    to_do = len(after) == 2 and after[0].lower_ == "to" and is_base_form(after[1])
    described = before.pos_ in {"NOUN", "PROPN"}
    return to_do and described and not any(c.dep_ in relations.HELPERS for c in head.lefts)


def cue_entry(token: Token) -> CueWord | None:
    """Return what the table says of a token as a cue, or None."""
    if says_nothing(token):
        return None
    if token.lemma_ == "make" and any(t.lower_ in PLAIN for t in token.rights):
        return MAKE_CLEAR
    if token.lemma_ in REVISING and any(_is_own_tally(t) for t in token.rights):
        return PUT_AT
    if token.lemma_ in FINDING and any(_is_no_sign(t) for t in token.rights):
        return NO_SIGN
    if (token.lower_ in QUOTED_AS and said_before(token) is not None) or _is_blame(token):
        return BLAMES if token.lemma_ == "hold" else LINE
    word = cue_word(token) if token.lemma_ != "hold" or _tells(token) else None
    if word is None or "obj" not in word.frames:
        word = figure_word(token) or word
    return word


def said_before(noun: Token) -> Token | None:
    """Return the clause that a noun behind "was" names: "“...,” was the verdict of the team"."""
    verb = noun.head
    if verb.lemma_ != "be" or noun.i < verb.i or noun.dep_ not in _NSUBJ_OR_ATTRIBUTE:
        return None
    return next((c for c in verb.lefts if c.dep_ in relations.CCOMP), None)


def _tells(verb: Token) -> bool:
    """Whether somebody speaks on, "..., he went on, ...", or holds that something is so."""
    if verb.lemma_ == "hold":
        clauses = (c for c in verb.rights if c.dep_ in relations.CCOMP)
        return any(c.left_edge.lower_ == "that" for c in clauses)
    marked = any(c.dep_ in relations.MARK for c in verb.lefts)
    told = any(c.dep_ in relations.CCOMP for c in verb.children)
    return not marked and (verb.dep_ in _ASIDE or told)


def _is_blame(verb: Token) -> bool:
    """Whether somebody is said to hold another responsible, and not to be about to."""
    if verb.lemma_ != "hold" or is_base_form(verb) or any(map(is_modal, verb.lefts)):
        return False
    blamed = any(c.dep_ in relations.OBJECT_PREDICATE and c.lower_ in BLAMED for c in verb.rights)
    both = (verb, verb.head) if verb.dep_ in relations.CONJ else (verb,)
    whose = any(c.dep_ in relations.NSUBJ for v in both for c in v.lefts)
    whom = any(c.dep_ in relations.OBJ for c in verb.rights)
    return blamed and whose and whom


def _is_no_sign(noun: Token) -> bool:
    """Whether a verb has "no sign of" something for its object."""
    of = any(c.dep_ in relations.ADPOSITION and c.lower_ == "of" for c in noun.rights)
    sign = noun.dep_ in relations.OBJ and noun.lemma_.lower() in SIGNS and of
    return sign and any(c.lower_ == "no" for c in noun.lefts)


def cue_range(head: Token) -> tuple[int, int]:
    """Return the token range of a cue: its head with the auxiliaries and negations beside it."""
    start, end = head.i, head.i + 1
    for child in reversed(list(head.lefts)):
        if child.dep_ in BEFORE_CUE and child.i == start - 1:
            start = child.i
    for child in head.rights:
        fixed = child.dep_ in _PARTICLE_OR_NEG or (head.lemma_ == "make" and child.lower_ in PLAIN)
        if fixed and child.i == end:
            end = child.i + 1
    return start, end


def negated(head: Token) -> bool:
    """Whether the cue itself is negated ("did not say", "nobody said", "no longer believes")."""
    around, up = [*head.children], head
    while up.dep_ in relations.XCOMP | relations.ADJ_COMPLEMENT and up.head.i < up.i:
        around += [up.head, *up.head.children]
        up = up.head
    for child in around:
        if child.i < head.i and (child.dep_ in relations.NEG or child.lower_ in NEGATIONS):
            return True
        if child.dep_ in relations.SUBJECTS and _is_nobody(child):
            return True
        if child.lower_ == "longer" and any(c.lower_ == "no" for c in child.lefts):
            return True
        if child.dep_ in relations.OBJ and any(c.lower_ == "no" for c in child.lefts):
            return (head.lemma_.lower(), "VERB") not in cue_words()
    return _after_nor(head)


def _is_nobody(subject: Token) -> bool:
    """Whether a subject is nobody: "no official", "few residents", "neither A nor B"."""
    if subject.lower_ in NOBODY:
        return True
    before = [c.lower_ for c in subject.lefts]
    return bool({"no", "neither"} & {*before}) or ("few" in before and "a" not in before)


def _after_nor(head: Token) -> bool:
    """Whether a verb is the second of "neither confirmed nor denied", "not confirmed or denied"."""
    if head.dep_ not in relations.CONJ:
        return False
    joining = {c.lower_ for c in (*head.head.rights, *head.lefts) if c.i < head.i}
    not_either = any(c.dep_ in relations.NEG for c in head.head.lefts)
    return "nor" in joining or ("or" in joining and not_either)


def withheld(head: Token) -> Token | None:
    """Return the verb that is not said in "refused to confirm", "stopped short of saying".

    `head` may be either verb; None where nothing is withheld.
    """
    if _withholds(head):
        return next((t for t in _below(head) if cue_word(t) is not None), None)
    up = head.head
    while up.dep_ in _ADPOSITION_OR_ADVMOD and head.dep_ in relations.COMPLEMENT_CLAUSE:
        up = up.head
    below = head.dep_ in relations.XCOMP | relations.COMPLEMENT_CLAUSE and _withholds(up)
    return head if below else None


def _withholds(verb: Token) -> bool:
    if verb.lemma_.lower() not in word_list("withholding"):
        return False
    return verb.lemma_ != "stop" or any(c.lower_ == "short" for c in verb.rights)


def _below(verb: Token) -> Iterator[Token]:
    """Yield the infinitives and gerunds that a verb leads to: "to confirm", "short of saying"."""
    for child in verb.rights:
        if child.dep_ in relations.XCOMP:
            yield child
        elif child.dep_ in _ADPOSITION_OR_ADVMOD:
            phrases = [child, *(c for c in child.rights if c.dep_ in relations.ADPOSITION)]
            yield from (
                g for p in phrases for g in p.rights if g.dep_ in relations.COMPLEMENT_CLAUSE
            )
