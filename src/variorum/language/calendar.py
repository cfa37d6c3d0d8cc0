"""Dates with parts missing, and the arithmetic that fills them in.

EDTF is ISO 8601-2:2019 (Library of Congress). A missing year is written XXXX, never guessed.
"""

import calendar as gregorian
import re
from dataclasses import dataclass, replace
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

_ISO = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d\d))?(?:-(?P<day>\d\d))?(?:T.*)?[~?%]?\Z")
# News speaks of a day a few weeks off without "will" or a year; a year back is then less likely.
NEAR_FUTURE = timedelta(days=45)
# A month with no year that begins so soon is the next one, or it would be said otherwise.
NEXT_MONTH = timedelta(days=31)
# Who speaks of a date ahead without its year means one within so many days.
FAR_FUTURE = timedelta(days=270)
UNITS = {
    "day": relativedelta(days=1),
    "week": relativedelta(weeks=1),
    "month": relativedelta(months=1),
    "year": relativedelta(years=1),
}
# Base dates keep clear of the first and last years that dates can be computed in.
FIRST_YEAR, LAST_YEAR = 200, 9800


@dataclass(frozen=True)
class Partial:
    """A date known to the day, the month or the year; the year may be missing."""

    year: int | None = None
    month: int | None = None
    day: int | None = None

    @property
    def edtf(self) -> str:
        """The date as EDTF."""
        year = "XXXX" if self.year is None else f"{self.year:04d}"
        return "-".join(
            [year, *(f"{part:02d}" for part in (self.month, self.day) if part is not None)]
        )

    @property
    def valid(self) -> bool:
        """Whether there is such a day (29 February where the year is unknown counts)."""
        if self.month is None:
            return True
        year = self.year if self.year is not None else 2000
        if not 1 <= self.month <= 12 or not 1 <= year <= 9999:
            return False
        return self.day is None or 1 <= self.day <= gregorian.monthrange(year, self.month)[1]


@dataclass(frozen=True)
class Base:
    """The date a relative expression counts from: as EDTF, and how exactly it is known."""

    edtf: str
    at: Partial

    @property
    def day(self) -> date | None:
        """The very day, or None when only the month or year is known."""
        at = self.at
        return date(at.year, at.month, at.day) if at.year and at.month and at.day else None

    @property
    def last_day(self) -> date:
        """The last day it can mean."""
        year, month = self.at.year or 1, self.at.month or 12
        return self.day or date(year, month, gregorian.monthrange(year, month)[1])


def base_of(edtf: str | None) -> Base | None:
    """Return the base date that a plain EDTF date gives, or None for intervals and gaps."""
    match = _ISO.match(edtf or "")
    if not match or not edtf:
        return None
    year, month, day = (int(g) if g else None for g in match.group("year", "month", "day"))
    at = Partial(year, month, day)
    return Base(at.edtf, at) if at.valid and year and FIRST_YEAR <= year <= LAST_YEAR else None


def with_year(partial: Partial, base: Base, future: bool) -> Partial:
    """Return `partial` in the year meant: past as news is, or next after `base` where `future`."""
    end = base.last_day
    for year in (end.year + 1, end.year, end.year - 1, end.year - 4):
        found = replace(partial, year=year)
        if found.valid and _is_meant(found, end, future):
            return found
    return partial


def _is_meant(found: Partial, end: date, future: bool) -> bool:
    """Return whether the date is over, near, or the next to come and not long past this year's."""
    start = first_day(found)
    if future and (start - end) <= FAR_FUTURE:
        return True
    return start <= end + (NEAR_FUTURE if found.day is not None else NEXT_MONTH)


def first_day(partial: Partial) -> date:
    """Return the first day that a valid `partial` with a year can mean."""
    return date(partial.year or 1, partial.month or 1, partial.day or 1)


def shifted(at: Partial, count: int, unit: str) -> str | None:
    """Return the EDTF of `at` moved by `count` units, only as exact as such words are.

    Days keep the day; weeks give a day marked approximate; months and years give a month or year.
    None where `at` is coarser than the unit, and outside the years of the calendar.
    """
    known = {"day": at.day, "week": at.day, "month": at.month, "year": at.year}[unit]
    if known is None or at.year is None:
        return None
    try:
        moved = first_day(at) + count * UNITS[unit]
    except (ValueError, OverflowError):
        return None
    exact = {"month": len("2017-10"), "year": len("2017")}.get(unit)
    return moved.isoformat()[:exact] + ("~" if unit == "week" else "")
