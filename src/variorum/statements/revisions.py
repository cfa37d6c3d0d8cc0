"""The words by which an answer is told to be an earlier one, a later one, corrected or partial."""

import functools
import re
from collections.abc import Mapping

from variorum.grouping import distinct
from variorum.yaml_files import yaml_file

_WORD = re.compile(r"\w+")
_DOTTED = str.maketrans({"ı": "i", "\u0307": None})
AGAINST = "against"
EARLIER = "earlier"
CONFIRMED = "confirmed"
CORRECTED = "corrected"
EXPECTED = "expected"
FIRST = "first"
PARTIAL = "partial"
BODIES = "bodies"
SEVERAL = "several"
SOURCE = "source"
AMONG = "among"
CAMPAIGN = "campaign"
OTHERS = "others"
OWN = "own"
HOSPITAL = "hospital"
KIN = "kin"
NIGHT = "night"
OF_SOME = "of_some"
OF_THEM = "of_them"
PLANNED = "planned"
RECENT = "recent"
REPORTED = "reported"
RISEN = "risen"
SINCE = "since"
SO_FAR = "so_far"
TO_BE = "to_be"
THE_EVENT = "the_event"
TOLL = "toll"
TOWARD = "toward"
AREA = "area"
JOINING = "joining"
LISTING = "listing"
NAMED_BEFORE = "named_before"
UNCONFIRMED = "unconfirmed"
UNTRUE = "untrue"
VICTIMS = "victims"


@functools.lru_cache(maxsize=1 << 12)
def marks_in(text: str) -> frozenset[str]:
    """Return the rows of `revisions.yaml` of which the text holds a word."""
    begun = {_folded(word) for word in _WORD.findall(text)}
    rows = {name for word in begun for name in _openings().get(word, ())}
    return frozenset(name for name in rows if is_marked(text, name))


def is_marked(text: str, name: str) -> bool:
    """Return whether the text holds a word of one row."""
    return _marks()[name].search(text) is not None


@functools.cache
def _rows() -> Mapping[str, list[str]]:
    rows: Mapping[str, list[str]] = yaml_file(__package__, "revisions.yaml")
    return rows


@functools.cache
def _marks() -> Mapping[str, re.Pattern[str]]:
    return {
        name: re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, words))})(?!\w)", re.IGNORECASE)
        for name, words in _rows().items()
    }


@functools.cache
def _openings() -> Mapping[str, set[str]]:
    """Return the rows that a text may hold a word of, by how these words begin."""
    return distinct(
        (_folded(_WORD.findall(word)[0]), name) for name, words in _rows().items() for word in words
    )


def _folded(word: str) -> str:
    """Return a word without case; two that are one to a pattern without case have one form."""
    return word.casefold().translate(_DOTTED)
