"""What type of agreement it is, and who watches over it."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from spacy.tokens import Span as Sentence
from spacy.tokens import Token

from variorum.agreements.agreement_mentions import Talk
from variorum.agreements.norms.agreement_words import load
from variorum.language.noun_phrases import phrase_range
from variorum.language.relations import COMPOUND
from variorum.language.word_lists import pattern
from variorum.model import Document, Span
from variorum.model.terms import AgreementType
from variorum.text import span

# The agreement's name weighs most, then the words that describe it, then those of its terms.
NAME, DESCRIPTION, TERM = 6, 1.5, 1
# A type is told by more than one word of its terms.
LEAST = 1
_CEASEFIRE = pattern("agreements", r"\b{truce_names} {pact_names}")


def type_of(about: Sequence[Talk], sentences: Sequence[Sentence]) -> AgreementType:
    """Return what the words around the agreement's name, and then those of its terms, say it is.

    Args:
        about: the places where the agreement is spoken of.
        sentences: all sentences that tell of it.
    """
    words = load()
    score: dict[str, float] = defaultdict(float)
    for talk in about:
        if talk.noun.lemma_.lower() in words.ceasefire or talk.noun.lemma_ in words["ceasing"]:
            score["ceasefire"] += NAME
        elif _CEASEFIRE.search(" ".join(t.lower_ for t in talk.noun.subtree)):
            score["ceasefire"] += NAME  # "a Cease-Fire Agreement"
        for token in talk.noun.subtree:
            _count(score, token, DESCRIPTION)
    for sentence in sentences:
        for token in {token.lemma_.lower(): token for token in sentence}.values():
            _count(score, token, TERM)
    best = max(score.values(), default=0)
    name = next((name for name in words.types if score.get(name, 0) == best), None)
    return AgreementType(name) if name is not None and best > LEAST else AgreementType.OTHER


def is_typed(about: Sequence[Talk]) -> bool:
    """Return whether the agreement's own name says what it is about: "the evacuation deal"."""
    lexicon = load()
    words = [token for talk in about for token in talk.noun.subtree]
    described = {t.lemma_.lower() for t in words if t.lower_ != "leave" or t.pos_ == "VERB"}
    return any(described & lemmas for lemmas in (lexicon.ceasefire, *lexicon.types.values()))


def _count(score: dict[str, float], token: Token, weight: float) -> None:
    for name, lemmas in load().types.items():
        if token.lemma_.lower() in lemmas:
            score[name] += weight


def monitors(document: Document, sentences: Sequence[Sentence]) -> Iterator[Span]:
    """Yield who or what watches over an agreement, the first that each of its sentences names."""
    for sentence in sentences:
        for token in sentence:
            named = token.pos_ in {"NOUN", "PROPN"} and token.dep_ not in COMPOUND
            if named and token.lemma_.lower() in load()["monitors"]:
                place = token.doc[slice(*phrase_range(token))]
                yield span(document, place.start_char, place.end_char)
                break
