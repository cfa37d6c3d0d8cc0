"""The names of populations: the loader of `populations.yaml`."""

import functools
from dataclasses import dataclass

from variorum.language.files import table


@dataclass(frozen=True)
class PopulationWords:
    """The names of nations and other populations, lower case, with what each is called."""

    nations: dict[str, str]
    others: dict[str, str]
    not_populations: frozenset[str]
    ties: frozenset[str]
    sources: frozenset[str]


@functools.cache
def load(language: str = "en") -> PopulationWords:
    """Return the names of `language`.

    Raises:
        KeyError: when the table has no such language.
    """
    rows = table("populations")[language]
    nations = {
        name.lower(): nation
        for nation, names in rows["nations"].items()
        for name in (nation, f"{nation}s", *names)
        if name
    }
    others = {word: name for name, words in rows["words"].items() for word in words}
    return PopulationWords(
        nations, others, frozenset(rows["not"]), frozenset(rows["ties"]), frozenset(rows["from"])
    )
