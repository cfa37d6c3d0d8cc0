"""Lists of English words by name: the loader of `english/lists/`, one file a room."""

from __future__ import annotations

import functools

from variorum.language.files import table

__all__ = ["words"]


@functools.cache
def words(room: str, name: str) -> frozenset[str]:
    """Return the words of the list `name` in `english/lists/<room>.yaml`.

    Raises:
        KeyError: when the room has no such list.
    """
    return frozenset(table(f"lists/{room}")[name])
