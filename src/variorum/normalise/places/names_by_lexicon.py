"""What names a language has for places: countries by CLDR, towns by the gazetteer."""

import functools
import itertools
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from babel import Locale

from variorum.grouping import grouped
from variorum.language import Text, phrases, section, writing_of
from variorum.language.spelling import fold
from variorum.language.words.patterns import Phrases
from variorum.normalise.places import gazetteer
from variorum.normalise.places.place_tables import Entry, countries_by_code, world

# UN M49 codes of the continents that CLDR names, and their names in our table.
CONTINENTS = {
    "002": "Africa", "142": "Asia", "150": "Europe", "003": "North America",
    "005": "South America", "419": "Latin America",
}  # fmt: skip
LONGEST_NAME = 4
LEAST_STEM = 2
LONGEST_ENDING = 6
SHORTEST_TOWN = 3
MOST_FORMS = 60
GREAT = 100_000
SECTIONS = ("dates", "sources", "things", "numbers", "units")
_PARTS = re.compile(r"[\s|()]+")
_JOINT = re.compile(r"\w")


@dataclass(frozen=True, slots=True)
class Name:
    """A name at text.words[first:end]: the text from `start`, and the places it may be of."""

    first: int
    end: int
    start: int
    base: str
    entries: tuple[Entry, ...]


class PlaceNames:
    """What a language's file tells of places, and what finds their names."""

    def __init__(self, language: str) -> None:
        raw, sources = section(language, "places"), section(language, "sources")

        def flags(words: Iterator[str] | Sequence[str]) -> Phrases[bool]:
            return phrases(language, [(word, True) for word in words])

        def kinds(table: Mapping[str, Sequence[str]]) -> Phrases[str]:
            return phrases(
                language, [(word, kind) for kind, words in table.items() for word in words]
            )

        writing = writing_of(language)
        self.before = flags(raw["before"])
        self.after = flags(raw["after"])
        self.types = kinds(raw["types"])
        self.types_after = kinds(raw["types_after"])
        self.titles = flags(list(_flat(sources["roles"].get("person", {}))) + raw["titles"])
        self.otherwise = flags(raw["otherwise"])
        self.cues = flags([*_flat(sources["verbs"]), *_flat(sources["according"])])
        self.endings: Mapping[str, Sequence[str]] = raw["endings"]
        told = ((ending, base) for ending, own in self.endings.items() for base in own)
        self.folded = grouped((fold(ending), fold(base)) for ending, base in told)
        self.leading = frozenset[str](raw["prefixes"])
        self.joins = frozenset[str](raw["and"])
        self.weak = frozenset(writing.fold(word) for word in raw["weak"])
        self.listed = _listed(language)
        self.capitals: bool = raw["capitals"]
        self.nouns: bool = raw["capital_nouns"]
        self.wide = _wide(language)

    def starts(self, text: Text, i: int) -> Iterator[tuple[int, str]]:
        """Yield where a name may start within word `i`, and what to put before it.

        That is the word's start, and what is left of it without "and", "in" or "to".
        """
        word = text.words[i]
        yield word.start, ""
        raw = text.text[word.start : word.end]
        for form, prefix in word.forms[1:]:
            if len(raw) == len(form) + len(prefix):
                article = "ال" if prefix.endswith("لل") else ""
                yield word.start + len(prefix), article

    def at(self, text: Text, i: int) -> Name | None:
        """Return the longest name that begins at word `i`, or None."""
        for start, article in self.starts(text, i):
            if found := self._wide(text, i, start, article) or self._town(text, i, start, article):
                return found
        return None

    def _wide(self, text: Text, i: int, start: int, article: str) -> Name | None:
        """Return the country, continent or region named there in the words of the language."""
        words = text.words
        best: Name | None = None
        for form in _forms(self.folded, fold(article + text.text[start : words[i].end])):
            for name, entries in self.wide.get(form, ()):
                end = i + len(name)
                rest = zip(name[1:], words[i + 1 : end], strict=False)
                if end > len(words) or (best and end <= best.end):
                    continue
                if all(
                    own in _forms(self.folded, fold(text.text[w.start : w.end])) for own, w in rest
                ):
                    best = Name(i, end, start, " ".join(name), entries)
        return best

    def _town(self, text: Text, i: int, start: int, article: str) -> Name | None:
        """Return the longest name of the gazetteer there."""
        for end in range(_reach(text, i, self.capitals), i, -1):
            whole = article + text.text[start : text.words[end - 1].end]
            if self.capitals and len(whole) < SHORTEST_TOWN:
                continue
            for name in self._written(whole):
                if entries := gazetteer.load().find(name):
                    return Name(i, end, start, name, _as_called(entries))
        return None

    def _written(self, whole: str) -> list[str]:
        """Return the ways in which the gazetteer may write an inflected name."""
        if not self.endings:
            return [whole]
        first, _, last = whole.rpartition(" ")
        heads = _forms(self.endings, first) if first else [""]
        pairs = itertools.product(heads, _forms(self.endings, last))
        joined = (f"{head} {tail}".strip() for head, tail in pairs)
        return list(itertools.islice(joined, MOST_FORMS))


def _as_called(entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """Return the places, none as known by another name, since that may be the language's own.

    Beside a region or a great town that bears the name it is not: Victoria is not Hong Kong.
    """
    known = (e.feature != "town" or e.population >= GREAT for e in entries if not e.alias)
    return entries if any(known) else tuple(replace(entry, alias=False) for entry in entries)


def _forms(endings: Mapping[str, Sequence[str]], word: str) -> list[str]:
    """Return the word and what it may be without the ending of its case, likeliest first."""
    lengths = range(1, min(LONGEST_ENDING, len(word) - LEAST_STEM) + 1)
    bare = (word[:-n] + base for n in lengths for base in endings.get(word[-n:], ()))
    return list(dict.fromkeys((word, *bare)))


def _reach(text: Text, i: int, capitals: bool) -> int:
    """Return the last word that a name from word `i` may end behind."""
    words, end = text.words, i + 1
    while end < min(i + LONGEST_NAME, len(words)):
        gap = text.text[words[end - 1].end : words[end].start]
        own = text.text[words[end].start]
        if gap.strip() or "\n" in gap or not (_JOINT.match(own) or own in "-'’."):
            break
        end += 1
    while end > i + 1:
        last = words[end - 1]
        if last.is_word and (not capitals or text.text[last.start].isupper()):
            break
        end -= 1
    return end


def _flat(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for each in value.values():
            yield from _flat(each)
    elif isinstance(value, list):
        for each in value:
            yield from _flat(each)
    elif isinstance(value, str):
        yield value


def _wide_names(language: str, raw: Mapping[str, Any]) -> Iterator[tuple[str, Entry]]:
    """Yield the names of countries and continents by CLDR, and those of the language's file."""
    told = Locale.parse(language).territories
    countries, known = countries_by_code(), world()
    own: dict[str, list[str]] = raw["names"]
    for code, entry in countries.items():
        name = re.sub(r"\s*[\[(].*", "", str(told.get(code, "")))
        yield from ((each, entry) for each in (name, *own.get(code, ())) if each)
    for code, english in CONTINENTS.items():
        if english in known and code in told:
            yield told[code], known[english][0]
    for english, names in own.items():
        if english not in countries:
            yield from ((name, known[english][0]) for name in names if english in known)


@functools.cache
def _wide(language: str) -> dict[str, tuple[tuple[tuple[str, ...], tuple[Entry, ...]], ...]]:
    """Return them by their first word; the words are cut as texts of the language are."""
    token = writing_of(language).token
    named = grouped(
        (tuple(fold(match.group()) for match in token.finditer(name)), entry)
        for name, entry in _wide_names(language, section(language, "places"))
    )
    rows = ((words, tuple({e.key: e for e in own}.values())) for words, own in named.items())
    return {first: tuple(own) for first, own in grouped((row[0][0], row) for row in rows).items()}


@functools.cache
def _listed(language: str) -> frozenset[str]:
    """Return the words that the language's file lists for other things than places."""
    told = (word for name in SECTIONS for word in _flat(section(language, name)))
    parts = (part for word in told for part in _PARTS.split(word))
    writing = writing_of(language)
    return frozenset(writing.fold(part) for part in parts if "*" not in part)


place_names = functools.cache(PlaceNames)
