"""Which of the names in a text are somebody's, and what sort of somebody."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Span, Token

from variorum.language import relations as rel
from variorum.language.alignment import sentence_of
from variorum.language.features import is_plural, is_proper
from variorum.language.name_spans import NameWords, is_acronym, plain
from variorum.language.spelling import name_words
from variorum.language.word_lists import words as listed
from variorum.model import Place, SpeakerKind
from variorum.normalise.actors.actor_spans import Run, runs
from variorum.normalise.places.place_tables import adjectives

# Where somebody stands who does something, is given or owns something.
ACTING = rel.SUBJECTS | rel.AGENT | rel.POSS | rel.APPOS | rel.OBJ | rel.IOBJ | rel.CONJ | rel.ROOT
HEADLINE = 0.75
LONGEST_PERSON = 5
SHORTEST_WORD = 3


@dataclass(frozen=True)
class Found:
    """A mention in a parse: its range of tokens, its folded words, and what is told of it.

    `definite` marks words without a name, such as "the minister".
    """

    start: int
    end: int
    words: tuple[str, ...]
    kind: SpeakerKind
    title: str | None = None
    gender: str | None = None
    definite: bool = False


def found(doc: Doc, words: NameWords, named: Sequence[Place]) -> list[Found]:
    """Return the names of people, bodies and groups in a parse, in order.

    `named` are the places that the text names: none is somebody, but a capital that speaks.
    """
    places = {(place.span.start, place.span.end) for place in named}
    known = {place.span.exact.lower() for place in named}
    every = [run for run in runs(doc, words) if not _heads(doc, run)]
    people = {tokens[-1] for run in every if len(tokens := _folded(doc, run)) > 1}
    first = [one for run in every if (one := _one(doc, run, words, places))]
    first = [_government(one, known, people) for one in first]
    sure = {one.words for one in first} | {one.words[-1:] for one in first if len(one.words) > 1}
    sure |= {one.words[:1] for one in first if one.kind is SpeakerKind.PERSON}
    taken = {one.start for one in first}
    for run in every:
        again = _folded(doc, run)
        if run.start in taken or not again or again not in sure:
            continue
        if doc[run.start : run.end].text.lower() in known and again[-1] not in people:
            continue
        if offsets(doc, run) not in places:
            first.append(_made(doc, run, words, SpeakerKind.PERSON))
    return sorted(first, key=lambda one: one.start)


def _government(one: Found, known: set[str], people: set[str]) -> Found:
    """Return a body for the name of a place that speaks: a capital means its government."""
    word = one.words[0]
    if len(one.words) > 1 or one.title or one.gender or word in people:
        return one
    return replace(one, kind=SpeakerKind.ORGANISATION) if word in known else one


def _folded(doc: Doc, run: Run) -> tuple[str, ...]:
    return name_words(doc[run.start : run.end].text)


def offsets(doc: Doc, one: Run | Found) -> tuple[int, int]:
    """Return where a name stands in the text."""
    place = doc[one.start : one.end]
    return place.start_char, place.end_char


def _heads(doc: Doc, run: Run) -> bool:
    """Return whether a name stands in a headline, whose capitals do not show where it ends."""
    sentence = sentence_of(doc[run.start])
    if sentence[-1].is_punct or run.end - run.start >= len(sentence) - 1:
        return False
    tokens = [t for t in doc[run.start : run.start + 12] if t.i < sentence.end]
    long = [t for t in tokens if len(t) > SHORTEST_WORD and t.is_alpha]
    capitals = sum(t.text[0].isupper() for t in long)
    return len(long) > run.end - run.start and capitals > HEADLINE * len(long)


def _one(doc: Doc, run: Run, words: NameWords, places: set[tuple[int, int]]) -> Found | None:
    """Return the mention that a run is by its own words and place, or None where none is sure."""
    folded = _folded(doc, run)
    if not folded or (run.lead == () and _is_office(doc, run, words)):
        return None
    if any(map(words.leads, run.lead)):
        return _made(doc, run, words, SpeakerKind.PERSON)
    if offsets(doc, run) in places:
        speaks = run.end - run.start == 1 and _speaks(doc[run.end - 1], words)
        return _made(doc, run, words, SpeakerKind.ORGANISATION) if speaks else None
    kind = _kind(doc, run, words)
    return _made(doc, run, words, kind) if kind else None


def _is_office(doc: Doc, run: Run, words: NameWords) -> bool:
    last, first = plain(doc[run.end - 1]), plain(doc[run.start])
    return last in words.offices or (first in words.offices and run.end - run.start == 1)


def _kind(doc: Doc, run: Run, words: NameWords) -> SpeakerKind | None:
    tokens = doc[run.start : run.end]
    if any(plain(t) in words.things for t in (tokens[0], tokens[-1])) and len(tokens) > 1:
        return None
    if _is_body(tokens, words):
        alone = len(tokens) == 1 and tokens[0].is_sent_start and not run.article
        return None if alone else SpeakerKind.ORGANISATION
    if is_acronym(tokens[-1].text) or is_acronym(tokens[0].text):
        headed = run.end < len(doc) and doc[run.end].text == ":"
        if headed or all(t.is_upper and len(t) > LONGEST_PERSON for t in tokens):
            return None
        whole = sentence_of(tokens[0])
        shouted = all(t.is_upper for t in whole if t.is_alpha and len(t) > 1)
        return None if shouted and len(whole) > len(tokens) + 1 else SpeakerKind.ORGANISATION
    several = run.article and tokens[-1].text.endswith("s") and len(tokens) > 1
    if (is_proper(tokens[-1]) and is_plural(tokens[-1])) or several:
        return SpeakerKind.GROUP if _acts(tokens.root) else None
    return None if tokens[-1].text in adjectives() else _person(doc, run, words)


def _is_body(tokens: Span, words: NameWords) -> bool:
    """Return whether a name ends or begins with a body's noun, or says whose it is."""
    every = [plain(token) for token in tokens]
    if every[-1] in words.bodies or (every[0] in words.bodies and len(every) > 1):
        return True
    return bool(words.bodies & set(every)) and not {"of", "for"}.isdisjoint(every)


def _person(doc: Doc, run: Run, words: NameWords) -> SpeakerKind | None:
    """Return the kind of a name of plain words: a person, where it does what people do."""
    tokens = doc[run.start : run.end]
    names = [t for t in tokens if t.is_alpha and t.lower_ not in words.particles]
    if run.article or len(tokens) > LONGEST_PERSON + 3 or len(names) > LONGEST_PERSON:
        return None
    if len(names) < 2 and tokens[0].lower_ not in words.particles:
        return SpeakerKind.PERSON if _speaks(tokens[-1], words) else None
    return SpeakerKind.PERSON if _acts(tokens.root) else None


def _acts(token: Token) -> bool:
    """Return whether a name stands where somebody does, is given or owns something."""
    beside = token.dep_ in rel.COMPLEMENT and token.head.lower_ in listed("normalise", "partner")
    return token.dep_ in ACTING or beside


def _speaks(token: Token, words: NameWords) -> bool:
    return token.dep_ in rel.NSUBJ and token.head.lemma_ in words.speaks


def _made(doc: Doc, run: Run, words: NameWords, kind: SpeakerKind) -> Found:
    office = [w for w in run.lead if w not in words.polite]
    offices = office if any(w in words.offices for w in office) else []
    title = " ".join(name_words(" ".join(words.offices.get(w, w) for w in offices))) or None
    return Found(run.start, run.end, _folded(doc, run), kind, title, _gender(run.lead, words))


def _gender(lead: Iterable[str], words: NameWords) -> str | None:
    told = {"female": words.female & set(lead), "male": words.male & set(lead)}
    genders = [gender for gender, said in told.items() if said]
    return genders[0] if len(genders) == 1 else None
