"""The role of a place or time, by the words before it, in languages read by their data file."""

import functools
from collections.abc import Callable

from variorum.language import Text, code_of, cut, phrases, section
from variorum.language.words.patterns import Phrases
from variorum.model import Claim, Document, Place, SceneRole, When

LONGEST_LEAD = 3


@functools.cache
def _words(language: str, name: str) -> Phrases[bool]:
    return phrases(language, [(word, True) for word in section(language, "scene")[name]])


def roles_by_lexicon(document: Document) -> Callable[[Claim, Place | When], SceneRole]:
    """Return what tells the role of a place or time of a claim.

    A place is where it happened behind a word such as "in", a time when it happened unless a word
    such as "of" joins it to a noun; neither where a clause such as "since", "who" has begun.

    Raises:
        KeyError: when there is no file for the document's language.
    """
    language = code_of(document.language) or ""
    text = cut(document.text, language)
    at, of, behind = (_words(language, name) for name in ("at", "of", "behind"))
    apart, areas = _words(language, "apart"), _areas(language)

    def role(claim: Claim, one: Place | When) -> SceneRole:
        part = next((p for p in claim.content if p.start <= one.span.start < p.end), None)
        if part is None:
            return SceneRole.MENTIONED
        first, here = text.index_at(part.start), text.index_at(one.span.start)
        end = text.index_at(one.span.end)
        # "Before" a time that it leaves open begins no clause.
        edtf = one.edtf if isinstance(one, When) else ""
        opened, until = ".." in edtf, edtf.startswith("..")
        if any(not until or m.end < here for m in apart.find(text, first + 1, here)):
            return SceneRole.MENTIONED
        if isinstance(one, Place):
            held = text.words[here].start < one.span.start
            led = _leads(at, areas, text, here) or held or behind.at(text, end) is not None
            return SceneRole.HAPPENING if led else SceneRole.MENTIONED
        joined = not opened and _ends(of, text, here)
        return SceneRole.MENTIONED if joined else SceneRole.HAPPENING

    return role


@functools.cache
def _areas(language: str) -> Phrases[bool]:
    """Return what may stand between "in" and a name: "the province of", "the east of", "the"."""
    types = section(language, "places")["types"]
    told = [word for words in types.values() for word in words]
    told += section(language, "scene")["areas"] + section(language, "sources")["articles"]
    return phrases(language, [(word, True) for word in told])


def _leads(at: Phrases[bool], areas: Phrases[bool], text: Text, here: int) -> bool:
    """Return whether one of the phrases stands before a word, areas between them passed over."""
    for _ in range(LONGEST_LEAD):
        if _ends(at, text, here):
            return True
        starts = range(max(0, here - LONGEST_LEAD), here)
        past = [k for k in starts if any(m.end == here for m in areas.all_at(text, k))]
        if not past:
            return False
        # In Arabic "in" may be written as one word with the area.
        here = past[0]
    return _ends(at, text, here)


def _ends(known: Phrases[bool], text: Text, here: int) -> bool:
    """Return whether one of the phrases ends right before a word."""
    starts = range(max(0, here - LONGEST_LEAD), here)
    return any(match.end == here for k in starts for match in known.all_at(text, k))
