"""Whether two claims of one report may be one voice's, however the report names it.

A report names a body in full, then by its letters, then by one of its words: "the Union of Drivers
of Osten (UDO)", "UDO", "the union". Where it is held against itself, a part is mostly held against
its whole. So this is wide on purpose: what may be one voice's is not told as a contradiction.
"""

import functools

from variorum.language.spelling import name_words, sound
from variorum.model import Claim
from variorum.statements.revisions import NAMED_BEFORE, is_marked

LEAST_LETTERS, MOST_LETTERS = 3, 6
# A key of fewer sounds is shared by words that have nothing to do with each other.
LEAST_SOUNDS = 2


def may_be_one(one: Claim, other: Claim) -> bool:
    """Return whether two claims of one report may have one speaker."""
    names = one.speaker.name, other.speaker.name
    return one.document == other.document and _alike(*sorted(names, key=len))


@functools.lru_cache(maxsize=4096)
def _alike(short: str, full: str) -> bool:
    """Return whether all words of the shorter name are in the other, or are its letters."""
    mine, theirs = _sounds(short), _sounds(full)
    bare = any(is_marked(n, NAMED_BEFORE) and n.isalpha() for n in (short, full))
    return bool(mine and mine <= theirs) or _spells(short, full) or bare


def _sounds(name: str) -> frozenset[str]:
    keys = (word if word.isdigit() else sound(word) for word in name_words(name))
    return frozenset(key for key in keys if len(key) >= LEAST_SOUNDS or key.isdigit())


def _spells(short: str, full: str) -> bool:
    """Return whether a word in capitals is made of first letters of a name, from the first on."""
    if not (short.isupper() and LEAST_LETTERS <= len(short) <= MOST_LETTERS):
        return False
    first = [w[0].upper() for w in full.replace("'", " ").replace("’", " ").split()]
    letters = iter(first)
    return first[:1] == [short[0]] and all(letter in letters for letter in short)
