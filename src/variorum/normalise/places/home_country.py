"""The country that a paper is of, by its address or its name: it names its own towns plainly."""

import functools
from importlib import resources

from variorum.model import Document
from variorum.normalise.places import gazetteer
from variorum.normalise.places.place_tables import adjectives, countries_by_code
from variorum.text import host_of

# Endings of addresses that are sold to anybody, whatever country they are of.
_FILE = resources.files(__package__).joinpath("data", "sold_domains.txt")
SOLD = frozenset(_FILE.read_text("utf-8").splitlines()[-1].split())
OTHERWISE = {"uk": "GB"}
# A town in the name of a paper tells its country where it is so large and no other as large.
LARGE = 100_000


def home_of(document: Document) -> str | None:
    """Return the ISO 3166-1 code of the country that the document's publisher is of, or None."""
    ending = host_of(document.url).rpartition(".")[2]
    code = OTHERWISE.get(ending, ending.upper())
    if ending not in SOLD and code in countries_by_code():
        return code
    return _named(document.publisher or "")


@functools.lru_cache(maxsize=1024)
def _named(publisher: str) -> str | None:
    """Return the country of "The Irish Times", "Times of India" or "Houston Chronicle"."""
    words = publisher.replace(",", " ").split()
    for first in range(len(words)):
        for end in (first + 2, first + 1):
            name = " ".join(words[first:end])
            if name in adjectives():
                return adjectives()[name]
            entries = gazetteer.load().find(name)
            wide = next((e for e in entries if e.feature in {"country", "region"}), None)
            if wide is not None and len(wide.countries) == 1:
                return wide.countries[0]
            large = {e.countries[0] for e in entries if e.population >= LARGE and e.countries}
            if len(large) == 1:
                return large.pop()
    return None
