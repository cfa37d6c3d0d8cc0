"""Where names of people and bodies stand, from capitals and tags alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from variorum.language.features import is_adjective, is_common_noun, is_plural, is_proper
from variorum.normalise.actors.actor_words import ActorWords
from variorum.normalise.places.place_tables import adjectives

__all__ = ["Run", "is_acronym", "plain", "runs"]

# Parts of speech that open no name, though a capital may stand on them.
SMALL = frozenset({"ADP", "ADV", "CCONJ", "DET", "NUM", "PRON", "SCONJ"})
JOINTS = frozenset({"-", "/", "–"})
LONGEST_ACRONYM = 7
LONGEST_RUN = 14


@dataclass(frozen=True)
class Run:
    """A name, as a range of tokens, and the words before it that are no part of it.

    `lead` are the offices, trades and courtesies, in small letters; `article` tells whether "the"
    stands before it all.
    """

    start: int
    end: int
    lead: tuple[str, ...] = ()
    first: int = 0
    article: bool = False


def plain(token: Token) -> str:
    """Return the word in small letters, without the dots of a short form."""
    return token.lower_.replace(".", "")


def is_acronym(word: str) -> bool:
    """Return whether a word is made of capitals, as UN, U.N. or YPG are."""
    letters = word.replace(".", "")
    return 2 <= len(letters) <= LONGEST_ACRONYM and letters.isalpha() and letters.isupper()


def runs(doc: Doc, words: ActorWords) -> Iterator[Run]:
    """Yield the names of a parsed document in order; they do not overlap."""
    i = 0
    while i < len(doc):
        if not _begins(doc, i, words):
            i += 1
            continue
        start, i = i, i + 1
        while i - start < LONGEST_RUN and (step := _step(doc, start, i, words)):
            i += step
        yield from _without_lead(doc, start, i, words)


def _is_name(doc: Doc, i: int, words: ActorWords) -> bool:
    if i >= len(doc):
        return False
    token = doc[i]
    named = is_proper(token) or is_acronym(token.text)
    return named and token.text[:1].isupper() and token.lower_ not in words.calendar


def _begins(doc: Doc, i: int, words: ActorWords) -> bool:
    """Return whether a name begins: with a name, or a capitalised word that leads to one."""
    token = doc[i]
    if _is_name(doc, i, words):
        return True
    if token.text[:1].isupper() and token.text in adjectives():
        return True
    if not token.is_title or token.pos_ in SMALL or i + 1 >= len(doc):
        return False
    known = plain(token) in words.bodies or words.leads(plain(token))
    return (known or not token.is_sent_start) and _capital(doc, i + 1, words)


def _capital(doc: Doc, i: int, words: ActorWords) -> bool:
    """Return whether a word goes on with a name: one itself, or a body's or an office's noun."""
    if _is_name(doc, i, words):
        return True
    if (
        i >= len(doc)
        or not doc[i].text[:1].isupper()
        or (doc[i].is_sent_start and not _short_office(doc[i - 1], words))
    ):
        return False
    return (
        plain(doc[i]) in words.bodies | words.suffixes
        or is_common_noun(doc[i])
        or is_adjective(doc[i])
    )


def _step(doc: Doc, start: int, i: int, words: ActorWords) -> int:
    """Return by how many tokens the name from `start` to `i` goes on, or 0 where it ends."""
    if i >= len(doc) or (doc[i].is_sent_start and not _short_office(doc[i - 1], words)):
        return 0
    token = doc[i]
    led = start == i - 1 and doc[start].text in adjectives() and plain(token) in words.bodies
    if led or _capital(doc, i, words):
        return 1
    if token.lower_ in words.particles:
        return _over_particles(doc, i, words)
    touching = not doc[i - 1].whitespace_ and not token.whitespace_
    if touching and (token.text in JOINTS or token.text == "'"):
        return 2 if _capital(doc, i + 1, words) else 0
    if token.text == "." and not doc[i - 1].whitespace_ and _is_lead_word(doc[i - 1], words):
        return 2 if _capital(doc, i + 1, words) else 0
    return _over_link(doc, start, i, words)


def _short_office(token: Token, words: ActorWords) -> bool:
    """Return whether a word is an office's short form, whose dot ends no sentence: "Col."."""
    return _is_lead_word(token, words) and token.text.endswith(".")


def _is_lead_word(token: Token, words: ActorWords) -> bool:
    return plain(token) in words.offices or plain(token) in words.polite


def _over_particles(doc: Doc, i: int, words: ActorWords) -> int:
    """Return the length of "van der Meer" or "al-Sayed" from a particle, or 0."""
    j = i
    while j < len(doc) and j - i < 5 and (doc[j].lower_ in words.particles or doc[j].text == "-"):
        j += 1
    return j + 1 - i if _is_name(doc, j, words) else 0


def _over_link(doc: Doc, start: int, i: int, words: ActorWords) -> int:
    """Return the length of "of the Interior" behind a body's noun, or 0."""
    link = doc[i].lower_
    if link not in words.linking or link == "the":
        return 0
    body = plain(doc[start]) in words.bodies or plain(doc[i - 1]) in words.bodies
    linked = any(doc[j].lower_ in {"of", "for"} for j in range(start, i))
    if link in {"and", "&"}:
        body = link == "&" or (linked and plain(doc[i - 1]) not in words.bodies)
    over = 1 + (i + 1 < len(doc) and doc[i + 1].lower_ == "the")
    if not body or (link in {"in", "on", "against", "without"} and not linked):
        return 0
    return over + 1 if _capital(doc, i + over, words) else 0


def _without_lead(doc: Doc, start: int, end: int, words: ActorWords) -> Iterator[Run]:
    """Yield the run without the offices before the person's name, as it stands otherwise."""
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
    yield Run(cut, end, lead, first, article)


def _leads(doc: Doc, i: int, end: int, words: ActorWords) -> bool:
    """Return whether a capitalised word is an office, or a body's noun with an office behind it."""
    word = plain(doc[i])
    office = word in words.offices or word in words.polite
    behind = any(words.leads(plain(doc[k])) for k in range(i + 1, end - 1))
    return office or (word in words.bodies and behind)


def _is_lead(doc: Doc, i: int, start: int, words: ActorWords) -> bool:
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
