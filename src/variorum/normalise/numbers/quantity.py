"""A quantity: a number with its bounds, its unit and its place in the text."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Quantity"]


@dataclass(frozen=True)
class Quantity:
    """A number with its bounds and unit, at text[start:end]; None leaves a bound open.

    `core` is where the number itself stands, without the words around it. `also` restates it in a
    second unit. `is_one` tells a bare "one", which may be an article, from a numeral that surely
    counts; `year` says that it may be a year; `former` marks the 12 of "rose from 12 to 17", which
    holds no more.
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
    former: bool = False
    year: bool = False
    also: Quantity | None = None
