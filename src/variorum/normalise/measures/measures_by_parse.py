"""Measures of a parsed text: what each number counts is read off the dependency parse."""

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc

from variorum import taxonomy
from variorum.language import relations
from variorum.language.alignment import sentence_of, tokens_at
from variorum.language.dependents import first_word
from variorum.language.word_lists import words
from variorum.model import Document, Measure, Place, Scope, When
from variorum.normalise.measures.asked_counts import asked_for
from variorum.normalise.measures.counts import counts
from variorum.normalise.measures.ellipsis import completed
from variorum.normalise.measures.quantity_measures import (
    PEOPLE,
    UNSAID,
    as_rest,
    kind_of_quantity,
    measure_of,
    scope_by_role,
)
from variorum.normalise.measures.rates_and_sums import is_difference, with_per, with_plus
from variorum.normalise.measures.rereading import reread
from variorum.normalise.measures.scope import Setting, scope_of
from variorum.normalise.measures.subsets import as_part, narrower
from variorum.normalise.measures.windows import Windows, mood_of
from variorum.normalise.nouns.named_places import NamedPlaces
from variorum.normalise.nouns.nouns import Counted, counted, kind_of, lemma_of
from variorum.normalise.numbers.quantities import quantities
from variorum.normalise.numbers.quantity import Quantity, Role
from variorum.normalise.outcomes.outcomes import event_of_whole, is_whole, named_as
from variorum.normalise.outcomes.polarity import Presence, presences

# Tells only that they are part of something.
MERE = "composed"
SCREENED = "screened"
OTHER = "other"
PARTITIVE_PRONOUNS = words("normalise", "partitive_phrases")


def measures_by_parse(
    document: Document, doc: Doc, whens: Sequence[When], named: Sequence[Place]
) -> list[Measure]:
    """Return every quantity mention of a document by its parse, in order of their start."""
    setting = Setting(Windows(doc, whens), NamedPlaces(doc, named))
    taken: set[int] = set()
    found: list[Measure] = []
    times = (when for when in whens if when.dated or when.timex_type != "DURATION")
    dated = [(when.span.start, when.span.end) for when in times]
    for read in quantities(document.text, barred=dated):
        quantity = reread(doc, read)
        thing = counted(doc, quantity)
        if thing is not None:
            thing = asked_for(doc, quantity, thing) or thing
        if thing is not None and (measure := _measure(document, quantity, thing, setting, found)):
            taken.update(range(thing.anchor.i, thing.end))
            while found and found[-1].span.end > quantity.start:
                found.pop()  # the "one" of "one train in five"
            if quantity.role is Role.FIGURE:
                measure = completed(as_part(doc, measure, thing, found), thing, found)
            if thing.head is not None and lemma_of(thing.head) == OTHER:
                measure = as_rest(measure, found, sentence_of(thing.head).start_char)
            found.append(with_per(doc, measure, thing.end))
    added = with_plus(document.text, found)
    return sorted([*added, *_polar(document, doc, taken, setting)], key=lambda m: m.span.start)


def _measure(
    document: Document,
    quantity: Quantity,
    thing: Counted,
    setting: Setting,
    found: Sequence[Measure],
) -> Measure | None:
    kind = kind_of_quantity(quantity, thing.kind)
    scope = scope_of(thing, kind, quantity.unit, setting)
    if quantity.role is not Role.FIGURE:
        scope = scope_by_role(scope, quantity, document)
    elif kind == UNSAID and not _is_pointed_at(thing):
        kind, scope = _unsaid(quantity, thing, scope, setting, found)
    kind = narrower(thing, kind)
    kind, noun = _recast(doc_text=document.text, thing=thing, kind=kind, event=scope.event)
    if scope.event == SCREENED and noun != thing.noun:
        # Those found to be fighters among the people who came out are fighters who came out.
        event = event_of_whole(thing.anchor, kind) or scope.event
        scope = scope.model_copy(update={"event": event})
    if scope.event is None and is_whole(thing.head or thing.anchor, thing.anchor):
        quantity = replace(quantity, role=Role.WHOLE)
    if not counts(quantity, thing, kind, scope):
        return None
    return measure_of(
        document,
        quantity,
        kind=kind,
        scope=scope,
        noun=noun,
        mood=mood_of(thing),
        share_of=_whole(kind, thing, found),
        difference=is_difference(document.text, thing, quantity.end),
    )


def _whole(kind: str, thing: Counted, found: Sequence[Measure]) -> str | None:
    """Return the kind of what a share is of; of "three quarters of them" that of those before."""
    if kind != "share":
        return None
    after = thing.anchor.doc[thing.anchor.i + 1 : thing.anchor.i + 3].text.lower()
    if after in PARTITIVE_PRONOUNS and found:
        return found[-1].kind
    if thing.noun:
        return thing.kind
    inside = tokens_at(thing.anchor.doc, thing.start, thing.anchor.idx)
    nouns = [t for t in inside if t.pos_ == "NOUN"] if inside is not None else []
    return kind_of(nouns[-1], []) if nouns else None


def _is_pointed_at(thing: Counted) -> bool:
    """Return whether "those two" takes up what was named before, which need not be people."""
    i = thing.anchor.i
    return i > 0 and thing.anchor.doc[i - 1].lower_ in {"those", "these"}


def _unsaid(
    quantity: Quantity, thing: Counted, scope: Scope, setting: Setting, found: Sequence[Measure]
) -> tuple[str, Scope]:
    """Return what a number without a noun counts, by what happened to it, and its scope.

    It counts people where only people can do so ("3,000 marched"), as "thousands" alone does.
    """
    told = scope_of(thing, PEOPLE, None, setting)
    if scope.event and (scope.event != MERE or told.event in {None, MERE}):
        return _kind_by_event(scope.event, found), scope
    if not thing.noun:
        vague = quantity.vague and thing.anchor.dep_ in relations.SUBJECTS
        if told.event or vague:
            return PEOPLE, told
    return UNSAID, scope


def _kind_by_event(event: str, found: Sequence[Measure]) -> str:
    """Return what "2,700 were damaged" counts: people if they can be, else the thing before."""
    known = taxonomy.load()
    if known.can_befall(event, PEOPLE):
        return PEOPLE
    before = found[-1].kind if found else UNSAID
    return before if known.countable(before) and known.can_befall(event, before) else UNSAID


def _recast(doc_text: str, thing: Counted, kind: str, event: str | None) -> tuple[str, str]:
    """Return the kind and noun that screening found: "300 civilians identified as fighters"."""
    if event != SCREENED or doc_text[: thing.start].rstrip().endswith((" of", " the", " of the")):
        return kind, thing.noun
    noun = named_as(thing.anchor)
    if noun is None or not taxonomy.load().is_people(found := kind_of(noun, list(noun.lefts))):
        return kind, thing.noun
    first = first_word(noun, relations.AMOD | relations.COMPOUND)
    return found, str(noun.doc[first : noun.i + 1].text)


def _polar(document: Document, doc: Doc, taken: set[int], setting: Setting) -> list[Measure]:
    """Return the measures that say only some or none: bounds of one and up, or zero."""
    found = []
    for presence in presences(doc, taken):
        head, kind, denied = presence.head, presence.kind, not presence.present
        start, end = doc[presence.start].idx, head.idx + len(head)
        thing = Counted(head.text, head, kind, head, start, presence.end)
        low, high = (0.0, 0.0) if denied else (1.0, None)
        found.append(
            measure_of(
                document,
                Quantity(start, end, (start, end), low, high, low, low, approximate=not denied),
                kind=kind,
                scope=scope_of(thing, kind, None, setting, denied),
                noun=_noun(doc, presence),
                mood=mood_of(thing),
                polarity=True,
            )
        )
    return found


def _noun(doc: Doc, presence: Presence) -> str:
    """Return the noun with the words that describe it, without "no" or "some of the"."""
    head = presence.head
    described = [
        t.i for t in head.lefts if t.dep_ in relations.AMOD | relations.COMPOUND | relations.NMOD
    ]
    first = next((i for i in described if doc[i].lower_ not in {"many", "some", "most"}), head.i)
    return str(doc[first : head.i + 1].text)
