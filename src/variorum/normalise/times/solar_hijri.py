"""Dates of the solar Hijri calendar of Iran and Afghanistan, as days of the Gregorian one.

Years 1300 to 1472 (1921 to 2094) are read; in them every published table of the calendar agrees.
"""

from datetime import date

from persiantools.jdatetime import JalaliDate

YEARS = range(1300, 1473)
_MONTHS = 12
_LAST_THIRD = 2


def days_of(
    year: int, month: int | None = None, day: int | None = None
) -> tuple[date, date] | None:
    """Return the first and last day of a solar year, month or day, or None where there is none."""
    if year not in YEARS or not 1 <= (month or 1) <= _MONTHS:
        return None
    last_month = month or _MONTHS
    length = JalaliDate.days_in_month(last_month, year)
    if not 1 <= (day or 1) <= length:
        return None
    first = JalaliDate(year, month or 1, day or 1).to_gregorian()
    return first, JalaliDate(year, last_month, day or length).to_gregorian()


def third(year: int, month: int | None, which: int) -> tuple[date, date] | None:
    """Return the days of the third `which` (0 to 2) of a solar month or year: its early part."""
    if month is None:
        first, last = days_of(year, which * 4 + 1), days_of(year, which * 4 + 4)
        return (first[0], last[1]) if first and last else None
    whole = days_of(year, month)
    if whole is None:
        return None
    begun = days_of(year, month, which * 10 + 1)
    ended = whole if which == _LAST_THIRD else days_of(year, month, which * 10 + 10)
    return (begun[0], ended[1]) if begun and ended else None


def year_meant(today: date, month: int | None, day: int | None, future: bool) -> int:
    """Return the solar year of a date without one: the last that began, or this one's next."""
    year = int(JalaliDate.to_jalali(today).year)
    found = days_of(year, month, day)
    return year - 1 if found is not None and found[0] > today and not future else year
