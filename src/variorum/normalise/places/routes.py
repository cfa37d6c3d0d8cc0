"""Journeys: the places that one sentence tells somebody travels from, and to or by way of."""

import re
from collections.abc import Sequence

from spacy.tokens import Doc, Span, Token

from variorum.grouping import grouped
from variorum.language import relations as rel
from variorum.language.alignment import tokens_at
from variorum.language.dependents import has_child
from variorum.language.word_lists import alternatives, words
from variorum.model import Document, Place

_ARTICLES = r"\s+(?:the\s+\w+\s+of\s+)?(?:the\s+)?$"
FROM = re.compile(rf"\b(?:{alternatives('normalise', 'leaving')}){_ARTICLES}", re.I)
ONWARDS = re.compile(rf"\b(?:{alternatives('normalise', 'heading')}){_ARTICLES}", re.I)
LOOK_BACK = 40


def with_stops(found: Sequence[Place], document: Document, doc: Doc) -> list[Place]:
    """Return the places of an English document, those of a journey with their number on it.

    A sentence tells a journey where one place is left, or come from, and others are headed for, by
    verbs of travel; where two are left nobody knows who went from which.
    """
    if document.language != "en":
        return list(found)
    named = [p for p in found if p.relation is None and p.feature != "country"]
    stops = {
        place.span.start: number
        for sentence in doc.sents
        for number, place in enumerate(_journey(document, sentence, named))
    }
    return [p.model_copy(update={"stop": stops.get(p.span.start)}) for p in found]


def _journey(document: Document, sentence: Span, named: Sequence[Place]) -> list[Place]:
    """Return the stops of the first journey that a sentence tells, where it began first."""
    inside = (p for p in named if sentence.start_char <= p.span.start < sentence.end_char)
    hung = ((_verb_of(sentence.doc, place), place) for place in inside)
    ways = grouped(
        (verb.i, place)
        for verb, place in hung
        if verb is not None and verb.lemma_ in words("normalise", "journey")
    )
    for way in ways.values():
        left, onwards = (
            [p for p in way if before.search(document.text, *_before(p))]
            for before in (FROM, ONWARDS)
        )
        if len(left) == 1 and onwards:
            return [*left, *onwards]
    return []


def _before(place: Place) -> tuple[int, int]:
    return max(0, place.span.start - LOOK_BACK), place.span.start


def _verb_of(doc: Doc, place: Place) -> Token | None:
    """Return the verb that a place hangs on; of several with one subject, the first."""
    tokens = tokens_at(doc, place.span.start, place.span.end)
    token = tokens.root if tokens is not None and len(tokens) else None
    while token is not None and token.pos_ != "VERB" and token.head.i != token.i:
        token = token.head
    while token is not None and token.dep_ in rel.CONJ and not has_child(token, rel.SUBJECTS):
        token = token.head
    return token if token is not None and token.pos_ == "VERB" else None
