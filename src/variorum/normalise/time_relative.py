"""Resolving times that count from another: "last week", "Friday", "a year earlier", "5 p.m. today"."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from variorum.normalise.calendar import Base, Partial, base_of, shifted, with_year
from variorum.normalise.time_absolute import RESOLVERS as ABSOLUTE
from variorum.normalise.time_absolute import spelt_year, step_of, thirds
from variorum.normalise.time_context import Context, Reading, amount, dated, undated
from variorum.normalise.time_mentions import Mention
from variorum.normalise.time_spans import RESOLVERS as SPANS
from variorum.normalise.timeml import week_value, window

__all__ = ["read"]

SATURDAY = 5
SEASON_STARTS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
NAMES = {"day": "D", "week": "W", "month": "M", "quarter": "Q", "year": "Y", "spring": "SP", "summer": "SU",
         "autumn": "FA", "winter": "WI"}  # fmt: skip
WORDS = {"D": "day", "W": "week", "M": "month", "Y": "year"}
_QUARTER = re.compile(r"(\d{4})-Q(\d)\Z")


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
    year, month = base.at.year, base.at.month
    if unit in {"Y", "E", "C"}:
        size = {"Y": 1, "E": 10, "C": 100}[unit]
        moved = year // size + step
        return f"{moved:0{5 - len(str(size))}d}" if 0 < moved * size < 9999 else None
    if month is None:
        return None
    if unit == "Q":
        count = year * 4 + (month - 1) // 3 + step
        return f"{count // 4:04d}-Q{count % 4 + 1}"
    if unit == "M":
        return shifted(base.at, step, "month")
    day = base.day
    if day is None or unit not in {"W", "F", "D"}:
        return None
    days = step * {"W": 7, "F": 14, "D": 1}[unit]
    moved_day = day + timedelta(days=days)
    return moved_day.isoformat() if unit == "D" else week_value(moved_day)


def _weekend(mention: Mention, context: Context) -> Reading | None:
    day = context.base.day if context.base else None
    if day is None:
        return undated("DATE", "XXXX-WXX-WE")
    step = step_of(mention)
    ahead = (
        step == 1
        or (context.ahead and step != -1)
        or (step == 0 and day.weekday() < SATURDAY and "past" not in mention.text)
    )
    back = (day.weekday() - SATURDAY) % 7
    saturday = (
        day - timedelta(days=back) + (timedelta(days=7) if ahead and back > 1 else timedelta())
    )
    return dated(f"{week_value(saturday)}-WE", context, context.base)


def _season(mention: Mention, context: Context) -> Reading | None:
    season, year = mention.meaning("season", "SEASON"), spelt_year(mention)
    if year is not None:
        return dated(f"{year:04d}-{season}", context)
    if context.base is None:
        return undated("DATE", f"XXXX-{season}")
    step, words = step_of(mention), mention.text.lower().split()
    if step is not None and words[-1] == "year":
        return dated(f"{context.base.last_day.year + step:04d}-{season}", context, context.base)
    start = Partial(month=SEASON_STARTS[season])
    this = step == 0 and "past" not in words
    ahead = step == 1 or (context.ahead and step is None)
    found = context.base.last_day.year if this else with_year(start, context.base, ahead).year
    if step == -1 and found == context.base.last_day.year and _is_in(context.base.last_day, season):
        found -= 1
    return dated(f"{found:04d}-{season}", context, context.base) if found else None


def _is_in(day: date, season: str) -> bool:
    return (day.month - SEASON_STARTS[season]) % 12 < 3


def _dayword(mention: Mention, context: Context) -> Reading | None:
    words, day = mention.text.lower().split(), context.base.day if context.base else None
    part = mention.meaning("part", "PART")
    told = "that" in words or "same" in words
    if told:
        base = context.told
    elif "word" in mention:
        base = context.base
    else:
        base = context.base
    day = base.day if base else None
    steps = mention.meaning("word", "DAYWORD") or 0
    if "day" in words:
        steps = -2 if "before" in words else 2
    steps = -1 if words[0] == "last" else steps
    part = "NI" if words[-1] in {"tonight", "overnight"} else part
    if day is None or base is None:
        return undated("TIME" if part else "DATE", "XXXX-XX-XX" + (f"T{part}" if part else ""))
    at = day + timedelta(days=steps)
    if words[-1] == "overnight":
        before = (at - timedelta(days=1)).isoformat()
        return dated(f"{at.isoformat()}TNI", context, base, f"{before}/{at.isoformat()}", "TIME")
    return _at_part(at, part, context, base)


def _at_part(at: date, part: str | None, context: Context, base: Base) -> Reading:
    value = at.isoformat() + (f"T{part}" if part else "")
    return dated(value, context, base, kind="TIME" if part else "DATE")


def _weekday(mention: Mention, context: Context) -> Reading | None:
    """Return the most recent such day, the base's own included, or the next to come."""
    wanted = mention.meaning("wd", "WDAY", "WABBR")
    part = mention.meaning("part", "PART")
    words = mention.text.lower().split()
    base = context.told if {"following", "previous"} & set(words) and context.told else context.base
    day = base.day if base else None
    if day is None or base is None:
        return undated(
            "TIME" if part else "DATE", f"XXXX-WXX-{wanted + 1}" + (f"T{part}" if part else "")
        )
    step = step_of(mention)
    if words[-1] == "week":
        monday = (
            day
            - timedelta(days=day.weekday())
            + timedelta(weeks=1 if "next" in mention else step or 0)
        )
        return _at_part(monday + timedelta(days=wanted), part, context, base)
    if step == 1 or "coming" in words or (context.ahead and step != -1):
        found = day + timedelta(days=(wanted - day.weekday()) % 7 or (7 if step == 1 else 0))
    else:
        found = day - timedelta(days=(day.weekday() - wanted) % 7 or (7 if step == -1 else 0))
    return _at_part(found, part, context, base)


def _modified(mention: Mention, context: Context) -> Reading | None:
    """Read "early May", "late on Saturday", "the end of 1989": EDTF gives thirds of long times."""
    inner = mention.inner("sub")
    found = read(inner, context) if inner else None
    if found is None:
        return None
    phase = mention.meaning("mod", "EARLY", "EDGE")
    narrow = thirds(found.edtf, phase) if found.edtf and phase else None
    return Reading(found.kind, found.value, narrow or found.edtf, found.base, found.anchor)


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
    clock, inner = _clock_value(mention), mention.inner("sub")
    if clock is None:
        return None
    found = read(inner, context) if inner else None
    if found is not None:
        return Reading("TIME", f"{found.value[:10]}T{clock}", found.edtf, found.base, found.anchor)
    day = context.base.day if context.base else None
    return undated("TIME", f"{day.isoformat() if day else 'XXXX-XX-XX'}T{clock}")


def _clock_value(mention: Mention) -> str | None:
    """Return the hour and minute of "5 p.m.", "17:30", "noon", "ten in the morning"."""
    words = mention.written("clock")
    named = mention.meaning("clock", "HOURNAME")
    if named is not None:
        return "12:00" if named else "24:00"
    found = re.match(r"(\d{1,2})(?::(\d\d))?", words)
    hour = int(found[1]) if found else int(mention.meaning("clock", "NUM"))
    minute = int(found[2] or 0) if found else 0
    half = mention.meaning("clock", "AMPM")
    if half is None and mention.meaning("clock", "PART") in {"AF", "EV", "NI"}:
        half = 12
    if half is not None:
        hour = hour % 12 + half if hour <= 12 else hour
    return f"{hour:02d}:{minute:02d}" if hour <= 24 and minute < 60 else None


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
        return _from_inner(read(inner, context), context, (-1 if back else 1), count, unit)
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


def _from_inner(
    found: Reading | None, context: Context, sign: int, count: float | None, unit: str
) -> Reading | None:
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
    if unit == "Q":
        value = unit_at(base, "Q", steps)
    else:
        value = shifted(base.at, steps, WORDS[unit])
    return (value, None) if value else None


def _step(mention: Mention, context: Context) -> Reading | None:
    """Read "the next day", "the following year", "the day before" from the time told before."""
    words = set(mention.text.lower().split())
    back = bool(words & {"previous", "preceding", "before", "earlier"})
    unit = mention.meaning("unit", "UNIT")
    if unit is None and "wd" in mention:
        return _weekday(mention, context)
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


def _back_quarter(mention: Mention, context: Context) -> Reading | None:
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
    **ABSOLUTE, **SPANS, "rel": _rel, "weekend": _weekend, "season": _season, "dayword": _dayword,
    "weekday": _weekday, "modified": _modified, "year_end": _year_end, "clock": _clock, "part": _part, "part_of": _part_of,
    "offset": _offset, "step": _step, "same": _same, "nth_day": _nth_day, "back_quarter": _back_quarter,
    "told_quarter": _told_quarter, "told_year": _told_year,
}  # fmt: skip
