"""Resolving days that count from the base: "Friday night", "yesterday", "the weekend"."""

from collections.abc import Callable
from datetime import date, timedelta

from variorum.language.calendar import Base
from variorum.normalise.times.moments import Context, Reading, dated, undated, weekday_on
from variorum.normalise.times.time_mentions import Mention
from variorum.normalise.times.time_values import step_of
from variorum.normalise.times.timeml import week_value

SATURDAY = 5


def _weekend(mention: Mention, context: Context) -> Reading | None:
    """Return the last weekend, the one the base is in, or the one to come."""
    day = context.base.day if context.base else None
    if day is None:
        return undated("DATE", "XXXX-WXX-WE")
    step = -2 if mention.is_before_last else step_of(mention)
    ahead = step in {0, 1} or (context.ahead and step is None)
    back = (day.weekday() - SATURDAY) % 7
    weeks = 1 if ahead and back > 1 else -1 if (step or 0) < 0 and back <= 1 else 0
    weeks -= step == -2
    return dated(f"{week_value(day + timedelta(days=7 * weeks - back))}-WE", context, context.base)


def _dayword(mention: Mention, context: Context) -> Reading | None:
    """Read "today", "yesterday morning", "last night", "that evening", "overnight"."""
    base = context.told if mention.has("SAME") else context.base
    part = "NI" if mention.has("NIGHTLY") else mention.meaning("part", "PART")
    day = base.day if base else None
    if day is None or base is None:
        return undated("TIME" if part else "DATE", "XXXX-XX-XX" + (f"T{part}" if part else ""))
    if mention.is_before_last:
        day -= timedelta(days=2 if part == "NI" else 1)
        if part != "NI":
            return _at_part(day, part, context, base)
    if not mention.match.pieces or mention.is_before_last:
        first = day if mention.is_before_last else day - timedelta(days=1)
        night = f"{first.isoformat()}/{(first + timedelta(days=1)).isoformat()}"
        return dated(f"{day.isoformat()}TNI", context, base, night, "TIME")
    steps = step_of(mention) or mention.meaning("word", "DAYWORD") or 0
    # "the day before yesterday" is two days back
    at = day + timedelta(days=steps * (2 if mention.has("UNIT") else 1))
    return _at_part(at, part, context, base)


def _at_part(at: date, part: str | None, context: Context, base: Base) -> Reading:
    value = at.isoformat() + (f"T{part}" if part else "")
    return dated(value, context, base, kind="TIME" if part else "DATE")


def weekday(mention: Mention, context: Context) -> Reading | None:
    """Return the most recent such day, the base's own included, or the next to come."""
    wanted, part = mention.meaning("wd", "WDAY", "WABBR"), mention.meaning("part", "PART")
    step = step_of(mention, "way" if "way" in mention else "rel")
    step = -2 if mention.is_before_last else step
    base = (context.told if mention.has("FROM_TOLD") else None) or context.base
    if base is None or base.day is None:
        rest = f"T{part}" if part else ""
        return undated("TIME" if part else "DATE", f"XXXX-WXX-{wanted + 1}{rest}")
    if mention.text.lower().endswith("week"):
        weeks = 1 if "next" in mention else step or 0
        found = base.day + timedelta(days=wanted - base.day.weekday(), weeks=weeks)
    else:
        found = weekday_on(wanted, base.day, step, context.ahead, context.gone)
    return _at_part(found, part, context, base)


RESOLVERS: dict[str, Callable[[Mention, Context], Reading | None]] = {
    "weekend": _weekend,
    "dayword": _dayword,
    "weekday": weekday,
}
