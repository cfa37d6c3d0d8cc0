"""Resolving times that count from another: "last week", "a year earlier", "the next day"."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from variorum.language.calendar import Base, base_of, shifted
from variorum.normalise.times.absolute_times import RESOLVERS as ABSOLUTE
from variorum.normalise.times.absolute_times import spelt_year, step_of, thirds
from variorum.normalise.times.context import Context, Reading, amount, dated, undated
from variorum.normalise.times.days import RESOLVERS as DAYS
from variorum.normalise.times.days import clock_value, weekday
from variorum.normalise.times.durations import RESOLVERS as SPANS
from variorum.normalise.times.time_mentions import Mention
from variorum.normalise.times.timeml import bounds, week_value, window

__all__ = ["read"]

SEASON_STARTS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
NAMES = {
    "day": "D",
    "week": "W",
    "month": "M",
    "quarter": "Q",
    "year": "Y",
    "spring": "SP",
    "summer": "SU",
    "autumn": "FA",
    "winter": "WI",
}
YEARS_IN = {"Y": 1, "E": 10, "C": 100}
DAYS_IN = {"D": 1, "W": 7, "F": 14}
WORDS = {"D": "day", "W": "week", "M": "month", "Y": "year"}


def read(mention: Mention, context: Context) -> Reading | None:
    """Return what a mention says; None where it says no time after all."""
    return RESOLVERS[mention.form](mention, context)


def _rel(mention: Mention, context: Context) -> Reading | None:
    """Read "last week", "this month", "next year", "the past year"."""
    unit, step = mention.meaning("unit", "UNIT"), step_of(mention) or 0
    words = set(mention.text.lower().split())
    if unit == "D":
        return undated("DATE", "PRESENT_REF") if step == 0 else undated("DURATION", "P1D")
    if "past" in words and unit != "Y":
        return _window(context, -1, unit)
    found = unit_at(context.base, unit, step)
    if found is None:
        return undated("DATE", {"W": "XXXX-WXX", "M": "XXXX-XX", "Q": "XXXX-QX"}.get(unit, "XXXX"))
    edtf = window(context.base.last_day, -1, "Y") if "past" in words and context.base else None
    return dated(found, context, context.base, edtf)


def _window(context: Context, count: float, unit: str) -> Reading:
    from_day = context.base.day if context.base else None
    edtf = window(from_day, count, unit) if from_day else None
    return Reading(
        "DURATION",
        f"P1{unit}",
        edtf,
        context.base if edtf else None,
        context.kind_of(context.base) if edtf else None,
    )


def unit_at(base: Base | None, unit: str, step: int) -> str | None:
    """Return the TimeML value of the unit that holds `base`, moved by `step` units."""
    if base is None or base.at.year is None:
        return None
    if unit in YEARS_IN:
        size = YEARS_IN[unit]
        moved_to = base.at.year // size + step
        return f"{moved_to:0{5 - len(str(size))}d}" if 0 < moved_to * size < 9999 else None
    if base.at.month is None:
        return None
    if unit == "M":
        return shifted(base.at, step, "month")
    if unit == "Q":
        count = base.at.year * 4 + (base.at.month - 1) // 3 + step
        return f"{count // 4:04d}-Q{count % 4 + 1}"
    return _days_on(base.day, unit, step) if base.day and unit in DAYS_IN else None


def _days_on(day: date, unit: str, step: int) -> str:
    at = day + timedelta(days=step * DAYS_IN[unit])
    return at.isoformat() if unit == "D" else week_value(at)


def _season(mention: Mention, context: Context) -> Reading | None:
    season, year = mention.meaning("season", "SEASON"), spelt_year(mention)
    if year is not None:
        return dated(f"{year:04d}-{season}", context)
    if context.base is None:
        return undated("DATE", f"XXXX-{season}")
    step, words = step_of(mention), mention.text.lower().split()
    if step is not None and words[-1] == "year":
        return dated(f"{context.base.last_day.year + step:04d}-{season}", context, context.base)
    found = _season_year(season, context.base.last_day, step if "past" not in words else -1)
    found += step is None and context.ahead
    return dated(f"{found:04d}-{season}", context, context.base)


def _season_year(season: str, day: date, step: int | None) -> int:
    """Return the year in which the season begins that is meant: the last begun, or the next."""
    begun = day.year - _is_to_come(season, day)
    if step == 0:
        return day.year
    if step == 1:
        return begun + 1
    is_in = (day.month - SEASON_STARTS[season]) % 12 < 3
    return begun - 1 if step == -1 and is_in else begun


def _is_to_come(season: str, day: date) -> bool:
    """Return whether the season begins later in the year of `day`."""
    return SEASON_STARTS[season] > day.month


def _modified(mention: Mention, context: Context) -> Reading | None:
    """Read "early May", "late on Saturday", "the end of 1989": EDTF gives thirds of long times."""
    inner = mention.inner("sub")
    found = read(inner, context) if inner else None
    if found is None:
        return None
    phase = mention.meaning("mod", "EARLY", "EDGE")
    narrow = thirds(found.edtf, phase) if found.edtf and phase else None
    if inner and inner.form == "rel" and found.edtf and context.base and context.base.day:
        narrow = narrow or _side(found.edtf, mention.written("mod"), context.base.day)
    return Reading(found.kind, found.value, narrow or found.edtf, found.base, found.anchor)


def _side(edtf: str, words: str, day: date) -> str | None:
    """Return what is over of this week, month or year, for "earlier"; what is left, for "later"."""
    if "X" in edtf:
        return None
    first, last = bounds(edtf)
    if not first <= day <= last:
        return None
    if words.startswith("earlier"):
        return f"{first.isoformat()}/{day.isoformat()}"
    return f"{day.isoformat()}/{last.isoformat()}" if words.startswith("later") else None


def _year_end(mention: Mention, context: Context) -> Reading | None:
    unit = mention.meaning("unit", "UNIT") or "Y"
    base = context.base
    value = unit_at(base, unit, 0)
    if value is None:
        return undated("DATE", "XXXX")
    if "unit" not in mention:
        return dated(f"{value}-12-31", context, base)
    phase = mention.meaning("mod", "EARLY", "EDGE")
    return dated(value, context, base, thirds(value, phase) if phase else None)


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
    words = mention.written("way") or next(
        w for w in mention.text.lower().split() if w in {"before", "after", "from"}
    )
    back = words in {"ago", "earlier", "before", "previously", "before that", "beforehand"}
    inner = mention.inner("sub")
    if inner is not None:
        return _from_inner(read(inner, context), (-1 if back else 1), count, unit)
    from_base = words in {"ago", "hence", "from now", "from today"}
    if count is None:
        return undated("DATE", "PAST_REF" if back else "FUTURE_REF")
    count = -count if back else count
    if unit == "Y" and abs(count) == 1 and back and context.quarter:
        return dated(_year_back(context.quarter), context, context.base)
    base = context.base if from_base else context.told
    found = moved(base, count, unit)
    if found is None:
        return _without_told(context, count, unit)
    return dated(found[0], context, base, found[1])


def _without_told(context: Context, count: float, unit: str) -> Reading | None:
    """Give the TimeML value that counting from the document's date would, and no EDTF."""
    found = moved(context.base, count, unit)
    if found is None:
        return undated("DATE", "PAST_REF" if count < 0 else "FUTURE_REF")
    return undated("DATE", found[0])


def _from_inner(found: Reading | None, sign: int, count: float | None, unit: str) -> Reading | None:
    base = base_of(found.edtf) if found and found.edtf else None
    if found is None or base is None or count is None:
        return None
    value = moved(base, sign * count, unit)
    return (
        Reading("DATE", value[0], value[1] or value[0], found.base, found.anchor) if value else None
    )


def _year_back(quarter: str) -> str:
    return f"{int(quarter[:4]) - 1:04d}{quarter[4:]}"


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
    if abs(steps) > 5000:
        return None
    if unit in {"W", "F"}:
        edtf = shifted(base.at, steps * (2 if unit == "F" else 1), "week")
        return (week_value(date.fromisoformat(edtf[:-1])), edtf) if edtf else None
    if unit in {"E", "C", "L"}:
        steps, unit = steps * {"E": 10, "C": 100, "L": 1000}[unit], "Y"
    value = unit_at(base, "Q", steps) if unit == "Q" else shifted(base.at, steps, WORDS[unit])
    return (value, None) if value else None


def _step(mention: Mention, context: Context) -> Reading | None:
    """Read "the next day", "the following year", "the day before" from the time told before."""
    words = set(mention.text.lower().split())
    back = bool(words & {"previous", "preceding", "before", "earlier"})
    unit = mention.meaning("unit", "UNIT")
    if unit is None and "wd" in mention:
        return weekday(mention, context)
    part = mention.meaning("part", "PART")
    steps = -1 if back else 1
    found = moved(context.told, steps, unit or "D")
    if found is None or context.told is None:
        return _without_told(context, steps, unit or "D")
    if part:
        return dated(f"{found[0]}T{part}", context, context.told, kind="TIME")
    value = unit_at(context.told, unit, steps) if unit in {"W", "Q"} else found[0]
    return dated(value or found[0], context, context.told)


def _same(mention: Mention, context: Context) -> Reading | None:
    """Read "later that month" from the time told before."""
    unit = NAMES.get(mention.written("unit"))
    if unit == "Q" and context.quarter:
        return dated(context.quarter, context, context.base)
    found = unit_at(context.told, unit, 0) if unit in {"D", "W", "M", "Y"} else None
    if found is None or context.told is None:
        far = unit_at(context.base, unit, 0) if unit in {"D", "W", "M", "Y"} else None
        return undated("DATE", far or "PAST_REF")
    return dated(found, context, context.told)


def _nth_day(mention: Mention, context: Context) -> Reading | None:
    """Read "on the second day" from the time told before, the first day being that time."""
    digits = re.sub(r"\D", "", mention.written("ord"))[:3]
    number = int(digits) if digits else mention.meaning("ord", "ORD")
    unit = NAMES[mention.written("unit")]
    if (
        number is None
        or number < 1
        or unit != "D"
        or context.told is None
        or context.told.day is None
    ):
        return undated(
            "DATE", {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "M": "XXXX-XX"}.get(unit, "XXXX")
        )
    found = moved(context.told, number - 1, "D")
    return dated(found[0], context, context.told, found[0] + "~") if found else None


def _back_quarter(_mention: Mention, context: Context) -> Reading | None:
    """Read "the year-ago quarter", "year-earlier", from the quarter told before."""
    if context.quarter:
        return dated(_year_back(context.quarter), context, context.base)
    year = unit_at(context.base, "Y", -1)
    return dated(year, context, context.base) if year else undated("DATE", "PAST_REF")


def _told_quarter(mention: Mention, context: Context) -> Reading | None:
    words = set(mention.text.lower().split())
    if words & {"this", "current"}:
        value = unit_at(context.base, "Q", 0)
    else:
        value = context.quarter or unit_at(context.base, "Q", -1)
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
    "nth_day": _nth_day,
    "back_quarter": _back_quarter,
    "told_quarter": _told_quarter,
    "told_year": _told_year,
}
