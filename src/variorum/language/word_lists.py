"""Lists of English words by name: the loader of `english/lists/`, one file a room."""

import functools
import re
from collections.abc import Callable, Mapping
from typing import Any

from variorum.grouping import distinct
from variorum.language.files import table


class WordSets:
    """The lists of a table, each a set of words by its name."""

    def __init__(self, rows: Mapping[str, Any]) -> None:
        self._lists = {name: frozenset(row) for name, row in rows.items() if isinstance(row, list)}

    def __getattr__(self, name: str) -> frozenset[str]:
        """Return the words of a list by its name."""
        if name not in vars(self).get("_lists", ()):
            raise AttributeError(name)
        found: frozenset[str] = self._lists[name]
        return found


@functools.cache
def words(room: str, name: str) -> frozenset[str]:
    """Return the words of the list `name` in `english/lists/<room>.yaml`.

    Raises:
        KeyError: when the room has no such list.
    """
    return frozenset(table(f"lists/{room}")[name])


def pairs(room: str, name: str) -> dict[str, str]:
    """Return the pairs of the list `name` in `english/lists/<room>.yaml`, in their order.

    Raises:
        KeyError: when the room has no such list.
    """
    return dict(table(f"lists/{room}")[name])


def pairs_by_language(room: str, name: str) -> dict[str, dict[str, str]]:
    """Return the pairs that a list gives for each language."""
    return {language: dict(rows) for language, rows in table(f"lists/{room}")[name].items()}


def alternatives(room: str, name: str) -> str:
    """Return the words of a list as alternatives of a regular expression, the longest first.

    Raises:
        KeyError: when the room has no such list.
    """
    return "|".join(map(re.escape, sorted(words(room, name), key=lambda word: (-len(word), word))))


def pattern(room: str, written: str) -> re.Pattern[str]:
    """Return a regular expression in which `{name}` is any word of that list of a room.

    `{other.name}` is any word of a list of another room.

    Raises:
        KeyError: when there is no such list.
    """

    def any_of(found: re.Match[str]) -> str:
        of, _, name = found[1].rpartition(".")
        return f"(?:{alternatives(of or room, name)})"

    return re.compile(re.sub(r"\{([a-z_.]+)\}", any_of, written))


def rows_by_word(
    rows: Mapping[str, Mapping[str, Any]], key: str, form: Callable[[str], str] = str
) -> dict[str, frozenset[str]]:
    """Return for each word or phrase the names of the rows that list it under `key`.

    Args:
        rows: a table of the lexicon, such as what verbs say was done.
        key: the name of a list in each row.
        form: makes of a word the form by which it is looked up.
    """
    found = distinct((form(word), name) for name, row in rows.items() for word in row.get(key, ()))
    return {word: frozenset(names) for word, names in found.items()}
