"""Times: date expressions by the patterns of a language, as EDTF.

What cannot be resolved is not guessed: a year that nothing tells is XXXX, and a weekday without a
date to count from gives no When.
"""

from __future__ import annotations

import calendar as gregorian
import functools
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import Any

from variorum.languages import Match, Reader, Text, code_of, cut, phrases, section
from variorum.model import Document, When
from variorum.normalise.calendar import (
    Base,
    Partial,
    base_of,
    first_day,
    shifted,
    week_of,
    with_year,
)
from variorum.normalise.lexical.numbers import numbers_of
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


@dataclass(frozen=True)
class _Rule:
    """A pattern's form; `turn` is -1 for last, 1 for next, or the third of a month or year.

    `lead` counts the words before the date's own: the "in" of "in May".
    """

    form: str
    turn: int = 0
    lead: int = 0


@dataclass(frozen=True)
class _Context:
    """What a mention is resolved with: the date of its part, and the one told last."""

    base: Base | None
    told: Base | None
    future: bool


@dataclass
class _Mention:
    rule: _Rule
    start: int
    end: int
    pieces: dict[str, list[Any]] = field(default_factory=dict)

    def first(self, slot: str) -> Any:
        """Return what the first slot of this letter read, or None."""
        return next(iter(self.pieces.get(slot, ())), None)


_Found = tuple[str, str | None] | None


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
        self._ordinals = self._slot("D", phrases(language, _listed(raw["ordinals"])))
        self._rules = phrases(language, [_led(language, *row) for row in _rules(raw)])
        self.since = phrases(language, [(word, True) for word in raw["since"]])
        self.until = phrases(language, [(word, True) for word in raw["until"]])
        self.future = phrases(language, [(word, True) for word in raw["future"]])
        self.joins = phrases(language, [(pattern, True) for pattern in raw["between"]])
        self._readers: dict[str, Reader] = {
            "D": self._day_of_month,
            "Y": _year_number,
            "N": self._count,
            "M": self._slot("M", self._months),
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

    def _day_of_month(self, text: Text, i: int) -> Iterator[tuple[_Piece, int]]:
        yield from _day_number(text, i)
        yield from self._ordinals(text, i)

    def _count(self, text: Text, i: int) -> Iterator[tuple[_Piece, int]]:
        for number, end in self._numbers.read(text, i):
            if number.low == number.high and number.low == int(number.low) <= MOST_COUNTED:
                yield _Piece("N", int(number.low)), end

    def at(self, text: Text, i: int) -> _Mention | None:
        """Return the longest date expression that starts at word `i`."""
        match: Match[_Rule] | None = self._rules.at(text, i, self._readers)
        day = self._days.at(text, i)
        if day is not None and (match is None or day.end >= match.end):
            return _Mention(_Rule("relative", day.meaning), i, day.end)
        if match is None:
            return None
        mention = _Mention(match.meaning, i + match.meaning.lead, match.end)
        for piece in match.slots:
            mention.pieces.setdefault(piece.slot, []).append(piece.value)
        return mention


def _listed(rows: dict[Any, list[str]]) -> list[tuple[str, Any]]:
    return [(word, key) for key, words in rows.items() for word in words]


def _rules(raw: dict[str, Any]) -> Iterator[tuple[str, _Rule]]:
    for form in FORMS:
        yield from ((pattern, _Rule(form)) for pattern in _with_years(raw, raw.get(form, ())))
    for name, turn in TURNS.items():
        yield from ((pattern, _Rule("turned", turn)) for pattern in raw[name])
    for third, patterns in raw["parts"].items():
        rule = _Rule("part", int(third))
        yield from ((pattern, rule) for pattern in _with_years(raw, patterns))


def _with_years(raw: dict[str, Any], patterns: Sequence[str]) -> Iterator[str]:
    """Yield the patterns, those of a month without a year once more with each way to add one."""
    for pattern in patterns:
        yield pattern
        slots = pattern.split()
        if "M" in slots and "Y" not in slots:
            yield from (f"{pattern} {year}" for year in raw["year_after"])


def _led(language: str, pattern: str, rule: _Rule) -> tuple[str, _Rule]:
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
    document: Document, text: Text, grammar: _Grammar, mention: _Mention, found: list[When]
) -> When | None:
    start = text.words[mention.start].start
    section_ = document.section_at(start)
    base = base_of(section_.published if section_ and section_.published else document.published)
    first, _ = text.sentence_of(mention.start)
    future = any(True for _ in grammar.future.find(text, first, mention.start))
    told = base_of(found[-1].edtf.strip("~/.")) if found else None
    value = _RESOLVERS[mention.rule.form](mention, _Context(base, told, future))
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


def _absolute(at: Partial, context: _Context) -> tuple[Partial, str | None] | None:
    """Return the date with its year, and the base that told the year."""
    if not at.valid:
        return None
    if at.year is not None or context.base is None:
        return at, None
    return with_year(at, context.base, context.future), context.base.edtf


def _date(mention: _Mention, context: _Context) -> _Found:
    """Read "3 May 2019", "May 2019" or 3/5, the day first."""
    day, *more = mention.pieces.get("D", [None])
    at = Partial(mention.first("Y"), more[0] if more else mention.first("M"), day)
    found = _absolute(at, context)
    return (found[0].edtf, found[1]) if found else None


def _days(mention: _Mention, context: _Context) -> _Found:
    first, last = mention.pieces["D"]
    found = _absolute(Partial(mention.first("Y"), mention.first("M"), first), context)
    if found is None or last <= first:
        return None
    end = Partial(found[0].year, found[0].month, last)
    return (f"{found[0].edtf}/{end.edtf}", found[1]) if end.valid else None


def _numeric(mention: _Mention, _context: _Context) -> _Found:
    """Read 14.10.2017: these languages write the day first."""
    (day, *more), year = mention.pieces["D"], mention.first("Y")
    found = Partial(year, more[0] if more else None, day)
    return (found.edtf, None) if found.valid else None


def _iso(mention: _Mention, _context: _Context) -> _Found:
    month, *day = mention.pieces["D"]
    found = Partial(mention.first("Y"), month, day[0] if day else None)
    return (found.edtf, None) if found.valid else None


def _year(mention: _Mention, _context: _Context) -> _Found:
    return f"{mention.first('Y'):04d}", None


def _years(mention: _Mention, _context: _Context) -> _Found:
    first, last = mention.pieces["Y"]
    return (f"{first}/{last}", None) if first <= last else None


def _part(mention: _Mention, context: _Context) -> _Found:
    """Thirds of a month or of a year: "early October", "late 2014"."""
    third, month = mention.rule.turn, mention.first("M")
    if month is None:
        year = mention.first("Y")
        return f"{year:04d}-{third * 4 + 1:02d}/{year:04d}-{third * 4 + 4:02d}", None
    found = _absolute(Partial(mention.first("Y"), month), context)
    if found is None or found[0].year is None:
        return (found[0].edtf, found[1]) if found else None
    at = found[0]
    end = gregorian.monthrange(at.year or 1, month)[1]
    first, last = ((1, 10), (11, 20), (21, end))[third]
    return f"{at.edtf}-{first:02d}/{at.edtf}-{last:02d}", found[1]


def _weekday(mention: _Mention, context: _Context) -> _Found:
    """Return the most recent such day, the base's own included, or the next to come."""
    day = context.base.day if context.base else None
    if day is None or context.base is None:
        return None
    wanted, turn = mention.first("W"), mention.rule.turn
    if turn > 0 or (context.future and turn == 0):
        ahead = (wanted - day.weekday()) % 7 or (7 if turn > 0 else 0)
        return (day + timedelta(days=ahead)).isoformat(), context.base.edtf
    back = (day.weekday() - wanted) % 7 or (7 if turn < 0 else 0)
    return (day - timedelta(days=back)).isoformat(), context.base.edtf


def _turned(mention: _Mention, context: _Context) -> _Found:
    """Read "last week", "this month", "next Friday", "last June"."""
    base, turn = context.base, mention.rule.turn
    if base is None:
        return None
    if mention.first("W") is not None:
        return _weekday(mention, context)
    if mention.first("M") is not None:
        return _last_month(mention, base)
    unit = mention.first("U")
    if unit is None:
        return None
    if unit == "week":
        return (week_of(base.day, turn), base.edtf) if base.day else None
    moved = shifted(base.at, turn, unit)
    return (moved, base.edtf) if moved else None


def _last_month(mention: _Mention, base: Base) -> _Found:
    at = with_year(Partial(month=mention.first("M")), base, mention.rule.turn > 0)
    if mention.rule.turn < 0 and at.year and at.edtf == base.edtf[:7]:
        at = Partial(at.year - 1, at.month)
    return at.edtf, base.edtf


def _moved(base: Base | None, count: int, unit: str) -> _Found:
    moved = shifted(base.at, count, unit) if base else None
    return (moved, base.edtf) if moved and base else None


def _ago(mention: _Mention, context: _Context) -> _Found:
    return _moved(context.base, -_count_of(mention), mention.first("U"))


def _later(mention: _Mention, context: _Context) -> _Found:
    return _moved(context.told, _count_of(mention), mention.first("U"))


def _earlier(mention: _Mention, context: _Context) -> _Found:
    return _moved(context.told, -_count_of(mention), mention.first("U"))


def _count_of(mention: _Mention) -> int:
    count = mention.first("N")
    return 1 if count is None else int(count)


def _relative(mention: _Mention, context: _Context) -> _Found:
    return _moved(context.base, mention.rule.turn, "day")


_RESOLVERS: dict[str, Callable[[_Mention, _Context], _Found]] = {
    "iso": _iso,
    "numeric": _numeric,
    "day": _date,
    "days_range": _days,
    "month": _date,
    "year": _year,
    "years_range": _years,
    "weekday": _weekday,
    "turned": _turned,
    "part": _part,
    "relative": _relative,
    "ago": _ago,
    "later": _later,
    "earlier": _earlier,
    "none": lambda _mention, _context: None,
}
