"""Norms that no finite verb tells: points of a list, what a deal provides for, what is set up."""

import re
from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Doc, Span, Token

from variorum.agreements.norms.agreement_words import AgreementWords, load
from variorum.agreements.norms.norm_grammar import Norm, Strength, about, abstains
from variorum.language import relations as rel
from variorum.language.alignment import sentence_of
from variorum.language.dependents import has_child, object_of
from variorum.language.features import (
    is_base_form,
    is_modal,
    is_past_participle,
    is_present,
    is_present_participle,
)
from variorum.language.verbs import denies, is_negated, subject_of
from variorum.language.word_lists import words
from variorum.model import Modality

ALLOWING = words("agreements", "allowing_points")
POINTS, DOINGS = words("agreements", "points"), words("agreements", "doings")
FINITE = frozenset({"VBD", "VBP", "VBZ"})
NO, FOLLOWING = "no", "following"
FIRST_WORDS = 4  # A point of a list begins with its verb within so many tokens
# A list has so many points at least.
SEVERAL = 2
_MARK = re.compile(r"[a-z0-9]{1,2}|[ivx]{1,4}")


def points(doc: Doc, words: AgreementWords) -> Iterator[Norm]:
    """Read "shall refrain from the following: (a) raids; (b) arrests", "must: leave; disarm".

    Read also "the terms of the deal stipulate open crossings", where the parser sees no verb.
    """
    for sentence in doc.sents:
        colon = next((t for t in sentence if t.text == ":"), None)
        if colon is not None:
            yield from _of_list(sentence, colon)
            yield from _said(sentence, colon)
        yield from _verbless(sentence)
        for token in sentence:
            if token.lower_ in words["stating_forms"] and token.pos_ == "NOUN":
                yield from _of_deal(sentence, token, words)


def _of_list(sentence: Span, colon: Token) -> Iterator[Norm]:
    head = sentence.doc[sentence.start : colon.i]
    modality = _modality(head)
    ranges = list(_ranges(sentence.doc, colon.i + 1, _end_of_list(sentence)))
    told = _tells(head)
    if modality is None and told is not None:
        modality = Modality.MUST
    if modality is None or len(ranges) < SEVERAL:
        return
    verbs = (t for t in reversed(head) if t.pos_ in {"VERB", "AUX"} and t.lower_ != FOLLOWING)
    verb = next(verbs, None)
    who = _bound_by(head, verb) if told is None else None
    for first, last in ranges:
        for norm in _point(sentence.doc, first, last, modality, who):
            yield replace(norm, strength=told or norm.strength)


def _tells(head: Span) -> Strength | None:
    """Return how surely the head of a list tells what is agreed: "the six points read"."""
    words = load()
    stating = (t for t in head if t.dep_ in rel.SUBJECTS and t.head.lemma_ in words["stating"])
    told = {t.lemma_.lower() for t in stating}
    named = Strength.STATED if told & words.names else None
    return named or (Strength.STRONG if told & POINTS else None)


def _verbless(sentence: Span) -> Iterator[Norm]:
    """Read "Immediate release of all prisoners.", a sentence of an agreement without a verb."""
    inside = [t for t in sentence if not t.is_punct and not t.is_space]
    root = sentence.root
    told = root.lemma_.lower() in DOINGS and root.pos_ == "NOUN" and ":" not in sentence.text
    told = told and not any(
        t.pos_ in {"PROPN", "VERB"} for t in inside if 0 < t.i - inside[0].i < root.i - inside[0].i
    )
    finite = (t for t in inside if t.dep_ not in rel.RELCL and (is_modal(t) or t.tag_ in FINITE))
    if told and not any(finite):
        negated = inside[0].lower_ == NO
        start = inside[negated].i
        modality = Modality.MUST_NOT if negated else Modality.MUST
        yield Norm(root, root, modality, None, Strength.STRONG, bounds=(start, sentence.end))


def _said(sentence: Span, colon: Token) -> Iterator[Norm]:
    """Read "the accords say: each side gathers its troops; neither buys arms"."""
    told = _tells(sentence.doc[sentence.start : colon.i])
    if told is None:
        return
    for act in sentence.doc[colon.i + 1 : sentence.end]:
        helped = has_child(act, rel.AUX)
        plain = act.pos_ == "VERB" and (is_present(act) or is_base_form(act)) and not helped
        if plain and act.dep_ not in rel.ADVCL | rel.RELCL and subject_of(act) is not None:
            yield about(act, act, Modality.MUST, told)


def _bound_by(head: Span, verb: Token | None) -> Token | None:
    """Return who is bound by the head of a list: the subject of its verb, or what it opens with."""
    if any(t.lower_ in load()["barring_points"] | ALLOWING for t in head if t.tag_ == "VBN"):
        return None  # "the following are banned"
    found = subject_of(verb) if verb is not None else None
    modal = next((t for t in head if is_modal(t)), None)
    inside = found is not None and head.start <= found.i < head.end
    if not inside and modal is not None:
        nouns = [t for t in head if t.i < modal.i and t.pos_ in {"NOUN", "PROPN"}]
        found = nouns[-1] if nouns else None
    return found if found is not None and found.lower_ != FOLLOWING else None


def _modality(head: Span) -> Modality | None:
    """Return what the head of a list says of its points; None where it bids nothing."""
    lemmas = {t.lemma_.lower() for t in head} | {t.lower_ for t in head}
    negated = any(t.dep_ in rel.NEG for t in head)
    if lemmas & load()["barring_points"]:
        return Modality.MUST_NOT
    if lemmas & ALLOWING:
        return Modality.MUST_NOT if negated else Modality.MAY
    if not lemmas & load()["bidding_points"]:
        return None
    return Modality.MUST_NOT if negated or any(map(denies, head)) else Modality.MUST


def _end_of_list(sentence: Span) -> int:
    """Return where the list ends: with the sentence, or with the last numbered sentence behind."""
    end, doc = sentence.end, sentence.doc
    while end < len(doc) and "\n\n" not in doc[end - 1].text_with_ws and _mark(doc, end):
        end = sentence_of(doc[end]).end
    return end


def _mark(doc: Doc, i: int) -> int:
    """Return how many tokens the number of a point has at a token: "(a)", "2.", "-"."""
    text = [t.text for t in doc[i : i + 3]]
    if text[:1] in (["-"], ["•"], ["–"]):
        return 1
    if len(text) == 3 and text[0] == "(" and text[2] == ")" and _MARK.fullmatch(text[1]):
        return 3
    close = len(text) > 1 and text[1] in {")", "."} and not doc[i].whitespace_
    return 2 if close and _MARK.fullmatch(text[0]) else 0


def _ranges(doc: Doc, first: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the tokens of each point, without its number."""
    start = first
    i = first
    while i < end:
        over = _mark(doc, i)
        if over or doc[i].text == ";" or "\n" in doc[i].text:
            if i > start:
                yield start, i
            i += over or 1
            start = i
        else:
            i += 1
    if start < end:
        yield start, end


def _point(
    doc: Doc, first: int, last: int, modality: Modality, who: Token | None
) -> Iterator[Norm]:
    """Yield the norm of one point: "to leave", "not to leave", "leaving", "a hotline"."""
    inside = [t for t in doc[first:last] if not t.is_space and not t.is_punct]
    if not inside:
        return
    own = any(t.dep_ in rel.SUBJECTS and t.head.i < last for t in inside[:FIRST_WORDS])
    verb = next((t for t in inside[:FIRST_WORDS] if _begins(t)), None)
    finite = any(t.pos_ in {"VERB", "AUX"} and (is_present(t) or is_modal(t)) for t in inside)
    if own or (verb is None and finite):
        return  # a clause with its own subject is read by its own verb
    act = verb if verb is not None else _root(inside)
    negated = any(t.lower_ == "not" for t in inside[:2]) or abstains(act) or inside[0].lower_ == NO
    turned = Modality.MUST_NOT if negated and modality is Modality.MUST else modality
    start = next(t.i for t in inside if t.lower_ not in {"to", "not", "and", NO})
    yield Norm(act, act, turned, who, Strength.PLEDGED, bounds=(start, last))


def _begins(token: Token) -> bool:
    plain = is_base_form(token) or is_present(token) or is_present_participle(token)
    return token.pos_ == "VERB" and plain


def _root(inside: list[Token]) -> Token:
    """Return the word above the others, a noun where one is."""
    held = {t.i for t in inside}
    tops = [t for t in inside if t.head.i not in held or t.head.i == t.i]
    return next((t for t in tops if t.pos_ in {"NOUN", "PROPN"}), tops[0] if tops else inside[0])


def _of_deal(sentence: Span, token: Token, words: AgreementWords) -> Iterator[Norm]:
    """Read "the conditions of the deal stipulate open crossings and not blocking any product"."""
    before = {t.lemma_.lower() for t in sentence if t.i < token.i and t.i > token.i - FIRST_WORDS}
    if not before & words.names:
        return
    starts = [token.i + 1]
    for t in sentence:
        follows = sentence.doc[t.i + 1 : t.i + 4]
        gerund = any(is_present_participle(f) or f.lower_ == "not" for f in follows[:2])
        begins = gerund and (follows[0].is_punct or follows[0].lower_ == "not")
        if t.i > token.i and t.lower_ == "and" and begins:
            starts.append(t.i)
    for first, last in zip(starts, [*starts[1:], sentence.end], strict=True):
        inside = [t for t in sentence.doc[first:last] if not t.is_punct and t.lower_ != "and"]
        if not inside:
            continue
        negated = inside[0].lower_ == "not"
        rest = inside[1:] if negated else inside
        modality = Modality.MUST_NOT if negated else Modality.MUST
        verb = next((t for t in rest[:1] if _begins(t)), None)
        act = verb if verb is not None else _root(rest[:FIRST_WORDS])
        # "not blocking any product by each of the two sides"
        by = next((n for n, t in enumerate(rest) if t.lower_ == "by"), len(rest))
        doer = next((t for t in rest[by:] if t.pos_ in {"NOUN", "PROPN"}), None)
        yield Norm(act, act, modality, doer, Strength.STATED, bounds=(rest[0].i, last))


def established(verb: Token, words: AgreementWords) -> Iterator[Norm]:
    """Read "the two have established a hotline": what watches over an agreement is a term of it."""
    held = object_of(verb)
    if held is None or held.lemma_.lower() not in words["monitors"] or is_negated(verb):
        return
    helpers = {c.lemma_ for c in verb.children if c.dep_ in rel.AUX}
    if verb.lemma_ in words["setting_up"] and is_past_participle(verb) and helpers == {"have"}:
        yield Norm(verb, verb, Modality.MUST, subject_of(verb), Strength.STRONG, past=True)
