"""Measures of a text read by lexicon: what each number counts is read off the words around it."""

from __future__ import annotations

import bisect
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from spacy.tokens import Doc

from variorum import taxonomy
from variorum.language import Match, Text, code_of, cut
from variorum.model import Document, Measure, Mood, Place, Scope, When
from variorum.normalise.measures.populations_by_lexicon import Populations, populations_of
from variorum.normalise.measures.quantity_measures import (
    PEOPLE,
    UNSAID,
    as_rest,
    kind_of_quantity,
    measure_of,
    scope_by_role,
    with_event,
)
from variorum.normalise.nouns.nouns_by_lexicon import ARMS, COMMAS, HARMS, Noun, Things, things_of
from variorum.normalise.numbers.quantities import quantities
from variorum.normalise.numbers.quantity import Quantity, Role

LEAST = 3
# "у боевиков не было", "данных о погибших нет": who has none, and of whom nothing is known.
HAVING = frozenset({"у", "в", "о", "об", "про"})
FAR = 240
# So few words lie between a number and what is told of it alone.
BESIDE = 1
VEHICLES = "vehicles"
LIVED = frozenset({"year", "month"})
LASTING = "duration"
LAUNCHED = frozenset({"conducted", "fired"})
DASHES = frozenset({":", "-", "–", "—"})


@dataclass(frozen=True)
class _Amount:
    """A quantity and the words that it stands in: words[start:end]."""

    quantity: Quantity
    start: int
    end: int

    @classmethod
    def of(cls, text: Text, quantity: Quantity) -> _Amount:
        """Return the quantity with its words."""
        return cls(quantity, text.index_at(quantity.start), text.index_at(quantity.end))


@dataclass(frozen=True)
class _Page:
    """A document with what reads it."""

    document: Document
    text: Text
    things: Things
    whose: Populations
    whens: Sequence[When]
    dated: set[int]
    amounts: Mapping[int, _Amount]
    behind: set[int] = field(default_factory=set)
    """The numbers of which it is told behind them what befell those counted."""
    summed: set[int] = field(default_factory=set)
    """The numbers that a sum before them is made of."""

    def others(self, one: _Amount) -> list[_Amount]:
        """Return the other numbers of a sentence that count something."""
        low, high = self.text.sentence_of(one.start)
        near = [self.amounts[k] for k in range(low, high) if k in self.amounts and k != one.start]
        return [a for a in near if not (a.quantity.unit or a.quantity.is_one or a.quantity.year)]


def measures_by_lexicon(
    document: Document, _doc: Doc, whens: Sequence[When], _named: Sequence[Place]
) -> list[Measure]:
    """Return every quantity mention of a document by its lexicon, in order of their start.

    Raises:
        KeyError: when there is no file for the document's language.
    """
    language = code_of(document.language) or ""
    text = cut(document.text, language)
    told = [when for when in whens if when.dated]
    dated = [(when.span.start, when.span.end) for when in whens]
    read = (_Amount.of(text, q) for q in quantities(document.text, language, dated))
    amounts = {amount.start: amount for amount in read}
    spans = ((text.index_at(start), text.index_at(end)) for start, end in dated)
    barred = {i for start, end in spans for i in range(start, end)}
    page = _Page(
        document, text, things_of(language), populations_of(language), told, barred, amounts
    )
    found: list[Measure] = []
    i = 0
    while i < len(text.words):
        counted = amounts.get(i)
        if counted is not None:
            measure = _measure(page, counted, found)
            if measure is not None and counted.quantity.role is Role.FIGURE:
                measure = _completed(page, counted, measure, found)
        else:
            measure = None if i in page.dated else _unnumbered(page, i)
        if measure is not None:
            if counted is None or counted.quantity.role is Role.FIGURE:
                measure = _rest(page, i, _among(page, i, measure, found), found)
            found.append(measure)
        end = text.index_at(measure.span.end) if measure is not None else 0
        i = counted.end if counted is not None else max(i + 1, end)
    return found


def _measure(page: _Page, amount: _Amount, found: Sequence[Measure]) -> Measure | None:
    text, things, quantity = page.text, page.things, amount.quantity
    known = taxonomy.load()
    noun = None if quantity.unit else _noun(page, amount)
    low = text.words[text.sentence_of(amount.start)[0]].start
    people = any(known.is_people(m.kind) and m.span.start >= low for m in found[-1:])
    own = noun is not None and noun.found and noun.start >= amount.end
    own = own and not things.tells_all(text, amount.end, noun)
    alone = quantity.is_one and people and not own  # "two died, one was hurt"
    noun = None if alone else noun
    kind = kind_of_quantity(quantity, noun.kind if noun else None)
    lived = quantity.unit in LIVED and things.tells_age(text, amount.start, amount.end)
    if lived or (kind == LASTING and things.tells_ago(text, amount.start, amount.end)):
        return None
    if kind == UNSAID and noun is None and things.is_part(text, amount.start, amount.end):
        before = found[-1:] if found and found[-1].span.start >= low else ()
        # "38 rockets, 30 of which were shot down".
        kind = next((whole.kind for whole in before if not whole.unit), kind)
    place = (amount.start, amount.end)
    told = things.event(text, place, noun, kind, _taken(page, amount, noun))
    # "A missile hit the shop", "were destroyed by a missile": it is none of those counted.
    did = told is not None and told.meaning not in LAUNCHED and known.within(kind, ARMS)
    if told is not None and quantity.is_one and (did or _is_of_another(page, amount, told)):
        return None
    between = range(amount.end, told.start) if told is not None else range(0)
    if told is not None and told.start >= amount.end and page.amounts.keys().isdisjoint(between):
        page.behind.add(amount.start)
    behind = noun is not None and noun.start >= amount.end
    if noun is not None and behind and things.words["none_behind"].at(text, noun.end):
        return None  # "сотен жертв нет": that there are not so many tells no number
    of_others = told is None or _is_whole(page, amount, told) or _is_of_next(page, amount, told)
    event = None if told is None or of_others else told.meaning
    if kind == UNSAID and event and known.can_befall(event, PEOPLE):
        kind = PEOPLE
    beside = told is not None and 0 <= told.start - amount.end <= BESIDE + 1
    if not (_counts(amount, noun, kind, event) or (alone and beside and event in HARMS)):
        return None
    event = event or known.occurring.get(kind)
    return measure_of(
        page.document,
        quantity,
        kind=kind,
        scope=scope_by_role(_scope(page, amount, noun, kind, event), quantity, page.document),
        noun=text.slice(noun.start, noun.end) if noun else "",
        mood=_mood(page, amount.start),
    )


def _taken(page: _Page, one: _Amount, noun: Noun | None) -> Callable[[Match[str]], bool]:
    """Return which events befell those of other numbers, in the eyes of a number with its noun."""
    text, things, others = page.text, page.things, page.others(one)
    end = max(one.end, noun.end if noun is not None else 0)
    named = noun is not None and noun.start == one.end
    # "1,146 were taken out in 24 buses", and so were the buses.
    rides = noun is not None and taxonomy.load().within(noun.kind, VEHICLES)

    def is_taken(event: Match[str]) -> bool:
        if event.start < one.start:
            nearer = [o for o in others if event.end <= _end(page, o) and o.end <= one.start]
            row = [*nearer, one]
        else:
            nearer = [o for o in others if end <= o.start < event.start]
            row = [one, *nearer]
            them = things.words["of_them"].at(text, event.end)
            goes = event.end if them is None else them.end
            if not things.verbs_last and any(o.start == goes for o in others):
                return not rides  # "were killed 40 and wounded 80"
        # "3,700 wounded and 300,000 people whose houses", "27 children and 128 wounded".
        ends = [(_end(page, a), b.start) for a, b in pairwise(row)]
        rest = named and not things.has_part(text, row[0].end, row[-1].start)
        counted = any(things.tells_all(text, o.end, _noun(page, o)) for o in nearer)
        full = rest and counted and all(b - a <= 1 + BESIDE for a, b in ends)
        return not rides and (full or not all(things.lists(text, a, b) for a, b in ends))

    return is_taken


def _is_of_another(page: _Page, one: _Amount, event: Match[str]) -> bool:
    """Whether an event befell those of a nearer number: "a man came and shot four people"."""
    text, things = page.text, page.things
    low, high = text.sentence_of(one.start)
    far = things.distance(text, event, one.start, one.end)
    joined = things.has_and(text, one.end, event.start)
    for other in (page.amounts[k] for k in range(low, high) if k in page.amounts):
        beyond = one.start < event.start <= other.start
        if other.start == one.start or (joined and not beyond):
            continue
        told = things.event(text, (other.start, other.end), _noun(page, other), PEOPLE)
        if told == event and things.distance(text, event, other.start, other.end) < far:
            return True
    return False


def _is_of_next(page: _Page, one: _Amount, event: Match[str]) -> bool:
    """Whether an event beyond a comma stands beside the next number: "2,000 came, 87 of them died".

    Numbers that "and" joins share it, and so do a number and what it holds.
    """
    text, things = page.text, page.things
    between = range(things.past_part(text, _end(page, one)), event.start)
    commas = [k for k in between if text.form(k) in COMMAS]
    if not commas or things.has_and(text, one.end, event.start):
        return False
    high = text.sentence_of(one.start)[1]
    told = (page.amounts[k] for k in range(commas[0], high) if k in page.amounts)
    rows = (a for a in told if not a.quantity.is_one)
    near = (things.distance(text, event, other.start, _end(page, other)) for other in rows)
    return min(near, default=BESIDE + 1) <= BESIDE


def _is_whole(page: _Page, one: _Amount, event: Match[str]) -> bool:
    """Return whether an event befell those of the next number: "of the 40, three died"."""
    text, things = page.text, page.things
    of = one.start - 1 - (things.articles.at(text, one.start - 1) is not None)
    heads = of == text.sentence_of(one.start)[0] or text.form(of - 1) in COMMAS
    opens = heads and things.has("out_of", text, of)
    return opens and any(one.end <= o.start < event.start for o in page.others(one))


def _end(page: _Page, amount: _Amount) -> int:
    noun = _noun(page, amount)
    return max(amount.end, noun.end) if noun is not None else amount.end


def _completed(page: _Page, amount: _Amount, measure: Measure, found: Sequence[Measure]) -> Measure:
    """Return the measure of "they were 112" with the kind and event of the count before it.

    So is one of "others raised the figure to 112".
    """
    bare = not (measure.unit or measure.scope.event)
    follows = page.things.noun_after(page.text, amount.end, page.dated, known_only=True)
    things = page.things
    text, copulas = page.text, range(max(0, amount.start - 2), amount.start)
    told = things.is_toll(text, amount.start) or any(
        things.has("copulas", text, k) for k in copulas
    )
    told = told or (not measure.noun and things.tells_number(text, amount.start))
    if not (bare and follows is None and found and told):
        return measure
    before = found[-1]
    near = measure.span.start - before.span.end <= FAR
    if not near or before.unit or before.polarity or not before.scope.event:
        return measure
    return with_event(measure, before.scope.event, kind=before.kind)


def _among(page: _Page, i: int, measure: Measure, found: Sequence[Measure]) -> Measure:
    """Read "there were no foreigners among them": they share what happened to the others."""
    known = taxonomy.load()
    before = found[-1] if found else None
    part = page.things.opens_part(page.text, i) and i not in page.behind
    if before is None or not (part or (not measure.scope.event and _shares(page, i, before))):
        return measure
    people = known.is_people(measure.kind) and known.is_people(before.kind)
    near = measure.span.start - before.span.end <= FAR
    if not (people and near and before.scope.event):
        return measure
    return with_event(measure, before.scope.event)


def _shares(page: _Page, i: int, before: Measure) -> bool:
    """Return whether those are among others, or some of a sum: "59 died: 36 women, 22 men"."""
    text, last = page.text, page.text.index_at(before.span.start)
    summed = text.form(i - 1) in DASHES or last in page.summed
    if summed and last >= text.sentence_of(i)[0]:
        page.summed.add(i)
    return i in page.summed or page.things.is_among(text, i)


def _rest(page: _Page, i: int, measure: Measure, found: Sequence[Measure]) -> Measure:
    """Return the measure of "and 30 others" as a part of all to whom the same happened."""
    noun = page.text.index_at(measure.span.end)
    others = any(page.things.has("others", page.text, k) for k in (noun, noun + 1))
    sentence = page.text.words[page.text.sentence_of(i)[0]].start
    return as_rest(measure, found, sentence) if others else measure


def _noun(page: _Page, amount: _Amount) -> Noun | None:
    text, things = page.text, page.things
    if (described := things.described(text, amount.start)) is not None:
        return described
    after = things.noun_after(text, amount.end, page.dated)
    if after is not None and after.found:
        return after
    if amount.quantity.noun_at is not None:
        shared = text.index_at(amount.quantity.noun_at)
        return things.noun_after(text, shared, page.dated, known_only=True) or after
    told = things.told_of(text, amount.end, page.dated)
    if told is not None or (after is not None and things.is_listed(text, amount.start, after)):
        return told or after
    # Where verbs stand last, an unknown word after a number may be one: "rose to 98". What was
    # among others needs no noun: "160 are treated, among them 65 in intensive care".
    part = after is None and things.opens_part(text, amount.start)
    unsure = not part and (after is None or things.may_be_verb)
    before = things.noun_before(text, amount.start) if unsure else None
    if before is not None and things.has("others", text, amount.end):
        people = taxonomy.load().is_people(before.kind)
        before = replace(before, kind=PEOPLE) if people else before
    verb = after is not None and things.may_be_verb and _is_last(text, after.end)
    return before or (None if verb else after)


def _is_last(text: Text, end: int) -> bool:
    """Whether a sentence or clause ends at word `end`."""
    if end >= text.sentence_of(end - 1)[1]:
        return True
    return not text.words[end].is_word and text.words[end].value is None


def _counts(amount: _Amount, noun: Noun | None, kind: str, event: str | None) -> bool:
    """Whether the words count something: an article, a year or a bare "two" often does not."""
    quantity = amount.quantity
    if quantity.year:
        return noun is not None and noun.found and 0 <= noun.start - amount.end <= 1
    if quantity.unit:
        return not quantity.is_one or event is not None
    if quantity.vague and noun is None and kind == UNSAID:
        return False
    if quantity.is_one:
        return noun is not None and noun.found and event is not None and noun.start == amount.end
    return (
        noun is not None or kind != UNSAID or quantity.approximate or quantity.nominal_low >= LEAST
    )


def _mood(page: _Page, i: int) -> Mood | None:
    possible = page.things.words["possible"].find(page.text, *page.things.clause(page.text, i))
    return Mood.POSSIBLE if any(possible) else None


def _scope(page: _Page, amount: _Amount, noun: Noun | None, kind: str, event: str | None) -> Scope:
    subject = page.things.subject(page.text, amount.start) if amount.quantity.unit else None
    counted = taxonomy.load().countable(kind)
    return Scope(
        event=event,
        subject=subject,
        window=_window(page, amount.start) if counted else None,
        population=_whose(page, amount, noun, kind, event),
    )


def _whose(
    page: _Page, amount: _Amount, noun: Noun | None, kind: str, event: str | None
) -> tuple[str, ...]:
    if not taxonomy.load().is_people(kind):
        return ()
    found = page.whose.of(page.text, page.things, amount.end, noun)
    if not found and event in HARMS:
        found = page.whose.of_side(page.text, amount.start)
    return tuple(sorted(found))


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
    pair = things.pairs.at(text, i)
    if pair is not None:
        return _told(page, Noun(i, pair.end, pair.meaning), i, 2)
    nobody = things.nobody_harmed(text, i)
    news = _only_news(page, text.sentence_of(i)[0], i)
    if nobody is not None and not news and text.form(i - 1) not in HAVING:
        return _told(page, nobody, i, 0, polarity=True)
    match = things.words["none"].at(text, i)
    end = match.end if match is not None else None
    noun = None if end is None else things.noun_after(text, end, page.dated, known_only=True)
    if noun is not None and end is not None:
        # "Without exposing | the | civilians" tells of all, "no military equipment" of none.
        led = noun.start > end and things.has("adjectives_behind", text, noun.start)
        led = led or (noun.start - end > 1 and things.articles.at(text, noun.start - 1) is not None)
        told = not led and not _only_news(page, end, noun.end)
        return _told(page, noun, i, 0, polarity=True) if told else None
    behind = things.words["none_behind"].at(text, i)
    before = None if behind is None else things.noun_before(text, i)
    many = before is not None and any(a.end == before.start for a in page.amounts.values())
    apart = before is not None and things.verbs_last and before.end != i
    if before is None or apart or many or news or text.form(before.start - 1) in HAVING:
        return None
    return _told(page, before, before.start, 0, polarity=True)


def _only_news(page: _Page, start: int, end: int) -> bool:
    """Return whether some words name news or data, of which there is none: they tell no number."""
    return any(page.things.words["news_of"].at(page.text, k) for k in range(start, end))


def _told(page: _Page, noun: Noun, i: int, value: float, *, polarity: bool = False) -> Measure:
    """Return the measure of a noun that says by itself, or with a word for none, how many."""
    text = page.text
    start, end = text.words[i].start, text.words[noun.end - 1].end

    def is_taken(told: Match[str]) -> bool:
        """Whether "and" parts it, "the dead, and none of the guards", or it is of others."""
        of_others = told.start < i and page.things.tells_all(text, i, noun)  # "no dead nor hurt"
        parted = not page.things.verbs_last and page.things.has_and(text, told.end, i)
        return polarity and (of_others or parted)

    event = page.things.event(text, (i, noun.end), noun, noun.kind, is_taken)
    of = page.things.amid(text, noun.end) if polarity and noun.kind == PEOPLE else None
    return measure_of(
        page.document,
        Quantity(start, end, (start, end), value, value, value, value),
        kind=of.kind if of is not None else noun.kind,
        scope=Scope(event=event.meaning if event else None, window=_window(page, i)),
        noun=text.slice(noun.start, noun.end),
        mood=_mood(page, i),
        polarity=polarity,
    )
