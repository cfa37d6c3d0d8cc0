"""Measures: every quantity of a text with what it counts and what happened to it."""

from __future__ import annotations

import bisect
from collections.abc import Sequence
from dataclasses import dataclass

from variorum import taxonomy
from variorum.language import Text, code_of, cut
from variorum.model import Document, Measure, Mood, Scope, When
from variorum.normalise.nouns.nouns_by_lexicon import Noun, Things, things_of
from variorum.normalise.numbers.quantities_by_lexicon import Quantity, quantities_of
from variorum.normalise.times.dates import dates
from variorum.text import span

__all__ = ["measures"]

UNSAID = "things"
LEAST = 3
# "у боевиков не было": what somebody has, in Russian and Ukrainian.
HAVING = frozenset({"у", "в"})
FAR = 240


@dataclass(frozen=True)
class _Page:
    """A document with what reads it."""

    document: Document
    text: Text
    things: Things
    whens: Sequence[When]
    dated: set[int]


def measures(document: Document, whens: Sequence[When] | None = None) -> list[Measure]:
    """Return every quantity mention of the document, claim or no claim, in order of their start.

    `whens` are its dates where the caller has them already.

    Raises:
        KeyError: when there is no file for the document's language.
    """
    language = code_of(document.language) or ""
    text, reader = cut(document.text, language), quantities_of(language)
    whens = dates(document) if whens is None else whens
    page = _Page(document, text, things_of(language), whens, _dated(text, whens))
    found: list[Measure] = []
    i = 0
    while i < len(text.words):
        if i in page.dated:
            i += 1
            continue
        quantity, after = reader.read(text, i)
        if quantity and not page.dated.isdisjoint(range(*quantity.core)):
            i += 1
            continue
        measure = _measure(page, quantity) if quantity else _unnumbered(page, i)
        if measure is not None and quantity is not None:
            measure = _completed(page, quantity, measure, found)
        if measure is not None:
            measure = _among(page, i, measure, found)
        found += [measure] if measure else []
        i = after
    return found


def _dated(text: Text, whens: Sequence[When]) -> set[int]:
    """Return the words that belong to dates, whose numbers count nothing."""
    places: set[int] = set()
    for when in whens:
        places.update(range(text.index_at(when.span.start), text.index_at(when.span.end)))
    return places


def _measure(page: _Page, quantity: Quantity) -> Measure | None:
    text, things = page.text, page.things
    noun = None if quantity.unit else _noun(page, quantity)
    event = things.event(text, quantity.start, quantity.end, noun, _kind(quantity, noun))
    kind = _kind(quantity, noun)
    if kind == UNSAID and event and taxonomy.load().can_befall(event, "people"):
        kind = "people"
    event = event or taxonomy.load().occurring.get(kind)
    if not _counts(quantity, noun, kind, event):
        return None
    where = span(page.document, text.words[quantity.start].start, text.words[quantity.end - 1].end)
    return Measure(
        kind=kind,
        noun=text.slice(noun.start, noun.end) if noun else "",
        low=quantity.low,
        high=quantity.high,
        nominal_low=quantity.nominal_low,
        nominal_high=quantity.nominal_high,
        unit=quantity.unit,
        approximate=quantity.approximate,
        mood=_mood(page, quantity.start),
        scope=_scope(page, quantity, kind, event),
        text=where.exact,
        span=where,
    )


def _completed(
    page: _Page, quantity: Quantity, measure: Measure, found: Sequence[Measure]
) -> Measure:
    """Return the measure of "they were 112" with the kind and event of the count before it."""
    bare = not (measure.unit or measure.scope.event)
    follows = page.things.noun_after(page.text, quantity.end, page.dated, known_only=True)
    if not (
        bare and follows is None and found and page.things.is_copula(page.text, quantity.start)
    ):
        return measure
    before = found[-1]
    near = measure.span.start - before.span.end <= FAR
    if not near or before.unit or before.polarity or not before.scope.event:
        return measure
    scope = measure.scope.model_copy(update={"event": before.scope.event})
    return measure.model_copy(update={"kind": before.kind, "scope": scope})


def _among(page: _Page, i: int, measure: Measure, found: Sequence[Measure]) -> Measure:
    """Return the measure of "there were no foreigners among them" with what befell the others."""
    known = taxonomy.load()
    before = found[-1] if found else None
    if measure.scope.event or before is None or not page.things.is_among(page.text, i):
        return measure
    people = known.is_people(measure.kind) and known.is_people(before.kind)
    near = measure.span.start - before.span.end <= FAR
    if not (people and near and before.scope.event):
        return measure
    scope = measure.scope.model_copy(update={"event": before.scope.event})
    return measure.model_copy(update={"scope": scope})


def _noun(page: _Page, quantity: Quantity) -> Noun | None:
    text, things = page.text, page.things
    after = things.noun_after(text, quantity.end, page.dated)
    if after is not None and after.found:
        return after
    # Where verbs stand last, an unknown word after a number may be one: "rose to 98".
    unsure = after is None or things.verbs_last
    before = things.noun_before(text, quantity.start) if unsure else None
    return before or after


def _kind(quantity: Quantity, noun: Noun | None) -> str:
    if quantity.unit:
        return taxonomy.load().units[quantity.unit].kind
    return noun.kind if noun else UNSAID


def _counts(quantity: Quantity, noun: Noun | None, kind: str, event: str | None) -> bool:
    """Whether the words count something: an article, a year or a bare "two" often does not."""
    if quantity.year:
        return noun is not None and noun.found and noun.start <= quantity.end + 1
    if quantity.unit:
        return not quantity.article or event is not None
    if quantity.vague and noun is None and kind == UNSAID:
        return False
    if quantity.article:
        return noun is not None and noun.found and event is not None and noun.start == quantity.end
    return (
        noun is not None or kind != UNSAID or quantity.approximate or quantity.nominal_low >= LEAST
    )


def _mood(page: _Page, i: int) -> Mood | None:
    return Mood.POSSIBLE if page.things.is_possible(page.text, i) else None


def _scope(page: _Page, quantity: Quantity, kind: str, event: str | None) -> Scope:
    subject = page.things.subject(page.text, quantity.start) if quantity.unit else None
    counted = taxonomy.load().countable(kind)
    return Scope(
        event=event, subject=subject, window=_window(page, quantity.start) if counted else None
    )


def _window(page: _Page, i: int) -> str | None:
    """Return the date named nearest in the sentence of word `i`."""
    first, end = page.text.sentence_of(i)
    low, high = page.text.words[first].start, page.text.words[end - 1].end
    here = page.text.words[i].start
    starts = [when.span.start for when in page.whens]
    near = page.whens[bisect.bisect_left(starts, low) : bisect.bisect_left(starts, high)]
    best = min(near, key=lambda when: abs(when.span.start - here), default=None)
    return best.edtf if best else None


def _unnumbered(page: _Page, i: int) -> Measure | None:
    """Return the measure of a noun in the dual, or of one that "no" stands beside."""
    text, things = page.text, page.things
    pair = things.pair(text, i)
    if pair is not None:
        return _told(page, Noun(i, pair.end, pair.meaning), i, 2, 2)
    end = things.none(text, i)
    noun = None if end is None else things.noun_after(text, end, page.dated, known_only=True)
    if noun is not None:
        return _told(page, noun, i, 0, 0, polarity=True)
    behind = things.none_behind(text, i)
    before = None if behind is None else things.noun_before(text, i)
    # "They had no X" tells of what they had, not that there were none of them.
    if before is None or text.form(before.start - 1) in HAVING:
        return None
    return _told(page, before, before.start, 0, 0, polarity=True)


def _told(  # noqa: PLR0913  (a measure's own parts)
    page: _Page, noun: Noun, i: int, low: float, high: float, *, polarity: bool = False
) -> Measure:
    text = page.text
    event = page.things.event(text, i, noun.end, noun, noun.kind)
    where = span(page.document, text.words[i].start, text.words[noun.end - 1].end)
    return Measure(
        kind=noun.kind,
        noun=text.slice(noun.start, noun.end),
        low=low,
        high=high,
        nominal_low=None if polarity else low,
        nominal_high=None if polarity else high,
        polarity=polarity,
        mood=_mood(page, i),
        scope=Scope(event=event, window=_window(page, i)),
        text=where.exact,
        span=where,
    )
