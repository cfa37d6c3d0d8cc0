"""The parts of a term: its words, act, object, quantity, condition, exception and sequence."""

import re
from collections.abc import Sequence

from spacy.tokens import Token

from variorum.agreements.norms.agreement_words import load
from variorum.agreements.norms.domains import domain_of
from variorum.agreements.norms.due_dates import due
from variorum.agreements.norms.norm_grammar import Norm, abstains, is_alternative
from variorum.language import relations as rel
from variorum.language.alignment import sentence_of
from variorum.language.dependents import OBJECTS, VERBS, first_child, quality_of
from variorum.language.features import is_modal
from variorum.language.noun_phrases import phrase, phrase_range
from variorum.language.verbs import denies, has_passive
from variorum.language.word_lists import pairs, pattern
from variorum.model import Clause, Document, Modality, Place, When
from variorum.text import span

HELD = rel.COMPLEMENT
# What precedes a verb without being part of its act: "under the deal ... also leave".
BESIDE = rel.ADPOSITION | rel.ADVCL | rel.CC | rel.CCOMP | rel.MEASURE | rel.PRECONJ | rel.PUNCT
ANY = pairs("agreements", "any_for_none")
QUOTES = frozenset("“\"'‘")
INFLECTED = frozenset({"VBD", "VBG", "VBN", "VBP", "VBZ"})
# What stands for the verb of a term that is a noun: "open crossings".
DO = "do"
_ABSTAIN = pattern("agreements", r"(?i)^{abstaining}\w*\s+from\s+")
_NONE = re.compile(r"(^|[\s“\"‘'])(?:no|neither)\s+", re.IGNORECASE)
_EXCEPTION = re.compile(
    r"\b(?:apart from|except(?:ing)?(?: for)?|other than|save(?: for)?|excluding"
    r"|with the exception of|but not|bar)\b[^,;.]*",
    re.IGNORECASE,
)
_SEQUENCE = pattern("agreements", r"(?i)\bin (?:\w+ )?{stages}\b|\b{in_order}\b")


def parts(  # noqa: PLR0913, PLR0917  (everything that stands around a clause)
    document: Document,
    norm: Norm,
    parties: Sequence[str],
    whens: Sequence[When],
    places: Sequence[Place],
    since: str | None,
) -> Clause:
    """Return a term with all its parts but who is bound, and to which agreement it belongs.

    Args:
        document: the document.
        norm: the norm that is the term.
        parties: the names of those who agreed.
        whens: the dates of the document.
        places: the places of the document.
        since: the EDTF day on or after which a date without a year lies; None where unknown.
    """
    verb, text = norm.verb, document.text
    inside = _tokens(norm)
    start, end = inside[0].idx, inside[-1].idx + len(inside[-1])
    if text.count("(", start, end) > text.count(")", start, end) and text.startswith(")", end):
        end += 1
    first = norm.bounds[0] if norm.bounds else _act_start(verb)
    act = next((t.idx for t in inside if t.i >= first), start)
    held = _object(norm)
    bans = verb.lemma_ in load()["forbid"] and has_passive(verb)
    banned = first_child(verb, rel.SUBJECTS) if bans else None  # "raids are forbidden"
    exception = _EXCEPTION.search(text[act : sentence_of(verb).end_char])
    sequence = _SEQUENCE.search(text[start:end])
    return Clause(
        agreement=None,
        obligor="unclear",
        modality=norm.modality,
        span=span(document, start, end),
        act=_text(banned) if banned else _active(norm) or _plain(text[act:end], norm),
        predicate=_predicate(verb) if verb.pos_ in VERBS and banned is None else DO,
        object=_unquoted(phrase(held)) if held is not None else None,
        beneficiary=_beneficiary(verb, held, parties),
        quantity=_quantity(held) or _first_quantity(verb, inside),
        place=next((p.name for p in places if start <= p.span.start < end), None),
        condition=_condition(verb),
        exception=exception.group().strip() if exception else None,
        due=due(inside, whens, since),
        sequence=sequence.group().strip(" ,") if sequence else None,
        domain=domain_of(verb, inside),
    )


def _active(norm: Norm) -> str | None:
    """Return "search and screen the men" for "the men shall be searched and screened by" guards."""
    verb = norm.verb
    patient = first_child(verb, rel.SUBJECTS) or first_child(norm.head, rel.SUBJECTS)
    if norm.obligor is None or patient is None or not has_passive(verb):
        return None
    if patient.lower_ in load()["pronouns"]:
        return None
    by = norm.obligor.head
    joint = [t for t in verb.children if t.dep_ in rel.CONJ and t.tag_ == verb.tag_]
    if by.dep_ not in rel.AGENT or (by.head.i != verb.i and by.head not in joint):
        return None
    verbs = " and ".join(t.lemma_ for t in (verb, *joint))
    what = _text(patient)
    return f"{verbs} {what if patient.pos_ == 'PROPN' else what[:1].lower() + what[1:]}"


def _plain(act: str, norm: Norm) -> str:
    """Return an act in plain form, without the word that negates it, which its modality tells.

    "Provide no obstruction" is not to provide obstruction, "refrain from raids" not to raid.
    """
    verb = norm.verb
    if verb.pos_ not in VERBS and verb.doc[norm.bounds[0] if norm.bounds else 0].pos_ != "PROPN":
        act = f"{act[:1].lower()}{act[1:]}"
    if act.startswith(verb.text) and verb.tag_ in INFLECTED and not has_passive(verb):
        act = f"{verb.lemma_}{act[len(verb) :]}"
    if act.count("“") != act.count("”") or act.find("”") < act.find("“"):
        act = re.sub("[“”]", "", act)
    if norm.modality is not Modality.MUST_NOT:
        return act
    act = _ABSTAIN.sub("", act) if abstains(verb) else act
    held = next((c for c in verb.children if c.dep_ in OBJECTS | rel.IOBJ and denies(c)), None)
    if held is None:
        return act
    if held.lower_ in ANY:
        return re.sub(rf"\b{re.escape(held.text)}\b", ANY[held.lower_], act, count=1)
    return _NONE.sub(r"\1", act, count=1)


def _tokens(norm: Norm) -> list[Token]:
    """Return the tokens of the term, from who is bound to the end of its clause."""
    verb = norm.verb
    if norm.bounds is not None:
        return _trimmed(list(verb.doc[slice(*norm.bounds)])) or [verb]
    others = {t.i for other in _other_clauses(norm) for t in other.subtree}
    held = {t.i for t in verb.subtree} - others
    tokens = [t for t in verb.doc[_first(norm, held) : max(held) + 1] if t.i not in others]
    tokens = _trimmed(tokens)
    kept: list[Token] = []
    for token in tokens:
        if kept and token.i > verb.i and (token.i > kept[-1].i + 1 or _breaks(token, verb)):
            break
        kept.append(token)
    return _trimmed(kept) or [verb]


def _breaks(token: Token, verb: Token) -> bool:
    """Return whether a token behind a verb begins what is told besides: ", which the US backs"."""
    after = token.doc[token.right_edge.i + 1 : token.right_edge.i + 2]
    helps = bool(after) and is_modal(after[0]) and after[0].head.i not in {verb.i, token.head.i}
    torn = token.dep_ in rel.CONJ and token.pos_ == "PROPN" and helps
    beside = token.lower_ in load()["besides"] and token.doc[token.i - 1].text == ","
    joint = token.lower_ == "that" and token.dep_ in rel.MARK and token.nbor(-1).dep_ in rel.CC
    return torn or beside or joint or token.text == ";"


def _trimmed(tokens: list[Token]) -> list[Token]:
    """Return tokens without the marks and the "and" around them."""
    while tokens and (tokens[-1].is_punct or tokens[-1].is_space or tokens[-1].dep_ in rel.CC):
        tokens.pop()
    while tokens and (tokens[0].is_space or (tokens[0].is_punct and tokens[0].text not in QUOTES)):
        tokens.pop(0)
    return tokens


def _other_clauses(norm: Norm) -> list[Token]:
    """Return the verbs below with clauses of their own: "and leave", "while the rest stay"."""
    verb, heads = norm.verb, {norm.verb.i, norm.head.i}
    return [
        token
        for token in verb.subtree
        if token.i != verb.i
        and token.pos_ in {"VERB", "AUX"}
        and token.head.i in heads
        and not (norm.modality is Modality.MUST and is_alternative(token))
        and (
            token.dep_ in rel.CONJ
            or (token.dep_ in rel.ADVCL and any(c.lower_ == "while" for c in token.children))
        )
    ]


def _first(norm: Norm, held: set[int]) -> int:
    """Return the first token of the term: who is bound where that is told just before the verb."""
    verb, head = norm.verb, norm.head
    who = norm.obligor if norm.obligor is not None else first_child(head, rel.SUBJECTS)
    shares = verb.dep_ in rel.CONJ and first_child(verb, rel.SUBJECTS) is None
    if norm.joined or shares:
        return min([verb.i, *(c.left_edge.i for c in verb.lefts if c.dep_ not in rel.CC)])
    if who is not None and who.i < verb.i:
        if who.head.i in {verb.i, head.i}:
            # What stands before who is bound ("under the deal") is no part of the term.
            return phrase_range(who)[0]
        helping = [c.i for c in head.children if c.dep_ in rel.AUX | rel.AUX_PASS | rel.NEG]
        return min([verb.i, head.i, *helping])
    return max(min(held), sentence_of(verb).start)


def _act_start(verb: Token) -> int:
    """Return the first token of the act: the verb, or what belongs to it on its left."""
    helping = {"aux", "auxpass", "neg", "mark"} | rel.SUBJECTS
    helped = max((c.i for c in verb.lefts if c.dep_ in rel.AUX), default=0)
    lefts = [
        c.left_edge.i
        for c in verb.lefts
        if c.dep_ not in helping | BESIDE and c.lower_ not in load()["also"] and c.i > helped
    ]
    passive = [c.i for c in verb.children if c.dep_ in rel.AUX_PASS]
    return min([verb.i, *lefts, *passive])


def _predicate(verb: Token) -> str:
    """Return the verb's lemma with its particle or its quality: "pull back", "stay open"."""
    lemma = str(verb.lemma_).lower()
    more = first_child(verb, rel.PARTICLE)
    more = quality_of(verb) if lemma in load()["staying"] else more
    return f"{lemma} {more.lower_}" if more is not None else lemma


def _unquoted(words: str) -> str:
    """Return some words without a quotation mark at an end whose other half they lack."""
    odd = words.count("“") != words.count("”") or words.count('"') % 2
    return words.strip('“”" ') if odd else words


def _object(norm: Norm) -> Token | None:
    """Return what the act is done to: its object, or what a passive or a preposition has."""
    verb = norm.verb
    if has_passive(verb):
        patient = first_child(verb, rel.SUBJECTS) or first_child(norm.head, rel.SUBJECTS)
        if patient is not None:
            return patient
    held = first_child(verb, OBJECTS)
    if held is not None:
        return held
    if norm.verb.lemma_ in load()["states"] and first_child(verb, rel.ADJ_COMPLEMENT) is not None:
        about = first_child(verb, rel.SUBJECTS) or first_child(norm.head, rel.SUBJECTS)
        return about if about is not None and about.lemma_.lower() in load()["things"] else None
    below = next((c for c in verb.rights if c.dep_ in rel.CCOMP | rel.XCOMP), None)
    held = first_child(below, OBJECTS | rel.SUBJECTS) if below is not None else None
    if held is not None:
        return held
    shared = next((c for c in verb.children if c.dep_ in rel.CONJ and c.i == verb.i + 2), None)
    if shared is not None and first_child(shared, OBJECTS) is not None:
        return first_child(shared, OBJECTS)  # "stop or search the buses"
    preps = (c for c in verb.children if c.dep_ in rel.ADPOSITION and c.lower_ in load()["towards"])
    behind = (first_child(prep, HELD) for prep in preps)
    return next((held for held in behind if held is not None), None)


def _beneficiary(verb: Token, object_: Token | None, parties: Sequence[str]) -> str | None:
    """Return who benefits: "guarantees each side", "transfer to the Eastern Command"."""
    for child in verb.children:
        if child.dep_ in rel.IOBJ:
            return phrase(first_child(child, HELD) or child)
        if child.dep_ in rel.ADPOSITION and child.lower_ in {"to", "for"}:
            held = first_child(child, HELD)
            if held is None or (object_ is not None and held.i == object_.i):
                continue
            name = phrase(held)
            if held.pos_ == "PROPN" or any(name.lower() in party.lower() for party in parties):
                return name
    return None


def _quantity(counted: Token | None) -> str | None:
    """Return how much of a thing is told: "60 trucks a day"."""
    if counted is None:
        return None
    number = first_child(counted, rel.NUMMOD)
    number = counted if number is None and counted.like_num else number
    if number is None:
        return None
    each = [c for c in counted.children if c.dep_ in rel.MEASURE and c.i > counted.i]
    last = each[-1] if each else counted
    after = counted.doc[last.i + 1 : last.i + 3]
    rated = len(after) == 2 and after[0].lower_ in load()["each"] and after[1].pos_ == "NOUN"
    last = after[1] if rated and not each else last
    return str(counted.doc[number.left_edge.i : last.i + 1].text)


def _first_quantity(verb: Token, inside: Sequence[Token]) -> str | None:
    """Return the first number of things behind the verb: "let forty food trucks a day into"."""
    for token in inside:
        counted = token.dep_ in rel.NUMMOD and token.head.pos_ == "NOUN" and token.i > verb.i
        if counted and token.head.lemma_ not in load()["times"]:
            return _quantity(token.head)
    return None


def _condition(verb: Token) -> str | None:
    """Return on what it depends: "once the gates are open", "on payment of the fee"."""
    conditions = load()["conditions"]
    for child in verb.children:
        marks = (c for c in child.children if c.dep_ in rel.ADVMOD | rel.MARK)
        if child.dep_ in rel.ADVCL and any(c.lower_ in conditions for c in marks):
            return _text(child)
        if child.dep_ in rel.ADPOSITION and child.lower_ in load()["upon"]:
            held = first_child(child, HELD)
            if held is not None and held.lemma_ in load()["grounds"]:
                return _text(child)
    return None


def _text(head: Token) -> str:
    return str(head.doc[head.left_edge.i : head.right_edge.i + 1].text).strip(" ,;.")
