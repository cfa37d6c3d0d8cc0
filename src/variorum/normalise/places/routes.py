"""Journeys: the places that one sentence tells in the order of travel, with their times."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from variorum.language import parsing
from variorum.language.alignment import tokens_at
from variorum.language.word_lists import alternatives, words
from variorum.model import Document, Place, When
from variorum.normalise.places.places import places
from variorum.normalise.times.dates import dates

__all__ = ["Route", "Stop", "routes"]

ORIGIN = re.compile(
    rf"\b(?:{alternatives('normalise', 'leaving')})\s+(?:the\s+\w+\s+of\s+)?(?:the\s+)?$", re.I
)
LOOK_BACK = 40
FEWEST = 2


@dataclass(frozen=True)
class Stop:
    """A place on the way, and when it was reached or left, where the text says so beside it."""

    place: Place
    when: When | None


@dataclass(frozen=True)
class Route:
    """The stops of one journey, the origin first."""

    stops: tuple[Stop, ...]


def routes(document: Document, doc: Doc | None = None) -> list[Route]:
    """Return the journeys that single sentences tell, of two stops or more, in their order.

    What is left or come from is put first; the other places keep the order of the text. Journeys
    told over several sentences are one route a sentence.
    """
    doc = parsing.parse(document) if doc is None else doc
    named = [p for p in places(document, doc) if p.relation is None and p.feature != "country"]
    whens = dates(document, doc)
    found = (_route(document, sentence, named, whens) for sentence in doc.sents)
    return [route for route in found if route is not None]


def _route(
    document: Document, sentence: Span, named: Sequence[Place], whens: Sequence[When]
) -> Route | None:
    """Return the journey of one sentence, if it tells one."""
    own = [p for p in named if sentence.start_char <= p.span.start < sentence.end_char]
    if len(own) < FEWEST or not any(_travels(token) for token in sentence):
        return None
    on_way = [place for place in own if _on_way(sentence.doc, place)]
    order = sorted(on_way, key=lambda p: (not _is_origin(document, p), p.span.start))
    if len(order) < FEWEST:
        return None
    times = [w for w in whens if sentence.start_char <= w.span.start < sentence.end_char]
    return Route(tuple(Stop(place, _time_of(place, own, times)) for place in order))


def _travels(token: Token) -> bool:
    return token.pos_ == "VERB" and token.lemma_ in words("normalise", "journey")


def _on_way(doc: Doc, place: Place) -> bool:
    """Return whether the place hangs on a verb of travel, straight or by a preposition or list."""
    tokens = tokens_at(doc, place.span.start, place.span.end)
    token = tokens.root if tokens is not None and len(tokens) else None
    while token is not None and token.head.i != token.i:
        token = token.head
        if token.pos_ == "VERB":
            return _travels(token)
    return token is not None and _travels(token)


def _is_origin(document: Document, place: Place) -> bool:
    before = document.text[max(0, place.span.start - LOOK_BACK) : place.span.start]
    return ORIGIN.search(before) is not None


def _time_of(place: Place, own: Sequence[Place], times: Sequence[When]) -> When | None:
    """Return the time that stands nearest behind the place, before the next one."""
    later = [other.span.start for other in own if other.span.start > place.span.start]
    until = min(later, default=place.span.end + 2 * LOOK_BACK)
    return next((w for w in times if place.span.end <= w.span.start < until), None)
