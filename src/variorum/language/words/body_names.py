"""What bodies are called, word for word, so that one is known again in another language.

"Turkey's foreign ministry" and "Turkish Ministry of Foreign Affairs" are made of words that every
language has: a name is read as the set of what its words mean, countries among them. Words that no
table knows stay as they are written, so that only names that agree in everything are one.
"""

import functools
import re
from collections.abc import Mapping

from babel import Locale

from variorum.language.files import code_of, section, table
from variorum.language.spelling import fold, name_words, without_article

Parts = frozenset[str]
# What every coalition may be called: no name tells its members.
GENERAL = frozenset({"international"})
# Of a country's name so few letters may be missing in the word for what is of it: "Turkish".
MISSING, LEAST_LETTERS = 2, 4
_NAME = re.compile(r"\w+$")
# How what is of a country goes on behind the letters of its name: no "самолёт" is of Samoa.
_OF_IT = re.compile(r"$|[aeiouyns]|[аеёиоуыэюяіїєнсцйь]|[^a-zа-яёіїєґ]")
# What German sets between the words of one: "Sicherheitskräfte", "Menschenrechte".
_JOINT = re.compile(r"^(?:e?[ns])(?=\w)")
# A small word that French and Italian write together with the next: "droits de l'homme".
_ELIDED = re.compile(r"(?<!\w)\w{1,5}['’](?=\w)")


@functools.cache
def of_bodies(language: str | None, name: str) -> frozenset[str]:
    """Return the words of the list `name` ("small", "former" or "outside") in a language."""
    return frozenset(fold(word) for word in _lists(language or "en")[name])


def _lists(language: str) -> Mapping[str, Mapping[str, list[str]]]:
    code = code_of(language)
    found: Mapping[str, Mapping[str, list[str]]] = (
        section(code, "bodies") if code else table("bodies")
    )
    return found


@functools.cache
def _concepts(language: str) -> tuple[Mapping[str, str], tuple[tuple[str, str], ...]]:
    """Return what whole words mean, and what the stems mean, the longest first."""
    rows = [(fold(w), c) for c, words in _lists(language)["words"].items() for w in words]
    stems = [(word[:-1], concept) for word, concept in rows if word.endswith("*")]
    whole = {word: concept for word, concept in rows if not word.endswith("*")}
    return whole, tuple(sorted(stems, key=lambda row: (-len(row[0]), row)))


@functools.cache
def _all_countries(language: str) -> Mapping[str, str]:
    """Return the countries by their names in a language."""
    names = Locale.parse(language).territories.items()
    return {fold(name): code for code, name in names if code.isalpha()}


@functools.cache
def _countries(language: str) -> Mapping[str, str]:
    """Return the countries of one word, without the Arabic article."""
    names = _all_countries(language).items()
    return {without_article(name): code for name, code in names if _NAME.match(name)}


@functools.lru_cache(maxsize=4096)
def _meaning(word: str, language: str) -> Parts:
    """Return what a folded word means in a name: its concepts, or a country, or nothing.

    Words written together are read one after the other: "Außenministerium".
    """
    whole, stems = _concepts(language)
    if concept := whole.get(word):
        return frozenset({concept})
    stem, concept = next(((s, c) for s, c in stems if word.startswith(s)), ("", ""))
    if not concept:
        country = _country(word, language)
        return frozenset({country} if country else ())
    rest = _JOINT.sub("", word.removeprefix(stem))
    more = _meaning(rest, language) if len(rest) >= LEAST_LETTERS else Parts()
    return frozenset({concept}) | more


def _country(word: str, language: str) -> str | None:
    """Return the only country that a word is the name of, or is made of the name of."""
    names, word = _countries(language), without_article(word)
    if word in names:
        return names[word]
    begun = word[:LEAST_LETTERS]
    found = {
        code
        for name, code in names.items()
        if name.startswith(begun)
        and (shared := _shared(word, name)) >= max(LEAST_LETTERS, len(name) - MISSING)
        and (shared == len(name) or _OF_IT.match(word[shared:]))
    }
    return found.pop() if len(found) == 1 else None


def _shared(one: str, other: str) -> int:
    ends = (i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b)
    return next(ends, min(len(one), len(other)))


@functools.lru_cache(maxsize=4096)
def meanings(name: str, language: str | None) -> Parts:
    """Return what the words of a body's name mean, the same in every language.

    Args:
        name: the name as written.
        language: of the report that writes it; English names are known in all.
    """
    tongues = [code for code in (code_of(language), "en") if code]
    if country := next(
        (c for code in tongues if (c := _all_countries(code).get(fold(name)))), None
    ):
        return frozenset({country})
    small = frozenset().union(*(of_bodies(code, "small") for code in tongues))
    own = code_of(language)
    elides = own is not None and section(own, "writing").get("apostrophe") == "after"
    parted = _ELIDED.sub("", name) if elides else name
    words = [word for word in name_words(parted) if word not in small]
    known = ((word, (_meaning(word, code) for code in tongues)) for word in words)
    return Parts().union(*(next((m for m in found if m), {word}) for word, found in known))


def is_telling(parts: Parts) -> bool:
    """Return whether a name of these parts is of one body: a plain "national council" is not.

    It must have a name or a country in it, or three parts, or be a ministry, which every country
    has once. A country alone is its government.
    """
    concepts = {concept for concept in table("bodies")["words"] if concept.islower()}
    country = len(parts) == 1 and all(part.isupper() for part in parts)
    told = len(parts) > 2 or bool(parts - concepts) or "ministry" in parts
    return country or (bool(parts & concepts) and told)
