"""Resolving times that count from another: "last week", "a year earlier", "the next day"."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date

from variorum.edtf import days
from variorum.language.calendar import base_of
from variorum.normalise.times.absolute_times import RESOLVERS as ABSOLUTE
from variorum.normalise.times.days import RESOLVERS as DAYS
from variorum.normalise.times.days import weekday
from variorum.normalise.times.durations import RESOLVERS as SPANS
from variorum.normalise.times.moments import (
    Context,
    Reading,
    back_then,
    counted,
    dated,
    moved,
    narrowed,
    nth_of,
    undated,
    unit_at,
)
from variorum.normalise.times.time_mentions import Mention
from variorum.normalise.times.time_values import (
    amount,
    clock_value,
    ordinal,
    phase_of,
    step_of,
    year_of,
)
from variorum.normalise.times.timeml import window

SEASON_STARTS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
UNKNOWN = {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "M": "XXXX-XX", "Q": "XXXX-QX"}


def read(mention: Mention, context: Context) -> Reading | None:
    """Return what a mention says; None where it says no time after all."""
    return RESOLVERS[mention.form](mention, context)


def _rel(mention: Mention, context: Context) -> Reading | None:
    """Read "last week", "this month", "next year", "the past year"."""
    unit, step, base = mention.meaning("unit", "UNIT"), step_of(mention) or 0, context.base
    step = -2 if mention.is_before_last else step
    past = "past" in mention.written("rel")
    if unit == "D":
        return undated("DATE", "PRESENT_REF") if step == 0 else undated("DURATION", "P1D")
    if past and unit != "Y":
        edtf = window(base.day, -1, unit) if base and base.day else None
        from_base = base if edtf else None
        return Reading("DURATION", f"P1{unit}", edtf, from_base, context.kind_of(from_base))
    found = unit_at(base, unit, step)
    if found is None:
        return undated("DATE", UNKNOWN.get(unit, "XXXX"))
    edtf = window(base.last_day, -1, "Y") if past and base else None
    return dated(found, context, base, edtf)


def _season(mention: Mention, context: Context) -> Reading | None:
    season, year = mention.meaning("season", "SEASON"), year_of(mention)
    if year is not None:
        return dated(f"{year:04d}-{season}", context)
    if context.base is None:
        return undated("DATE", f"XXXX-{season}")
    step = step_of(mention)
    if step is not None and mention.text.lower().endswith("year"):
        return dated(f"{context.base.last_day.year + step:04d}-{season}", context, context.base)
    found = _season_year(season, context.base.last_day, step)
    found += step is None and context.ahead
    return dated(f"{found:04d}-{season}", context, context.base)


def _season_year(season: str, day: date, step: int | None) -> int:
    """Return the year in which the season begins that is meant: the last begun, or the next."""
    begun = day.year - (SEASON_STARTS[season] > day.month)
    if step == 0:
        return day.year
    if step == 1:
        return begun + 1
    is_in = (day.month - SEASON_STARTS[season]) % 12 < 3
    return begun - 1 if step == -1 and is_in else begun


def _modified(mention: Mention, context: Context) -> Reading | None:
    """Read "early May", "late on Saturday", "the end of 1989": EDTF gives thirds of long times."""
    inner = mention.inner("sub")
    whole = read(inner, context) if inner else None
    found = narrowed(whole, phase_of(mention))
    if inner and found and found is whole and inner.form == "rel" and context.base:
        return replace(found, edtf=_side(found.edtf, mention, context.base.day) or found.edtf)
    return found


def _side(edtf: str | None, mention: Mention, day: date | None) -> str | None:
    """Return what is over of this week, month or year, for "earlier"; what is left, for "later"."""
    whole = days(edtf)
    if day is None or whole is None or not whole[0] <= day <= whole[1]:
        return None
    if mention.written("mod").startswith("earlier"):
        return f"{whole[0].isoformat()}/{day.isoformat()}"
    later = mention.written("mod").startswith("later")
    return f"{day.isoformat()}/{whole[1].isoformat()}" if later else None


def _year_end(mention: Mention, context: Context) -> Reading | None:
    value = unit_at(context.base, mention.meaning("unit", "UNIT") or "Y", 0)
    if value is None:
        return undated("DATE", "XXXX")
    if "unit" not in mention:
        return dated(f"{value}-12-31", context, context.base)
    return narrowed(dated(value, context, context.base), phase_of(mention))


def _clock(mention: Mention, context: Context) -> Reading | None:
    clock, inner = clock_value(mention), mention.inner("sub")
    if clock is None:
        return None
    found = read(inner, context) if inner else None
    if found is not None:
        return Reading("TIME", f"{found.value[:10]}T{clock}", found.edtf, found.base, found.anchor)
    day = context.base.day if context.base else None
    return undated("TIME", f"{day.isoformat() if day else 'XXXX-XX-XX'}T{clock}")


def _part_of(mention: Mention, context: Context) -> Reading | None:
    """Read "mid-afternoon yesterday"."""
    inner = mention.inner("sub")
    found = read(inner, context) if inner else None
    if found is None:
        return None
    value = f"{found.value[:10]}T{mention.meaning('part', 'PART')}"
    return Reading("TIME", value, found.edtf, found.base, found.anchor)


def _part(mention: Mention, context: Context) -> Reading | None:
    part = mention.meaning("part", "PART", "TWILIGHT")
    day = context.base.day if context.base else None
    return undated("TIME", f"{day.isoformat() if day else 'XXXX-XX-XX'}T{part or 'MI'}")


def _offset(mention: Mention, context: Context) -> Reading | None:
    """Read "two days ago" from the base, "a month later" from the time told before."""
    unit = mention.meaning("unit", "UNIT", "UNITS", "CLOCKUNIT", "CLOCKUNITS")
    count = amount(mention) if "qty" in mention else None
    back, inner = mention.meaning("way", "AGO", "SOONER") is not None, mention.inner("sub")
    if inner is not None:
        return _from_inner(read(inner, context), (-1 if back else 1), count, unit)
    if count is None:
        return undated("DATE", "PAST_REF" if back else "FUTURE_REF")
    count = -count if back else count
    if unit == "Y" and count == -1 and context.quarter:
        return dated(_year_back(context.quarter), context, context.base)
    from_base = mention.meaning("way", "AGO", "HENCE", "FROM") is not None
    base = context.base if from_base else context.told
    return counted(count, unit, base, context)


def _from_day(mention: Mention, context: Context) -> Reading | None:
    """Read "a week ago Friday", "a year ago today": the day as one would count it back then."""
    unit, count = mention.meaning("unit", "UNIT", "UNITS"), amount(mention)
    inner = mention.inner("sub")
    found = read(inner, back_then(context, count, unit)) if inner and count and unit else None
    return found and replace(found, base=context.base, anchor=context.kind_of(context.base))


def _nth_of(mention: Mention, context: Context) -> Reading | None:
    """Read "the first week of October", "the last ten days of May", "the second Friday in June"."""
    inner = mention.inner("sub")
    whole = read(inner, context) if inner else None
    number = 1 if mention.written("ord") == "first" else ordinal(mention)
    unit = mention.meaning("unit", "UNIT", "UNITS") or str(mention.meaning("unit", "WDAY"))
    unit = {"half": "H", "weekend": "WE"}.get(mention.written("unit"), unit)
    many = int(amount(mention) or 1) if "qty" in mention else 1
    edtf = nth_of(whole.edtf, number, unit, many) if whole else None
    return whole and (replace(whole, edtf=edtf) if edtf else undated("DATE", whole.value))


def _from_inner(found: Reading | None, sign: int, count: float | None, unit: str) -> Reading | None:
    base = base_of(found.edtf) if found and found.edtf else None
    value = moved(base, sign * count, unit) if count is not None else None
    if found is None or value is None:
        return None
    return Reading("DATE", value[0], value[1] or value[0], found.base, found.anchor)


def _year_back(quarter: str) -> str:
    return f"{int(quarter[:4]) - 1:04d}{quarter[4:]}"


def _step(mention: Mention, context: Context) -> Reading | None:
    """Read "the next day", "the following year", "the day before" from the time told before."""
    if "wd" in mention:
        return weekday(mention, context)
    unit, part = mention.meaning("unit", "UNIT") or "D", mention.meaning("part", "PART")
    step = 1 if mention.meaning("way", "LAST", "SOONER") is None else -1
    found = counted(step, unit, context.told, context)
    if found.edtf is None:
        return found
    if part:
        return dated(f"{found.value}T{part}", context, context.told, kind="TIME")
    return dated(found.value, context, context.told)


def _same(mention: Mention, context: Context) -> Reading | None:
    """Read "later that month" from the time told before."""
    unit = mention.meaning("unit", "UNIT") or ""
    if unit == "Q" and context.quarter:
        return dated(context.quarter, context, context.base)
    found = unit_at(context.told, unit, 0)
    if found is None:
        return undated("DATE", unit_at(context.base, unit, 0) or "PAST_REF")
    return dated(found, context, context.told)


def _nth_day(mention: Mention, context: Context) -> Reading | None:
    """Read "on the second day" from the time told before, the first day being that time."""
    digits = re.sub(r"\D", "", mention.written("ord"))[:3]
    number = int(digits) if digits else mention.meaning("ord", "ORD")
    unit, told = mention.meaning("unit", "UNIT"), context.told
    countable = unit == "D" and number is not None and number >= 1 and told and told.day
    if not countable:
        return undated("DATE", UNKNOWN.get(unit, "XXXX"))
    found = moved(told, number - 1, "D")
    return dated(found[0], context, told, found[0] + "~") if found else None


def _back_quarter(_mention: Mention, context: Context) -> Reading | None:
    """Read "the year-ago quarter", "year-earlier", from the quarter told before."""
    if context.quarter:
        return dated(_year_back(context.quarter), context, context.base)
    year = unit_at(context.base, "Y", -1)
    return dated(year, context, context.base) if year else undated("DATE", "PAST_REF")


def _told_quarter(mention: Mention, context: Context) -> Reading | None:
    over = unit_at(context.base, "Q", -1)
    told = context.quarter or over
    if over and told and mention.written("late"):
        told = min(told, over)  # a quarter yet to end is not the latest
    value = (None if mention.has("THIS") else told) or unit_at(context.base, "Q", 0)
    return dated(value, context, context.base) if value else undated("DATE", "XXXX-QX")


def _told_year(mention: Mention, context: Context) -> Reading | None:
    """Read "the 1988 period", where a quarter was told before, as that quarter of 1988."""
    year = mention.written("year")
    return dated(f"{year}{context.quarter[4:]}" if context.quarter else year, context)


RESOLVERS: dict[str, Callable[[Mention, Context], Reading | None]] = {
    **ABSOLUTE,
    **SPANS,
    **DAYS,
    "rel": _rel,
    "season": _season,
    "modified": _modified,
    "year_end": _year_end,
    "clock": _clock,
    "part": _part,
    "part_of": _part_of,
    "offset": _offset,
    "step": _step,
    "same": _same,
    "from_day": _from_day,
    "nth_day": _nth_day,
    "nth_of": _nth_of,
    "back_quarter": _back_quarter,
    "told_quarter": _told_quarter,
    "told_year": _told_year,
}
