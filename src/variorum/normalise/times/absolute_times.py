"""Resolving times that name a year, month, day, quarter or feast, with or without its year."""

from __future__ import annotations

import calendar as gregorian
import re
from dataclasses import replace
from datetime import date

from variorum.language.calendar import Base, Partial, with_year
from variorum.normalise.times.context import Context, Reading, dated, undated
from variorum.normalise.times.holidays import feast_in, hijri_date, hijri_month
from variorum.normalise.times.time_mentions import Mention

__all__ = ["STEPS", "absolute", "spelt_year", "step_of"]

STEPS = {
    "last": -1,
    "past": -1,
    "previous": -1,
    "preceding": -1,
    "prior": -1,
    "next": 1,
    "coming": 1,
    "following": 1,
    "upcoming": 1,
    "ensuing": 1,
    "subsequent": 1,
}


# A feast that begins in so many days is the coming one, whatever the verb.
SOON = 31


def step_of(mention: Mention, piece: str = "rel") -> int | None:
    """Return -1, 0 or 1 for "last", "this" and "next"; "this past" is last; None where unsaid."""
    words = mention.written(piece).split()
    if not words:
        return None
    return next((STEPS[word] for word in words if word in STEPS), 0)


def spelt_year(mention: Mention, piece: str = "year") -> int | None:
    """Return the year written in a piece, in digits or as "nineteen ninety-six"."""
    words = [w for w in mention.each(piece) if w[0].isalnum()]
    if not words:
        return None
    if words[0].isdigit():
        return int(words[0])
    values = [int(mention.grammar.value("NUM", word) or 0) for word in words]
    if words[0].lower() == "two":
        return 2000 + (values[-1] if len(words) > 2 else 0)
    return 100 * values[0] + sum(values[1:])


def _day_number(mention: Mention, piece: str) -> int | None:
    word = mention.written(piece)
    digits = re.sub(r"\D", "", word)
    number: int | None = int(digits) if digits else mention.meaning(piece, "ORD")
    return number


def _partial(mention: Mention, day: str = "day") -> Partial:
    month = mention.meaning("mon", "MONTH", "UNSURE")
    return Partial(
        spelt_year(mention), month, _day_number(mention, day) if day in mention else None
    )


def _placed(
    partial: Partial, mention: Mention, context: Context
) -> tuple[Partial, Base | None] | None:
    """Return the date with its year, and the base that told the year."""
    if not partial.valid:
        return None
    if partial.year is not None:
        return partial, None
    step = step_of(mention)
    told = None if step is not None or (context.ahead and context.base) else context.year_told
    base = told or context.base
    if base is None:
        return partial, None
    if step is None:
        return with_year(partial, base, context.ahead), base
    return _stepped(partial, mention, base, step), base


def _stepped(partial: Partial, mention: Mention, base: Base, step: int) -> Partial:
    """Read "October last year", "last October", "next May" and "this October"."""
    this = replace(partial, year=base.last_day.year)
    if step == 0 or mention.match.pieces["rel"] > mention.match.pieces["mon"]:
        return replace(this, year=base.last_day.year + step)
    month, now = partial.month or 1, base.last_day.month
    away = month >= now if step < 0 else month <= now
    if partial.day is not None and month == now:
        away = (partial.day >= base.last_day.day) if step < 0 else partial.day <= base.last_day.day
    return replace(this, year=base.last_day.year + step) if away else this


def _date(mention: Mention, context: Context) -> Reading | None:
    found = _placed(_partial(mention), mention, context)
    return dated(found[0].edtf, context, found[1]) if found else None


def _iso(mention: Mention, context: Context) -> Reading | None:
    parts = [int(part) for part in mention.written("iso").split("-")]
    partial = Partial(*parts)
    return dated(partial.edtf, context) if partial.valid else None


def _days(mention: Mention, context: Context) -> Reading | None:
    found = _placed(_partial(mention), mention, context)
    if not found:
        return None
    last = replace(found[0], day=_day_number(mention, "dayb"))
    if not last.valid or (last.day or 0) < (found[0].day or 0):
        return None
    return dated(found[0].edtf, context, found[1], f"{found[0].edtf}/{last.edtf}")


def _numeric(mention: Mention, context: Context) -> Reading | None:
    """Read 14/10/2017; where day and month could change places, EDTF keeps to the year."""
    a, b, year = (int(part) for part in re.split(r"[/.]", mention.written("slash")))
    if len(mention.written("slash").replace(".", "/").rsplit("/", 1)[1]) == 2:
        year += 1900 if year > 50 else 2000
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
    year = spelt_year(mention)
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
    if digits:
        return dated(digits[:3] if len(digits) == 4 else f"19{digits[0]}", context)
    return dated(f"19{mention.meaning('dec', 'DECADES')}", context)


def _century(mention: Mention, context: Context) -> Reading | None:
    number = _ordinal(mention)
    return dated(f"{number - 1:02d}", context) if 1 <= number <= 21 else None


def _ordinal(mention: Mention) -> int:
    """Return the number of an ordinal: 2 for second, 21 for twenty-first, -1 for last."""
    total = 0
    for word in mention.each("ord"):
        digits = re.sub(r"\D", "", word)[:4]
        for name in ("NUM", "ORD", "FINAL"):
            value = mention.grammar.value(name, word)
            if value is not None:
                total += value
                break
        total += int(digits) if digits else 0
    return total


def _year_of(mention: Mention, context: Context) -> tuple[int | None, Base | None]:
    """Return the year that a quarter or half is said to be of."""
    if (year := spelt_year(mention)) is not None:
        return year, None
    step = step_of(mention)
    if step is None or context.base is None:
        return None, None
    return context.base.last_day.year + step, context.base


def _quarter(mention: Mention, context: Context) -> Reading | None:
    """Return the quarter; without a year the latest that has begun, or ended."""
    number, (year, base) = _ordinal(mention), _year_of(mention, context)
    if not 1 <= number <= 4:
        return undated("DATE", "PAST_REF") if number < 0 else None
    if year is None and context.base is not None:
        base = context.base
        year = base.last_day.year
        this = (base.last_day.month + 2) // 3
        year -= number > this + (1 if context.ahead else 0)
    year = (
        None
        if year is None
        else year
        - bool(set(mention.text.lower().split()) & {"ago", "earlier", "year-ago", "year-earlier"})
    )
    return (
        dated(f"{year:04d}-Q{number}", context, base)
        if year
        else undated("DATE", f"XXXX-Q{number}")
    )


def _half(mention: Mention, context: Context) -> Reading | None:
    number, (year, base) = _ordinal(mention), _year_of(mention, context)
    inner = mention.inner("sub")
    if inner is not None:
        return absolute(inner, context)
    if year is None and context.base is not None:
        year, base = context.base.last_day.year, context.base
    number = 2 if number < 0 else number
    if not 1 <= number <= 2 or year is None:
        return None
    return dated(f"{year:04d}-H{number}", context, base)


def _holiday(mention: Mention, context: Context) -> Reading | None:
    name = mention.feast
    year, step = spelt_year(mention), step_of(mention)
    base = None if year else context.year_told or context.base
    if year is None and base is not None:
        year = _feast_year(name, base, step, context.ahead)
    found = feast_in(name, year) if year else None
    if found is None:
        return undated("DATE", "XXXX-XX-XX")
    return _between(*found, context, base)


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


def _between(first: date, last: date, context: Context, base: Base | None) -> Reading:
    if first == last:
        return dated(first.isoformat(), context, base)
    return dated(first.isoformat()[:7], context, base, f"{first.isoformat()}/{last.isoformat()}")


def _hijri(mention: Mention, context: Context) -> Reading | None:
    month = hijri_month([w for w in mention.each("hijri") if w.isalpha() or "'" in w or "’" in w])
    if month is None:
        return None
    day = _day_number(mention, "day") if "day" in mention else None
    if "year" in mention:
        found = hijri_date(int(mention.written("year").split()[0]), month, day)
        return _between(*found, context, None) if found else None
    if context.base is None:
        return undated("DATE", "XXXX-XX-XX")
    around = _hijri_near(context.base.last_day, month, day)
    return _between(*around, context, context.base) if around else None


def _hijri_near(end: date, month: int, day: int | None) -> tuple[date, date] | None:
    """Return the last such Islamic date that begins by a month after `end`."""
    hijri = (end.year - 622) * 33 // 32
    for year in (hijri + 2, hijri + 1, hijri, hijri - 1, hijri - 2):
        found = hijri_date(year, month, day)
        if found and (found[0] - end).days <= SOON:
            return found
    return None


RESOLVERS = {
    "iso": _iso,
    "numeric": _numeric,
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


def absolute(mention: Mention, context: Context) -> Reading | None:
    """Return what a mention of one of these forms says; None where there is no such date."""
    return RESOLVERS[mention.form](mention, context)


def thirds(edtf: str, phase: str) -> str | None:
    """Return the third of a month or year that START, MID or END names, as an interval."""
    third = {"START": 0, "MID": 1, "END": 2}.get(phase)
    if third is None or not re.fullmatch(r"\d{4}(-(0\d|1[0-2]))?", edtf):
        return None
    if len(edtf) == 4:
        return f"{edtf}-{third * 4 + 1:02d}/{edtf}-{third * 4 + 4:02d}"
    end = gregorian.monthrange(int(edtf[:4]), int(edtf[5:]))[1]
    first, last = ((1, 10), (11, 20), (21, end))[third]
    return f"{edtf}-{first:02d}/{edtf}-{last:02d}"
