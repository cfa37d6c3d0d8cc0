"""How measures of a sentence belong together: counted per something, or added to each other."""

import re
from collections.abc import Sequence

from spacy.tokens import Doc, Token

from variorum import taxonomy
from variorum.language import relations
from variorum.language.alignment import sentence_of, tokens_at
from variorum.language.dependents import NOUNS, first_child, verb_above
from variorum.language.features import is_past_participle
from variorum.language.files import table
from variorum.language.word_lists import alternatives, words
from variorum.model import Measure
from variorum.normalise.nouns.nouns import Counted, kind_of

EACH = words("normalise", "each")
HOLDING = words("normalise", "holding_prepositions")
REACH = 6
# What may stand between two counts that are added: their nouns, then a sign or word of addition.
_PLUS = re.compile(rf"(?:,|;)?\s*(?:\b(?:{alternatives('normalise', 'adding')})\b|\+)", re.I)
_AND = re.compile(r"(?:,|\band\b|,\s*and\b)\s*(?:some of\s*)?\Z", re.I)
_COMPARED = re.compile(
    rf"[^\S\n]*(?:{'|'.join(table('approximators')['en']['comparatives'])})\b(?:[^\S\n]+\w+){{0,2}}?[^\S\n]+than\b"
)
_SUBSET = re.compile(rf"\b(?:{alternatives('normalise', 'subset_openings')})\b", re.I)
_CLAUSE = re.compile(rf"[.;:]|\b(?:{alternatives('normalise', 'clause_parts')})\b", re.I)
PARTITIVES = tuple(words("normalise", "partitives"))
DISTRIBUTED = words("normalise", "distributed_over")


def is_difference(text: str, thing: Counted, end: int) -> bool:
    """Return whether "40 more than", "three metres longer than" follows, or "20 fewer deaths than".

    `end` is where the quantity ends in `text`.
    """
    noun = thing.anchor.doc[thing.end - 1]
    return any(_COMPARED.match(text, place) for place in (end, noun.idx + len(noun)))


def with_per(doc: Doc, measure: Measure, end: int) -> Measure:
    """Return `measure` with the kind it is counted per; `end` is the token after its noun."""
    per = _per_after(doc, measure, end) or _per_before(doc, measure) or _per_of_verb(doc, end)
    return measure.model_copy(update={"per": per}) if per else measure


def _noun_after(doc: Doc, i: int, limit: int) -> Token | None:
    """Return the head noun of the phrase that begins at `i` ("one of the trucks": trucks)."""
    best = None
    for k in range(i, min(limit, i + REACH)):
        token = doc[k]
        if token.pos_ in NOUNS:
            best = token
        elif best is not None or (
            token.pos_ in {"VERB", "AUX", "PUNCT"} and not is_past_participle(token)
        ):
            break
    return best


def _kind(noun: Token | None) -> str | None:
    if noun is None:
        return None
    if noun.lemma_ in {"head", "capita"}:
        return "people"
    unit = taxonomy.load().units.get(noun.lemma_)
    if unit is not None and unit.kind == "duration":
        return f"duration.{noun.lemma_}"
    return kind_of(noun, [c for c in noun.lefts if c.pos_ in {"ADJ", *NOUNS}])


def _per_after(doc: Doc, measure: Measure, end: int) -> str | None:
    """Read "in every truck", "per truck", "$800 each for the drivers", "$50 a day"."""
    limit = sentence_of(doc[end - 1]).end
    for i in range(end, min(limit, end + REACH)):
        token = doc[i]
        if token.lower_ in EACH and doc[i : i + 2].text.lower() != "each other":
            noun = _noun_after(doc, i + 1, limit)
            if noun is not None and (token.lower_ != "each" or _distributes(doc, i, noun)):
                return _kind(noun)
            return _kind(_subject(token)) if token.lower_ in {"each", "apiece"} else None
        if i == end and token.lower_ in {"a", "an"}:
            kind = _kind(_noun_after(doc, i + 1, min(limit, i + 2)))
            rates = ("duration", "people") if measure.unit else ("duration",)
            return kind if kind and kind.startswith(rates) else None
        if token.pos_ not in {"ADP", "DET"} and token.text != ",":
            return None
    return None


def _per_of_verb(doc: Doc, end: int) -> str | None:
    """Read "four men rode in every truck", where the verb stands between."""
    verb = verb_above(doc[end - 1])
    if verb.i < end:
        return None
    for prep in verb.children:
        if prep.dep_ in relations.ADPOSITION and prep.lower_ in HOLDING and prep.i > verb.i:
            held = first_child(prep, relations.COMPLEMENT)
            if held is not None and any(c.lower_ in {"each", "every"} for c in held.lefts):
                return _kind(held)
            if held is not None and held.lower_ == "each":
                return _kind(_noun_after(doc, held.i + 1, sentence_of(held).end))
    return None


def _distributes(doc: Doc, i: int, noun: Token) -> bool:
    """Tell "each driver", "each of the drivers", "each for the drivers" from "each in March"."""
    between = {doc[k].lower_ for k in range(i + 1, noun.i)}
    return not between & DISTRIBUTED or doc[i - 1].lower_ in {"in", "on"}


def _subject(token: Token) -> Token | None:
    verb = verb_above(token)
    found = first_child(verb, relations.SUBJECTS)
    return found if found is not None and found.pos_ in NOUNS else None


def _per_before(doc: Doc, measure: Measure) -> str | None:
    """Read "each of the trucks had four men", "promised every driver $4,000"."""
    place = tokens_at(doc, measure.span.start, measure.span.end)
    if place is None:
        return None
    verb = verb_above(place.root)
    for i in range(place.start - 1, max(sentence_of(place[0]).start, place.start - 12) - 1, -1):
        token = doc[i]
        if token.lower_ in {"each", "every"}:
            noun = _noun_after(doc, i + 1, place.start)
            own = noun is not None and verb_above(noun).i in {verb.i, verb.head.i}
            return _kind(noun) if own else None
        if token.text in {".", ";", ","}:
            return None
    return None


def with_plus(text: str, found: Sequence[Measure]) -> list[Measure]:
    """Return the measures, each with the spans of those that the text adds to it."""
    groups: list[list[int]] = []
    for i in range(1, len(found)):
        if _added(text, found[i - 1], found[i]):
            if groups and groups[-1][-1] == i - 1:
                groups[-1].append(i)
            else:
                groups.append([i - 1, i])
    added = list(found)
    for group in groups:
        events = (found[k].scope.event for k in group)
        event = next((event for event in events if event), None)
        for i in group:
            others = tuple(found[k].span for k in group if k != i)
            # What is added to those who left has left too.
            scope = found[i].scope.model_copy(update={"event": found[i].scope.event or event})
            added[i] = found[i].model_copy(update={"plus": others, "scope": scope})
    return added


def _added(text: str, one: Measure, two: Measure) -> bool:
    """Return whether `two` is added to `one`: by "plus", or joined by "and" with one event."""
    between = text[one.span.end : two.span.start]
    after = text[two.span.end : two.span.end + 12]
    if (
        len(between) > 90
        or one.unit != two.unit
        or one.per
        or two.per
        or one.polarity
        or two.polarity
    ):
        return False
    if _SUBSET.search(between) or after.lstrip().startswith(PARTITIVES):
        return False
    if not _alike(one.kind, two.kind):
        return False
    if _PLUS.search(between):
        return not _CLAUSE.search(between)
    joined = _AND.search(between) and not _CLAUSE.search(between)
    return bool(joined and one.kind != two.kind and one.scope.event == two.scope.event)


def _alike(one: str, two: str) -> bool:
    """Only things of one family add up: persons with persons, vehicles with vehicles."""
    root_one, root_two = one.partition(".")[0], two.partition(".")[0]
    return root_one == root_two and root_one not in {"things", "share", "duration"}
