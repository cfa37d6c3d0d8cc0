"""Norms that words of duty or right tell: "is to leave", "is barred from", "has the right to"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from variorum.agreements.norms.agreement_words import AgreementWords
from variorum.agreements.norms.norm_grammar import (
    CLAUSES,
    Norm,
    Strength,
    about,
    behind,
    clause_of,
    denies,
    gerund_of,
    has_child,
    inner_verb,
    is_negated,
    object_of,
    quality_of,
    subject_of,
)
from variorum.language.verbs import SUBJECTS
from variorum.model import Modality

__all__ = ["bindings", "infinitives"]

# A list's points stand so near its heading, and the heading's verb so near its colon.
LIST_REACH, HEAD_REACH = 120, 20
HAVING = frozenset({"have", "retain", "obtain", "get", "keep", "receive"})
GIVING = frozenset({"give", "make", "offer"})
RENOUNCING = frozenset({"sign", "waive", "renounce", "forgo", "surrender", "lose"})
# Passives of these bind as "is obliged to" does.
SUPPOSING = frozenset({"suppose", "expect", "mean"})
# "Were stopped from leaving" tells what happened, not what is forbidden.
HINDERING = frozenset({"stop", "prevent"})


def infinitives(verb: Token, words: AgreementWords) -> Iterator[Norm]:
    """Read "is to leave", "has to leave", "agreed to leave", and points of a list: "to leave"."""
    if verb.tag_ not in {"VB", "VBN", "VBG"}:
        return
    if verb.dep_ == "ROOT":
        yield from _listed(verb, words)
    elif verb.dep_ in CLAUSES | {"conj"}:
        yield from _led(verb, verb.head, words)


def _is_aside(verb: Token, head: Token) -> bool:
    """Return whether a clause only says what for: "agreed, to save lives"; not "agreed to save"."""
    return verb.dep_ == "advcl" and verb.left_edge.i != head.i + 1


def _led(verb: Token, head: Token, words: AgreementWords) -> Iterator[Norm]:
    """Read the verb that another leads to: "is to leave", "agreed to leave", "agree on leaving"."""
    past = head.tag_ == "VBD" or any(c.tag_ == "VBD" for c in head.children if c.dep_ == "aux")
    to = any(c.tag_ == "TO" for c in verb.children)
    gerund = verb.tag_ == "VBG"
    vows = words["vow"]
    if to and verb.dep_ == "xcomp" and _binds(head, verb):
        yield about(verb, head, Modality.MUST, Strength.STRONG, past)
    elif head.lemma_.lower() in vows and (to or gerund) and not _is_aside(verb, head):
        if not has_child(head, "neg"):
            yield about(verb, head, Modality.MUST, Strength.PLEDGED, past)
    elif head.dep_ == "prep" and head.head.lemma_ in vows and gerund:
        yield about(verb, head.head, Modality.MUST, Strength.PLEDGED, past)


def _binds(head: Token, verb: Token) -> bool:
    """Return whether "is to" or "has to" binds: not "is free to", and not "has yet to"."""
    lemma = head.lemma_.lower()
    if lemma == "be":
        return quality_of(head) is None
    return lemma == "have" and all(c.lower_ != "yet" for c in (*head.children, *verb.children))


def _listed(verb: Token, words: AgreementWords) -> Iterator[Norm]:
    """Read a point of a list, "to mark all minefields", under "The two have undertaken:"."""
    to = any(c.tag_ == "TO" for c in verb.children)
    if not to or any(c.dep_ in SUBJECTS for c in verb.children):
        return
    doc, first = verb.doc, verb.left_edge.i
    before = range(first - 1, max(-1, first - LIST_REACH), -1)
    colon = next((i for i in before if doc[i].text == ":"), None)
    if colon is None:
        return
    for i in range(colon - 1, max(-1, colon - HEAD_REACH), -1):
        if doc[i].lemma_ in words["vow"] and doc[i].pos_ == "VERB":
            norm = about(verb, verb, Modality.MUST, Strength.PLEDGED)
            yield replace(norm, obligor=subject_of(doc[i]))
            return


def bindings(verb: Token, words: AgreementWords) -> Iterator[Norm]:
    """Read "is obliged to", "is free to", "has the right to", "has given its word not to"."""
    if verb.pos_ == "VERB":
        yield from _passive(verb, words)
    lemma = verb.lemma_.lower()
    if lemma == "be":
        yield from _quality(verb, words)
    held = object_of(verb)
    if held is not None:
        yield from _given(verb, held, words)
    if lemma == "get" and (act := inner_verb(verb)) is not None and act.tag_ == "VB":
        yield about(act, verb, Modality.MAY, Strength.WEAK)
    if lemma in HAVING and held is not None:
        yield from _had(verb, held, words)


def _passive(verb: Token, words: AgreementWords) -> Iterator[Norm]:
    """Read "is obliged to leave", "is permitted to", "is barred from"."""
    bare = verb.tag_ == "VBN" and verb.dep_ in {"acl", "conj"}
    if not bare and not has_child(verb, "auxpass"):
        return
    past = any(c.tag_ == "VBD" for c in verb.children if c.dep_ in {"auxpass", "aux"})
    lemma, act = verb.lemma_.lower(), inner_verb(verb)
    if act is not None and lemma in words["oblige"] | words["bound"] | SUPPOSING:
        if is_negated(verb):
            return  # who is not obliged to leave may stay
        yield about(act, verb, Modality.MUST, Strength.STRONG, past)
    elif act is not None and lemma in words["permit"]:
        yield about(act, verb, Modality.MAY, Strength.STRONG, past)
    elif lemma in words["forbid"] - HINDERING:
        # "Fuel is banned from the convoys" binds nobody it names; "the press is barred" does.
        named = act is not None or (lemma == "bar" and behind(verb, "from") is not None)
        who = subject_of(verb) if named else None
        yield Norm(act or verb, verb, Modality.MUST_NOT, who, Strength.STRONG, past)


def _quality(verb: Token, words: AgreementWords) -> Iterator[Norm]:
    """Read "is at liberty to leave", "is free to leave", "is due to leave"."""
    at = behind(verb, "at")
    if at is not None and at.lemma_ == "liberty":
        act = inner_verb(verb) or inner_verb(at)
        act = act or next((c for c in at.children if c.dep_ == "acl"), None)
        if act is not None:
            yield about(act, verb, Modality.MAY, Strength.STRONG)
    quality = quality_of(verb)
    act = None if quality is None else inner_verb(quality) or inner_verb(verb)
    if quality is None or act is None:
        return
    past = verb.tag_ == "VBD"
    if quality.lower_ in words["able"]:
        yield about(act, verb, Modality.MAY, Strength.STRONG, past)
    elif quality.lower_ in words["bound"]:
        yield about(act, verb, Modality.MUST, Strength.STRONG, past)


def _given(verb: Token, held: Token, words: AgreementWords) -> Iterator[Norm]:
    """Read "has given its word not to pursue", "has signed away the right to strike"."""
    act = clause_of(held) or inner_verb(verb) or gerund_of(held)
    if act is None or act.pos_ not in {"VERB", "AUX"}:
        return
    if verb.lemma_ in GIVING and held.lemma_ in words["assurances"]:
        modality = Modality.MUST_NOT if is_negated(act) else Modality.MUST
        yield Norm(act, verb, modality, subject_of(verb), Strength.PLEDGED)
    elif verb.lemma_ in RENOUNCING and held.lemma_ in words["rights"]:
        yield Norm(act, verb, Modality.MUST_NOT, subject_of(verb), Strength.PLEDGED)


def _had(verb: Token, held: Token, words: AgreementWords) -> Iterator[Norm]:
    """Read "has the right to leave", "keeps the duty of guarding", "has no right to leave"."""
    act = clause_of(held) or gerund_of(held)
    right = held.lemma_ in words["rights"]
    if act is None or not (right or held.lemma_ in words["duties"]):
        return
    modality = Modality.MUST
    if right:
        denied = denies(held) or is_negated(verb)
        modality = Modality.MUST_NOT if denied else Modality.MAY
    yield Norm(act, verb, modality, subject_of(verb), Strength.STRONG, verb.tag_ == "VBD")
