"""Numbers read anew by the grammar of their sentence, where the words alone mislead."""

import re
from dataclasses import replace

from spacy.tokens import Doc, Span

from variorum import taxonomy
from variorum.language import relations
from variorum.language.alignment import sentence_of, tokens_at
from variorum.language.dependents import children_of
from variorum.language.features import is_common_plural, is_common_singular
from variorum.language.word_lists import words
from variorum.normalise.nouns.nouns import lemma_of
from variorum.normalise.numbers.numerals import RATIO_BASES
from variorum.normalise.numbers.quantity import Quantity

_BY_POINT = re.compile(r"\d{1,3}\.\d{3}\Z")
ONES = frozenset({"one", "1"})
MEASURING = words("normalise", "measuring_verbs")
PASSING = words("normalise", "passing_verbs")
TALLIES = words("normalise", "tally_nouns")
STRONGEST = 10
POLLED = words("normalise", "polling_words")


def reread(doc: Doc, quantity: Quantity) -> Quantity:
    """Return the quantity as its sentence means it; mostly that is just as it was."""
    place = tokens_at(doc, *quantity.core)
    if place is None or not len(place):
        return quantity
    quantity = _without_particle(doc, quantity)
    if quantity.unit == "GBP" and place[-1].head.lemma_ == "weigh":
        return replace(quantity, unit="pound weight")
    if quantity.unit is not None:
        return quantity
    return (
        _grouped(quantity, place)
        or _magnitude(quantity, place)
        or _one_in(quantity, place)
        or _passed(quantity, place)
        or _points(quantity, place)
        or quantity
    )


def _without_particle(doc: Doc, quantity: Quantity) -> Quantity:
    """Unread the "over" of "handed over 108 women", which does not count more than 108."""
    first = tokens_at(doc, quantity.start, quantity.core[0])
    if first is None or len(first) != 1 or first[0].dep_ not in relations.PARTICLE:
        return quantity
    return replace(
        quantity,
        start=quantity.core[0],
        low=quantity.nominal_low,
        high=quantity.nominal_high,
        approximate=quantity.vague,
    )


def _points(quantity: Quantity, place: Span) -> Quantity | None:
    """Read the points of a poll as percentage points."""
    doc, i = place.doc, place.end
    if i >= len(doc) or doc[i].lower_ not in {"point", "points"}:
        return None
    if not any(token.lower_ in POLLED for token in sentence_of(place[0])):
        return None
    return replace(quantity, end=doc[i].idx + len(doc[i]), unit="percentage point")


def _grouped(quantity: Quantity, place: Span) -> Quantity | None:
    """Read "12.450 people" as thousands: nobody counts whole things in thousandths."""
    number, after = place[-1], place[-1].i + 1
    plural = after < len(place.doc) and is_common_plural(place.doc[after])
    if not plural or quantity.nominal_high >= 1000 or not _BY_POINT.match(number.text):
        return None
    low, high = (None if b is None else b * 1000 for b in (quantity.low, quantity.high))
    nominal = (quantity.nominal_low * 1000, quantity.nominal_high * 1000)
    return replace(quantity, low=low, high=high, nominal_low=nominal[0], nominal_high=nominal[1])


def _magnitude(quantity: Quantity, place: Span) -> Quantity | None:
    """Read "a quake which measured 6.4", "6.4 on the Richter scale"."""
    number, doc = place[-1], place.doc
    if quantity.nominal_high >= STRONGEST:
        return None
    scaled = "scale" in doc[number.i + 1 : number.i + 5].text.split()
    verb = number.head
    measured = (
        verb.lemma_ in MEASURING
        and number.dep_ in relations.OBJ | relations.MEASURE | relations.ATTRIBUTE
    )
    told = children_of(verb, relations.SUBJECTS)
    told += [verb.head] if verb.dep_ in relations.RELCL else []
    shaken = any(taxonomy.load().subjects.get(lemma_of(t)) == "disaster" for t in told)
    return replace(quantity, unit="magnitude") if scaled or (measured and shaken) else None


def _one_in(quantity: Quantity, place: Span) -> Quantity | None:
    """Read "one train in five" as a share of the trains."""
    number, doc = place[-1], place.doc
    under = quantity.nominal_low
    if number.i < 3 or doc[number.i - 1].lower_ != "in" or under not in RATIO_BASES or under < 2:
        return None
    noun, one = doc[number.i - 2], doc[number.i - 3]
    after = doc[number.i + 1 : number.i + 2]
    counts_more = any(t.pos_ in {"NOUN", "PROPN", "ADJ"} for t in after)
    if not is_common_singular(noun) or one.lower_ not in ONES or counts_more:
        return None
    share = round(100 / under, 2)
    return replace(
        quantity,
        start=one.idx,
        low=share,
        high=share,
        nominal_low=share,
        nominal_high=share,
        unit="percent",
    )


def _passed(quantity: Quantity, place: Span) -> Quantity | None:
    """Read "deaths passed 1,000" as more than that."""
    number, known = place[-1], taxonomy.load()
    verb = number.head
    if verb.lemma_ not in PASSING or number.dep_ not in relations.OBJ or quantity.approximate:
        return None
    told = children_of(verb, relations.SUBJECTS)
    if not any(lemma_of(t) in TALLIES or lemma_of(t) in known.is_words for t in told):
        return None
    if verb.lemma_ in {"near", "approach"}:
        return replace(quantity, low=None, approximate=True)
    return replace(quantity, high=None, approximate=True)
