"""What times mean: the rules by which every reader's words become dates.

A reader finds the words and says which year, weekday or count they hold; here the year is filled
in and the date is counted from the base. What cannot be resolved is not guessed.
"""

import calendar as gregorian
import re
from dataclasses import dataclass, replace
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from variorum.edtf import days
from variorum.language.calendar import Base, Partial, base_of, shifted, with_year
from variorum.model import AnchorKind
from variorum.normalise.times.timeml import DAYS_OF, LONG, edtf_of, week_value, window

YEARS_IN = {"Y": 1, "E": 10, "C": 100}
# What may leave one end of a time open; with the last two the time itself is not meant.
NEVER_THE_DAY = ("after", "before")
SIDES = ("since", "until", *NEVER_THE_DAY)
WORDS = {"D": "day", "W": "week", "M": "month", "Y": "year"}
MOST_COUNTED = 5000
LATEST = 50  # Two digits up to this one are a year of this century


@dataclass(frozen=True)
class Reading:
    """What a mention says: TIMEX3 type and value, EDTF if it has one, the date it counts from."""

    kind: str
    value: str
    edtf: str | None = None
    base: Base | None = None
    anchor: AnchorKind | None = None


@dataclass(frozen=True)
class Context:
    """The dates that a mention may count from.

    `base` is the date of the section or document, `told` the last date that the text gives nearby,
    `year_told` the last one of the paragraph with its own year; `quarter` is the last fiscal
    quarter. `ahead` is whether the sentence speaks of the future, `gone` whether of the past.
    """

    base: Base | None
    base_kind: AnchorKind
    told: Base | None = None
    year_told: Base | None = None
    quarter: str | None = None
    ahead: bool = False
    gone: bool = False

    def kind_of(self, base: Base | None) -> AnchorKind | None:
        """Return where `base` is from."""
        if base is None:
            return None
        return self.base_kind if base is self.base else AnchorKind.TEXT


def dated(
    value: str,
    context: Context,
    base: Base | None = None,
    edtf: str | None = None,
    kind: str = "DATE",
) -> Reading:
    """Return a reading with a place in the calendar; its EDTF follows from `value` unless given."""
    return Reading(kind, value, edtf or edtf_of(value), base, context.kind_of(base))


def undated(kind: str, value: str) -> Reading:
    """Return a reading that names no place in the calendar."""
    return Reading(kind, value)


def between(first: date, last: date, context: Context, base: Base | None) -> Reading:
    """Return the reading of the days from `first` to `last`."""
    if first == last:
        return dated(first.isoformat(), context, base)
    return dated(first.isoformat()[:7], context, base, f"{first.isoformat()}/{last.isoformat()}")


def placed(
    partial: Partial, context: Context, step: int | None = None, *, of_year: bool = False
) -> tuple[Partial, Base | None] | None:
    """Return a date with its year, and the base that told the year; None where no day is meant.

    Args:
        partial: the date as the words give it.
        context: what it may count from.
        step: -1, 0 or 1 for "last", "this" and "next" with it; None where the words say nothing.
        of_year: whether these words go with the year: "October last year".
    """
    if not partial.valid:
        return None
    if partial.year is not None:
        return partial, None
    told = None if step is not None or (context.ahead and context.base) else context.year_told
    base = told or context.base
    if base is None:
        return partial, None
    if step is None:
        return with_year(partial, base, context.ahead), base
    return _stepped(partial, base, step, of_year), base


def _stepped(partial: Partial, base: Base, step: int, of_year: bool) -> Partial:
    """Read "October last year", "last October", "next May" and "this October"."""
    end = base.last_day
    this = replace(partial, year=end.year)
    if step == 0 or of_year:
        return replace(this, year=end.year + step)
    one, other = (partial.month or 1, end.month)
    if partial.day is not None and one == other:
        one, other = partial.day, end.day
    away = one >= other if step < 0 else one <= other
    return replace(this, year=end.year + step) if away else this


def day_of(
    partial: Partial, context: Context, step: int | None = None, *, of_year: bool = False
) -> Reading | None:
    """Return the reading of a day, month or year; arguments as for `placed`."""
    found = placed(partial, context, step, of_year=of_year)
    return dated(found[0].edtf, context, found[1]) if found else None


def days_of(
    partial: Partial, last: int | None, context: Context, step: int | None = None
) -> Reading | None:
    """Return the reading of the days from `partial` to the day `last` of the same month."""
    found = placed(partial, context, step)
    if not found:
        return None
    first, end = found[0], replace(found[0], day=last)
    if not end.valid or (end.day or 0) < (first.day or 0):
        return None
    return dated(first.edtf, context, found[1], f"{first.edtf}/{end.edtf}")


def on_weekday(found: Reading | None, wanted: int | None) -> Reading | None:
    """Return a day as uncertain (EDTF "?") where it is not the weekday written beside it."""
    day = base_of(found.edtf) if found else None
    if found is None or day is None or day.day is None or wanted in {None, day.day.weekday()}:
        return found
    return replace(found, edtf=f"{day.edtf}?")


def opened(edtf: str, side: str) -> str | None:
    """Return the interval that "since", "until", "after" or "before" a time leaves open.

    "By" a day is until it, and with "before" and "after" the day itself is not meant. None where
    it would need a year that nobody tells.
    """
    first, _, last = edtf.partition("/")
    last = last or first
    if side == "since":
        return f"{first}/.."
    if side == "until":
        return f"../{last}"
    edge = _next_to(first.rstrip("~?"), -1) if side == "before" else _next_to(last.rstrip("~?"), 1)
    return edge and (f"../{edge}" if side == "before" else f"{edge}/..")


def _next_to(edtf: str, step: int) -> str | None:
    """Return the day, month or year before or after one; before and after a season its days."""
    base = base_of(edtf)
    if base is None:
        known = days(edtf)
        day = known and known[step > 0] + timedelta(days=step)
        return day.isoformat() if day else None
    unit = "day" if base.at.day else "month" if base.at.month else "year"
    return shifted(base.at, step, unit)


def nth_of(whole: str | None, number: int, unit: str, many: int = 1) -> str | None:
    """Return the nth day, week, month, half or weekday of a time, as EDTF; -1 is the last.

    The first week of a month is its first seven days. None where the time has no such part.

    Args:
        whole: the time, as EDTF.
        number: which part, from 1, or -1 for the last.
        unit: a TimeML letter; "H" for half, "0" to "6" for a weekday, "WE" for a weekend.
        many: how many of the unit, as in "the first ten days".
    """
    known = days(whole)
    if known is None or not number:
        return None
    first, last = known
    if unit == "H":
        return _half(first, last, number)
    if unit in {"M", "Y"}:
        months = many * (1 if unit == "M" else 12)
        start = first + relativedelta(months=months * (number - 1))
        if number < 0:
            start = last + timedelta(days=1) - relativedelta(months=months)
        end = start + relativedelta(months=months) - timedelta(days=1)
    else:
        length = many * DAYS_OF.get(unit, 2 if unit == "WE" else 1)
        skip = 0 if unit in DAYS_OF else (int(unit) if unit.isdigit() else 5) - first.weekday()
        every = length if unit in DAYS_OF else 7
        start = first + timedelta(days=skip % 7 + every * (number - 1))
        if number < 0:
            start = last - timedelta(days=length - 1)
            if unit not in DAYS_OF:
                start -= timedelta(days=(start.weekday() - first.weekday() - skip) % 7)
        end = start + timedelta(days=length - 1)
    if not first <= start <= last:
        return None
    return start.isoformat() if start == end else f"{start.isoformat()}/{min(end, last)}"


def _half(first: date, last: date, number: int) -> str | None:
    middle = first + (last - first) / 2 if (last - first).days > 31 else first.replace(day=15)
    one, two = (first, middle), (middle + timedelta(days=1), last)
    found = {1: one, 2: two, -1: two}.get(number)
    return f"{found[0].isoformat()}/{found[1].isoformat()}" if found else None


def century(year: int) -> int:
    """Return the year that two digits stand for: '17 is 2017, and '85 is 1985."""
    return year + (1900 if year > LATEST else 2000)


def nth_quarter(number: int, year: int | None, context: Context, step: int = 0) -> Reading | None:
    """Return the quarter; without a year the latest that has begun, or ended."""
    base = None
    if year is None and context.base is not None:
        base = context.base
        this = (base.last_day.month + 2) // 3
        year = base.last_day.year - (number > this + (1 if context.ahead else 0))
    if year is None:
        return undated("DATE", f"XXXX-Q{number}")
    return dated(f"{year + step:04d}-Q{number}", context, base)


def beside(day: int, context: Context, step: int | None) -> Reading | None:
    """Return "the 14th of last month" (-1), or of this (0); of the month told last where None.

    Where none was told it is the month that has it last, or has it next.
    """
    base = context.base if step is not None else context.told or context.base
    if base is None or base.at.month is None:
        return undated("DATE", "XXXX-XX-XX")
    if step is None and base is context.base and base.day:
        step = int(day < base.day.day) if context.ahead else -int(day > base.day.day)
    month = base_of(shifted(base.at, step or 0, "month"))
    return day_of(replace(month.at, day=day), context) if month else None


def back_then(context: Context, count: float, unit: str) -> Context:
    """Return the context of so long ago, from which "a week ago Friday" counts its Friday."""
    day = context.base.day if context.base else None
    then = window(day, -count, unit) if day else None
    base = base_of(then.partition("/")[0]) if then else None
    return replace(context, base=base, ahead=False, gone=True)


def weekday_on(wanted: int, day: date, step: int | None, ahead: bool, gone: bool = True) -> date:
    """Return the last such weekday (Monday is 0) up to `day`, or the next where `ahead`.

    `step` is -1 for "last" and 1 for "next", with which `day` itself is not meant, -2 for the one
    before the last, and 0 for "this": the one of the week of `day`, unless what is told is `gone`
    or `ahead` and the day lies on the other side.
    """
    if step == 0 and not gone and not ahead:
        return day + timedelta(days=wanted - day.weekday())
    if step == -2:
        return weekday_on(wanted, day, -1, ahead=False) - timedelta(days=7)
    if step == 1 or (ahead and step != -1):
        return day + timedelta(days=(wanted - day.weekday()) % 7 or (7 if step == 1 else 0))
    return day - timedelta(days=(day.weekday() - wanted) % 7 or (7 if step == -1 else 0))


def unit_at(base: Base | None, unit: str, step: int) -> str | None:
    """Return the TimeML value of the unit that holds `base`, moved by `step` units."""
    if base is None or base.at.year is None:
        return None
    if unit in YEARS_IN:
        size = YEARS_IN[unit]
        moved_to = base.at.year // size + step
        return f"{moved_to:0{5 - len(str(size))}d}" if 0 < moved_to * size < 9999 else None
    if unit == "M":
        return shifted(base.at, step, "month")
    if unit == "Q" and base.at.month is not None:
        count = base.at.year * 4 + (base.at.month - 1) // 3 + step
        return f"{count // 4:04d}-Q{count % 4 + 1}"
    at = base.day + timedelta(days=step * DAYS_OF.get(unit, 0)) if base.day else None
    named = {"D": date.isoformat}.get(unit, week_value)
    return named(at) if at and unit in DAYS_OF else None


def moved(base: Base | None, count: float, unit: str) -> tuple[str, str | None] | None:
    """Return the TimeML value of `base` moved by `count` units, and its EDTF where that differs.

    The value is as exact as the unit: years give a year, months a month, weeks a week (in EDTF a
    day that is marked as approximate), days a day; hours, the day they fall on.
    """
    if base is None:
        return None
    if unit in {"H", "N", "S"}:
        return (base.edtf, None) if base.day and abs(count) <= 12 else None
    if count != int(count):
        count, unit = (count * 12, "M") if unit == "Y" else (round(count), unit)
    steps = int(count)
    if abs(steps) > MOST_COUNTED:
        return None
    if unit in {"W", "F"}:
        edtf = shifted(base.at, steps * DAYS_OF[unit] // 7, "week")
        return (week_value(date.fromisoformat(edtf[:-1])), edtf) if edtf else None
    if unit in LONG:
        steps, unit = steps * LONG[unit], "Y"
    value = unit_at(base, "Q", steps) if unit == "Q" else shifted(base.at, steps, WORDS[unit])
    return (value, None) if value else None


def counted(count: float, unit: str, base: Base | None, context: Context) -> Reading:
    """Return the reading of `base` moved by `count` units.

    Without a base it has the TimeML value that counting from the document's date gives, and no
    EDTF.
    """
    found = moved(base, count, unit)
    if found is not None:
        return dated(found[0], context, base, found[1])
    guess = moved(context.base, count, unit)
    return undated("DATE", guess[0] if guess else "PAST_REF" if count < 0 else "FUTURE_REF")


def narrowed(found: Reading | None, third: int | None) -> Reading | None:
    """Return what is left of a month or year of which the words name a third, 0 to 2."""
    narrow = _third(found.edtf, third) if found and found.edtf and third is not None else None
    return replace(found, edtf=narrow) if found and narrow else found


def _third(edtf: str, third: int) -> str | None:
    """Return one third of a month or year as an interval."""
    if not re.fullmatch(r"\d{4}(-(0\d|1[0-2]))?", edtf):
        return None
    if len(edtf) == 4:
        return f"{edtf}-{third * 4 + 1:02d}/{edtf}-{third * 4 + 4:02d}"
    end = gregorian.monthrange(int(edtf[:4]), int(edtf[5:]))[1]
    first, last = ((1, 10), (11, 20), (21, end))[third]
    return f"{edtf}-{first:02d}/{edtf}-{last:02d}"
