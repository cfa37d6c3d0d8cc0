"""Quantities: numbers with the words that bound them, ranges, and the unit right beside them."""

import functools
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from variorum.language import Match, Phrases, Reader, Text, cut, phrases, section
from variorum.normalise.numbers import meanings
from variorum.normalise.numbers.figure_roles import FigureRoles, noun_ends
from variorum.normalise.numbers.meanings import YEARS, Bound
from variorum.normalise.numbers.numbers_by_lexicon import Number, numbers_of
from variorum.normalise.numbers.quantity import Quantity, Role

DAY = 24
LEAST = "at_least"
_CLOSED = ' "|“|”|»|« N'


class _Reader:
    """Reads the quantities of one language; the places of a quantity are words while it is read."""

    def __init__(self, language: str) -> None:
        raw, units = section(language, "numbers"), section(language, "units")
        self._numbers = numbers_of(language)
        self._ranges = phrases(language, [(pattern, True) for pattern in raw["ranges"]])
        # "Both sides" are nobody who is counted.
        sides = section(language, "agreements")["everybody"]
        self._skip = phrases(language, [(pattern, True) for pattern in [*raw["skip"], *sides]])
        known = meanings.load()
        self._bounds: Phrases[Bound] = phrases(
            language,
            # Also "at least, 12" and "“at least” 12".
            [
                (re.sub(r"(?<=[\w)]) N$", marks, p), known.bounds[name])
                for name, rows in raw["bounds"].items()
                for p in rows
                for marks in (" N", _CLOSED if name != LEAST else f"{_CLOSED[:1]},|{_CLOSED[1:]}")
            ],
        )
        self._units = _by_unit(language, units["names"], known.signs)
        self._before = _by_unit(language, units["before"], known.money_signs)
        self._pairs = _by_unit(language, units["pairs"])
        things = section(language, "things")
        self._between = phrases(language, [(word, True) for word in things["between"]])
        kinds = (word for row in things["kinds"].values() for word in row)
        self._kinds = phrases(language, [(word, True) for word in kinds])
        self._roles = FigureRoles(raw["roles"], lambda rows: phrases(language, rows))
        self._one: dict[str, Reader] = {"N": self._single, "X": self._noun}
        self._stops = phrases(language, [(word, True) for word in things["stops"]])
        self._any: dict[str, Reader] = {"N": self._amount, "X": self._noun}
        self._plain: dict[str, Reader] = {"N": self._skippable, "A": _name_ends, "H": self._hours}

    def read(self, text: Text, i: int) -> tuple[list[Quantity], int]:
        """Return the quantities that are told from word `i` on, and the word to go on from.

        Mostly it is one or none; a pattern such as "from 12 to 17" tells two.
        """
        found = list(self._bounded(text, i))
        best = max(found, key=lambda q: (q.end, -q.core[0]), default=None)
        # "Się z 18 do 21": what bounds a number may begin before what tells its role.
        starts = range(i, best.core[0] if best is not None else i + 1)
        roles = (self._told(text, k) for k in starts or [i])
        told, end = next((read for read in roles if read[0]), ([], i))
        if best is not None and end <= i:
            told, end = [best], best.end
        places = {i, *(quantity.core[0] for quantity in told)}
        skips = [m for k in places if (m := self._skip.at(text, k, self._plain)) is not None]
        skipped = max((m.end for m in skips), default=i)
        if skipped > i and skipped >= end:
            return [], skipped
        if not told:
            return [], max(end, i + 1)
        return [q for q in told if not self._is_part_of_word(text, q)], end

    def _noun(self, text: Text, i: int) -> Iterator[tuple[None, int]]:
        """Yield where a noun that starts at `i` may end: "with" in "a train with more" is none."""
        ends = (end for _, end in noun_ends(text, i))
        yield from ((None, end) for end in ends if self._stops.at(text, end - 1) is None)

    def _told(self, text: Text, i: int) -> tuple[list[Quantity], int]:
        """Return the quantities whose roles a pattern at word `i` tells, and where it ends."""
        bounded = any(True for _ in self._bounds.all_at(text, i, self._any))
        read = self._roles.read(text, i, {"N": self._slot, "X": self._noun}, bounded)
        if read is None:
            return [], i
        told, match = read
        if match.meaning.none:
            first = told[0].start
            place = (match.end - 1, match.end) if first == i else (i, first)
            none = Quantity(*place, place, 0, 0, 0, 0, noun_at=told[0].end)
            told = sorted([*told, none], key=lambda one: one.start)
        elif told[0].role in {Role.DENIED, Role.EXCEPT}:
            told[0] = replace(told[0], start=i)
        return told, match.end

    def _slot(self, text: Text, i: int) -> Iterator[tuple[Quantity, int]]:
        """Yield every reading of a number at word `i`, with its bounds."""
        yield from ((quantity, quantity.end) for quantity in self._bounded(text, i))

    def _bounded(self, text: Text, i: int) -> Iterator[Quantity]:
        """Yield every reading at word `i`: bounded, a range, bare, or a pair told by one word."""
        matches = self._bounds.all_at(text, i, self._any)
        bounded = ((m, q) for m in matches for q in m.slots if isinstance(q, Quantity))
        # What is bounded is one number: "more than a thousand", not "more than thousands".
        for match, quantity in sorted(bounded, key=lambda x: (-x[0].weight, x[1].vague)):
            # "Near | a barracks", "a raid killed | at least 28".
            vain = quantity.is_one and match.meaning.widens and not quantity.unit
            behind = match.end > quantity.end and any(self._numbers.read(text, match.end))
            if not (vain or behind):
                yield _within_bounds(quantity, match)
        yield from (quantity for quantity, _ in self._amount(text, i))
        pair = self._pairs.at(text, i)
        if pair is not None:
            yield Quantity(i, pair.end, (i, pair.end), 2, 2, 2, 2, unit=pair.meaning)

    def _amount(self, text: Text, i: int) -> Iterator[tuple[Quantity, int]]:
        """Yield ranges and single numbers at word `i`, with the words where they end."""
        if ("amount", i) not in text.read:
            text.read["amount", i] = list(self._amounts(text, i))
        yield from text.read["amount", i]

    def _amounts(self, text: Text, i: int) -> Iterator[tuple[Quantity, int]]:
        for match in self._ranges.all_at(text, i, self._one):
            one, two = (slot for slot in match.slots if isinstance(slot, Quantity))
            joined = _joined(one, two, match.start, match.end)
            if joined is not None:
                yield joined, match.end
        yield from self._single(text, i)

    def _single(self, text: Text, i: int) -> Iterator[tuple[Quantity, int]]:
        """Yield one number with its unit or money sign."""
        if ("single", i) not in text.read:
            text.read["single", i] = list(self._singles(text, i))
        yield from text.read["single", i]

    def _singles(self, text: Text, i: int) -> Iterator[tuple[Quantity, int]]:
        unit, j = None, i
        sign = self._before.at(text, i)
        if sign is not None:
            unit, j = sign.meaning, sign.end
        for number, end in self._numbers.read(text, j):
            quantity = _quantity(text, number, i, (j, end))
            yield (replace(quantity, unit=unit), end) if unit else self._with_unit(text, quantity)

    def _skippable(self, text: Text, i: int) -> Iterator[tuple[object, int]]:
        """Yield a number with its unit and without: "34" and "34 years" of "(34 years)"."""
        yield from self._single(text, i)
        yield from self._numbers.read(text, i)

    def _hours(self, text: Text, i: int) -> Iterator[tuple[object, int]]:
        """Yield an hour of the day, behind which nothing stands that may be counted."""
        for number, end in self._numbers.read(text, i):
            if number.low <= DAY and self._kinds.at(text, end) is None:
                yield number, end

    def _with_unit(self, text: Text, quantity: Quantity) -> tuple[Quantity, int]:
        """Return the quantity with its unit, and with a half behind it: "deux heures et demie"."""
        if quantity.unit:
            return quantity, quantity.end
        end = quantity.end
        between = self._between.at(text, end)
        for place in [end, between.end] if between is not None else [end]:
            match = self._units.at(text, place)
            if match is not None and (match.end > place) and self._may_be_unit(text, match):
                half = self._numbers.half(text, match.end)
                more = 0.0 if half is None else half[0]
                end = match.end if half is None else half[1]
                return _longer(replace(quantity, unit=match.meaning, end=end, year=False), more)
        return quantity, end

    def _may_be_unit(self, text: Text, match: Match[str]) -> bool:
        """Return whether a sign such as "m" stands by itself, not in a longer word or a name."""
        after = text.form(match.end)
        glued = text.is_glued(match.end)
        return not (glued and after.isalnum())

    def _is_part_of_word(self, text: Text, quantity: Quantity) -> bool:
        """Digits that letters or signs touch are part of a name or a clock time: M16, 20:30."""
        first, end = quantity.core
        if text.words[first].value is None:
            return False
        before = text.form(first - 1) if text.is_glued(first) else ""
        after = text.form(end) if text.is_glued(end) else ""
        closed = after in {":", "/", "."} and text.is_glued(end + 1) and end + 1 < len(text.words)
        named = before == "+" and text.is_glued(first - 1) and text.form(first - 2).isalpha()
        starts = (
            named
            or before in {"-", "/", ":", ".", "_", "@", "#"}
            or text.words[first - 1].value is not None
        )
        inside = bool(before) and (starts or self._is_name(before))
        digits_after = closed and text.words[end + 1].value is not None
        return inside or digits_after or (not quantity.unit and self._is_name(after))

    @staticmethod
    def _is_name(form: str) -> bool:
        return form.isalpha() and form[-1] < "\u0590"


def _longer(quantity: Quantity, more: float) -> tuple[Quantity, int]:
    """Return the quantity with so much more, and the word where it ends."""
    low, high = quantity.nominal_low + more, quantity.nominal_high + more
    told = replace(quantity, low=low, high=high, nominal_low=low, nominal_high=high)
    return (told if more else quantity), quantity.end


def _name_ends(text: Text, i: int) -> Iterator[tuple[None, int]]:
    """Yield where a name of up to three words with capitals that starts at `i` may end."""
    for _, end in noun_ends(text, i):
        if not text.is_capital(end - 1):
            return
        yield None, end


def _by_unit(language: str, *tables: dict[str, list[str]]) -> Phrases[str]:
    rows = [row for table in tables for row in table.items()]
    return phrases(language, [(word, unit) for unit, words in rows for word in words])


def _quantity(text: Text, number: Number, start: int, core: tuple[int, int]) -> Quantity:
    word = text.words[core[0]]
    plain = number.digits and core[1] == core[0] + 1 and len(word.form) == 4
    return Quantity(
        start=start,
        end=core[1],
        core=core,
        low=number.low,
        high=number.high,
        nominal_low=number.low if number.near is None else number.near,
        nominal_high=number.high if number.near is None else number.near,
        unit="percent" if number.share else None,
        approximate=number.approximate,
        is_one=number.article,
        vague=number.vague,
        year=plain and word.form.isdigit() and int(number.low) in YEARS,
    )


def _within_bounds(quantity: Quantity, match: Match[Bound]) -> Quantity:
    """Return the quantity within the bounds that the words around it set."""
    bound = match.meaning
    rough = (quantity.low, quantity.high)
    # "More than a hundred or so" are more than a hundred.
    low, high = bound.of(*rough if bound.exact else (quantity.nominal_low, quantity.nominal_high))
    if quantity.nominal_low < quantity.nominal_high and not quantity.vague:
        low, high = rough  # "at least 22 to 36"
    # Where the noun stands between the number and its bound, it is still to be read.
    end = quantity.end if None in match.slots else match.end
    return replace(
        quantity,
        start=match.start,
        end=end,
        low=low,
        high=high,
        approximate=quantity.approximate or not bound.exact,
        is_one=False,
        year=bound.exact and quantity.year,
    )


def _joined(one: Quantity, two: Quantity, start: int, end: int) -> Quantity | None:
    """Return the range from one number to another, or None if they do not make one."""
    low, high = one.nominal_low, two.nominal_high
    scales = (s for s in (1e9, 1e6, 1e3) if high >= s and high % (s / 10) == 0)
    lent = next(scales, 1.0)  # the million or thousand a round number may be written with
    if low < high / lent < 1000 <= lent * 10 and low < 100 and lent > 1 and one.unit is None:
        low *= lent
    if low >= high or (one.unit and one.unit != two.unit) or one.year or one.is_one:
        return None
    return replace(
        two,
        start=start,
        end=end,
        core=(one.core[0], two.core[1]),
        low=low,
        high=high,
        nominal_low=low,
        nominal_high=high,
        unit=two.unit or one.unit,
        year=False,
    )


_reader = functools.cache(_Reader)


def quantities_by_lexicon(
    text: str, language: str, barred: Iterable[tuple[int, int]] = ()
) -> list[Quantity]:
    """Return the quantities of a text but for those within the barred offsets.

    Raises:
        KeyError: when there is no file for the language.
    """
    page, reader = cut(text, language), _reader(language)
    closed = {i for a, b in barred for i in range(page.index_at(a), page.index_at(b))}
    found: list[Quantity] = []
    i = 0
    while i < len(page.words):
        read, after = ([], i + 1) if i in closed else reader.read(page, i)
        if any(not closed.isdisjoint(range(*quantity.core)) for quantity in read):
            read, after = [], i + 1
        found += [_placed(page, quantity) for quantity in read]
        i = after
    return found


def _placed(text: Text, read: Quantity) -> Quantity:
    """Return what was read with its offsets in the text in place of its words."""
    first, last = text.words[read.core[0]].start, text.words[read.core[1] - 1].end
    start, end = text.words[read.start].start, text.words[read.end - 1].end
    noun_at = None if read.noun_at is None else text.words[read.noun_at - 1].end
    return replace(read, start=start, end=end, core=(first, last), noun_at=noun_at)
