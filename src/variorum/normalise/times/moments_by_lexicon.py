"""What the slots of a date pattern mean: the year, weekday or count that the words give."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import Any

from variorum.language.calendar import Partial
from variorum.normalise.times import solar_hijri as solar
from variorum.normalise.times.moments import (
    Context,
    Reading,
    back_then,
    beside,
    between,
    counted,
    dated,
    day_of,
    days_of,
    narrowed,
    nth_of,
    nth_quarter,
    on_weekday,
    undated,
    unit_at,
    weekday_on,
)
from variorum.normalise.times.timeml import window

SOLAR_MONTH, SOLAR_YEAR = "S", "Z"
# What "the 14th" without a month turns to: the month that was told last.
TOLD = 9
SOLAR_FORMS = frozenset({"day", "month", "year", "part"})
UNITS = {"day": "D", "week": "W", "month": "M", "year": "Y"}


@dataclass(frozen=True)
class Rule:
    """A pattern's form; `turn` is -1 for last, 1 for next, or the third of a month or year.

    `lead` counts the words before the date's own: the "in" of "in May".
    """

    form: str
    turn: int = 0
    lead: int = 0


@dataclass
class Mention:
    """A date expression, words[first:last] of the text, with what its slots read, by letter."""

    rule: Rule
    first: int
    last: int
    start: int
    end: int
    pieces: dict[str, list[Any]] = field(default_factory=dict)

    def one(self, slot: str) -> Any:
        """Return what the first slot of this letter read, or None."""
        return next(iter(self.pieces.get(slot, ())), None)

    @property
    def partial(self) -> Partial:
        """The year, month and day that it names; a second number of a day is its month."""
        day, *more = self.pieces.get("D", [None])
        return Partial(self.one("Y"), more[0] if more else self.one("M"), day)

    @property
    def count(self) -> int:
        """The number of units; one where it has none, as in "a month ago"."""
        return int(self.one("N") or 1)

    @property
    def unit(self) -> str:
        """The unit, by its TimeML letter."""
        return UNITS[self.one("U")]


def resolved(mention: Mention, context: Context) -> Reading | None:
    """Return what a mention says; None where it says no time after all."""
    if {SOLAR_MONTH, SOLAR_YEAR} & set(mention.pieces):
        return _solar(mention, context)
    return _RESOLVERS[mention.rule.form](mention, context)


def _date(mention: Mention, context: Context) -> Reading | None:
    """Read "3 May 2019", "May 2019" or 3/5, the day first."""
    return on_weekday(day_of(mention.partial, context), mention.one("W"))


def _days(mention: Mention, context: Context) -> Reading | None:
    first, last = mention.pieces["D"]
    return days_of(Partial(mention.one("Y"), mention.one("M"), first), last, context)


def _years(mention: Mention, context: Context) -> Reading | None:
    first, last = mention.pieces["Y"]
    return dated(f"{first:04d}", context, edtf=f"{first}/{last}") if first <= last else None


def _part(mention: Mention, context: Context) -> Reading | None:
    """Read thirds of a month or of a year: "early October", "late 2014"."""
    return narrowed(day_of(mention.partial, context), mention.rule.turn)


def _half(mention: Mention, context: Context) -> Reading | None:
    """Read "the first half of 2016"; without a year, that of the year that is written in."""
    year = mention.one("Y") or (context.base and context.base.at.year)
    return dated(f"{year:04d}-H{mention.rule.turn}", context) if year else None


def _nth_week(mention: Mention, context: Context) -> Reading | None:
    """Read "the first week of October"."""
    whole = day_of(mention.partial, context)
    edtf = nth_of(whole.edtf, mention.rule.turn, "W") if whole else None
    return whole and (replace(whole, edtf=edtf) if edtf else undated("DATE", whole.value))


def _beside(mention: Mention, context: Context) -> Reading | None:
    """Read "the 14th of last month", and "the 14th" (turn 9) of the month told last."""
    step = mention.rule.turn
    return beside(mention.one("D"), context, None if step == TOLD else step)


def _from_day(mention: Mention, context: Context) -> Reading | None:
    """Read "Friday a week ago" and "today a year ago"."""
    then = back_then(context, mention.count, mention.unit).base
    if then is None or then.day is None:
        return undated("DATE", "XXXX-XX-XX")
    wanted = mention.one("W")
    day = then.day if wanted is None else weekday_on(wanted, then.day, None, ahead=False)
    return dated(day.isoformat(), context, context.base)


def _solar(mention: Mention, context: Context) -> Reading | None:
    """Read a date of the solar Hijri calendar, as the Gregorian days it covers."""
    month, year, day = (mention.one(slot) for slot in (SOLAR_MONTH, SOLAR_YEAR, "D"))
    if mention.rule.form not in SOLAR_FORMS or {"M", "Y"} & set(mention.pieces):
        return None
    base = context.base if year is None else None
    if year is None:
        if base is None:
            return None
        year = solar.year_meant(base.last_day, month, day, context.ahead)
    third = mention.rule.turn if mention.rule.form == "part" else None
    found = solar.days_of(year, month, day) if third is None else solar.third(year, month, third)
    return between(*found, context, base) if found else None


def _weekday(mention: Mention, context: Context) -> Reading | None:
    """Return the most recent such day, the base's own included, or the next to come."""
    base, wanted = context.base, mention.one("W")
    if base is None or base.day is None:
        return undated("DATE", f"XXXX-WXX-{wanted + 1}")
    step = mention.rule.turn if mention.rule.form == "turned" else None
    found = weekday_on(wanted, base.day, step, context.ahead, context.gone)
    return dated(found.isoformat(), context, base)


def _turned(mention: Mention, context: Context) -> Reading | None:
    """Read "last week", "this month", "next Friday", "last June"."""
    if mention.one("W") is not None:
        return _weekday(mention, context)
    if mention.one("M") is not None:
        return day_of(mention.partial, context, mention.rule.turn)
    value = unit_at(context.base, mention.unit, mention.rule.turn)
    return dated(value, context, context.base) if value else undated("DATE", "XXXX")


def _relative(mention: Mention, context: Context) -> Reading | None:
    base = context.base
    if base is None or base.day is None:
        return undated("DATE", "XXXX-XX-XX")
    return dated((base.day + timedelta(days=mention.rule.turn)).isoformat(), context, base)


def _span(mention: Mention, context: Context) -> Reading | None:
    """Read "the last three days", "the next two weeks"."""
    day = context.base.day if context.base else None
    days = window(day, mention.rule.turn * mention.count, mention.unit) if day else None
    if day is None or days is None:
        return undated("DATE", "XXXX")
    return dated(day.isoformat(), context, context.base, days)


_RESOLVERS: dict[str, Callable[[Mention, Context], Reading | None]] = {
    "iso": lambda m, context: day_of(Partial(m.one("Y"), *m.pieces["D"]), context),
    "numeric": _date,
    "day": _date,
    "days_range": _days,
    "month": _date,
    "year": _date,
    "years_range": _years,
    "weekday": _weekday,
    "turned": _turned,
    "part": _part,
    "quarter": lambda m, context: nth_quarter(m.rule.turn, m.one("Y"), context),
    "half": _half,
    "nth_week": _nth_week,
    "beside": _beside,
    "from_day": _from_day,
    "relative": _relative,
    "ago": lambda m, context: counted(-m.count, m.unit, context.base, context),
    "later": lambda m, context: counted(m.count, m.unit, context.told, context),
    "earlier": lambda m, context: counted(-m.count, m.unit, context.told, context),
    "span": _span,
    "none": lambda _mention, _context: None,
}
