"""Resolving lengths of time, how often, and now, once and soon."""

from collections.abc import Callable

from variorum.normalise.times.moments import Context, Reading, undated
from variorum.normalise.times.time_mentions import Mention
from variorum.normalise.times.time_values import amount, step_of
from variorum.normalise.times.timeml import duration, week_value, window

UNIT_CLASSES = ("UNIT", "UNITS", "CLOCKUNIT", "CLOCKUNITS")


def _duration(mention: Mention, _context: Context) -> Reading | None:
    count = amount(mention)
    if count is not None and mention.text.endswith(" half"):
        count += 0.5
    return undated("DURATION", duration(count, mention.meaning("unit", *UNIT_CLASSES)))


def _span(mention: Mention, context: Context) -> Reading | None:
    """Read "the past three months": a length of time with a place in the calendar."""
    unit, count = mention.meaning("unit", *UNIT_CLASSES), amount(mention)
    way = step_of(mention, "edge") or -mention.has("LATEST")
    day = context.base.day if context.base else None
    edtf = window(day, way * count, unit) if day and count and way and count < 5000 else None
    base = context.base if edtf else None
    return Reading("DURATION", duration(count, unit), edtf, base, context.kind_of(base))


def _bare_unit(mention: Mention, context: Context) -> Reading | None:
    """Read "the year", "the week" as the one in which it is written."""
    base = context.base
    if base is None:
        return undated("DATE", "XXXX")
    unit = mention.meaning("unit", "UNIT")
    if unit == "W" and base.day:
        return undated("DATE", week_value(base.day))
    return undated("DATE", base.edtf[:4] if unit == "Y" else base.edtf[:7])


def _set(mention: Mention, _context: Context) -> Reading | None:
    often = mention.meaning("set", "OFTEN")
    if often is not None:
        return undated("SET", often)
    weekday = mention.meaning("days", "WDAYS")
    weekday = mention.meaning("sub", "WDAY") if weekday is None else weekday
    if weekday is not None:
        return undated("SET", f"XXXX-WXX-{weekday + 1}")
    if "sub" in mention:
        return undated("SET", _each(mention))
    count = amount(mention) if "qty" in mention else 2 if "other" in mention.text else 1
    return undated("SET", duration(count, mention.meaning("unit", *UNIT_CLASSES)))


def _each(mention: Mention) -> str:
    month = mention.meaning("sub", "MONTH", "UNSURE")
    if month is not None:
        return f"XXXX-{month:02d}"
    season = mention.meaning("sub", "SEASON")
    return f"XXXX-{season}" if season else f"XXXX-XX-XXT{mention.meaning('sub', 'PART')}"


def _past(mention: Mention, _context: Context) -> Reading | None:
    units = [u for w in mention.text.split() if (u := mention.grammar.value("UNITS", w))]
    if "recent" in mention.text.lower() and len(units) == 1 and units != ["Y"]:
        return undated("DURATION", duration(None, units[0]))
    return undated("DATE", "PAST_REF")


RESOLVERS: dict[str, Callable[[Mention, Context], Reading | None]] = {
    "duration": _duration,
    "span": _span,
    "plural": lambda m, _: undated("DURATION", duration(None, m.meaning("unit", *UNIT_CLASSES))),
    "bare_unit": _bare_unit,
    "year_long": lambda *_: undated("DURATION", "P1Y"),  # "for the year ended in June"
    "set": _set,
    "present": lambda *_: undated("DATE", "PRESENT_REF"),
    "past": _past,
    "future": lambda *_: undated("DATE", "FUTURE_REF"),
}
