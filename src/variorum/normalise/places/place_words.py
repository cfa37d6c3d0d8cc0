"""The words by which a place is told: the loader of `places.yaml`."""

import functools
from dataclasses import dataclass

from variorum.language.files import table


@dataclass(frozen=True)
class PlaceWords:
    """The words of one language that tell places, and what is named like one."""

    inside: frozenset[str]
    bridges: frozenset[str]
    prepositions: dict[str, str]
    features: dict[str, str]
    states: frozenset[str]
    ending: frozenset[str]
    beginning: frozenset[str]
    directions: frozenset[str]
    organisation: frozenset[str]
    organisation_of: frozenset[str]
    titles: frozenset[str]
    title_after: frozenset[str]
    persons: frozenset[str]
    speaks: frozenset[str]
    never: frozenset[str]
    common: frozenset[str]


@functools.cache
def load(language: str = "en") -> PlaceWords:
    """Return the words of `language`.

    Raises:
        KeyError: when the table has no such language.
    """
    words = table("places")[language]
    prepositions = {w: kind for kind in ("by", "of", "from", "at") for w in words[kind]}
    features = {w: feature for feature, ws in words["types"].items() for w in ws}
    sets = {
        name: frozenset(words[name])
        for name in (
            "inside", "bridges", "states", "ending", "beginning", "directions", "organisation",
            "organisation_of", "titles", "title_after", "persons", "speaks", "never", "common",
        )
    }  # fmt: skip
    return PlaceWords(prepositions=prepositions, features=features, **sets)
