"""The words by which people and bodies are told: the loader of `actors.yaml`."""

from __future__ import annotations

import functools
from dataclasses import dataclass

from variorum.language.files import table

__all__ = ["ActorWords", "load"]


@dataclass(frozen=True)
class ActorWords:
    """The words of one language; `offices` gives each office by its own name and its short ones."""

    offices: dict[str, str]
    polite: frozenset[str]
    female: frozenset[str]
    male: frozenset[str]
    persons: frozenset[str]
    former: frozenset[str]
    bodies: frozenset[str]
    particles: frozenset[str]
    suffixes: frozenset[str]
    linking: frozenset[str]
    calendar: frozenset[str]
    speaks: frozenset[str]
    things: frozenset[str]
    state: frozenset[str]

    def leads(self, word: str) -> bool:
        """Return whether a word, in small letters, stands before the name of a person."""
        return word in self.offices or word in self.polite or word in self.persons


@functools.cache
def load(language: str = "en") -> ActorWords:
    """Return the words of `language`.

    Raises:
        KeyError: when the table has no such language.
    """
    words = table("actors")[language]
    offices = {
        short: long for long, shorts in words["offices"].items() for short in (long, *shorts)
    }
    sets = {
        name: frozenset(words[name])
        for name in (
            "polite", "female", "male", "persons", "former", "bodies", "particles", "suffixes",
            "linking", "calendar", "speaks", "things", "state",
        )
    }  # fmt: skip
    return ActorWords(offices=offices, **sets)
