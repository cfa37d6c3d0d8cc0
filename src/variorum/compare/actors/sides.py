"""Whether two names of an agreement's party are one: as written, in short, or by its initials."""

from __future__ import annotations

import functools
import re
from collections import defaultdict
from collections.abc import Iterable

from rapidfuzz import fuzz

from variorum.language.word_lists import words
from variorum.language.words.lexers import bare_words
from variorum.model import Actor

__all__ = ["Sides", "content_words"]

_SMALL = words("compare", "small_words")
_AROUND = words("compare", "around_names")
LEAST_INITIALS = 2
# "Raqqa" and "Raqqah": words of some length in which one letter differs.
LEAST_SPELLED, ALIKE = 5, 88


@functools.lru_cache(maxsize=1 << 16)
def content_words(name: str) -> frozenset[str]:
    """Return the words of a name in small letters, without those that tell nobody apart."""
    words = [word.lower() for word in bare_words(name)]
    return frozenset(_singular(w) for w in words if w not in _SMALL and w not in _AROUND)


def _singular(word: str) -> str:
    plain = len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is"))
    return word[:-1] if plain else word


class Sides:
    """Tells whether names mean one side, by the actors of the case and by their words."""

    def __init__(self, actors: Iterable[Actor], aliases: Iterable[tuple[str, str]] = ()) -> None:
        """Take the actors of the case, and pairs of names that are known to be one side's."""
        self._aliases = {frozenset(map(content_words, pair)) for pair in aliases}
        self._actors: dict[frozenset[str], set[str]] = defaultdict(set)
        for actor in actors:
            for name in (actor.label, *(known.name for known in actor.names)):
                self._actors[content_words(name)].add(actor.id)
        self.named: dict[tuple[str, tuple[str, ...], bool], str | None] = {}
        """Which of some parties words were found to name; the same words come again and again."""

    def same(self, one: str, other: str) -> bool:
        """Return whether two names may be one side's: "the SDF/PKK" is the SDF as well."""
        return any(self._same(a, b) for a in _parts(one) for b in _parts(other))

    def _same(self, one: str, other: str) -> bool:
        a, b = content_words(one), content_words(other)
        if not a or not b:
            return False
        if frozenset((a, b)) in self._aliases:
            return True
        if _within(a, b) or _within(b, a) or _is_short(one, other) or _is_short(other, one):
            return True
        known = self._actors.get(a, set()) | self._actors.get(b, set())
        return len(known) == 1 and a in self._actors and b in self._actors

    def any(self, name: str, others: tuple[str, ...]) -> str | None:
        """Return the first of the others that is the same side, or None."""
        return next((other for other in others if self.same(name, other)), None)


def _within(one: frozenset[str], other: frozenset[str]) -> bool:
    """Return whether every word of a name is in another, however it is spelled in our letters."""
    return all(any(w == o or _is_spelled_alike(w, o) for o in other) for w in one)


def _is_spelled_alike(one: str, other: str) -> bool:
    """Return whether two words may be one name in two spellings; "driver" is no "River"."""
    return len(one) >= LEAST_SPELLED and one[0] == other[0] and fuzz.ratio(one, other) >= ALIKE


def _parts(name: str) -> list[str]:
    return [part for part in re.split(r"/", name) if part.strip()]


def _plain(name: str) -> str:
    return re.sub(r"^(?:the|a|an)\s+|[“”\"]", "", name.strip(), flags=re.IGNORECASE)


def _is_short(short: str, full: str) -> bool:
    capitals = "".join(word[0] for word in bare_words(full) if word[0].isupper())
    letters = _plain(short).replace("-", "")
    return len(letters) >= LEAST_INITIALS and letters.isupper() and capitals.endswith(letters)
