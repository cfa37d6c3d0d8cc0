"""Measures: every quantity of a text with what it counts, in which scope."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc

from variorum import parsing, taxonomy
from variorum.model import Document, Measure, Scope, When
from variorum.normalise.dates import dates
from variorum.normalise.nouns import Counted, counted
from variorum.normalise.quantities import Quantity, quantities
from variorum.normalise.scope import clause_verb, scope_of
from variorum.text import span

__all__ = ["measures"]

BLANK = "\x01"


def measures(
    document: Document, doc: Doc | None = None, whens: Sequence[When] | None = None
) -> list[Measure]:
    """Return every quantity mention of the document, claim or no claim, in order of their start.

    `doc` and `whens` are its parse and its dates where the caller has them already.
    """
    doc = parsing.parse(document) if doc is None else doc
    whens = dates(document, doc) if whens is None else whens
    text = _blanked(document.text, whens)
    found = [_measure(document, doc, quantity, whens) for quantity in quantities(text)]
    return [measure for measure in found if measure is not None]


def _blanked(text: str, whens: Sequence[When]) -> str:
    """Return the text with its dates blanked, so that "14 October 2017" is no quantity."""
    for when in whens:
        start, end = when.span.start, when.span.end
        text = text[:start] + BLANK * (end - start) + text[end:]
    return text


def _measure(
    document: Document, doc: Doc, quantity: Quantity, whens: Sequence[When]
) -> Measure | None:
    thing = counted(doc, quantity)
    if thing is None:
        return None
    kind = _kind(quantity, thing)
    where = span(document, quantity.start, quantity.end)
    return Measure(
        kind=kind,
        noun=thing.noun,
        low=quantity.low,
        high=quantity.high,
        nominal_low=quantity.nominal_low,
        nominal_high=quantity.nominal_high,
        unit=quantity.unit,
        approximate=quantity.approximate,
        scope=scope_of(thing, kind, quantity.unit, _window(doc, thing, whens)),
        also=_also(document, quantity),
        text=where.exact,
        span=where,
    )


def _kind(quantity: Quantity, thing: Counted) -> str:
    if quantity.unit:
        return taxonomy.load().units[quantity.unit].kind
    return thing.kind or "people"


def _also(document: Document, quantity: Quantity) -> tuple[Measure, ...]:
    other = quantity.also
    if other is None or other.unit is None:
        return ()
    where = span(document, other.start, other.end)
    return (
        Measure(
            kind=taxonomy.load().units[other.unit].kind,
            noun="",
            low=other.low,
            high=other.high,
            nominal_low=other.nominal_low,
            nominal_high=other.nominal_high,
            unit=other.unit,
            approximate=other.approximate,
            scope=Scope(),
            text=where.exact,
            span=where,
        ),
    )


def _window(doc: Doc, thing: Counted, whens: Sequence[When]) -> str | None:
    """Return the date that stands in the same clause as the counted thing, if one does."""
    sentence = thing.anchor.sent
    verb = clause_verb(thing.head if thing.head is not None else thing.anchor)
    for when in whens:
        if sentence.start_char <= when.span.start < sentence.end_char:
            place = doc.char_span(when.span.start, when.span.end, alignment_mode="expand")
            if place is not None and clause_verb(place.root).i == verb.i:
                return when.edtf
    return None
