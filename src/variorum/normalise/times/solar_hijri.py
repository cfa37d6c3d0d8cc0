"""The solar Hijri calendar of Iran and Afghanistan, in days of the Gregorian one.

Leap years follow the 33-year cycle, which agrees with the calendar as kept from 1300 to 1472
(1921 to 2094). Its year begins on the first day of spring.
"""

from __future__ import annotations

from datetime import date, timedelta

__all__ = ["YEARS", "days_of", "third", "year_meant"]

YEARS = range(1300, 1473)
_CYCLE = 33
_LEAPS = frozenset({1, 5, 9, 13, 17, 22, 26, 30})
_KNOWN_YEAR, _KNOWN_START = 1400, date(2021, 3, 21)
_MONTHS, _LONG, _LAST = 12, 6, 29
_YEARS_APART = 621
_LAST_THIRD = 2


def days_of(
    year: int, month: int | None = None, day: int | None = None
) -> tuple[date, date] | None:
    """Return the first and last day of a solar year, month or day, or None where there is none."""
    if year not in YEARS or not 1 <= (month or 1) <= _MONTHS:
        return None
    start = _new_year(year)
    if month is None:
        return start, _new_year(year + 1) - timedelta(days=1)
    first = start + timedelta(days=sum(_length(year, m) for m in range(1, month)))
    if day is None:
        return first, first + timedelta(days=_length(year, month) - 1)
    if not 1 <= day <= _length(year, month):
        return None
    return first + timedelta(days=day - 1), first + timedelta(days=day - 1)


def third(year: int, month: int | None, which: int) -> tuple[date, date] | None:
    """Return the days of one third, 0 to 2, of a solar month, or of a year: its early part, say."""
    whole = days_of(year, month)
    if whole is None:
        return None
    if month is None:
        first, last = days_of(year, which * 4 + 1), days_of(year, which * 4 + 4)
        return (first[0], last[1]) if first and last else None
    begun = whole[0] + timedelta(days=which * 10)
    return begun, whole[1] if which == _LAST_THIRD else begun + timedelta(days=9)


def year_meant(today: date, month: int | None, day: int | None, future: bool) -> int:
    """Return the solar year of a date told without one: the last to have begun, or this one."""
    year = today.year - _YEARS_APART
    year = year if _new_year(year) <= today else year - 1
    found = days_of(year, month, day)
    return year - 1 if found is not None and found[0] > today and not future else year


def _length(year: int, month: int) -> int:
    if month <= _LONG:
        return 31
    return 30 if month < _MONTHS else _LAST + (year % _CYCLE in _LEAPS)


def _new_year(year: int) -> date:
    first, last = sorted((year, _KNOWN_YEAR))
    days = sum(365 + (y % _CYCLE in _LEAPS) for y in range(first, last))
    return _KNOWN_START + timedelta(days=days if year >= _KNOWN_YEAR else -days)
