"""Resolving days that count from the base: "Friday night", "yesterday", "the weekend", "5 p.m."."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from variorum.language.calendar import Base
from variorum.normalise.times.absolute_times import step_of
from variorum.normalise.times.context import Context, Reading, dated, undated
from variorum.normalise.times.time_mentions import Mention
from variorum.normalise.times.timeml import week_value

__all__ = ["RESOLVERS", "clock_value", "weekday"]

SATURDAY = 5
AFTER_NOON = frozenset({"AF", "EV", "NI"})


def _weekend(mention: Mention, context: Context) -> Reading | None:
    """Return the last weekend, the one the base is in, or the one to come."""
    day = context.base.day if context.base else None
    if day is None:
        return undated("DATE", "XXXX-WXX-WE")
    step = step_of(mention)
    this = step == 0 and "past" not in mention.text
    ahead = step == 1 or this or (context.ahead and step is None)
    back = (day.weekday() - SATURDAY) % 7
    weeks = 1 if ahead and back > 1 else -1 if step == -1 and back <= 1 else 0
    return dated(f"{week_value(day + timedelta(days=7 * weeks - back))}-WE", context, context.base)


def _dayword(mention: Mention, context: Context) -> Reading | None:
    """Read "today", "yesterday morning", "last night", "that evening", "overnight"."""
    words = mention.text.lower().split()
    base = context.told if {"that", "same"} & set(words) else context.base
    part = "NI" if words[-1] in {"tonight", "overnight"} else mention.meaning("part", "PART")
    day = base.day if base else None
    if day is None or base is None:
        return undated("TIME" if part else "DATE", "XXXX-XX-XX" + (f"T{part}" if part else ""))
    at = day + timedelta(days=_steps(mention, words))
    if words[-1] == "overnight":
        before = (at - timedelta(days=1)).isoformat()
        return dated(f"{at.isoformat()}TNI", context, base, f"{before}/{at.isoformat()}", "TIME")
    return _at_part(at, part, context, base)


def _steps(mention: Mention, words: list[str]) -> int:
    if "day" in words:
        return {"before": -2, "after": 2}.get(
            next((w for w in words if w in {"before", "after"}), ""), 0
        )
    return -1 if words[0] == "last" else int(mention.meaning("word", "DAYWORD") or 0)


def _at_part(at: date, part: str | None, context: Context, base: Base) -> Reading:
    value = at.isoformat() + (f"T{part}" if part else "")
    return dated(value, context, base, kind="TIME" if part else "DATE")


def weekday(mention: Mention, context: Context) -> Reading | None:
    """Return the most recent such day, the base's own included, or the next to come."""
    wanted, part = mention.meaning("wd", "WDAY", "WABBR"), mention.meaning("part", "PART")
    words = mention.text.lower().split()
    told = context.told if {"following", "previous"} & set(words) else None
    base = told or context.base
    if base is None or base.day is None:
        rest = f"T{part}" if part else ""
        return undated("TIME" if part else "DATE", f"XXXX-WXX-{wanted + 1}{rest}")
    found = _weekday_at(mention, context, wanted, base.day, words)
    return _at_part(found, part, context, base)


def _weekday_at(
    mention: Mention, context: Context, wanted: int, day: date, words: list[str]
) -> date:
    step = step_of(mention)
    if words[-1] == "week":
        weeks = 1 if "next" in mention else step or 0
        return day + timedelta(days=wanted - day.weekday(), weeks=weeks)
    if step == 1 or (context.ahead and step != -1):
        return day + timedelta(days=(wanted - day.weekday()) % 7 or (7 if step == 1 else 0))
    return day - timedelta(days=(day.weekday() - wanted) % 7 or (7 if step == -1 else 0))


def clock_value(mention: Mention) -> str | None:
    """Return the hour and minute of "5 p.m.", "17:30", "noon", "ten in the morning"."""
    named = mention.meaning("clock", "HOURNAME")
    if named is not None:
        return "12:00" if named else "24:00"
    found = re.match(r"(\d{1,2})(?::(\d\d))?", mention.written("clock"))
    hour = int(found[1]) if found else int(mention.meaning("clock", "NUM"))
    minute = int(found[2] or 0) if found else 0
    half = mention.meaning("clock", "AMPM")
    if half is None and mention.meaning("clock", "PART") in AFTER_NOON:
        half = 12
    if half is not None and hour <= 12:
        hour = hour % 12 + half
    return f"{hour:02d}:{minute:02d}" if hour <= 24 and minute < 60 else None


RESOLVERS: dict[str, Callable[[Mention, Context], Reading | None]] = {
    "weekend": _weekend,
    "dayword": _dayword,
    "weekday": weekday,
}
