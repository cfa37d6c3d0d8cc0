"""Times: date expressions by the patterns of a language, as EDTF.

What cannot be resolved is not guessed: a year that nothing tells is XXXX, and a weekday without a
date to count from gives no When.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from variorum.language import Match, Reader, Text, code_of, cut, phrases, section
from variorum.language.calendar import base_of, first_day
from variorum.model import Document, When
from variorum.normalise.numbers.numbers_by_lexicon import numbers_of
from variorum.normalise.times import solar_hijri as solar
from variorum.normalise.times.moments_by_lexicon import (
    SOLAR_MONTH,
    SOLAR_YEAR,
    Context,
    Mention,
    Rule,
    resolved,
)
from variorum.text import span

__all__ = ["dates"]

MOST_DAYS = 31
MOST_COUNTED = 99
YEARS = range(1500, 2100)
FORMS = (
    "iso", "numeric", "day", "days_range", "month", "year", "years_range", "weekday", "ago",
    "later", "earlier", "none",
)  # fmt: skip
TURNS = {"last": -1, "this": 0, "next": 1}


@dataclass(frozen=True)
class _Piece:
    """What a slot of a date pattern read: its slot's letter and its value."""

    slot: str
    value: Any


class _Grammar:
    """The date patterns of one language."""

    def __init__(self, language: str) -> None:
        raw = section(language, "dates")
        self._numbers = numbers_of(language)
        self._months = phrases(language, _listed(raw["months"]))
        days = [(word, i) for i, words in enumerate(raw["weekdays"]) for word in words.split("|")]
        self._weekdays = phrases(language, days)
        self._units = phrases(language, _listed(raw["units"]))
        self._days = phrases(language, _listed(raw["days"]))
        self._gregorian = self._slot("M", self._months)
        self._solar = self._slot(SOLAR_MONTH, phrases(language, _listed(raw["solar_months"])))
        self._ordinals = self._slot("D", phrases(language, _listed(raw["ordinals"])))
        self._rules = phrases(language, [_led(language, *row) for row in _rules(raw)])
        self.since = phrases(language, [(word, True) for word in raw["since"]])
        self.until = phrases(language, [(word, True) for word in raw["until"]])
        self.future = phrases(language, [(word, True) for word in raw["future"]])
        self.joins = phrases(language, [(pattern, True) for pattern in raw["between"]])
        self._readers: dict[str, Reader] = {
            "D": self._day_of_month,
            "Y": _any_year if raw["solar_months"] else _year_number,
            "N": self._count,
            "M": self._month,
            "W": self._slot("W", self._weekdays),
            "U": self._slot("U", self._units),
        }

    @staticmethod
    def _slot(letter: str, known: Any) -> Reader:
        def read(text: Text, i: int) -> Iterator[tuple[_Piece, int]]:
            for match in known.all_at(text, i):
                end = match.end
                # A short month may carry its point.
                if text.form(end) == "." and text.is_glued(end) and letter == "M":
                    yield _Piece(letter, match.meaning), end + 1
                yield _Piece(letter, match.meaning), end

        return read

    def _month(self, text: Text, i: int) -> Iterator[tuple[_Piece, int]]:
        yield from self._gregorian(text, i)
        yield from self._solar(text, i)

    def _day_of_month(self, text: Text, i: int) -> Iterator[tuple[_Piece, int]]:
        yield from _day_number(text, i)
        yield from self._ordinals(text, i)

    def _count(self, text: Text, i: int) -> Iterator[tuple[_Piece, int]]:
        for number, end in self._numbers.read(text, i):
            if number.low == number.high and number.low == int(number.low) <= MOST_COUNTED:
                yield _Piece("N", int(number.low)), end

    def at(self, text: Text, i: int) -> Mention | None:
        """Return the longest date expression that starts at word `i`."""
        match: Match[Rule] | None = self._rules.at(text, i, self._readers)
        day = self._days.at(text, i)
        if day is not None and (match is None or day.end >= match.end):
            return Mention(Rule("relative", day.meaning), i, day.end)
        if match is None:
            return None
        mention = Mention(match.meaning, i + match.meaning.lead, match.end)
        for piece in match.slots:
            mention.pieces.setdefault(piece.slot, []).append(piece.value)
        return mention


def _listed(rows: dict[Any, list[str]]) -> list[tuple[str, Any]]:
    return [(word, key) for key, words in rows.items() for word in words]


def _rules(raw: dict[str, Any]) -> Iterator[tuple[str, Rule]]:
    for form in FORMS:
        yield from ((pattern, Rule(form)) for pattern in _with_years(raw, raw.get(form, ())))
    for name, turn in TURNS.items():
        yield from ((pattern, Rule("turned", turn)) for pattern in raw[name])
    for third, patterns in raw["parts"].items():
        rule = Rule("part", int(third))
        yield from ((pattern, rule) for pattern in _with_years(raw, patterns))


def _with_years(raw: dict[str, Any], patterns: Sequence[str]) -> Iterator[str]:
    """Yield the patterns, those of a month without a year once more with each way to add one."""
    for pattern in patterns:
        yield pattern
        slots = pattern.split()
        if "M" in slots and "Y" not in slots:
            yield from (f"{pattern} {year}" for year in raw["year_after"])


def _led(language: str, pattern: str, rule: Rule) -> tuple[str, Rule]:
    """Return the pattern without the sign that parts its lead from the date's own words."""
    lead, parted, rest = pattern.rpartition(" _ ")
    plain = " ".join(item.partition("|")[0] for item in lead.split())
    words = len(cut(plain, language).words) if parted else 0
    return f"{lead} {rest}".strip(), replace(rule, lead=words)


def _day_number(text: Text, i: int) -> Iterator[tuple[_Piece, int]]:
    value = text.words[i].value if i < len(text.words) else None
    if value is None or value != int(value) or not 1 <= value <= MOST_DAYS:
        return
    yield _Piece("D", int(value)), i + 1
    if text.form(i + 1) == "." and text.is_glued(i + 1):
        yield _Piece("D", int(value)), i + 2


def _year_number(text: Text, i: int) -> Iterator[tuple[_Piece, int]]:
    word = text.words[i] if i < len(text.words) else None
    if word and word.value and word.form.isdigit() and len(word.form) == 4 and word.value in YEARS:
        yield _Piece("Y", int(word.value)), i + 1


def _any_year(text: Text, i: int) -> Iterator[tuple[_Piece, int]]:
    yield from _year_number(text, i)
    value = text.words[i].value if i < len(text.words) else None
    if value is not None and value in solar.YEARS and len(text.form(i)) == 4:
        yield _Piece(SOLAR_YEAR, int(value)), i + 1


@functools.cache
def _grammar(language: str) -> _Grammar:
    return _Grammar(language)


def dates(document: Document) -> list[When]:
    """Return the times named in the document, in order of their start; they never overlap.

    Raises:
        KeyError: when there is no file for the document's language.
    """
    language = code_of(document.language) or ""
    grammar, text = _grammar(language), cut(document.text, language)
    found: list[When] = []
    i = 0
    while i < len(text.words):
        mention = grammar.at(text, i)
        if mention is None:
            i += 1
            continue
        when = _when(document, text, grammar, mention, found)
        found += [when] if when else []
        i = mention.end
    return _ranged(document, text, grammar, found)


def _when(
    document: Document, text: Text, grammar: _Grammar, mention: Mention, found: list[When]
) -> When | None:
    start = text.words[mention.start].start
    section_ = document.section_at(start)
    base = base_of(section_.published if section_ and section_.published else document.published)
    first, _ = text.sentence_of(mention.start)
    future = any(True for _ in grammar.future.find(text, first, mention.start))
    told = base_of(found[-1].edtf.strip("~/.")) if found else None
    value = resolved(mention, Context(base, told, future))
    if value is None:
        return None
    where = span(document, start, text.words[mention.end - 1].end)
    edtf = _open(text, grammar, mention.start, value[0])
    return When(edtf=edtf, text=where.exact, span=where, anchor=value[1])


def _open(text: Text, grammar: _Grammar, start: int, edtf: str) -> str:
    """Return the interval with no end for "since X", with no beginning for "until X"."""
    for k in (start - 2, start - 1):
        since, until = grammar.since.at(text, k), grammar.until.at(text, k)
        if since is not None and since.end == start:
            return f"{edtf.partition('/')[0]}/.."
        if until is not None and until.end == start and "/" not in edtf:
            return f"../{edtf}"
    return edtf


def _ranged(document: Document, text: Text, grammar: _Grammar, found: list[When]) -> list[When]:
    """Join two dates that the words around them make one interval."""
    by_start = {text.index_at(when.span.start): when for when in found}

    def read(_text: Text, i: int) -> Iterator[tuple[When, int]]:
        when = by_start.get(i)
        if when is not None:
            yield when, text.index_at(when.span.end)

    joined: list[When] = []
    reach = -1
    for i, when in sorted(by_start.items()):
        if when.span.start < reach:
            continue
        spans = (grammar.joins.at(text, k, {"T": read}) for k in (i - 1, i))
        match = next((m for m in spans if m is not None), None)
        whole = _interval(document, text, match) if match is not None else None
        joined.append(whole or when)
        reach = joined[-1].span.end
    return joined


def _interval(document: Document, text: Text, match: Match[bool]) -> When | None:
    one, two = match.slots
    first, last = (base_of(when.edtf.strip("~/.")) for when in (one, two))
    if first is None or last is None or first_day(last.at) < first_day(first.at):
        return None
    where = span(document, text.words[match.start].start, two.span.end)
    return When(edtf=f"{first.edtf}/{last.edtf}", text=where.exact, span=where, anchor=one.anchor)
