"""Values gathered by what they have in common."""

from collections.abc import Iterable
from typing import TypeVar

K = TypeVar("K")
V = TypeVar("V")


def grouped(pairs: Iterable[tuple[K, V]]) -> dict[K, list[V]]:
    """Return the values of each key; keys and values in the order in which they come."""
    found: dict[K, list[V]] = {}
    for key, value in pairs:
        found.setdefault(key, []).append(value)
    return found


def distinct(pairs: Iterable[tuple[K, V]]) -> dict[K, set[V]]:
    """Return the different values of each key; keys in the order in which they come."""
    return {key: set(values) for key, values in grouped(pairs).items()}
