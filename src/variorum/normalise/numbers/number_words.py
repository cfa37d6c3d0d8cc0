"""The words that English numbers are made of: the loader of `numerals.yaml` and its siblings."""

import functools
from collections.abc import Iterable
from typing import TypeVar

from variorum.language.files import table
from variorum.language.words import lexers
from variorum.language.words.patterns import Phrases, plain_phrases
from variorum.normalise.numbers import meanings
from variorum.normalise.numbers.figure_roles import FigureRoles

T = TypeVar("T")


def _phrases(entries: Iterable[tuple[str, T]]) -> Phrases[T]:
    return plain_phrases(entries, lexers.numbers)


def _named(rows: dict[str, list[str]], meanings: dict[str, T]) -> Phrases[T]:
    return _phrases((word, meanings[name]) for name, words in rows.items() for word in words)


class Lexicon:
    """The numeral words of English, ready for matching."""

    def __init__(self) -> None:
        numerals, units = table("numerals")["en"], table("units")["en"]
        names, approximators = table("names")["en"], table("approximators")["en"]
        known = meanings.load()
        unit_words = [*units["words"].items(), *known.signs.items()]
        signs = [
            lexers.numbers(sign).words[-1].form
            for signs in known.money_signs.values()
            for sign in signs
        ]
        self.units: dict[str, int] = numerals["units"]
        self.scales: dict[str, float] = {
            **numerals["scales"],
            **{f"{w}s": n for w, n in numerals["scales"].items()},
        }
        self.short_scales: dict[str, float] = numerals["short_scales"]
        self.fractions: dict[str, int] = numerals["fractions"]
        self.fraction_after = frozenset[str](numerals["fraction_after"])
        self.fraction_before = frozenset[str](numerals["fraction_before"])
        self.ratio_words = _phrases((w, True) for w in numerals["ratio_words"])
        self.range_words = frozenset[str](numerals["range_words"])
        self.roles = FigureRoles(numerals["roles"], _phrases)
        self.uncounted = _phrases((w, True) for w in names["uncounted"])
        self.articles = frozenset[str](numerals["articles"])
        self.before = _named(approximators["before"], known.bounds)
        self.after = _named(approximators["after"], known.bounds)
        self.vague = _named(approximators["vague"], known.vague)
        self.before_of = frozenset[str](approximators["before_of"])
        self.exactly = _phrases(
            (w, float(n)) for n, ws in approximators["exactly"].items() for w in ws
        )
        self.unit_words = _phrases((w, unit) for unit, words in unit_words for w in words)
        self.signs = frozenset[str]([*units["signs"], *signs])
        self.money_after = frozenset[str](units["money_after"])
        self.attached: dict[str, str] = units["attached"]
        self.metre_followers = frozenset[str](units["metre_followers"])
        self.bare_plurals = frozenset[str](units["bare_plurals"]["words"])
        self.bare_low: float = units["bare_plurals"]["low"]
        self.bare_after = frozenset[str](units["bare_after"])
        self.names_before = frozenset[str](map(str, names["before"]))
        self.names_before_digits = frozenset[str](names["before_digits"])
        self.names_or_verbs = frozenset[str](names["before_verbs"])
        self.age_before = frozenset[str](names["age_before"])
        self.age_after = _phrases((w, True) for w in names["age_after"])
        self.clock_after = _phrases((w, True) for w in names["clock_after"])

    @functools.cached_property
    def opening(self) -> frozenset[str]:
        """The words that a quantity can begin with, digits aside."""
        phrases = (
            self.before,
            self.vague,
            self.exactly,
            self.unit_words,
            self.uncounted,
            self.roles,
        )
        words = (self.units, self.scales, self.fractions, self.articles, self.bare_plurals)
        return frozenset({"between", "from", "half"}).union(*(p.firsts for p in phrases), *words)


load = functools.cache(Lexicon)
