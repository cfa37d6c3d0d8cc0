"""Lists of English words by name: the loader of `english/lists/`, one file a room."""

from __future__ import annotations

import functools
import re

from variorum.language.files import table

__all__ = ["alternatives", "words"]


@functools.cache
def words(room: str, name: str) -> frozenset[str]:
    """Return the words of the list `name` in `english/lists/<room>.yaml`.

    Raises:
        KeyError: when the room has no such list.
    """
    return frozenset(table(f"lists/{room}")[name])


def alternatives(room: str, name: str) -> str:
    """Return the words of a list as alternatives of a regular expression, the longest first.

    Raises:
        KeyError: when the room has no such list.
    """
    return "|".join(map(re.escape, sorted(words(room, name), key=lambda word: (-len(word), word))))
