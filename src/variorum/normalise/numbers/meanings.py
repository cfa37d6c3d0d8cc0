"""What words do to a number, whatever the language: the loader of `meanings.yaml`."""

import functools
from dataclasses import dataclass
from typing import Any

from variorum import taxonomy
from variorum.yaml_files import yaml_file

# Four bare digits within these are a year unless a noun follows.
YEARS = range(1700, 2101)
MONEY = "money"
Bounds = tuple[float | None, float | None]


@dataclass(frozen=True)
class Bound:
    """What words do to a number's bounds: factors of its low and high; None leaves a side open."""

    floor: float | None
    ceiling: float | None
    exact: bool = False

    @property
    def widens(self) -> bool:
        """Whether it makes the number rough and leaves both sides closed."""
        return not self.exact and self.floor is not None and self.ceiling is not None

    def of(self, low: float | None, high: float | None) -> Bounds:
        """Return the bounds that it makes of these.

        An opening one moves the open side away and keeps the other as written; a widening one
        leaves bounds alone that are open already ("approximately less than 300" is less than 300).
        """
        if self.exact:
            return low, high
        if self.floor is None or self.ceiling is None:
            return (None if self.floor is None else low), (None if self.ceiling is None else high)
        if low is None or high is None:
            return low, high
        return round(low * self.floor, 6), round(high * self.ceiling, 6)


@dataclass(frozen=True)
class VagueNumber:
    """A word that is a number of its own; `scaled` its low as a multiple of hundred, thousand."""

    low: float
    high: float
    scaled: float | None = None

    def of(self, scale: float) -> tuple[float, float] | None:
        """Return the bounds of "several thousand", or None where it is not followed by a scale."""
        if not self.scaled or not scale:
            return None
        return self.scaled * scale, (self.high + 1) * scale - 1


class Meanings:
    """The tables of bounds, vague numbers and roles by name, and of the signs of each unit."""

    def __init__(self) -> None:
        raw: dict[str, Any] = yaml_file("variorum.normalise.numbers", "meanings.yaml")
        self.bounds = {name: Bound(**row) for name, row in raw["bounds"].items()}
        self.vague = {name: VagueNumber(**row) for name, row in raw["vague"].items()}
        self.signs: dict[str, list[str]] = raw["signs"]
        self.tellings: dict[str, dict[str, Any]] = raw["tellings"]

    @property
    def money_signs(self) -> dict[str, list[str]]:
        """The signs of money, which may stand before their number."""
        units = taxonomy.load().units
        return {unit: signs for unit, signs in self.signs.items() if units[unit].kind == MONEY}


# The meanings that all languages share, read once.
load = functools.cache(Meanings)
