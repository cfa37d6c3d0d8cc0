"""What the slots of a date pattern mean: the year, weekday or count that the words give."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import Any

from variorum.language.calendar import Partial
from variorum.normalise.times import moments
from variorum.normalise.times import solar_hijri as solar
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


def resolved(mention: Mention, context: moments.Context) -> moments.Reading | None:
    """Return what a mention says; None where it says no time after all."""
    if {SOLAR_MONTH, SOLAR_YEAR} & set(mention.pieces):
        return _solar(mention, context)
    return _RESOLVERS[mention.rule.form](mention, context)


def _date(mention: Mention, context: moments.Context) -> moments.Reading | None:
    """Read "3 May 2019", "May 2019" or 3/5, the day first."""
    return moments.on_weekday(moments.day_of(mention.partial, context), mention.one("W"))


def _days(mention: Mention, context: moments.Context) -> moments.Reading | None:
    first, last = mention.pieces["D"]
    return moments.days_of(Partial(mention.one("Y"), mention.one("M"), first), last, context)


def _years(mention: Mention, context: moments.Context) -> moments.Reading | None:
    first, last = mention.pieces["Y"]
    return moments.dated(f"{first:04d}", context, edtf=f"{first}/{last}") if first <= last else None


def _half(mention: Mention, context: moments.Context) -> moments.Reading | None:
    """Read "the first half of 2016"; without a year, that of the year that is written in."""
    year = mention.one("Y") or (context.base and context.base.at.year)
    return moments.dated(f"{year:04d}-H{mention.rule.turn}", context) if year else None


def _nth_week(mention: Mention, context: moments.Context) -> moments.Reading | None:
    """Read "the first week of October"."""
    whole = moments.day_of(mention.partial, context)
    edtf = moments.nth_of(whole.edtf, mention.rule.turn, "W") if whole else None
    return whole and (replace(whole, edtf=edtf) if edtf else moments.undated("DATE", whole.value))


def _beside(mention: Mention, context: moments.Context) -> moments.Reading | None:
    """Read "the 14th of last month", and "the 14th" (turn 9) of the month told last."""
    step = mention.rule.turn
    return moments.beside(mention.one("D"), context, None if step == TOLD else step)


def _from_day(mention: Mention, context: moments.Context) -> moments.Reading | None:
    """Read "Friday a week ago" and "today a year ago"."""
    then = moments.back_then(context, mention.count, mention.unit).base
    if then is None or then.day is None:
        return moments.undated("DATE", "XXXX-XX-XX")
    wanted = mention.one("W")
    day = then.day if wanted is None else moments.weekday_on(wanted, then.day, None, ahead=False)
    return moments.dated(day.isoformat(), context, context.base)


def _solar(mention: Mention, context: moments.Context) -> moments.Reading | None:
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
    return moments.between(*found, context, base) if found else None


def _weekday(mention: Mention, context: moments.Context) -> moments.Reading | None:
    """Return the most recent such day, the base's own included, or the next to come."""
    base, wanted = context.base, mention.one("W")
    if base is None or base.day is None:
        return moments.undated("DATE", f"XXXX-WXX-{wanted + 1}")
    step = mention.rule.turn if mention.rule.form == "turned" else None
    found = moments.weekday_on(wanted, base.day, step, context.ahead, context.gone)
    return moments.dated(found.isoformat(), context, base)


def _turned(mention: Mention, context: moments.Context) -> moments.Reading | None:
    """Read "last week", "this month", "next Friday", "last June"."""
    if mention.one("W") is not None:
        return _weekday(mention, context)
    if mention.one("M") is not None:
        return moments.day_of(mention.partial, context, mention.rule.turn)
    value = moments.unit_at(context.base, mention.unit, mention.rule.turn)
    return moments.dated(value, context, context.base) if value else moments.undated("DATE", "XXXX")


def _relative(mention: Mention, context: moments.Context) -> moments.Reading | None:
    base = context.base
    if base is None or base.day is None:
        return moments.undated("DATE", "XXXX-XX-XX")
    return moments.dated((base.day + timedelta(days=mention.rule.turn)).isoformat(), context, base)


def _span(mention: Mention, context: moments.Context) -> moments.Reading | None:
    """Read "the last three days", "the next two weeks"."""
    day = context.base.day if context.base else None
    days = window(day, mention.rule.turn * mention.count, mention.unit) if day else None
    if day is None or days is None:
        return moments.undated("DATE", "XXXX")
    return moments.dated(day.isoformat(), context, context.base, days)


_RESOLVERS: dict[str, Callable[[Mention, moments.Context], moments.Reading | None]] = {
    "iso": lambda m, context: moments.day_of(Partial(m.one("Y"), *m.pieces["D"]), context),
    "numeric": _date,
    "day": _date,
    "days_range": _days,
    "month": _date,
    "year": _date,
    "years_range": _years,
    "weekday": _weekday,
    "turned": _turned,
    # Thirds of a month or of a year: "early October", "late 2014".
    "part": lambda m, context: moments.narrowed(moments.day_of(m.partial, context), m.rule.turn),
    "quarter": lambda m, context: moments.nth_quarter(m.rule.turn, m.one("Y"), context),
    "half": _half,
    "nth_week": _nth_week,
    "beside": _beside,
    "from_day": _from_day,
    "relative": _relative,
    "ago": lambda m, context: moments.counted(-m.count, m.unit, context.base, context),
    "later": lambda m, context: moments.counted(m.count, m.unit, context.told, context),
    "earlier": lambda m, context: moments.counted(-m.count, m.unit, context.told, context),
    "span": _span,
    "none": lambda _mention, _context: None,
}
