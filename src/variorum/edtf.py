"""EDTF, the standard for dates that are known in part: the days that a value covers.

The grammar is that of ISO 8601-2:2019, read by the edtf package, which is asked here only.
"""

import calendar
import contextlib
import datetime
import functools
import io
import re
from collections.abc import Callable
from typing import Any

from variorum import lazy

PLAIN = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", re.ASCII)
NO_YEAR = "XXXX"
# An interval has two ends.
ENDS = 2


def is_edtf(text: str) -> bool:
    """Return whether `text` is a value of EDTF."""
    return _parsed(text) is not None


@functools.lru_cache(maxsize=4096)
def days(edtf: str | None) -> tuple[datetime.date, datetime.date] | None:
    """Return the first and the last day of an EDTF value; None where it is open or unreadable."""
    if not edtf or ".." in edtf or edtf.startswith(NO_YEAR):
        return None
    plain = [_plain(PLAIN.fullmatch(end)) for end in edtf.split("/")]
    first, last = plain[0], plain[-1]
    if first and last and len(plain) <= ENDS and first[0] <= last[1]:
        return first[0], last[1]
    return _bounds(_parsed(edtf))


def _plain(match: re.Match[str] | None) -> tuple[datetime.date, datetime.date] | None:
    """Return the days of a plain year, month or day, for which the grammar takes long."""
    if match is None:
        return None
    year, month, day = (int(part) if part else None for part in match.groups())
    try:
        first = datetime.date(year or 0, month or 1, day or 1)
    except ValueError:
        return None
    if day:
        return first, first
    month = month or 12
    return first, first.replace(month=month, day=calendar.monthrange(first.year, month)[1])


def _bounds(value: Any) -> tuple[datetime.date, datetime.date] | None:
    try:
        ends = value.lower_strict(), value.upper_strict()
        first, last = (datetime.date(*end[:3]) for end in ends)
    except (ValueError, TypeError, OverflowError, AttributeError):
        return None
    return (first, last) if first <= last else None


def one_day(edtf: str | None) -> datetime.date | None:
    """Return the day of an EDTF value that is one day, else None."""
    told = days(edtf)
    return told[0] if told and told[0] == told[1] else None


def iso_day(edtf: str | None) -> str | None:
    """Return the day of an EDTF value that is one day as ISO 8601, never the nearest day."""
    day = one_day(edtf)
    return day.isoformat() if day else None


def ends(edtf: str | None) -> tuple[datetime.date | None, datetime.date | None]:
    """Return the first and the last day of an EDTF value; None for an end that is open."""
    first, _, last = (edtf or "").partition("/")
    if ".." not in {first, last}:
        return days(edtf) or (None, None)
    one, two = days(first), days(last)
    return one and one[0], two and two[1]


def _parsed(text: str) -> Any:
    """Return what the package reads, and let it print nothing; None for what is no date."""
    parse, refused = _grammar()
    with contextlib.redirect_stdout(io.StringIO()):
        try:
            return parse(text)
        except (refused, ValueError, OverflowError, AttributeError):
            return None


@functools.cache
def _grammar() -> tuple[Callable[[str], Any], type[Exception]]:
    """Return the package's reader and its error; most dates are plain, and need neither."""
    refused = lazy.attribute("edtf.parser.edtf_exceptions", "EDTFParseException")
    return lazy.attribute("edtf", "parse_edtf"), refused
