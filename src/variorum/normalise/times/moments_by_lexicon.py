"""What a date expression means: from the words that were read to EDTF.

What cannot be resolved is not guessed: a year that nothing tells is XXXX, and a weekday without a
date to count from has no meaning.
"""

from __future__ import annotations

import calendar as gregorian
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from variorum.language.calendar import Base, Partial, shifted, week_of, with_year
from variorum.normalise.times import solar_hijri as solar

__all__ = ["SOLAR_MONTH", "SOLAR_YEAR", "Context", "Mention", "Rule", "resolved"]

SOLAR_MONTH, SOLAR_YEAR = "S", "Z"
SOLAR_FORMS = frozenset({"day", "month", "year", "part"})


@dataclass(frozen=True)
class Rule:
    """A pattern's form; `turn` is -1 for last, 1 for next, or the third of a month or year.

    `lead` counts the words before the date's own: the "in" of "in May".
    """

    form: str
    turn: int = 0
    lead: int = 0


@dataclass(frozen=True)
class Context:
    """What a mention is resolved with: the date of its part, and the one told last."""

    base: Base | None
    told: Base | None
    future: bool


@dataclass
class Mention:
    """A date expression at words[start:end] with what its slots read, by letter."""

    rule: Rule
    start: int
    end: int
    pieces: dict[str, list[Any]] = field(default_factory=dict)

    def first(self, slot: str) -> Any:
        """Return what the first slot of this letter read, or None."""
        return next(iter(self.pieces.get(slot, ())), None)


Found = tuple[str, str | None] | None


def resolved(mention: Mention, context: Context) -> Found:
    """Return the EDTF of a mention and the date it was counted from, or None."""
    if {SOLAR_MONTH, SOLAR_YEAR} & set(mention.pieces):
        return _solar(mention, context)
    return _RESOLVERS[mention.rule.form](mention, context)


def _absolute(at: Partial, context: Context) -> tuple[Partial, str | None] | None:
    """Return the date with its year, and the base that told the year."""
    if not at.valid:
        return None
    if at.year is not None or context.base is None:
        return at, None
    return with_year(at, context.base, context.future), context.base.edtf


def _date(mention: Mention, context: Context) -> Found:
    """Read "3 May 2019", "May 2019" or 3/5, the day first."""
    day, *more = mention.pieces.get("D", [None])
    at = Partial(mention.first("Y"), more[0] if more else mention.first("M"), day)
    found = _absolute(at, context)
    return (found[0].edtf, found[1]) if found else None


def _solar(mention: Mention, context: Context) -> Found:
    """Read a date of the solar Hijri calendar, as the Gregorian days it covers."""
    month, year, day = (mention.first(slot) for slot in (SOLAR_MONTH, SOLAR_YEAR, "D"))
    if mention.rule.form not in SOLAR_FORMS or {"M", "Y"} & set(mention.pieces):
        return None
    anchor = None
    if year is None:
        if context.base is None:
            return None
        year = solar.year_meant(context.base.last_day, month, day, context.future)
        anchor = context.base.edtf
    third = mention.rule.turn if mention.rule.form == "part" else None
    found = solar.days_of(year, month, day) if third is None else solar.third(year, month, third)
    if found is None:
        return None
    days = dict.fromkeys(day.isoformat() for day in found)
    return "/".join(days), anchor


def _days(mention: Mention, context: Context) -> Found:
    first, last = mention.pieces["D"]
    found = _absolute(Partial(mention.first("Y"), mention.first("M"), first), context)
    if found is None or last <= first:
        return None
    end = Partial(found[0].year, found[0].month, last)
    return (f"{found[0].edtf}/{end.edtf}", found[1]) if end.valid else None


def _numeric(mention: Mention, _context: Context) -> Found:
    """Read 14.10.2017: these languages write the day first."""
    (day, *more), year = mention.pieces["D"], mention.first("Y")
    found = Partial(year, more[0] if more else None, day)
    return (found.edtf, None) if found.valid else None


def _iso(mention: Mention, _context: Context) -> Found:
    month, *day = mention.pieces["D"]
    found = Partial(mention.first("Y"), month, day[0] if day else None)
    return (found.edtf, None) if found.valid else None


def _year(mention: Mention, _context: Context) -> Found:
    return f"{mention.first('Y'):04d}", None


def _years(mention: Mention, _context: Context) -> Found:
    first, last = mention.pieces["Y"]
    return (f"{first}/{last}", None) if first <= last else None


def _part(mention: Mention, context: Context) -> Found:
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


def _weekday(mention: Mention, context: Context) -> Found:
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


def _turned(mention: Mention, context: Context) -> Found:
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


def _last_month(mention: Mention, base: Base) -> Found:
    at = with_year(Partial(month=mention.first("M")), base, mention.rule.turn > 0)
    if mention.rule.turn < 0 and at.year and at.edtf == base.edtf[:7]:
        at = Partial(at.year - 1, at.month)
    return at.edtf, base.edtf


def _moved(base: Base | None, count: int, unit: str) -> Found:
    moved = shifted(base.at, count, unit) if base else None
    return (moved, base.edtf) if moved and base else None


def _ago(mention: Mention, context: Context) -> Found:
    return _moved(context.base, -_count_of(mention), mention.first("U"))


def _later(mention: Mention, context: Context) -> Found:
    return _moved(context.told, _count_of(mention), mention.first("U"))


def _earlier(mention: Mention, context: Context) -> Found:
    return _moved(context.told, -_count_of(mention), mention.first("U"))


def _count_of(mention: Mention) -> int:
    count = mention.first("N")
    return 1 if count is None else int(count)


def _relative(mention: Mention, context: Context) -> Found:
    return _moved(context.base, mention.rule.turn, "day")


_RESOLVERS: dict[str, Callable[[Mention, Context], Found]] = {
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
