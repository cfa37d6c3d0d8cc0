"""Times: date expressions by the patterns of a language, as EDTF.

What cannot be resolved is not guessed: a year that nothing tells is XXXX, and a weekday without a
date to count from gives no When.
"""

from __future__ import annotations

import calendar as gregorian
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta

from variorum.languages import Match, Text, code_of, cut
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
from variorum.normalise.lexical.date_grammar import Grammar, Mention, grammar_of
from variorum.text import span

__all__ = ["dates"]


@dataclass(frozen=True)
class _Context:
    """What a mention is resolved with: the date of its part, and the one told last."""

    base: Base | None
    told: Base | None
    future: bool


_Found = tuple[str, str | None] | None


def dates(document: Document) -> list[When]:
    """Return the times named in the document, in order of their start; they never overlap.

    Raises:
        KeyError: when there is no file for the document's language.
    """
    language = code_of(document.language) or ""
    grammar, text = grammar_of(language), cut(document.text, language)
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
    document: Document, text: Text, grammar: Grammar, mention: Mention, found: list[When]
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


def _open(text: Text, grammar: Grammar, start: int, edtf: str) -> str:
    """Return the interval with no end for "since X", with no beginning for "until X"."""
    for k in (start - 2, start - 1):
        since, until = grammar.since.at(text, k), grammar.until.at(text, k)
        if since is not None and since.end == start:
            return f"{edtf.partition('/')[0]}/.."
        if until is not None and until.end == start and "/" not in edtf:
            return f"../{edtf}"
    return edtf


def _ranged(document: Document, text: Text, grammar: Grammar, found: list[When]) -> list[When]:
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


def _date(mention: Mention, context: _Context) -> _Found:
    """Read "3 May 2019", "May 2019" or 3/5, the day first."""
    day, *more = mention.pieces.get("D", [None])
    at = Partial(mention.first("Y"), more[0] if more else mention.first("M"), day)
    found = _absolute(at, context)
    return (found[0].edtf, found[1]) if found else None


def _days(mention: Mention, context: _Context) -> _Found:
    first, last = mention.pieces["D"]
    found = _absolute(Partial(mention.first("Y"), mention.first("M"), first), context)
    if found is None or last <= first:
        return None
    end = Partial(found[0].year, found[0].month, last)
    return (f"{found[0].edtf}/{end.edtf}", found[1]) if end.valid else None


def _numeric(mention: Mention, _context: _Context) -> _Found:
    """Read 14.10.2017: these languages write the day first."""
    (day, *more), year = mention.pieces["D"], mention.first("Y")
    found = Partial(year, more[0] if more else None, day)
    return (found.edtf, None) if found.valid else None


def _iso(mention: Mention, _context: _Context) -> _Found:
    month, *day = mention.pieces["D"]
    found = Partial(mention.first("Y"), month, day[0] if day else None)
    return (found.edtf, None) if found.valid else None


def _year(mention: Mention, _context: _Context) -> _Found:
    return f"{mention.first('Y'):04d}", None


def _years(mention: Mention, _context: _Context) -> _Found:
    first, last = mention.pieces["Y"]
    return (f"{first}/{last}", None) if first <= last else None


def _part(mention: Mention, context: _Context) -> _Found:
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


def _weekday(mention: Mention, context: _Context) -> _Found:
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


def _turned(mention: Mention, context: _Context) -> _Found:
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


def _last_month(mention: Mention, base: Base) -> _Found:
    at = with_year(Partial(month=mention.first("M")), base, mention.rule.turn > 0)
    if mention.rule.turn < 0 and at.year and at.edtf == base.edtf[:7]:
        at = Partial(at.year - 1, at.month)
    return at.edtf, base.edtf


def _moved(base: Base | None, count: int, unit: str) -> _Found:
    moved = shifted(base.at, count, unit) if base else None
    return (moved, base.edtf) if moved and base else None


def _ago(mention: Mention, context: _Context) -> _Found:
    return _moved(context.base, -_count_of(mention), mention.first("U"))


def _later(mention: Mention, context: _Context) -> _Found:
    return _moved(context.told, _count_of(mention), mention.first("U"))


def _earlier(mention: Mention, context: _Context) -> _Found:
    return _moved(context.told, -_count_of(mention), mention.first("U"))


def _count_of(mention: Mention) -> int:
    count = mention.first("N")
    return 1 if count is None else int(count)


def _relative(mention: Mention, context: _Context) -> _Found:
    return _moved(context.base, mention.rule.turn, "day")


_RESOLVERS: dict[str, Callable[[Mention, _Context], _Found]] = {
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
