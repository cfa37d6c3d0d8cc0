"""Whether two names of an agreement's party are one: as written, in short, or by its initials."""

from __future__ import annotations

import functools
import re
from collections.abc import Collection, Iterable
from typing import NamedTuple

from rapidfuzz import fuzz

from variorum.grouping import distinct
from variorum.language.word_lists import words
from variorum.language.words.lexers import bare_words
from variorum.model import Actor

Words = frozenset[str]

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
        self._aliases = frozenset(frozenset(map(content_words, pair)) for pair in aliases)
        ids = distinct(
            (content_words(name), actor.id)
            for actor in actors
            for name in (actor.label, *(known.name for known in actor.names))
        )
        # Who is meant by words that name one actor alone, and all such words of each.
        self._actor = {w: next(iter(known)) for w, known in ids.items() if w and len(known) == 1}
        self._names = distinct((actor, told) for told, actor in self._actor.items())
        self._known: dict[tuple[str, ...], Parties] = {}

    def of(self, names: tuple[str, ...]) -> Parties:
        """Return some names with all that the case tells of their sides."""
        if names not in self._known:
            called = tuple(frozenset().union(*map(self._called, parts(name))) for name in names)
            self._known[names] = Parties(names, called, self._aliases)
        return self._known[names]

    def _called(self, name: str) -> set[Words]:
        """Return what else names the actor of a name, where it names nobody but him."""
        actor = self._actor.get(content_words(name))
        return self._names[actor] if actor else set()

    def same(self, one: str, other: str) -> bool:
        """Return whether two names may be one side's: "the SDF/PKK" is the SDF as well."""
        return self.of((other,)).any(one) is not None

    def any(self, name: str, others: tuple[str, ...]) -> str | None:
        """Return the first of the others that is the same side, or None."""
        return self.of(others).any(name)


class Parties(NamedTuple):
    """Names, the words of what else each is called in a case, and pairs known to be one side's."""

    names: tuple[str, ...]
    called: tuple[frozenset[Words], ...]
    aliases: frozenset[frozenset[Words]]

    def only(self, names: Collection[str]) -> Parties:
        """Return those of them that are among some names."""
        rows = [(n, c) for n, c in zip(self.names, self.called, strict=True) if n in names]
        return self._replace(names=tuple(n for n, _ in rows), called=tuple(c for _, c in rows))

    def any(self, name: str) -> str | None:
        """Return the first of the names that is the same side as another, or None."""
        same = (
            party
            for party, called in zip(self.names, self.called, strict=True)
            for one in parts(name)
            for other in parts(party)
            if _are_one(one, other, called, self.aliases)
        )
        return next(same, None)


def _are_one(
    one: str, other: str, called: Collection[Words], aliases: Collection[frozenset[Words]]
) -> bool:
    a, b = content_words(one), content_words(other)
    if not a or not b:
        return False
    alike = _within(a, b) or _within(b, a) or _is_short(one, other) or _is_short(other, one)
    return alike or a in called or frozenset((a, b)) in aliases


def _within(one: frozenset[str], other: frozenset[str]) -> bool:
    """Return whether every word of a name is in another, however it is spelled in our letters."""
    return all(any(w == o or _is_spelled_alike(w, o) for o in other) for w in one)


def _is_spelled_alike(one: str, other: str) -> bool:
    """Return whether two words may be one name in two spellings; "driver" is no "River"."""
    return len(one) >= LEAST_SPELLED and one[0] == other[0] and fuzz.ratio(one, other) >= ALIKE


def parts(name: str) -> list[str]:
    """Return the names in one that joins several: "the SDF/PKK"."""
    return [part for part in re.split(r"/", name) if part.strip()]


def initials(name: str) -> str:
    """Return the first letters of the words of a name that begin with a capital."""
    return "".join(word[0] for word in bare_words(name) if word[0].isupper())


def short(name: str) -> str:
    """Return the letters of a name that is written in capitals alone, else nothing."""
    letters = re.sub(r"^(?:the|a|an)\s+|[“”\"-]", "", name.strip(), flags=re.IGNORECASE)
    return letters if len(letters) >= LEAST_INITIALS and letters.isupper() else ""


def _is_short(name: str, full: str) -> bool:
    letters = short(name)
    return bool(letters) and initials(full).endswith(letters)
