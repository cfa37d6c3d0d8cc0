"""What a number is in its sentence: the figure itself, the former one, a change, a denied one.

"Rose by 12 to 57" tells a change and a figure, "up from 45" a former figure, "19, not 17" one that
is denied, "all but two of the 40" an exception and its whole. One table of patterns a language
says so, under `roles`; a pattern gives its numbers (N) their roles in order.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from variorum.language.words.lexers import BREAK
from variorum.language.words.patterns import Match, Phrases, Reader
from variorum.language.words.tokens import Text
from variorum.normalise.numbers.meanings import load
from variorum.normalise.numbers.quantity import Quantity, Role

# A word of change tells of numbers so many words off, before or behind it.
REACH = 8
LONGEST_NOUN = 3
ENDS = frozenset({".", ";", ":", "!", "?", "؟", "؛", BREAK})
COMMAS = frozenset({",", "،"})


@dataclass(frozen=True)
class Telling:
    """What a pattern says of its numbers: their roles, and whether its other words mean none.

    One that is `changing` holds only near a word of change.
    """

    roles: tuple[Role, ...]
    changing: bool = False
    none: bool = False


TELLINGS = {
    name: Telling(**{**row, "roles": tuple(map(Role, row["roles"]))})
    for name, row in load().tellings.items()
}


class FigureRoles:
    """Reads the roles of the numbers of one language.

    `raw` holds the patterns by the names of `TELLINGS`, and the words of change under `changes`;
    `build` makes patterns of them as the language is cut.
    """

    def __init__(
        self,
        raw: Mapping[str, list[str]],
        build: Callable[[Iterable[tuple[str, Any]]], Phrases[Any]],
    ) -> None:
        self._changes: Phrases[bool] = build((word, True) for word in raw["changes"])
        self._tellings: Phrases[Telling] = build(
            (pattern, telling) for name, telling in TELLINGS.items() for pattern in raw[name]
        )

    @property
    def firsts(self) -> frozenset[str]:
        """The words that a pattern begins with."""
        return self._tellings.firsts | self._changes.firsts

    def read(
        self, text: Text, i: int, readers: Mapping[str, Reader], bounded: bool
    ) -> tuple[list[Quantity], Match[Telling]] | None:
        """Return the numbers that a pattern at word `i` tells, each with its role, and the pattern.

        `readers` read its slots: N a quantity, X a noun. `bounded` says that the words at `i` bound
        a number, as "not more than" does, and so deny none.
        """
        slots = {**readers, "C": self._change}
        fits = [m for m in self._tellings.all_at(text, i, slots) if self._holds(text, m, bounded)]
        best = max(fits, key=lambda m: (m.end, len(m.slots), m.weight), default=None)
        if best is None:
            return None
        numbers = [slot for slot in best.slots if isinstance(slot, Quantity)]
        unit = numbers[-1].unit
        told = zip(numbers, best.meaning.roles, strict=True)
        return [replace(n, role=role, unit=n.unit or unit) for n, role in told], best

    def _holds(self, text: Text, match: Match[Telling], bounded: bool) -> bool:
        roles = match.meaning.roles
        if bounded and roles[0] is Role.DENIED:
            return False
        numbers = [slot for slot in match.slots if isinstance(slot, Quantity)]
        if not numbers:
            return False  # a pattern whose number is left out, or is none
        if len(numbers) > 1 and (numbers[0].unit or numbers[1].unit) != numbers[1].unit:
            return False
        lent = len(numbers) > 1 and numbers[1].unit and not numbers[0].unit
        if lent and roles[0] is Role.CHANGE:
            return False  # "by 10 to 12 percent" is a range
        return not match.meaning.changing or self._is_changed(text, match)

    def _change(self, text: Text, i: int) -> Iterator[tuple[bool, int]]:
        match = self._changes.at(text, i)
        if match is not None:
            yield True, match.end

    def _is_changed(self, text: Text, match: Match[Telling]) -> bool:
        """Return whether a word of change stands in the pattern or near it in its clause."""
        before = self._near(text, range(match.end - 1, match.start - REACH - 1, -1), ENDS)
        behind = range(match.end, match.end + REACH)
        return before or self._near(text, behind, ENDS | COMMAS)

    def _near(self, text: Text, places: Iterable[int], ends: frozenset[str]) -> bool:
        for k in places:
            if not 0 <= k < len(text.words) or text.form(k) in ends:
                return False
            if self._changes.at(text, k) is not None:
                return True
        return False


def noun_ends(text: Text, i: int) -> Iterator[tuple[None, int]]:
    """Yield where a noun of up to three words that starts at `i` may end."""
    for end in range(i + 1, min(i + LONGEST_NOUN, len(text.words)) + 1):
        if not text.words[end - 1].is_word:
            return
        yield None, end
