"""Numbers, units and ranges in words, the same wherever people read them."""

import calendar
from collections.abc import Iterable
from datetime import date

MILLION = 1_000_000
CURRENCY_SIGNS = {"USD": "$", "EUR": "€", "GBP": "£", "JPY": "¥", "ILS": "₪", "INR": "₹"}
# Units that stay as they are in the plural.
UNCHANGING = frozenset(
    {"km", "m", "cm", "mi", "kg", "t", "ha", "%", "km2", "kph", "°C", "hertz", "magnitude"}
)
# Hours and days of a duration read better in the next unit from here on: (unit, size, next unit).
LONGER_UNITS = (("minute", 120, 60, "hour"), ("hour", 48, 24, "day"))


def joined(parts: Iterable[str], last: str = "and") -> str:
    """Return the parts as a list in a sentence: "a, b and c"."""
    *firsts, end = list(parts) or [""]
    return f"{', '.join(firsts)} {last} {end}" if firsts else end


def shortened(text: str, longest: int) -> str:
    """Return `text` on one line, cut to `longest` characters with an ellipsis where it was cut."""
    line = " ".join(text.split())
    return line if len(line) <= longest else f"{line[: longest - 1].rstrip()}…"


def days_words(first: date, last: date) -> str:
    """Return a day, or the days from a first to a last: "14 October 2017"."""
    told = [f"{day.day} {calendar.month_name[day.month]} {day.year}" for day in (first, last)]
    return told[0] if first == last else " to ".join(told)


def count(how_many: int, one: str, many: str | None = None) -> str:
    """Return "1 claim", "2 claims", "no claims"."""
    if how_many == 1:
        return f"1 {one}"
    return f"{how_many:,} {many or one + 's'}" if how_many else f"no {many or one + 's'}"


def number(value: float) -> str:
    """Return a number as people write it: 4, 3.5, 4,000, 1.5 million; at most two decimals."""
    if abs(value) >= MILLION:
        return f"{round(value / MILLION, 2):,g} million"
    return f"{round(value, 2):,g}" if value % 1 else f"{int(value):,}"


def _bare_unit(unit: str | None) -> str:
    words = (unit or "").strip()
    return words[:-1] if words.endswith("s") and words[:-1] in _TIME_UNITS else words


_TIME_UNITS = frozenset({"second", "minute", "hour", "day", "week", "month", "year"})


def amount(value: float, unit: str | None = None) -> str:
    """Return one number with its unit: "$4,000", "3 days", "6 km", "40%"."""
    bare = _bare_unit(unit)
    for small, from_size, factor, longer in LONGER_UNITS:
        if bare == small and value >= from_size and value % factor == 0:
            value, bare = value / factor, longer
    if bare in CURRENCY_SIGNS:
        return f"{CURRENCY_SIGNS[bare]}{number(value)}"
    if bare in ("%", "percent"):
        return f"{number(value)}%"
    if not bare:
        return number(value)
    plural = "" if value == 1 or bare in UNCHANGING or bare.isupper() else "s"
    return f"{number(value)} {bare}{plural}"


def _from_to(low: float, high: float, unit: str | None) -> str:
    """Say a unit that both ends share once, as in "3 to 5 days"."""
    first, last = amount(low, unit), amount(high, unit)
    head, _, tail = first.partition(" ")
    shared = bool(tail) and last.rstrip("s").endswith(tail.rstrip("s"))
    return f"{head if shared else first} to {last}"


def range_words(low: float | None, high: float | None, unit: str | None = None) -> str:
    """Return inclusive bounds in words; an open bound (None) is said, never left blank.

    "500", "300 to 500", "at least 250", "at most 300", "any number".
    """
    if low is None and high is None:
        return "any number"
    if high is None:
        return f"at least {amount(low or 0, unit)}"
    if low is None:
        return f"at most {amount(high, unit)}"
    return amount(low, unit) if low == high else _from_to(low, high, unit)
