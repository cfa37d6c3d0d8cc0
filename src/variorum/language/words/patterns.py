"""Word patterns: how the data files say which words mean what, and how they are found in a text.

A pattern is a row of items parted by spaces::

    plus de N            two words, then whatever the reader of "N" reads
    combattant*          a word that begins so
    *kämpfer* *sprecher  a word that holds these letters, or ends with them
    lundi|mardi          one of several words
    à (l') est           an item in brackets may be missing
    kamen ... an         up to eight words may stand between; the nearest end counts
    D M                  a single Latin capital is a slot: its reader decides

The longest match at a place wins, and of equally long ones the one with the longest plain words.
"""

import functools
import itertools
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Generic, NamedTuple, TypeVar

from variorum.language.words.tokens import Text, Word, cut, writing_of

T = TypeVar("T")
# Given a text and a place, yields what can be read there and the word where it ends.
Reader = Callable[[Text, int], Iterable[tuple[Any, int]]]
_EMPTY: Mapping[str, Reader] = {}
SHORTEST_STEM = 1
GAP = "..."
WIDEST_GAP = 8
_APOSTROPHES = "'’"


class _Item(NamedTuple):
    """One item of a pattern: a slot, or the forms, stems, inner letters and ends it allows."""

    slot: str
    exact: frozenset[str]
    stems: tuple[str, ...]
    inner: tuple[str, ...]
    tails: tuple[str, ...] = ()

    def weight(self) -> int:
        """Return the length of its longest plain text, which ranks matches of equal length."""
        return max(
            (len(word) for word in (*self.exact, *self.stems, *self.inner, *self.tails)), default=0
        )

    def prefix_in(self, word: Word) -> str | None:
        """Return the prefix to take off `word` so that it fits, or None where it does not fit."""
        for form, prefix in word.forms:
            if (
                form in self.exact
                or (self.stems and form.startswith(self.stems))
                or any(part in form for part in self.inner)
                or (self.tails and form.endswith(self.tails))
            ):
                return prefix
        return None


@dataclass(frozen=True, slots=True)
class Match(Generic[T]):
    """A pattern found at text.words[start:end].

    `slots` holds what its slots read, in order; `prefix` what was taken off its first word.
    """

    meaning: T
    start: int
    end: int
    weight: int
    prefix: str = ""
    slots: tuple[Any, ...] = ()


@dataclass(frozen=True)
class _Row(Generic[T]):
    items: tuple[_Item, ...]
    meaning: T
    weight: int


@dataclass
class _Index(Generic[T]):
    """The rows by the kind of their first item."""

    exact: dict[str, list[_Row[T]]] = field(default_factory=dict)
    stems: dict[str, list[_Row[T]]] = field(default_factory=dict)
    inner: list[tuple[str, _Row[T]]] = field(default_factory=list)
    tails: list[tuple[str, _Row[T]]] = field(default_factory=list)
    slots: list[_Row[T]] = field(default_factory=list)

    def add(self, row: _Row[T]) -> None:
        """Index one row under every word its first item allows."""
        first = row.items[0]
        if first.slot:
            self.slots.append(row)
        for word in first.exact:
            self.exact.setdefault(word, []).append(row)
        for stem in first.stems:
            self.stems.setdefault(stem, []).append(row)
        self.inner += [(part, row) for part in first.inner]
        self.tails += [(part, row) for part in first.tails]


class Phrases(Generic[T]):
    """Patterns with what they mean.

    `fold` turns a word of a pattern into the form that the words of a text have, and `split` cuts
    it as the text is cut.
    """

    def __init__(
        self,
        entries: Iterable[tuple[str, T]],
        fold: Callable[[str], str],
        split: Callable[[str], Text],
    ) -> None:
        self._index: _Index[T] = _Index()
        self._known: dict[str, tuple[_Row[T], ...]] = {}
        for pattern, meaning in entries:
            for items in _parsed(pattern, fold, split):
                weight = sum(item.weight() for item in items)
                self._index.add(_Row(items, meaning, weight))

    @property
    def firsts(self) -> frozenset[str]:
        """The whole words that a pattern begins with."""
        return frozenset(self._index.exact)

    def _rows(self, form: str) -> tuple[_Row[T], ...]:
        """Return the rows whose first item may be a word of this form."""
        found = self._known.get(form)
        if found is None:
            index = self._index
            rows = list(index.exact.get(form, ()))
            for length in range(SHORTEST_STEM, len(form) + 1):
                rows += index.stems.get(form[:length], ())
            rows += [row for part, row in index.inner if part in form]
            rows += [row for part, row in index.tails if form.endswith(part)]
            found = self._known[form] = tuple({id(row): row for row in rows}.values())
        return found

    def at(self, text: Text, i: int, readers: Mapping[str, Reader] = _EMPTY) -> Match[T] | None:
        """Return the best match that starts at word `i`, or None."""
        if not readers and 0 <= i < len(text.words):
            # Most words begin no phrase: say so at once.
            forms = text.words[i].forms
            if not any(self._rows(form) for form, _ in forms):
                return None
        best: Match[T] | None = None
        for match in self.all_at(text, i, readers):
            if best is None or (match.end, match.weight) > (best.end, best.weight):
                best = match
        return best

    def all_at(
        self, text: Text, i: int, readers: Mapping[str, Reader] = _EMPTY
    ) -> Iterator[Match[T]]:
        """Yield every match that starts at word `i`."""
        if not 0 <= i < len(text.words):
            return
        for form, prefix in text.words[i].forms:
            for row in self._rows(form):
                if len(row.items) == 1:
                    yield Match(row.meaning, i, i + 1, row.weight, prefix)
                    continue
                for end, slots in _fits(text, row.items, 1, i + 1, readers):
                    yield Match(row.meaning, i, end, row.weight, prefix, slots)
        if self._index.slots and readers:
            yield from self._opened_by_slots(text, i, readers)

    def _opened_by_slots(
        self, text: Text, i: int, readers: Mapping[str, Reader]
    ) -> Iterator[Match[T]]:
        """Yield every match whose pattern begins with a slot."""
        starts = {row.items[0].slot for row in self._index.slots}
        opened = {slot for slot in starts if slot in readers and any(readers[slot](text, i))}
        for row in self._index.slots:
            if row.items[0].slot in opened:
                for end, read in _fits(text, row.items, 0, i, readers):
                    yield Match(row.meaning, i, end, row.weight, "", read)

    def meanings(self, text: Text, i: int) -> Iterator[T]:
        """Yield what the words from `i` on may mean."""
        return (match.meaning for match in self.all_at(text, i))

    def find(
        self, text: Text, first: int, end: int, readers: Mapping[str, Reader] = _EMPTY
    ) -> Iterator[Match[T]]:
        """Yield the matches that start in words[first:end], none overlapping, in order."""
        i = first
        while i < end:
            match = self.at(text, i, readers)
            if match is not None:
                yield match
            i = max(match.end, i + 1) if match is not None else i + 1


def _fits(
    text: Text, items: tuple[_Item, ...], k: int, i: int, readers: Mapping[str, Reader]
) -> Iterator[tuple[int, tuple[Any, ...]]]:
    """Yield where items[k:] end when they begin at word `i`, with what their slots read."""
    if k == len(items):
        yield i, ()
        return
    item = items[k]
    if item.slot == GAP:
        reach = range(i, min(i + WIDEST_GAP, len(text.words)) + 1)
        nearest = (fit for after in reach for fit in _fits(text, items, k + 1, after, readers))
        yield from itertools.islice(nearest, 1)
    elif item.slot:
        reader = readers.get(item.slot)
        for value, after in reader(text, i) if reader else ():
            for end, slots in _fits(text, items, k + 1, after, readers):
                yield end, (value, *slots)
    elif i < len(text.words) and item.prefix_in(text.words[i]) is not None:
        yield from _fits(text, items, k + 1, i + 1, readers)


def _parsed(
    pattern: str, fold: Callable[[str], str], split: Callable[[str], Text]
) -> Iterator[tuple[_Item, ...]]:
    """Yield the rows of items that `pattern` allows, with and without its optional ones."""
    choices: list[tuple[tuple[_Item, ...], ...]] = []
    for raw in pattern.split():
        optional = len(raw) > 2 and raw.startswith("(") and raw.endswith(")")
        items = _item(raw[1:-1] if optional else raw, fold, split)
        choices.append((items, ()) if optional else (items,))
    for chosen in itertools.product(*choices):
        if row := tuple(itertools.chain.from_iterable(chosen)):
            yield row


def _item(raw: str, fold: Callable[[str], str], split: Callable[[str], Text]) -> tuple[_Item, ...]:
    """Return the items of one raw one: several where the language cuts the word in parts."""
    if raw == GAP or (len(raw) == 1 and raw.isascii() and raw.isupper()):
        return (_Item(raw, frozenset(), (), ()),)
    exact, stems, inner, tails = [], [], [], []
    for option in raw.split("|") if len(raw) > 1 else [raw]:
        word = fold(option)
        if len(word) > 2 and word.startswith("*") and word.endswith("*"):
            inner.append(word.strip("*"))
        elif len(word) > 1 and word.startswith("*"):
            tails.append(word.removeprefix("*"))
        elif len(word) > 1 and word.endswith("*"):
            stems.append(word.removesuffix("*"))
        else:
            exact.append(word)
    whole = "|" in raw or "*" in raw or raw[0] in _APOSTROPHES or raw[-1] in _APOSTROPHES
    parts = () if whole else split(raw).words
    if len(parts) > 1:
        return tuple(_Item("", frozenset({part.form}), (), ()) for part in parts)
    return (_Item("", frozenset(exact), tuple(stems), tuple(inner), tuple(tails)),)


@functools.cache
def _cached(language: str, entries: tuple[tuple[str, Any], ...]) -> Phrases[Any]:
    return Phrases(entries, writing_of(language).fold, lambda pattern: cut(pattern, language))


def phrases(language: str, entries: Iterable[tuple[str, T]]) -> Phrases[T]:
    """Return the patterns of `language` with their meanings; the same entries are built once."""
    return _cached(language, tuple(entries))


def plain_phrases(entries: Iterable[tuple[str, T]], split: Callable[[str], Text]) -> Phrases[T]:
    """Return English patterns with their meanings; `split` is what cuts the texts they are for."""
    return Phrases(entries, str.casefold, split)
