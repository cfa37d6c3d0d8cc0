"""Norms that words of duty or right tell: "is to leave", "is barred from", "has the right to"."""

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from variorum.agreements.norms.agreement_words import AgreementWords
from variorum.agreements.norms.norm_grammar import Norm, Strength, about
from variorum.language import features
from variorum.language import relations as rel
from variorum.language.dependents import (
    CLAUSES,
    behind,
    clause_of,
    first_child,
    gerund_of,
    has_child,
    inner_verb,
    object_of,
    quality_of,
)
from variorum.language.verbs import denies, has_passive, is_negated, subject_of
from variorum.model import Modality

# A list's points stand so near its heading, and the heading's verb so near its colon.
LIST_REACH, HEAD_REACH = 120, 20


def infinitives(verb: Token, words: AgreementWords) -> Iterator[Norm]:
    """Read "is to leave", "has to leave", "agreed to leave", and points of a list: "to leave"."""
    if not (features.is_base_form(verb) or features.is_participle(verb)):
        return
    if verb.dep_ in rel.ROOT:
        yield from _listed(verb, words)
    elif verb.dep_ in CLAUSES | rel.CONJ:
        yield from _led(verb, verb.head, words)


def _led(verb: Token, head: Token, words: AgreementWords) -> Iterator[Norm]:
    """Read the verb that another leads to: "is to leave", "agreed to leave", "agree on leaving"."""
    past = features.is_past_tense(head) or any(
        features.is_past_tense(c) for c in head.children if c.dep_ in rel.AUX
    )
    to = any(features.is_infinitive_marker(c) for c in verb.children)
    gerund = features.is_present_participle(verb)
    vows = words["vow"]
    # What only says what for: "agreed, to save lives"; not "agreed to save".
    aside = verb.dep_ in rel.ADVCL and verb.left_edge.i != head.i + 1
    if to and verb.dep_ in rel.XCOMP and _binds(head, verb):
        yield about(verb, head, Modality.MUST, Strength.STRONG, past)
    elif head.lemma_.lower() in vows and (to or gerund) and not aside:
        if not has_child(head, rel.NEG) and not _is_unmade(head):
            yield about(verb, head, Modality.MUST, Strength.PLEDGED, past)
    elif head.dep_ in rel.ADPOSITION and head.head.lemma_ in vows and gerund:
        if _is_unmade(head.head):
            return
        yield about(verb, head.head, Modality.MUST, Strength.PLEDGED, past)


def _is_unmade(vow: Token) -> bool:
    """Read "want the president to agree to cuts", "may agree to leave": nothing is agreed yet."""
    return features.is_base_form(vow) and any(
        features.is_infinitive_marker(c) or c.dep_ in rel.AUX for c in vow.children
    )


def _binds(head: Token, verb: Token) -> bool:
    """Return whether "is to" or "has to" binds: not "is free to", and not "has yet to"."""
    lemma = head.lemma_.lower()
    if lemma == "be":
        return quality_of(head) is None
    had = any(c.lemma_ == "have" and c.dep_ in rel.AUX for c in head.children)  # "has had to"
    yet = any(c.lower_ == "yet" for c in (*head.children, *verb.children))
    return lemma == "have" and not had and not yet


def _listed(verb: Token, words: AgreementWords) -> Iterator[Norm]:
    """Read a point of a list, "to mark all minefields", under "The two have undertaken:"."""
    to = any(features.is_infinitive_marker(c) for c in verb.children)
    if not to or has_child(verb, rel.SUBJECTS):
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
    if lemma == "get" and (act := inner_verb(verb)) is not None and features.is_base_form(act):
        yield about(act, verb, Modality.MAY, Strength.WEAK)
    if lemma in words["having"] and held is not None:
        yield from _had(verb, held, words)


def _passive(verb: Token, words: AgreementWords) -> Iterator[Norm]:
    """Read "is obliged to leave", "is permitted to", "is barred from"."""
    bare = features.is_past_participle(verb) and verb.dep_ in rel.ACL | rel.CONJ
    if not bare and not has_passive(verb):
        return
    past = any(features.is_past_tense(c) for c in verb.children if c.dep_ in rel.AUX | rel.AUX_PASS)
    lemma, act = verb.lemma_.lower(), inner_verb(verb)
    if act is not None and lemma in words["oblige"] | words["bound"] | words["supposing"]:
        if is_negated(verb):
            return  # who is not obliged to leave may stay
        yield about(act, verb, Modality.MUST, Strength.STRONG, past)
    elif act is None and lemma in words["confining"] and verb.dep_ in rel.ROOT and not past:
        who = subject_of(verb)
        if who is not None and who.lemma_.lower() not in words["mandates"]:
            yield Norm(verb, verb, Modality.MUST, who, Strength.STRONG)
    elif act is not None and lemma in words["permit"]:
        yield about(act, verb, Modality.MAY, Strength.STRONG, past)
    elif lemma in words["forbid"] - words["hindering"]:
        # "Fuel is banned from the convoys" binds nobody it names; "the press is barred" does.
        named = act is not None or (lemma == "bar" and behind(verb, "from") is not None)
        who = subject_of(verb) if named else None
        yield Norm(act or verb, verb, Modality.MUST_NOT, who, Strength.STRONG, past)


def _quality(verb: Token, words: AgreementWords) -> Iterator[Norm]:
    """Read "is at liberty to leave", "is free to leave", "is due to leave"."""
    at = behind(verb, "at")
    if at is not None and at.lemma_ == "liberty":
        act = inner_verb(verb) or inner_verb(at) or first_child(at, rel.ACL)
        if act is not None:
            yield about(act, verb, Modality.MAY, Strength.STRONG)
    quality = quality_of(verb)
    act = None if quality is None else inner_verb(quality) or inner_verb(verb)
    if quality is None or act is None:
        return
    past = features.is_past_tense(verb)
    if quality.lower_ in words["able"]:
        yield about(act, verb, Modality.MAY, Strength.STRONG, past)
    elif quality.lower_ in words["bound"]:
        yield about(act, verb, Modality.MUST, Strength.STRONG, past)


def _given(verb: Token, held: Token, words: AgreementWords) -> Iterator[Norm]:
    """Read "has given its word not to pursue", "has signed away the right to strike"."""
    act = clause_of(held) or inner_verb(verb) or gerund_of(held)
    if act is None or act.pos_ not in {"VERB", "AUX"}:
        return
    if verb.lemma_ in words["giving"] and held.lemma_ in words["assurances"]:
        modality = Modality.MUST_NOT if is_negated(act) else Modality.MUST
        yield Norm(act, verb, modality, subject_of(verb), Strength.PLEDGED)
    elif verb.lemma_ in words["renouncing"] and held.lemma_ in words["rights"]:
        yield Norm(act, verb, Modality.MUST_NOT, subject_of(verb), Strength.PLEDGED)


def _had(verb: Token, held: Token, words: AgreementWords) -> Iterator[Norm]:
    """Read "has the right to leave", "keeps the duty of guarding", "has no right to leave"."""
    act = clause_of(held) or gerund_of(held)
    right = held.lemma_ in words["rights"]
    if act is None or not (right or held.lemma_ in words["duties"]):
        return
    modality = Modality.MUST
    if right:
        modality = Modality.MUST_NOT if denies(held) or is_negated(verb) else Modality.MAY
    told = features.is_past_tense(verb) and verb.lemma_ == "have"  # who obtained a right has it
    yield Norm(act, verb, modality, subject_of(verb), Strength.STRONG, told)
