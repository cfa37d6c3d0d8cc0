"""A quantity: a number with its bounds, its unit and its place in the text."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What a number is in its sentence.

    Of the last three no measure is made: "19, not 17", "all but two", "all 40 but two".
    """

    FIGURE = "figure"
    FORMER = "former"
    CHANGE = "change"
    WHOLE = "whole"
    DENIED = "denied"
    EXCEPT = "except"
    LESS = "less"


@dataclass(frozen=True)
class Quantity:
    """A number with its bounds and unit, at text[start:end]; None leaves a bound open.

    `core` is where the number itself stands, without the words around it. `also` restates it in a
    second unit. `is_one` tells a bare "one", which may be an article, from a numeral that surely
    counts; `year` says that it may be a year. `noun_at` is where the noun stands that it shares
    with the numbers behind it: "5 and 6 bodies".
    """

    start: int
    end: int
    core: tuple[int, int]
    low: float | None
    high: float | None
    nominal_low: float
    nominal_high: float
    unit: str | None = None
    approximate: bool = False
    is_one: bool = False
    vague: bool = False
    attributive: bool = False
    role: Role = Role.FIGURE
    year: bool = False
    noun_at: int | None = None
    also: Quantity | None = None
