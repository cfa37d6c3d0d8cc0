"""TimeML values (TIMEX3, ISO-TimeML) of times and lengths of time, and the EDTF they amount to."""

import re
from collections.abc import Callable
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

_WEEK = re.compile(r"(\d{4})-W(\d\d)(-WE)?\Z")
_QUARTER = re.compile(r"(\d{4})-([QH])(\d)\Z")
_SEASON = re.compile(r"(\d{4})-(SP|SU|FA|WI)\Z")
_PLAIN = re.compile(r"(?:\d{4}|XXXX)(?:-\d\d(?:-\d\d)?)?\Z")
_TIME = re.compile(r"(\d{4}-\d\d-\d\d)T")
SEASONS = {"SP": 21, "SU": 22, "FA": 23, "WI": 24}
LONG = {"E": 10, "C": 100, "L": 1000}
CLOCK = {"H": "H", "N": "M", "S": "S"}
DAYS_OF = {"D": 1, "W": 7, "F": 14}
MONTHS_OF = {"M": 1, "Q": 3, "Y": 12, "E": 120, "C": 1200, "L": 12000}


def edtf_of(value: str) -> str | None:
    """Return the EDTF of a TimeML value; None where it names no place in the calendar."""
    if _PLAIN.match(value):
        return value
    if value.isdigit() and len(value) in {2, 3}:
        return value.ljust(4, "X")
    for form, write in _FORMS:
        if found := form.match(value):
            return write(*found.groups())
    return None


def _quarter(year: str, unit: str, number: str) -> str:
    length = 3 if unit == "Q" else 6
    last = int(number) * length
    return f"{year}-{last - length + 1:02d}/{year}-{last:02d}"


def _week(year: str, week: str, weekend: str | None) -> str | None:
    try:
        monday = date.fromisocalendar(int(year), int(week), 1)
    except ValueError:
        return None
    first = monday + timedelta(days=5 if weekend else 0)
    return f"{first.isoformat()}/{(monday + timedelta(days=6)).isoformat()}"


_FORMS: tuple[tuple[re.Pattern[str], Callable[..., str | None]], ...] = (
    (_TIME, str),
    (_WEEK, _week),
    (_QUARTER, _quarter),
    (_SEASON, lambda year, season: f"{year}-{SEASONS[season]}"),
)


def week_value(day: date) -> str:
    """Return the ISO week of `day`, such as 2017-W43."""
    year, week, _ = day.isocalendar()
    return f"{year:04d}-W{week:02d}"


def duration(count: float | None, unit: str) -> str:
    """Return the TimeML value of `count` units (None is an unknown number), such as P2Y6M."""
    if unit in CLOCK:
        return "PT" + _counted(count, CLOCK[unit], {"H": (60, "M"), "M": (60, "S")})
    if unit == "F":
        return "P" + _counted(None if count is None else count * 2, "W", {})
    if unit in LONG and count is not None:
        return "P" + _counted(count * LONG[unit], "Y", {})
    return "P" + _counted(count, unit, {"Y": (12, "M"), "W": (7, "D"), "D": (24, "H")})


def _counted(count: float | None, unit: str, parts: dict[str, tuple[int, str]]) -> str:
    """Write a count with half of a unit as parts of it: two and a half years as 2Y6M."""
    if count is None:
        return f"X{unit}"
    whole = int(count)
    left = count - whole
    if not left or unit not in parts:
        return f"{count:g}{unit}" if left else f"{whole}{unit}"
    times, smaller = parts[unit]
    rest = f"{round(left * times)}{smaller}"
    if smaller == "H":
        rest = "T" + rest
    return f"{whole}{unit}{rest}" if whole else rest


def window(day: date, count: float, unit: str) -> str | None:
    """Return the days from `day` that `count` units reach (back, where negative), as EDTF."""
    other = _reached(day, count, unit)
    if other is None:
        return None
    first, last = sorted((day, other))
    return f"{first.isoformat()}/{last.isoformat()}"


def _reached(day: date, count: float, unit: str) -> date | None:
    try:
        if unit in CLOCK:
            hours = count / {"H": 1, "N": 60, "S": 3600}[unit]
            days = -(-abs(hours) // 24)
            return day + timedelta(days=days if count > 0 else -days)
        if unit in DAYS_OF:
            return day + timedelta(days=count * DAYS_OF[unit])
        return day + relativedelta(months=round(count * MONTHS_OF[unit]))
    except (ValueError, OverflowError):
        return None
