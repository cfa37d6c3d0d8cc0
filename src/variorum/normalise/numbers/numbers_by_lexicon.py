"""Numbers in words and digits, added and multiplied as they are read.

The parts of a number are kept in a row; a scale (hundred, thousand) takes up all the smaller parts
before it. This one rule reads "two hundred fifty thousand", "fünfundzwanzigtausend" and "dua puluh
lima" alike.
"""

import functools
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from variorum.language import Match, Phrases, Text, phrases, section, writing_of
from variorum.normalise.numbers import meanings
from variorum.normalise.numbers.meanings import VagueNumber

LONGEST_GLUED = 60
THOUSAND = 1000


@dataclass(frozen=True)
class Number:
    """A number: its bounds, and how it was written.

    `vague` is a word such as "dozens", `near` what "a hundred or so" stands for; `share` says that
    it is a percentage told by a fraction; `article` that it may be no number at all ("un", "ein").
    """

    low: float
    high: float
    approximate: bool = False
    vague: bool = False
    share: bool = False
    article: bool = False
    digits: bool = False
    near: float | None = None


@dataclass(frozen=True)
class _Part:
    """One word of a number: what it adds, or the scale it multiplies by."""

    value: float
    is_scale: bool = False


class Numbers:
    """Reads the numbers of one language."""

    def __init__(self, language: str) -> None:
        raw = section(language, "numbers")
        self._raw = raw
        self._writing = writing_of(language)
        self._parts: Phrases[_Part] = phrases(language, _entries(raw))
        self._whole: Phrases[Number] = phrases(language, _whole(raw))
        self._and = phrases(language, [(word, True) for word in raw["and"]])
        self._and_prefixes = {self._writing.fold(word) for word in raw["and"]}
        self._one = phrases(language, [(word, True) for word in raw["one"]])
        self._vague: Phrases[VagueNumber] = phrases(language, _vague(raw))
        fold, plain = self._writing.fold, (row for row in _entries(raw) if " " not in row[0])
        glued = {fold(word): part for words, part in plain for word in words.split("|")}
        self._glued = glued if raw["glued"] else {}

    def read(self, text: Text, i: int) -> Iterator[tuple[Number, int]]:
        """Yield the number that starts at word `i` and the word where it ends, if there is one.

        Where words such as "тысячи" may be either, "thousands" comes before "a thousand".
        """
        if ("number", i) not in text.read:
            text.read["number", i] = list(self._read(text, i))
        yield from text.read["number", i]

    def _read(self, text: Text, i: int) -> Iterator[tuple[Number, int]]:
        whole = self._whole.at(text, i)
        scaled = self._few_hundred(text, i)
        summed = self._sum(text, i)
        found = [(m.meaning, m.end) for m in [whole] if m is not None]
        found += [x for x in (scaled, summed) if x is not None]
        longest = max((end for _, end in found), default=i)
        found = [x for x in found if x[1] == longest]
        yield from sorted(found, key=lambda x: not x[0].vague)

    def _few_hundred(self, text: Text, i: int) -> tuple[Number, int] | None:
        """Read "several thousand": a vague word before a scale."""
        match = self._vague.at(text, i)
        scale = self._part(text, match.end) if match else None
        if match is None or scale is None or not scale[0].is_scale:
            return None
        bounds = match.meaning.of(scale[0].value)
        return (Number(*bounds, approximate=True, vague=True), scale[1]) if bounds else None

    def _sum(self, text: Text, i: int) -> tuple[Number, int] | None:
        row, end, scale = self._first(text, i)
        if not row:
            return None
        digits = text.words[i].value is not None
        while (step := self._next(text, end, row, scale)) is not None:
            row, end, scale = step
        article = end == i + 1 and self._one.at(text, i) is not None
        value = round(sum(row), 6)
        return Number(value, value, article=article, digits=digits), end

    def _first(self, text: Text, i: int) -> tuple[list[float], int, float]:
        """Return the first part of a number, as a row, where it ends, and its scale, mostly 1."""
        if not 0 <= i < len(text.words):
            return [], i, 1.0
        value = text.words[i].value
        if value is not None:
            half = text.words[i + 1].value if text.is_glued(i + 1) else None
            more = half if half is not None and half < 1 else 0
            return [value + more], i + (2 if more else 1), 1.0
        match = self._parts.at(text, i)
        if (match is None or match.end == i + 1) and (row := self._unglued(text, i)):
            return row, i + 1, row[0] if row[0] in self._opening else 1.0
        if match is None or not self._may_open(text, match):
            return [], i, 1.0
        part = match.meaning
        return [part.value], match.end, part.value if part.is_scale else 1.0

    def _may_open(self, text: Text, match: Match[_Part]) -> bool:
        """Return whether a number begins so: not with "and a half", nor with most scales."""
        part = match.meaning
        if part.value < 1 and (match.prefix or self._and.at(text, match.start) is not None):
            return False
        return not part.is_scale or part.value in self._opening

    @functools.cached_property
    def _opening(self) -> set[float]:
        return {float(value) for value in self._raw["alone"]}

    def _part(self, text: Text, i: int) -> tuple[_Part, int, str] | None:
        match = self._parts.at(text, i)
        return (match.meaning, match.end, match.prefix) if match else None

    def _next(
        self, text: Text, i: int, row: list[float], scale: float
    ) -> tuple[list[float], int, float] | None:
        """Return the row with the next part taken in, or None where the number ends.

        `scale` is the scale that was read last, or 1: a half after it is half of that.
        """
        joined, j = self._joined(text, i)
        if (more := self._digits_after(text, j, scale, joined)) is not None:
            return [*row, more], j + 1, 1.0
        half = self._part(text, i)
        found = half if half is not None and half[0].value < 1 else self._part(text, j)
        if found is None:
            lone = not joined and self._raw["and_needed"]
            return None if lone else self._glued_next(text, j, row)
        return self._taken_in(found, row, scale, joined)

    def _taken_in(
        self, found: tuple[_Part, int, str], row: list[float], scale: float, joined: bool
    ) -> tuple[list[float], int, float] | None:
        """Return the row with a part that was found, or None where it is of another number."""
        part, end, prefix = found
        joined = joined or prefix in self._and_prefixes
        if prefix and prefix not in self._and_prefixes:
            return None
        if part.is_scale and _may_scale(row, part.value):
            return _scaled_up(row, part.value), end, part.value
        if 0 < part.value < 1 < scale:
            return [*row, part.value * scale], end, 1.0
        fits = self._fits(row, part.value, joined)
        return ([*row, part.value], end, 1.0) if fits else None

    def half(self, text: Text, i: int) -> tuple[float, int] | None:
        """Return the half that goes on from a unit at word `i`, and where it ends."""
        found = self._part(text, i)
        opened = found is not None and self._and.at(text, i) is not None
        return (found[0].value, found[1]) if found and opened and found[0].value < 1 else None

    def _digits_after(self, text: Text, i: int, scale: float, joined: bool) -> float | None:
        """Return the 200 of "bin 200", which the thousand before it takes in.

        An "and" between them must be one that numbers need: "a thousand dead and 200 hurt".
        """
        value = text.words[i].value if i < len(text.words) else None
        least = self._raw["after_scale"]
        fits = value is not None and scale >= THOUSAND and least <= value < scale
        parted = joined == self._raw["and_needed"] and (joined or not text.is_glued(i))
        return value if fits and parted else None

    def _glued_next(
        self, text: Text, i: int, row: list[float]
    ) -> tuple[list[float], int, float] | None:
        more = self._unglued(text, i)
        fits = bool(more) and self._fits(row, sum(more), joined=True)
        return ([*row, *more], i + 1, 1.0) if fits else None

    def _joined(self, text: Text, i: int) -> tuple[bool, int]:
        match = self._and.at(text, i)
        if match is not None and not match.prefix:
            glued = text.form(match.end) == "-" and text.is_glued(match.end)
            return True, match.end + glued
        hyphen = text.form(i) == "-" and text.is_glued(i) and text.is_glued(i + 1)
        # "Cinquante-et-une".
        return (True, self._joined(text, i + 1)[1]) if hyphen else (False, i)

    def _fits(self, row: list[float], value: float, joined: bool) -> bool:
        """Whether `value` may be added to what was read: 300 and 25, 5 and 20, but not 3 and 4."""
        last = row[-1]
        if 0 < value < 1:
            return last == int(last) and value not in row
        if value == 0 or last == 0 or last != int(last) or value != int(value):
            return False
        needed = self._raw["and_needed"] and not joined
        if self._raw["units_first"] and last < 10 <= value < 100 and value % 10 == 0:
            return joined
        if last in self._raw["vigesimal"] and 10 <= value < 20:
            return True
        power = 10.0
        while power <= value:
            power *= 10
        return last % power == 0 and not needed

    def _unglued(self, text: Text, i: int) -> list[float]:
        """Return the parts of a word such as "dreiundzwanzig", summed up, or nothing."""
        if not self._glued or not 0 <= i < len(text.words) or not text.words[i].is_word:
            return []
        word = text.words[i].form
        if len(word) > LONGEST_GLUED:
            return []
        parts = _split(word, 0, self._glued, self._and_prefixes)
        row: list[float] = []
        for part in parts or ():
            if part.is_scale and (not row or _may_scale(row, part.value)):
                row = _scaled_up(row, part.value)
            else:
                row.append(part.value)
        return [sum(row)] if row else []


def _may_scale(row: list[float], scale: float) -> bool:
    return row[-1] < scale


def _scaled_up(row: list[float], scale: float) -> list[float]:
    """Return the row with all smaller parts at its end multiplied by `scale`."""
    cut = len(row)
    while cut and row[cut - 1] < scale:
        cut -= 1
    return [*row[:cut], (sum(row[cut:]) or 1) * scale]


def _entries(raw: dict[str, Any]) -> list[tuple[str, _Part]]:
    units = [(w, _Part(float(n))) for n, words in raw["words"].items() for w in words]
    scales = [(w, _Part(float(n), True)) for n, words in raw["scales"].items() for w in words]
    return [*units, *scales]


def _whole(raw: dict[str, Any]) -> list[tuple[str, Number]]:
    """Return the words that are numbers of their own, with what they say."""
    found = []
    for word, meaning in _vague(raw):
        found.append((word, Number(meaning.low, meaning.high, approximate=True, vague=True)))
    about = meanings.load().bounds["about"]
    for number, words in raw["near"].items():
        low, high = about.of(float(number), float(number))
        told = Number(low or 0, high or 0, approximate=True, near=float(number))
        found += [(word, told) for word in words]
    for number, words in raw["exactly"].items():
        found += [(word, Number(float(number), float(number))) for word in words]
    for share, words in raw["shares"].items():
        found += [(word, Number(float(share), float(share), share=True)) for word in words]
    return found


def _vague(raw: dict[str, Any]) -> list[tuple[str, VagueNumber]]:
    known = meanings.load().vague
    return [(word, known[name]) for name, words in raw["vague"].items() for word in words]


def _split(word: str, start: int, table: dict[str, _Part], glue: set[str]) -> list[_Part] | None:
    """Return the parts that `word` from `start` is glued of, the longest first, or None."""
    if start == len(word):
        return []
    for end in range(len(word), start, -1):
        piece = word[start:end]
        if piece in table:
            rest = _split(word, end, table, glue)
            if rest is not None:
                return [table[piece], *rest]
        elif start and piece in glue and end < len(word):
            rest = _split(word, end, table, glue)
            if rest is not None:
                return rest
    return None


# The number reader of a language; it raises KeyError where there is no file for it.
numbers_of = functools.cache(Numbers)
