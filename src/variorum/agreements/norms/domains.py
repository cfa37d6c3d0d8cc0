"""The field of life that a term orders: by the heading of its paragraph, or by its words."""

from collections.abc import Sequence

from spacy.tokens import Doc, Token

from variorum.agreements.norms.agreement_words import load
from variorum.language.word_lists import pattern
from variorum.model.terms import Domain

# "Humanitarian" and "humanity" begin alike, and so do the names of the domains and their headings.
STEM = 6
_MATTERS = pattern("agreements", r"(?i)^\W*in (?:the )?(?P<what>\w+) {matters}\b")
_KEY = "variorum.text"


def domain_of(verb: Token, inside: Sequence[Token]) -> Domain:
    """Return the field that a heading before the sentence names, else the one most words are of.

    Args:
        verb: the verb of the term.
        inside: the tokens of the term.
    """
    told = heading(verb)
    if told is not None:
        return told
    domains = load().domains
    lemmas = [token.lemma_.lower() for token in inside]
    score = {name: sum(lemma in words for lemma in lemmas) for name, words in domains.items()}
    best = max(score, key=lambda name: score[name])
    return Domain(best) if score[best] else Domain.UNCLEAR


def _text_of(doc: Doc) -> str:
    """Return the text, kept with the parse: spaCy puts it together anew each time it is asked."""
    text: str | None = doc.user_data.get(_KEY)
    if text is None:
        text = doc.user_data[_KEY] = doc.text
    return text


def heading(verb: Token) -> Domain | None:
    """Return the domain of "In military matters,", which begins the paragraph of the verb."""
    text = _text_of(verb.doc)
    before = text[max(0, text.rfind("\n\n", 0, verb.idx)) : verb.idx].lstrip("\n")
    match = _MATTERS.match(before)
    if match is None:
        return None
    stem = match["what"].lower()[:STEM]
    return next((d for d in Domain if d.value.startswith(stem) and d is not Domain.UNCLEAR), None)
