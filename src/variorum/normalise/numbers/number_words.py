"""The words that English numbers are made of: the loader of `numerals.yaml` and its siblings."""

import functools
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeVar

from variorum.language.files import table
from variorum.language.words import lexers
from variorum.language.words.patterns import Phrases, plain_phrases
from variorum.normalise.numbers import meanings
from variorum.normalise.numbers.figure_roles import FigureRoles
from variorum.normalise.numbers.meanings import Bound, VagueNumber

T = TypeVar("T")


def _phrases(entries: Iterable[tuple[str, T]]) -> Phrases[T]:
    return plain_phrases(entries, lexers.numbers)


@dataclass(frozen=True)
class Lexicon:
    """The numeral words of one language, ready for matching."""

    units: dict[str, int]
    scales: dict[str, float]
    short_scales: dict[str, float]
    fractions: dict[str, int]
    fraction_after: frozenset[str]
    fraction_before: frozenset[str]
    ratio_words: Phrases[bool]
    range_words: frozenset[str]
    roles: FigureRoles
    uncounted: Phrases[bool]
    articles: frozenset[str]
    before: Phrases[Bound]
    after: Phrases[Bound]
    vague: Phrases[VagueNumber]
    before_of: frozenset[str]
    exactly: Phrases[float]
    unit_words: Phrases[str]
    signs: frozenset[str]
    money_after: frozenset[str]
    attached: dict[str, str]
    metre_followers: frozenset[str]
    bare_plurals: frozenset[str]
    bare_low: float
    bare_after: frozenset[str]
    names_before: frozenset[str]
    names_before_digits: frozenset[str]
    names_or_verbs: frozenset[str]
    age_before: frozenset[str]
    age_after: Phrases[bool]
    clock_after: Phrases[bool]

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


def _named(rows: dict[str, list[str]], meanings: dict[str, T]) -> Phrases[T]:
    return _phrases((word, meanings[name]) for name, words in rows.items() for word in words)


@functools.cache
def load() -> Lexicon:
    """Return the number words of English."""
    numerals, units = table("numerals")["en"], table("units")["en"]
    names, approximators = table("names")["en"], table("approximators")["en"]
    known = meanings.load()
    unit_words = [*units["words"].items(), *known.signs.items()]
    signs = [
        lexers.numbers(sign).words[-1].form
        for signs in known.money_signs.values()
        for sign in signs
    ]
    return Lexicon(
        units=numerals["units"],
        scales={**numerals["scales"], **{f"{w}s": n for w, n in numerals["scales"].items()}},
        short_scales=numerals["short_scales"],
        fractions=numerals["fractions"],
        fraction_after=frozenset(numerals["fraction_after"]),
        fraction_before=frozenset(numerals["fraction_before"]),
        ratio_words=_phrases((w, True) for w in numerals["ratio_words"]),
        range_words=frozenset(numerals["range_words"]),
        roles=FigureRoles(numerals["roles"], _phrases),
        uncounted=_phrases((w, True) for w in names["uncounted"]),
        articles=frozenset(numerals["articles"]),
        before=_named(approximators["before"], known.bounds),
        after=_named(approximators["after"], known.bounds),
        vague=_named(approximators["vague"], known.vague),
        before_of=frozenset(approximators["before_of"]),
        exactly=_phrases((w, float(n)) for n, ws in approximators["exactly"].items() for w in ws),
        unit_words=_phrases((w, unit) for unit, words in unit_words for w in words),
        signs=frozenset([*units["signs"], *signs]),
        money_after=frozenset(units["money_after"]),
        attached=units["attached"],
        metre_followers=frozenset(units["metre_followers"]),
        bare_plurals=frozenset(units["bare_plurals"]["words"]),
        bare_low=units["bare_plurals"]["low"],
        bare_after=frozenset(units["bare_after"]),
        names_before=frozenset(map(str, names["before"])),
        names_before_digits=frozenset(names["before_digits"]),
        names_or_verbs=frozenset(names["before_verbs"]),
        age_before=frozenset(names["age_before"]),
        age_after=_phrases((w, True) for w in names["age_after"]),
        clock_after=_phrases((w, True) for w in names["clock_after"]),
    )
