"""Counts of a part: "seven of the dead were children", "300 of them"."""

from collections.abc import Sequence

from spacy.tokens import Doc, Token

from variorum import taxonomy
from variorum.language import relations
from variorum.language.alignment import sentence_of
from variorum.language.dependents import NOUNS, VERBS, children_of
from variorum.language.features import is_past_participle
from variorum.language.word_lists import words
from variorum.model import Measure
from variorum.normalise.measures.quantity_measures import with_event
from variorum.normalise.nouns.nouns import Counted, is_part_of, kind_of, lemma_of

FAR = 12
OF_WHOM = words("normalise", "relative_partitives")
WERE = words("normalise", "were")
AMONG = words("normalise", "among_phrases")
STATES = words("normalise", "condition_nouns")


def narrower(thing: Counted, kind: str) -> str:
    """Return the kind that the sentence makes of the counted: "of the dead were children".

    Reads also "23 people, all of them civilians".
    """
    known = taxonomy.load()
    named = _predicate(thing) or _all_of_them(thing)
    told = _are(thing, kind)
    if told and known.is_people(told) and (kind == "things" or known.is_people(kind)):
        return told
    if named is None or not known.is_people(kind):
        return kind
    found = kind_of(
        named, [c for c in named.lefts if c.dep_ in relations.AMOD | relations.COMPOUND]
    )
    return found if found != kind and known.within(found, kind) else kind


def _predicate(thing: Counted) -> Token | None:
    """Return the children of "seven of the dead were children"."""
    verb = thing.anchor.head
    if thing.head is None or verb.lemma_ != "be" or not is_part_of(thing.head, thing.anchor):
        return None
    return next((c for c in children_of(verb, relations.ATTRIBUTE) if c.pos_ == "NOUN"), None)


def _are(thing: Counted, whole: str) -> str | None:
    """Return the kind that "250 of them were fighters" names, narrowed where they were fighters.

    "Dozens of them were foreigners", said of fighters, counts foreign fighters.
    """
    number = thing.anchor
    if thing.noun or number.dep_ not in relations.NSUBJ or number.head.lemma_ != "be":
        return None
    named = (c for c in children_of(number.head, relations.ATTRIBUTE) if c.pos_ == "NOUN")
    known = taxonomy.load()
    for noun in named:
        narrowed = known.narrow(whole, lemma_of(noun))
        return narrowed if narrowed != whole else kind_of(noun, list(noun.lefts))
    return None


def _all_of_them(thing: Counted) -> Token | None:
    """Return the civilians of ", all of them civilians", ", all civilians"."""
    doc = thing.anchor.doc
    limit = sentence_of(thing.anchor).end
    for i in range(thing.end, min(limit - 2, thing.end + FAR)):
        if doc[i].text == "," and doc[i + 1].lower_ == "all":
            after = (t for t in doc[i + 2 : min(limit, i + 7)] if t.lower_ not in {"of", "them"})
            token = next((t for t in after if t.lower_ not in WERE), None)
            while token is not None and token.pos_ == "ADJ" and token.i + 1 < limit:
                token = doc[token.i + 1]
            return token if token is not None and token.pos_ == "NOUN" else None
    return None


def as_part(doc: Doc, measure: Measure, thing: Counted, found: Sequence[Measure]) -> Measure:
    """Return the measure of "four of them children", "300 of them to the valley" as a part.

    Those who are named share the event of their whole; those who are not are of its kind, and what
    is said of the whole is not said of them again: they would pass for a second count of it.
    """
    if (whole := _including(thing, found)) is not None:
        return with_event(measure, whole.scope.event)
    i = thing.anchor.i + 1
    if doc[i : i + 2].text.lower() not in OF_WHOM:
        return with_event(measure, None) if _is_condition(thing) else measure
    whole = found[-1] if found and _same_sentence(thing, found[-1]) else None
    if whole is None:  # "There were several thousand of them": all of those counted last
        last = next((m for m in reversed(found) if _holds(m, measure)), None)
        return with_event(measure, measure.scope.event or (last.scope.event if last else None))
    if thing.noun:
        return with_event(measure, measure.scope.event or whole.scope.event)
    same = measure.scope.event == whole.scope.event
    return with_event(measure, None if same else measure.scope.event, kind=whole.kind)


def _including(thing: Counted, found: Sequence[Measure]) -> Measure | None:
    """Return the whole of "47 people, among them 13 children", if what happened to it is known.

    Only a narrower kind, or another of people, as "civilians, including two women": of "47 people,
    including three in the yard" the three are not a count of the people.
    """
    doc, known = thing.anchor.doc, taxonomy.load()
    last = doc[thing.end : thing.end + 2].text.lower() in AMONG  # "13 children among them"
    wholes, start = [m for m in found if _same_sentence(thing, m)], thing.start
    # "33 dead, among them 23 police, five residents and five guests": all three are parts.
    while wholes and not (last or _opens(thing, start)) and _only_lists(doc, wholes[-1], start):
        start = wholes.pop().span.start
    if not wholes or not (last or _opens(thing, start)) or not thing.kind:
        return None
    whole = wholes[-1]
    people = known.is_people(thing.kind) and known.is_people(whole.kind)
    inner = known.within(thing.kind, whole.kind) or (people and thing.kind != "people")
    narrower_kind = thing.kind != whole.kind and inner
    return whole if whole.scope.event and narrower_kind and not whole.polarity else None


def _opens(thing: Counted, start: int) -> bool:
    """Whether "including" or "among them" stands before an offset."""
    before = thing.anchor.doc.text[sentence_of(thing.anchor).start_char : start].lower().rstrip()
    return before.endswith(("including", *AMONG))


def _only_lists(doc: Doc, item: Measure, start: int) -> bool:
    """Whether nothing but the words for one item stands from its number to an offset."""
    between = doc.char_span(item.span.start, start, alignment_mode="expand") or ()
    verbs = (t for t in between if t.pos_ in VERBS and not is_past_participle(t))
    return not any(verbs) and not any(t.text in {".", ";", ":", "("} for t in between)


def _holds(whole: Measure, part: Measure) -> bool:
    """Whether a count is not smaller than what is said to be some of it."""
    return whole.high is None or part.low is None or part.low <= whole.high


def _same_sentence(thing: Counted, whole: Measure) -> bool:
    sentence = sentence_of(thing.anchor)
    return sentence.start_char <= whole.span.start < thing.start


def _is_condition(thing: Counted) -> bool:
    doc, i = thing.anchor.doc, thing.anchor.i
    if thing.noun or not 0 < i < len(doc) - 2 or doc[i - 1].text != ",":
        return False
    after = doc[i + 1]
    if after.lower_ != "in":
        return after.pos_ == "ADV" and (after.head.i == i or doc[i + 2].is_punct)
    return any(lemma_of(c) in STATES for c in after.children if c.pos_ in NOUNS)
