"""Areas by who owns or holds them: nobody who died "on the Spanish side" is no toll of both sides.

A country is known by its name, its capital and what is of it, in every language. Where reports tell
of two areas, or of one in which there were none, a count of an area is of it alone; one whose
holder no words name is its report's alone.
"""

import functools
import itertools
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from variorum.compare.happenings.incidents import FOUND, HURT
from variorum.compare.quantities.answers import Reply
from variorum.compare.quantities.surroundings import numbers_of, told_of
from variorum.compare.solver.constraints import UNKNOWN
from variorum.language.words.deed_words import word_pattern
from variorum.model import Document
from variorum.statements.states import state_of
from variorum.yaml_files import word_file

# How many words around an area may say that something was in it and who holds it, and in how many
# characters they stand; how near to it its owner is named: "Spanish soil", "the side of Spain".
REACH, CONTEXT, BESIDE = 7, 90, 2
NOBODY, SPEAKER, AREA = "?", "!", "the area of "
COUNTED = frozenset({*HURT, FOUND, "missing", "rescued", "displaced", "left", "flooded"})
_WORD = re.compile(r"\w+")


def in_areas(found: Sequence[Reply], documents: Mapping[str, Document]) -> list[Reply]:
    """Return the replies, those told of the area of one side with that area as their place.

    Where two such areas are each told by several reports, a count without one is of nobody knows
    which.
    """
    numbers = numbers_of(found)
    area_of: dict[int, str] = {}
    holders: dict[str, set[str]] = defaultdict(set)
    counts = [reply for reply in found if reply.variable.event.rstrip("+") in COUNTED]
    for reply in counts:
        document = documents[reply.claim.document]
        find = functools.partial(_owners, language=document.language or "")
        owners = told_of(document, reply, numbers, find)
        if len(owners) == 1:
            area_of[id(reply)] = area = _place(reply, owners.pop(), document)
            holders[area].add(document.id)
    none = any(reply.polarity and not reply.low for reply in counts if id(reply) in area_of)
    everywhere = (_owners(d.text, d.language or "") for d in documents.values() if area_of)
    if len(set().union(*everywhere)) < 2 and not none:
        return list(found)
    shared = [area for area, own in holders.items() if area.startswith(AREA) and len(own) > 1]
    if len(shared) > 1:
        for reply in (r for r in counts if not r.variable.place):
            area_of.setdefault(id(reply), f"{UNKNOWN}{reply.claim.document[:12]}")

    def told(reply: Reply) -> Reply:
        area = area_of.get(id(reply))
        return reply.about(place=area) if area else reply

    return [told(reply) for reply in found]


def _place(reply: Reply, owner: str, document: Document) -> str:
    if owner == SPEAKER:
        owner = state_of(reply.claim.speaker.name, document.language) or NOBODY
    return f"{UNKNOWN}{reply.claim.id[:12]}" if owner == NOBODY else f"{AREA}{owner}"


def _owners(words: str, language: str) -> set[str]:
    """Return who owns or holds the areas in which the words say something was.

    `NOBODY` stands for a holder whom no words name, `SPEAKER` for one who is "they" or "it".
    """
    return {owner for land in _rows()["lands"].finditer(words) for owner in _owner(land, language)}


def _owner(land: re.Match[str], language: str) -> Iterator[str]:
    if land[0].istitle() and land[0].isascii() and language != "de":
        return  # the West Bank is no side
    rows, words = _rows(), land.string
    before = _WORD.findall(words[max(0, land.start() - CONTEXT) : land.start()])[-REACH:]
    after = _WORD.findall(words[land.end() : land.end() + CONTEXT])[:REACH]
    pairs = itertools.zip_longest(reversed(before), after, fillvalue="")
    near = [word for pair in pairs for word in pair]
    within, held, own = (
        any(rows[name].fullmatch(word) for word in told)
        for name, told in (("within", (*before, land[0])), ("held", near), ("own", near))
    )
    told = near if held else near[: 2 * BESIDE]
    owner = next((state for word in told if word and (state := _state(word, language))), "")
    if within and (owner or held):
        yield owner or (SPEAKER if own else NOBODY)


@functools.cache
def _state(word: str, language: str) -> str:
    """Return the state that a word names; "green" is none, as English has capitals for them."""
    small = language == "en" and word.islower()
    return "" if small or _rows()["points"].fullmatch(word) else state_of(word, language)


@functools.cache
def _rows() -> Mapping[str, re.Pattern[str]]:
    rows: Mapping[str, Sequence[str]] = word_file(__package__, "held_areas.yaml")
    return {name: word_pattern(words) for name, words in rows.items()}
