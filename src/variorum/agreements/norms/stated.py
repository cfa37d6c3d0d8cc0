"""Norms that are stated: "the deal obliges the army to leave", "the ministry guarantees that"."""

from collections.abc import Iterator

from spacy.tokens import Token

from variorum.agreements.norms.agreement_words import AgreementWords, load
from variorum.agreements.norms.norm_grammar import Norm, Strength, about
from variorum.language import relations as rel
from variorum.language.alignment import sentence_of
from variorum.language.dependents import (
    CLAUSES,
    OBJECTS,
    behind,
    first_child,
    has_child,
    inner_verb,
    object_of,
)
from variorum.language.features import is_base_form, is_modal, is_present
from variorum.language.verbs import denies, is_negated, subject_of
from variorum.language.word_lists import words
from variorum.model import Modality

NONE = words("agreements", "no_agreement")
LAWS = words("agreements", "standing_laws")
STATES = frozenset({"be", "have"})


def statements(verb: Token, words: AgreementWords) -> Iterator[Norm]:
    """Read what an agreement obliges, allows or provides, and what a party guarantees or agrees."""
    subject = subject_of(verb)
    if subject is None:
        return
    none = verb.dep_ in rel.RELCL and (
        any(c.lower_ in NONE for c in verb.head.children) or verb.head.lemma_.lower() in LAWS
    )
    if none or (is_negated(verb) and verb.lemma_ in words["stating"]):
        return  # "any deal that allows it", "the treaty that bans", "the deal does not provide for"
    lemma = verb.lemma_.lower()
    called = subject.lemma_.lower() in words.names - words["one_sided"]
    named = called or is_for_agreement(subject, words)
    if named and lemma == "see":
        for clause in verb.children:
            if clause.dep_ in rel.CCOMP and first_child(clause, rel.SUBJECTS) is not None:
                yield about(clause, verb, Modality.MUST, Strength.STATED)
    if lemma == "leave" and (called or subject.lemma_.lower() == "it"):
        yield from _left_free(verb)
    that = lemma in words["stating"] and has_child(verb, rel.CCOMP)
    if named and not that and lemma in words["oblige"] | words["permit"] | words["forbid"]:
        yield from _bids(verb, words)
    elif named and lemma in words["stating"] | words["assuring"]:
        yield from _states(verb)
    elif not named and lemma in words["perform"] and is_present(verb):
        yield from _performs(verb, subject)
    elif lemma == "agree" and not has_child(verb, rel.NEG):
        for clause in verb.children:
            if clause.dep_ in rel.CCOMP and clause.pos_ in {"VERB", "AUX"}:
                yield from _clause(clause, Strength.PLEDGED)


def is_asked(verb: Token) -> bool:
    """Return whether it is left open: "whether they must leave", "if the deal is to hold"."""
    return any(c.dep_ in rel.MARK and c.lower_ in load()["asking"] for c in verb.children)


def is_for_agreement(pronoun: Token, words: AgreementWords) -> bool:
    """Return whether "it" is the agreement that its sentence, or the one before, is about."""
    if pronoun.lower_ != "it":
        return False
    if all(t.is_space or t.is_punct for t in pronoun.doc[pronoun.sent.start : pronoun.i]):
        before = (pronoun.doc[i] for i in range(pronoun.i - 1, -1, -1))
        subjects = (t for t in before if t.dep_ in rel.SUBJECTS and t.head.dep_ in rel.ROOT)
        last = next((t for t in subjects if t.lower_ != "it"), pronoun)
        return last.lemma_.lower() in words.nouns
    return any(
        token.lemma_.lower() in words.names
        for token in pronoun.doc[sentence_of(pronoun).start : pronoun.i]
        if token.pos_ in {"NOUN", "PROPN"} and token.dep_ not in rel.COMPOUND
    )


def _left_free(verb: Token) -> Iterator[Norm]:
    """Read "the accord leaves the union free to graze its herds"."""
    for free in verb.subtree:
        act = inner_verb(free) if free.lower_ == "free" else None
        if act is None or free.i < verb.i:
            continue
        between = (c for c in (*free.children, *verb.children) if verb.i < c.i < free.i)
        who = next((c for c in between if c.dep_ in OBJECTS | rel.SUBJECTS), None)
        yield Norm(act, verb, Modality.MAY, who, Strength.STATED)


def _bids(verb: Token, words: AgreementWords) -> Iterator[Norm]:
    """Read "the deal obliges the army to leave", "allows visits", "bars them from the port"."""
    lemma = verb.lemma_.lower()
    if is_negated(verb) or is_asked(verb):
        return  # what a deal does not require, or whether it does
    modality = Modality.MUST
    if lemma in words["permit"]:
        modality = Modality.MAY
    elif lemma in words["forbid"]:
        modality = Modality.MUST_NOT
    held, act = object_of(verb), inner_verb(verb)
    act = act or next((c for c in verb.children if c.dep_ in rel.ACL and is_base_form(c)), None)
    if act is not None:
        yield Norm(act, verb, modality, first_child(act, rel.SUBJECTS) or held, Strength.STATED)
    elif held is not None:
        yield Norm(verb, verb, modality, None, Strength.STATED)


def _states(verb: Token) -> Iterator[Norm]:
    """Read "the deal provides that", "says that", "guarantees a corridor"."""
    clauses = [
        c for c in verb.children if c.dep_ in rel.CCOMP | rel.XCOMP and c.pos_ in {"VERB", "AUX"}
    ]
    if verb.lemma_ == "guarantee":
        clauses = [c for c in clauses if has_child(c, rel.AUX | rel.MARK)]
    told = [norm for clause in clauses for norm in _clause(clause, Strength.STATED)]
    yield from told
    held = has_child(verb, rel.CCOMP) or object_of(verb) or behind(verb, "for")
    if not told and held and verb.lemma_ in load()["providing"]:
        yield Norm(verb, verb, Modality.MUST, None, Strength.STATED)


def _performs(verb: Token, subject: Token) -> Iterator[Norm]:
    """Read "undertakes to leave", "guarantees that nobody will be punished", "waives the fee"."""
    act = next((c for c in verb.children if c.dep_ in rel.XCOMP and is_base_form(c)), None)
    if act is not None:
        yield about(act, verb, Modality.MUST, Strength.STRONG)
    elif (clause := _denied_clause(verb)) is not None:
        yield Norm(clause, verb, Modality.MUST_NOT, subject, Strength.STRONG)
    elif not has_child(verb, rel.NEG) and has_child(verb, OBJECTS | CLAUSES):
        yield Norm(verb, verb, Modality.MUST, subject, Strength.STRONG)


def _denied_clause(verb: Token) -> Token | None:
    """Return the verb of "guarantees that nobody will be punished": what must not be done."""
    for clause in verb.children:
        denied = denies(first_child(clause, rel.SUBJECTS)) or is_negated(clause)
        if denied and clause.dep_ in rel.CCOMP and clause.pos_ == "VERB":
            return clause
    return None


def _clause(clause: Token, strength: Strength) -> Iterator[Norm]:
    """Read what an agreement says: with a modal or without, "that the forces leave the base"."""
    modal = next((c for c in clause.children if is_modal(c)), None)
    inner = first_child(clause, rel.XCOMP)
    leads = inner is not None and clause.lemma_ in {"be", "have"}
    verb = inner if inner is not None and leads else clause
    plain = modal is None and (is_present(verb) or is_base_form(verb)) and verb.lemma_ not in STATES
    if modal is not None or leads or plain:
        permitted = modal is not None and modal.lower_ in load()["permitting"]
        yield about(verb, clause, Modality.MAY if permitted else Modality.MUST, strength)
