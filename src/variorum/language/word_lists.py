"""Lists of English words by name: the loader of `english/lists.yaml`."""

from __future__ import annotations

import functools

from variorum.language.files import table

__all__ = ["words"]


@functools.cache
def words(name: str) -> frozenset[str]:
    """Return the words of the list `name`, in lower case.

    Raises:
        KeyError: when `english/lists.yaml` has no such list.
    """
    return frozenset(table("lists")[name])
