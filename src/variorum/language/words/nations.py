"""Nations as words name them: by the country, its capital, its adjective or its people."""

import functools
import re

from variorum.language.files import code_of, section, table
from variorum.language.word_lists import words
from variorum.language.words.lexers import letters
from variorum.language.words.patterns import Phrases, phrases
from variorum.language.words.tokens import cut

SMALL, STATES = words("language", "state_small_words"), words("language", "state_words")


@functools.lru_cache(maxsize=1 << 14)
def nations_in(text: str) -> tuple[frozenset[str], str]:
    """Return the nations that English words name, by their adjectives, and the text without them.

    "Rwandan troops" and "troops of Rwanda" name the nation Rwandan.
    """
    told, pattern = _names()
    found = frozenset(told[name] for name in pattern.findall(text))
    return found, pattern.sub(" ", text)


@functools.lru_cache(maxsize=1 << 14)
def nations_told(text: str, language: str | None) -> frozenset[str]:
    """Return the nations and groups that words of any language read name, by their adjectives."""
    code = code_of(language)
    if code is None:
        return nations_in(text)[0]
    told = cut(text, code)
    return frozenset(m.meaning for m in nation_names(code).find(told, 0, len(told.words)))


@functools.cache
def nation_names(language: str) -> Phrases[str]:
    """Return the words of a language for nations and their countries; KeyError without a file."""
    raw = section(language, "populations")
    rows = [*raw["nations"].items(), *raw["countries"].items()]
    return phrases(language, [(word, name) for name, words in rows for word in words])


@functools.lru_cache(maxsize=1 << 14)
def state_named(name: str) -> str | None:
    """Return the nation whose state or government a name is: "the Irish government", "Ireland"."""
    nations, rest = nations_in(name)
    plain = {word.lower() for word in letters(rest)} <= SMALL | STATES
    return next(iter(nations)) if len(nations) == 1 and plain else None


@functools.cache
def _names() -> tuple[dict[str, str], re.Pattern[str]]:
    """Return what nations are called, each with its adjective, and what finds them."""
    rows = table("populations")["en"]["nations"].items()
    told = {name: adj for adj, names in rows for name in (adj, f"{adj}s", *names) if name}
    ordered = sorted(told, key=lambda name: (-len(name), name))
    return told, re.compile(rf"\b(?:{'|'.join(map(re.escape, ordered))})(?!\w)")
