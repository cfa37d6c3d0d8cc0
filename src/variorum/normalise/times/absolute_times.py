"""Times that name a year, month, day, quarter or feast, with or without its year."""

import re
from dataclasses import replace
from datetime import date

from variorum.language.calendar import Base, Partial
from variorum.normalise.times.holidays import feast_in, hijri_date
from variorum.normalise.times.moments import (
    Context,
    Reading,
    beside,
    between,
    century,
    dated,
    day_of,
    days_of,
    nth_quarter,
    on_weekday,
    undated,
)
from variorum.normalise.times.time_mentions import Mention
from variorum.normalise.times.time_values import day_number, ordinal, step_of, year_of

SOON = 31  # A feast that begins in so many days is the coming one, whatever the verb


def _partial(mention: Mention) -> Partial:
    month = mention.meaning("mon", "MONTH", "UNSURE")
    return Partial(
        year_of(mention), month, day_number(mention, "day") if "day" in mention else None
    )


def _date(mention: Mention, context: Context) -> Reading | None:
    pieces = mention.match.pieces
    of_year = "rel" in pieces and pieces["rel"] > pieces["mon"]
    found = day_of(_partial(mention), context, step_of(mention), of_year=of_year)
    return on_weekday(found, mention.meaning("wd", "WDAY", "WABBR"))


def _iso(mention: Mention, context: Context) -> Reading | None:
    parts = re.split(r"[-/.]", mention.written("iso"))
    return day_of(Partial(*(int(part) for part in parts)), context)


def _days(mention: Mention, context: Context) -> Reading | None:
    partial, last = _partial(mention), mention.written("frac").partition("/")
    if last[1]:
        return days_of(replace(partial, day=int(last[0])), int(last[2]), context)
    return days_of(partial, day_number(mention, "dayb"), context, step_of(mention))


def _beside(mention: Mention, context: Context) -> Reading | None:
    """Read "the 14th of last month", and "the 14th" of the month that is told or has it last."""
    step = (step_of(mention) or 0) if "rel" in mention else None
    return beside(day_number(mention, "day") or 0, context, step)


def _numeric(mention: Mention, context: Context) -> Reading | None:
    """Read 14/10/2017; where day and month could change places, EDTF keeps to the year."""
    a, b, year = (int(part) for part in re.split(r"[/.]", mention.written("slash")))
    if len(mention.written("slash").replace(".", "/").rsplit("/", 1)[1]) == 2:
        year = century(year)
    if not 1 <= a <= 31 or not 1 <= b <= 31 or not 1 <= year <= 9999:
        return None
    day, month = (a, b) if a > 12 or "." in mention.written("slash") else (b, a)
    found = Partial(year, month, day)
    if not found.valid:
        return None
    return dated(
        found.edtf, context, edtf=f"{year:04d}" if a <= 12 and b <= 12 and a != b else None
    )


def _year(mention: Mention, context: Context) -> Reading | None:
    year = year_of(mention)
    return dated(f"{year:04d}", context) if year else None


def _years(mention: Mention, context: Context) -> Reading | None:
    one = int(mention.written("year"))
    digits = mention.written("yeary")
    if digits and len(digits) != 2:
        return None
    two = int(mention.written("year")[:2] + digits) if digits else int(mention.written("yearb"))
    if two <= one:
        return None
    return dated(f"{one:04d}", context, edtf=f"{one:04d}/{two:04d}")


def _decade(mention: Mention, context: Context) -> Reading | None:
    word = mention.written("dec")
    digits = re.sub(r"\D", "", word)
    before = mention.words.text[: mention.start].split()[-4:]
    if len(digits) == 2 and any(mention.grammar.value("OWN", w) is not None for w in before):
        return None  # "in their late 60s and 70s" tells their age
    if digits:
        return dated(digits[:3] if len(digits) == 4 else f"19{digits[0]}", context)
    return dated(f"19{mention.meaning('dec', 'DECADES')}", context)


def _century(mention: Mention, context: Context) -> Reading | None:
    number = ordinal(mention)
    return dated(f"{number - 1:02d}", context) if 1 <= number <= 21 else None


def _year_of(mention: Mention, context: Context) -> tuple[int | None, Base | None]:
    """Return the year that a quarter or half is said to be of."""
    if (year := year_of(mention)) is not None:
        return year, None
    step = step_of(mention)
    if step is None or context.base is None:
        return None, None
    return context.base.last_day.year + step, context.base


def _quarter(mention: Mention, context: Context) -> Reading | None:
    """Return the quarter; without a year the latest that has begun, or ended."""
    number, (year, base) = ordinal(mention), _year_of(mention, context)
    if not 1 <= number <= 4:
        return undated("DATE", "PAST_REF") if number < 0 else None
    found = nth_quarter(number, year, context, -mention.has("AGO", "SOONER"))
    return found and (replace(found, base=base, anchor=context.kind_of(base)) if base else found)


def _half(mention: Mention, context: Context) -> Reading | None:
    number, (year, base) = ordinal(mention), _year_of(mention, context)
    inner = mention.inner("sub")
    if inner is not None:
        return _decade(inner, context)
    if year is None and context.base is not None:
        year, base = context.base.last_day.year, context.base
    number = 2 if number < 0 else number
    if not 1 <= number <= 2 or year is None:
        return None
    return dated(f"{year:04d}-H{number}", context, base)


def _holiday(mention: Mention, context: Context) -> Reading | None:
    name = mention.feast
    year, step = year_of(mention), step_of(mention)
    base = None if year else context.year_told or context.base
    if year is None and base is not None:
        year = _feast_year(name, base, step, context.ahead)
    found = feast_in(name, year) if year else None
    if found is None:
        return undated("DATE", "XXXX-XX-XX")
    return between(*found, context, base)


def _feast_year(name: str, base: Base, step: int | None, ahead: bool) -> int | None:
    """Return the year of the feast that is meant: the last one, or where told so the next.

    A feast within a month to come is the next in any case.
    """
    day = base.last_day
    years = [year for year in range(day.year - 2, day.year + 3) if feast_in(name, year)]
    gaps = {year: (found[0] - day).days for year in years if (found := feast_in(name, year))}
    if step == 1 or (ahead and step is None):
        return next((year for year in years if gaps[year] >= 0), None)
    soon = -1 if step == -1 else SOON
    return next((year for year in reversed(years) if gaps[year] <= soon), None)


def _hijri(mention: Mention, context: Context) -> Reading | None:
    month = mention.meaning("hijri", "HIJRI", "MOON") + mention.has("SECOND")
    day = day_number(mention, "day") if "day" in mention else None
    if "year" in mention:
        found = hijri_date(int(mention.written("year").split()[0]), month, day)
        return between(*found, context, None) if found else None
    if context.base is None:
        return undated("DATE", "XXXX-XX-XX")
    around = _hijri_near(context.base.last_day, month, day)
    return between(*around, context, context.base) if around else None


def _hijri_near(end: date, month: int, day: int | None) -> tuple[date, date] | None:
    """Return the last such Islamic date that begins by a month after `end`."""
    hijri = (end.year - 622) * 33 // 32
    years = (hijri_date(year, month, day) for year in range(hijri + 2, hijri - 3, -1))
    return next((found for found in years if found and (found[0] - end).days <= SOON), None)


RESOLVERS = {
    "iso": _iso,
    "numeric": _numeric,
    "beside": _beside,
    "day": _date,
    "days": _days,
    "month": _date,
    "year": _year,
    "years": _years,
    "decade": _decade,
    "century": _century,
    "quarter": _quarter,
    "half": _half,
    "holiday": _holiday,
    "hijri": _hijri,
}
