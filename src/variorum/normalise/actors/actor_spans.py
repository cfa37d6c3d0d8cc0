"""Where names of people and bodies stand, from capitals and tags alone."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc

from variorum.language.features import is_adjective, is_common_noun, is_plural
from variorum.language.name_spans import NameWords, name_runs, plain
from variorum.normalise.places.place_tables import adjectives


@dataclass(frozen=True)
class Run:
    """A name, as a range of tokens, and the words before it that are no part of it.

    `lead` are the offices, trades and courtesies, in small letters; `article` tells whether "the"
    stands before it all.
    """

    start: int
    end: int
    lead: tuple[str, ...] = ()
    article: bool = False


def runs(doc: Doc, words: NameWords) -> Iterator[Run]:
    """Yield the names of a parsed document in order; they do not overlap."""
    for start, end in name_runs(doc, adjectives()):
        yield _without_lead(doc, start, end, words)


def _without_lead(doc: Doc, start: int, end: int, words: NameWords) -> Run:
    """Return the run without the offices before the person's name, as it stands otherwise."""
    first = start
    while first > 0 and _is_lead(doc, first - 1, start, words):
        first -= 1
    article = first > 0 and doc[first - 1].lower_ == "the"
    last = plain(doc[end - 1])
    cut = start
    if last not in words.bodies and last not in words.offices:
        cut = max([start, *(j + 1 for j in range(start, end - 1) if _leads(doc, j, end, words))])
    linked = cut < end and doc[cut].lower_ in words.linking | words.offices.keys()
    cut = start if linked else cut
    while cut < end - 1 and doc[cut].is_punct:
        cut += 1
    lead = tuple(plain(doc[j]) for j in range(first, cut) if plain(doc[j]).isalpha())
    return Run(cut, end, lead, article)


def _leads(doc: Doc, i: int, end: int, words: NameWords) -> bool:
    """Return whether a capitalised word is an office, or a body's noun with an office behind it."""
    word = plain(doc[i])
    office = word in words.offices or word in words.polite
    behind = any(words.leads(plain(doc[k])) for k in range(i + 1, end - 1))
    return office or (word in words.bodies and behind)


def _is_lead(doc: Doc, i: int, start: int, words: NameWords) -> bool:
    """Return whether a word without a capital belongs to the office before a name."""
    token = doc[i]
    begins = token.is_sent_start and plain(token) in words.former
    if not (token.is_lower or begins) or doc[i + 1].is_sent_start or start - i > 5:
        return False
    if i == start - 1:
        return words.leads(plain(token)) and plain(token) not in words.former
    singular = is_common_noun(token) and not is_plural(token)
    noun = singular or is_adjective(token) or plain(token) in words.former
    return noun or (token.text == "-" and start - i < 5)
