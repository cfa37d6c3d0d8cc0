"""Where a text speaks of an agreement, and whether the text is one itself."""

import re
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from variorum.agreements.norms.agreement_words import AgreementWords, load
from variorum.language import relations as rel
from variorum.language.alignment import sentence_of
from variorum.language.dependents import has_child, verb_above
from variorum.language.features import is_past, is_plural
from variorum.language.word_lists import words
from variorum.model import Document

DEFINITE = words("agreements", "definite")
INDEFINITE = words("agreements", "indefinite")
ALONE = words("agreements", "done_alone")
ONE_SIDED = words("agreements", "one_sided")
REACHED = rel.COMPLEMENT | rel.NSUBJ_PASS | rel.OBJ
# The text of an agreement says "shall" more than once, and mostly so where it has no headings.
LEAST_SHALL = 2
MOSTLY = 0.4
# How an agreement begins stands within so many characters.
OPENING = 600
_SHALL = re.compile(r"\bshall\b")
_SENTENCE = re.compile(r"(?<=[.;!?])\s+")
_HEADING = re.compile(
    r"(?m)^\s*(?:Article|ARTICLE|Section|Clause|ANNEX|Annex|§)\s*\w+[.:)]?"
    r"|^\s*\d{1,2}[.)]\s+[A-Z]"
)
_OPENING = re.compile(
    r"\bhereby agrees?\b|\bagreed? as follows\b"
    r"|\b(?:have|has) agreed (?:up)?on (?:this|the following)\b"
    r"|\bthe [Pp]arties (?:hereby )?agree\b"
    r"|\A[^a-z]{0,80}\b(?:JOINT (?:STATEMENT|DECLARATION)|PROTOCOL|MEMORANDUM|AGREEMENT|TREATY"
    r"|ACCORD|ARRANGEMENT|COMPACT|DEED|POINTS AGREED|CONVENTION|CONTRACT|UNDERTAKING|SETTLEMENT"
    r"|TRUCE|CEASEFIRE)\b"
)


@dataclass(frozen=True)
class Talk:
    """A place where a text speaks of an agreement."""

    noun: Token
    """What the agreement is called there, or the verb of a bargain that is not called anything."""
    sentence: Span
    weak: bool
    """Whether its noun is an agreement's only where another has named one: "the document"."""
    other: bool
    """Whether it is another than the main one: "an earlier truce"."""


def is_agreement_text(document: Document) -> bool:
    """Return whether a document is the text of an agreement: headed paragraphs that say "shall"."""
    text = document.text
    headed = bool(_HEADING.search(text)) and len(_SHALL.findall(text)) >= LEAST_SHALL
    sentences = [s for s in _SENTENCE.split(text) if s.strip()]
    bidden = sum(_SHALL.search(s) is not None for s in sentences)
    mostly = bidden > LEAST_SHALL and bidden >= len(sentences) * MOSTLY
    return headed or mostly or _OPENING.search(text[:OPENING]) is not None


def talks(doc: Doc, whole: bool) -> list[Talk]:
    """Return the places where the text speaks of an agreement that was made, in order.

    Args:
        doc: the parse.
        whole: whether the document is the text of an agreement, and speaks of itself.
    """
    words = load()
    made = [t for t in doc if _is_named(t, words.nouns) and not _is_unsure(t, words)]
    plain = any(t.lemma_.lower() not in words.vague or _is_made(t, words) for t in made)
    called = [t for t in doc if t.lemma_.lower() in words.weak and t.pos_ in {"NOUN", "PROPN"}]
    done = {t.lemma_.lower() for t in made if _is_made(t, words)}
    shared = [t for t in made if whole or not _is_loose(t, words, done)] if whole or plain else []
    sure = [*shared, *(t for t in called if _is_agreed(t))]
    weak = [t for t in called if _has(t, DEFINITE) and not _is_agreed(t)] if sure or whole else []
    found = [_talk(t, words, weak=False) for t in sure] + [_talk(t, words, weak=True) for t in weak]
    return sorted(found, key=lambda talk: talk.noun.i)


def _is_named(token: Token, nouns: frozenset[str]) -> bool:
    """Return whether a token calls something an agreement, the end of "cease-fire" among them."""
    if token.pos_ not in {"NOUN", "PROPN"}:
        return False
    lemma = token.lemma_.lower()
    doc, i = token.doc, token.i
    hyphened = i > 1 and doc[i - 1].text == "-" and f"{doc[i - 2].lower_}-{token.lower_}" in nouns
    ceased = lemma == "cessation" and any(c.lower_ == "of" for c in token.children)
    zone = lemma == "zone" and "escalation" in {t.lower_ for t in doc[max(0, i - 3) : i]}
    return lemma in nouns or hyphened or ceased or zone


def _is_made(noun: Token, words: AgreementWords) -> bool:
    """Return whether the words around a vague noun make it an agreement: signed, between two."""
    verb = verb_above(noun)
    joint = any(c.dep_ in rel.NSUBJ and has_child(c, rel.CONJ) for c in verb.children)
    making = words["making"]
    made = verb.lemma_ in (making if joint else making - ALONE) and noun.dep_ in REACHED
    signed = any(c.dep_ in rel.ACL | rel.RELCL and c.lemma_ in making for c in noun.children)
    between = any(c.dep_ in rel.ADPOSITION and c.lower_ == "between" for c in noun.children)
    bare = noun.lemma_.lower() in words.lone and not list(noun.children)  # "according to plan"
    according = noun.head.lower_ == "under" or noun.head.head.lower_ == "according"
    according = according and not bare
    lists = ("stating", "oblige", "forbid", "beginning", "ending")
    telling = words["lasting"].union(*(words[name] for name in lists))
    tells = noun.dep_ in rel.NSUBJ and verb.lemma_ in telling
    return made or signed or between or (noun.dep_ in rel.COMPLEMENT and according) or tells


def _is_loose(noun: Token, words: AgreementWords, done: set[str]) -> bool:
    """Return whether a noun may tell no agreement of two: "her plan", "makes deals".

    `done` are the nouns of which the text says somewhere that two have made one.
    """
    lemma, children = noun.lemma_.lower(), list(noun.children)
    if any(c.dep_ in rel.ADPOSITION and c.lower_ == "with" for c in children):
        return False
    owned = any(c.dep_ in rel.POSS for c in children)
    many = is_plural(noun) and not any(c.dep_ in rel.DET | rel.POSS for c in children)
    if _has(noun, words["big_deals"]) or (owned and lemma in words.lone):
        return True
    if _is_made(noun, words):
        return False
    return many or (lemma in words.vague and owned) or (lemma in ONE_SIDED and lemma not in done)


def _is_agreed(noun: Token) -> bool:
    """Read "the terms agreed in Lisse"."""
    after = noun.doc[noun.i + 1] if noun.i + 1 < len(noun.doc) else noun
    return after.lemma_ in {"agree", "sign"} and is_past(after)


def _has(noun: Token, told: frozenset[str]) -> bool:
    """Return whether one of some words belongs to a noun, such as its article."""
    return any(c.lower_ in told for c in noun.children)


def _is_unsure(noun: Token, words: AgreementWords) -> bool:
    """Return whether it is no agreement yet: "no truce", "talks on a truce", "wants a truce"."""
    prep = noun.head if noun.dep_ in rel.COMPLEMENT else None
    if _has(noun, words["no_agreement"]) or (prep and prep.lower_ in words["no_agreement"]):
        return True
    if prep and prep.lower_ in words["about"] and prep.head.lemma_.lower() in words["unsure"]:
        return True
    verb, above = verb_above(noun), prep.head if prep else noun.head
    held = noun.dep_ in rel.COMPLEMENT | rel.OBJ
    if verb.lemma_ in words["wanting"] and held and verb.i == above.i:
        return True
    denied = has_child(verb, rel.NEG)
    return denied and noun.dep_ in rel.ATTRIBUTE | rel.OBJ | rel.SUBJECTS and _has(noun, INDEFINITE)


def _talk(noun: Token, words: AgreementWords, *, weak: bool) -> Talk:
    return Talk(noun, sentence_of(noun), weak=weak, other=_has(noun, words["other"]))
