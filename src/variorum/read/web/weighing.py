"""Of the values that a page offers for something, the one that its places make the likeliest.

A value stands in several places of a page: stated for machines, marked as a byline, in the words
under the heading. Each place is a mark of the value, and has a weight that was learned from pages
with gold (`training/page_weights.py`): a conditional logit (McFadden 1974) over the values of a
page and "none of them".
"""

import functools
import math
import re
from collections.abc import Collection, Hashable, Iterable, Iterator
from typing import TypeVar

from variorum.yaml_files import yaml_file

Value = TypeVar("Value", bound=Hashable)
NONE = "none"
"""The weight of "no value at all"."""


@functools.cache
def _weights() -> dict[str, dict[str, float]]:
    found: dict[str, dict[str, float]] = yaml_file(__package__, "page_weights.yaml")
    return found


@functools.cache
def _patterns() -> dict[str, dict[str, re.Pattern[str]]]:
    told = yaml_file(__package__, "page_marks.yaml")
    return {
        group: {name: re.compile(pattern, re.IGNORECASE) for name, pattern in patterns.items()}
        for group, patterns in told.items()
    }


def marks_in(words: str, group: str, only: Collection[str] = ()) -> Iterator[str]:
    """Yield the marks of a group of `page_marks.yaml` whose pattern is found in some words."""
    for name, pattern in _patterns()[group].items():
        if (not only or name in only) and pattern.search(words):
            yield name


def marks_of(told: Iterable[tuple[Value, Iterable[str]]]) -> dict[Value, set[str]]:
    """Return each value with the marks of all the places where it stands, in their order."""
    found: dict[Value, set[str]] = {}
    for value, marks in told:
        found.setdefault(value, set()).update(marks)
    return found


def size(number: float, edges: Iterable[float]) -> int:
    """Return how many of the edges a number reaches."""
    return sum(number >= edge for edge in edges)


def probability(kind: str, marks: Iterable[str]) -> float:
    """Return how likely it is that a value with these marks is right, there being no other."""
    return chance(_weights()[kind], marks)


def chance(weights: dict[str, float], marks: Iterable[str]) -> float:
    """Return the same by some weights."""
    return 1 / (1 + math.exp(weights[NONE] - sum(weights.get(mark, 0.0) for mark in marks)))


def likeliest(
    kind: str, values: dict[Value, set[str]], least: float = 0
) -> tuple[Value, float] | None:
    """Return the most probable value and its probability; None where that is under `least`."""
    weights = _weights()[kind]
    sums = {
        value: math.exp(sum(weights.get(mark, 0.0) for mark in marks))
        for value, marks in values.items()
    }
    if not sums:
        return None
    best = max(sums, key=lambda value: sums[value])
    sure = sums[best] / (sum(sums.values()) + math.exp(weights[NONE]))
    return (best, sure) if sure >= least else None
